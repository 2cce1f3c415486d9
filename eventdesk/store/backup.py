"""A copy of the open file that is whole, on the disk and checked before it gets its name."""

import contextlib
import sqlite3
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import replacing
from eventdesk.store.faults import told_plainly


def write(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the file behind `connection` to `target`, replacing an older copy of the same event.

    Raises `KnownError` DISK_FULL, CANNOT_WRITE, DAMAGED, or FILE_EXISTS for the file itself and for another event; then
    no file of that name was changed.
    """
    if target.exists() and not _is_older_copy(connection, target):
        raise KnownError(Fault.FILE_EXISTS, path=str(target))
    with replacing(target, databases=True) as making, told_plainly(target):
        copy = sqlite3.connect(making)
        try:
            connection.backup(copy)
            result = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            copy.close()
        if result != "ok":
            raise KnownError(Fault.DAMAGED, path=str(target), reason=str(result))


def _is_older_copy(connection: sqlite3.Connection, target: Path) -> bool:
    open_file = connection.execute("PRAGMA database_list").fetchone()[2]
    if open_file and target.samefile(open_file):
        return False
    there = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(there):
        try:
            return _event_id(there) == _event_id(connection)
        except sqlite3.Error:
            return False


def _event_id(connection: sqlite3.Connection) -> str:
    return str(connection.execute("SELECT value FROM meta WHERE key = 'event'").fetchone()[0])
