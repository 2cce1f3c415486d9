"""The page of the audience prize: preparing polls, handing ballots out, casting them, the result."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.event import Changes
from eventdesk.people import code as codes
from eventdesk.prize.poll import PollState
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.look import Look
from ui.prize.casting.tab import CastTab
from ui.prize.deeds import Deeds
from ui.prize.flow.prize_flow import KINDS, PrizeFlow
from ui.prize.head import Head
from ui.prize.issue.tab import IssueTab
from ui.prize.printing import Printing
from ui.prize.result.tab import ResultTab
from ui.prize.setup.tab import SetupTab
from ui.timers import single_shot
from ui.work import Work

SETUP, ISSUE, CAST, RESULT = range(4)
SHOW_EVERY_MS = 120
"""In a rush the figures change no more often than that."""
_BEGINS = {PollState.PREPARING: SETUP, PollState.OPEN: ISSUE, PollState.CLOSED: RESULT}
_KEYS_OF = {
    SETUP: (ActionId.TURN_POLL, ActionId.PRINT, ActionId.ADD, ActionId.UNDO, ActionId.NEXT_TAB),
    ISSUE: (ActionId.SEARCH, ActionId.LOST_BALLOT, ActionId.UNDO, ActionId.NEXT_TAB),
    CAST: (ActionId.SEARCH, ActionId.VOID_BALLOT, ActionId.VOTING_SCREEN, ActionId.NEXT_TAB),
    RESULT: (ActionId.TURN_POLL, ActionId.PRINT, ActionId.RECOUNT, ActionId.NEXT_TAB),
}
"""Which keys work in a view."""


class PrizePage(QWidget):
    """Hands on what keys ask for to the view that is shown, or shows the one that knows it."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str)
    keys_changed = Signal()

    def __init__(self, look: Look, flow: PrizeFlow, bridge: Bridge, work: Work) -> None:
        super().__init__()
        self.look, self.flow = look, flow
        self.setObjectName("page")
        flow.kiosk.serve(look)
        self.deeds = Deeds(look, flow, self)
        printing = Printing(look, self.deeds, work)
        self.setup = SetupTab(look, self.deeds, printing)
        self.issue = IssueTab(look, self.deeds)
        self.cast = CastTab(look, self.deeds)
        self.result = ResultTab(look, self.deeds, printing)
        self.tabs: tuple[SetupTab | IssueTab | CastTab | ResultTab, ...] = (
            self.setup,
            self.issue,
            self.cast,
            self.result,
        )
        self.head = Head(look)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        for tab in self.tabs:
            self.stack.addWidget(tab)
            tab.said.connect(self.said)
        self.deeds.said.connect(self.said)
        self.deeds.told.connect(self.told)
        space = look.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(16), space(24), space(14))
        column.setSpacing(space(12))
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self.head.chosen.connect(self._on_tab)
        self.head.poll_chosen.connect(self._choose_poll)
        self.head.new_asked.connect(lambda: self.do(ActionId.ADD))
        self.setup.save_asked.connect(self.save_asked)
        self.result.save_asked.connect(self.save_asked)
        self.cast.kiosk_asked.connect(self._open_kiosk)
        self._stale = False
        self._shown: set[int] = set()
        self._soon = single_shot(self, self.refresh)
        self._rush = single_shot(self, self.refresh, SHOW_EVERY_MS)
        bridge.changed.connect(self._on_changed)
        self._state: tuple[int, PollState] | None = None
        self.refresh()

    @property
    def tab(self) -> SetupTab | IssueTab | CastTab | ResultTab:
        """The view that is shown."""
        return self.tabs[self.stack.currentIndex()]

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown."""
        return self._soon.isActive() or self._rush.isActive()

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        if wanted in (ActionId.NEXT_TAB, ActionId.PREVIOUS_TAB):
            step = 1 if wanted is ActionId.NEXT_TAB else -1
            self._on_tab((self.stack.currentIndex() + step) % len(self.tabs))
        elif wanted is ActionId.UNDO:
            self.deeds.undo()
        elif wanted is ActionId.VOTING_SCREEN:
            self._open_kiosk()
        elif wanted is ActionId.TURN_POLL:
            self._turn_poll()
        elif wanted is ActionId.ADD:
            self.show_tab(SETUP)
            self.setup.do(wanted)
        elif not self.tab.do(wanted):
            return self._do_elsewhere(wanted)
        return True

    def take_focus(self) -> None:
        """Begin where work begins in the view that is shown."""
        self.tab.take_focus()

    def take_scan(self, code: str) -> bool:
        """Take a scan that arrived while no field had the focus; returns whether it is meant for this page."""
        if self.flow.kind_of(code) in (codes.Kind.BALLOT, codes.Kind.STUB):
            if self.tab is not self.issue:
                self.show_tab(CAST)
            (self.issue if self.tab is self.issue else self.cast).take_scan(code)
            return True
        if self.tab is self.issue:
            self.issue.take_scan(code)
        return self.tab is self.issue

    def field_for_letters(self) -> QLineEdit | None:
        """Return where letters go that are typed while no field has the focus."""
        return self.tab.field_for_letters()

    def show_tab(self, at: int) -> None:
        """Show one of the views."""
        self.flow.memory.tab = at
        self.stack.setCurrentIndex(at)
        self.head.show_tab(at)
        self._show_here()
        self.keys_changed.emit()

    def present_keys(self) -> Sequence[ActionId] | None:
        """Return the keys that work in the view that is shown."""
        return _KEYS_OF[self.stack.currentIndex()]

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted to a file, beside everything else."""
        (self.result if self.tab is self.result else self.setup).save_to(path)

    def refresh(self) -> None:
        """Show how everything is now; when the poll has opened or closed, the view that is next."""
        self._stale = False
        self._soon.stop()
        poll = self.flow.poll()
        self.head.show_polls(self.flow.polls(), poll)
        state = (poll.id, poll.state) if poll is not None else None
        moved = False
        if state != self._state:
            first, self._state = self._state is None, state
            kept = self.flow.memory.tab if first else None
            begins = _BEGINS[poll.state] if poll is not None else SETUP
            self._shown.clear()
            self.show_tab(kept if kept is not None and poll is not None else begins)
            moved = True
        self._shown.clear()
        self._show_here()
        if moved and self.isVisible():
            self.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # ---- inside

    def _show_here(self) -> None:
        """Show how everything is now in the view that is looked at; in the others when they are."""
        at = self.stack.currentIndex()
        if at not in self._shown:
            self._shown.add(at)
            self.tabs[at].show_poll(self.flow.poll())

    def _on_tab(self, at: int) -> None:
        self.show_tab(at)
        self.take_focus()

    def _choose_poll(self, poll: int) -> None:
        self.flow.memory.poll = poll
        self.refresh()

    def _turn_poll(self) -> None:
        poll = self.flow.poll()
        preparing = poll is None or poll.state is PollState.PREPARING
        self.show_tab(SETUP if preparing else RESULT)
        (self.setup if preparing else self.result).do(ActionId.TURN_POLL)

    def _do_elsewhere(self, wanted: ActionId) -> bool:
        """Show the view that knows a key which the present one does not."""
        poll = self.flow.poll()
        closed = poll is not None and poll.state is PollState.CLOSED
        views = {
            ActionId.SEARCH: ISSUE,
            ActionId.LOST_BALLOT: ISSUE,
            ActionId.VOID_BALLOT: CAST,
            ActionId.PRINT: RESULT if closed else SETUP,
            ActionId.RECOUNT: RESULT,
        }
        if wanted not in views:
            return False
        self.show_tab(views[wanted])
        return self.tab.do(wanted)

    def _open_kiosk(self) -> None:
        poll, words = self.flow.poll(), self.look.words
        if self.deeds.is_closed():
            return
        if poll is None or not poll.is_open:
            self.deeds.complain(words.t("The voting screen needs an open poll."))
            return
        self.deeds.be_content()
        self.flow.kiosk.open(poll.id, self.window())

    def _on_changed(self, changes: Changes) -> None:
        if not changes.kinds & KINDS:
            return
        if not self.isVisible():
            self._stale = True
        elif "urn" in changes.kinds:
            if not self._rush.isActive():
                self._rush.start()
        else:
            self._soon.start()
