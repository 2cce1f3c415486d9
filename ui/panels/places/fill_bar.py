"""How full something is, as a bar."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.panels.places.lines import paint_bar
from ui.theme import Theme


class FillBar(QWidget):
    """Green, orange, red; hidden where there is no limit."""

    def __init__(self, theme: Theme, high: float = 8) -> None:
        super().__init__()
        self._theme, self._high = theme, high
        self._share, self._tone = 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None, tone: str) -> None:
        """Show a share, 0 to 1."""
        self._share, self._tone = share or 0.0, tone
        self.setVisible(share is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low, wide size."""
        return QSize(120, self._theme.space(self._high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bar(painter, self._theme, QRectF(self.rect()), self._share, self._tone)
        painter.end()
