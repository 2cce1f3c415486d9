"""Pills: short texts on a rounded ground."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme import Theme
from ui.widgets.text import keep


@dataclass(frozen=True)
class Cut:
    """How a pill is cut: its letters, the room above and below them, its corners (0: fully round), a dot.

    `whole`: it never gives up a letter.
    """

    size: float = 14
    weight: QFont.Weight = QFont.Weight.Normal
    pad: float = 9
    radius: float = 0
    dot: bool = False
    whole: bool = False


class Pill(QLabel):
    """A text on a ground of its own colour, with a dot before it if wanted. Elides when the room ends."""

    def __init__(self, theme: Theme, text: str, ground: str, ink: str, cut: Cut | None = None) -> None:
        """Draw `text` in `ink` on `ground`."""
        super().__init__(text)
        self._theme, self._cut = theme, cut or Cut()
        self._ground, self._ink, self._weight = QColor(ground), QColor(ink), self._cut.weight
        self._factor = 1.0
        self._hints: dict[tuple[str, float, QFont.Weight], QSize] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def dress(self, ground: QColor, ink: QColor, weight: QFont.Weight) -> None:
        """Change the colours and the weight."""
        if (ground, ink, weight) != (self._ground, self._ink, self._weight):
            self._ground, self._ink, self._weight = ground, ink, weight
            self.update()

    def set_factor(self, factor: float) -> None:
        """Draw everything smaller by this factor."""
        if factor != self._factor:
            self._factor = factor
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        key = (self.text(), self._factor, self._weight)
        if key not in self._hints:
            metrics = self._theme.metrics(self._cut.size * self._factor, self._weight)
            wide = metrics.horizontalAdvance(self.text()) + 2 * self._side() + self._dot_room() + 2
            high = metrics.height() + round(self._theme.space(self._cut.pad) * self._factor)
            keep(self._hints, key, QSize(wide, high))
        return self._hints[key]

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters is enough."""
        hint = self.sizeHint()
        if self._cut.whole:
            return hint
        return QSize(min(hint.width(), 4 * hint.height()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, dot and as much of the text as fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        radius = self._cut.radius or self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._cut.dot:
            painter.setBrush(self._ink)
            across = self._theme.text_px(self._cut.size) * 0.62
            painter.drawEllipse(QRectF(self._side(), (self.height() - across) / 2, across, across))
        painter.setPen(self._ink)
        painter.setFont(self._font())
        room = self.rect().adjusted(self._side() + self._dot_room(), 0, -self._side(), 0)
        shown = self.text()
        if self.width() < self.sizeHint().width():
            metrics = self._theme.metrics(self._cut.size * self._factor, self._weight)
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        if (shown != self.text()) != bool(self.toolTip()):
            self.setToolTip("" if shown == self.text() else self.text())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _font(self) -> QFont:
        return self._theme.font(self._cut.size * self._factor, self._weight)

    def _side(self) -> int:
        return round(self._theme.space(self._cut.size * 0.9) * self._factor)

    def _dot_room(self) -> int:
        return round(self._theme.text_px(self._cut.size) * 1.05) if self._cut.dot else 0
