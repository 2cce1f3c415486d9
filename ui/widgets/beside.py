"""What stands beside the thing that a page is about: cards, one or some of which are shown; below it in little room."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.timers import single_shot
from ui.widgets.emptied import widgets_in
from ui.widgets.scroll import Scroll

WIDEST = 16_777_215


class Beside(Scroll):
    """The column of cards. In little room it takes in what it else stands beside, and scrolls with it."""

    def __init__(self, row: QHBoxLayout, body: QWidget, cards: QWidget, gap: int) -> None:
        """Stand at the right of `body` in `row`; `cards` are what is shown mostly."""
        holder = QWidget()
        super().__init__(holder)
        self._holder, self._inside = holder, QVBoxLayout(holder)
        self._row, self._body, self._cards = row, body, cards
        self._beside: bool | None = None
        self._to_shown = single_shot(self, self._bring_shown)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(gap)
        self._inside.addWidget(cards, 1)
        row.addWidget(body, 1)
        row.addWidget(self)

    @property
    def is_beside(self) -> bool:
        """Whether there is room for it beside the body."""
        return bool(self._beside)

    def add(self, card: QWidget) -> None:
        """Add what is shown later in place of the cards."""
        self._inside.addWidget(card, 1)
        card.hide()

    def show_card(self, wanted: QWidget) -> None:
        """Show one card, or the cards that are shown mostly."""
        if self._inside.indexOf(wanted) < 0:
            self._inside.addWidget(wanted, 1)
        for card in self._all():
            card.setVisible(card is wanted)
        self._to_shown.start()

    def bring(self, widget: QWidget) -> None:
        """Bring a card into view where it lies below the body."""
        if not self._beside and self._holder.isAncestorOf(widget):
            self.verticalScrollBar().setValue(widget.mapTo(self._holder, QPoint(0, 0)).y())

    def bring_shown(self) -> None:
        """Bring the card that is shown into view again, when everything has its place."""
        if not self._beside and not self._cards.isVisible():
            self._to_shown.start()

    def stand(self, width: int, *, beside: bool) -> bool:
        """Stand beside the body, so wide, or take it in; returns whether that has changed."""
        if beside:
            self.setFixedWidth(width)
        if beside == self._beside:
            return False
        self._beside = beside
        self._row.removeWidget(self._body)
        self._inside.removeWidget(self._body)
        if beside:
            self._row.insertWidget(0, self._body, 1)
            self._row.setStretch(1, 0)
        else:
            self._inside.insertWidget(0, self._body)
            self._row.setStretch(0, 1)
            self.setMinimumWidth(0)
            self.setMaximumWidth(WIDEST)
        return True

    def _all(self) -> list[QWidget]:
        return [widget for widget in widgets_in(self._inside) if widget is not self._body]

    def _bring_shown(self) -> None:
        if self._beside or self._cards.isVisible():
            self.verticalScrollBar().setValue(0)
            return
        for card in self._all():
            if card.isVisible():
                self.bring(card)
