"""The SQL of importing: who is in the file, page by page, and what happened to people since."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eventdesk.codes import Op
from eventdesk.people.records import COLUMNS, EXTRA_KIND
from eventdesk.store.access import Reader

Stored = tuple[Any, ...]
"""A row of the table `person`, in the order of COLUMNS."""


@dataclass(frozen=True, slots=True)
class Former:
    """Somebody as they were before a merging: `was` is their id of then, `row` bears the id of who they are now."""

    was: int
    row: Stored


_BY_LISTS = (Op.IMPORT.value, Op.CREATE.value)
_PEOPLE = f"SELECT {', '.join(COLUMNS)} FROM person"


def people_after(reader: Reader, last: int, limit: int) -> list[Stored]:
    """Return the next people by id, each in the order of COLUMNS."""
    return list(map(tuple, reader.rows(f"{_PEOPLE} WHERE id > ? ORDER BY id LIMIT ?", last, limit)))


def people(reader: Reader, ids: Sequence[int]) -> list[Stored]:
    """Return those of these people who are in the file, each in the order of COLUMNS."""
    rows = reader.rows(f"{_PEOPLE} WHERE id IN (SELECT value FROM json_each(?))", json.dumps(list(ids)))
    return list(map(tuple, rows))


def former_selves(reader: Reader, people: Sequence[Stored]) -> list[Former]:
    """Return who was merged into these people as they were then, and these people as they were before."""
    rows = reader.rows(
        "SELECT f.person, c.row_id, c.before FROM json_each(?) AS listed CROSS JOIN former_key AS f "
        "ON f.person = listed.value CROSS JOIN change AS led ON led.tbl = 'former_key' AND led.row_id = f.id "
        "AND led.before IS NULL CROSS JOIN change AS c ON c.eid = led.eid AND c.tbl = 'person' "
        "AND c.before IS NOT NULL CROSS JOIN entry AS e ON e.eid = c.eid "
        "GROUP BY f.person, c.eid, c.i ORDER BY e.ord DESC, c.i DESC",
        json.dumps([row[0] for row in people]),
    )
    then: dict[int, Stored] = {row[0]: row for row in people} if rows else {}
    found: dict[Former, None] = {}
    for person, was, before in rows:
        overwritten, later = json.loads(before), then.get(was, then[person])
        then[was] = tuple(overwritten.get(name, value) for name, value in zip(COLUMNS, later, strict=True))
        found[Former(was, (person, *then[was][1:]))] = None
    return list(found)


def extras(reader: Reader, ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """Return the extra fields of those of these people who have any."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for owner, name, value in reader.rows(
        "SELECT x.owner, x.name, x.value FROM json_each(?) AS listed CROSS JOIN extra AS x "
        "ON x.kind = ? AND x.owner = listed.value",
        json.dumps(list(ids)),
        EXTRA_KIND,
    ):
        found[owner][name] = value
    return dict(found)


def changed_by_others(reader: Reader, ids: Sequence[int]) -> list[int]:
    """Return those of these people whom somebody else than a list that is in effect has written into, or made."""
    rows = reader.rows(
        "SELECT DISTINCT c.row_id FROM json_each(?) CROSS JOIN change AS c ON c.tbl = 'person' AND c.row_id = value "
        "CROSS JOIN entry AS e ON e.eid = c.eid WHERE e.undone OR e.op NOT IN (?, ?)",
        json.dumps(list(ids)),
        *_BY_LISTS,
    )
    return [row[0] for row in rows]


def newest(reader: Reader) -> int:
    """Return the place of the newest journal entry."""
    return int(reader.value("SELECT coalesce(max(ord), 0) FROM entry"))


def place(reader: Reader, eid: str) -> int:
    """Return the place of an entry in the journal; 0 for none, which stands before all others."""
    return int(reader.value("SELECT ord FROM entry WHERE eid = ?", eid) or 0)


def touched_since(reader: Reader, place: int, but: str | None, most: int) -> list[int]:
    """Return the people whom entries after this place touched, leaving out the whole `but`; `most` of them."""
    rows = reader.rows(
        "SELECT DISTINCT CASE c.tbl WHEN 'person' THEN c.row_id "
        "ELSE coalesce(json_extract(c.before, '$.owner'), json_extract(c.after, '$.owner'), x.owner) END "
        "FROM entry AS e CROSS JOIN change AS c ON c.eid = e.eid "
        "LEFT JOIN extra AS x ON c.tbl = 'extra' AND x.id = c.row_id "
        "WHERE e.ord > ? AND coalesce(e.part_of, e.eid) IS NOT ? AND c.tbl IN ('person', 'extra') LIMIT ?",
        place,
        but,
        most,
    )
    return [row[0] for row in rows]
