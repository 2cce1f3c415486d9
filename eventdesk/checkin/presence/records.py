"""The SQL of the derived tables of presence."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from eventdesk.checkin.presence.stay import HOUSE, Counted, Standing, Stay
from eventdesk.store.access import Reader, Row, Writer

_TABLES = ("presence", "presence_person", "presence_tally", "presence_basis")
_COUNTED = "outcome IN ('accepted', 'left', 'not_inside')"
"""Scans that say where somebody is. An exit counts even if the desk did not know of the entry."""

_SCAN = "SELECT id, person, point, direction = 'in', at FROM scan"
_STAY = (
    "SELECT person, place, day, inside, entries, first_at, first_point, last_at, last_point FROM presence "
    "WHERE person = ?"
)
_PUT_STAY = "INSERT OR REPLACE INTO presence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_STANDING = "SELECT roles, status = 'registered' FROM person"
_CHOSEN = "(SELECT value FROM json_each(?))"


def stored_basis(reader: Reader) -> dict[str, str]:
    """Return what the tallies were made by, as `present_basis` wrote it."""
    return dict(tuple(row) for row in reader.rows("SELECT key, value FROM presence_basis"))


def point_kinds(reader: Reader) -> dict[int, str]:
    """Return the kind of each point."""
    return {row[0]: row[1] for row in reader.rows("SELECT id, kind FROM point")}


def put_basis(writer: Writer, basis: dict[str, str]) -> None:
    """Replace what the tallies are made by."""
    writer.run("DELETE FROM presence_basis")
    writer.run_many("INSERT INTO presence_basis (key, value) VALUES (?, ?)", basis.items())


def any_scan(reader: Reader, points: Collection[int] | None = None) -> bool:
    """Say whether anybody was ever scanned, or scanned at one of these points."""
    if points is None:
        return reader.row("SELECT 1 FROM scan LIMIT 1") is not None
    return reader.row(f"SELECT 1 FROM scan WHERE point IN {_CHOSEN} LIMIT 1", json.dumps(list(points))) is not None


def scans_of(reader: Reader, person: int) -> list[Counted]:
    """Return a person's scans that count, by their times; at the same time entries come before exits."""
    rows = reader.rows(f"{_SCAN} WHERE person = ? AND {_COUNTED} ORDER BY at, direction, id", person)
    return [_counted(row) for row in rows]


def all_scans(reader: Reader) -> Iterator[Counted]:
    """Yield all scans that count, person by person, by their times."""
    sql = f"{_SCAN} WHERE person IS NOT NULL AND {_COUNTED} ORDER BY person, at, direction, id"
    for row in reader.each(sql):
        yield _counted(row)


def people_of(reader: Reader, scans: Collection[int]) -> set[int]:
    """Return whom these scans were ever recorded for. They may be gone, so this asks the journal."""
    rows = reader.rows(
        "SELECT json_extract(before, '$.person'), json_extract(after, '$.person') FROM change "
        "WHERE tbl = 'scan' AND row_id IN (SELECT value FROM json_each(?))",
        json.dumps(list(scans)),
    )
    return {person for row in rows for person in row if person is not None}


def standing(reader: Reader, person: int) -> Standing | None:
    """Return how a person is to be counted, None for somebody who is not in the file."""
    row = reader.row(f"{_STANDING} WHERE id = ?", person)
    return Standing(*row) if row else None


def counted_standing(reader: Reader, person: int) -> Standing | None:
    """Return how a person is counted at present."""
    row = reader.row("SELECT roles, expected FROM presence_person WHERE person = ?", person)
    return Standing(*row) if row else None


def put_standing(writer: Writer, person: int, standing: Standing | None) -> None:
    """Remember how a person is counted; None forgets them."""
    if standing is None:
        writer.run("DELETE FROM presence_person WHERE person = ?", person)
        return
    writer.run("INSERT OR REPLACE INTO presence_person (person, roles, expected) VALUES (?, ?, ?)", person, *standing)


def stays_of(reader: Reader, person: int) -> dict[tuple[int, str], Stay]:
    """Return a person's stays as stored."""
    return {(row[1], row[2]): Stay(*row) for row in reader.rows(_STAY, person)}


def put_stay(writer: Writer, stay: Stay) -> None:
    """Write a stay over the one of the same person, place and day."""
    writer.run(_PUT_STAY, *stay)


def put_stays(writer: Writer, stays: Iterable[Stay]) -> None:
    """Write many stays."""
    writer.run_many(_PUT_STAY, stays)


def drop_stay(writer: Writer, stay: Stay) -> None:
    """Delete one stay."""
    writer.run("DELETE FROM presence WHERE person = ? AND place = ? AND day = ?", *stay[:3])


