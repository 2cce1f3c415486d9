"""Opening and making event files, from the start page, by a drop, or by an argument."""

from pathlib import Path

from eventdesk import desk, paths
from eventdesk.checkin import points, records
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Clock, Event, EventDetails
from eventdesk.words import Words


def open_file(path: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Open an event file. One without a check-in point gets one, because nobody can be scanned without."""
    event = desk.open_event(path, desk=desk_name, clock=clock)
    _ensure_point(event, words)
    return event


def create_empty(path: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Make an empty event file with one entrance and open it."""
    details = EventDetails(title=path.stem, language=words.language)
    event = desk.create_event(path, details=details, desk=desk_name, clock=clock)
    _ensure_point(event, words)
    return event


def create_sample(name: str, folder: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Make a sample event in a new file in `folder` and open it."""
    from eventdesk.eventfolder import create_from

    source = paths.seeds() / name
    if not name or not (source / "event.toml").is_file():
        known = ", ".join(sorted(each.name for each in paths.seeds().iterdir()))
        raise KnownError(Fault.UNKNOWN_SAMPLE, name=name, known=known)
    folder.mkdir(parents=True, exist_ok=True)
    event = create_from(_free(folder, name), source, desk=desk_name, clock=clock).opened()
    _ensure_point(event, words)
    return event


def _free(folder: Path, name: str) -> Path:
    path, number = folder / f"{name}.eventdesk", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.eventdesk"
    return path


def _ensure_point(event: Event, words: Words) -> None:
    if event.view_only is None and not records.points(event.db):
        points.add_point(event, words.t("Main entrance"))
