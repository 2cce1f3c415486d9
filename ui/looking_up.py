"""Notes in the journal whose details are looked at in this window, and which files are written: beside the check-in.

Look-ups are collected and written every half a minute, before a file is noted, and when the event is closed.
"""

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from eventdesk import audit
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.outputs import Content
from ui.timers import single_shot

EVERY_MS = 30_000
log = logging.getLogger(__name__)


class LookingUp(QObject):
    """Lives as long as the event is open."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self._collected = audit.LookUps(event)
        self._soon = single_shot(self, self.write, EVERY_MS)

    def see(self, person: int) -> None:
        """Know that somebody's details are looked at."""
        self._collected.see(person)
        if self._collected.waiting and not self._soon.isActive():
            self._soon.start()

    def note_files(self, files: Sequence[tuple[Path, Content]], page: str) -> None:
        """Note files that were written from a page. Raises KnownError if that cannot be done."""
        self.write()
        audit.note_files(self._event, [audit.given(path, content, page) for path, content in files])

    def write(self) -> None:
        """Write down what was collected; what cannot be written now waits for the next time."""
        self._soon.stop()
        try:
            self._collected.write()
        except KnownError as error:
            log.warning("look-ups are not noted yet: %s", error.fault)
            self._soon.start()

    def close(self) -> None:
        """Write down what was collected, for the last time."""
        self.write()
        self._soon.stop()
