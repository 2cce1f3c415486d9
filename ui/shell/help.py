"""The keys of a page, over the page: F1 shows them, any key takes them away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import PageId, actions_of, key_text
from ui.look import Look
from ui.widgets.keys import KeyCap
from ui.widgets.text import Text

WIDTH = 660


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

    def show_page(self, page: PageId) -> None:
        """Show the keys of a page."""
        if self._card is not None:
            self._card.deleteLater()
        self._card = self._made(page)
        self._card.setParent(self)
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
            width = min(round(WIDTH * self._look.theme.scale), self.width() - space(40))
            around = space(40) + space(14) + self._look.theme.text_px(30)
            wanted = self._keys.heightForWidth(width - space(56)) if self._keys.hasHeightForWidth() else 0
            wanted = max(wanted, self._keys.sizeHint().height())
            height = min(wanted + around, self.height() - space(24))
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

    def _made(self, page: PageId) -> QFrame:
        theme, words = self._look.theme, self._look.words
        card = QFrame()
        card.setProperty("kind", "card")
        keys = QWidget()
        keys.setObjectName("scrolled")
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, theme.space(8), 0)
        grid.setHorizontalSpacing(theme.space(16))
        grid.setVerticalSpacing(theme.space(8))
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(actions_of(page)):
            caps = QVBoxLayout()
            caps.setSpacing(theme.space(4))
            for key in dict.fromkeys(key_text(words, key) for key in line.keys):
                caps.addWidget(KeyCap(theme, key), 0, Qt.AlignmentFlag.AlignRight)
            grid.addLayout(caps, row, 0, Qt.AlignmentFlag.AlignTop)
            said = QVBoxLayout()
            said.setSpacing(0)
            said.addWidget(Text(words.t(line.text), "strong"))
            said.addWidget(Text(words.t(line.help), "small", wrap=True))
            grid.addLayout(said, row, 1)
        area = QScrollArea()
        area.setWidget(keys)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = area.verticalScrollBar()
        self._keys = keys
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.space(28), theme.space(20), theme.space(20), theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(Text(words.t("Keys"), "heading"))
        column.addWidget(area, 1)
        return card
