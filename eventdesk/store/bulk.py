"""Many new rows at once, written and taken back in few statements. The journal gets what it would get row by row."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from eventdesk.store import journal, schema
from eventdesk.store.access import Value

_BULK = 1000
"""From so many rows on it pays to take a trigger away and to make it again: all statements are prepared anew."""
_FORESEEN = frozenset({"former_key", *schema.SETTLED})
"""Tables with a rule of their own for what may be taken back, which is asked row by row."""


@contextmanager
def unwatched(
    connection: sqlite3.Connection, eid: str, table: str, columns: tuple[str, ...], rows: int
) -> Iterator[None]:
    """Let so many rows be inserted that `write_down` will write down, which is faster than a trigger for each.

    For a bulk the trigger is not even asked: it is gone meanwhile. A rollback brings it back as well.
    """
    connection.execute("UPDATE door SET eid = ''")
    many = rows >= _BULK
    if many:
        connection.execute(f"DROP TRIGGER temp.{journal.trigger_name(table, 'insert')}")
    try:
        yield
    finally:
        if connection.in_transaction:
            if many:
                connection.execute(journal.insert_trigger(table, columns))
            connection.execute("UPDATE door SET eid = ?", (eid,))


def write_down(
    connection: sqlite3.Connection, eid: str, table: str, columns: tuple[str, ...], ids: Sequence[Value]
) -> None:
    """Write down in one statement that these rows were inserted."""
    connection.execute(
        "INSERT INTO change (eid, i, tbl, row_id, before, after) "
        "SELECT ?, (SELECT coalesce(max(i), 0) FROM change WHERE eid = ?) + 1 + listed.key, ?, new.id, NULL, "
        f"{journal.row_image('new', columns)} "
        f"FROM json_each(?) AS listed CROSS JOIN {table} AS new ON new.id = listed.value",
        (eid, eid, table, json.dumps(ids)),
    )


def take_back(connection: sqlite3.Connection, target: str, eid: str, columns: Mapping[str, tuple[str, ...]]) -> bool:
    """Take back, inside the open entry `eid`, a `target` that did nothing but insert rows into one table.

    Returns False, having changed nothing, if it is another one or if something stands in the way: what that is, will
    be found row by row.
    """
    table = inserted_into(connection, target)
    if table is None or table not in columns or not as_inserted(connection, target, table, columns[table]):
        return False
    connection.execute("SAVEPOINT taking_back")
    connection.execute("UPDATE door SET eid = ''")
    earlier = connection.total_changes
    try:
        sql = f"DELETE FROM {table} WHERE id IN (SELECT row_id FROM change WHERE eid = ?)"
        alone = connection.execute(sql, (target,)).rowcount == connection.total_changes - earlier
    except sqlite3.IntegrityError:
        alone = False
    if not alone:
        connection.execute("ROLLBACK TO taking_back")
    connection.execute("RELEASE taking_back")
    if alone:
        connection.execute("UPDATE door SET eid = ?", (eid,))
        _write_down_deleted(connection, target, eid)
    return alone


def _write_down_deleted(connection: sqlite3.Connection, target: str, eid: str) -> None:
    connection.execute(
        "INSERT INTO change (eid, i, tbl, row_id, before, after) "
        "SELECT :eid, (SELECT coalesce(max(i), 0) FROM change WHERE eid = :eid) + row_number() OVER (ORDER BY i DESC), "
        "tbl, row_id, after, NULL FROM change WHERE eid = :target",
        {"eid": eid, "target": target},
    )


def inserted_into(connection: sqlite3.Connection, target: str) -> str | None:
    """Return the one table into which an entry did nothing but insert rows, if it is such a one."""
    found = connection.execute(
        "SELECT min(tbl), max(tbl), count(*) = count(DISTINCT row_id) AND count(before) = 0 FROM change WHERE eid = ?",
        (target,),
    ).fetchone()
    first, last, inserts = found
    return str(first) if first is not None and first == last and inserts and first not in _FORESEEN else None


def as_inserted(connection: sqlite3.Connection, target: str, table: str, columns: tuple[str, ...]) -> bool:
    """Say whether all rows that an entry inserted are still as they were then, and nothing holds them."""
    changed = connection.execute(
        f"SELECT 1 FROM change AS made LEFT JOIN {table} AS now ON now.id = made.row_id "
        f"WHERE made.eid = ? AND (now.id IS NULL OR made.after <> {journal.row_image('now', columns)}) LIMIT 1",
        (target,),
    ).fetchone()
    return changed is None and not any(
        connection.execute(
            f"SELECT 1 FROM change AS made CROSS JOIN {holder} AS held ON held.{column} = made.row_id "
            f"WHERE made.eid = ? AND {which} LIMIT 1",
            (target,),
        ).fetchone()
        for holder, column, which in schema.HELD_BY.get(table, ())
    )
