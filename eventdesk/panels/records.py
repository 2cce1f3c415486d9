"""The SQL of the programme: the tables `room`, `slot` and `session`, and who has a part in which session."""

import json
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.panels.crowd import Crowd
from eventdesk.panels.draws import records as draws
from eventdesk.panels.place import Place
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session, SessionKind, Spot
from eventdesk.panels.slot import Slot
from eventdesk.people.person import Status
from eventdesk.people.records import joined, order_of_coming, split, with_status
from eventdesk.refs import as_counted
from eventdesk.store import extras
from eventdesk.store.access import Reader, Row, Value, Writer

COMING = (Status.REGISTERED, Status.PENDING)
"""Whose wishes count: who has cancelled, or waits for a place at the event, does not come."""
_ROOMS = """
SELECT id, ref, name, capacity, hall, door_x_mm, door_y_mm, equipment, step_free, unavailable, induction_loop,
  changeover_min, seating, note
FROM room
"""
_SLOTS = "SELECT id, ref, starts, ends FROM slot"
_SESSIONS = """
SELECT id, ref, title, kind, speakers, moderators, needs, slot, room, unavailable, language, capacity, repeat_of,
  slot_fixed, room_fixed, slot_wished, room_wished, room_forbidden, after, interpretation, expected, note
FROM session
"""
_LISTS = (
    "speakers",
    "moderators",
    "needs",
    "unavailable",
    "slot_wished",
    "room_wished",
    "room_forbidden",
    "after",
    "interpretation",
)
_APPOINTMENTS = """
SELECT session.title, coalesce(room.name, ''), coalesce(slot.starts, '') AS moment
FROM session
LEFT JOIN room ON room.id = session.room
LEFT JOIN slot ON slot.id = session.slot
WHERE session.id IN (
  SELECT session FROM session_person WHERE person = ?
  UNION SELECT id FROM session WHERE ref = ?
  UNION SELECT session FROM place WHERE person = ?
) AND (session.room IS NOT NULL OR session.slot IS NOT NULL)
ORDER BY moment = '', moment, session.title, session.id
"""
_ADD_PART = "INSERT OR IGNORE INTO session_person (session, person) VALUES (?, ?)"
_AT_ONCE = 4000
"""So many rows are read in a step."""
_CHOSEN = "(SELECT value FROM json_each(?))"


class RefOf(StrEnum):
    """What is named by its id in the event folder elsewhere."""

    ROOM = "room"
    SLOT = "slot"
    SESSION = "session"


_NAMED: Mapping[RefOf, tuple[tuple[str, str], ...]] = {
    RefOf.ROOM: (("session", "room_wished"), ("session", "room_forbidden")),
    RefOf.SLOT: (("session", "unavailable"), ("session", "slot_wished"), ("room", "unavailable")),
    RefOf.SESSION: (("session", "after"), ("session", "repeat_of"), ("exhibitor", "session"), ("person", "wishes")),
}


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session that somebody has a part or a place in: its room's name and its start, each empty while not settled."""

    title: str
    room: str
    starts: str


# ---- rooms


def rooms(reader: Reader) -> list[Room]:
    """Return all rooms, the largest first, as programmes name the main hall first."""
    extra = extras.by_owner(reader, "room")
    seatings: defaultdict[int, list[Seating]] = defaultdict(list)
    for room, name, capacity in reader.rows("SELECT room, name, capacity FROM room_seating ORDER BY name, id"):
        seatings[room].append(Seating(name, capacity))
    rows = sorted(reader.rows(f"{_ROOMS} ORDER BY ref, id"), key=lambda row: (-row["capacity"], as_counted(row["ref"])))
    return [_room(row, tuple(seatings[row["id"]]), extra.get(row["id"], {})) for row in rows]


def insert_room(writer: Writer, room: Room) -> None:
    """Write a new room, which already has an id."""
    writer.insert("room", {"id": room.id, **_room_values(room)})
    for seating in room.seatings:
        _insert_seating(writer, room.id, seating)
    extras.insert(writer, "room", room.id, room.extra)


def change_room(writer: Writer, before: Room, after: Room) -> None:
    """Write what differs, extra fields included."""
    _change(writer, "room", before.id, _room_values(before), _room_values(after))
    extras.change(writer, "room", before.id, before.extra, after.extra)
    if before.seatings != after.seatings:
        _change_seatings(writer, before.id, after.seatings)


def delete_room(writer: Writer, room: int) -> None:
    """Delete a room in which no session is, with all that belongs to it; no check-in point is its door any more."""
    for table in ("room_seating", "point_room"):
        for (row_id,) in writer.rows(f"SELECT id FROM {table} WHERE room = ? ORDER BY id", room):
            writer.delete(table, row_id)
    _delete(writer, "room", room)


def _insert_seating(writer: Writer, room: int, seating: Seating) -> None:
    writer.insert("room_seating", {"room": room, "name": seating.name, "capacity": seating.capacity})


