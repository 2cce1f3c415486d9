"""When and where, as people say it: "11:00", "Saal 3A"."""

from datetime import date

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Spot
from eventdesk.words import Words
from eventdesk.words.days import days_text


def day_text(words: Words, day: str) -> str:
    """Return a day: "14 May 2025"."""
    return days_text(words, day, day) if _is_day(day) else day


def when_text(words: Words, programme: Programme, slot: int | None) -> str:
    """Return when a slot begins, with the day if there are several; empty for none."""
    known = programme.slot_of.get(slot) if slot is not None else None
    if known is None:
        return ""
    several = len({each.starts[:10] for each in programme.slots}) > 1
    return f"{day_text(words, known.starts[:10])}, {known.starts[11:16]}" if several else known.starts[11:16]


def span_text(words: Words, programme: Programme, slot: int | None) -> str:
    """Return from when to when a slot is, with the day if there are several."""
    known = programme.slot_of.get(slot) if slot is not None else None
    return "" if known is None else f"{when_text(words, programme, slot)}–{known.ends[11:16]}"


def where_text(programme: Programme, room: int | None) -> str:
    """Return the name of a room; empty for none."""
    known = programme.room_of.get(room) if room is not None else None
    return known.name if known is not None else ""


def spot_text(words: Words, programme: Programme, spot: Spot) -> str:
    """Return "Saal 3A, 11:00"."""
    slot, room = spot
    said = ", ".join(each for each in (where_text(programme, room), when_text(words, programme, slot)) if each)
    return said or words.t("no place")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
