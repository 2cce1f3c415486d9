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
_NO_TEXT = "Could not decode to UTF-8"
"""Python says so itself, without a code."""
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file brings about; the latter where SQLite quotes its bytes in the text of an error."""


def known(error: sqlite3.Error, path: Path) -> KnownError | None:
    """Return the known fault behind an SQLite error, or None if it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    fault = None if code is None else _BY_CODE.get(code & _PRIMARY)
    if str(error).startswith(_NO_TEXT):
        fault = Fault.DAMAGED
    return None if fault is None else KnownError(fault, path=str(path), reason=str(error))


def is_of_disk(error: sqlite3.Error) -> bool:
    """Say whether the disk is full or broken, which is no fault of the file."""
    plain = known(error, Path())
    return plain is not None and plain.fault in {Fault.DISK_FULL, Fault.CANNOT_WRITE}


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
    except UnicodeDecodeError as error:
        raise KnownError(Fault.DAMAGED, path=str(path), reason="UTF-8") from error


def tell_of_reading(connection: sqlite3.Connection, error: sqlite3.Error) -> None:
    """Raise the known fault behind an error while reading; return if it is a bug of ours."""
    plain = known(error, Path(connection.execute("PRAGMA database_list").fetchone()[2]))
    if plain is not None:
        fault = Fault.CANNOT_READ if plain.fault is Fault.CANNOT_WRITE else plain.fault
        raise KnownError(fault, **plain.details) from error
