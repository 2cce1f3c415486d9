"""Hands over what waits in the queue, one page at a time for each printer, beside the window; keeps it on the disk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from eventdesk.badges.printers.queue import AT_PRINTER, Item, Queue, Shown, Stage
from eventdesk.badges.printers.spooler import Job, JobState, Progress, Sides, Spooler, printer_fault, withdraw
from eventdesk.codes import Fault, PrinterTrouble
from eventdesk.errors import KnownError
from eventdesk.files import is_full
from ui import print_places
from ui.jobs import Err, Jobs, Ok
from ui.print_places import Places
from ui.print_saving import PrintSaving
from ui.print_state import is_one_badge
from ui.print_store import PrintStore

ASK_SOON_MS, SOON = 200, 10
"""Label printers are done within two seconds: so many times they are asked very soon, as the next badge waits."""
ASK_AGAIN_MS = 500
ASK_RARELY_MS = 4000
PATIENCE = 120
"""So many times a printer is asked in a hurry; after that it is told that it does not get on."""


@dataclass
class _Handed:
    """What a printer has: with whom, as which job, and how often it was asked about it."""

    spooler: Spooler
    job: Job
    asked: int = 0
    unforeseen: bool = False
    """Whether it answered by an error that nobody foresaw, which is raised but once."""


class PrintRunner(QObject):
    """The queue of this desk at work.

    `told`: an item has news. `advanced`: those that wait may have news. `failed`: what stands in the way, once. `out`:
    an item came out. `unmade`: the page of an item is to be made again.
    """

    changed = Signal()
    told = Signal(str)
    advanced = Signal()
    failed = Signal(KnownError)
    out = Signal(str)
    unmade = Signal(str)

    def __init__(self, places: Places, store: PrintStore) -> None:
        super().__init__()
        self.places, self.store = places, store
        self.queue = store.read()
        self._spoolers: dict[tuple[str, Sides], Spooler] = {}
        self._lines: dict[str, Jobs] = {}
        self._handed: dict[str, _Handed] = {}
        self.saving = PrintSaving(store)
        self.saving.failed.connect(self.failed)

    def add(self, item: Item) -> None:
        """Put something to be printed at the end; its page is being made."""
        self._set(self.queue.add(item))
        self.told.emit(item.id)

    def shows(self, item_id: str, template: str, shown: Shown) -> None:
        """Note what stands on a page that is being made."""
        self._set(self.queue.shows(item_id, template, shown))

    def made(self, item_id: str, file: str, size: tuple[float, float], pages: int, *, small: bool = False) -> None:
        """Take over a page that was made."""
        if self.queue.get(item_id) is None:
            self.store.drop(file)
            return
        self._set(self.queue.made(item_id, file, size, pages, small=small))
        self.go_on()

    def take_out(self, item_id: str) -> None:
        """Forget something that came out and was noted."""
        self._set(self.queue.without(item_id))

    def renew(self, place: str) -> None:
        """Know a printer anew: it is set up in another way."""
        for key in [key for key in self._spoolers if key[0] == place]:
            del self._spoolers[key]

    # ---- what a person does

    def retry(self, ids: Sequence[str]) -> None:
        """Print again what did not come out, or what was kept for later."""
        for each in ids:
            self._set(self.queue.retry(each))
            self._ask_for_page(each)
        self.go_on()

    def move(self, ids: Sequence[str], place: str) -> None:
        """Print elsewhere."""
        for each in ids:
            self._when_free(each, lambda item: self._set(self.queue.move(item, place)))
        self.go_on()

    def keep_for_later(self, ids: Sequence[str]) -> None:
        """Put PDFs into the folder for later."""
        for each in ids:
            self._when_free(each, self._put_by)
        self.go_on()

    def cancel(self, ids: Sequence[str]) -> None:
        """Print something not at all."""
        for each in ids:
            self._when_free(each, self._drop)
        self.go_on()

    def came_out(self, ids: Sequence[str]) -> None:
        """Believe a person that something came out."""
        for each in ids:
            self._handed.pop(each, None)
            self._set(self.queue.came_out(each))
            self._finish(each)
        self.go_on()

    # ---- at the end

    def idle(self) -> bool:
        """Say whether nothing is under way: what waits, waits for a person."""
        moving = {Stage.MAKING, Stage.SENDING, Stage.PRINTING}
        busy = any(item.stage in moving for item in self.queue) or self.queue.due()
        return not busy and self.saving.idle() and all(line.idle() for line in self._lines.values())

    def stop(self) -> None:
        """Wait for what is being handed over, and keep the rest on the disk."""
        self.saving.stop()
        for line in self._lines.values():
            line.forget()
        try:
            self.store.write(self.queue)
        except KnownError as error:
            self.failed.emit(error)
        self.store.close()

    # ---- handing over

    def go_on(self) -> None:
        """Hand over what is due, and ask for the pages of what is tried again."""
        for item in self.queue.due():
            self._hand_over(item)
        for item in self.queue:
            if item.stage is Stage.MAKING and is_one_badge(item):
                self.unmade.emit(item.id)
        self.advanced.emit()

    def _hand_over(self, item: Item) -> None:
        spooler = self._spooler(item.printer, item.sides)
        if spooler is None:
            self.fail(item.id, printer_fault(item.printer, PrinterTrouble.GONE))
            return
        self._set(self.queue.sending(item.id))
        self.told.emit(item.id)
        self.line(item.printer).run(
            lambda: _submitted(spooler, item),
            lambda result: self._taken(item.id, spooler, result),
        )

    def _taken(self, item_id: str, spooler: Spooler, result: Ok[Job] | Err) -> None:
        if isinstance(result, Err):
            self._not_taken(item_id, result.error)
            return
        self._handed[item_id] = _Handed(spooler, result.value)
        self._set(self.queue.progress(item_id, Progress(JobState.SENDING)))
        self.told.emit(item_id)
        self._ask(item_id)

    def _not_taken(self, item_id: str, error: Exception) -> None:
        """Make a badge anew whose page somebody has deleted; anything else failed."""
        item = self.queue.get(item_id)
        ours = item is not None and is_one_badge(item)
        if ours and isinstance(error, KnownError) and error.fault is Fault.NO_FILE:
            self._set(self.queue.failed(item_id, error))
            self.retry([item_id])
        else:
            self.fail(item_id, error)

    def _ask(self, item_id: str) -> None:
        handed, item = self._handed.get(item_id), self.queue.get(item_id)
        if handed is not None and item is not None:
            handed.asked += 1
            line = self.line(item.printer)
            line.run(lambda: handed.spooler.state(handed.job), lambda result: self._answered(item_id, handed, result))

    def _answered(self, item_id: str, handed: _Handed, result: Ok[Progress] | Err) -> None:
        if self._handed.get(item_id) is not handed:
            return
        progress = _heard(result)
        if handed.asked > PATIENCE and progress.state is JobState.WAITING:
            progress = Progress(JobState.HELD, trouble=PrinterTrouble.SLOW)
        self._set(self.queue.progress(item_id, progress))
        item = self.queue.get(item_id)
        if item is None or item.stage not in AT_PRINTER:
            del self._handed[item_id]
            if item is not None and item.stage is Stage.FAILED:
                self._complain(item)
            self._finish(item_id)
            self.go_on()
            return
        self.told.emit(item_id)
        self._ask_again(item_id, handed, item)
        if isinstance(result, Err) and not isinstance(result.error, KnownError) and not handed.unforeseen:
            handed.unforeseen = True
            raise result.error

    def _ask_again(self, item_id: str, handed: _Handed, item: Item) -> None:
        if item.stage is Stage.HELD or handed.asked >= PATIENCE:
            pause = ASK_RARELY_MS
        else:
            pause = ASK_SOON_MS if handed.asked <= SOON else ASK_AGAIN_MS
        QTimer.singleShot(pause, self, lambda: self._ask(item_id))

    def fail(self, item_id: str, error: Exception) -> None:
        """Note that something was not made or not taken. What nobody foresaw is raised again."""
        item = self.queue.get(item_id)
        known = _trouble(print_places.name_of(item.printer) if item is not None else "", error)
        self._set(self.queue.failed(item_id, known))
        item = self.queue.get(item_id)
        if item is not None:
            self._complain(item)
        self.go_on()
        if not isinstance(error, KnownError) and not is_full(error):
            raise error

    def _complain(self, item: Item) -> None:
        self.told.emit(item.id)
        error = item.error
        if error is not None:
            names = {"printer": print_places.name_of(item.printer)} if error.fault is Fault.PRINTER else {}
            self.failed.emit(KnownError(error.fault, **(error.details | names)))

    def _finish(self, item_id: str) -> None:
        item = self.queue.get(item_id)
        if item is not None and item.stage is Stage.DONE:
            self.store.drop(item.file)
            self.out.emit(item_id)

    def _ask_for_page(self, item_id: str) -> None:
        item = self.queue.get(item_id)
        if item is not None and item.stage is Stage.MAKING:
            self.unmade.emit(item_id)

    def _when_free(self, item_id: str, deed: Callable[[str], None]) -> None:
        """Do something with an item as soon as no printer has it any more."""
        handed, item = self._handed.get(item_id), self.queue.get(item_id)
        if item is None or item.stage is Stage.SENDING:
            return
        if handed is None and item.stage in AT_PRINTER:  # it is being taken back already
            return
        if handed is None:
            deed(item_id)
            self._ask_for_page(item_id)
            return
        del self._handed[item_id]
        self.line(item.printer).run(
            lambda: withdraw(handed.spooler, handed.job), lambda result: self._freed(item_id, deed, result)
        )

    def _freed(self, item_id: str, deed: Callable[[str], None], result: Ok[bool] | Err) -> None:
        self._set(self.queue.unsure(item_id))
        item = self.queue.get(item_id)
        if isinstance(result, Ok) and result.value and item is not None and item.stage is Stage.UNSURE:
            deed(item_id)
        self.told.emit(item_id)
        self.go_on()

    def _put_by(self, item_id: str) -> None:
        """Keep something from its printer at once; its PDF is moved to the folder for later beside the window."""
        item = self.queue.get(item_id)
        if item is None or not item.file:
            return
        self._set(self.queue.put_by(item_id, item.file))
        self.line(print_places.FOLDER).run(
            lambda: self.store.copy_for_later(item.file, item.title),
            lambda result: self._put_there(item_id, item.file, result),
        )

    def _put_there(self, item_id: str, before: str, result: Ok[str] | Err) -> None:
        item = self.queue.get(item_id)
        lies_there = item is not None and item.stage is Stage.LATER and item.file == before
        if isinstance(result, Err):
            if not isinstance(result.error, KnownError):
                raise result.error
            if lies_there:
                self.failed.emit(result.error)
            return
        if lies_there:
            self._set(self.queue.put_by(item_id, result.value))
            unwanted = before
        else:  # it is wanted again already
            unwanted = result.value
        if result.value != before:
            self.store.drop(unwanted)

    def _drop(self, item_id: str) -> None:
        item = self.queue.get(item_id)
        if item is not None:
            self.store.drop(item.file)
            self._set(self.queue.without(item_id))

    def _spooler(self, place: str, sides: Sides) -> Spooler | None:
        if (place, sides) not in self._spoolers:
            made = self.places.spooler(place, sides)
            if made is None:
                return None
            self._spoolers[place, sides] = made
        return self._spoolers[place, sides]

    def line(self, place: str) -> Jobs:
        """Return the runner of one printer: none waits for another that does not answer."""
        if place not in self._lines:
            self._lines[place] = Jobs()
        return self._lines[place]

    def _set(self, queue: Queue) -> None:
        if queue != self.queue:
            self.queue = queue
            self.changed.emit()
            self.saving.save(queue)


def _trouble(printer: str, error: Exception) -> KnownError:
    """Return what an error means for a badge: the trouble of its printer; another known fault stays as it is."""
    match error:
        case KnownError(fault=Fault.DISK_FULL):
            return printer_fault(printer, PrinterTrouble.DISK_FULL)
        case KnownError(fault=Fault.CANNOT_WRITE):
            return printer_fault(printer, PrinterTrouble.NOT_WRITABLE, error.details.get("reason", ""))
        case KnownError():
            return error
        case _ if is_full(error):
            return printer_fault(printer, PrinterTrouble.DISK_FULL)
        case _:
            return printer_fault(printer, PrinterTrouble.REFUSED, type(error).__name__)


def _heard(result: Ok[Progress] | Err) -> Progress:
    """Return what a printer said; that it does not answer is no reason to give up what it has."""
    if isinstance(result, Ok):
        return result.value
    if not isinstance(result.error, KnownError):
        return Progress(JobState.HELD, type(result.error).__name__, PrinterTrouble.NO_ANSWER)
    details = result.error.details
    trouble = PrinterTrouble(details.get("trouble", PrinterTrouble.NO_ANSWER.value))
    return Progress(JobState.HELD, details.get("reason", ""), trouble)


def _submitted(spooler: Spooler, item: Item) -> Job:
    """Hand over a page. Raises KnownError NO_FILE if somebody has deleted it meanwhile, else as the spooler does."""
    if not Path(item.file).is_file():
        raise KnownError(Fault.NO_FILE, path=item.file)
    return spooler.submit(Path(item.file), item.title, item.size)
