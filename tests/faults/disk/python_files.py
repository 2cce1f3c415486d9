"""Tells a watcher also what Python itself does to files: copies that are written, synced, named anew, deleted.

Only files that are opened by `Path.open`, as the desk does it, and only on Linux, where an open file tells its path.
"""

import contextlib
import errno
import io
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any
from unittest.mock import patch

from tests.faults.disk.sqlite_vfs import OK, PRETEND, OpenFile, Watcher


def told(code: int, path: str) -> bool:
    """Say whether it is to be done; raise the OSError that stands for a refusal."""
    if code not in (OK, PRETEND):
        number = errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EIO
        raise OSError(number, os.strerror(number), path)
    return code == OK


class _Written(io.FileIO):
    """A file of which each write is told first."""

    def __init__(self, path: str, mode: str, watcher: Watcher) -> None:
        new = not Path(path).exists()
        told(watcher.opening(path, create=new), path)
        super().__init__(path, mode)
        self._file, self._watcher = OpenFile(path, False), watcher
        watcher.opened(self._file, created=new)
        if "w" in mode:
            watcher.truncating(self._file, 0)

    def write(self, content: Any) -> int:
        """Write after asking."""
        told(self._watcher.writing(self._file, self.tell(), bytes(content)), self._file.path)
        return super().write(content) or 0

    def truncate(self, size: int | None = None) -> int:
        """Shorten after asking."""
        wanted = self.tell() if size is None else size
        told(self._watcher.truncating(self._file, wanted), self._file.path)
        return super().truncate(wanted)


@contextlib.contextmanager
def python_watched_by(watcher: Watcher, folder: Path) -> Iterator[None]:
    """Tell the watcher what happens in a folder meanwhile, also in other threads."""
    inside = str(folder)
    open_, sync, rename, delete = Path.open, os.fsync, os.replace, os.unlink

    def ours(path: object) -> bool:
        return str(path).startswith(inside)

    def watched_open(path: Path, mode: str = "r", buffering: int = -1, *values: Any, **named: Any) -> IO[Any]:
        if not (ours(path) and set(mode) & set("wa+x")):
            return open_(path, mode, buffering, *values, **named)
        raw = _Written(str(path), mode.replace("b", ""), watcher)
        binary = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return binary if "b" in mode else io.TextIOWrapper(binary, *values, **named)

    def watched_sync(handle: int) -> None:
        path = str(Path(f"/proc/self/fd/{handle}").readlink())
        if not ours(path):
            sync(handle)
        elif Path(path).is_dir():
            told(watcher.syncing_folder(path), path)
        else:
            told(watcher.syncing(OpenFile(path, False)), path)

    def watched(change: Callable[..., None], tell: Callable[..., int]) -> Callable[..., None]:
        def do(path: Any, *others: Any, **named: Any) -> None:
            if ours(path) and Path(path).exists():
                told(tell(str(path), *map(str, others)), str(path))
            change(path, *others, **named)

        return do

    with (
        patch.object(Path, "open", watched_open),
        patch.object(os, "fsync", watched_sync),
        patch.object(os, "replace", watched(rename, watcher.renaming)),
        patch.object(os, "unlink", watched(delete, lambda path: watcher.deleting(path, folder_synced=False))),
    ):
        yield
