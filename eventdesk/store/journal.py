"""The journal: every change of a row is written down by the database itself, and can be taken back or done again.

TEMP triggers are made from the tables when the file is opened. The temporary table `door` says what they do: no entry
(NULL) refuses every write, an empty entry ('') lets changes pass unrecorded while known ones are replayed, and an
entry's id records. Sealed tables are written while an entry is, or while `sealed` is set, which opens nothing else.
"""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eventdesk.store import schema
from eventdesk.store.access import Value

VERSION = 1
SHUT = "eventdesk: the door is shut"
FIXED_ID = "eventdesk: an id never changes"
_EVENTS = ("INSERT", "UPDATE", "DELETE")
_WHEN_SEEN = "WHEN (SELECT eid FROM door) IS NOT ''"
_REFUSE = f"SELECT RAISE(ABORT, '{SHUT}') WHERE (SELECT eid FROM door) IS NULL;"

Image = Mapping[str, Value]


class UnrepeatableError(Exception):
    """A change does not find its row as the journal says it must be."""

    def __init__(self, change: "Change", why: str) -> None:
        super().__init__(f"{change.table} {change.row_id}: {why}")
        self.change = change


@dataclass(frozen=True, slots=True)
class Change:
    """One step of an entry: a row before and after. None: the row did not exist."""

    eid: str
    i: int
    table: str
    row_id: int
    before: Image | None
    after: Image | None

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.eid, self.i, self.table, self.row_id, self.after, self.before)


