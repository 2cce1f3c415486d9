"""Stands before the pages of an event: lets through what the desk may do, and asks for the PIN before the rest."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.actions import PAGE_OF, ActionId, PageId, key_of
from ui.look import Look
from ui.rights.keeper import Keeper, Standing
from ui.rights.lock_page import LockPage
from ui.rights.strip import PinStrip
from ui.rights.table import DUTY_OF_ACTION, DUTY_OF_PAGE
from ui.shell.frame import Page
from ui.shell.rail import Rail
from ui.shell.strip_column import Urgency


class Guarded(Protocol):
    """The inside of a window, as the gate turns it."""

    rail: Rail
    page_id: PageId

    def add_page(self, page_id: PageId, widget: QWidget, page: Page) -> None:
        """Add a page."""

    def is_made(self, page_id: PageId) -> bool:
        """Say whether a page is there."""

    def show_page(self, page_id: PageId) -> None:
        """Show a page."""

    def show_strip(self, strip: QWidget, urgency: Urgency) -> None:
        """Show something above the pages."""

    def take_focus(self) -> None:
        """Put the focus where work begins."""

    def tell(self, sentence: str) -> None:
        """Show a sentence about what was done."""

    def say(self, sentence: str) -> None:
        """Show a sentence about what cannot be."""

    def be_locked(self) -> None:
        """Throw away what names people, and show the page of a locked desk."""

    def be_open(self) -> None:
        """Go on after the desk was locked."""


class Gate(QObject):
    """One for each frame; the `keeper` outlives it."""

    def __init__(self, look: Look, keeper: Keeper, frame: Guarded, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self.keeper, self._frame = look, keeper, frame
        self.strip = PinStrip(look, keeper)
        frame.show_strip(self.strip, Urgency.ASKED)
        self.strip.left.connect(frame.take_focus)
        self._was_locked = False
        keeper.asked.connect(self._ask)
        keeper.turned.connect(self._on_turned)
        frame.rail.lock_asked.connect(self.turn)
        self.dress()

    # ---- what goes through

    @property
    def locked(self) -> bool:
        """Whether nothing goes through."""
        return self.keeper.locked

    def opens(self, page_id: PageId) -> bool:
        """Say whether a page may be shown now."""
        if self.locked or page_id is PageId.LOCK:
            return self.locked and page_id is PageId.LOCK
        return page_id not in DUTY_OF_PAGE or self.keeper.may(DUTY_OF_PAGE[page_id])

    def lets_in(self, page_id: PageId) -> bool:
        """Say whether a page may be shown now; if not, ask for the PIN and show it then."""
        if not self.opens(page_id) and not self.locked and page_id is not PageId.LOCK:
            self.keeper.ask(partial(self._frame.show_page, page_id))
        return self.opens(page_id)

    def takes(self, wanted: ActionId) -> bool:
        """Take a key that is about the lock, or that leads nowhere while the desk is locked."""
        if wanted is ActionId.LOCK:
            self.turn()
        elif wanted is ActionId.LOCK_DESK:
            self._lock()
        else:
            return self.locked and wanted is not ActionId.HELP
        return True

    def allows(self, wanted: ActionId) -> bool:
        """Say whether a key does something at present, so that it is worth being listed."""
        if wanted in (ActionId.LOCK, ActionId.LOCK_DESK):
            return self.keeper.guarded and (wanted is ActionId.LOCK or bool(self.keeper.pins.clerk))
        if wanted in PAGE_OF:
            return self.opens(PAGE_OF[wanted])
        return not self.locked and (wanted not in DUTY_OF_ACTION or self.keeper.may(DUTY_OF_ACTION[wanted]))

    def present(self, page_id: PageId) -> PageId:
        """Return the page to begin with, if one was left at `page_id`."""
        if self.locked:
            return PageId.LOCK
        return page_id if self.opens(page_id) else PageId.CHECK_IN

    # ---- turning

    def turn(self) -> None:
        """Lock for clerks what is open for organisers, or ask for their PIN."""
        words = self._look.words
        match self.keeper.standing:
            case Standing.FREE:
                self._frame.say(words.t("There is no PIN yet: everybody may do everything. Set one on the page Event."))
            case Standing.ORGANISER:
                self.keeper.step_down()
                self._frame.tell(words.t("This desk works for clerks now."))
            case Standing.CLERK:
                self.keeper.ask(lambda: None)
            case Standing.LOCKED:
                self._frame.take_focus()

    def dress(self) -> None:
        """Show in the rail what may be shown, and the lock if there is a PIN."""
        rail, words = self._frame.rail, self._look.words
        if not self.keeper.guarded:
            if rail.lock is not None:
                rail.show_lock("", "", "")
                rail.show_only(None)
            return
        open_now = self.keeper.standing is Standing.ORGANISER
        key = key_of(words, ActionId.LOCK)
        if open_now:
            rail.show_lock("unlock", words.t("Lock"), words.t("Let this desk work for clerks again ({key})", key=key))
        else:
            rail.show_lock("lock", words.t("Unlock"), words.t("Unlock with the PIN for organisers ({key})", key=key))
        rail.show_only({page for page in PageId if self.opens(page)})

    def _lock(self) -> None:
        if not self.keeper.lock():
            words = self._look.words
            self._frame.say(
                words.t("A desk can be locked when there is a PIN for clerks, too. Set one on the page Event.")
            )

    def _ask(self, then: Callable[[], object]) -> None:
        self.strip.ask(then)

    def _on_turned(self) -> None:
        self.strip.leave()
        self.dress()
        if self.locked:
            self.show_lock()
        elif self._was_locked:
            self._was_locked = False
            self._frame.be_open()
        elif not self.opens(self._frame.page_id):
            self._frame.show_page(PageId.CHECK_IN)

    def show_lock(self) -> None:
        """Show nothing but that the desk is locked."""
        self._was_locked = True
        if not self._frame.is_made(PageId.LOCK):
            page = LockPage(self._look, self.keeper)
            self._frame.add_page(PageId.LOCK, page, page)
        self._frame.be_locked()
