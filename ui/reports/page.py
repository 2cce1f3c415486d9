"""The page of what is owed after the day: results, figures, certificates, brochure, the end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from eventdesk.event import Changes
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.look import Look
from ui.reports.brochure.tab import BrochureTab
from ui.reports.certificates.tab import CertificatesTab
from ui.reports.ending.tab import EndTab
from ui.reports.figures.tab import FiguresTab
from ui.reports.flow.reports_flow import BROCHURE, CERTIFICATES, END, FIGURES, RESULTS, ReportsFlow
from ui.reports.results.tab import ResultsTab
from ui.reports.view import View
from ui.widgets.views_page import ViewsPage
from ui.work import Work

_TURNED = (ActionId.PRINT, ActionId.FORWARDS, ActionId.BACKWARDS, ActionId.SEARCH, ActionId.UNDO, ActionId.NEXT_TAB)
_KEYS_OF = {
    RESULTS: _TURNED,
    FIGURES: (ActionId.PRINT, ActionId.SUGGEST, ActionId.NEXT_TAB),
    CERTIFICATES: _TURNED,
    BROCHURE: _TURNED,
    END: (ActionId.NEXT_TAB, ActionId.PREVIOUS_TAB),
}
"""Which keys work in each view."""


class ReportsPage(ViewsPage):
    """Hands on what keys ask for to the view that is shown."""

    save_asked = Signal(str, str)
    picture_asked = Signal()
    place_asked = Signal(Path)
    closed_deed_asked = Signal(object)

    def __init__(
        self, look: Look, flow: ReportsFlow, bridge: Bridge, work: Work, folders: Callable[[], Sequence[Path]]
    ) -> None:
        """`folders` tells where this desk puts backups."""
        super().__init__(look)
        self.flow = flow
        words = look.words
        self.results = ResultsTab(look, flow, work)
        self.figures = FiguresTab(look, flow, work)
        self.certificates = CertificatesTab(look, flow, work)
        self.brochure = BrochureTab(look, flow, work)
        self.end = EndTab(look, flow, work, folders)
        self.tabs: tuple[View, ...] = (self.results, self.figures, self.certificates, self.brochure, self.end)
        names = [
            words.t("Results"),
            words.t("Figures"),
            words.t("Attendance"),
            words.t("Brochure"),
            words.t("The end"),
        ]
        self.take_views(names, self.tabs, flow.memory, _KEYS_OF)
        for tab in self.tabs:
            tab.save_asked.connect(self.save_asked)
            tab.picture_asked.connect(self.picture_asked)
        self.figures.deeds_changed.connect(self.head.arrange)
        self.end.place_asked.connect(self.place_asked)
        self.end.closed_deed_asked.connect(self.closed_deed_asked)
        bridge.changed.connect(self._on_changed)
        self.show_tab(flow.memory.tab)

    @property
    def tab(self) -> View:
        """The view that is shown."""
        return self.tabs[self.stack.currentIndex()]

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        if wanted in (ActionId.NEXT_TAB, ActionId.PREVIOUS_TAB):
            self.step(1 if wanted is ActionId.NEXT_TAB else -1)
            return True
        return self.tab.do(wanted)

    def show_end(self) -> None:
        """Show where the event is finished."""
        self.show_tab(self.tabs.index(self.end))

    def save_to(self, path: Path) -> None:
        """Write what is wanted to a file, beside everything else."""
        self.tab.save_to(path)

    def take_picture(self, path: Path) -> None:
        """Take in a picture that was asked for."""
        self.tab.take_picture(path)

    def make_next(self, path: Path) -> None:
        """Make the next event in this file."""
        self.end.make_next(path)

    def _on_changed(self, _changes: Changes) -> None:
        for tab in self.tabs:
            tab.changed()
