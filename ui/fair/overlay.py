"""What is drawn over the plan: the chosen booth, where somebody may stand, lines to which something is drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.colours import Colours

VEIL = 0.62


class Overlay:
    """Draws in the millimetres of the hall; lines keep their width at every zoom."""

    def __init__(self, painter: QPainter, colours: Colours, scale: float) -> None:
        """Draw with so many dots of the screen for a millimetre."""
        self._painter, self._colours, self._pixel = painter, colours, 1 / max(scale, 1e-6)

    def chosen(self, room: QRectF, *, focus: bool) -> None:
        """Draw the frame of the chosen booth; with the focus, another around it."""
        self._frame(room, self._colours.danger, 3.0, 0.5)
        if focus:
            self._frame(room, self._colours.focus, 2.0, 4.5)

    def verdicts(self, rooms: Sequence[QRectF], *, allowed: bool) -> None:
        """Show whether somebody may stand at booths: a green frame, or pale, as if it were far away."""
        if not rooms:
            return
        if allowed:
            self._pen(self._colours.welcome, 2.6)
        else:
            veil = QColor(self._colours.card)
            veil.setAlphaF(VEIL)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(veil)
        self._painter.drawRects(list(rooms))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def target(self, room: QRectF, *, allowed: bool) -> None:
        """Show the booth over which somebody is carried."""
        colour = QColor(self._colours.welcome if allowed else self._colours.danger)
        colour.setAlphaF(0.28)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRect(room)
        self._frame(room, self._colours.welcome if allowed else self._colours.danger, 3.4, 1.0)

    def shape(self, outline: QPolygonF, *, wrong: bool, filled: bool = True) -> None:
        """Draw a booth that is not there yet, or not there any more."""
        colour = QColor(self._colours.danger if wrong else self._colours.focus)
        self._pen(colour.name(), 1.8)
        if filled:
            colour.setAlphaF(0.16)
            self._painter.setBrush(colour)
        self._painter.drawPolygon(outline)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def guide(self, line: QLineF) -> None:
        """Draw a line to which something is drawn."""
        self._pen(self._colours.help, 1.2, dashed=True)
        self._painter.drawLine(line)

    def line(self, line: QLineF) -> None:
        """Draw a line that is being drawn."""
        self._pen(self._colours.focus, 4.0)
        self._painter.drawLine(line)

    def band(self, room: QRectF) -> None:
        """Draw a frame that is being spanned."""
        self._pen(self._colours.focus, 1.2, dashed=True)
        self._painter.drawRect(room)

    def arrow(self, start: QPointF, end: QPointF) -> None:
        """Show that somebody moves from one booth to another."""
        line = QLineF(start, end)
        if line.length() < 1:
            return
        self._pen(self._colours.focus, 2.2)
        self._painter.drawLine(line)
        tip = QLineF(end, start)
        tip.setLength(min(11 * self._pixel, line.length()))
        wings = []
        for turn in (-26, 26):
            wing = QLineF(tip)
            wing.setAngle(tip.angle() + turn)
            wings.append(wing.p2())
        self._painter.setBrush(QColor(self._colours.focus))
        self._painter.drawPolygon(QPolygonF([end, *wings]))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def write(self, text: str, place: QPointF, lines: Sequence[str] = ()) -> None:
        """Write a few words beside what is being drawn, on a ground of their own."""
        painter = self._painter
        shown = [text, *lines]
        spot = painter.worldTransform().map(place) + QPointF(12, 14)
        painter.save()
        painter.resetTransform()
        metrics = painter.fontMetrics()
        wide = max(metrics.horizontalAdvance(each) for each in shown) + 16
        ground = QRectF(spot, spot + QPointF(wide, metrics.height() * len(shown) + 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.strong))
        painter.drawRoundedRect(ground, 6, 6)
        painter.setPen(QColor(self._colours.on_strong))
        for number, each in enumerate(shown):
            painter.drawText(spot + QPointF(8, 4 + metrics.ascent() + number * metrics.height()), each)
        painter.restore()

    def _frame(self, room: QRectF, colour: str, width: float, away: float, *, dashed: bool = False) -> None:
        more = away * self._pixel
        self._pen(colour, width, dashed=dashed)
        around = room.adjusted(-more, -more, more, more)
        self._painter.drawRoundedRect(around, 4 * self._pixel, 4 * self._pixel)

    def _pen(self, colour: str, width: float, *, dashed: bool = False) -> None:
        pen = QPen(QColor(colour), width)
        pen.setCosmetic(True)
        if dashed:
            pen.setDashPattern([4, 3])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
