"""The SQL of the programme: the tables `room`, `slot` and `session`, and who has a part in which session."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from eventdesk.people.records import joined, split
from eventdesk.store import extras
from eventdesk.store.access import Reader, Row, Writer

_ROOMS = "SELECT id, ref, name, capacity, hall, door_x_mm, door_y_mm, equipment, step_free, unavailable FROM room"
_SLOTS = "SELECT id, ref, starts, ends FROM slot"
_SESSIONS = """
SELECT id, ref, title, kind, speakers, moderators, needs, slot, room, unavailable, language, capacity, repeat_of
FROM session
"""
_APPOINTMENTS = """
SELECT session.title, coalesce(room.name, ''), coalesce(slot.starts, '') AS moment
FROM session
LEFT JOIN room ON room.id = session.room
LEFT JOIN slot ON slot.id = session.slot
WHERE session.id IN (
  SELECT session FROM session_person WHERE person = ?
  UNION SELECT id FROM session WHERE ref = ?
) AND (session.room IS NOT NULL OR session.slot IS NOT NULL)
ORDER BY moment = '', moment, session.title, session.id
"""
_ADD_PART = "INSERT OR IGNORE INTO session_person (session, person) VALUES (?, ?)"
_CHOSEN = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session that somebody has a part in: its room's name and its start, each empty while not settled."""

    title: str
    room: str
    starts: str


def insert_room(writer: Writer, room: Room) -> None:
    """Write a new room, which already has an id."""
    writer.insert(
        "room",
        {
            "id": room.id,
            "ref": room.ref,
            "name": room.name,
            "hall": room.hall,
            "door_x_mm": room.door_x_mm,
            "door_y_mm": room.door_y_mm,
            "capacity": room.capacity,
            "equipment": joined(room.equipment),
            "step_free": int(room.step_free),
            "unavailable": joined(room.unavailable),
        },
    )
    extras.insert(writer, "room", room.id, room.extra)


def insert_slot(writer: Writer, slot: Slot) -> None:
    """Write a new slot, which already has an id."""
    writer.insert("slot", {"id": slot.id, "ref": slot.ref, "starts": slot.starts, "ends": slot.ends})
    extras.insert(writer, "slot", slot.id, slot.extra)


def insert_session(writer: Writer, session: Session) -> None:
    """Write a new session, which already has an id; its slot and room must be written before."""
    writer.insert(
        "session",
        {
            "id": session.id,
            "ref": session.ref,
            "title": session.title,
            "kind": session.kind.value,
            "speakers": joined(session.speakers),
            "moderators": joined(session.moderators),
            "needs": joined(session.needs),
            "slot": session.slot,
            "room": session.room,
            "unavailable": joined(session.unavailable),
            "language": session.language,
            "capacity": session.capacity,
            "repeat_of": session.repeat_of,
        },
    )
    extras.insert(writer, "session", session.id, session.extra)


def rooms(reader: Reader) -> list[Room]:
    """Return all rooms, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "room")
    return [_room(row, extra.get(row["id"], {})) for row in reader.rows(f"{_ROOMS} ORDER BY ref, id")]


def slots(reader: Reader) -> list[Slot]:
    """Return all slots, the earliest first."""
    extra = extras.by_owner(reader, "slot")
    return [
        Slot(**dict(row), extra=extra.get(row["id"], {})) for row in reader.rows(f"{_SLOTS} ORDER BY starts, ref, id")
    ]


def sessions(reader: Reader) -> list[Session]:
    """Return all sessions, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "session")
    return [_session(row, extra.get(row["id"], {})) for row in reader.rows(f"{_SESSIONS} ORDER BY ref, id")]


def counts(reader: Reader) -> dict[str, int]:
    """Return how many rooms, slots and sessions the file holds."""
    row = reader.rows(
        "SELECT (SELECT count(*) FROM room), (SELECT count(*) FROM slot), (SELECT count(*) FROM session)"
    )[0]
    return {"rooms": row[0], "slots": row[1], "sessions": row[2]}


def appointments(reader: Reader, person: str, session: str = "") -> list[Appointment]:
    """Return where a person has to be, the earliest first: their sessions that have a room or a slot.

    `person` is their id in the event folder; `session` the folder's id of one more session that concerns them.
    """
    return [Appointment(*row) for row in reader.rows(_APPOINTMENTS, person, session or None)]


def refresh_parts(writer: Writer, session_ids: Iterable[int]) -> None:
    """Write anew who has a part in these sessions; sessions that are gone lose theirs."""
    chosen = json.dumps(list(session_ids))
    writer.run(f"DELETE FROM session_person WHERE session IN {_CHOSEN}", chosen)
    _add_parts(writer, writer.rows(f"SELECT id, speakers, moderators FROM session WHERE id IN {_CHOSEN}", chosen))


def rebuild_parts(writer: Writer) -> None:
    """Write anew who has a part in which session."""
    writer.run("DELETE FROM session_person")
    _add_parts(writer, writer.rows("SELECT id, speakers, moderators FROM session"))


def _add_parts(writer: Writer, rows: list[Row]) -> None:
    people = [(row["id"], person) for row in rows for person in (*split(row["speakers"]), *split(row["moderators"]))]
    writer.run_many(_ADD_PART, people)


def _room(row: Row, extra: dict[str, str]) -> Room:
    values = dict(row) | {
        "equipment": split(row["equipment"]),
        "step_free": bool(row["step_free"]),
        "unavailable": split(row["unavailable"]),
    }
    return Room(**values, extra=extra)


def _session(row: Row, extra: dict[str, str]) -> Session:
    lists = {name: split(row[name]) for name in ("speakers", "moderators", "needs", "unavailable")}
    values = dict(row) | lists | {"kind": SessionKind(row["kind"])}
    return Session(**values, extra=extra)
