"""What all views of this page share: the event, what was done here, what this desk looks at."""

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from eventdesk.errors import KnownError
from eventdesk.event import Changes, Event, Undone, UndoRefused
from eventdesk.finishing.ending import finished_at
from eventdesk.reports.attendance.attended import Attendance
from eventdesk.reports.attendance.gathering import attendance_in_steps
from eventdesk.reports.figures.figure import Figures
from eventdesk.reports.imprint import Imprint, imprint_of
from ui.page_pictures import PagePictures
from ui.work import Part

LOOK_BACK = 300
"""So many entries are looked through for what was done on this page last."""
THOUSAND = 1000
RESULTS, FIGURES, CERTIFICATES, BROCHURE, END = range(5)
T = TypeVar("T")


@dataclass
class Read(Generic[T]):
    """Something that was read of the whole event, `turn` says when; None if nothing was yet."""

    value: T | None = None
    turn: int = -1
    at: str = ""


@dataclass
class Memory:
    """What outlives a change of language: the view, and in each of them what was chosen."""

    tab: int = RESULTS
    owner: tuple[str, int] | None = None
    organisation: str = ""
    person: int = 0
    grouped: bool = False
    part: int = 0
    project: int = 0
    own: set[str] = field(default_factory=set)


class Leaving(QObject):
    """Says that the file is about to be closed: what was typed has to be written now."""

    begun = Signal()


class ReportsFlow:
    """Lives as long as the file is open."""

    def __init__(self, event: Event) -> None:
        """Look at what is owed after the day of `event`."""
        self.event = event
        self.finished = finished_at(event)
        self.memory = Memory(tab=FIGURES if self.finished is not None else RESULTS)
        self.pictures = PagePictures()
        self.leaving = Leaving()
        self.turn = 0
        self.attendance: Read[Attendance] = Read()
        self.figures: Read[Figures] = Read()

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    @property
    def title(self) -> str:
        """What the event is called."""
        return self.event.details.title or self.event.path.stem

    def follow(self, _changes: Changes) -> None:
        """Know that something has changed."""
        self.turn += 1

    def is_new(self, read: Read[T]) -> bool:
        """Say whether something was read and is still so."""
        return read.value is not None and read.turn == self.turn

    def imprint(self) -> Imprint:
        """Return the small print of papers that are made now."""
        return imprint_of(self.event)

    def attendance_in_steps(self) -> Generator[Part, None, Attendance]:
        """Read who was there in short steps, if that has changed; anew if it changes meanwhile."""
        while True:
            known = self.attendance
            if known.value is not None and known.turn == self.turn:
                return known.value
            turn = self.turn
            found = yield from in_parts(attendance_in_steps(self.event))
            self.attendance = Read(found, turn, self.event.local_now().strftime("%H:%M"))

    def remember(self, eid: str | None) -> bool:
        """Remember an entry as one that can be undone here; returns whether there is one."""
        if eid is not None:
            self.memory.own.add(eid)
        return eid is not None

    def undo(self) -> Undone | UndoRefused | None:
        """Take back what was done last on this page; None if there is nothing."""
        entries = self.event.journal(LOOK_BACK)
        entry = next((each for each in entries if each.eid in self.memory.own and not each.undone), None)
        return self.event.undo(entry.eid) if entry else None

    def close(self) -> None:
        """Have what was typed written; have done with what draws beside the window."""
        self.leaving.begun.emit()
        self.pictures.close()


def in_parts(steps: Generator[float, None, T]) -> Generator[Part, None, T]:
    """Go through short steps that tell which part is done, from 0 to 1."""
    while True:
        try:
            yield Part(round(next(steps) * THOUSAND), THOUSAND)
        except StopIteration as done:
            answer: T = done.value
            return answer
