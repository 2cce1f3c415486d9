"""What is typed into the scan field becomes a scan, or a list of people of whom one is taken."""

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from eventdesk.errors import KnownError
from eventdesk.words.faults import fault_sentence
from ui.checkin import found, tangle
from ui.checkin.flow import FEWEST_LETTERS, CheckInFlow
from ui.checkin.results import ResultList
from ui.checkin.scan_bar import ScanBar
from ui.look import Look
from ui.timers import single_shot

SEARCH_PAUSE_MS = 120
"""Digits may be a scan that is still arriving: they are searched for only when they stop."""
REST_MS = 1000
"""So long after one scan the rest of another one, which came in the same moment, may arrive."""


class Finder(QObject):
    """Watches the field and the list below it. `scanned` has a code, `taken` a person's id, `mixed` a Mixture."""

    scanned = Signal(str)
    taken = Signal(object)
    mixed = Signal(object)
    listed = Signal(bool)
    said = Signal(str)

    def __init__(self, look: Look, flow: CheckInFlow, bar: ScanBar, results: ResultList) -> None:
        """Work on this field and this list; `listed` tells when the list comes and goes."""
        super().__init__(bar)
        self._look, self._flow, self._field, self._results = look, flow, bar.field, results
        self._rest, self._since = 0, QElapsedTimer()
        self._pause = single_shot(self, self.search, SEARCH_PAUSE_MS)
        self._field.textEdited.connect(self._on_typed)
        self._field.entered.connect(self._on_entered)
        self._field.moved.connect(results.move_choice)
        results.chosen.connect(self.taken)

    def search(self) -> None:
        """List who may be meant by what stands in the field."""
        self._pause.stop()
        text, words = self._field.text(), self._look.words
        if len(text.strip()) < FEWEST_LETTERS:
            self.hide()
            return
        try:
            people = self._flow.search(text)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            people = []
        people = found.together(people)
        rows = found.results(people, text, words, self._look.theme.colours, self._flow.book)
        self._results.show_results(rows, found.advice(people, text, words, closed=self._flow.closed is not None))
        self.listed.emit(True)

    def typed_name(self) -> str:
        """Return what stands in the field if it may be a name."""
        typed = self._field.text().strip()
        return "" if any(letter.isdigit() for letter in typed) else typed

    def is_listing(self) -> bool:
        """Say whether the list is to be seen."""
        return not self._results.isHidden()

    def chosen(self) -> int | None:
        """Return the id of the person chosen in the list."""
        chosen = self._results.current()
        return chosen.person if chosen else None

    def clear(self) -> None:
        """Empty the field and take the list away."""
        self._pause.stop()
        self._field.clear()
        self.hide()

    def hide(self) -> None:
        """Take the list away."""
        if self.is_listing():
            self._results.hide()
            self.listed.emit(False)

    def _on_typed(self, text: str) -> None:
        if any(letter.isalpha() for letter in text):
            self.search()
        else:
            self.hide()
            self._pause.start()

    def _on_entered(self, text: str) -> None:
        if self._is_rest(text):
            self.clear()
            return
        if not text.strip():
            return
        text = self._flow.meant(text)
        mixture = tangle.mixture(text, self._flow.belongs)
        if mixture is not None and not self._flow.belongs(text):
            self._rest = mixture.rest
            self._since.start()
            self.mixed.emit(mixture)
        elif self._flow.is_scan(text):
            self.scanned.emit(text)
        else:
            self._take_one(text)

    def _is_rest(self, text: str) -> bool:
        """Say whether a text is what was still missing of a scan that came together with another one."""
        rest, self._rest = self._rest, 0
        return bool(rest) and len(text) == rest and text.isdigit() and not self._since.hasExpired(REST_MS)

    def _take_one(self, text: str) -> None:
        """Take who is chosen. Figures that no name is made of are a code that nobody has.

        Only if somebody read the list first, which shows when the keys rest, were figures typed to search by them.
        """
        arriving = self._pause.isActive() or not self.is_listing()
        if arriving:
            self.search()
        chosen = self.chosen()
        if chosen is not None:
            self.taken.emit(chosen)
        elif any(letter.isdigit() for letter in text) and (arriving or not self._was_searched_by_figures(text)):
            self.scanned.emit(text)
        elif self.is_listing():
            self._results.insist()

    def _was_searched_by_figures(self, text: str) -> bool:
        return not any(letter.isalpha() for letter in text) and bool(self._results.all())
