"""Plays a person on the page of what is owed after the day: types results, looks at figures, saves papers, finishes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow

from eventdesk.event import Event
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.reports.flow.reports_flow import ReportsFlow
from ui.reports.page import ReportsPage

PATIENCE_MS = 60_000


class ReportsDriver(DeskDriver):
    """A desk on this page. Every call waits until nothing is under way."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "ReportsDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+B")
        return driver.settles()

    @property
    def reports(self) -> ReportsPage:
        """The page, which is made anew with every language."""
        return self.frame.reports

    @property
    def flow(self) -> ReportsFlow:
        """What the page asks."""
        return self.reports.flow

    @property
    def event(self) -> Event:
        """The open event."""
        assert self.application.opened is not None
        return self.application.opened.event

    def settles(self) -> "ReportsDriver":
        """Wait until nothing is under way on this page, too, while it is looked at."""
        super().settles()
        until(self._rests, PATIENCE_MS)
        super().settles()
        until(self._rests, PATIENCE_MS)
        return self

    def _rests(self) -> bool:
        frame = self.application.frame
        looked_at = frame is not None and frame.page_id is PageId.REPORTS
        return self.application.work.idle() and not (looked_at and self.reports.busy)

    def presses(self, *keys: str, into: QWindow | None = None) -> "ReportsDriver":
        """Press keys by their names."""
        super().presses(*keys, into=into)
        return self

    def types(self, text: str, into: QWindow | None = None) -> "ReportsDriver":
        """Type a text, wherever the focus is."""
        super().types(text, into)
        return self

    def clicks(self, text: str) -> "ReportsDriver":
        """Click the button with this text."""
        super().clicks(text)
        return self

    def shows(self, tab: int) -> "ReportsDriver":
        """Go to one of the views."""
        self.reports.show_tab(tab)
        self.reports.take_focus()
        return self.settles()

    def saves(self, button: str, answers: Answers, path: Path) -> bytes:
        """Save something to a file, and return what stands in it."""
        answers.path = path
        self.clicks(button)
        until(self.application.work.idle, PATIENCE_MS)
        return path.read_bytes()

    def turns_project(self, name: str) -> "ReportsDriver":
        """Turn the tick before a project."""
        listed = self.reports.brochure.projects.list
        (item,) = [listed.item(at) for at in range(listed.count()) if listed.item(at).text().startswith(name)]
        ticked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        return self.settles()
