"""What is left of a session that did not end properly: the code a crash went through, or nothing at all.

While a desk is open, a small file beside its log names the versions and is locked. If something that is not Python
ends the process, the lines of code that ran then are written into it. A proper end removes it. So a file that nobody
locks tells of a crash; one without lines of code, of a process that was killed or of a computer without power. It
names versions, times and lines of code, never a person or a file of theirs.
"""

import faulthandler
import os
import platform
import re
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from eventdesk import __version__, log

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SUFFIX = ".session"
LOCKED_BYTE = 1 << 30
"""Far behind whatever is written: on Windows a locked byte cannot be read by others."""
LONGEST_TRACE = 200_000
MOST_LEFT = 20
"""Older files than so many are deleted unread: nobody has looked at them for long."""

_BEGAN = re.compile(r"began (\S+)")
_FRAME = re.compile(r'\s*File "(?P<path>[^"]*)", line (?P<line>\d+|\?+) in (?P<name>.*)')
_KEPT = re.compile(
    r"(Fatal Python error: [\w /-]+|Windows fatal exception: [\w /-]+|(Current thread|Thread) 0x[0-9a-fA-F]+"
    r"( \(most recent call first\))?|  <no Python frame>|  Garbage-collecting|\.\.\.)"
)


class HowEnded(StrEnum):
    """How a session ended that did not end properly."""

    CRASHED = "crashed"
    KILLED = "killed"


@dataclass(frozen=True)
class Left:
    """What one such session has left; `at` is when it was last known to be there, `report` what may be sent."""

    file: Path
    how: HowEnded
    began: datetime | None
    at: datetime
    report: str

    def dismiss(self) -> None:
        """Forget it; what cannot be deleted is offered again."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)


class Session:
    """The present session: its file is there, and locked, until `end`."""

    def __init__(self, file: TextIO, path: Path) -> None:
        self._file, self._path = file, path

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._path

    def end(self) -> None:
        """Say that this session ended properly."""
        faulthandler.disable()
        self._file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def begin(where: Path | None = None, versions: Sequence[str] = ()) -> Session | None:
    """Begin a session in `where` (default: the folder of the log); `versions` of what else runs are named in reports.

    Returns None if the folder cannot be written: a desk works without, too.
    """
    target = where or log.folder()
    path = target / f"{secrets.token_hex(6)}{SUFFIX}"
    try:
        target.mkdir(parents=True, exist_ok=True)
        file = path.open("x", encoding="utf-8")
    except OSError:
        return None
    try:
        began = datetime.now(UTC).isoformat(timespec="seconds")
        system = f"{platform.system()} {platform.release()} {platform.machine()}"
        named = [f"eventdesk {__version__}", f"Python {platform.python_version()}", *versions, system]
        if not _lock(file):  # before anything is in it: what is empty is not looked at
            raise OSError(path)
        file.write(f"began {began}\n{' · '.join(named)}\n")
        file.flush()
        faulthandler.enable(file, all_threads=True)
    except OSError:
        file.close()
        with suppress(OSError):
            path.unlink()
        return None
    return Session(file, path)


def left_behind(where: Path | None = None) -> list[Left]:
    """Return what sessions have left that did not end properly, the latest first. Never raises."""
    folder = where or log.folder()
    found = []
    with suppress(OSError):
        files = sorted(folder.glob(f"*{SUFFIX}"), key=_changed, reverse=True)
        for file in files[MOST_LEFT:]:
            with suppress(OSError):
                if not _is_held(file):
                    file.unlink()
        for file in files[:MOST_LEFT]:
            with suppress(OSError):
                if not _is_held(file) and file.stat().st_size:
                    found.append(_read(file))
    return found


def clean(trace: str) -> Iterator[str]:
    """Yield the lines of a trace that name code, and nothing else: no folder of anybody, no word that was typed."""
    for line in trace.splitlines():
        frame = _FRAME.fullmatch(line)
        if frame is not None:
            yield f'  File "{log.without_home(frame["path"])}", line {frame["line"]} in {frame["name"]}'
        elif kept := _KEPT.match(line):
            yield kept[0]


def _read(file: Path) -> Left:
    with file.open(encoding="utf-8", errors="replace") as stream:
        text = stream.read(LONGEST_TRACE)
    first, _, rest = text.partition("\n")
    versions, _, trace = rest.partition("\n")
    lines = list(clean(trace))
    how = HowEnded.CRASHED if lines else HowEnded.KILLED
    at = datetime.fromtimestamp(_changed(file), UTC)
    stated = _BEGAN.fullmatch(first)
    began = None
    with suppress(ValueError):
        began = datetime.fromisoformat(stated[1]) if stated else None
    ended = f"crashed {at.isoformat(timespec='seconds')}" if lines else "ended from outside"
    return Left(file, how, began, at, "\n".join([versions, first, ended, "", *lines, ""]))


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _is_held(file: Path) -> bool:
    """Say whether a session that is still there holds the file."""
    with file.open("r+", encoding="utf-8") as stream:
        return not _lock(stream)


def _lock(file: TextIO) -> bool:
    """Lock a file as long as it is open in this process; returns False if another one holds it."""
    try:
        if sys.platform == "win32":
            place = file.tell()
            os.lseek(file.fileno(), LOCKED_BYTE, os.SEEK_SET)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            finally:
                os.lseek(file.fileno(), place, os.SEEK_SET)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
