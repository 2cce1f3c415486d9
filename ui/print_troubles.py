"""Tells what keeps badges from coming out, once, and only where nothing on the screen says it already."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from ui.notices import Notice, Notices
from ui.print_words import waits
from ui.printing import Printing
from ui.timers import single_shot


class PrintTroubles(QObject):
    """Lives as long as an event is open. Tells after whatever else there is to show has been shown."""

    def __init__(
        self, owner: QObject, notices: Notices, printing: Printing, is_shown: Callable[[KnownError], bool]
    ) -> None:
        """`is_shown` answers whether the trouble of a printer is told elsewhere on the screen."""
        super().__init__(owner)
        self._notices, self._is_shown = notices, is_shown
        self._untold: KnownError | None = None
        self._told: tuple[KnownError, Notice] | None = None
        self._soon = single_shot(self, self._tell)
        printing.failed.connect(self._take)
        printing.told.connect(self._look_again)
        news = printing.news()
        if news is not None:  # something went wrong before there was a window
            self._take(news)

    def _take(self, error: KnownError) -> None:
        self._untold = error
        self._soon.start()

    def _look_again(self) -> None:
        """See whether what was told at the top is told by now where people look: there is no need for both."""
        if self._told is not None:
            self._soon.start()

    def _tell(self) -> None:
        if self._told is not None and self._is_told_elsewhere(self._told[0]):
            self._notices.withdraw(self._told[1])
            self._told = None
        error, self._untold = self._untold, None
        if error is not None and not self._is_told_elsewhere(error):
            self._told = error, self._notices.say(partial(self._sentence, error))

    def _sentence(self, error: KnownError, words: Words) -> str:
        if self._is_told_elsewhere(error):
            return ""
        if error.fault is not Fault.PRINTER:
            return fault_sentence(words, error)
        return waits(words, error.details["printer"], error)

    def _is_told_elsewhere(self, error: KnownError) -> bool:
        return error.fault is Fault.PRINTER and self._is_shown(error)
