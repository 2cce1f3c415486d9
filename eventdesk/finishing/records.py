"""The SQL of finishing: rows of any table as they are, those that belong to a person, and texts wherever they stand."""

import json
from collections.abc import Iterator, Mapping, Sequence

from eventdesk.codes import NOTES
from eventdesk.finishing.belongings import BY_PERSON
from eventdesk.store import schema
from eventdesk.store.access import Reader, Value, Writer

_ENTRIES = (
    "SELECT DISTINCT entry.ord, entry.at, entry.desk, entry.actor, entry.op, entry.label FROM change "
    "JOIN entry ON entry.eid = change.eid WHERE change.tbl = ? AND change.row_id IN (SELECT value FROM json_each(?))"
)
_TURNED_AWAY = (
    "SELECT * FROM scan WHERE person IS NULL AND code <> '' AND code IN (SELECT code FROM person WHERE id = ? "
    "UNION SELECT value FROM former_key WHERE person = ? AND kind <> 'foreign_id' "
    "UNION SELECT ticket FROM person WHERE id = ? AND (SELECT count(*) FROM person AS other "
    "WHERE other.ticket <> '' AND other.ticket = person.ticket) = 1) ORDER BY id"
)
"""Of who did not get in only the code was kept: these are theirs as long as nobody else has the same code."""
_NAMESAKES = "SELECT count(*) FROM person WHERE id <> ? AND given_name = ? AND family_name = ? AND native_name = ?"


def rows_of(reader: Reader, person: int) -> dict[str, list[dict[str, Value]]]:
    """Return every row that belongs to a person, by table; themselves last."""
    found: dict[str, list[dict[str, Value]]] = {}
    for table, column in BY_PERSON:
        more = " AND kind = 'person'" if table == "extra" else ""
        rows = reader.rows(f"SELECT * FROM {table} WHERE {column} = ?{more} ORDER BY id", person)
        found.setdefault(table, []).extend(dict(row) for row in rows)
    found["scan"] += [dict(row) for row in reader.rows(_TURNED_AWAY, person, person, person)]
    found["person"] = [dict(row) for row in reader.rows("SELECT * FROM person WHERE id = ?", person)]
    return found


def ballots_of(reader: Reader, person: int) -> list[dict[str, Value]]:
    """Return in which polls a person was handed a ballot; which one, nobody knows."""
    rows = reader.rows(
        "SELECT poll.title AS poll, ballot_issue.kind FROM ballot_issue JOIN poll ON poll.id = ballot_issue.poll "
        "WHERE person = ? ORDER BY ballot_issue.id",
        person,
    )
    return [dict(row) for row in rows]


def itinerary_of(reader: Reader, person: int) -> list[dict[str, Value]]:
    """Return where a person sits in the World Café, a row for each round."""
    rows = reader.rows(
        "SELECT cafe_round.number AS round, cafe_table.name AS name FROM cafe_itinerary "
        "JOIN cafe_seat ON cafe_seat.itinerary = cafe_itinerary.id JOIN cafe_round ON cafe_round.id = cafe_seat.round "
        "JOIN cafe_table ON cafe_table.id = cafe_seat.cafe_table WHERE cafe_itinerary.person = ? "
        "ORDER BY cafe_round.number",
        person,
    )
    return [dict(row) for row in rows]


def entries_about(reader: Reader, rows: Mapping[str, Sequence[int]]) -> list[dict[str, Value]]:
    """Return what the journal says about these rows, oldest first: time, desk, who, which deed, its label."""
    found = {
        row["ord"]: {name: row[name] for name in ("at", "desk", "actor", "op", "label")}
        for table, ids in rows.items()
        for row in reader.rows(_ENTRIES, table, json.dumps(list(ids)))
    }
    return [found[each] for each in sorted(found)]


def notes_about(reader: Reader, person: int) -> list[dict[str, Value]]:
    """Return when a person's details were looked at or written to a file of their own: time, desk, who, which."""
    rows = reader.rows(
        f"SELECT at, desk, actor, op FROM entry WHERE op IN ({', '.join('?' * len(NOTES))}) "
        "AND instr(' ' || label || ' ', ?) > 0 ORDER BY ord",
        *sorted(NOTES),
        f" #{person} ",
    )
    return [dict(row) for row in rows]


def has_namesake(reader: Reader, person: int, given: str, family: str, native: str) -> bool:
    """Say whether somebody else has exactly this name."""
    return int(reader.value(_NAMESAKES, person, given, family, native)) > 0


def all_rows(reader: Reader, table: str) -> Iterator[dict[str, Value]]:
    """Yield every row of a table."""
    return (dict(row) for row in reader.each(f"SELECT * FROM {table} ORDER BY id"))


def sealed_rows(reader: Reader) -> dict[str, list[tuple[Value, ...]]]:
    """Return all rows of the tables that have no journal, by table."""
    return {table: [tuple(row) for row in reader.rows(f"SELECT * FROM {table}")] for table in schema.sealed_tables()}


def fill_sealed(writer: Writer, found: Mapping[str, Sequence[tuple[Value, ...]]]) -> None:
    """Write the rows that `sealed_rows` found in another file."""
    for table, rows in found.items():
        for row in rows:
            writer.run(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", *row)


def words_about_people(reader: Reader) -> list[str]:
    """Return what a search for people in the bytes of a file looks for: names, addresses, numbers, codes."""
    rows = reader.rows(
        "SELECT trim(given_name || ' ' || family_name) AS name, family_name || ', ' || given_name AS listed, "
        "native_name, email, phone, code, ticket FROM person"
    )
    return [str(cell) for row in rows for cell in row]


def first_entry_at(reader: Reader) -> str:
    """Return when the file was made, as the journal has it; empty if there is no entry."""
    return str(reader.value("SELECT min(at) FROM entry") or "")


def let_in(reader: Reader) -> list[int]:
    """Return the people who were let in at any point at any time."""
    rows = reader.rows("SELECT DISTINCT person FROM scan WHERE outcome = 'accepted' AND person IS NOT NULL")
    return [int(row["person"]) for row in rows]
