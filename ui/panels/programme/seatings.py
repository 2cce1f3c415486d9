"""Ways to seat people in a room as they are typed: "Rows: 120, U-shape: 40"."""

import re
from collections.abc import Iterable

from eventdesk.panels.room import Seating
from eventdesk.words import Words
from ui.widgets.field import Note

_ONE = re.compile(r"(.*\S)\s*:\s*(\d{1,6})|(.*[^\s\d:])\s+(\d{1,6})")


def seatings_text(words: Words, seatings: Iterable[Seating]) -> str:
    """Return ways to seat people as they are typed; one without a name is the usual one."""
    return ", ".join(f"{each.name or words.t('Usual seating')}: {each.capacity}" for each in seatings)


def seatings_of(text: str) -> tuple[Seating, ...] | None:
    """Return what was typed; None where a name or a number is missing."""
    found = []
    for part in (each.strip() for each in text.split(",")):
        if not part:
            continue
        read = _ONE.fullmatch(part)
        if read is None:
            return None
        found.append(Seating(read[1] or read[3], int(read[2] or read[4])))
    return tuple(found)


def seatings_note(words: Words, text: str, used: str) -> Note:
    """Say what is wrong with what was typed; `used` is the name of the seating of now."""
    found = seatings_of(text)
    if found is None:
        return Note(words.t("A name and its seats each, such as: Rows: 120, U-shape: 40."), wrong=True)
    names = [used.casefold(), *(each.name.casefold() for each in found)]
    twice = next((each.name for each in found if names.count(each.name.casefold()) > 1), None)
    return Note() if twice is None else Note(words.t("“{name}” is there twice.", name=twice), wrong=True)
