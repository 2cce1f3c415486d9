"""The SQL of check-in: points, and scans as they were recorded."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from eventdesk.checkin.point import Point, PointKind, Rule
from eventdesk.checkin.rules import Past
from eventdesk.checkin.scan import Direction, RecentScan, Scan
from eventdesk.codes import Outcome
from eventdesk.people.person import Person
from eventdesk.people.records import joined, split
from eventdesk.store import settings, times
from eventdesk.store.access import Reader, Row, Value, Writer, new_id

_RETIRED = "point_retired."
_POINT = (
    "SELECT id, name, kind, rule, roles, days, capacity, place, "
    f"EXISTS (SELECT 1 FROM setting WHERE key = '{_RETIRED}' || point.id) AS retired FROM point"
)
_POINT_ORDER = "ORDER BY place, name, id"
_SCAN_COLUMNS = "id, eid, person, code, point, direction, outcome, forced, at, desk"
_PAST = (
    "SELECT scan.at, scan.direction, point.name, scan.desk, scan.id FROM scan JOIN point ON point.id = scan.point "
    "WHERE scan.person = ? AND scan.outcome IN ('accepted', 'left', 'not_inside')"
)
_WAITING_BADGE = (
    "SELECT box, number FROM (SELECT box, number, at FROM badge_print INDEXED BY badge_print_person "
    "WHERE person = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT 1) AS latest WHERE NOT EXISTS "
    "(SELECT 1 FROM badge_handout INDEXED BY badge_handout_person "
    "WHERE person = ? AND badge_handout.at >= latest.at AND badge_handout.at < ?)"
)
_RECENT = """
SELECT scan.id, scan.eid, scan.at, scan.outcome, scan.direction, scan.forced, scan.desk, point.name AS point,
  point.kind = 'room' AS at_room,
  scan.code, coalesce(person.id, scan.person) AS person, given_name, family_name, native_name, organisation,
  (SELECT count(*) FROM entry AS part
   WHERE part.part_of = coalesce(entry.part_of, entry.eid) AND part.op IN ('check_in', 'check_out'))
  + (SELECT count(*) FROM entry AS whole
     WHERE whole.eid = coalesce(entry.part_of, entry.eid) AND whole.op IN ('check_in', 'check_out')) AS together
FROM scan
LEFT JOIN point ON point.id = scan.point
LEFT JOIN person ON person.id = coalesce(scan.person,
  (SELECT holder.id FROM person AS holder WHERE scan.code <> '' AND holder.code = scan.code LIMIT 1),
  (SELECT holder.id FROM person AS holder WHERE scan.code <> '' AND holder.ticket <> '' AND holder.ticket = scan.code
   LIMIT 1))
LEFT JOIN entry ON entry.eid = scan.eid
WHERE NOT (scan.outcome = 'left' AND EXISTS
  (SELECT 1 FROM scan AS other WHERE other.person = scan.person AND other.eid = scan.eid AND other.point <> scan.point
   AND (other.outcome = 'accepted' OR (other.outcome = 'left' AND other.id < scan.id))))
