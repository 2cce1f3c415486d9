"""The SQL of the World Café: the table `cafe_table`."""

from eventdesk.cafe.table import CafeTable
from eventdesk.store import extras
from eventdesk.store.access import Reader, Writer

_TABLES = "SELECT id, ref, name, seats, host, question FROM cafe_table"
_HOSTED = "SELECT name FROM cafe_table WHERE host = ? AND host <> '' ORDER BY ref, id"


def insert_table(writer: Writer, table: CafeTable) -> None:
    """Write a new table, which already has an id."""
    values = {name: getattr(table, name) for name in ("id", "ref", "name", "host", "seats", "question")}
    writer.insert("cafe_table", values)
    extras.insert(writer, "cafe_table", table.id, table.extra)


def tables(reader: Reader) -> list[CafeTable]:
    """Return all tables, in the order of their ids in the event folder."""
    extra = extras.by_owner(reader, "cafe_table")
    return [
        CafeTable(**dict(row), extra=extra.get(row["id"], {})) for row in reader.rows(f"{_TABLES} ORDER BY ref, id")
    ]


def counts(reader: Reader) -> dict[str, int]:
    """Return how many tables the file holds."""
    return {"tables": int(reader.value("SELECT count(*) FROM cafe_table"))}


def hosted_by(reader: Reader, person: str) -> list[str]:
    """Return the names of the tables that a person hosts; `person` is their id in the event folder."""
    return [row[0] for row in reader.rows(_HOSTED, person)]
