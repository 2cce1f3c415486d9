"""Decides in one place whether an SQLite error is a known fault or a bug of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError

_BY_CODE = {
    sqlite3.SQLITE_FULL: Fault.DISK_FULL,
    sqlite3.SQLITE_READONLY: Fault.VIEW_ONLY,
    sqlite3.SQLITE_BUSY: Fault.ALREADY_OPEN,
    sqlite3.SQLITE_LOCKED: Fault.ALREADY_OPEN,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_IOERR: Fault.CANNOT_WRITE,
    sqlite3.SQLITE_CANTOPEN: Fault.CANNOT_WRITE,
    sqlite3.SQLITE_PERM: Fault.CANNOT_WRITE,
}
_PRIMARY = 0xFF


def known(error: sqlite3.Error, path: Path) -> KnownError | None:
    """Return the known fault behind an SQLite error, or None if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    fault = None if code is None else _BY_CODE.get(code & _PRIMARY)
    return None if fault is None else KnownError(fault, path=str(path), reason=str(error))


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn SQLite errors of the surroundings into `KnownError`."""
    try:
        yield
    except sqlite3.Error as error:
        plain = known(error, path)
        if plain is None:
            raise
        raise plain from error
