"""Keys: drawn as a small cap with the name of the key, and claimed before shortcuts get them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme


def claims(event: QEvent, *keys: QKeySequence.StandardKey) -> bool:
    """Say whether a widget is asked to take one of these keys for itself, before it counts as a shortcut."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return any(event.matches(key) for key in keys)


class KeyCap(QLabel):
    """The name of a key in a small frame."""

    def __init__(self, theme: Theme, key: str) -> None:
        super().__init__(key)
        self._theme = theme
        self._font = theme.font(13, QFont.Weight.DemiBold)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        metrics, theme = QFontMetrics(self._font), self._theme
        return QSize(metrics.horizontalAdvance(self.text()) + theme.space(16), metrics.height() + theme.space(6))

    def minimumSizeHint(self) -> QSize:
        """A key is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap, with a lower edge twice as strong."""
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -1.5)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(cap.translated(0, 1), 4.5, 4.5)
        painter.setBrush(QColor(colours.hover))
        painter.drawRoundedRect(cap, 4.5, 4.5)
        painter.setPen(QColor(colours.text))
        painter.setFont(self._font)
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()
