"""Chips: small things that are on or off, or that can be taken away; and lines that break where the room ends."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.pressable import Pressable

LETTERS = 36
"""So many letters of a chip are shown; the rest is in its tooltip."""


class Chip(Pressable):
    """A short text in a rounded frame. `closes`: pressing it takes it away, which a small cross says."""

    def __init__(self, look: Look, text: str, *, closes: bool = False) -> None:
        super().__init__()
        self._look, self._closes = look, closes
        self.setText(text)
        self.setAccessibleName(look.words.t("Take away: {filter}", filter=text) if closes else text)
        self.setCheckable(not closes)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the text, and for the cross or the tick."""
        theme, metrics = self._look.theme, self._metrics()
        text = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * LETTERS)
        return QSize(text + self._sign() + theme.space(26), metrics.height() + theme.space(12))

    def minimumSizeHint(self) -> QSize:
        """A chip is never narrower than a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 4 * hint.height()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, the text and the sign."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked() or self._closes
        if not self.isEnabled():
            painter.setOpacity(0.55)
        body = QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2)
        painter.setPen(QPen(QColor(colours.focus), 2.4) if self.hasFocus() else QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.soft if on else colours.card))
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        side, sign = theme.space(13), self._sign()
        left = side
        if self.isChecked():
            self._paint_sign(painter, "check", left)
            left += sign
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        right = self.width() - side - (sign if self._closes else 0)
        room = QRectF(left, 0, right - left, self.height())
        shown = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()) + 1)
        if (shown != self.text()) != bool(self.toolTip()):
            self.setToolTip(self.text() if shown != self.text() else "")
        aligned = Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignLeft if on else Qt.AlignmentFlag.AlignHCenter)
        painter.drawText(room, int(aligned), shown)
        if self._closes:
            self._paint_sign(painter, "close", right + theme.space(5))
        painter.end()

    def _paint_sign(self, painter: QPainter, name: str, left: float) -> None:
        side = self._look.theme.text_px(15)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        self._look.icons.paint(painter, name, self._look.theme.colours.text, place)

    def _sign(self) -> int:
        """A chip keeps the room of its tick, so that its neighbours do not move."""
        return self._look.theme.text_px(15) + self._look.theme.space(5)

    def _metrics(self) -> QFontMetrics:
        return self._look.theme.metrics(14, QFont.Weight.DemiBold)


class Lines(QLayout):
    """Places widgets from left to right, and on the next line where the room ends."""

    def __init__(self, parent: QWidget | None, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one of them out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        for line in self._broken(rect.width()):
            high, x = max(size.height() for _, size in line), rect.x()
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _broken(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = QSize(min(item.sizeHint().width(), width), item.sizeHint().height())
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self.spacing()
        return lines
