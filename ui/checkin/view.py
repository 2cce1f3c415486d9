"""The widgets of the check-in page and where they stand. What they do is in `page`."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.checkin.point import Point
from ui.checkin.counts import CountsCard
from ui.checkin.group_panel import GroupPanel
from ui.checkin.point_card import PointCard
from ui.checkin.recent import RecentCard
from ui.checkin.results import ResultList
from ui.checkin.scan_bar import ScanBar
from ui.checkin.verdict_card import VerdictCard
from ui.checkin.waiting_card import WaitingCard
from ui.checkin.walk_in_panel import WalkInPanel
from ui.look import Look

SIDE_WIDTH = 380
NARROW_SIDE = 350
LEAST_MAIN = 480
"""The verdict keeps at least this width at 100 %; where it would not, the column at the side goes."""


class CheckInView(QWidget):
    """The scan field over the verdict; at the side the point, the counts, the last scans."""

    def __init__(self, look: Look, points: Sequence[Point], roles: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("page")
        self.look = look
        self.scan_bar = ScanBar(look)
        self.point_card = PointCard(look, points)
        self.waiting = WaitingCard(look)
        self.card = VerdictCard(look)
        self.walk_in = WalkInPanel(look, roles)
        self.group = GroupPanel(look)
        self.counts = CountsCard(look)
        self.recent = RecentCard(look)
        self.stage = QStackedWidget()
        for widget in (self.waiting, self.card, self.walk_in, self.group):
            self.stage.addWidget(widget)
        self._side = QWidget()
        self._place(look)
        self.results = ResultList(look, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side what the verdict can spare."""
        super().resizeEvent(event)
        theme = self.look.theme
        room = self.width() - 3 * theme.space(20)
        main = max(theme.space(LEAST_MAIN), self.stage.minimumSizeHint().width())
        wanted = min(theme.space(SIDE_WIDTH), max(theme.space(NARROW_SIDE), round(room * 0.3)))
        side = max(self._needed_by_side(), min(wanted, room - main))
        for widget in (self._side, self.point_card):
            widget.setVisible(room - side >= main)
            widget.setFixedWidth(side)
        self.fit_results()

    def fit_results(self) -> None:
        """Put the list over the verdict."""
        self._grid.activate()
        self.results.fit(self.stage.geometry())

    def _needed_by_side(self) -> int:
        return max(self.point_card.minimumSizeHint().width(), self.counts.minimumSizeHint().width())

    def _place(self, look: Look) -> None:
        space = look.theme.space
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(space(16))
        side.addWidget(self.counts)
        side.addWidget(self.recent, 1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(space(24), space(20), space(24), space(20))
        self._grid.setHorizontalSpacing(space(20))
        self._grid.setVerticalSpacing(space(16))
        self._grid.addWidget(self.scan_bar, 0, 0)
        self._grid.addWidget(self.point_card, 0, 1)
        self._grid.addWidget(self.stage, 1, 0)
        self._grid.addWidget(self._side, 1, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
