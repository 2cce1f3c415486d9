"""Is the file whole, and does its journal lead from nothing to what stands in it?"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial

from eventdesk.errors import KnownError
from eventdesk.store import journal, schema, urn
from eventdesk.store.access import Writer
from eventdesk.store.derived import Refresher
from eventdesk.store.faults import UNREADABLE


def checks(connection: sqlite3.Connection, refreshers: Iterable[Refresher]) -> dict[str, bool | str]:
    """Return each check by name: True, or what is wrong."""
    every: dict[str, Callable[[], bool | str]] = {
        "integrity": partial(_integrity, connection),
        "foreign_keys": partial(_foreign_keys, connection),
        "no_foreign_code": partial(_no_foreign_code, connection),
        "journal": partial(_journal, connection),
        "derived": partial(_derived, connection, refreshers),
        "urn": partial(urn.check, connection),
    }
    return {name: _said(check) for name, check in every.items()}


def _said(check: Callable[[], bool | str]) -> bool | str:
    """Return what a check finds; where it cannot even read, that is what is wrong."""
    try:
        return check()
    except (KnownError, *UNREADABLE) as error:
        return str(error)


def _integrity(connection: sqlite3.Connection) -> bool | str:
    result = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return result == "ok" or result


def _foreign_keys(connection: sqlite3.Connection) -> bool | str:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    return broken is None or f"{broken[0]}: {broken[1]}"


def _no_foreign_code(connection: sqlite3.Connection) -> bool | str:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')").fetchone()
    return found is None or str(found[0])


def _journal(connection: sqlite3.Connection) -> bool | str:
    """Replay all entries into an empty database and compare every row."""
    replayed = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.create_tables(replayed, derived=False)
        replayed.execute("BEGIN")
        columns = {table: schema.columns(replayed, table) for table in schema.journaled_tables()}
        eids = connection.execute("SELECT eid FROM entry WHERE status = 'applied' ORDER BY ord").fetchall()
        for (eid,) in eids:
            for change in journal.changes(connection, eid):
                try:
                    journal.apply(replayed, change, columns, recorded=False)
                except journal.UnrepeatableError as error:
                    return f"{eid}: {error}"
        for table in columns:
            wrong = _first_difference(connection, replayed, table)
            if wrong is not None:
                return f"{table}: {wrong}"
        return True
    finally:
        replayed.close()


def _first_difference(left: sqlite3.Connection, right: sqlite3.Connection, table: str) -> int | None:
    statement = f"SELECT * FROM {table} ORDER BY id"
    here, there = left.execute(statement), right.execute(statement)
    while True:
        one, two = here.fetchone(), there.fetchone()
        if one is None and two is None:
            return None
        if one is None or two is None or tuple(one) != tuple(two):
            return int((one or two)[0])


def _derived(connection: sqlite3.Connection, refreshers: Iterable[Refresher]) -> bool | str:
    """Rebuild the derived tables in a copy in memory, and compare."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.backup(copy)
        copy.row_factory = sqlite3.Row
        for table in _virtual(copy):
            copy.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        for refresher in refreshers:
            refresher.rebuild(Writer(copy))
        stored, rebuilt = _derived_rows(connection), _derived_rows(copy)
    finally:
        copy.close()
    wrong = [table for table in stored if stored[table] != rebuilt[table]]
    return not wrong or ", ".join(wrong)


def _derived_rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    virtual = _virtual(connection)
    return {
        table: sorted((tuple(row) for row in connection.execute(f"SELECT * FROM {table}")), key=repr)
        for table in schema.derived_tables()
        if table not in virtual
    }


def _virtual(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the full-text tables, which hold an index over rows of another table."""
    sql = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    return {row[0] for row in connection.execute(sql)}
