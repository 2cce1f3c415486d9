"""What happens on the page "Journal": reads pages of it, undoes and does again, writes what is shown to a file."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMetaMethod, QObject, Signal

from eventdesk.codes import Holding
from eventdesk.errors import KnownError
from eventdesk.event import Entry, Event, Undone, UndoPhase, UndoProgress, UndoRefused, UndoStep, UndoStopped
from eventdesk.history import listing
from eventdesk.history.telling import remarks, standing_word, title
from eventdesk.history.whole import Figures, Filter, Page, PartPage, Summed, Whole
from eventdesk.people.rolebook import RoleBook, role_book
from eventdesk.tables.writing import write_table
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from eventdesk.words.ops import deed, undo_refusal
from ui.jobs import Err, Ok
from ui.work import Part, Stopped, StoppedError, Task, Work

ROWS_AT_ONCE = 150
"""So many changed rows are taken back at once; more of them step by step, so that the desk goes on meanwhile."""
EXPORT_PAGE = 50


@dataclass(frozen=True)
class Answer:
    """What came of an undo: a sentence, whether it was refused, and the entry that stands in the way, if one does."""

    sentence: str
    refused: bool = False
    against: str = ""
    about: str = ""


class JournalFlow(QObject):
    """Answers by a signal, as the page may be gone when long work ends: `answered` names the entry it is about."""

    answered = Signal(str, object)

    def __init__(self, event: Event, words: Words, work: Work) -> None:
        super().__init__()
        self._event, self._words, self._work = event, words, work

    # ---- reading

    def page(self, wanted: Filter, below: int | None) -> Page:
        """Return the lines below a cursor."""
        return listing.page(self._event.db, wanted, below=below)

    def newer(self, wanted: Filter, above: int, limit: int) -> tuple[Whole, ...]:
        """Return the newest lines above a cursor."""
        return listing.newer(self._event.db, wanted, above, limit=limit)

    def whole(self, eid: str) -> Whole | None:
        """Return the line that an entry belongs to, as it is now."""
        return listing.whole(self._event.db, eid)

    def parts(self, root: str, after: int | None) -> PartPage:
        """Return what the entries of a whole did, a few at a time."""
        return listing.parts(self._event.db, root, after=after)

    def touched_by(self, eid: str) -> list[str]:
        """Return the lines that look different since an entry was written."""
        return listing.touched_by(self._event.db, eid)

    def undone_by(self, eid: str) -> Entry | None:
        """Return what took an entry back."""
        return listing.took_back(self._event.db, eid)

    def figures(self, root: str) -> Generator[Summed, None, Figures]:
        """Sum up a large whole, a few entries at a time."""
        return listing.summing(self._event.db, root)

    def hours(self, above: int) -> Iterator[tuple[int, set[tuple[str, datetime]]]]:
        """Yield the desks, and for each the hours in which it did something above a place, in the zone of the event.

        A stretch of the journal at a time, each with the place up to which it is told.
        """
        for upto, found in listing.hours(self._event.db, above):
            yield upto, {(desk, self.local(datetime.fromisoformat(f"{hour}:00:00+00:00"))) for desk, hour in found}

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the zone of the event."""
        return moment.astimezone(self._event.zone)

    def now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self.local(self._event.now())

    @property
    def working(self) -> bool:
        """Whether long work is under way."""
        return not self._work.idle()

    @property
    def book(self) -> RoleBook:
        """What roles are called in this event."""
        return role_book(self._event.db)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the event."""
        return self._event.zone

    @property
    def shut(self) -> str:
        """Why nothing can be undone in this file, empty if it can."""
        closed = self._event.closed
        return fault_sentence(self._words, closed) if closed is not None else ""

    # ---- undoing

    def undo(self, line: Whole) -> None:
        """Take a whole back: a small one at once, a large one step by step."""
        self._take_back(line, line.entry.eid)

    def redo(self, line: Whole) -> None:
        """Do again what was undone: take back the undo."""
        undo = self.undone_by(line.entry.eid)
        if undo is not None:
            self._take_back(line, undo.root)

    def _take_back(self, line: Whole, root: str) -> None:
        about, name = line.entry.eid, title(self._words, line)
        if self.shut:
            self.answered.emit(about, Answer(self.shut, refused=True))
        elif listing.rows_of(self._event.db, root) <= ROWS_AT_ONCE:
            self.answered.emit(about, self._at_once(root))
        else:
            heading = self._words.t("Undoing “{deed}”", deed=name)
            self._work.in_slices(
                heading, _steps(self._event, root), lambda end: self._tell(about, self._ended(end, name))
            )

    def _tell(self, about: str, answer: Answer) -> None:
        """Answer the page; where that is gone, tell it at the top of whatever is looked at."""
        if self.isSignalConnected(QMetaMethod.fromSignal(self.answered)):
            self.answered.emit(about, answer)
        else:
            self._work.notices.say(lambda _words: answer.sentence)

    def _at_once(self, root: str) -> Answer:
        try:
            return self._answer(self._event.undo(root))
        except KnownError as error:
            return Answer(fault_sentence(self._words, error), refused=True)

    def _ended(self, end: Ok[UndoProgress] | Err | Stopped, name: str) -> Answer:
        match end:
            case Ok(value):
                return self._answer(value)
            case Stopped() | Err(StoppedError()):
                said = self._words.t("Stopped: “{deed}” may be undone in part. Undo it again to go on.", deed=name)
                return Answer(said, refused=True)
            case Err(error):
                if isinstance(error, KnownError):
                    return Answer(fault_sentence(self._words, error), refused=True)
                raise error

    def _answer(self, end: UndoProgress) -> Answer:
        words = self._words
        match end:
            case Undone():
                line = self.whole(end.eid)
                return Answer(title(words, line) if line is not None else "")
            case UndoStopped():
                against = self._named(end.against)
                said = words.t("Only a part was undone, then “{against}” stood in the way.", against=against)
                return Answer(said, True, end.against.eid if end.against else "", self._named(end.against))
            case UndoRefused():
                said = undo_refusal(words, end.reason, self._named(end.entry), self._named(end.against))
                return Answer(said, True, end.against.eid if end.against else "", self._named(end.against))
            case UndoStep():
                raise TypeError("an undo in steps ends with what came of it")

    def _named(self, entry: Entry | None) -> str:
        """Return an entry as its line of the journal says it."""
        if entry is None:
            return ""
        line = self.whole(entry.eid)
        said = title(self._words, line) if line is not None else deed(self._words, entry.op, entry.label)
        return f"{said}, {self.local(entry.at):%H:%M}"

    # ---- writing to a file

    def export(self, wanted: Filter, path: Path) -> None:
        """Write all lines that the filter lets through to a table, and tell what came of it."""
        words, notices = self._words, self._work.notices
        header = [words.t("Time"), words.t("Desk"), words.t("Who"), words.t("What"), words.t("More"), words.t("State")]

        def write(end: Ok[list[list[str]]] | Err | Stopped) -> None:
            if isinstance(end, Ok):
                self._work.beside(heading, lambda task: _write(task, path, header, end.value), told)
            elif isinstance(end, Err):
                raise end.error

        def told(end: Ok[int] | Err | Stopped) -> None:
            if isinstance(end, Ok):
                many = end.value
                notices.tell(
                    lambda words: words.n("One line written: {path}", "{count} lines written: {path}", many, path=path)
                )
            elif isinstance(end, Err):
                notices.say_fault(end.error)

        heading = words.t("Writing the journal to {file}", file=path.name)
        self._work.in_slices(heading, self._rows(wanted), write)

    def _rows(self, wanted: Filter) -> Generator[Part, None, list[list[str]]]:
        rows: list[list[str]] = []
        page = listing.page(self._event.db, wanted, limit=EXPORT_PAGE)
        while True:
            rows += [self.row(line) for line in page.lines]
            yield Part(len(rows))
            if page.following is None:
                return rows
            page = listing.page(self._event.db, wanted, below=page.following, limit=EXPORT_PAGE)

    def row(self, line: Whole) -> list[str]:
        """Return a line as cells of a table."""
        words, zone = self._words, self._event.zone
        standing = standing_word(words, line.standing)
        more = " · ".join(remarks(words, line, zone))
        when = f"{self.local(line.entry.at):%Y-%m-%d %H:%M:%S}"
        return [when, line.entry.desk, line.entry.actor, title(words, line), more, standing]


def _write(task: Task, path: Path, header: list[str], rows: list[list[str]]) -> int:
    task.tell(0, 0)
    write_table(path, header, rows, sheet=path.stem, holding=Holding.JOURNAL)
    return len(rows)


def _steps(event: Event, root: str) -> Generator[Part, None, UndoProgress]:
    """Tell how far the undo is; checking counts for a tenth."""
    end: UndoProgress | None = None
    for step in event.undo_in_steps(root):
        end = step
        if isinstance(step, UndoStep):
            done = step.done if step.phase is UndoPhase.CHECKING else step.total + 9 * step.done
            yield Part(done, 10 * step.total)
    if end is None:
        raise ValueError("an undo in steps said nothing")
    return end
