"""The hall itself: its outline with entrances and exits, pillars, ways that stay free, places for other things."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from eventdesk.fair.floor import geometry
from eventdesk.fair.floor.checks import ESCAPE_ROUTE_MM
from eventdesk.fair.hall import Hall, HallPart, PartKind
from eventdesk.words import mark
from ui.fair.backdrop import Backdrop
from ui.look import Look
from ui.theme import mixed

AROUND_MM = 4000.0
"""Room around the hall for the words beside its doors."""
WALL_PX = 4.0
FLOOR_SHARE = 0.3
PART_NAMES = {
    PartKind.ENTRANCE: mark("Entrance"),
    PartKind.EMERGENCY_EXIT: mark("Emergency exit"),
}


class Side(Enum):
    """On which side of the hall a door is."""

    LEFT = "left"
    ABOVE = "above"
    RIGHT = "right"
    BELOW = "below"


@dataclass(frozen=True)
class Ground:
    """What a hall is drawn from."""

    hall: Hall
    parts: tuple[HallPart, ...] = ()
    backdrop: Backdrop | None = None

    @property
    def outline(self) -> QPolygonF:
        """The walls, in millimetres."""
        drawn = next((part for part in self.parts if part.kind is PartKind.OUTLINE and len(part.points) > 2), None)
        if drawn is not None:
            return polygon(drawn.points)
        return QPolygonF(QRectF(0, 0, self.hall.width_mm, self.hall.depth_mm))

    def of(self, *kinds: PartKind) -> list[HallPart]:
        """Return the parts of some kinds."""
        return [part for part in self.parts if part.kind in kinds]


class GroundItem(QGraphicsItem):
    """Lies below the booths."""

    def __init__(self, look: Look, ground: Ground) -> None:
        super().__init__()
        self._look, self._ground = look, ground
        self._outline = ground.outline
        room = self._outline.boundingRect()
        self.room = room
        self._bounds = room.adjusted(-AROUND_MM, -AROUND_MM, AROUND_MM, AROUND_MM)
        self._turned = False
        self.setZValue(-10)

    def turn_words(self, *, turned: bool) -> None:
        """Write the words beside doors at the left and right along the wall, so that they need little room."""
        if turned != self._turned:
            self._turned = turned
            self.update()

    def boundingRect(self) -> QRectF:
        """Return what is painted on."""
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the floor, what lies on it, the walls, and last the doors in the walls."""
        colours, ground = self._look.theme.colours, self._ground
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(colours.card, colours.soft, FLOOR_SHARE))
        painter.drawPolygon(self._outline)
        if ground.backdrop is not None:
            self._paint_backdrop(painter, ground.backdrop)
        self._paint_ways(painter, ground.of(PartKind.ESCAPE_ROUTE))
        for part in ground.of(PartKind.SERVICE, PartKind.ZONE):
            self._paint_area(painter, part)
        painter.setPen(_pen(colours.text, 1.0))
        painter.setBrush(QColor(colours.edge))
        for part in ground.of(PartKind.PILLAR):
            painter.drawPolygon(shape(part))
        painter.setPen(_pen(colours.text, WALL_PX, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(self._outline)
        for part in ground.of(PartKind.ENTRANCE, PartKind.EMERGENCY_EXIT):
            self._paint_door(painter, part)
        painter.restore()

    def _paint_backdrop(self, painter: QPainter, backdrop: Backdrop) -> None:
        place = backdrop.place
        painter.save()
        painter.setOpacity(0.55)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if backdrop.image is not None:
            painter.drawImage(place, backdrop.image)
        painter.setPen(_pen(self._look.theme.colours.muted, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(place.topLeft())
        wide, deep = backdrop.size
        if backdrop.lines:
            painter.scale(place.width() / wide, place.height() / deep)
        for line in backdrop.lines:
            painter.drawPolyline(line)
        painter.restore()

    def _paint_ways(self, painter: QPainter, parts: Sequence[HallPart]) -> None:
        for part in parts:
            pen = QPen(QColor(self._look.theme.colours.saved), part.width_mm or ESCAPE_ROUTE_MM)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(polygon(part.points))

    def _paint_area(self, painter: QPainter, part: HallPart) -> None:
        colours, area = self._look.theme.colours, polygon(part.points)
        if part.kind is PartKind.SERVICE:
            painter.setPen(_pen(colours.edge, 1.0))
            painter.setBrush(QColor(colours.soft))
        else:
            pen = _pen(colours.edge, 1.0)
            pen.setDashPattern([5, 4])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(area)
        if part.name:
            room = painter.worldTransform().mapRect(area.boundingRect()).adjusted(8, 4, -8, -4)
            self._write(painter, part.name, room, colours.text if part.kind is PartKind.SERVICE else colours.muted)

    def _paint_door(self, painter: QPainter, part: HallPart) -> None:
        """Open the wall where a door is, and write beside it, outside, what it is."""
        colours = self._look.theme.colours
        line = polygon(part.points)
        if line.count() < 2:
            return
        exit_way = part.kind is PartKind.EMERGENCY_EXIT
        painter.setPen(_pen(colours.welcome if exit_way else colours.card, WALL_PX + 2, Qt.PenCapStyle.FlatCap))
        painter.drawPolyline(line)
        said, wide, high = self._door_words(part)
        transform = painter.worldTransform()
        middle = transform.map(line.boundingRect().center())
        side, ink = self._side_of(part), colours.on_saved if exit_way else colours.text
        if self._turned and side in (Side.LEFT, Side.RIGHT):
            across = middle.x() + (8 if side is Side.RIGHT else -8 - high)
            self._write_along(painter, said, QRectF(across, middle.y() - wide / 2, high, wide), ink)
            return
        place = {
            Side.BELOW: QRectF(middle.x() - wide / 2, middle.y() + 6, wide, high),
            Side.ABOVE: QRectF(middle.x() - wide / 2, middle.y() - 6 - high, wide, high),
            Side.RIGHT: QRectF(middle.x() + 8, middle.y() - high / 2, wide, high),
            Side.LEFT: QRectF(middle.x() - 8 - wide, middle.y() - high / 2, wide, high),
        }[side]
        self._write(painter, said, place, ink, cut=False)

    def room_for_words(self, *, turned: bool = False) -> tuple[float, float, float, float]:
        """Return how many dots of the screen the words beside doors take: left, above, right, below of the walls.

        `turned`: those at the left and right are written along the wall.
        """
        wanted = dict.fromkeys(Side, 0.0)
        for part in self._ground.of(PartKind.ENTRANCE, PartKind.EMERGENCY_EXIT):
            _, wide, high = self._door_words(part)
            side = self._side_of(part)
            needed = wide + 14 if side in (Side.LEFT, Side.RIGHT) and not turned else high + 10
            wanted[side] = max(wanted[side], needed)
        return wanted[Side.LEFT], wanted[Side.ABOVE], wanted[Side.RIGHT], wanted[Side.BELOW]

    def _door_words(self, part: HallPart) -> tuple[str, float, float]:
        said = part.name or self._look.words.t(PART_NAMES[part.kind])
        metrics = QFontMetricsF(self._look.theme.font(13))
        return said, metrics.horizontalAdvance(said) + 4, metrics.height()

    def _side_of(self, part: HallPart) -> Side:
        middle, room = polygon(part.points).boundingRect().center(), self.room
        away = {
            Side.BELOW: abs(middle.y() - room.bottom()),
            Side.ABOVE: abs(middle.y() - room.top()),
            Side.RIGHT: abs(middle.x() - room.right()),
            Side.LEFT: abs(middle.x() - room.left()),
        }
        return min(away, key=lambda side: away[side])

    def _write(self, painter: QPainter, text: str, room: QRectF, ink: str, *, cut: bool = True) -> None:
        """Write in dots of the screen: letters keep their size when the plan is made larger."""
        font = self._look.theme.font(13)
        metrics = QFontMetricsF(font)
        if cut and (room.height() < metrics.height() * 0.8 or room.width() < metrics.averageCharWidth() * 4):
            return
        painter.save()
        painter.resetTransform()
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()) if cut else text
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def _write_along(self, painter: QPainter, text: str, room: QRectF, ink: str) -> None:
        """Write upwards, in dots of the screen."""
        painter.save()
        painter.resetTransform()
        painter.setFont(self._look.theme.font(13))
        painter.setPen(QColor(ink))
        painter.translate(room.bottomLeft())
        painter.rotate(-90)
        along = QRectF(0, 0, room.height(), room.width())
        painter.drawText(along, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.restore()


def shape(part: HallPart) -> QPolygonF:
    """Return the area of a part, in millimetres."""
    return QPolygonF([QPointF(x, y) for x, y in geometry.shape_of(part)])


def polygon(points: Sequence[tuple[int, int]]) -> QPolygonF:
    """Return points in millimetres as Qt draws them."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def _pen(colour: str, width: float, cap: Qt.PenCapStyle = Qt.PenCapStyle.SquareCap) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCosmetic(True)
    pen.setCapStyle(cap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen
