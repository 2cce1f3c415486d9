"""All booths of a hall at once, while each is too small on the screen to show more than its colour."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.fair import palette
from ui.fair.booth_item import BoothItem
from ui.fair.faces import Face, Shape
from ui.look import Look


class CrowdItem(QGraphicsItem):
    """Draws those of one colour in one go."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bounds = QRectF()
        self._grounds: dict[tuple[str, Shape, bool], tuple[list[QRectF], list[QPolygonF]]] = {}

    def show_items(self, items: Mapping[int, BoothItem], bounds: QRectF) -> None:
        """Draw these."""
        self.prepareGeometryChange()
        self._bounds = bounds
        self._grounds = _sorted(items.values())
        self.update()

    def boundingRect(self) -> QRectF:
        """Return what is painted on."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw one colour after the other."""
        colours = self._look.theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for (ground, shape, changed), (rooms, outlines) in self._grounds.items():
            edge = palette.EDGE if shape is Shape.TAKEN else colours.danger if shape is Shape.BLOCKED else colours.edge
            pen = QPen(QColor(colours.focus if changed else edge), 1.6 if changed else 0)
            pen.setCosmetic(True)
            if shape is not Shape.TAKEN and not changed:
                pen.setStyle(Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(QColor(ground or colours.card))
            painter.drawRects(rooms)
            for outline in outlines:
                painter.drawPolygon(outline)


def _sorted(items: Iterable[BoothItem]) -> dict[tuple[str, Shape, bool], tuple[list[QRectF], list[QPolygonF]]]:
    found: dict[tuple[str, Shape, bool], tuple[list[QRectF], list[QPolygonF]]] = {}
    for item in items:
        face: Face = item.face
        rooms, outlines = found.setdefault((face.ground, face.shape, face.changed), ([], []))
        if item.upright:
            rooms.append(item.room)
        else:
            outlines.append(item.outline)
    return found
