"""Stands between SQLite and the disk: every write, sync, opening and deletion of a file is told to a watcher first.

The very library that Python's `sqlite3` uses is asked, by ctypes, for its own way to the files (its default VFS); a
copy of that, with a few functions exchanged, becomes the default while somebody watches. Reading, locking and all else
stay in C. Files remain what they are on the disk.
"""

import _sqlite3
import contextlib
import ctypes
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Protocol

OK = sqlite3.SQLITE_OK
PRETEND = -1
"""An answer of a watcher: nothing is done, and SQLite is told that it was."""
_MAIN_DB, _MAIN_JOURNAL, _SUPER_JOURNAL, _WAL = 0x100, 0x800, 0x4000, 0x80000
_LASTING = _MAIN_DB | _MAIN_JOURNAL | _SUPER_JOURNAL | _WAL
"""What is more than a file for a moment, and has a name."""
_FOLDER_SYNCED = _MAIN_JOURNAL | _SUPER_JOURNAL | _WAL
"""When one of these was made, its first sync puts its name on the disk as well: unixSync, UNIXFILE_DIRSYNC."""
_CREATE = 0x4
_NAME = b"eventdesk-watched"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that SQLite has open. `path` is empty for one that is nobody's business; `named` says how it syncs."""

    path: str
    syncs_folder: bool


class Watcher(Protocol):
    """Hears what SQLite is about to do. At another answer than OK nothing is done, and SQLite gets the answer."""

    def opening(self, path: str, *, create: bool) -> int: ...
    def opened(self, file: OpenFile, *, created: bool) -> None: ...
    def writing(self, file: OpenFile, at: int, content: bytes) -> int: ...
    def truncating(self, file: OpenFile, size: int) -> int: ...
    def syncing(self, file: OpenFile) -> int: ...
    def deleting(self, path: str, *, folder_synced: bool) -> int: ...

    # What only Python does, see python_files
    def renaming(self, path: str, target: str) -> int: ...
    def syncing_folder(self, path: str) -> int: ...


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "truncate", "sync", "size", "lock", "unlock")),
        *((name, c_void_p) for name in ("reserved", "control", "sector", "traits", "map", "map_lock", "barrier")),
        *((name, c_void_p) for name in ("unmap", "fetch", "unfetch")),
    )


class _File(ctypes.Structure):
    """`sqlite3_file`: what follows belongs to the VFS."""

    _fields_ = (("methods", POINTER(_Methods)),)


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = (
        *(("version", c_int), ("file_size", c_int), ("longest_path", c_int)),
        *((name, c_void_p) for name in ("next", "name", "data", "open", "delete", "access", "full_path")),
        *((name, c_void_p) for name in ("dl_open", "dl_error", "dl_sym", "dl_close", "randomness", "sleep")),
        *((name, c_void_p) for name in ("time", "last_error", "time64", "set_call", "get_call", "next_call")),
    )


_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_RANDOM = CFUNCTYPE(c_int, c_void_p, c_int, c_void_p)
_CLOSE = CFUNCTYPE(c_int, c_void_p)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class NoLibraryError(Exception):
    """SQLite cannot be reached from here: it is not a library of its own."""


