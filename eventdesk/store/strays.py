"""What lies beside an event file and would be taken for a part of it: the journal of a step cut off, or a stray.

SQLite takes back whatever a journal beside a file says, also where it belongs to another one: to a file that was
replaced by its backup. So that is tried on a copy first. What does not belong to the file is put aside, never deleted.
"""

import contextlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import SQLITE_MAGIC
from eventdesk.store import faults, shape

_ROLLBACK_MODE = b"\x01\x01"
_LOCKS, _LOCKS_LENGTH = 0x40000000, 512
"""Where SQLite locks a file, and how much of it."""
_WHOLES = "SELECT eid, coalesce(part_of, eid) FROM entry"


@dataclass(frozen=True, slots=True)
class Settled:
    """What was put aside, under its new names; `checked`: the file was found whole with what lies beside it."""

    strays: tuple[Path, ...] = ()
    checked: bool = False


def settle(path: Path) -> Settled:
    """Put aside what lies beside a file and does not belong to it, before SQLite opens it to write.

    Does nothing while anybody has the file open. Never call it for a file that this process has open. Raises KnownError
    with DAMAGED, having changed nothing, if the file is whole neither with its journal nor without.
    """
    path = path.resolve()
    journal, wal = path.with_name(f"{path.name}-journal"), path.with_name(f"{path.name}-wal")
    foreign = _has_content(wal) and _mode(path) == _ROLLBACK_MODE
    if not (foreign or _has_content(journal)) or not _is_free(path):
        return Settled()
    put = [_put_aside(each) for each in (wal, path.with_name(f"{path.name}-shm")) if foreign and each.is_file()]
    if not _has_content(journal) or _has_content(wal):
        return Settled(tuple(put))
    try:
        belongs = _is_of(path, journal)
    except OSError:  # no room for a copy: SQLite may find out
        return Settled(tuple(put))
    if not belongs:
        put.append(_put_aside(journal))
    return Settled(tuple(put), checked=belongs)


def is_unclean(path: Path) -> bool:
    """Say whether a step of the file was cut off, so that it has to be taken back."""
    path = path.resolve()
    return _has_content(path.with_name(f"{path.name}-journal"))


def _has_content(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size > 0
    except OSError:
        return False


def _mode(path: Path) -> bytes:
    """Return the two bytes that say how the file is written."""
    with path.open("rb") as file:
        head = file.read(20)
    return head[18:20] if head.startswith(SQLITE_MAGIC) else b""


def _is_free(path: Path) -> bool:
    """Say whether nobody has locked the file, as SQLite does while it is open here or at another desk."""
    try:
        with path.open("rb+") as file:
            if sys.platform == "win32":
                import msvcrt

                file.seek(_LOCKS)
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, _LOCKS_LENGTH)
                file.seek(_LOCKS)
                msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, _LOCKS_LENGTH)
            else:
                import fcntl

                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKS_LENGTH, _LOCKS)
    except OSError:
        return False
    return True


def _put_aside(path: Path) -> Path:
    """Rename a file to NAME.stray, or with a number behind where that is taken."""
    for number in count(1):
        target = path.with_name(f"{path.name}.stray" if number == 1 else f"{path.name}.stray-{number}")
        if not os.path.lexists(target):
            try:
                path.rename(target)
            except OSError as error:
                raise KnownError(Fault.CANNOT_WRITE, path=str(path), reason=error.strerror or "") from error
            return target
    raise AssertionError("numbers have an end")


def _is_of(path: Path, journal: Path) -> bool:
    """Say whether a journal belongs to a file. Raises KnownError DAMAGED if the file is whole in neither case.

    One step at most is cut off: with the journal the file has one whole less, or none, and never more than without.
    """
    folder = path.with_name(f".{path.name}.trial")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir()
        copy = Path(shutil.copyfile(path, folder / "copy"))
        shutil.copyfile(journal, folder / "copy-journal")
        with _reading(copy, alone=False) as rolled:
            trouble = _trouble(rolled)
            with _reading(path, alone=True) as raw:
                if trouble is None and _follows(rolled, raw):
                    return True
                if _trouble(raw) is None:
                    return False
            if trouble is not None:
                raise KnownError(Fault.DAMAGED, path=str(path), reason=trouble)
            return True
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _reading(path: Path, *, alone: bool) -> Iterator[sqlite3.Connection]:
    """Open a file: `alone` to read it as if nothing lay beside it, else as any program would."""
    uri = f"{path.as_uri()}?{'mode=ro&immutable=1' if alone else 'mode=rw'}"
    with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema=OFF")
        yield connection


def _trouble(connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with a file; None if it is whole. Raises OSError if the disk does not let it be tried."""
    try:
        foreign = shape.foreign_code(connection)
        if foreign:  # the check below would run conditions that stand in the tables
            return foreign
        result = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        if result != "ok":
            return result
        return None if connection.execute("PRAGMA foreign_key_check").fetchone() is None else "foreign_key_check"
    except faults.UNREADABLE as error:
        if isinstance(error, sqlite3.Error) and faults.is_of_disk(error):  # it tells nothing about the file
            raise OSError(str(error)) from error
        return str(error)


def _follows(before: sqlite3.Connection, after: sqlite3.Connection) -> bool:
    """Say whether there is one step at most between two states of a file; a half one cannot be read, which is one."""
    try:
        there = dict(after.execute(_WHOLES))
    except faults.UNREADABLE:
        return True
    here = {eid for eid, _ in before.execute(_WHOLES)}
    return here <= there.keys() and len({root for eid, root in there.items() if eid not in here}) <= 1
