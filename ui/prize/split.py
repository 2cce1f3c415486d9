"""What is worked at, with cards at its side; below it where there is little room."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.timers import single_shot
from ui.widgets.scroll import Scroll

SIDE_WIDE, LEAST_WIDE = 320, 780
"""The cards are so wide at 100 %; in a view narrower than the other they stand below."""

UNBOUNDED = 16_777_215
"""What Qt takes for no limit."""


class Split(QWidget):
    """Two parts. `main` keeps its least height where the cards are below it, and all of it scrolls."""

    def __init__(self, look: Look, main: QWidget, *cards: QWidget) -> None:
        super().__init__()
        self._look, self.main, self._narrow = look, main, False
        space = look.theme.space
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(12))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        inside = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(16))
        self.cards = Scroll(self.side)
        self._soon = single_shot(self, self._give_height)
        self.side.installEventFilter(self)
        self._row.addWidget(main, 1)
        self._row.addWidget(self.cards)
        self.scrolling = Scroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scrolling)

    def show_side(self, *, shown: bool) -> None:
        """Show the cards, or leave their room to what is worked at."""
        self.cards.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards where there is room for them."""
        super().resizeEvent(event)
        theme = self._look.theme
        narrow = self.width() < theme.text_px(LEAST_WIDE)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        wide = theme.text_px(SIDE_WIDE) if theme.scale <= 1.25 else theme.text_px(SIDE_WIDE * 0.85)
        self._narrow = narrow
        self.cards.setMinimumWidth(0 if narrow else wide)
        self.cards.setMaximumWidth(max(1, self.width()) if narrow else wide)
        self._give_height()

    def _give_height(self) -> None:
        """Below what is worked at, the cards have all the height they need; beside it they scroll by themselves."""
        layout = self.side.layout()
        needed = layout.totalHeightForWidth(self.cards.viewport().width()) if layout is not None else 0
        needed = max(needed, self.side.sizeHint().height())
        self.cards.setMinimumHeight(needed if self._narrow else 0)
        self.cards.setMaximumHeight(needed if self._narrow else UNBOUNDED)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow cards that come and go, and become wider or narrower."""
        if self._narrow and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._soon.start()
        return super().eventFilter(watched, event)
