"""A copy of the open file that is whole, on the disk and checked before it gets its name."""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import replacing
from eventdesk.store.faults import told_plainly

PIECE = 1 << 20
"""So many bytes are read or written between two looks at the clock."""


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
        finally:
            copy.close()
        _check(making, target)


@dataclass(frozen=True, slots=True)
class Taken:
    """So many bytes of so many have been read."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Photograph:
    """All bytes of a file, in pieces, so that nothing large is ever copied at once."""

    pieces: tuple[bytes, ...]


class Photographer:
    """Reads the bytes of the open file, piece by piece, while the desk goes on working.

    Between two transactions the file alone is complete, so its bytes are a copy of it. If a transaction came in
    between, it begins anew. On Unix, closing any second handle of a file gives up all locks of this process on it: the
    handle is kept until the file itself is closed.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self._handle: int | None = None

    def pieces(self) -> Iterator[Taken | Photograph]:
        """Yield how far it is, a megabyte each, and in the end the whole file. Raises `KnownError` CANNOT_READ."""
        try:
            if self._handle is None:
                self._handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            while True:
                state = self._connection.total_changes
                whole: list[bytes] = []
                total = os.fstat(self._handle).st_size
                os.lseek(self._handle, 0, os.SEEK_SET)
                while self._connection.total_changes == state and (piece := os.read(self._handle, PIECE)):
                    whole.append(piece)
                    yield Taken(PIECE * len(whole), total)
                if self._connection.total_changes == state:
                    yield Photograph(tuple(whole))
                    return
        except OSError as error:
            raise KnownError(Fault.CANNOT_READ, path=str(self._path), reason=error.strerror or "") from error

    def close(self) -> None:
        """Give up the handle; call it after the connection is closed."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def write_photograph(whole: Photograph, target: Path, tell: Callable[[int, int], None]) -> None:
    """Write what a `Photographer` read to a new file and check it. For another thread: touches nothing that is open.

    `tell` hears how far it is, and may raise to stop. Raises `KnownError` as `write`, also for any existing file.
    """
    with replacing(target, overwrite=False) as making, told_plainly(target):
        with making.open("wb") as file:
            for number, piece in enumerate(whole.pieces, 1):
                file.write(piece)
                tell(number, len(whole.pieces) + 1)
            file.flush()
            os.fsync(file.fileno())
        _check(making, target)


def copy_file(source: Path, target: Path) -> None:
    """Copy an event file that is not open here under a new name. Raises `KnownError` as `write`, and CANNOT_READ."""
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


def _check(making: Path, target: Path) -> None:
    """Read the copy as the disk has it. Raises `KnownError` DAMAGED if it is not whole."""
    with contextlib.closing(sqlite3.connect(f"{making.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        try:
            result = str(copy.execute("PRAGMA quick_check(1)").fetchone()[0])
        except sqlite3.DatabaseError as error:
            result = str(error)
    if result != "ok":
        raise KnownError(Fault.DAMAGED, path=str(target), reason=result)


def _is_older_copy(connection: sqlite3.Connection, target: Path) -> bool:
    open_file = connection.execute("PRAGMA database_list").fetchone()[2]
    if open_file and target.samefile(open_file):
        return False
    there = sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)
    with contextlib.closing(there):
        try:
            return "" != event_id(there) == event_id(connection)
        except sqlite3.Error:
            return False


def event_id(connection: sqlite3.Connection) -> str:
    """Return the id that an event shares with all its copies; empty in a file that was made before there were such."""
    found = connection.execute("SELECT value FROM meta WHERE key = 'event'").fetchone()
    return str(found[0]) if found else ""
