"""The cards below each other: which of them is looked at, and how one comes to another."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.settings.card import Card

WIDEST = 760


class CardColumn(QScrollArea):
    """Scrolls to cards and follows the focus. `seen` tells the number of the card that is looked at."""

    seen = Signal(int)

    def __init__(self, look: Look, cards: Sequence[Card]) -> None:
        """Show `cards` as they are added to that list and to this column."""
        super().__init__()
        self._look, self._cards = look, cards
        self._awaited: Card | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def lay_out(self) -> None:
        """Make the column, when it stands in the window: what is put into a window is dressed once."""
        self._page = QWidget()
        self._page.setObjectName("scrolled")
        self.setWidget(self._page)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._page)
        holder = QWidget()
        holder.setMaximumWidth(round(WIDEST * self._look.theme.scale))
        self._middle.addWidget(holder, 1000)
        self._middle.addStretch(1)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._look.theme.space(14))
        self._column.addStretch(1)
        self.verticalScrollBar().valueChanged.connect(self._show_place)
        self.verticalScrollBar().rangeChanged.connect(self._bring_awaited)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def add(self, widget: QWidget) -> None:
        """Put a card, or a sentence, below all others."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def leave_room(self, left: int, top: int, right: int, bottom: int) -> None:
        """Leave so much room around the cards."""
        self._middle.setContentsMargins(left, top, right, bottom)

    def bring(self, card: Card) -> None:
        """Scroll so that the card begins at the top."""
        self._middle.activate()
        top = card.mapTo(self._page, QPoint(0, 0)).y()
        bar, wanted = self.verticalScrollBar(), max(0, top - self._look.theme.space(14))
        self._awaited = card if wanted > bar.maximum() else None  # what was just made has no room yet
        bar.setValue(wanted)

    def present(self) -> int:
        """Return the number of the card with the focus, or of the one at the top."""
        with_focus = self._with_focus(QApplication.focusWidget())
        return self._at_top() if with_focus is None else with_focus

    def _with_focus(self, focused: QWidget | None) -> int | None:
        found = (number for number, card in enumerate(self._cards) if focused and card.isAncestorOf(focused))
        return next(found, None)

    def _at_top(self) -> int:
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum() and bar.maximum():
            return len(self._cards) - 1
        middle = bar.value() + self._look.theme.space(60)
        tops = [card.mapTo(self._page, QPoint(0, 0)).y() for card in self._cards]
        return max((number for number, top in enumerate(tops) if top <= middle), default=0)

    def _bring_awaited(self) -> None:
        if self._awaited is not None:
            self.bring(self._awaited)

    def _show_place(self) -> None:
        self.seen.emit(self.present())

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        number = self._with_focus(now) if self.isVisible() else None
        if now is not None and number is not None:
            self._awaited = self._awaited if self._awaited is self._cards[number] else None
            self.ensureWidgetVisible(now)
            self.seen.emit(number)
