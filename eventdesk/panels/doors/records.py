"""The SQL of doors: rooms of points, what takes place in them, claims to seats, people counted without names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from eventdesk.panels.doors.door import Claim, Sitting
from eventdesk.store import times
from eventdesk.store.access import Reader, Row, Value, Writer, new_id

_OWN_NAME = (
    "kind = 'room' AND name = (SELECT name FROM room WHERE id = ?1) COLLATE NOCASE "
    "AND NOT EXISTS (SELECT 1 FROM point_room WHERE point_room.point = point.id)"
)
"""A point of which nobody said where it leads to is the door of the room that is called like it."""
_ROOM = """
SELECT id, ref, name, capacity FROM room WHERE id IN (SELECT room FROM point_room WHERE point = ?1)
UNION ALL
SELECT room.id, room.ref, room.name, room.capacity FROM room JOIN point ON point.id = ?1
WHERE point.kind = 'room' AND room.name = point.name COLLATE NOCASE
AND NOT EXISTS (SELECT 1 FROM point_room WHERE point_room.point = ?1)
LIMIT 1
"""
_POINTS = f"SELECT point FROM point_room WHERE room = ?1 UNION SELECT id FROM point WHERE {_OWN_NAME} ORDER BY 1"
_SITTINGS = """
SELECT session.id, session.title, session.capacity, slot.starts, slot.ends
FROM session JOIN slot ON slot.id = session.slot AND slot.starts <> '' AND slot.ends <> '' WHERE session.room = ?
"""
_IN_ROOM = "presence.place IN ({points}) AND presence.day IN ({days}) AND presence.inside = 1{overnight}"
_OVERNIGHT = (
    " AND NOT EXISTS (SELECT 1 FROM presence AS later JOIN point ON point.id = later.place AND point.kind = 'room' "
    "WHERE later.person = presence.person AND later.day > presence.day "
    "AND (later.entries > 0 OR later.place IN ({points})))"
)
"""Presence begins anew at midnight: who came before it is still here, if they did not leave or go elsewhere since."""
_BY_ROOM = f"FROM presence INDEXED BY presence_room WHERE presence.place <> 0 AND {_IN_ROOM}"
_SEATED = f"SELECT count(*) {_BY_ROOM} AND presence.last_at >= ?"
_SEATED_BEFORE = f"SELECT count(*) {_BY_ROOM} AND presence.last_at < ?"
_STAYED = (
    f"{_SEATED_BEFORE} AND EXISTS "
    "(SELECT 1 FROM place INDEXED BY place_person WHERE place.person = presence.person AND place.session = ?)"
)
_COUNTED = (
    "SELECT coalesce(sum(change), 0) FROM door_count WHERE point IN ({points}) AND at >= ? AND door_count.session IS ?"
)
_LOOKED = f"SELECT ({_SEATED}), ({_SEATED_BEFORE})"
_PRESENT = "SELECT coalesce(sum(inside), 0) FROM presence_tally WHERE day IN ({days}) AND point IN ({points})"
"""Whoever is inside, be it for the session before; over midnight some may be counted twice."""
_COMING = "JOIN person ON person.id = {table}.person AND person.status IN ('registered', 'pending')"
"""Who cancelled needs no seat, though the place may still stand in the file."""
_NOT_IN = f"NOT EXISTS (SELECT 1 FROM presence WHERE presence.person = {{table}}.person AND {_IN_ROOM})"


@dataclass(frozen=True, slots=True)
class DoorRoom:
    """A room with the points that are its doors; `ref` as in the event folder, `capacity` None where nobody said."""

    id: int
    ref: str
    name: str
    capacity: int | None
    points: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """Who is expected at a session: row ids of people with a `place`, ids in the event folder of those with a part.

    `waiting` people wait for a place, `counted` came in without names since its door opened.
    """

    places: frozenset[int]
    parts: frozenset[str]
    waiting: int
    counted: int

    def claim(self, person: int, ref: str) -> Claim:
        """Return on what ground somebody comes (`ref`: their id in the event folder)."""
        return Claim(person in self.places, bool(ref) and ref in self.parts)


@dataclass(frozen=True, slots=True)
class Span:
    """Where and since when people are counted: doors of one room, local days (ISO), since when (UTC).

    There are two days for a session over midnight.
    """

    points: tuple[int, ...]
    days: tuple[str, ...]
    since: datetime

    @property
    def marks(self) -> Mapping[str, str]:
        """What stands for doors and days in SQL; a room without a door has no place to look for."""
        points, days = ", ".join("?" * len(self.points)) or "NULL", ", ".join("?" * len(self.days))
        return {"points": points, "days": days, "overnight": _OVERNIGHT.format(points=points) * self.is_overnight}

    @property
    def is_overnight(self) -> bool:
        """Whether there are two days."""
        return len(self.days) > 1

    @property
    def here(self) -> tuple[Value, ...]:
        """The values for doors and days."""
        return *self.points, *self.days, *self.points * self.is_overnight

    @property
    def since_text(self) -> str:
        """The time as the file keeps it."""
        return times.to_text(self.since)


def room_of(reader: Reader, point_id: int) -> DoorRoom | None:
    """Return the room that a point is the door of."""
    row = reader.row(_ROOM, point_id)
    return _room(reader, row) if row else None


def rooms(reader: Reader) -> list[DoorRoom]:
    """Return all rooms by name, those without a door, too."""
    return [
        _room(reader, row) for row in reader.rows("SELECT id, ref, name, capacity FROM room ORDER BY name, ref, id")
    ]


def sittings(reader: Reader, room: DoorRoom) -> list[Sitting]:
    """Return the sessions of a room that have a time."""
    return [_sitting(row, room.capacity) for row in reader.rows(_SITTINGS, room.id)]


def expected(reader: Reader, span: Span, session: int) -> Expected:
    """Return who is expected at a session, and how many came without names."""
    return Expected(
        frozenset(row[0] for row in reader.rows("SELECT person FROM place WHERE session = ?", session)),
        frozenset(row[0] for row in reader.rows("SELECT person FROM session_person WHERE session = ?", session)),
        int(reader.value("SELECT count(*) FROM waiting WHERE session = ?", session)),
        counted(reader, span, session),
    )


def present(reader: Reader, span: Span) -> int:
    """Return how many people are inside at most, whatever they came for: at once, however many they are."""
    return int(reader.value(_PRESENT.format_map(span.marks), *span.days, *span.points))


def seated_and_before(reader: Reader, span: Span) -> tuple[int, int]:
    """Return how many came in since, as `seated`, and how many before it, whom nobody saw leave."""
    here = (*span.here, span.since_text)
    row = reader.rows(_LOOKED.format_map(span.marks), *here, *here)[0]
    return row[0], row[1]


def seated(reader: Reader, span: Span) -> int:
    """Return how many people came in through these doors since, and are inside."""
    sql = _SEATED.format_map(span.marks)
    return int(reader.value(sql, *span.here, span.since_text))


def stayed(reader: Reader, span: Span, session: int) -> int:
    """Return how many of those who came in before, and were not seen leaving, have a place in this session."""
    sql = _STAYED.format_map(span.marks)
    return int(reader.value(sql, *span.here, span.since_text, session))


def missing(reader: Reader, span: Span, session: int) -> int:
    """Return how many people have a place in a session, did not cancel, and are not inside."""
    coming, not_in = _COMING.format(table="place"), _NOT_IN.format(table="place", **span.marks)
    sql = f"SELECT count(*) FROM place {coming} WHERE session = ? AND {not_in}"
    return int(reader.value(sql, session, *span.here))


def still_waiting(reader: Reader, span: Span, session: int) -> list[int]:
    """Return who waits for a place in a session, did not cancel, and is not inside, the first of the list first."""
    coming, not_in = _COMING.format(table="waiting"), _NOT_IN.format(table="waiting", **span.marks)
    sql = (
        f"SELECT waiting.person FROM waiting {coming} WHERE waiting.session = ? AND {not_in} AND NOT EXISTS "
        "(SELECT 1 FROM place WHERE place.person = waiting.person AND place.session = waiting.session) "
        "ORDER BY waiting.at, waiting.id"
    )
    return [row[0] for row in reader.rows(sql, session, *span.here)]


def counted(reader: Reader, span: Span, session: int | None) -> int:
    """Return how many people more came in than went out through these doors, of those counted without a name."""
    return int(reader.value(_COUNTED.format_map(span.marks), *span.points, span.since_text, session))


def insert_count(writer: Writer, point: int, session: int | None, at: datetime, desk: str, change: int) -> None:
    """Write that `change` people without a name came in, or went out if it is negative."""
    writer.insert(
        "door_count",
        {"id": new_id(), "point": point, "session": session, "at": times.to_text(at), "desk": desk, "change": change},
    )


def link(writer: Writer, point: int, room: int | None) -> None:
    """Make a point the door of a room; None: of none that is named."""
    for row in writer.rows("SELECT id FROM point_room WHERE point = ?", point):
        writer.delete("point_room", row[0])
    if room is not None:
        writer.insert("point_room", {"id": new_id(), "point": point, "room": room})


def counts_by_session(reader: Reader) -> Mapping[int, tuple[int, ...]]:
    """Return the changes that were counted without names, by session, in the order of their times."""
    found: dict[int, list[int]] = {}
    for row in reader.each("SELECT session, change FROM door_count WHERE session IS NOT NULL ORDER BY at, id"):
        found.setdefault(row[0], []).append(row[1])
    return {session: tuple(changes) for session, changes in found.items()}


def expected_in(reader: Reader) -> dict[int, frozenset[int]]:
    """Return who is expected in which session: those who have a place, and those who have a part in it."""
    found: dict[int, set[int]] = {}
    sql = (
        "SELECT session, person FROM place UNION SELECT session_person.session, person.id FROM session_person "
        "JOIN person ON person.foreign_id = session_person.person AND person.foreign_id <> ''"
    )
    for session, person in reader.each(sql):
        found.setdefault(session, set()).add(person)
    return {session: frozenset(people) for session, people in found.items()}


def passes(reader: Reader, points: Sequence[int]) -> list[tuple[int, int, bool, str]]:
    """Return (person, point, whether in, UTC time) of all who passed these doors or left the house, person by person.

    The last is given for point 0: whoever left the house is in no room. Of what was at the same time the exits come
    first: who comes into a room leaves where they were, which may be another door of the same room.
    """
    marks = ", ".join("?" * len(points))
    rows = reader.rows(
        f"SELECT person, point, direction = 'in' AS inwards, at FROM scan WHERE point IN ({marks}) "
        "AND person IS NOT NULL AND outcome IN ('accepted', 'left', 'not_inside') UNION ALL "
        "SELECT person, 0, 0, at FROM scan JOIN point ON point.id = scan.point AND point.kind = 'entrance' "
        "WHERE direction = 'out' AND person IS NOT NULL AND outcome IN ('left', 'not_inside') "
        "ORDER BY person, at, inwards",
        *points,
    )
    return [(row[0], row[1], bool(row[2]), row[3]) for row in rows]


def _room(reader: Reader, row: Row) -> DoorRoom:
    points = tuple(each[0] for each in reader.rows(_POINTS, row["id"]))
    return DoorRoom(row["id"], row["ref"], row["name"], row["capacity"] or None, points)


def _sitting(row: Row, capacity: int | None) -> Sitting:
    limits = [limit for limit in (row["capacity"], capacity) if limit]
    return Sitting(
        session=row["id"],
        title=row["title"],
        starts=datetime.fromisoformat(row["starts"]),
        ends=datetime.fromisoformat(row["ends"]),
        capacity=min(limits, default=None),
    )
