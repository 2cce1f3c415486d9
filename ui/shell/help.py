"""The keys of a page, over the page: F1 shows them, any key takes them away."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Action, key_text
from ui.look import Look
from ui.widgets.keys import KeyCap
from ui.widgets.text import Text

WIDTH = 660
WIDTH_OF_TWO = 960
LEAST_WIDTH_OF_TWO = 780
APART = 3
"""How far lines are from each other, where there is room."""
FULL = 0.85
"""A column that takes more than this share of the height becomes two."""


class Help(QWidget):
    """Lies over the window until a key or a click."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(look.words.t("Keys"))
        self._card: QFrame | None = None
        self.hide()

    def show_keys(self, lines: Sequence[Action]) -> None:
        """Show the keys of these actions."""
        if self._card is not None:
            self._card.deleteLater()
        self._card = self._made(lines)
        self._card.setParent(self)
        for text in self._card.findChildren(Text):
            text.ensurePolished()  # its height is that of its letters, which the style sheet chooses
        self.fit()
        self._card.show()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Lie over all of the parent, the card in its middle."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        if self._card is not None:
            space = self._look.theme.space
            scale, room = self._look.theme.scale, QSize(self.width() - space(40), self.height() - space(12))
            self._space_lines(APART)
            width, height = self._arrange(1, min(round(WIDTH * scale), room.width()))
            if height > room.height() * FULL and room.width() >= round(LEAST_WIDTH_OF_TWO * scale):
                width, height = self._arrange(2, min(round(WIDTH_OF_TWO * scale), room.width()))
                if height > room.height():
                    self._space_lines(0)
                    width, height = self._arrange(2, min(round(WIDTH_OF_TWO * scale), room.width()))
            height = min(height, room.height())
            self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away; the arrows scroll."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            self._bar.setValue(self._bar.value() + move * self._look.theme.text_px(40))
            return
        self.hide()
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken the page."""
        painter = QPainter(self)
        shade = QColor("#0b1020")
        shade.setAlphaF(0.55)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def _made(self, lines: Sequence[Action]) -> QFrame:
        theme, words = self._look.theme, self._look.words
        card = QFrame()
        card.setProperty("kind", "card")
        keys = QWidget()
        keys.setObjectName("scrolled")
        beside = QHBoxLayout(keys)
        beside.setContentsMargins(0, 0, theme.space(8), 0)
        beside.setSpacing(theme.space(28))
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for below in self._columns:
            below.setAlignment(Qt.AlignmentFlag.AlignTop)
            beside.addLayout(below)
        self._beside = beside
        self._lines = [_Line(self._look, line) for line in lines]
        area = QScrollArea()
        area.setWidget(keys)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = area.verticalScrollBar()
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.space(28), theme.space(8), theme.space(20), theme.space(6))
        column.setSpacing(theme.space(6))
        top = QHBoxLayout()
        top.addWidget(Text(words.t("Keys"), "heading"), 1)
        top.addWidget(Text(words.t("{key} closes", key=words.t("Esc")), "small"))
        column.addLayout(top)
        column.addWidget(area, 1)
        return card

    def _space_lines(self, apart: int) -> None:
        for below in self._columns:
            below.setSpacing(self._look.theme.space(apart))

    def _arrange(self, columns: int, width: int) -> tuple[int, int]:
        """Place the lines in so many columns of a card of this width; returns its width and the height it wants."""
        space, gap, heights = self._look.theme.space, self._beside.spacing(), [0]
        inner = (width - space(56) - (columns - 1) * gap) // columns
        first = len(self._lines) if columns == 1 else self._halfway(inner)
        for number, column in enumerate(self._columns):
            below = self._lines[:first] if number == 0 else self._lines[first:]
            self._beside.setStretch(number, 1 if below else 0)
            if not below:
                continue
            heights.append(self._height(below, inner))
            for line in below:
                column.addWidget(line)
        return width, max(heights) + space(34) + self._look.theme.text_px(30)

    def _halfway(self, width: int) -> int:
        """Return how many lines stand in the first of two columns, so that the longer one is as short as can be."""
        some, least = self._lines, len(self._lines) // 3
        halves = range(least, len(some) - least + 1)
        return min(halves, key=lambda at: (max(self._height(some[:at], width), self._height(some[at:], width)), at))

    def _height(self, below: Sequence["_Line"], width: int) -> int:
        """Return how high lines are below each other, their keys as wide as the widest of them."""
        widest = max((line.caps.sizeHint().width() for line in below), default=0)
        for line in below:
            line.caps.setFixedWidth(widest)
        apart = max(0, len(below) - 1) * self._columns[0].spacing()
        return sum(line.heightForWidth(width) for line in below) + apart


class _Line(QWidget):
    """The keys of one action, what it is called and what it does."""

    def __init__(self, look: Look, line: Action) -> None:
        super().__init__()
        theme, words = look.theme, look.words
        self.caps = QWidget()
        caps = QVBoxLayout(self.caps)
        caps.setContentsMargins(0, 0, 0, 0)
        caps.setSpacing(theme.space(4))
        for key in dict.fromkeys(key_text(words, key) for key in line.shown_keys):
            caps.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignRight)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Text(words.t(line.text), "strong"))
        said.addWidget(Text(words.t(line.help), "small", wrap=True))
        said.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(16))
        row.addWidget(self.caps, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
