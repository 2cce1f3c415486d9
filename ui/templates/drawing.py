"""What is drawn over the badge: frames, handles, lines to which a box is drawn. Sizes in pixels of the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from eventdesk.badges.design.template import Box
from eventdesk.badges.design.template_check import around, extent
from ui.colours import LIGHT
from ui.templates.shapes import Handle, handles
from ui.templates.snapping import Guide

HANDLE = 9.0
THIN = 1.2


def frame_of(box: Box) -> QRectF:
    """Return the frame of a box in millimetres."""
    left, top, right, bottom = extent(box)
    return QRectF(left, top, right - left, bottom - top)


def place_of(box: Box, handle: Handle) -> QPointF:
    """Return where a handle is, in millimetres."""
    frame = frame_of(box)
    return QPointF(
        frame.center().x() + handle.across * frame.width() / 2, frame.center().y() + handle.down * frame.height() / 2
    )


class Overlay:
    """Draws over one side. Colours are those of the light look always: paper is white in the dark, too."""

    def __init__(self, painter: QPainter, pixel: float) -> None:
        """Draw with a painter in millimetres, of which `pixel` is one of the screen."""
        self._painter, self._pixel = painter, pixel

    def frames(self, boxes: Sequence[Box]) -> None:
        """Draw where boxes are that are not chosen: a pale, broken line."""
        self._pen(LIGHT.bar, THIN, Qt.PenStyle.DotLine)
        for box in boxes:
            self._painter.drawRect(self._widened(frame_of(box)))

    def chosen(self, box: Box, *, focus: bool, wrong: bool) -> None:
        """Draw the frame and the handles of the chosen box; around a code the white that belongs to it."""
        colour = LIGHT.danger if wrong else LIGHT.focus
        left, top, right, bottom = around(box)
        white = QRectF(left, top, right - left, bottom - top)
        if white != frame_of(box):
            self._pen(colour, THIN, Qt.PenStyle.DashLine)
            self._painter.drawRect(white)
        self._pen(colour, 2.4 if focus else 1.6)
        self._painter.drawRect(self._widened(frame_of(box)))
        self._painter.setBrush(QColor(LIGHT.card))
        side = HANDLE * self._pixel
        for handle in handles(box):
            middle = place_of(box, handle)
            self._painter.drawRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def guides(self, guides: Sequence[Guide], size: tuple[float, float]) -> None:
        """Draw the lines to which a box is drawn."""
        self._pen(LIGHT.help, THIN)
        for guide in guides:
            if guide.upright:
                self._painter.drawLine(QPointF(guide.at, 0), QPointF(guide.at, size[1]))
            else:
                self._painter.drawLine(QPointF(0, guide.at), QPointF(size[0], guide.at))

    def edge(self, size: tuple[float, float], colour: str) -> None:
        """Draw the edge of the paper."""
        self._pen(colour, THIN)
        self._painter.drawRect(QRectF(0, 0, *size))

    def _pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
        pen = QPen(QColor(colour), width, style)
        pen.setCosmetic(True)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _widened(self, frame: QRectF) -> QRectF:
        """Give a line a height, so that it can be seen."""
        more = 4 * self._pixel
        across = more if frame.width() < more else 0.0
        down = more if frame.height() < more else 0.0
        return frame.adjusted(-across, -down, across, down)
