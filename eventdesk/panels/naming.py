"""What rooms, slots and sessions must have before they are written."""

from collections.abc import Collection

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.store.times import is_clock_text

MOST_PEOPLE = 1_000_000


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


def _require_capacity(capacity: int, name: str) -> None:
    if not 0 <= capacity <= MOST_PEOPLE:
        raise KnownError(Fault.BAD_CAPACITY, name=name, most=str(MOST_PEOPLE))


def _require_free(ref: str, refs: Collection[str]) -> None:
    if ref in refs:
        raise KnownError(Fault.NUMBER_TAKEN, number=ref)
