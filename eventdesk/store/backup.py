"""A copy of the open file that is whole, on the disk and checked before it gets its name."""

import sqlite3
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import replacing
from eventdesk.store.faults import told_plainly


def write(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the file behind `connection` to `target`, replacing an older copy of that name.

    Raises `KnownError` DISK_FULL, CANNOT_WRITE or DAMAGED; then no file of that name was changed.
    """
    with replacing(target) as making, told_plainly(target):
        copy = sqlite3.connect(making)
        try:
            connection.backup(copy)
            result = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            copy.close()
        if result != "ok":
            raise KnownError(Fault.DAMAGED, path=str(target), reason=str(result))