ORDER BY scan.at DESC, scan.id DESC LIMIT ?
"""


def points(reader: Reader) -> list[Point]:
    """Return the points where people are scanned, in the order that the organiser gave them."""
    return [point for point in all_points(reader) if not point.retired]


def all_points(reader: Reader) -> list[Point]:
    """Return all points, those that were retired included."""
    return [_point(row) for row in reader.rows(f"{_POINT} {_POINT_ORDER}")]


def scans_at(reader: Reader, point_id: int) -> int:
    """Return how many scans were recorded at a point, refused ones included."""
    return int(reader.value("SELECT count(*) FROM scan WHERE point = ?", point_id))


def set_retired(writer: Writer, point_id: int, *, retired: bool) -> None:
    """Retire a point, or use it again."""
    key = f"{_RETIRED}{point_id}"
    if retired:
        settings.put(writer, key, "1")
    else:
        settings.drop(writer, key)


def forget_room(writer: Writer, point_id: int) -> None:
    """Take away which room a point is the door of."""
    for row in writer.rows("SELECT id FROM point_room WHERE point = ?", point_id):
        writer.delete("point_room", row[0])


def point(reader: Reader, point_id: int) -> Point | None:
    """Return one point."""
    row = reader.row(f"{_POINT} WHERE id = ?", point_id)
    return _point(row) if row else None


def insert_point(writer: Writer, point: Point) -> None:
    """Write a new point, which already has an id."""
    writer.insert("point", {"id": point.id, **_point_row(point)})


def change_point(writer: Writer, before: Point, after: Point) -> None:
    """Write what differs between `before` and `after`."""
    old, new = _point_row(before), _point_row(after)
    touched = {name: value for name, value in new.items() if old[name] != value}
    if touched:
        writer.update("point", before.id, touched)


def insert_scan(writer: Writer, scan: Scan) -> None:
    """Write one scan."""
    writer.insert(
        "scan",
        {
            "id": scan.id,
            "eid": scan.eid,
            "person": scan.person,
            "code": scan.code,
            "point": scan.point,
            "direction": scan.direction.value,
            "outcome": scan.outcome.value,
            "forced": int(scan.forced),
            "at": times.to_text(scan.at),
            "desk": scan.desk,
        },
    )


@dataclass(frozen=True, slots=True)
class WaitingBadge:
    """A badge that is printed and was not handed out yet: in which box it lies, if in any, and its number."""

    box: str
    number: int


def waiting_badge(reader: Reader, person_id: int, at: datetime) -> WaitingBadge | None:
    """Return the badge that a person had yet to get at this moment."""
    moment = times.to_text(at)
    row = reader.row(_WAITING_BADGE, person_id, moment, person_id, moment)
    return WaitingBadge(row[0], row[1]) if row else None


def insert_handout(writer: Writer, person_id: int, at: datetime, desk: str) -> None:
    """Note that a person got the badge that lay here for them."""
    writer.insert("badge_handout", {"id": new_id(), "person": person_id, "at": times.to_text(at), "desk": desk})


def scan_near(reader: Reader, like: Scan, since: datetime, until: datetime, person: int | None) -> Scan | None:
    """Return the latest scan between these times (exclusive) of this person, or of the same code.

    Only scans of this desk at this point count.
    """
    row = reader.row(
        f"SELECT {_SCAN_COLUMNS} FROM scan WHERE (person = ? OR code <> '' AND code = ?) "
        "AND point = ? AND at > ? AND at < ? AND desk = ? ORDER BY at DESC, id LIMIT 1",
        person,
        like.code,
        like.point,
        times.to_text(since),
        times.to_text(until),
        like.desk,
    )
    return _scan(row) if row else None


def history(reader: Reader, person_id: int, point: Point, doors: Sequence[int] = ()) -> list[Past]:
    """Return the scans of a person that count at this point: at an entrance, those at all entrances.

    `doors` are all points that lead into the same room; none: this one alone. Of scans at the same time the exits come
    last, as presence counts them; but first at doors, as who comes in through one leaves through the other.
    """
    if point.kind is PointKind.ENTRANCE:
        rows = reader.rows(f"{_PAST} AND point.kind = 'entrance' ORDER BY scan.at, direction", person_id)
    else:
        marks, order = ", ".join("?" * len(doors or (point,))), "DESC" if doors else ""
        sql = f"{_PAST} AND scan.point IN ({marks}) ORDER BY scan.at, direction {order}"
        rows = reader.rows(sql, person_id, *(doors or (point.id,)))
    return [
        Past(at=times.from_text(row[0]), direction=Direction(row[1]), point=row[2], desk=row[3], scan=row[4])
        for row in rows
    ]


def recent(reader: Reader, limit: int) -> list[RecentScan]:
    """Return the last scans by their times, newest first, refused ones included.

    An exit from one room that goes with the entry into another is not told.
    """
    return [_recent(row) for row in reader.rows(_RECENT, limit)]


def names_by_code(reader: Reader, codes: set[str]) -> dict[str, Row]:
    """Return who has these codes or tickets, by code; of several people with one ticket the first."""
    if not codes:
        return {}
    wanted = json.dumps(sorted(codes - {""}))
    named = "given_name, family_name, native_name FROM person"
    chosen = "IN (SELECT value FROM json_each(?))"
    rows = reader.rows(f"SELECT ticket AS key, {named} WHERE ticket <> '' AND ticket {chosen} ORDER BY id DESC", wanted)
    rows += reader.rows(f"SELECT code AS key, {named} WHERE code {chosen}", wanted)
    return {row["key"]: row for row in rows}


def count(reader: Reader) -> int:
    """Return how many scans were recorded, refused ones included."""
    return int(reader.value("SELECT count(*) FROM scan"))


def _point(row: Row) -> Point:
    return Point(
        id=row["id"],
        name=row["name"],
        kind=PointKind(row["kind"]),
        rule=Rule(row["rule"]),
        roles=split(row["roles"]),
        days=split(row["days"]),
        capacity=row["capacity"],
        place=row["place"],
        retired=bool(row["retired"]),
    )


def _point_row(point: Point) -> dict[str, Value]:
    return {
        "name": point.name,
        "kind": point.kind.value,
        "rule": point.rule.value,
        "roles": joined(point.roles),
        "days": joined(point.days),
        "capacity": point.capacity,
        "place": point.place,
    }


def _scan(row: Row) -> Scan:
    return Scan(
        id=row["id"],
        eid=row["eid"],
        person=row["person"],
        code=row["code"],
        point=row["point"],
        direction=Direction(row["direction"]),
        outcome=Outcome(row["outcome"]),
        forced=bool(row["forced"]),
        at=times.from_text(row["at"]),
        desk=row["desk"],
    )


def _recent(row: Row) -> RecentScan:
    known = row["given_name"] is not None
    who = Person(row["person"], row["given_name"], row["family_name"], row["native_name"]) if known else None
    outcome = Outcome(row["outcome"])
    return RecentScan(
        id=row["id"],
        eid=row["eid"],
        at=times.from_text(row["at"]),
        outcome=outcome,
        direction=Direction(row["direction"]),
        forced=bool(row["forced"]),
        desk=row["desk"],
        point=row["point"] or "",
        code=row["code"],
        person=row["person"],
        name=who.name if who else "",
        list_name=who.list_name if who else "",
        native_name=who.native_name if who else "",
        organisation=row["organisation"] or "",
        undoable=outcome in {Outcome.ACCEPTED, Outcome.LEFT},
        together=row["together"],
        at_room=bool(row["at_room"]),
    )