def install(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Create the door (shut) and the triggers; returns the columns of the journaled tables."""
    tables = {table: schema.columns(connection, table) for table in schema.journaled_tables()}
    connection.execute("CREATE TEMP TABLE door (eid TEXT, sealed INTEGER)")
    connection.execute("INSERT INTO door VALUES (NULL, 0)")
    for table, columns in tables.items():
        for trigger in _triggers(table, columns):
            connection.execute(trigger)
    for trigger in _guards():
        connection.execute(trigger)
    return tables


def _guards() -> Iterator[str]:
    """Guard the journal itself and the sealed tables.

    `change` takes rows from the triggers above alone, which check the door already.
    """
    shut = "(SELECT eid FROM door) IS NULL"
    sealed = "(SELECT sealed = 0 AND coalesce(eid, '') = '' FROM door)"
    guarded = [("entry", event, shut) for event in _EVENTS]
    guarded += [("change", event, shut) for event in _EVENTS[1:]]
    guarded += [(table, event, sealed) for table in schema.sealed_tables() for event in _EVENTS]
    for table, event, when in guarded:
        yield (
            f"CREATE TEMP TRIGGER guard_{table}_{event.lower()} BEFORE {event} ON main.{table} "
            f"WHEN {when} BEGIN SELECT RAISE(ABORT, '{SHUT}'); END"
        )


def _triggers(table: str, columns: tuple[str, ...]) -> Iterator[str]:
    yield insert_trigger(table, columns)
    yield (
        f"CREATE TEMP TRIGGER {trigger_name(table, 'delete')} AFTER DELETE ON main.{table} {_WHEN_SEEN} "
        f"BEGIN {_REFUSE} {_record(table, 'old', row_image('old', columns), 'NULL')} END"
    )
    groups = [group for group in schema.CHANGE_TOGETHER.get(table, ()) if set(group) <= set(columns)]
    mates = {column: next((group for group in groups if column in group), (column,)) for column in columns[1:]}
    touched = " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns[1:])
    yield (
        f"CREATE TEMP TRIGGER {trigger_name(table, 'update')} AFTER UPDATE ON main.{table} "
        f"{_WHEN_SEEN} AND ({touched}) BEGIN {_REFUSE} "
        f"{_record(table, 'new', _touched_image('old', mates), _touched_image('new', mates))} END"
    )
    yield (
        f"CREATE TEMP TRIGGER {trigger_name(table, 'id')} BEFORE UPDATE ON main.{table} "
        f"WHEN old.id <> new.id BEGIN SELECT RAISE(ABORT, '{FIXED_ID}'); END"
    )


def insert_trigger(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that makes the trigger for new rows."""
    return (
        f"CREATE TEMP TRIGGER {trigger_name(table, 'insert')} AFTER INSERT ON main.{table} {_WHEN_SEEN} "
        f"BEGIN {_REFUSE} {_record(table, 'new', 'NULL', row_image('new', columns))} END"
    )


def trigger_name(table: str, event: str) -> str:
    """Return what the trigger of a table for inserts, updates or deletes is called."""
    return f"journal_{table}_{event}"


def row_image(row: str, columns: tuple[str, ...]) -> str:
    """Return the SQL that makes the journal's text for a whole row."""
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"


def _touched_image(row: str, mates: Mapping[str, tuple[str, ...]]) -> str:
    parts = []
    for column, group in mates.items():
        changed = " OR ".join(f"old.{mate} IS NOT new.{mate}" for mate in group)
        parts.append(f"SELECT '{column}' AS k, {row}.{column} AS v WHERE {changed}")
    return f"(SELECT json_group_object(k, v) FROM ({' UNION ALL '.join(parts)}))"


def _record(table: str, row: str, before: str, after: str) -> str:
    return (
        "INSERT INTO change (eid, i, tbl, row_id, before, after) SELECT eid, "
        "(SELECT coalesce(max(c.i), 0) + 1 FROM change AS c WHERE c.eid = door.eid), "
        f"'{table}', {row}.id, {before}, {after} FROM door;"
    )


def changes(connection: sqlite3.Connection, eid: str) -> list[Change]:
    """Return the changes of one entry in the order in which they happened."""
    found = connection.execute(
        "SELECT eid, i, tbl, row_id, before, after FROM change WHERE eid = ? ORDER BY i", (eid,)
    ).fetchall()
    return [
        Change(eid, i, table, row_id, before and json.loads(before), after and json.loads(after))
        for eid, i, table, row_id, before, after in found
    ]


def apply(
    connection: sqlite3.Connection, change: Change, columns: Mapping[str, tuple[str, ...]], *, recorded: bool
) -> None:
    """Make one change to the row exactly as the journal describes it.

    Raises `UnrepeatableError` unless exactly this row was as described and nothing else changed with it (a cascade
    would take rows that the entry never saw). `recorded` says that the triggers write each change down.
    """
    names = columns.get(change.table)
    images = [image for image in (change.before, change.after) if image is not None]
    if names is None or not images or any(set(image) - set(names) for image in images):
        raise UnrepeatableError(change, "unknown table or column")
    earlier = connection.total_changes
    try:
        touched = _write(connection, change)
    except sqlite3.IntegrityError as error:
        raise UnrepeatableError(change, str(error)) from error
    if touched != 1:
        raise UnrepeatableError(change, "the row is not as it was left")
    if connection.total_changes - earlier != (2 if recorded else 1):
        raise UnrepeatableError(change, "more rows changed than the journal knows")


def _write(connection: sqlite3.Connection, change: Change) -> int:
    before, after = change.before, change.after
    if before is None:
        image = after or {}
        names, marks = ", ".join(image), ", ".join("?" * len(image))
        sql, values = f"INSERT INTO {change.table} ({names}) VALUES ({marks})", [*image.values()]
    elif after is None:
        as_left = " AND ".join(f"{name} IS ?" for name in before)
        sql, values = f"DELETE FROM {change.table} WHERE {as_left}", [*before.values()]
    else:
        sets = ", ".join(f"{name} = ?" for name in after)
        as_left = " AND ".join(f"{name} IS ?" for name in before)
        sql = f"UPDATE {change.table} SET {sets} WHERE id = ? AND {as_left}"
        values = [*after.values(), change.row_id, *before.values()]
    return connection.execute(sql, values).rowcount


def rehearse(connection: sqlite3.Connection, eid: str, columns: Mapping[str, tuple[str, ...]]) -> None:
    """Take an entry's changes back and make them again row by row, as undo and other desks will.

    Entries of inserts alone need no rehearsal. Raises `UnrepeatableError` for what could never be replayed so.
    """
    plain = "SELECT 1 FROM change WHERE eid = ? AND before IS NOT NULL LIMIT 1"
    if connection.execute(plain, (eid,)).fetchone() is None:
        return
    done = changes(connection, eid)
    connection.execute("UPDATE door SET eid = ''")
    for change in reversed(done):
        apply(connection, change.reversed(), columns, recorded=False)
    for change in done:
        apply(connection, change, columns, recorded=False)
    connection.execute("UPDATE door SET eid = ?", (eid,))
