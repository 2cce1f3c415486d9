"""Asks printers of the system for their trays, beside the window: one that does not answer takes a while."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from eventdesk.errors import KnownError
from ui.jobs import Err, Jobs, Ok
from ui.print_places import SYSTEM, by_cups


class Trays(QObject):
    """What each printer has said, until it is asked anew. `found` tells when there is an answer."""

    found = Signal()

    def __init__(self, line: Callable[[str], Jobs]) -> None:
        """Ask by one of these lines of jobs."""
        super().__init__()
        self._line = line
        self._known: dict[str, list[str]] = {}

    def of(self, place: str) -> list[str]:
        """Return the trays of a printer; empty if it has no choice, or has not answered yet."""
        if place.startswith(SYSTEM) and place not in self._known and by_cups():
            from eventdesk.badges.printers import cups

            self._known[place] = []
            name = place.removeprefix(SYSTEM)
            self._line("trays").run(lambda: cups.trays(name), lambda result: self._answered(place, result))
        return self._known.get(place, [])

    def forget(self) -> None:
        """Ask anew."""
        self._known.clear()

    def _answered(self, place: str, result: Ok[list[str]] | Err) -> None:
        if isinstance(result, Ok):
            self._known[place] = result.value
            self.found.emit()
        elif not isinstance(result.error, KnownError):
            raise result.error