def _change_seatings(writer: Writer, room: int, wanted: tuple[Seating, ...]) -> None:
    """Write the ways to seat people; one of a known name keeps its row."""
    left = {seating.name: seating for seating in wanted}
    for row_id, name, capacity in writer.rows("SELECT id, name, capacity FROM room_seating WHERE room = ?", room):
        seating = left.pop(name, None)
        if seating is None:
            writer.delete("room_seating", row_id)
        elif seating.capacity != capacity:
            writer.update("room_seating", row_id, {"capacity": seating.capacity})
    for seating in left.values():
        _insert_seating(writer, room, seating)


# ---- slots


def slots(reader: Reader) -> list[Slot]:
    """Return all slots, the earliest first."""
    extra = extras.by_owner(reader, "slot")
    return [
        Slot(**dict(row), extra=extra.get(row["id"], {})) for row in reader.rows(f"{_SLOTS} ORDER BY starts, ref, id")
    ]


def insert_slot(writer: Writer, slot: Slot) -> None:
    """Write a new slot, which already has an id."""
    writer.insert("slot", {"id": slot.id, **_slot_values(slot)})
    extras.insert(writer, "slot", slot.id, slot.extra)


def change_slot(writer: Writer, before: Slot, after: Slot) -> None:
    """Write what differs, extra fields included."""
    _change(writer, "slot", before.id, _slot_values(before), _slot_values(after))
    extras.change(writer, "slot", before.id, before.extra, after.extra)


def delete_slot(writer: Writer, slot: int) -> None:
    """Delete a slot in which no session is, with its extra fields."""
    _delete(writer, "slot", slot)


# ---- sessions


def sessions(reader: Reader) -> list[Session]:
    """Return all sessions, in the order of their ids in the event folder, as people count."""
    extra = extras.by_owner(reader, "session")
    rows = sorted(reader.rows(f"{_SESSIONS} ORDER BY ref, id"), key=lambda row: as_counted(row["ref"]))
    return [_session(row, extra.get(row["id"], {})) for row in rows]


def insert_session(writer: Writer, session: Session) -> None:
    """Write a new session, which already has an id; its slot and room must be written before."""
    writer.insert("session", {"id": session.id, **_session_values(session)})
    extras.insert(writer, "session", session.id, session.extra)


def change_session(writer: Writer, before: Session, after: Session) -> None:
    """Write what differs, extra fields included."""
    _change(writer, "session", before.id, _session_values(before), _session_values(after))
    extras.change(writer, "session", before.id, before.extra, after.extra)


def put_sessions(writer: Writer, spots: Mapping[int, Spot]) -> None:
    """Let sessions be in these slots and rooms."""
    for row_id, slot, room in writer.rows(f"SELECT id, slot, room FROM session WHERE id IN {_CHOSEN}", _list(spots)):
        before: dict[str, Value] = {"slot": slot, "room": room}
        wanted_slot, wanted_room = spots[row_id]
        _change(writer, "session", row_id, before, {"slot": wanted_slot, "room": wanted_room})


def delete_session(writer: Writer, session: int) -> None:
    """Delete a session in which nobody has a place or waits for one, with its extra fields."""
    _delete(writer, "session", session)


# ---- all of them


def read_programme(reader: Reader) -> Programme:
    """Return the programme as it is now, with all that people wish and have."""
    steps = read_in_steps(reader)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            programme: Programme = done.value
            return programme


def read_in_steps(reader: Reader) -> Generator[None, None, Programme]:
    """Read the same in short steps, between which the desk goes on working. Begin anew if something is changed."""
    all_sessions = tuple(sessions(reader))
    crowd = Crowd(all_sessions, order_of_coming(reader))
    yield
    last: int | None = -1
    while last is not None:
        rows = with_status(reader, *COMING, after=last, limit=_AT_ONCE)
        crowd.add(rows)
        last = rows[-1]["id"] if len(rows) == _AT_ONCE else None
        yield
    places: list[Place] = []
    last = -1
    while last is not None:
        some = draws.places(reader, after=last, limit=_AT_ONCE)
        places += (place for place in some if place.person in crowd.guests)
        last = some[-1].id if len(some) == _AT_ONCE else None
        yield
    return Programme(
        rooms=tuple(rooms(reader)),
        slots=tuple(slots(reader)),
        sessions=all_sessions,
        wishes=crowd.wishes,
        people=crowd.guests,
        places=tuple(places),
        waiting=tuple(each for each in draws.waiting(reader) if each.person in crowd.guests),
        unknown_wishes=crowd.unknown,
    )


def read_plan(reader: Reader) -> Programme:
    """Return the programme as it is now without wishes and places: of people, only those who speak or moderate."""
    all_sessions = tuple(sessions(reader))
    crowd = Crowd(all_sessions, ())
    crowd.add(with_status(reader, *COMING, refs={person for session in all_sessions for person in session.crew}))
    return Programme(tuple(rooms(reader)), tuple(slots(reader)), all_sessions, people=crowd.guests)


