"""The widgets of the check-in page and where they stand. What they do is in `page`."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from eventdesk.checkin.point import Point
from ui.checkin.arrivals_side import SideColumn
from ui.checkin.correct_panel import CorrectPanel
from ui.checkin.counter_card import CounterCard
from ui.checkin.group_panel import GroupPanel
from ui.checkin.point_card import PointCard
from ui.checkin.reprint_panel import ReprintPanel
from ui.checkin.results import ResultList
from ui.checkin.scan_bar import ScanBar
from ui.checkin.verdict_card import VerdictCard
from ui.checkin.waiting_card import WaitingCard
from ui.checkin.walk_in_panel import WalkInPanel
from ui.look import Look
from ui.widgets.steady_grid import SteadyGrid

SIDE_WIDTH = 380
NARROW_SIDE = 350
LEAST_MAIN = 480
"""The verdict keeps at least this width at 100 %; where it would not, the column at the side goes."""
LOW = 330
"""In a lower page (at 100 %) the verdict gets half of what is above and below."""
LEAST_FIELD = 200
"""The scan field keeps at least this width beside the counts in short."""


class CheckInView(QWidget):
    """The scan field over the verdict; at the side the point, the counts, the last scans."""

    def __init__(self, look: Look, points: Sequence[Point], roles: Sequence[tuple[str, str]], side: SideColumn) -> None:
        super().__init__()
        self.setObjectName("page")
        self.look = look
        self.scan_bar = ScanBar(look)
        self.point_card = PointCard(look, points)
        self.waiting = WaitingCard(look)
        self.counter = CounterCard(look)
        self.card = VerdictCard(look)
        self.walk_in = WalkInPanel(look, roles)
        self.group = GroupPanel(look)
        self.correction, self.reprint = CorrectPanel(look), ReprintPanel(look)
        self.side, self.counts, self.recent, self.tile = side, side.counts, side.recent, side.tile
        self.stage = QStackedWidget()
        for widget in (self.waiting, self.counter, self.card, self.walk_in, self.group, self.correction, self.reprint):
            self.stage.addWidget(widget)
        self._full = self._wide = False
        self._place(look)
        self.results = ResultList(look, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side what the verdict can spare."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        theme = self.look.theme
        room = self.width() - 3 * theme.space(20)
        main = max(theme.space(LEAST_MAIN), self.stage.minimumSizeHint().width())
        wanted = min(theme.space(SIDE_WIDTH), max(theme.space(NARROW_SIDE), round(room * 0.3)))
        side = max(self._needed_by_side(), min(wanted, room - main))
        fits = room - side >= main
        self.side.setVisible(fits and not self._full)
        self.point_card.setVisible(fits)
        for widget in (self.side, self.point_card):
            widget.setFixedWidth(side)
        self.waiting.name_point(named=not fits)
        self.tile.setVisible(not fits and room - self.tile.sizeHint().width() >= theme.text_px(LEAST_FIELD))
        self._spread(wide=self._full or not fits)
        edge = theme.space(20 if self.height() >= LOW * theme.scale else 10)
        self._grid.setContentsMargins(theme.space(24), edge, theme.space(24), edge)
        self.fit_results()

    def _spread(self, *, wide: bool) -> None:
        """Give the verdict the place of the side, or take it away again."""
        if wide != self._wide:
            self._wide = wide
            self._grid.removeWidget(self.stage)
            self._grid.addWidget(self.stage, 1, 0, 1, 2 if wide else 1)

    def fill_screen(self, full: bool) -> None:
        """Give the verdict the place of the side, and large letters; or take both away again."""
        if full == self._full:
            return
        self._full = full
        self.card.set_large(large=full)
        self._share_width()

    def fit_results(self) -> None:
        """Put the list over the verdict."""
        self._grid.activate()
        self.results.fit(self.stage.geometry())

    def _needed_by_side(self) -> int:
        return max(self.point_card.minimumSizeHint().width(), self.counts.minimumSizeHint().width())

    def _place(self, look: Look) -> None:
        space = look.theme.space
        self._grid = SteadyGrid(self)
        self._grid.setContentsMargins(space(24), space(20), space(24), space(20))
        self._grid.setHorizontalSpacing(space(20))
        self._grid.setVerticalSpacing(space(16))
        self._grid.addWidget(self.scan_bar, 0, 0)
        self._grid.addWidget(self.point_card, 0, 1)
        self._grid.addWidget(self.tile, 0, 1)
        self._grid.addWidget(self.stage, 1, 0)
        self._grid.addWidget(self.side, 1, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1)
