"""The SQL of looking back: entries and their changes, by person and by page of the journal. Reads only."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eventdesk.codes import NOTES, Op
from eventdesk.history.happening import Image
from eventdesk.history.whole import Filter, State
from eventdesk.store import entries, times
from eventdesk.store.access import Reader, Row, Value
from eventdesk.store.entries import Entry

ENTRY = ", ".join(f"e.{name}" for name in entries.COLUMNS.split(", "))
_CHANGE = "c.eid, c.i, c.tbl, c.row_id, c.before, c.after"
_CHOSEN = "(SELECT value FROM json_each(?))"
_HOLDER = "SELECT coalesce(nullif(trim(given_name || ' ' || family_name), ''), native_name) FROM person"
_OF_PLACE = (
    "tbl IN ('place', 'waiting') AND instr(coalesce(after, before), '\"person\":') AND "
    "CAST(substr(coalesce(after, before), instr(coalesce(after, before), '\"person\":') + 9) AS INTEGER)"
)
"""As the index has it: whose place or waiting a change is about."""
_SEATED = (
    "SELECT coalesce((SELECT coalesce(nullif(trim(given_name || ' ' || family_name), ''), native_name) FROM person "
    "WHERE person.id = way.person), '') || ' · ' || round.number FROM cafe_itinerary AS way "
    "JOIN cafe_round AS round ON round.id = cafe_seat.round WHERE way.id = cafe_seat.itinerary"
)
"""Whose seat at a table it is, and in which round."""
_CARDS = (Op.CAFE_LEAVE.value, Op.CAFE_JOIN.value, Op.CAFE_HAND_OVER.value, Op.CAFE_MOVE.value)
_WITH_PEOPLE = (Op.CHECK_IN.value, Op.CHECK_OUT.value)


@dataclass(frozen=True, slots=True)
class Changed:
    """One row as an entry found it and left it. None: there was no such row."""

    eid: str
    i: int
    table: str
    row: int
    before: Image | None
    after: Image | None


def entry(reader: Reader, eid: str) -> Entry | None:
    """Return one entry."""
    row = reader.row(f"SELECT {ENTRY} FROM entry AS e WHERE e.eid = ?", eid)
    return entries.from_row(row) if row else None


def entries_by_id(reader: Reader, eids: Sequence[str]) -> dict[str, Entry]:
    """Return these entries by their ids."""
    rows = reader.rows(f"SELECT {ENTRY} FROM entry AS e WHERE e.eid IN {_CHOSEN}", json.dumps(list(eids)))
    return {row["eid"]: entries.from_row(row) for row in rows}


def newest_first(reader: Reader, eids: Sequence[str]) -> list[Entry]:
    """Return these entries, the newest first."""
    sql = f"SELECT {ENTRY} FROM entry AS e WHERE e.eid IN {_CHOSEN} ORDER BY e.ord DESC"
    return [entries.from_row(row) for row in reader.rows(sql, json.dumps(list(eids)))]


def undo_of(reader: Reader, eid: str) -> Entry | None:
    """Return the newest entry that took this one back."""
    row = reader.row(f"SELECT {ENTRY} FROM entry AS e WHERE e.undoes = ? ORDER BY e.ord DESC LIMIT 1", eid)
    return entries.from_row(row) if row else None


def notes(reader: Reader, limit: int) -> list[Entry]:
    """Return the newest notes of look-ups and files."""
    marks = ", ".join("?" * len(NOTES))
    sql = f"SELECT {ENTRY} FROM entry AS e WHERE e.op IN ({marks}) ORDER BY e.ord DESC LIMIT ?"
    return [entries.from_row(row) for row in reader.rows(sql, *sorted(NOTES), limit)]


# ---- changes


def changes_of_entries(reader: Reader, eids: Sequence[str]) -> list[Changed]:
    """Return all changes of these entries, in the order of each entry."""
    rows = reader.rows(
        f"SELECT {_CHANGE} FROM change AS c WHERE c.eid IN {_CHOSEN} ORDER BY c.eid, c.i", json.dumps(list(eids))
    )
    return [_changed(row) for row in rows]


def first_changes(reader: Reader, eids: Sequence[str]) -> dict[str, Changed]:
    """Return the first change of each of these entries."""
    rows = reader.rows(
        f"SELECT {_CHANGE} FROM json_each(?) AS wanted CROSS JOIN change AS c ON c.eid = wanted.value AND c.i = 1",
        json.dumps(list(eids)),
    )
    return {row["eid"]: _changed(row) for row in rows}


def changes_of_rows(reader: Reader, table: str, ids: Sequence[int]) -> list[Changed]:
    """Return all changes of these rows."""
    rows = reader.rows(
        f"SELECT {_CHANGE} FROM change AS c WHERE c.tbl = ? AND c.row_id IN {_CHOSEN} ORDER BY c.eid, c.i",
        table,
        json.dumps(list(ids)),
    )
    return [_changed(row) for row in rows]


def extra_changes(reader: Reader, eids: Sequence[str]) -> list[Changed]:
    """Return the changes of extra fields in these entries."""
    rows = reader.rows(
        f"SELECT {_CHANGE} FROM change AS c WHERE c.eid IN {_CHOSEN} AND c.tbl = 'extra' ORDER BY c.eid, c.i",
        json.dumps(list(eids)),
    )
    return [_changed(row) for row in rows]


def edits_of(reader: Reader, names: Iterable[str]) -> set[str]:
    """Return the entries that edited somebody of one of these names."""
    rows = reader.rows(
        f"SELECT eid FROM entry WHERE op IN (?, ?) AND label IN {_CHOSEN}",
        Op.EDIT_PERSON.value,
        Op.UNDO.value,
        json.dumps(sorted(names)),
    )
    return {row[0] for row in rows}


def extra_rows(reader: Reader, person: int) -> list[int]:
    """Return the ids of the extra fields that a person has."""
    return [row[0] for row in reader.rows("SELECT id FROM extra WHERE kind = 'person' AND owner = ?", person)]


def print_rows(reader: Reader, person: int) -> list[int]:
    """Return the ids of the prints of a person's badge."""
    return [row[0] for row in reader.rows("SELECT id FROM badge_print WHERE person = ?", person)]