def counts(reader: Reader) -> dict[str, int]:
    """Return how many rooms, slots and sessions the file holds."""
    row = reader.rows(
        "SELECT (SELECT count(*) FROM room), (SELECT count(*) FROM slot), (SELECT count(*) FROM session)"
    )[0]
    return {"rooms": row[0], "slots": row[1], "sessions": row[2]}


def move_refs(writer: Writer, kind: RefOf, before: str, after: str) -> None:
    """Let all that names a room, slot or session by its id in the event folder name it by another one."""
    for table, column in _NAMED[kind]:
        held = writer.rows(f"SELECT id, {column} FROM {table} WHERE instr({column}, ?) ORDER BY id", before)
        for row_id, text in held:
            now = joined(after if each == before else each for each in split(text))
            if now != text:
                writer.update(table, row_id, {column: now})


def appointments(reader: Reader, person: str, session: str = "", row_id: int | None = None) -> list[Appointment]:
    """Return where a person has to be, the earliest first: their sessions that have a room or a slot.

    `person` is their id in the event folder; `session` the folder's id of one more session that concerns them;
    `row_id` their own, by which they have places.
    """
    return [Appointment(*row) for row in reader.rows(_APPOINTMENTS, person or None, session or None, row_id)]


# ---- who has a part


def refresh_parts(writer: Writer, session_ids: Iterable[int]) -> None:
    """Write anew who has a part in these sessions; sessions that are gone lose theirs."""
    chosen = _list(session_ids)
    writer.run(f"DELETE FROM session_person WHERE session IN {_CHOSEN}", chosen)
    _add_parts(writer, writer.rows(f"SELECT id, speakers, moderators FROM session WHERE id IN {_CHOSEN}", chosen))


def rebuild_parts(writer: Writer) -> None:
    """Write anew who has a part in which session."""
    writer.run("DELETE FROM session_person")
    _add_parts(writer, writer.rows("SELECT id, speakers, moderators FROM session"))


def _add_parts(writer: Writer, rows: list[Row]) -> None:
    people = [(row["id"], person) for row in rows for person in (*split(row["speakers"]), *split(row["moderators"]))]
    writer.run_many(_ADD_PART, people)


# ---- rows and values


def _change(writer: Writer, table: str, row_id: int, before: Mapping[str, Value], after: Mapping[str, Value]) -> None:
    new = {name: value for name, value in after.items() if value != before[name]}
    if new:
        writer.update(table, row_id, new)


def _delete(writer: Writer, table: str, row_id: int) -> None:
    for extra in extras.rows_of(writer, table, row_id).values():
        writer.delete("extra", extra)
    writer.delete(table, row_id)


def _list(ids: Iterable[int]) -> str:
    return json.dumps(list(ids))


def _room_values(room: Room) -> dict[str, Value]:
    return {
        "ref": room.ref,
        "name": room.name,
        "hall": room.hall,
        "door_x_mm": room.door_x_mm,
        "door_y_mm": room.door_y_mm,
        "capacity": room.capacity,
        "equipment": joined(room.equipment),
        "step_free": int(room.step_free),
        "unavailable": joined(room.unavailable),
        "induction_loop": int(room.induction_loop),
        "changeover_min": room.changeover_min,
        "seating": room.seating,
        "note": room.note,
    }


def _slot_values(slot: Slot) -> dict[str, Value]:
    return {"ref": slot.ref, "starts": slot.starts, "ends": slot.ends}


def _session_values(session: Session) -> dict[str, Value]:
    return {
        "ref": session.ref,
        "title": session.title,
        "kind": session.kind.value,
        "slot": session.slot,
        "room": session.room,
        "language": session.language,
        "capacity": session.capacity,
        "repeat_of": session.repeat_of,
        "slot_fixed": int(session.slot_fixed),
        "room_fixed": int(session.room_fixed),
        "expected": session.expected,
        "note": session.note,
        **{name: joined(getattr(session, name)) for name in _LISTS},
    }


def _room(row: Row, seatings: tuple[Seating, ...], extra: dict[str, str]) -> Room:
    values = dict(row) | {
        "equipment": split(row["equipment"]),
        "step_free": bool(row["step_free"]),
        "unavailable": split(row["unavailable"]),
        "induction_loop": bool(row["induction_loop"]),
    }
    return Room(**values, seatings=seatings, extra=extra)


def _session(row: Row, extra: dict[str, str]) -> Session:
    lists = {name: split(row[name]) for name in _LISTS}
    fixed = {name: bool(row[name]) for name in ("slot_fixed", "room_fixed")}
    values = dict(row) | lists | fixed | {"kind": SessionKind(row["kind"])}
    return Session(**values, extra=extra)
