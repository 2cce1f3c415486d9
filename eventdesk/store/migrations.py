"""Brings an older file to today's tables: numbered steps, one transaction, a backup before.

Step N is `schema/migrations/NNNN_name.sql` and leads from version N - 1 to N; version 1 is the first release.
"""

import sqlite3
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.store import backup, schema
from eventdesk.store.access import Writer
from eventdesk.store.derived import Refresher

FIRST = 1
FOLDER = schema.FOLDER / "migrations"


def steps() -> dict[int, Path]:
    """Return the migration files by the version they lead to."""
    found = {int(path.name[:4]): path for path in sorted(FOLDER.glob("[0-9]*.sql"))}
    if list(found) != list(range(FIRST + 1, FIRST + 1 + len(found))):
        raise ValueError(f"migrations are not numbered without a gap from {FIRST + 1:04}: {sorted(found)}")
    return found


def current() -> int:
    """Return the version that this program writes."""
    return max(steps(), default=FIRST)


def migrate(connection: sqlite3.Connection, path: Path, version: int, refreshers: Iterable[Refresher] = ()) -> bool:
    """Run the steps that the file lacks; returns whether there were any.

    The steps, the derived tables made anew and the new version commit together; when one fails the file is as it was.
    A copy of the old file is kept beside it as `NAME.before-vN`, or with a number behind where that is something else.
    """
    missing = {number: step for number, step in steps().items() if number > version}
    if not missing:
        return False
    target = max(missing)
    _keep_copy(connection, path.with_name(f"{path.name}.before-v{target}"))
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in missing.values():
            for statement in schema.statements(step.read_text("utf-8")):
                connection.execute(statement)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise sqlite3.IntegrityError(f"migration leaves a broken reference in {broken[0]}")
        for refresher in refreshers:
            refresher.rebuild(Writer(connection))
        connection.execute(f"PRAGMA user_version={target}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    return True


def _keep_copy(connection: sqlite3.Connection, wanted: Path) -> Path:
    """Keep a copy of the file under this name or the next free one; only an older copy of the same event gives way."""
    for number in count(1):
        target = wanted if number == 1 else wanted.with_name(f"{wanted.name}-{number}")
        try:
            backup.write(connection, target)
        except KnownError as error:
            if error.fault is not Fault.FILE_EXISTS:
                raise
        else:
            return target
    raise AssertionError("numbers have an end")
