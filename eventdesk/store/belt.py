"""Carries the bytes of the open file to a copy: read here between two transactions, written in another thread.

Never more than a few pieces are in memory. A file that changes while it is read is read again, and what has changed is
carried once more, until it was read through without a change: so the copy is the file as it was at one moment.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count
from queue import Empty, Queue
from threading import Event as Flag

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.store.place import Place

PIECE = 1 << 18
"""So many bytes are read between two looks at the clock."""
ON_THE_WAY = 16
"""So many pieces wait for a disk that is slow."""
PATIENCE_S = 0.1


class GivenUpError(Exception):
    """The other end of the belt has stopped."""


@dataclass(frozen=True, slots=True)
class Taken:
    """So many bytes of so many have been read; `waiting` while those who write have to catch up."""

    done: int
    total: int
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes and their place in the file. The last piece has none: the file ends there."""

    at: int
    content: bytes = b""


class Belt:
    """Between one thread that reads and one that writes."""

    def __init__(self, room: int = ON_THE_WAY) -> None:
        """Have room for so many pieces at a time."""
        self.total = 0
        self._pieces: Queue[Piece] = Queue(room)
        self._given_up = Flag()
        self._stopped: Callable[[], bool] = self._given_up.is_set

    @property
    def full(self) -> bool:
        """Whether those who read have to wait."""
        return self._pieces.full()

    @property
    def given_up(self) -> bool:
        """Whether one end has stopped."""
        return self._given_up.is_set() or self._stopped()

    def give_up_when(self, stopped: Callable[[], bool]) -> None:
        """Stop at both ends as soon as this is so: an end that never began cannot say it itself."""
        self._stopped = stopped

    def put(self, piece: Piece) -> None:
        """Lay a piece on the belt, which must not be full."""
        self._pieces.put_nowait(piece)

    def give_up(self) -> None:
        """Stop, at whichever end."""
        self._given_up.set()

    def pieces(self) -> Iterator[Piece]:
        """Yield what comes, up to the last piece. Raises GivenUpError."""
        while True:
            if self.given_up:
                raise GivenUpError
            try:
                piece = self._pieces.get(timeout=PATIENCE_S)
            except Empty:
                continue
            yield piece
            if not piece.content:
                return


class Photographer:
    """Reads the bytes of the open file, piece by piece, while the desk goes on working.

    Between two transactions the file alone is complete, so its bytes are a copy of it. On Unix, closing any second
    handle of a file gives up all locks of this process on it: the handle is kept until the file itself is closed. It is
    there from the beginning, so that a copy can be saved of a file that was moved or deleted meanwhile.
    """

    def __init__(self, connection: sqlite3.Connection, place: Place) -> None:
        self._connection, self._place = connection, place
        self._handle: int | None = None
        with contextlib.suppress(OSError, KnownError):  # it is said when somebody wants a copy
            self._handle = self._opened()

    def pieces(self, belt: Belt) -> Iterator[Taken]:
        """Lay the file on the belt; yield how far it is after each piece.

        Raises `KnownError` CANNOT_READ, and FILE_LOST if the file is not at its place any more.
        """
        whole = False
        try:
            if self._handle is None:
                self._handle = self._opened()
            marks: list[bytes] = []
            while not whole:
                state = self._connection.total_changes
                yield from self._carried(self._handle, belt, marks)
                if belt.given_up:
                    return
                whole = self._connection.total_changes == state
            size = os.fstat(self._handle).st_size
            while belt.full and not belt.given_up:  # a change from now on comes too late: all of it is on the belt
                yield Taken(size, size, waiting=True)
            if not belt.given_up:
                belt.put(Piece(size))
        except OSError as error:
            whole = False
            raise KnownError(Fault.CANNOT_READ, path=str(self._place.path), reason=error.strerror or "") from error
        finally:
            if not whole:
                belt.give_up()

    def close(self) -> None:
        """Give up the handle; call it after the connection is closed."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _opened(self) -> int:
        self._place.require()
        return os.open(self._place.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))

    def _carried(self, handle: int, belt: Belt, marks: list[bytes]) -> Iterator[Taken]:
        """Go through the file once, and carry what is not as it was carried before. `marks` are those of its pieces."""
        for number in count():
            at, total = number * PIECE, os.fstat(handle).st_size
            os.lseek(handle, at, os.SEEK_SET)
            content = os.read(handle, PIECE)
            if not content:
                del marks[number:]
                return
            belt.total = total
            mark = blake2b(content, digest_size=16).digest()
            if marks[number : number + 1] != [mark]:
                while belt.full and not belt.given_up:
                    yield Taken(min(at, total), total, waiting=True)
                if belt.given_up:
                    return
                belt.put(Piece(at, content))
                marks[number : number + 1] = [mark]
            yield Taken(min(at + PIECE, total), total)
