"""Makes a PDF of many badges while the desk goes on, and prints it, whatever page is looked at meanwhile."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from eventdesk.errors import KnownError
from eventdesk.people.person import Person
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, key_of
from ui.badges.flow import BadgesFlow, Batch, Written, writing
from ui.jobs import Err, Ok
from ui.work import Stopped, Work


class Maker(QObject):
    """First badges are taken out of the file, then drawn beside it. The strip of long work shows how far it is.

    Lives as long as the event is open, through every change of language. `unanswered` is what was saved, until somebody
    says whether it counts as printed.
    """

    said = Signal(str)
    told = Signal(str)
    changed = Signal()

    def __init__(self, flow: BadgesFlow, words: Words) -> None:
        super().__init__()
        self.flow, self._words = flow, words
        self.busy = False
        self.unanswered: Written | None = None

    def speak(self, words: Words) -> None:
        """Speak another language from now on."""
        self._words = words

    def save(self, people: list[Person], path: Path, work: Work) -> None:
        """Write the badges of these people to a file."""
        self._make(people, path, work, self._saved)

    def print(self, people: list[Person], work: Work) -> None:
        """Print the badges of these people."""
        self._make(people, None, work, self._print)

    def answer(self, *, printed: bool) -> None:
        """Note what was saved as printed, or leave it."""
        words, written, self.unanswered = self._words, self.unanswered, None
        self.changed.emit()
        if written is None or not printed:
            return
        if self._tried(lambda: self.flow.note(written, written.path.name, "batch")):
            count = len(written.people)
            self.told.emit(words.n("One badge counts as printed.", "{count} badges count as printed.", count))

    def _make(self, people: list[Person], path: Path | None, work: Work, deliver: Callable[[Written], None]) -> None:
        if self.busy:
            return
        words = self._words
        title = words.t("Making {badges}", badges=words.n("one badge", "{count} badges", len(people)))

        def gathered(result: Ok[Batch] | Err | Stopped) -> None:
            if isinstance(result, Ok):
                work.beside(title, writing(result.value, path), made)
            else:
                made(result)

        def made(result: Ok[Written] | Err | Stopped) -> None:
            self._be_busy(busy=False)
            if isinstance(result, Ok):
                deliver(result.value)
            elif isinstance(result, Stopped):
                self.said.emit(self._words.t("Stopped. Nothing was printed."))
            elif isinstance(result.error, KnownError):
                self.said.emit(fault_sentence(self._words, result.error))
            else:
                raise result.error

        self._be_busy(busy=True)
        work.in_slices(title, self.flow.gathering(people), gathered)

    def _saved(self, written: Written) -> None:
        if self.flow.closed is None:
            self.unanswered = written
            self.changed.emit()
        else:
            self.told.emit(self._words.t("Saved: {file}", file=written.path.name))

    def _print(self, written: Written) -> None:
        words = self._words
        title = words.n("One badge", "{count} badges", len(written.people))
        handed = self._tried(lambda: self.flow.print_batch(written, title))
        shutil.rmtree(written.path.parent, ignore_errors=True)
        if handed:
            key = key_of(words, ActionId.PRINTER)
            self.told.emit(words.t("{badges}: handed to the printer. How far it is: {key}", badges=title, key=key))

    def _tried(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except KnownError as error:
            self.said.emit(fault_sentence(self._words, error))
            return False
        return True

    def _be_busy(self, *, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()
