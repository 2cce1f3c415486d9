"""What rooms, slots and sessions must have before they are written, and what entries about several are called."""

import re
from collections.abc import Collection, Iterable
from datetime import datetime

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot

MOST_PEOPLE = 1_000_000
_FEW = 4
_LENGTH = len("2026-11-21T11:00")


def require_room(room: Room, refs: Collection[str]) -> None:
    """Raise `KnownError` for a room that cannot be written; `refs` are the ids of the others."""
    if not room.name.strip():
        raise KnownError(Fault.NO_ROOM_NAME)
    for capacity in (room.capacity, *(seating.capacity for seating in room.seatings)):
        _require_capacity(capacity, room.name)
    _require_free(room.ref, refs)


def require_slot(slot: Slot, refs: Collection[str]) -> None:
    """Raise `KnownError` for a slot that cannot be written; `refs` are the ids of the others."""
    for text in (slot.starts, slot.ends):
        if not is_clock_text(text):
            raise KnownError(Fault.BAD_TIME, value=text)
    if not slot.is_possible:
        raise KnownError(Fault.SLOT_ENDS_FIRST, starts=slot.starts[11:], ends=slot.ends[11:])
    _require_free(slot.ref, refs)


def require_session(session: Session, refs: Collection[str]) -> None:
    """Raise `KnownError` for a session that cannot be written; `refs` are the ids of the others."""
    if not session.title.strip():
        raise KnownError(Fault.NO_SESSION_TITLE)
    for number in (session.capacity, session.expected):
        if number is not None:
            _require_capacity(number, session.title)
    _require_free(session.ref, refs)


def is_clock_text(text: str) -> bool:
    """Say whether a text is what slots hold: "2026-11-21T11:00"."""
    if len(text) != _LENGTH or text[10:11] != "T":
        return False
    try:
        return datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False


def next_ref(refs: Collection[str], usual: str) -> str:
    """Return the id that follows the highest one, of the kind that most ids are: "F5" after "F1" to "F4".

    `usual`: how ids begin where there are none, or none ends in a number.
    """
    starts = [ref.rstrip("0123456789") for ref in refs if ref[-1:].isdecimal()]
    begin = max(dict.fromkeys(starts), key=starts.count, default=usual)
    digits = [ref.removeprefix(begin) for ref in refs if ref.startswith(begin)]
    known = [each for each in digits if each.isdecimal() and each.isascii() and len(each) < 16]
    width = max(map(len, known), default=1)
    return f"{begin}{max(map(int, known), default=0) + 1:0{width}d}"


def label_of(names: Iterable[str]) -> str:
    """Return what an entry about several things is called: the first few of them."""
    every = list(names)
    return ", ".join(every[:_FEW]) + (f" … ({len(every)})" if len(every) > _FEW else "")


def _require_capacity(capacity: int, name: str) -> None:
    if not 0 <= capacity <= MOST_PEOPLE:
        raise KnownError(Fault.BAD_CAPACITY, name=name, most=str(MOST_PEOPLE))


def _require_free(ref: str, refs: Collection[str]) -> None:
    if ref in refs:
        raise KnownError(Fault.NUMBER_TAKEN, number=ref)


def as_counted(ref: str) -> tuple[int | str, ...]:
    """Return a key for sorting ids as people count: "S2" comes before "S10"."""
    parts = re.split(r"([0-9]+)", ref.casefold())
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts))