def add_to_tally(writer: Writer, key: tuple[str, int, str], figures: Sequence[int]) -> None:
    """Add (inside, arrived, expected) to the tally of a day, a point and roles; what comes to nothing is deleted."""
    writer.run(
        "INSERT INTO presence_tally VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "inside = inside + excluded.inside, arrived = arrived + excluded.arrived, "
        "expected = expected + excluded.expected",
        *key,
        *figures,
    )
    if min(figures) < 0:
        writer.run(
            "DELETE FROM presence_tally WHERE day = ? AND point = ? AND roles = ? "
            "AND inside = 0 AND arrived = 0 AND expected = 0",
            *key,
        )


def clear(writer: Writer) -> None:
    """Empty all derived tables of presence."""
    for table in _TABLES:
        writer.run(f"DELETE FROM {table}")


def fill_standings(writer: Writer) -> None:
    """Remember of all people how they are to be counted."""
    writer.run(
        "INSERT INTO presence_person (person, roles, expected) SELECT id, roles, status = 'registered' FROM person"
    )


def counted_alike(reader: Reader) -> list[tuple[Standing, int]]:
    """Return how people are counted, each way with the number of people."""
    rows = reader.rows("SELECT roles, expected, count(*) FROM presence_person GROUP BY roles, expected")
    return [(Standing(roles, expected), people) for roles, expected, people in rows]


def tallies(reader: Reader, days: tuple[str, str]) -> list[Row]:
    """Return (point, roles, inside, arrived, expected) of these days, summed."""
    return reader.rows("SELECT point, roles, inside, arrived, expected FROM presence_tally WHERE day IN (?, ?)", *days)


def arrivals(reader: Reader, day: str) -> list[Row]:
    """Return (UTC start, people who came into the house for the first time that day) of five minutes each, in order."""
    return reader.rows(
        "SELECT substr(day, 12), arrived FROM presence_tally WHERE day > ? || '/' AND day < ? || '0' ORDER BY day",
        day,
        day,
    )


def arrived_between(reader: Reader, day: str, since: str, until: str) -> int:
    """Return how many people came into the house for the first time that day after `since`, and not after `until`."""
    return int(
        reader.value(
            "SELECT count(*) FROM scan CROSS JOIN presence ON presence.person = scan.person AND presence.place = ? "
            "AND presence.day = ? AND presence.first_at = scan.at AND presence.first_point = scan.point "
            "WHERE scan.at > ? AND scan.at <= ? AND scan.outcome = 'accepted'",
            HOUSE,
            day,
            since,
            until,
        )
    )


def inside(reader: Reader, day: str, point: int, *, whole_house: bool) -> int:
    """Return how many people are inside at a point, or in the house."""
    of_day = "SELECT coalesce(sum(inside), 0) FROM presence_tally WHERE day = ?"
    if whole_house:
        return int(reader.value(f"{of_day} AND point IN (SELECT id FROM point WHERE kind = 'entrance')", day))
    return int(reader.value(f"{of_day} AND point = ?", day, point))


def stays_on(reader: Reader, people: Collection[int], place: int, day: str) -> list[Row]:
    """Return (person, inside, first_at, last_at) of those of these people who were scanned there on this day."""
    return reader.rows(
        f"SELECT person, inside, first_at, last_at FROM presence WHERE person IN {_CHOSEN} AND place = ? AND day = ?",
        json.dumps(list(people)),
        place,
        day,
    )


def rooms_inside(reader: Reader, person: int, day: str) -> list[Row]:
    """Return (point, last scan) of the rooms in which a person is on this day."""
    return reader.rows(
        "SELECT presence.place, last_at FROM presence CROSS JOIN point ON point.id = presence.place "
        "AND point.kind = 'room' WHERE person = ? AND day = ? AND inside = 1 ORDER BY presence.place",
        person,
        day,
    )


def group_size(reader: Reader, group: str, place: int, day: str) -> tuple[int, int]:
    """Return how many registered people a group has, and how many of them have not come to this place today."""
    row = reader.row(
        "SELECT count(*), coalesce(sum(NOT EXISTS (SELECT 1 FROM presence WHERE presence.person = person.id "
        "AND place = ? AND day = ? AND entries > 0)), 0) "
        "FROM person WHERE party = ? AND party <> '' AND status = 'registered'",
        place,
        day,
        group,
    )
    return (row[0], row[1]) if row else (0, 0)


def _counted(row: Row) -> Counted:
    return Counted(row[0], row[1], row[2], bool(row[3]), row[4])
