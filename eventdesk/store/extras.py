"""The table `extra`: fields of a row that eventdesk has no column for, kept as they came."""

from collections import defaultdict
from collections.abc import Mapping

from eventdesk.store.access import Reader, Writer


def insert(writer: Writer, kind: str, owner: int, fields: Mapping[str, str]) -> None:
    """Keep the extra fields of one new row; `kind` is the name of the table that `owner` is an id of."""
    for name, value in fields.items():
        writer.insert("extra", {"kind": kind, "owner": owner, "name": name, "value": value})


def by_owner(reader: Reader, kind: str) -> dict[int, dict[str, str]]:
    """Return the extra fields of all rows of one table, by the row's id; rows without any are left out."""
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for owner, name, value in reader.rows("SELECT owner, name, value FROM extra WHERE kind = ? ORDER BY name", kind):
        found[owner][name] = value
    return dict(found)


def rows_of(reader: Reader, kind: str, owner: int) -> dict[str, int]:
    """Return the row ids of the extra fields of one row, by their names."""
    rows = reader.rows("SELECT name, id FROM extra WHERE kind = ? AND owner = ? ORDER BY name", kind, owner)
    return {row["name"]: row["id"] for row in rows}


def change(writer: Writer, kind: str, owner: int, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Write what differs between the extra fields of one row and those it is to have."""
    if before == after:
        return
    rows = rows_of(writer, kind, owner)
    for name in sorted(before.keys() - after.keys()):
        writer.delete("extra", rows[name])
    for name, value in after.items():
        if name not in rows:
            insert(writer, kind, owner, {name: value})
        elif value != before.get(name):
            writer.update("extra", rows[name], {"value": value})
