"""Does an entry of another copy of this event again, exactly as its journal has it: under its own id, time and desk."""

import sqlite3
from collections.abc import Mapping, Sequence

from eventdesk.store import entries, journal, schema, wellformed
from eventdesk.store.access import Reader
from eventdesk.store.entries import Entry
from eventdesk.store.journal import Change
from eventdesk.store.wellformed import Rule


class NotReplayedError(Exception):
    """The file is not as the entry found it, so that it cannot be done again. Nothing was changed."""


def replay(
    connection: sqlite3.Connection,
    entry: Entry,
    changes: Sequence[Change],
    columns: Mapping[str, tuple[str, ...]],
    rules: Sequence[Rule],
) -> dict[str, frozenset[int]]:
    """Write an entry with its changes inside an open transaction; returns the touched ids by table.

    Raises `NotReplayedError`, also if a row then breaks one of the `rules`; the transaction is of no use then.
    """
    run, _, number = entry.eid.rpartition(".")
    named = bool(run) and number.isdecimal() and all(map(_is_of_its_row, changes))
    if not named or entries.find(connection, entry.eid) is not None:
        raise NotReplayedError(entry.eid)
    try:
        entries.begin(connection, entry, int(number))
        for change in changes:
            journal.apply(connection, change, columns, recorded=True)
    except (journal.UnrepeatableError, sqlite3.IntegrityError, sqlite3.OperationalError, OverflowError) as error:
        if isinstance(error, sqlite3.OperationalError) and error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise NotReplayedError(entry.eid) from error
    undone = entry.undoes and entries.find(connection, entry.undoes)
    if undone:
        entries.flip(connection, undone)
    touched: dict[str, set[int]] = {}
    for change in changes:
        touched.setdefault(change.table, set()).add(change.row_id)
        if not _is_held_well(connection, change) or wellformed.row_breaks(
            Reader(connection), change.table, change.row_id, rules
        ):
            raise NotReplayedError(entry.eid)
    return {table: frozenset(ids) for table, ids in touched.items()}


def _is_held_well(connection: sqlite3.Connection, change: Change) -> bool:
    """Say whether what a row refers to is there, and nothing refers to a row that is gone: see `schema.HELD_BY`."""
    for held, holders in schema.HELD_BY.items():
        for table, column, which in holders:
            owner = change.after.get(column) if table == change.table and change.after is not None else None
            if owner is not None and not connection.execute(f"SELECT 1 FROM {held} WHERE id = ?", (owner,)).fetchone():
                return False
            if held == change.table and change.after is None:
                holding = f"SELECT 1 FROM {table} WHERE {column} = ? AND {which} LIMIT 1"
                if connection.execute(holding, (change.row_id,)).fetchone():
                    return False
    return True


def _is_of_its_row(change: Change) -> bool:
    """Say whether a whole row that a change describes is the one that it names."""
    whole = change.after if change.before is None else change.before if change.after is None else {"id": change.row_id}
    return whole is not None and whole.get("id") == change.row_id
