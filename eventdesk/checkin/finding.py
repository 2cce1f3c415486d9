"""Whom a scanned text belongs to, and whether it is a scan at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from eventdesk.checkin.verdict import Note
from eventdesk.people import code as codes
from eventdesk.people import records as people
from eventdesk.people.person import Person
from eventdesk.people.scanner import Habit, readings
from eventdesk.store.access import Reader


@dataclass(frozen=True, slots=True)
class Found:
    """The text as it counts (a code without debris), everybody whom it belongs to, and what to say about it.

    `repaired`: how the keyboard layout had changed it. `replaced`: it belonged to them, until they got another badge.
    """

    scanned: str
    people: tuple[Person, ...] = ()
    notes: tuple[Note, ...] = ()
    repaired: codes.Repair | None = None
    replaced: bool = False


def find(reader: Reader, text: str) -> Found:
    """Look up one of our codes, or a ticket that an import brought, in each way that scanners garble it."""
    reading = codes.read(text)
    match reading:
        case codes.Code():
            return _find_own(reader, reading)
        case codes.Foreign():
            return _find_foreign(reader, reading)
        case codes.Words():
            return Found(reading.text, _holders(reader, reading.text))
        case _:
            assert_never(reading)


def meant(reader: Reader, text: str, habits: Sequence[Habit]) -> str:
    """Return the code that a scanner with such habits meant by a text; the text itself if that says more.

    Nothing is taken off a text that is somebody's code as it stands, nor off one that without it reads like a name.
    """
    if not habits or isinstance(codes.read(text), codes.Code) or find(reader, text).people:
        return text
    found = [(each, codes.read(each)) for each in readings(text, habits)]
    scans = [(each, reading) for each, reading in found if not isinstance(reading, codes.Words)]
    for each, reading in scans:
        if isinstance(reading, codes.Code) or find(reader, each).people:
            return each
    if is_scan(reader, text):
        return next((each for each, reading in scans if isinstance(reading, codes.Foreign) and reading.certain), text)
    return text


def is_scan(reader: Reader, text: str) -> bool:
    """Say whether `text` is to be checked in rather than searched for: our code, a known ticket, surely a code."""
    reading = codes.read(text)
    if isinstance(reading, codes.Code) or (isinstance(reading, codes.Foreign) and reading.certain):
        return True
    return bool(find(reader, text).people)


def _find_own(reader: Reader, code: codes.Code) -> Found:
    person = people.by_code(reader, code.digits)
    holders = (person,) if person else _holders(reader, code.digits)
    notes = (Note.KEYBOARD,) if code.repaired else ()
    if not holders:
        lost = tuple(people.by_lost_code(reader, code.digits))
        if lost:
            return Found(code.digits, lost, notes, code.repaired, replaced=True)
    if not holders and code.kind not in {None, codes.Kind.PERSON}:
        return Found(codes.without_secret(code.digits), notes=(Note.NOT_A_PERSON,))
    return Found(code.digits, holders, notes, code.repaired)


def _find_foreign(reader: Reader, foreign: codes.Foreign) -> Found:
    for spelling in foreign.spellings:
        holders = _holders(reader, spelling.text)
        if holders:
            return Found(spelling.text, holders, (Note.KEYBOARD,) if spelling.repaired else (), spelling.repaired)
    if foreign.misread:
        return Found(codes.without_secret(foreign.text), notes=(Note.MISREAD,))
    return Found(foreign.text)


def _holders(reader: Reader, text: str) -> tuple[Person, ...]:
    """Return who has a ticket, and who took over the badge code or ticket of somebody merged into them."""
    holders = [*people.by_ticket(reader, text), *people.by_former_code(reader, text)]
    return tuple({person.id: person for person in holders}.values())
