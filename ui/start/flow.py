"""Opening and making event files, from the start page, by a drop, or by an argument."""

from pathlib import Path

from eventdesk import desk, starting
from eventdesk.checkin import points
from eventdesk.event import Clock, Event
from eventdesk.words import Words


def open_file(path: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Open an event file. One without a check-in point gets one, because nobody can be scanned without."""
    event = desk.open_event(path, desk=desk_name, clock=clock)
    if event.view_only is None:
        points.ensure_point(event, words.t("Main entrance"))
    return event


def create_empty(path: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Make an empty event file, called like the file, with one entrance, and open it."""
    return starting.create_empty(path, "", words, desk=desk_name, clock=clock)


def create_sample(name: str, folder: Path, desk_name: str, clock: Clock) -> Event:
    """Make a sample event in a new file in `folder` and open it."""
    return starting.create_sample(name, folder, desk=desk_name, clock=clock)