def handout_rows(reader: Reader, person: int) -> set[int]:
    """Return the ids of what says that a person got their badge, what was taken back included."""
    stand = {row[0] for row in reader.rows("SELECT id FROM badge_handout WHERE person = ?", person)}
    gone = "CROSS JOIN change AS c ON c.eid = e.eid WHERE c.tbl = 'badge_handout' AND c.after IS NULL "
    rows = reader.rows(
        f"SELECT c.row_id FROM entry AS e INDEXED BY entry_undoes {gone} "
        "AND e.undoes IS NOT NULL AND json_extract(c.before, '$.person') = ? "
        f"UNION SELECT c.row_id FROM entry AS e {gone} AND e.op = ? AND json_extract(c.before, '$.person') = ?",
        person,
        Op.TAKE_BACK.value,
        person,
    )
    return stand | {row[0] for row in rows}


def key_rows(reader: Reader, person: int) -> list[int]:
    """Return the ids of the codes that lead, or led, to a person beside their own."""
    return [row[0] for row in reader.rows("SELECT id FROM former_key WHERE person = ?", person)]


def place_rows(reader: Reader, person: int) -> dict[str, list[int]]:
    """Return the ids of a person's places in sessions and on waiting lists, those that are gone included, by table."""
    rows = reader.rows(
        "SELECT DISTINCT tbl, row_id FROM change INDEXED BY change_of_place "
        f"WHERE {_OF_PLACE} = ? ORDER BY tbl, row_id",
        person,
    )
    found: dict[str, list[int]] = {}
    for table, row_id in rows:
        found.setdefault(table, []).append(row_id)
    return found


def card_rows(reader: Reader, person: int, names: Iterable[str]) -> list[int]:
    """Return the ids of the ways through the World Café that a person has, or had until an entry called after them."""
    rows = reader.rows(
        "SELECT id FROM cafe_itinerary WHERE person = ? UNION "
        "SELECT c.row_id FROM change AS c INDEXED BY change_row CROSS JOIN entry AS e ON e.eid = c.eid "
        f"WHERE c.tbl = 'cafe_itinerary' AND e.op IN ({_marks(_CARDS)}) AND e.label IN {_CHOSEN}",
        person,
        *_CARDS,
        json.dumps(sorted(names)),
    )
    return [row[0] for row in rows]


def ballot_rows(reader: Reader, person: int) -> list[int]:
    """Return the ids of the rows that say that a person got a ballot."""
    return [row[0] for row in reader.rows("SELECT id FROM ballot_issue WHERE person = ?", person)]


def scan_rows(reader: Reader, person: int) -> set[int]:
    """Return the ids of a person's scans, those that were taken back included."""
    stand = {row[0] for row in reader.rows("SELECT id FROM scan WHERE person = ?", person)}
    gone = reader.rows(
        "SELECT c.row_id FROM entry AS u INDEXED BY entry_undoes CROSS JOIN entry AS t ON t.eid = u.undoes "
        "CROSS JOIN change AS c ON c.eid = t.eid WHERE u.undoes IS NOT NULL AND t.op IN (?, ?) "
        "AND c.tbl = 'scan' AND json_extract(c.after, '$.person') = ?",
        *_WITH_PEOPLE,
        person,
    )
    return stand | {row[0] for row in gone}


