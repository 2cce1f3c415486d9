"""In place of a file that cannot be opened any more: shows its backups and goes on with the one that is chosen."""

from collections.abc import Callable, Sequence
from pathlib import Path

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.words.faults import fault_sentence
from ui.actions import PageId
from ui.beginning import Surroundings
from ui.jobs import Err, Ok
from ui.look import Look
from ui.recovery import flow
from ui.recovery.flow import Offer, Restored
from ui.recovery.page import RecoveryPage
from ui.settings.backing_up import backup_folder
from ui.shell.frame import Frame
from ui.shell.header import Header
from ui.shell.rail import Stop


class Recovering:
    """Lives as long as one file is looked after. `show` puts a frame into the window; `go_on` opens what was restored.

    `leave` goes back to the start page.
    """

    def __init__(
        self,
        error: KnownError,
        look: Look,
        around: Surroundings,
        show: Callable[[Frame], None],
        go_on: Callable[[Restored], None],
        leave: Callable[[], None],
    ) -> None:
        self.path, self.fault = Path(error.details.get("path", "")), error.fault
        self._look, self._around = look, around
        self._show, self._go_on, self._leave = show, go_on, leave
        self._gone = self._busy = self._resting = False
        self._offers: Sequence[Offer] | None = None
        self.page: RecoveryPage | None = None
        self.frame: Frame | None = None

    def begin(self) -> None:
        """Look for backups; a damaged file has its page at once, any other only if there is something to show."""
        if self.fault is Fault.DAMAGED:
            self.appear()
        folder = backup_folder(self._around.preferences)
        look = flow.looking(self.path, self.fault, [folder] if folder is not None else [])
        self._around.looks.run(look, self._found)

    def rest(self) -> None:
        """Show nothing for a moment: the page is thrown away, and made anew in another look."""
        self._resting = self.page is not None
        self.page = self.frame = None

    def speaks(self, look: Look) -> bool:
        """Wear another look from now on; returns whether this has the window."""
        self._look = look
        shown, self._resting = self._resting, False
        if shown:
            self.appear()
        return shown

    def forget(self) -> None:
        """Show nothing any more; what is being copied comes to its end unseen."""
        self._gone = True
        self._around.looks.drop()

    def appear(self) -> None:
        """Put the page into the window."""
        look, words = self._look, self._look.words
        header = Header(look, self.path.stem, "", lambda: self._around.clock().astimezone())
        header.hide_time()
        self.frame = frame = Frame(look, header, [Stop(PageId.START, "home", words.t("Start"))])
        self.page = page = RecoveryPage(look, self.path, self.fault)
        page.restore_asked.connect(self._restore)
        page.other_asked.connect(self._ask_other)
        page.left.connect(self._leave)
        frame.rail.chosen.connect(lambda _page: self._leave())
        frame.add_page(PageId.START, page, page)
        frame.show_page(PageId.START)
        if self._offers is not None:
            page.show_offers(flow.each_once(self._offers), self._around.clock().astimezone())
        page.be_busy(busy=self._busy)
        self._show(frame)

    def _found(self, result: Ok[list[Offer] | None] | Err) -> None:
        if self._gone:
            return
        self._offers = (result.value or ()) if isinstance(result, Ok) else ()
        if self.page is not None:
            self.page.show_offers(flow.each_once(self._offers), self._around.clock().astimezone())
        elif self._offers and not self._resting:
            self.appear()
        if isinstance(result, Err):
            raise result.error

    def _ask_other(self) -> None:
        around = self._around
        folder = around.preferences.folder_for_files()
        path = around.preferences.chosen(around.dialogs.open_event(around.window, self._look.words, folder))
        if path is not None:
            self._be_busy(busy=True)
            around.looks.run(flow.offering(path), self._looked)

    def _looked(self, result: Ok[Offer] | Err) -> None:
        if isinstance(result, Ok):
            self._restore(result.value)
        else:
            self._say_why(result.error)

    def _restore(self, offer: Offer) -> None:
        if not self._gone:
            self._be_busy(busy=True)
            work = flow.restoring(self.path, offer, self._offers or (), self._around.preferences.documents())
            self._around.looks.run(work, self._restored)

    def _restored(self, result: Ok[Restored] | Err) -> None:
        if isinstance(result, Err):
            self._say_why(result.error)
        elif not self._gone:
            self._go_on(result.value)

    def _say_why(self, error: Exception) -> None:
        if self._gone:
            return
        self._be_busy(busy=False)
        if not isinstance(error, KnownError):
            raise error
        if self.frame is not None:
            self.frame.say(fault_sentence(self._look.words, error))

    def _be_busy(self, *, busy: bool) -> None:
        self._busy = busy
        if self.page is not None:
            self.page.be_busy(busy=busy)
