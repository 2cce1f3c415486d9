"""What a person does with rooms, slots and sessions, and with what people wish.

Each is one entry of the journal and can be undone as one. Nothing is written where nothing differs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.panels import naming, records
from eventdesk.panels.draws import records as draws
from eventdesk.panels.outcome import Done
from eventdesk.panels.records import RefOf
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people import records as people
from eventdesk.refs import next_ref
from eventdesk.store.access import new_id

Thing = TypeVar("Thing", Room, Slot, Session)


# ---- rooms


def add_room(event: Event, room: Room) -> Room:
    """Add a room, which gets a row id and, unless it brings one, an id like the others ("R7").

    Raises `KnownError` NO_ROOM_NAME, BAD_CAPACITY, or NUMBER_TAKEN for an id that another room has.
    """
    refs = {each.ref for each in records.rooms(event.db)}
    naming.require_room(room, refs)
    added = replace(room, id=new_id(), ref=room.ref or next_ref(refs, "R"))
    with event.transact(Op.PANELS_ADD_ROOM, added.name) as tx:
        records.insert_room(tx, added)
    return added


def change_room(event: Event, room: int, **fields: Any) -> Done:
    """Change fields of a room; with another `ref` all that names it follows. Raises as `add_room`, and GONE."""
    rooms = records.rooms(event.db)
    before = _found(rooms, room)
    after = replace(before, **fields)
    if after == before:
        return Done()
    naming.require_room(after, _others(rooms, room))
    with event.transact(Op.PANELS_EDIT_ROOM, after.name) as tx:
        records.change_room(tx, before, after)
        if after.ref != before.ref:
            records.move_refs(tx, RefOf.ROOM, before.ref, after.ref)
        return Done(tx.eid, rooms=(room,))


def seat(event: Event, room: int, seating: str) -> Done:
    """Seat people in a room in another of its ways; the one of now can be chosen again. Raises `KnownError` GONE."""
    before = _found(records.rooms(event.db), room)
    if seating == before.seating:
        return Done()
    chosen = next((each for each in before.seatings if each.name == seating), None)
    if chosen is None:
        raise KnownError(Fault.GONE)
    now = Seating(before.seating, before.capacity)
    others = tuple(sorted((now, *(each for each in before.seatings if each != chosen)), key=lambda each: each.name))
    return change_room(event, room, seating=chosen.name, capacity=chosen.capacity, seatings=others)


def remove_room(event: Event, room: int) -> Done:
    """Remove a room; its sessions have none then, and no check-in point is its door. Raises `KnownError` GONE."""
    gone = _found(records.rooms(event.db), room)
    there = [session for session in records.sessions(event.db) if session.room == room]
    with event.transact(Op.PANELS_REMOVE_ROOM, gone.name) as tx:
        for session in there:
            records.change_session(tx, session, replace(session, room=None, room_fixed=False))
        records.delete_room(tx, room)
        return Done(tx.eid, rooms=(room,), sessions=tuple(session.id for session in there))


# ---- slots


def add_slot(event: Event, slot: Slot) -> Slot:
    """Add a slot, which gets a row id and, unless it brings one, an id like the others ("Z4").

    Raises `KnownError` SLOT_ENDS_FIRST, BAD_TIME, or NUMBER_TAKEN for an id that another slot has.
    """
    refs = {each.ref for each in records.slots(event.db)}
    naming.require_slot(slot, refs)
    added = replace(slot, id=new_id(), ref=slot.ref or next_ref(refs, "Z"))
    with event.transact(Op.PANELS_ADD_SLOT, _time(added)) as tx:
        records.insert_slot(tx, added)
    return added


def change_slot(event: Event, slot: int, **fields: Any) -> Done:
    """Change fields of a slot; with another `ref` all that names it follows. Raises as `add_slot`, and GONE."""
    slots = records.slots(event.db)
    before = _found(slots, slot)
    after = replace(before, **fields)
    if after == before:
        return Done()
    naming.require_slot(after, _others(slots, slot))
    with event.transact(Op.PANELS_EDIT_SLOT, _time(after)) as tx:
        records.change_slot(tx, before, after)
        if after.ref != before.ref:
            records.move_refs(tx, RefOf.SLOT, before.ref, after.ref)
        return Done(tx.eid, slots=(slot,))


def remove_slot(event: Event, slot: int) -> Done:
    """Remove a slot; its sessions have none then. Raises `KnownError` GONE."""
    gone = _found(records.slots(event.db), slot)
    there = [session for session in records.sessions(event.db) if session.slot == slot]
    with event.transact(Op.PANELS_REMOVE_SLOT, _time(gone)) as tx:
        for session in there:
            records.change_session(tx, session, replace(session, slot=None, slot_fixed=False))
        records.delete_slot(tx, slot)
        return Done(tx.eid, slots=(slot,), sessions=tuple(session.id for session in there))


# ---- sessions


def add_session(event: Event, session: Session) -> Session:
    """Add a session, which gets a row id and, unless it brings one, an id like the others ("S25").

    Raises `KnownError` NO_SESSION_TITLE, BAD_CAPACITY, NUMBER_TAKEN for an id that another session has, or GONE for a
    slot or room that is not there.
    """
    refs = {each.ref for each in records.sessions(event.db)}
    naming.require_session(session, refs)
    _require_spot(event, session)
    added = replace(session, id=new_id(), ref=session.ref or next_ref(refs, "S"))
    with event.transact(Op.PANELS_ADD_SESSION, added.title) as tx:
        records.insert_session(tx, added)
    return added


def change_session(event: Event, session: int, **fields: Any) -> Done:
    """Change fields of a session; with another `ref` wishes and all that names it follow.

    When and where it is, is changed by `actions_spots.put_session`, which looks at the rules. Raises as `add_session`.
    """
    sessions = records.sessions(event.db)
    before = _found(sessions, session)
    after = replace(before, **fields)
    if after == before:
        return Done()
    naming.require_session(after, _others(sessions, session))
    _require_spot(event, after)
    with event.transact(Op.PANELS_EDIT_SESSION, after.title) as tx:
        records.change_session(tx, before, after)
        if after.ref != before.ref:
            records.move_refs(tx, RefOf.SESSION, before.ref, after.ref)
        return Done(tx.eid, sessions=(session,))


def remove_session(event: Event, session: int) -> Done:
    """Remove a session with its places and its waiting list; wishes for it are left as they are.

    Raises `KnownError` GONE.
    """
    gone = _found(records.sessions(event.db), session)
    with event.transact(Op.PANELS_REMOVE_SESSION, gone.title) as tx:
        draws.delete_all_of(tx, session)
        records.delete_session(tx, session)
        return Done(tx.eid, sessions=(session,))


# ---- wishes


def set_wishes(event: Event, person: int, wishes: Sequence[str]) -> Done:
    """Note what somebody wishes: ids of sessions in the event folder, the best first; each once.

    Raises `KnownError` UNKNOWN_PERSON, or GONE for a session that nobody knows. What they wished before and nobody
    knows may stay.
    """
    before = people.person(event.db, person)
    if before is None:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person))
    after = replace(before, wishes=tuple(dict.fromkeys(wishes)))
    if after == before:
        return Done()
    known = {session.ref for session in records.sessions(event.db)} | {*before.wishes}
    if not known.issuperset(after.wishes):
        raise KnownError(Fault.GONE)
    with event.transact(Op.PANELS_WISHES, after.name) as tx:
        people.change(tx, before, after)
        return Done(tx.eid, people=(person,))


def _found(things: Iterable[Thing], row_id: int) -> Thing:
    by_id: Mapping[int, Thing] = {thing.id: thing for thing in things}
    if row_id not in by_id:
        raise KnownError(Fault.GONE)
    return by_id[row_id]


def _others(things: Iterable[Thing], row_id: int) -> set[str]:
    return {thing.ref for thing in things if thing.id != row_id}


def _require_spot(event: Event, session: Session) -> None:
    if session.slot is not None:
        _found(records.slots(event.db), session.slot)
    if session.room is not None:
        _found(records.rooms(event.db), session.room)


def _time(slot: Slot) -> str:
    return f"{slot.starts[11:]}–{slot.ends[11:]}"
