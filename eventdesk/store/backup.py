"""A copy of the open file that is whole, on the disk and checked before it gets its name."""

import contextlib
import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import replacing
from eventdesk.store import schema, times
from eventdesk.store.access import Reader
from eventdesk.store.belt import Belt
from eventdesk.store.faults import UNREADABLE, told_plainly
from eventdesk.store.peek import RESTORED

PIECE = 1 << 20
"""So many bytes of a file that is not open here are copied at once."""


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
            copy.execute("PRAGMA journal_mode=OFF")  # nothing is in it that could be brought back
            connection.backup(copy)
        finally:
            copy.close()
        _check(making, target)


def write_from(belt: Belt, target: Path, tell: Callable[[int, int], None]) -> None:
    """Write what comes on the belt to a new file and check it. For another thread: touches nothing that is open.

    `tell` hears how many megabytes of how many are written, and may raise to stop. Raises `KnownError` as `write`, also
    for any existing file, and GivenUpError if nothing comes any more.
    """
    try:
        with replacing(target, overwrite=False) as making, told_plainly(target):
            with making.open("wb") as file:
                for piece in belt.pieces():
                    file.seek(piece.at)
                    if piece.content:
                        file.write(piece.content)
                    else:
                        file.truncate()
                    tell(_megabytes(piece.at), _megabytes(belt.total) + 1)
                file.flush()
                os.fsync(file.fileno())
            _check(making, target)
    finally:
        belt.give_up()


def _megabytes(size: int) -> int:
    return -(-size >> 20)


def copy_file(source: Path, target: Path, *, restored: bool = False) -> None:
    """Copy an event file that is not open here under a new name. Raises `KnownError` as `write`, and CANNOT_READ.

    `restored`: the copy is to be worked on with in place of a lost file, and says so to those who look at its backups.
    """
    with contextlib.ExitStack() as stack:
        try:
            reading = stack.enter_context(source.open("rb"))
        except OSError as error:
            raise KnownError(Fault.CANNOT_READ, path=str(source), reason=error.strerror or "") from error
        making = stack.enter_context(replacing(target, overwrite=False))
        with told_plainly(target):
            with making.open("wb") as file:
                while piece := reading.read(PIECE):
                    file.write(piece)
            _check(making, target)
            if restored:
                _mark_restored(making)


def _check(making: Path, target: Path) -> None:
    """Read the copy as the disk has it. Raises `KnownError` DAMAGED if it is not whole, or no event file."""
    with contextlib.closing(sqlite3.connect(f"{making.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        try:
            ours = copy.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
            result = str(copy.execute("PRAGMA quick_check(1)").fetchone()[0]) if ours else "application_id"
        except UNREADABLE as error:
            result = str(error)
    if result != "ok":
        raise KnownError(Fault.DAMAGED, path=str(target), reason=result)


def _mark_restored(making: Path) -> None:
    with contextlib.closing(sqlite3.connect(making, isolation_level=None)) as copy:
        copy.execute("PRAGMA trusted_schema=OFF")
        copy.execute("PRAGMA journal_mode=MEMORY")
        now = times.to_text(datetime.now(UTC))
        copy.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (RESTORED, now))


def _is_older_copy(connection: sqlite3.Connection, target: Path) -> bool:
    if not target.is_file():  # a pipe would keep us waiting
        return False
    open_file = connection.execute("PRAGMA database_list").fetchone()[2]
    if open_file and target.samefile(open_file):
        return False
    there = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(there):
        try:
            return "" != event_id(there) == event_id(connection)
        except UNREADABLE:
            return False


def event_id(connection: sqlite3.Connection) -> str:
    """Return the id that an event shares with all its copies; empty in a file that was made before there were such."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'event'").fetchone()
    return str(found[0]) if found else ""


def restored(reader: Reader) -> str:
    """Return when this file was made from a backup; empty for one that was not."""
    return str(reader.value("SELECT value FROM meta WHERE key = ?", RESTORED) or "")
