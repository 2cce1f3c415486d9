"""Tells what keeps badges from coming out, once, and only where nothing on the screen says it already."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui.print_words import waits
from ui.printing import Printing
from ui.timers import single_shot


class PrintTroubles(QObject):
    """`said` carries the sentence for the banner, after whatever else there is to show has been shown."""

    said = Signal(str)

    def __init__(
        self, owner: QObject, words: Words, printing: Printing, is_shown: Callable[[KnownError], bool]
    ) -> None:
        """`is_shown` answers whether the trouble of a printer is told elsewhere on the screen."""
        super().__init__(owner)
        self._words, self._printing, self._is_shown = words, printing, is_shown
        self._untold: KnownError | None = None
        self._soon = single_shot(self, self._tell)
        printing.failed.connect(self._take)

    def tell_news(self) -> None:
        """Tell what went wrong before there was a window."""
        news = self._printing.news()
        if news is not None:
            self._take(news)

    def _take(self, error: KnownError) -> None:
        self._untold = error
        self._soon.start()

    def _tell(self) -> None:
        error, self._untold = self._untold, None
        if error is None:
            return
        if error.fault is not Fault.PRINTER:
            self.said.emit(fault_sentence(self._words, error))
        elif not self._is_shown(error):
            self.said.emit(waits(self._words, error.details["printer"], error))
