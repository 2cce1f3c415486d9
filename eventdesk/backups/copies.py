"""The backups of one event in a folder: how they are called, which there are, how old the newest is."""

import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.starting import free_name, shortened
from eventdesk.store import backup, peek, settings
from eventdesk.store.belt import Belt
from eventdesk.store.peek import Glance, Reach

SUFFIX = ".eventdesk"
_TIME = "%Y-%m-%d %H-%M-%S"
_NAME = re.compile(r" \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}(?: (auto|before))?(?:-\d+)?$")
MOST_LOOKED_AT = 120
"""So many files of a folder are looked at, the newest first."""


class Occasion(StrEnum):
    """Why a backup was made, as the end of its name says."""

    BY_HAND = ""
    AUTO = "auto"
    """Every few minutes."""
    BEFORE = "before"
    """Before a large step: an import, a plan, a draw."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of an event. `at` is when it was written, by the clock of the event; `size` in bytes.

    It holds so many `people`, `check_ins` and `votes`. `last` is the number of its latest entry, `latest` the id of
    that, `restored` when it was made from another one.
    """

    path: Path
    at: datetime
    check_ins: int
    people: int
    size: int
    occasion: Occasion = Occasion.BY_HAND
    last: int = 0
    restored: str = ""
    votes: int = 0
    latest: str = ""

    @property
    def order(self) -> tuple[str, int, datetime, str]:
        """What goes up from an older to a newer backup, also where the clock of the desk was set back in between."""
        return self.restored, self.last, self.at, self.path.name


def backup_path(event: Event, folder: Path, occasion: Occasion = Occasion.BY_HAND) -> Path:
    """Return the path of a new backup in `folder`: the name of the file and the local time, free of a file so far."""
    return free_name(folder, backup_name(event, occasion))


def backup_name(event: Event, occasion: Occasion) -> str:
    """Return what a backup made now is called, without its ending."""
    at = event.now().astimezone(event.zone).strftime(_TIME)
    return f"{shortened(plain_stem(event.path))} {at} {occasion}".rstrip()


def plain_stem(path: Path) -> str:
    """Return the name of an event file without the time that a backup has in it."""
    return _NAME.sub("", path.stem)


def occasion_of(path: Path) -> Occasion:
    """Return why a backup was made, going by its name."""
    named = _NAME.search(path.stem)
    return Occasion(named[1] or "") if named else Occasion.BY_HAND


def copy_path(chosen: Path) -> Path:
    """Return where a copy of a backup goes that is to be worked with: beside it, under a name of its own."""
    return free_name(chosen.parent, f"{shortened(plain_stem(chosen))} 2")


def backups_in(folder: Path, event: str, open_file: Path) -> list[Backup]:
    """Return the copies of the event with this id in a folder, newest first. `open_file` itself is left alone.

    Takes as long as the disk does: for another thread.
    """
    found = [as_backup(glance) for glance in glances(folder, open_file) if glance.event == event != ""]
    return sorted(found, key=lambda each: each.order, reverse=True)


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


def is_restored(event: Event) -> bool:
    """Say whether this file was made from a backup, in place of one that could not be opened."""
    return bool(backup.restored(event.db))


def open_copy(source: Path, target: Path) -> Path:
    """Copy a backup under a new name, checked; nothing that exists is overwritten. Raises `KnownError`."""
    backup.copy_file(source, target)
    return target


def glances(folder: Path, open_file: Path) -> list[Glance]:
    """Return a look at each event file in a folder that can be looked at; `open_file` itself is left alone."""
    try:
        paths = [path for path in folder.iterdir() if path.suffix == SUFFIX]
    except OSError:
        return []
    held = open_file.resolve()
    others = [path for path in paths if not _is_same(path, held)]
    newest = sorted(others, key=_written, reverse=True)[:MOST_LOOKED_AT]
    return [glance for glance in map(peek.peek, newest) if glance.reach is Reach.READ]


def as_backup(glance: Glance) -> Backup:
    """Return what a look at a copy showed."""
    return Backup(
        glance.path,
        datetime.fromtimestamp(_written(glance.path), settings.zone(glance.zone)),
        glance.check_ins,
        glance.people,
        glance.size,
        occasion_of(glance.path),
        glance.last,
        glance.restored,
        glance.votes,
        glance.latest,
    )


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
