"""Where this desk scans, and whether people come or go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from eventdesk.checkin.point import Point
from eventdesk.checkin.scan import Direction
from ui.actions import ActionId, action, key_of
from ui.checkin.point_box import PointBox
from ui.look import Look
from ui.widgets.segments import Segments

DIRECTIONS = (Direction.IN, Direction.OUT)


class PointCard(QFrame):
    """The point (F4) and the direction (F7)."""

    point_chosen = Signal(int)
    direction_chosen = Signal(Direction)

    def __init__(self, look: Look, points: Sequence[Point]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        theme, words = look.theme, look.words
        self.points = PointBox(look)
        self.points.setStatusTip(f"{words.t(action(ActionId.POINT).help)} ({key_of(words, ActionId.POINT)})")
        self.points.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for point in points:
            self.points.addItem(point.name)
        self.points.activated.connect(self.point_chosen)
        self._directions = Segments(look, [words.t("Entry"), words.t("Exit")], 0, words.t("Direction"))
        self._directions.setToolTip(f"{words.t(action(ActionId.DIRECTION).help)} ({key_of(words, ActionId.DIRECTION)})")
        self._directions.chosen.connect(lambda at: self.direction_chosen.emit(DIRECTIONS[at]))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(8), theme.space(8), theme.space(8), theme.space(8))
        row.setSpacing(theme.space(8))
        row.addWidget(self.points, 1)
        row.addWidget(self._directions, 0)

    def show_points(self, points: Sequence[Point], number: int) -> None:
        """Show other points to choose from, number `number` as the present one."""
        names = [point.name for point in points]
        if names != [self.points.itemText(at) for at in range(self.points.count())]:
            self.points.clear()
            self.points.addItems(names)
        self.points.setCurrentIndex(number)

    def show_point(self, number: int) -> None:
        """Show which point is scanned at."""
        self.points.setCurrentIndex(number)

    def announce(self) -> None:
        """Let a screen reader say which point it is now."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.points, self.points.currentText()))

    def show_direction(self, direction: Direction) -> None:
        """Show which way people go."""
        self._directions.choose(DIRECTIONS.index(direction))