class WatchedDisk:
    """The exchanged functions. There is one for the whole process; it outlives every connection made through it."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._library = library
        library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        library.sqlite3_vfs_find.argtypes = [c_char_p]
        library.sqlite3_vfs_register.argtypes = [POINTER(_Vfs), c_int]
        library.sqlite3_randomness.argtypes = [c_int, c_void_p]
        library.sqlite3_randomness.restype = None
        self._native = library.sqlite3_vfs_find(None)
        vfs = self._native.contents
        self._open, self._delete = _OPEN(vfs.open), _DELETE(vfs.delete)
        self._ours = _Vfs.from_buffer_copy(vfs)
        self._name = ctypes.create_string_buffer(_NAME)
        self._kept: list[Any] = [self._name]
        self._ours.name = ctypes.addressof(self._name)
        self._ours.next = None
        self._ours.open = self._pointer(_OPEN, self._on_open)
        self._ours.delete = self._pointer(_DELETE, self._on_delete)
        self._ours.randomness = self._pointer(_RANDOM, self._on_random)
        self._methods: dict[int, tuple[_Methods, _Methods]] = {}
        self._files: dict[int, tuple[OpenFile, _Methods]] = {}
        self._watcher: Watcher | None = None
        self._chance = Random(0)
        self._raised: list[BaseException] = []
        # A connection that is left to the very end is closed through these functions: they must be there still
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self))

    @contextlib.contextmanager
    def watched_by(self, watcher: Watcher, chance: Random | None = None) -> Iterator[None]:
        """Let all files that are opened meanwhile be watched; what was open before is not.

        `chance` is what SQLite draws its numbers from, so that all of it can be done again exactly.
        """
        self._watcher, self._chance = watcher, chance or Random(0)
        self._library.sqlite3_vfs_register(ctypes.byref(self._ours), 1)
        self._library.sqlite3_randomness(0, None)
        try:
            yield
        finally:
            self._library.sqlite3_vfs_register(self._native, 1)
            self._library.sqlite3_randomness(0, None)
            self._watcher = None
            raised, self._raised = self._raised, []
        if raised:
            raise raised[0]

    def _pointer(self, kind: Any, function: Callable[..., Any]) -> int:
        """Return the address of a function that C may call; what it raises is kept, as C cannot pass it on."""

        def safely(*values: Any) -> Any:
            try:
                return function(*values)
            except BaseException as error:  # noqa: BLE001
                self._raised.append(error)
                return sqlite3.SQLITE_IOERR

        called = kind(safely)
        self._kept.append(called)
        return ctypes.cast(called, c_void_p).value or 0

    def _on_random(self, _vfs: int, length: int, target: int) -> int:
        ctypes.memmove(target, self._chance.randbytes(length), length)
        return length

    def _on_open(self, _vfs: int, name: int | None, file: int, flags: int, answer: Any) -> int:
        path = os.fsdecode(ctypes.string_at(name)) if name and flags & _LASTING else ""
        native = ctypes.cast(self._native, c_void_p)
        there = not path or Path(path).exists()
        if self._watcher is not None:
            code = self._watcher.opening(path, create=bool(flags & _CREATE) and not there)
            if code != OK:
                ctypes.memset(file, 0, ctypes.sizeof(_File))
                return code
        code = int(self._open(native, name, file, flags, answer))
        head = _File.from_address(file)
        if code == OK and head.methods:
            native_methods, ours = self._exchanged(head)
            opened = OpenFile(path, bool(flags & _FOLDER_SYNCED))
            self._files[file] = (opened, native_methods)
            head.methods = ctypes.pointer(ours)
            if self._watcher is not None and path:
                self._watcher.opened(opened, created=not there)
        return code

    def _exchanged(self, head: _File) -> tuple[_Methods, _Methods]:
        address = ctypes.addressof(head.methods.contents)
        if address not in self._methods:
            native = _Methods.from_address(address)
            ours = _Methods.from_buffer_copy(native)
            close, write = _CLOSE(native.close), _WRITE(native.write)
            truncate, sync = _TRUNCATE(native.truncate), _SYNC(native.sync)

            def on_close(file: int) -> int:
                self._files.pop(file, None)
                return int(close(file))

            def on_write(file: int, content: int, length: int, at: int) -> int:
                told = self._ask(lambda to: to.writing(self._files[file][0], at, ctypes.string_at(content, length)))
                return _answer(told, lambda: write(file, content, length, at))

            def on_truncate(file: int, size: int) -> int:
                told = self._ask(lambda to: to.truncating(self._files[file][0], size))
                return _answer(told, lambda: truncate(file, size))

            def on_sync(file: int, flags: int) -> int:
                told = self._ask(lambda to: to.syncing(self._files[file][0]))
                return _answer(told, lambda: sync(file, flags))

            ours.close, ours.write = self._pointer(_CLOSE, on_close), self._pointer(_WRITE, on_write)
            ours.truncate, ours.sync = self._pointer(_TRUNCATE, on_truncate), self._pointer(_SYNC, on_sync)
            self._methods[address] = (native, ours)
        return self._methods[address]

    def _ask(self, question: Callable[[Watcher], int]) -> int:
        return OK if self._watcher is None else question(self._watcher)

    def _on_delete(self, _vfs: int, name: bytes, sync_folder: int) -> int:
        path = os.fsdecode(name)
        if self._watcher is not None and Path(path).exists():
            code = self._watcher.deleting(path, folder_synced=bool(sync_folder))
            if code != OK:
                return code
        return int(self._delete(ctypes.cast(self._native, c_void_p), name, sync_folder))


def _answer(told: int, do: Callable[[], int]) -> int:
    if told == OK:
        return int(do())
    return OK if told == PRETEND else told


@cache
def watched_disk() -> WatchedDisk:
    """Return the one of this process. Raises NoLibraryError where SQLite is not to be got at."""
    if sys.platform == "win32":
        raise NoLibraryError("the disk is only watched on Linux and macOS")
    try:
        library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
        disk = WatchedDisk(library)
    except (OSError, AttributeError) as error:
        raise NoLibraryError(f"SQLite is not a library of its own here: {error}") from error
    if library.sqlite3_libversion_number() != _number_of(sqlite3.sqlite_version_info):
        raise NoLibraryError("another SQLite than the one that Python uses was found")
    return disk


def _number_of(version: tuple[int, ...]) -> int:
    major, minor, patch = version
    return major * 1_000_000 + minor * 1000 + patch
