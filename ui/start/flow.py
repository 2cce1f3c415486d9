"""Opening and making event files, from the start page, by a drop, or by an argument."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eventdesk import desk, starting
from eventdesk.checkin import points, records
from eventdesk.event import Clock, Event, State
from eventdesk.eventfolder import create_from
from eventdesk.people.records import role_counts
from eventdesk.store.database import state_of
from eventdesk.tables.pause import collector_held_back
from eventdesk.tables.problems import TableProblem
from eventdesk.tables.sentences import problem
from eventdesk.words import Words
from ui.amounts import crowd_text
from ui.turns import short_turns


class NotMadeError(Exception):
    """Nothing was made of a folder or workbook. `sentences` say what is wrong in which cell."""

    def __init__(self, source: Path, problems: Sequence[TableProblem], words: Words) -> None:
        super().__init__(f"{len(problems)} wrong cells")
        self.source = source
        self.sentences = [problem(words, each) for each in problems]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that was opened, checked and closed beside the window: how it was left, which roles people have in it.

    `strays` lay beside it, did not belong to it and were put aside.
    """

    path: Path
    state: State | None
    roles: tuple[str, ...] = ()
    strays: tuple[Path, ...] = ()

    def changed(self) -> bool:
        """Say whether the file is not any more as it was left. It must not be open here."""
        return self.state is None or self.state != state_of(self.path)

    def unknown(self) -> "Prepared":
        """Return the same file, to be checked anew."""
        return replace(self, state=None)


def prepare(make: Callable[[], Event]) -> Prepared:
    """Make or open a file, and close it again, so that opening it once more takes a moment. For another thread."""
    with short_turns(), collector_held_back():
        event = make()
        try:
            roles = tuple(role_counts(event.db))
        except BaseException:
            event.close()
            raise
        return Prepared(event.path, event.close_known(), roles, event.strays)


def open_prepared(prepared: Prepared, words: Words, desk_name: str, clock: Clock) -> Event:
    """Open a file that was prepared; if it was changed since, it is checked anew."""
    return open_file(prepared.path, words, desk_name, clock, prepared.state)


def open_file(path: Path, words: Words, desk_name: str, clock: Clock, known: State | None = None) -> Event:
    """Open an event file. One without a check-in point gets one, because nobody can be scanned without."""
    event = desk.open_event(path, desk=desk_name, clock=clock, known=known)
    if event.view_only is None:
        points.ensure_point(event, words.t("Main entrance"))
    return event


def create_empty(path: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Make an empty event file, called like the file, with one entrance, and open it."""
    starting.make_folder(path.parent)
    return starting.create_empty(path, "", words, desk=desk_name, clock=clock)


def create_sample(name: str, folder: Path, desk_name: str, clock: Clock) -> Event:
    """Make a sample event in a new file in `folder` and open it."""
    return starting.create_sample(name, folder, desk=desk_name, clock=clock)


def create_from_source(source: Path, folder: Path, words: Words, desk_name: str, clock: Clock) -> Event:
    """Make an event of an event folder or a workbook, in a new file in `folder`, and open it.

    Raises NotMadeError with all that is wrong in its cells, and KnownError if it cannot be read at all.
    """
    starting.make_folder(folder)
    name = starting.file_name(source.stem) or words.t("New event")
    created = create_from(starting.free_name(folder, name), source, desk=desk_name, clock=clock)
    if created.event is None:
        raise NotMadeError(source, created.problems, words)
    return created.event


def taken_in(event: Event, words: Words) -> str:
    """Say what an event made of a folder or workbook has, and where its file lies."""
    counted = desk.figures(event)["counts"]
    points_text = words.n("one check-in point", "{count} check-in points", len(records.points(event.db)))
    return words.t(
        "“{title}” was made: {figures}. The file is {path}",
        title=event.details.title or event.path.stem,
        figures=", ".join([*crowd_text(words, counted["people"], counted["exhibitors"]), points_text]),
        path=str(event.path),
    )
