"""New events: an empty one with its first entrance, or a copy of a sample."""

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
_LONGEST_NAME = 80


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
    make_folder(path.parent)
    return create_event(path, details=details, fill=lambda tx: insert_point(tx, entrance), desk=desk, clock=clock)


def make_folder(folder: Path) -> None:
    """Make a folder for event files if there is none. Raises KnownError CANNOT_WRITE."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(Fault.CANNOT_WRITE, path=str(folder), reason=error.strerror or "") from error


def file_name(title: str) -> str:
    """Return a name that every system takes for the file of an event with this title; empty if nothing is left."""
    kept = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in title)
    return " ".join(kept.split())[:_LONGEST_NAME].strip(". ")


def free_name(folder: Path, name: str) -> Path:
    """Return a path in `folder` for an event of that name that no file has yet."""
    path, number = folder / f"{name}.eventdesk", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.eventdesk"
    return path
