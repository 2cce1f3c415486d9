"""Opens and creates the file: settings, checks, and a plain fault for every file that is not as it should be."""

import contextlib
import errno
import os
import secrets
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from eventdesk import __version__
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.files import SQLITE_MAGIC, replacing
from eventdesk.store import migrations, schema, shape, strays
from eventdesk.store.derived import Refresher
from eventdesk.store.faults import UNREADABLE, told_plainly
from eventdesk.store.faults import known as known_fault

_HEADER = 100
_SETTINGS = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "fullfsync=ON",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
    "recursive_triggers=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
)
_PATIENCE_S = 0.3


def sqlite_version() -> str:
    """Return the version of SQLite that is at work here."""
    return sqlite3.sqlite_version


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, why it may only look (or None), and whether a migration ran.

    `strays` are files that lay beside it, did not belong to it and were put aside.
    """

    connection: sqlite3.Connection
    view_only: Fault | None
    migrated: bool
    strays: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """Which file it is and how it was left, as it can be told without opening it; any later change makes another."""

    device: int
    inode: int
    size: int
    written_ns: int
    changes: int
    """The change counter of SQLite, which every transaction raises."""


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first bytes of a file say."""

    application: int
    version: int
    changes: int


def _header(path: Path) -> _Header:
    """Read the file's first bytes, before SQLite touches it."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        raise KnownError(Fault.NO_FILE, path=str(path)) from None
    except OSError as error:
        raise KnownError(Fault.CANNOT_READ, path=str(path), reason=error.strerror or "") from error
    if len(head) < _HEADER or not head.startswith(SQLITE_MAGIC):
        raise KnownError(Fault.NOT_OURS, path=str(path))
    return _Header(int.from_bytes(head[68:72]), int.from_bytes(head[60:64]), int.from_bytes(head[24:28]))


def state_of(path: Path) -> State | None:
    """Return the state of a file that is not open here; None if it cannot be read or is no database.

    Never ask about the file that this process has open: on Unix, that would give up the locks of the open one.
    """
    try:
        return _state(path, _header(path).changes)
    except (KnownError, OSError):
        return None


def _state(path: Path, changes: int) -> State:
    facts = path.stat()
    return State(facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, changes)


def _may_write(path: Path) -> bool:
    marked_writable = bool(path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    return marked_writable and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, *, write: bool, patience_s: float) -> sqlite3.Connection:
    mode = "rw" if write else "ro"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=patience_s,
        cached_statements=256,
    )
    connection.row_factory = sqlite3.Row
    return connection


def _settle(connection: sqlite3.Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "truncate":
        raise sqlite3.OperationalError("the rollback journal could not be set")


def _check(connection: sqlite3.Connection, path: Path, *, thorough: bool) -> None:
    _check_code(connection, path)  # before the check below, which runs conditions that stand in the tables
    check = "integrity_check" if thorough else "quick_check"
    result = connection.execute(f"PRAGMA {check}(1)").fetchone()[0]
    if result != "ok":
        raise KnownError(Fault.DAMAGED, path=str(path), reason=str(result))
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise KnownError(Fault.DAMAGED, path=str(path), reason="foreign_key_check")


def _check_code(connection: sqlite3.Connection, path: Path) -> None:
    foreign = shape.foreign_code(connection)
    if foreign:
        raise KnownError(Fault.NOT_OURS, path=str(path), reason=foreign)


def _check_shape(connection: sqlite3.Connection, path: Path) -> None:
    wrong = shape.difference(connection) or shape.unreadable_index(connection)
    if wrong:
        raise KnownError(Fault.DAMAGED, path=str(path), reason=wrong)


def _migrate(connection: sqlite3.Connection, path: Path, refreshers: Iterable[Refresher]) -> bool:
    # Not the version as the header had it: a migration that was cut off may just have been rolled back
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return migrations.migrate(connection, path, version, refreshers)


def open_file(path: Path, known: State | None = None, refreshers: Iterable[Refresher] = ()) -> Opened:
    """Open an event file after checking that it is one, whole and not newer than this program.

    A newer or read-only file is opened to look at. What lies beside it and does not belong to it is put aside. If it
    still is in the `known` state, in which it was checked and closed a moment ago, it is not checked again; nor is a
    lock waited for then. Raises `KnownError` with NO_FILE, NOT_OURS, DAMAGED, ALREADY_OPEN or CANNOT_READ; none of
    these changes the file.
    """
    head = _header(path)
    if head.application != schema.APPLICATION_ID:
        raise KnownError(Fault.NOT_OURS, path=str(path))
    view_only: Fault | None = None
    if head.version > migrations.current():
        view_only = Fault.NEWER_FILE
    elif not _may_write(path):
        view_only = Fault.VIEW_ONLY
        if head.version < migrations.current():  # it has first to be brought to today's tables
            raise KnownError(Fault.VIEW_ONLY, path=str(path))
    settled = strays.settle(path) if view_only is None else strays.Settled()
    unclean = strays.is_unclean(path)
    with told_plainly(path):
        connection = _connect(path, write=view_only is None, patience_s=_PATIENCE_S if known is None else 0)
        try:
            if view_only is None:
                _settle(connection)
                connection.execute("BEGIN EXCLUSIVE")
                connection.execute("COMMIT")
            else:
                connection.execute("PRAGMA trusted_schema=OFF")
            checked = known is not None and not unclean and known == _state(path, head.changes)
            if checked or settled.checked:
                _check_code(connection, path)
            else:
                _check(connection, path, thorough=unclean)
            migrated = view_only is None and _migrate(connection, path, refreshers)
            if view_only is not Fault.NEWER_FILE and not checked:
                _check_shape(connection, path)
        except sqlite3.DatabaseError as error:  # whatever it is about, the file is not as any version left it
            close(connection)
            plain = known_fault(error, path)
            raise plain or KnownError(Fault.DAMAGED, path=str(path), reason=str(error)) from error
        except BaseException:
            close(connection)
            raise
    return Opened(connection, view_only, migrated, settled.strays)


def close(connection: sqlite3.Connection) -> None:
    """Close the file and take its empty rollback journal away, so that one event is one file again."""
    with contextlib.suppress(*UNREADABLE):
        connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def close_known(connection: sqlite3.Connection, path: Path) -> State | None:
    """Close the file and return the state it is left in; None if somebody else got at it just then."""
    held = None
    with contextlib.suppress(OSError):
        held = _state(path, 0)
    close(connection)
    left = state_of(path)
    return left if left is not None and replace(left, changes=0) == held else None


@contextlib.contextmanager
def creating(path: Path) -> Iterator[Path]:
    """Make a new, empty event file under another name, which gets its own when the caller has filled it.

    It appears whole or not at all; an existing file is never touched. A fault names `path`, never the other name.
    """
    with replacing(path, overwrite=False) as making:
        try:
            making.touch(0o644, exist_ok=False)
            create_file(making)
            yield making
        except KnownError as error:
            if error.details.get("path") == str(making):
                raise KnownError(error.fault, **{**error.details, "path": str(path)}) from error
            raise
        finally:
            making.with_name(making.name + "-journal").unlink(missing_ok=True)


def create_file(path: Path) -> None:
    """Make a new, empty event file at a path where there is none."""
    with told_plainly(path):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode=OFF")
            connection.execute("BEGIN IMMEDIATE")
            schema.create_tables(connection)
            about = (("made_by", __version__), ("event", secrets.token_hex(16)))
            connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", about)
            connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={migrations.current()}")
            connection.execute("COMMIT")
        finally:
            connection.close()
