"""Draws the tables: circles with their signs, chairs round them, names beside the chairs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.cafe.hall.geometry import Chair, Layout, Ring
from ui.cafe.hall.palette import EDGE
from ui.cafe.hall.sight import GuestFace, Mark, Sight, TableFace
from ui.colours import Colours
from ui.look import Look
from ui.theme import mixed

_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)
NAME, SIGN, FIGURE = 13, 20, 12
"""The sizes of letters."""


@dataclass(frozen=True)
class Tag:
    """What a table says while somebody is carried: a few letters, and whether that is good, costs something, or not."""

    text: str
    allowed: bool = True
    loses: bool = False


@dataclass(frozen=True)
class Shown:
    """Everything that a picture of the tables depends on."""

    sight: Sight
    layout: Layout
    top: int
    table: int | None = None
    person: int | None = None
    inside: bool = False
    focus: bool = False
    carried: int | None = None
    target: int | None = None
    tags: Mapping[int, Tag] = field(default_factory=dict)
    sector: str | None = None


class HallPainter:
    """Draws with the sizes and colours of one look."""

    def __init__(self, look: Look) -> None:
        self._look = look

    def paint(self, viewport: QWidget, shown: Shown) -> None:
        """Draw everything that is seen."""
        colours = self._look.theme.colours
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(viewport.rect(), QColor(colours.card))
        seen = viewport.rect().translated(0, shown.top)
        painter.translate(QPoint(0, -shown.top))
        for face in shown.sight.tables:
            ring = shown.layout.rings.get(face.table)
            if ring is not None and seen.intersects(_cell(ring)):
                self._table(painter, shown, face, ring)
        painter.end()

    def _table(self, painter: QPainter, shown: Shown, face: TableFace, ring: Ring) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        if face.name:
            painter.setFont(theme.font(NAME, QFont.Weight.DemiBold))
            painter.setPen(QColor(colours.text))
            high = theme.metrics(NAME).height()
            place = QRect(ring.cell.x + 8, ring.cell.y, ring.cell.wide - 16, high)
            metrics = theme.metrics(NAME, QFont.Weight.DemiBold)
            painter.drawText(place, _MIDDLE, metrics.elidedText(face.name, Qt.TextElideMode.ElideRight, place.width()))
        self._disc(painter, shown, face, ring)
        for number, chair in enumerate(ring.chairs):
            if number < len(face.guests):
                self._guest(painter, shown, face.guests[number], chair)
            elif not face.closed:
                painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(QPoint(chair.x, chair.y), shown.layout.dot, shown.layout.dot)

    def _disc(self, painter: QPainter, shown: Shown, face: TableFace, ring: Ring) -> None:
        """Draw the table itself, with its sign or with what it would cost to sit down there."""
        theme, colours = self._look.theme, self._look.theme.colours
        radius = ring.radius - shown.layout.dot - 7
        middle = QPointF(ring.x, ring.y)
        tag = shown.tags.get(face.table) if shown.carried is not None else None
        ground, edge, wide = QColor(colours.paper if face.closed else colours.soft), QColor(colours.line), 1.2
        if shown.target == face.table and tag is not None:
            edge, wide = QColor(colours.welcome if tag.allowed else colours.danger), 3.0
        elif shown.table == face.table:
            strong = shown.focus and not shown.inside
            edge, wide = QColor(colours.focus if strong else colours.edge), 2.6 if strong else 2.0
        pen = QPen(edge, wide)
        if face.closed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(ground)
        painter.drawEllipse(middle, radius, radius)
        room = QRectF(ring.x - radius, ring.y - radius, 2 * radius, 2 * radius)
        sign, small = theme.metrics(SIGN, QFont.Weight.Bold).ascent(), theme.metrics(FIGURE).ascent()
        top = ring.y - (sign + small + 4) / 2
        above = QRectF(room.x(), top - sign * 0.15, room.width(), sign)
        below = QRectF(room.x(), top + sign + 3, room.width(), small)
        painter.setFont(theme.font(SIGN, QFont.Weight.Bold))
        if tag is not None:
            attention = colours.on_warning if theme.dark else colours.attention
            painter.setPen(QColor(colours.danger if not tag.allowed else attention if tag.loses else colours.on_saved))
            painter.drawText(room, _MIDDLE, tag.text)
            return
        painter.setPen(QColor(colours.muted if face.closed else colours.text))
        painter.drawText(room if face.closed else above, _MIDDLE, face.sign)
        painter.setFont(theme.font(FIGURE))
        if face.closed:
            beside = QRectF(ring.x + ring.radius, ring.y - small, ring.cell.wide / 2 - ring.radius, 2 * small)
            painter.drawText(beside, _LEFT, face.closed)
        else:
            painter.setPen(QColor(colours.danger if face.here > face.seats else colours.muted))
            painter.drawText(below, _MIDDLE, f"{face.here}/{face.seats}")

    def _guest(self, painter: QPainter, shown: Shown, guest: GuestFace, chair: Chair) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        chosen = guest.person == shown.person
        other = shown.sector is not None and guest.sector != shown.sector
        painter.setOpacity(0.35 if guest.person == shown.carried or other else 1.0)
        weight = QFont.Weight.DemiBold if guest.host or chosen else QFont.Weight.Normal
        metrics, room = theme.metrics(NAME, weight), chair.name.wide
        text = fitting(metrics, (guest.name, guest.short), room - 8)
        wide = metrics.horizontalAdvance(text) + 8
        left = chair.name.x + room - wide if chair.left else chair.name.x
        ground = QRectF(left, chair.y - metrics.height() / 2 - 1, wide, metrics.height() + 2)
        if chosen:
            ring = QColor(colours.focus if shown.focus and shown.inside else colours.edge)
            painter.setPen(QPen(ring, 2))
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(ground, 5, 5)
        elif guest.mark is not Mark.NONE:
            painter.setPen(Qt.PenStyle.NoPen)
            again_here = again_ground(colours, many=shown.sight.many_again)
            painter.setBrush(again_here if guest.mark is Mark.AGAIN else moved_ground(colours))
            painter.drawRoundedRect(ground, 5, 5)
        again = guest.mark is Mark.AGAIN and not chosen
        painter.setPen(QColor(colours.on_warning if again else colours.text if guest.here else colours.muted))
        painter.setFont(theme.font(NAME, weight))
        painter.drawText(ground, _RIGHT if chair.left else _LEFT, f"{text} " if chair.left else f" {text}")
        self._dot(painter, shown, guest, chair)
        painter.setOpacity(1.0)

    def _dot(self, painter: QPainter, shown: Shown, guest: GuestFace, chair: Chair) -> None:
        """Draw the chair: in the colour of the sector, the host's with a ring, hollow if nobody has come."""
        colours, dot = self._look.theme.colours, shown.layout.dot
        fill = shown.sight.colours.get(guest.sector)
        painter.setPen(QPen(QColor(colours.text if guest.host else EDGE), 2.2 if guest.host else 1.1))
        if not guest.here:
            painter.setPen(QPen(QColor(EDGE), 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setBrush(QColor(fill if fill is not None else colours.card))
        painter.drawEllipse(QPoint(chair.x, chair.y), dot, dot)


def fitting(metrics: QFontMetrics, names: Sequence[str], room: int) -> str:
    """Return the first name that has room as it is; where none has, as much of the last as there is room for."""
    cut = [(name, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)) for name in names]
    return next((name for name, shown in cut if name == shown), cut[-1][1])


def again_ground(colours: Colours, *, many: bool) -> QColor:
    """Return the ground of a name that meets somebody again; paler where many do."""
    return mixed(colours.card, colours.warning, 0.45) if many else QColor(colours.warning)


def moved_ground(colours: Colours) -> QColor:
    """Return the ground of a name that sits elsewhere than now."""
    return mixed(colours.card, colours.focus, 0.18)


def _cell(ring: Ring) -> QRect:
    return QRect(ring.cell.x, ring.cell.y, ring.cell.wide, ring.cell.high)
