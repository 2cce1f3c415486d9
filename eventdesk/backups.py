"""The backups of one event in a folder: how they are called, which there are, how old the newest is."""

import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.starting import free_name, shortened
from eventdesk.store import backup, peek
from eventdesk.store.belt import Belt
from eventdesk.store.peek import Glance, Reach

SUFFIX = ".eventdesk"
_TIME = "%Y-%m-%d %H-%M-%S"
_NAME = re.compile(r" \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}(?:-\d+)?$")
MOST_LOOKED_AT = 60
"""So many files of a folder are looked at, the newest first."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of an event. `at` is when it was written (aware), `check_ins` how many it holds, `size` in bytes."""

    path: Path
    at: datetime
    check_ins: int
    people: int
    size: int


def backup_path(event: Event, folder: Path) -> Path:
    """Return the path of a new backup in `folder`: the name of the file and the local time, free of a file so far."""
    at = event.now().astimezone(event.zone).strftime(_TIME)
    return free_name(folder, f"{shortened(plain_stem(event.path))} {at}")


def plain_stem(path: Path) -> str:
    """Return the name of an event file without the time that a backup has in it."""
    return _NAME.sub("", path.stem)


def copy_path(chosen: Path) -> Path:
    """Return where a copy of a backup goes that is to be worked with: beside it, under a name of its own."""
    return free_name(chosen.parent, f"{shortened(plain_stem(chosen))} 2")


def backups_in(folder: Path, event: str, open_file: Path) -> list[Backup]:
    """Return the copies of the event with this id in a folder, newest first. `open_file` itself is left alone.

    Takes as long as the disk does: for another thread.
    """
    found = [_backup(glance) for glance in _glances(folder, open_file.resolve()) if glance.event == event != ""]
    return sorted(found, key=lambda each: (each.at, each.path.name), reverse=True)


def write(belt: Belt, target: Path, tell: Callable[[int, int], None]) -> Path:
    """Write what `Event.photograph` lays on the belt, and check it; an existing file is never replaced.

    For another thread. `tell` hears how far it is, and may raise to stop. Raises `KnownError`, and GivenUpError if the
    reading was given up.
    """
    if not target.parent.is_dir():  # a folder in the place of a stick that is not there would be on another disk
        belt.give_up()
        raise KnownError(Fault.CANNOT_WRITE, path=str(target.parent), reason=os.strerror(errno.ENOENT))
    backup.write_from(belt, target, tell)
    return target


def open_copy(source: Path, target: Path) -> Path:
    """Copy a backup under a new name, checked; nothing that exists is overwritten. Raises `KnownError`."""
    backup.copy_file(source, target)
    return target


def _glances(folder: Path, open_file: Path) -> list[Glance]:
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []
    others = [path for path in paths if not _is_same(path, open_file)]
    newest = sorted(others, key=_written, reverse=True)[:MOST_LOOKED_AT]
    return [glance for glance in map(peek.peek, newest) if glance.reach is Reach.READ]


def _is_same(path: Path, open_file: Path) -> bool:
    try:
        return path.samefile(open_file)
    except OSError:
        return False


def _written(path: Path) -> float:
    """Return when a file was written, in seconds; 0 for what cannot be looked at."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _backup(glance: Glance) -> Backup:
    written = datetime.fromtimestamp(_written(glance.path)).astimezone()
    return Backup(glance.path, written, glance.check_ins, glance.people, glance.size)
