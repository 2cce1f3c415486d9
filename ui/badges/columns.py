"""What is chosen on the left, what comes of it on the right; below each other where there is little room."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.scroll import Scroll
from ui.widgets.turning import turn

ROOM_BESIDE = 800
"""From this width on (at 100 %) both columns stand beside each other."""
BAR = 14


class Columns(QWidget):
    """Beside each other the left column scrolls by itself, and the right one has the height of the window."""

    def __init__(self, look: Look, left: Sequence[QWidget], right: Sequence[tuple[QWidget, int]]) -> None:
        super().__init__()
        self._look, self._beside = look, True
        gap = look.theme.space(14)
        self._cards = QWidget()
        column = QVBoxLayout(self._cards)
        column.setContentsMargins(0, 0, look.theme.space(6), 0)
        column.setSpacing(gap)
        for card in left:
            column.addWidget(card)
        column.addStretch(1)
        self._scroll = Scroll(self._cards)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for card, share in right:
            column.addWidget(card, share)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addWidget(self._scroll, 5)
        self._row.addWidget(self._right, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._whole = Scroll(inside)
        whole.addWidget(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns for the room there is."""
        super().resizeEvent(event)
        left = self._cards.minimumSizeHint().width() + self._look.theme.space(BAR)
        least = left + self._row.spacing() + self._right.minimumSizeHint().width() + self._look.theme.space(BAR)
        beside = self.width() >= max(least, round(ROOM_BESIDE * self._look.theme.scale))
        self._scroll.setMinimumWidth(left if beside else 0)
        if beside == self._beside:
            return
        self._beside = beside
        if beside:
            self._row.removeWidget(self._cards)
            self._scroll.setWidget(self._cards)
            self._scroll.show()
        else:
            self._scroll.takeWidget()
            self._scroll.hide()
            self._row.insertWidget(0, self._cards)
        self._cards.show()
        turn(self._row, narrow=not beside)

    def bring(self, card: QWidget) -> None:
        """Scroll until a card of the right column is seen."""
        self._whole.ensureWidgetVisible(card)
