"""The page of the World Café: the tables, and what they found."""

from pathlib import Path

from PySide6.QtCore import Signal

from eventdesk.event import Changes
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.flow.papers import Paper
from ui.cafe.results.tab import ResultsTab
from ui.cafe.tables.tab import TablesTab
from ui.look import Look
from ui.widgets.views_page import ViewsPage
from ui.work import Work

TABLES, RESULTS = range(2)
_KEYS_OF = {
    RESULTS: (ActionId.FORWARDS, ActionId.BACKWARDS, ActionId.PRINT, ActionId.UNDO, ActionId.CLOCK, ActionId.NEXT_TAB),
}
"""Which keys work in a view, if not those of the tables."""


class CafePage(ViewsPage):
    """Hands on what keys ask for to the view that is shown, or shows the one that knows it."""

    save_asked = Signal(str)

    def __init__(self, look: Look, flow: CafeFlow, bridge: Bridge, work: Work) -> None:
        super().__init__(look)
        self.flow = flow
        flow.forget()
        flow.screen.serve(look)
        flow.clock.look()
        self.tables = TablesTab(look, flow, work)
        self.results = ResultsTab(look, flow)
        self.tabs: tuple[TablesTab | ResultsTab, ...] = (self.tables, self.results)
        words = look.words
        names = [words.t("Tables"), words.t("Results")]
        self.take_views(names, self.tabs, flow.memory, _KEYS_OF)
        self.tables.save_asked.connect(self.save_asked)
        self.tables.results_asked.connect(self._show_results_of)
        self.tables.bar.window_asked.connect(self._turn_window)
        self.tables.deeds_changed.connect(self.head.arrange)
        self.results.summary_asked.connect(lambda: self._show_papers(Paper.SUMMARY))
        bridge.changed.connect(self._on_changed)
        self.show_tab(flow.memory.tab)

    @property
    def tab(self) -> TablesTab | ResultsTab:
        """The view that is shown."""
        return self.tabs[self.stack.currentIndex()]

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        if wanted is ActionId.NEXT_TAB:
            self.step(1)
        elif wanted is ActionId.CLOCK:
            self.tables.deeds_of.turn_clock()
        elif wanted is ActionId.BIG_CLOCK:
            self._turn_window()
        elif self.tab.do(wanted):
            return True
        elif wanted in (ActionId.SUGGEST, ActionId.HAND_OVER, ActionId.ADD):
            self.show_tab(TABLES)
            self.tables.do(wanted)
        else:
            return False
        return True

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted to a file, beside everything else."""
        self.tables.save_to(path)

    def _turn_window(self) -> None:
        self.flow.screen.turn(self.window())

    def _show_results_of(self, table: int) -> None:
        self.results.show_table(table)
        self.show_tab(RESULTS)
        self.take_focus()

    def _show_papers(self, first: Paper) -> None:
        self.show_tab(TABLES)
        self.tables.show_papers(first)

    def _on_changed(self, changes: Changes) -> None:
        if self.flow.follow(changes):
            for tab in self.tabs:
                tab.changed()
