"""New events: an empty one with its first entrance, or a copy of a sample."""

import errno
import tempfile
from pathlib import Path

from eventdesk import paths
from eventdesk.checkin.point import Point, PointKind, default_rule
from eventdesk.checkin.records import insert_point
from eventdesk.codes import Fault
from eventdesk.desk import create_event
from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event, EventDetails, system_clock
from eventdesk.eventfolder import create_from
from eventdesk.store.access import new_id
from eventdesk.words import Words

DEFAULT_SAMPLE = "integrationskonferenz-4"
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""What Windows takes for a device, whatever the ending."""
_LONGEST_NAME = 80
_LONGEST_BYTES = 180
"""Disks take names of 255 bytes; a backup has a time behind the name, a file that is being written a mark around it."""


def samples() -> list[str]:
    """Return the names of the sample events."""
    return sorted(folder.name for folder in paths.seeds().iterdir() if (folder / "event.toml").is_file())


def create_sample(name: str, folder: Path, *, desk: str = "", clock: Clock = system_clock) -> Event:
    """Make a sample event in a new file in `folder` and open it. Raises KnownError UNKNOWN_SAMPLE, CANNOT_WRITE."""
    if name not in samples():
        raise KnownError(Fault.UNKNOWN_SAMPLE, name=name, known=", ".join(samples()))
    make_folder(folder)
    return create_from(free_name(folder, name), paths.seeds() / name, desk=desk, clock=clock).opened()


def create_empty(
    path: Path,
    title: str,
    words: Words,
    *,
    starts: str = "",
    venue: str = "",
    desk: str = "",
    clock: Clock = system_clock,
) -> Event:
    """Make an empty event file with one entrance and open it. Raises as `create_event`."""
    details = EventDetails(title=title or path.stem, starts=starts, venue=venue, language=words.language)
    entrance = Point(new_id(), words.t("Main entrance"), PointKind.ENTRANCE, default_rule(PointKind.ENTRANCE), place=1)
    return create_event(path, details=details, fill=lambda tx: insert_point(tx, entrance), desk=desk, clock=clock)


def make_folder(folder: Path) -> None:
    """Make a folder for event files if there is none. Raises KnownError CANNOT_WRITE."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(Fault.CANNOT_WRITE, path=str(folder), reason=error.strerror or "") from error


def cannot_make(path: Path) -> KnownError | None:
    """Say why no new event file can be made there, as far as that can be known; makes the folder if it is missing."""
    if _is_taken(path):
        return KnownError(Fault.FILE_EXISTS, path=str(path))
    try:
        make_folder(path.parent)
        with tempfile.TemporaryFile(dir=path.parent):
            return None
    except KnownError as error:
        return error
    except OSError as error:
        fault = Fault.DISK_FULL if error.errno == errno.ENOSPC else Fault.CANNOT_WRITE
        return KnownError(fault, path=str(path), reason=error.strerror or "")


def file_name(title: str) -> str:
    """Return a name that every system takes for the file of an event with this title; empty if nothing is left."""
    kept = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in title)
    name = shortened(" ".join(kept.split())[:_LONGEST_NAME].strip(". "))
    return f"{name}_" if name.casefold() in _DEVICES else name


def shortened(name: str) -> str:
    """Return the name, cut where it would take more bytes than a disk has room for."""
    return name.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip(". ")


def free_name(folder: Path, name: str) -> Path:
    """Return a path in `folder` for an event of that name that no file has yet."""
    path, number = folder / f"{name}.eventdesk", 1
    while _is_taken(path):
        number += 1
        path = folder / f"{name}-{number}.eventdesk"
    return path


def _is_taken(path: Path) -> bool:
    """Say whether there is such a file; no where nobody may look, which is told when the file is to be written."""
    try:
        return path.exists() or path.is_symlink()
    except OSError:
        return False
