"""Who looked at people's details, and which files were written: noted in the journal of the event itself.

A note changes nothing, so that there is nothing to undo. It holds ids and no names: when somebody is erased, that they
were looked at stays, and nobody can tell who it was.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from eventdesk import outputs
from eventdesk.codes import Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.outputs import Content
from eventdesk.words.audit import Given, export_label, look_up_label

AGAIN_AFTER = timedelta(minutes=10)
"""Somebody who is looked at again within this time is noted once."""
AT_ONCE = 40
"""So many people stand in one entry."""


@contextmanager
def noting(event: Event, place: str, failed: Callable[[KnownError], None] | None = None) -> Iterator[None]:
    """Note each file that is handed over inside; `place` is the page that it was asked for on.

    An event that can only be looked at holds no notes. `failed` is told if they cannot be written, say on a full disk;
    without it that is raised.
    """
    files: list[Given] = []
    try:
        with outputs.heard(lambda path, content: files.append(given(path, content, place))):
            yield
    finally:
        try:
            note_files(event, files)
        except KnownError as error:
            if failed is None:
                raise
            failed(error)


def given(path: Path, content: Content, place: str) -> Given:
    """Return what the journal says of a file that was handed over."""
    return Given(content.holding, content.amount, place, path.name, content.people)


def note_files(event: Event, files: Sequence[Given]) -> None:
    """Note files that were written. Raises KnownError if the event file cannot be written just now."""
    if event.closed is None:
        for file in files:
            _note(event, Op.EXPORT, export_label(file))


def note_look_ups(event: Event, people: Sequence[int]) -> None:
    """Note that somebody looked at these people. Raises KnownError if the event file cannot be written just now."""
    if event.closed is None:
        for start in range(0, len(people), AT_ONCE):
            _note(event, Op.LOOK_UP, look_up_label(people[start : start + AT_ONCE]))


def _note(event: Event, op: Op, label: str) -> None:
    with event.transact(op, label) as tx:
        tx.keep()


class LookUps:
    """Whom this desk looked at: collected, so that looking through a list does not write at every step."""

    def __init__(self, event: Event) -> None:
        """Collect for an open event."""
        self._event = event
        self._waiting: dict[int, None] = {}
        self._seen: dict[int, datetime] = {}

    @property
    def waiting(self) -> bool:
        """Whether somebody was looked at who is not noted yet."""
        return bool(self._waiting)

    def see(self, person: int) -> None:
        """Know that somebody's details are looked at now."""
        now = self._event.now()
        before = self._seen.get(person)
        if before is None or not timedelta(0) <= now - before < AGAIN_AFTER:
            self._seen[person] = now
            self._waiting[person] = None

    def write(self) -> None:
        """Write down what was collected. Raises KnownError if that cannot be done; then it waits for another time."""
        people = tuple(self._waiting)
        note_look_ups(self._event, people)
        for person in people:
            del self._waiting[person]
