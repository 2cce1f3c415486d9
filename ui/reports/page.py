"""The page of what is owed after the day: results, figures, certificates, brochure, the end."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

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
from ui.widgets.views_head import ViewsHead
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


class ReportsPage(QWidget):
    """Hands on what keys ask for to the view that is shown."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str, str)
    picture_asked = Signal()
    place_asked = Signal(Path)
    closed_deed_asked = Signal(object)
    keys_changed = Signal()

    def __init__(
        self, look: Look, flow: ReportsFlow, bridge: Bridge, work: Work, folders: Callable[[], Sequence[Path]]
    ) -> None:
        """`folders` tells where this desk puts backups."""
        super().__init__()
        self.look, self.flow = look, flow
        self.setObjectName("page")
        words, space = look.words, look.theme.space
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
        self.head = ViewsHead(look, names, [tab.deeds for tab in self.tabs])
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        for tab in self.tabs:
            self.stack.addWidget(tab)
            tab.said.connect(self.said)
            tab.told.connect(self.told)
            tab.save_asked.connect(self.save_asked)
            tab.picture_asked.connect(self.picture_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(24), space(16), space(24), space(14))
        column.setSpacing(space(12))
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self.head.chosen.connect(self.show_tab)
        self.figures.deeds_changed.connect(self.head.arrange)
        self.end.place_asked.connect(self.place_asked)
        self.end.closed_deed_asked.connect(self.closed_deed_asked)
        bridge.changed.connect(self._on_changed)
        self.show_tab(flow.memory.tab)

    @property
    def tab(self) -> View:
        """The view that is shown."""
        return self.tabs[self.stack.currentIndex()]

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, read or drawn."""
        return any(tab.busy for tab in self.tabs)

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        if wanted in (ActionId.NEXT_TAB, ActionId.PREVIOUS_TAB):
            step = 1 if wanted is ActionId.NEXT_TAB else -1
            self.show_tab((self.stack.currentIndex() + step) % len(self.tabs))
            self.take_focus()
            return True
        return self.tab.do(wanted)

    def take_focus(self) -> None:
        """Begin where work begins in the view that is shown."""
        self.tab.take_focus()

    def field_for_letters(self) -> QLineEdit | None:
        """Return where letters go that are typed while no field has the focus."""
        return self.tab.field_for_letters()

    def show_tab(self, at: int) -> None:
        """Show one of the views."""
        self.flow.memory.tab = at
        self.stack.setCurrentIndex(at)
        self.head.show_tab(at)
        self.keys_changed.emit()

    def present_keys(self) -> Sequence[ActionId] | None:
        """Return the keys that work in the view that is shown."""
        return _KEYS_OF[self.stack.currentIndex()]

    def save_to(self, path: Path) -> None:
        """Write what is wanted to a file, beside everything else."""
        self.tab.save_to(path)

    def take_picture(self, path: Path) -> None:
        """Take in a picture that was asked for."""
        self.tab.take_picture(path)

    def make_next(self, path: Path) -> None:
        """Make the next event in this file."""
        self.end.make_next(path)

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange the deeds, which have their width now."""
        super().showEvent(event)
        self.head.arrange()

    def _on_changed(self, _changes: Changes) -> None:
        for tab in self.tabs:
            tab.changed()
