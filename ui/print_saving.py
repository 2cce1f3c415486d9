"""Writes the queue to the disk beside the window while it changes; tells it if that cannot be done."""

from PySide6.QtCore import QObject, Signal

from eventdesk.badges.printers.queue import Queue
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError
from ui.jobs import Err, Jobs, Ok
from ui.print_store import PrintStore
from ui.timers import single_shot

TRY_AGAIN_MS = 4000
TOLD_AT = 2
"""What is written only at the second try was held up by something that is over."""

_OF_THE_DISK = frozenset({PrinterTrouble.DISK_FULL, PrinterTrouble.NOT_WRITABLE})


class PrintSaving(QObject):
    """The newest queue is written; what could not be written is tried again after a while."""

    failed = Signal(KnownError)

    def __init__(self, store: PrintStore) -> None:
        super().__init__()
        self._store, self._jobs = store, Jobs()
        self._newest = Queue()
        self._busy = self._unsaved = self._told = False
        self._again = single_shot(self, self._write, TRY_AGAIN_MS)
        self.failures = 0
        """How often in a row it failed, each time after a while."""

    def save(self, queue: Queue) -> None:
        """Write the queue; what changes meanwhile is written after that."""
        self._newest = queue
        self._write()

    def idle(self) -> bool:
        """Say whether nothing is being written."""
        return not self._unsaved and self._jobs.idle()

    def stop(self) -> None:
        """Wait for what is being written, and write no more."""
        self._again.stop()
        self._jobs.forget()

    def _write(self) -> None:
        if self._busy:
            self._unsaved = True
            return
        self._busy, queue = True, self._newest
        self._jobs.run(lambda: self._store.write(queue), self._written)

    def _written(self, result: Ok[None] | Err) -> None:
        self._busy = False
        if self._unsaved:
            self._unsaved = False
            self._write()
        if isinstance(result, Ok):
            self.failures, self._told = 0, False
            self._again.stop()
        elif not self._again.isActive():
            self._not_written(result.error)

    def _not_written(self, error: Exception) -> None:
        """Tell it once, unless a badge tells of the same disk already. What nobody foresaw is raised again."""
        self.failures += 1
        self._again.start()
        told = self._told or any(item.trouble in _OF_THE_DISK for item in self._newest)
        if self.failures >= TOLD_AT and not told:
            self._told = True
            reason = error.details.get("reason", "") if isinstance(error, KnownError) else type(error).__name__
            self.failed.emit(KnownError(Fault.QUEUE_UNSAVED, reason=reason))
        if self.failures == 1 and not isinstance(error, KnownError):
            raise error
