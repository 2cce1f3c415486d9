"""A disk on which the n-th thing that is to be written fails: once, or from then on."""

import sqlite3
from dataclasses import dataclass
from enum import Enum

from tests.faults.disk.sqlite_vfs import OK, PRETEND, OpenFile


class Trouble(Enum):
    """What is the matter with the disk: what SQLite is told when it writes."""

    FULL = sqlite3.SQLITE_FULL
    BROKEN = sqlite3.SQLITE_IOERR_WRITE


@dataclass
class FailingDisk:
    """A watcher that fails when it is told to. Writing, shortening, syncing, deleting and making a file all count.

    Where a disk is only full, deleting, shortening and renaming work.
    """

    trouble: Trouble = Trouble.FULL
    lasting: bool = False
    _left: int | None = None
    hit: int = 0
    """How often something has failed since."""
    heard: int = 0
    """How often something was to be written since."""

    def fail_at(self, number: int, trouble: Trouble, *, lasting: bool) -> None:
        """Fail at the n-th thing from now on, and at all after it if `lasting`."""
        self._left, self.trouble, self.lasting = number, trouble, lasting
        self.hit = self.heard = 0

    def mend(self) -> None:
        """Fail no more."""
        self._left = None

    def opening(self, path: str, *, create: bool) -> int:
        """Refuse to make a file."""
        return self._count(sqlite3.SQLITE_CANTOPEN) if create else OK

    def opened(self, file: OpenFile, *, created: bool) -> None:
        """Say nothing to it."""

    def writing(self, file: OpenFile, at: int, content: bytes) -> int:
        """Refuse it."""
        return self._count(self.trouble.value)

    def truncating(self, file: OpenFile, size: int) -> int:
        """Refuse it."""
        return self._count(sqlite3.SQLITE_IOERR_TRUNCATE) if self.trouble is Trouble.BROKEN else OK

    def syncing(self, file: OpenFile) -> int:
        """Refuse it; the real disk need not be waited for."""
        return self._count(sqlite3.SQLITE_IOERR_FSYNC) or PRETEND

    def deleting(self, path: str, *, folder_synced: bool) -> int:
        """Refuse it."""
        return self._count(sqlite3.SQLITE_IOERR_DELETE) if self.trouble is Trouble.BROKEN else OK

    def renaming(self, path: str, target: str) -> int:
        """Refuse it."""
        return self._count(self.trouble.value) if self.trouble is Trouble.BROKEN else OK

    def syncing_folder(self, path: str) -> int:
        """Refuse it."""
        return self._count(sqlite3.SQLITE_IOERR_FSYNC) or PRETEND

    def _count(self, code: int) -> int:
        if self._left is None:
            return OK
        self.heard += 1
        self._left -= 1
        if self._left > 0 or (self._left < 0 and not self.lasting):
            return OK
        self.hit += 1
        return code
