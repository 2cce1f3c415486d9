"""A copy of the open file that is whole, on the disk and checked before it gets its name."""

import os
import secrets
import sqlite3
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.store.faults import told_plainly


def write(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the file behind `connection` to `target`, replacing an older copy of that name.

    Raises `KnownError` DISK_FULL, CANNOT_WRITE or DAMAGED; then no file of that name was changed.
    """
    making = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with told_plainly(target):
            copy = sqlite3.connect(making)
            try:
                connection.backup(copy)
                result = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
            finally:
                copy.close()
        if result != "ok":
            raise KnownError(Fault.DAMAGED, path=str(target), reason=str(result))
        with making.open("rb+") as file:
            os.fsync(file.fileno())
        making.replace(target)
    except OSError as error:
        raise KnownError(Fault.CANNOT_WRITE, path=str(target), reason=error.strerror or "") from error
    finally:
        making.unlink(missing_ok=True)