def _changed(row: Row) -> Changed:
    before, after = (text and json.loads(text) for text in (row["before"], row["after"]))
    return Changed(row["eid"], row["i"], row["tbl"], row["row_id"], before or None, after or None)


# ---- what rows are called


def names_of(reader: Reader, table: str, ids: Sequence[int]) -> dict[int, Row]:
    """Return rows with the columns that name them, by id: people, points or extra fields."""
    columns = {
        "person": "id, given_name, family_name, native_name",
        "point": "id, name",
        "extra": "id, kind, owner, name",
        "hall": "id, name",
        "booth": "id, ref AS name",
        "exhibitor": "id, name",
        "stand": "id, (SELECT exhibitor.name FROM exhibitor WHERE exhibitor.id = stand.exhibitor) AS name",
        "hall_part": "id, name",
        "floor_picture": "id, name",
        "plan": "id, name",
        "room": "id, name",
        "room_seating": "id, name",
        "slot": "id, substr(starts, 12, 5) || '–' || substr(ends, 12, 5) AS name",
        "place": f"id, ({_HOLDER} WHERE person.id = place.person) AS name",
        "waiting": f"id, ({_HOLDER} WHERE person.id = waiting.person) AS name",
        "programme": "id, name",
        "cafe_table": "id, name",
        "cafe_round": "id, CAST(number AS TEXT) AS name",
        "cafe_itinerary": f"id, CAST(number AS TEXT) AS name, ({_HOLDER} WHERE person.id = person) AS holder",
        "cafe_seat": f"id, ({_SEATED}) AS name",
        "cafe_pair": f"id, ({_HOLDER} WHERE person.id = one) || ' · ' || ({_HOLDER} WHERE person.id = other) AS name",
        "finding": "id, body AS name",
        "poll": "id, title AS name",
        "poll_entry": "id, name",
        "ballot_issue": f"id, ({_HOLDER} WHERE person.id = ballot_issue.person) AS name",
        "session": "id, title AS name",
        "setting": "id, key AS name",
        "badge_template": "id, ref AS name",
        "picture": "id, name",
    }.get(table, "id")
    rows = reader.rows(f"SELECT {columns} FROM {table} WHERE id IN {_CHOSEN}", json.dumps(list(ids)))
    return {row["id"]: row for row in rows}


def last_names(reader: Reader, table: str, ids: Iterable[int]) -> dict[int, str]:
    """Return what rows were called that are gone, as far as the journal knows."""
    rows = reader.rows(
        "SELECT c.row_id, coalesce(json_extract(c.before, '$.name'), json_extract(c.before, '$.title')) AS name "
        f"FROM change AS c WHERE c.tbl = ? AND c.row_id IN {_CHOSEN} AND c.after IS NULL AND name <> ''",
        table,
        json.dumps(list(ids)),
    )
    return {row["row_id"]: row["name"] for row in rows}


def deed_of(reader: Reader, done: Entry | None) -> tuple[Entry | None, bool]:
    """Return the deed that an entry is about, however often it was undone and done again.

    The second says whether undoing the entry lets the deed hold again.
    """
    again = False
    while done is not None and done.undoes is not None:
        again, done = not again, entry(reader, done.undoes)
    return done, again


# ---- pages of the journal


def newest(reader: Reader) -> int:
    """Return the place of the newest entry, 0 if there is none."""
    return int(reader.value("SELECT max(ord) FROM entry") or 0)


def place(reader: Reader, eid: str) -> int:
    """Return the place of an entry, 0 if there is no such entry."""
    return int(reader.value("SELECT ord FROM entry WHERE eid = ?", eid) or 0)


def wholes(
    reader: Reader, above: int, below: int, wanted: Filter, roots: Iterable[str] | None, limit: int
) -> list[tuple[int, Entry]]:
    """Return the first entries of whole actions between two places (exclusive), newest first, with their places.

    `roots` are those that may be among them; None: any.
    """
    conditions, values = _conditions(wanted)
    if roots is not None:
        conditions += f" AND e.eid IN {_CHOSEN}"
        values.append(json.dumps(sorted(roots)))
    rows = reader.rows(
        f"SELECT e.ord, {ENTRY} FROM entry AS e INDEXED BY entry_ord WHERE e.part_of IS NULL "
        f"AND e.ord > ? AND e.ord < ? {conditions} ORDER BY e.ord DESC LIMIT ?",
        above,
        below,
        *values,
        limit,
    )
    return [(row["ord"], entries.from_row(row)) for row in rows]


def labels(reader: Reader, above: int, below: int, wanted: Filter) -> Iterator[tuple[str, str]]:
    """Yield the id of the whole and the label of entries of the wanted kinds; of imports the first entries only."""
    ops = sorted(op.value for op in wanted.ops)
    kinds = f"AND e.op IN ({_marks(ops)})" if ops else ""
    rows = reader.each(
        "SELECT coalesce(e.part_of, e.eid), e.label FROM entry AS e INDEXED BY entry_ord "
        f"WHERE e.ord > ? AND e.ord < ? AND (e.part_of IS NULL OR e.op <> 'import') {kinds}",
        above,
        below,
        *ops,
    )
    yield from ((row[0], row[1]) for row in rows)


def _conditions(wanted: Filter) -> tuple[str, list[Value]]:
    """Return what is asked of the first entry of a whole."""
    clauses: list[str] = []
    values: list[Value] = []
    if wanted.desk is not None:
        clauses.append("AND e.desk = ?")
        values.append(wanted.desk)
    for sign, moment in ((">=", wanted.since), ("<", wanted.until)):
        if moment is not None:
            clauses.append(f"AND e.at {sign} ?")
            values.append(times.to_text(moment))
    if wanted.state is State.UNDONE:
        clauses.append("AND e.undone = 1")
    elif wanted.state is State.UNDOABLE:
        undoable = [op.value for op in Op if op.undoable]
        clauses.append(f"AND e.undone = 0 AND e.op IN ({_marks(undoable)})")
        values += undoable
    return " ".join(clauses), values


def _marks(values: Sequence[Value]) -> str:
    return ", ".join("?" * len(values))


def part_count(reader: Reader, root: str) -> int:
    """Return how many entries a whole has besides its first."""
    return int(reader.value("SELECT count(*) FROM entry WHERE part_of = ?", root))


def newest_part(reader: Reader, root: str) -> Entry | None:
    """Return the newest part of a whole."""
    row = reader.row(f"SELECT {ENTRY} FROM entry AS e WHERE e.part_of = ? ORDER BY e.rowid DESC LIMIT 1", root)
    return entries.from_row(row) if row else None


def parts_after(reader: Reader, root: str, after: int, limit: int) -> list[tuple[int, Entry]]:
    """Return parts of a whole in their order, each with where to go on; the first entry itself comes first."""
    found: list[tuple[int, Entry]] = []
    if after < 0:
        first = entry(reader, root)
        found = [(0, first)] if first else []
    rows = reader.rows(
        f"SELECT e.rowid AS here, {ENTRY} FROM entry AS e WHERE e.part_of = ? AND e.rowid > ? ORDER BY e.rowid LIMIT ?",
        root,
        max(after, 0),
        limit - len(found),
    )
    return found + [(row["here"], entries.from_row(row)) for row in rows]


def sizes(reader: Reader, eids: Sequence[str]) -> dict[str, int]:
    """Return how many changes each of these entries made."""
    rows = reader.rows(
        "SELECT value, (SELECT max(i) FROM change WHERE change.eid = value) FROM json_each(?)", json.dumps(list(eids))
    )
    return {row[0]: row[1] or 0 for row in rows}


def rows_of(reader: Reader, root: str) -> int:
    """Return how many changes the entries of a whole made."""
    sql = (
        "SELECT sum((SELECT max(i) FROM change WHERE change.eid = e.eid)) FROM "
        "(SELECT eid FROM entry WHERE part_of = ? UNION ALL SELECT ?) AS e"
    )
    return int(reader.value(sql, root, root) or 0)


def tallies(reader: Reader, eids: Sequence[str]) -> list[tuple[str, bool, bool, int]]:
    """Return table, whether the row was there before, whether it is after, and the number of such rows."""
    rows = reader.rows(
        "SELECT c.tbl, c.before IS NOT NULL, c.after IS NOT NULL, count(DISTINCT c.row_id) FROM change AS c "
        f"WHERE c.eid IN {_CHOSEN} GROUP BY 1, 2, 3",
        json.dumps(list(eids)),
    )
    return [(row[0], bool(row[1]), bool(row[2]), row[3]) for row in rows]


def hours(reader: Reader, above: int, upto: int) -> list[tuple[str, str]]:
    """Return desks, and the hours (UTC, "2026-11-21T08") in which they did something, above and up to a place."""
    sql = "SELECT DISTINCT desk, substr(at, 1, 13) FROM entry INDEXED BY entry_ord WHERE ord > ? AND ord <= ?"
    rows = reader.rows(sql, above, upto)
    return [(row[0], row[1]) for row in rows]
