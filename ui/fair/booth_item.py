"""One booth on the plan. What it shows grows with its size on the screen: ground, number, name, signs."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.fair import palette
from ui.fair.faces import Face, Shape
from ui.look import Look

ROUND_PX, AROUND_MM = 3.5, 120.0
GAP_PX = 1.6
"""So booths that touch are told apart."""
LEAST_SIGNS, LEAST_NUMBER, LEAST_NAME = (16, 14), (24, 13), (40, 27)
"""From so many pixels in width and height a booth shows its signs, its number, its name."""
SMALLEST, LARGEST = 9.0, 17.0
LOW_PX = 60
"""In a lower booth the sign of a pin stands beside the number, for there is one line for the name only."""


class Letters:
    """The fonts of all booths, by size; measures are taken once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._known: dict[tuple[int, bool], tuple[QFont, QFontMetricsF]] = {}

    def of(self, pixels: float, *, bold: bool) -> tuple[QFont, QFontMetricsF]:
        """Return the font nearest to a size in pixels, whatever the size of other text."""
        key = (round(max(SMALLEST, min(LARGEST * self._look.theme.scale, pixels)) * 2), bold)
        if key not in self._known:
            weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
            font = QFont(self._look.theme.font(15, weight))
            font.setPixelSize(max(8, round(key[0] / 2)))
            self._known[key] = (font, QFontMetricsF(font))
        return self._known[key]


class BoothItem(QGraphicsItem):
    """Kept as a picture for each zoom, so that panning moves pictures only."""

    def __init__(self, look: Look, letters: Letters, outline: QPolygonF, face: Face, *, upright: bool) -> None:
        """Stand at `outline`, in millimetres of the hall; `upright`: it is an upright rectangle."""
        super().__init__()
        self._look, self._letters = look, letters
        self.outline, self.face = outline, face
        self._room = outline.boundingRect()
        self._bounds = self._room.adjusted(-AROUND_MM, -AROUND_MM, AROUND_MM, AROUND_MM)
        self._upright = upright
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def room(self) -> QRectF:
        """The upright rectangle around the booth, in millimetres."""
        return self._room

    @property
    def upright(self) -> bool:
        """Whether it stands straight, and so is its own upright rectangle."""
        return self._upright

    def boundingRect(self) -> QRectF:
        """Return what is painted on."""
        return self._bounds

    def show_face(self, face: Face) -> None:
        """Show something else."""
        if face != self.face:
            self.face = face
            self.update()

    def move_outline(self, outline: QPolygonF, *, upright: bool) -> None:
        """Stand somewhere else."""
        if outline != self.outline:
            self.prepareGeometryChange()
            self.outline = outline
            self._room = outline.boundingRect()
            self._bounds = self._room.adjusted(-AROUND_MM, -AROUND_MM, AROUND_MM, AROUND_MM)
            self._upright = upright
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw in dots of the screen, so that letters are sharp at every zoom."""
        transform = painter.worldTransform()
        place = transform.mapRect(self._room)
        face = self.face
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = GAP_PX if place.width() >= LEAST_NUMBER[0] else 0.5
        body = place.adjusted(gap, gap, -gap, -gap)
        path = QPainterPath()
        if self._upright:
            painter.resetTransform()
            radius = min(ROUND_PX, body.height() / 6)
            path.addRoundedRect(body, radius, radius)
        else:
            path.addPolygon(transform.map(self.outline))
            path.closeSubpath()
            painter.resetTransform()
        painter.setPen(self._pen(face, place))
        painter.setBrush(QColor(face.ground or self._look.theme.colours.card))
        painter.drawPath(path)
        if place.width() >= LEAST_SIGNS[0] and place.height() >= LEAST_SIGNS[1]:
            self._paint_inside(painter, place)
        painter.restore()

    def _pen(self, face: Face, place: QRectF) -> QPen:
        colours = self._look.theme.colours
        if face.shape is Shape.TAKEN and not face.changed:
            small = place.height() < LEAST_SIGNS[1]
            return QPen(QColor(palette.EDGE), 0.7 if small else 1.0)
        if face.changed:
            return QPen(QColor(colours.focus), 2.2)
        blocked = face.shape is Shape.BLOCKED
        pen = QPen(QColor(colours.danger if blocked else colours.edge), 1.4 if blocked else 1.0)
        pen.setDashPattern([3.0, 2.6])
        return pen

    def _paint_inside(self, painter: QPainter, place: QRectF) -> None:
        face, wide, high = self.face, place.width(), place.height()
        named = wide >= LEAST_NAME[0] and high >= LEAST_NAME[1]
        pad = max(3.0, min(6.0, wide * 0.08)) if named else 1.5
        size = min(high * (0.25 if named else 0.5), wide * 0.2, LARGEST * self._look.theme.scale)
        side = min(size * 1.05, 14.0) if wide >= LEAST_NAME[0] else 0.0
        signs = side * (bool(face.power) + (face.pinned and high < LOW_PX))
        if wide >= LEAST_NUMBER[0] and high >= LEAST_NUMBER[1]:
            font, metrics = self._letters.of(size, bold=True)
            room = wide - 2 * pad - signs
            usual = "0" * len(face.number)  # all booths of one size show their number, or none does
            if metrics.horizontalAdvance(usual) > room:
                font, metrics = self._letters.of(SMALLEST, bold=True)
            painter.setFont(font)
            painter.setPen(QColor(palette.INK if face.ground else self._look.theme.colours.text))
            top = place.top() + (pad * 0.7 if named else (high - metrics.height()) / 2)
            if metrics.horizontalAdvance(usual) <= room + signs:
                painter.drawText(QPointF(place.left() + pad, top + metrics.ascent()), face.number)
            if named:
                self._paint_name(painter, place, pad, top + metrics.height(), size * 0.9)
        self._paint_signs(painter, place, side, pad)

    def _paint_name(self, painter: QPainter, place: QRectF, pad: float, top: float, size: float) -> None:
        font, metrics = self._letters.of(size, bold=False)
        painter.setFont(font)
        painter.setPen(QColor(palette.QUIET if self.face.ground else self._look.theme.colours.muted))
        room = place.width() - 2 * pad
        rest = place.bottom() - pad * 0.5 - top
        lines = max(1, int(rest // metrics.height()))
        lock = self.face.pinned and place.height() >= LOW_PX
        signs = (_dot(place) * 2 + 4) * (self.face.here + 1.4 * lock)
        for number, line in enumerate(_lines(self.face.name, metrics, room, min(lines, 3), signs)):
            painter.drawText(QPointF(place.left() + pad, top + metrics.ascent() + number * metrics.height()), line)

    def _paint_signs(self, painter: QPainter, place: QRectF, side: float, pad: float) -> None:
        face = self.face
        painter.setPen(Qt.PenStyle.NoPen)
        spot = QRectF(place.right() - side - pad * 0.6, place.top() + pad * 0.7, side, side)
        if side and face.power:
            painter.setBrush(QColor(palette.BOLT))
            painter.drawPath(bolt(spot))
            spot.translate(-side, 0)
        if side and face.pinned and place.height() < LOW_PX:
            painter.setBrush(QColor(palette.INK))
            painter.drawPath(padlock(spot.adjusted(side * 0.2, side * 0.1, -side * 0.2, -side * 0.14)))
        elif side and face.pinned:
            foot = place.bottom() - pad * 0.5
            right = place.right() - pad * 0.6 - (_dot(place) * 2 + 4 if face.here else 0)
            painter.setBrush(QColor(palette.INK))
            painter.drawPath(padlock(QRectF(right - side * 0.66, foot - side * 0.8, side * 0.66, side * 0.8)))
        dot = _dot(place)
        right = place.right() - pad * 0.7 - dot
        if face.here:
            painter.setPen(QPen(QColor("#ffffff"), 1.0))
            painter.setBrush(QColor(palette.HERE))
            painter.drawEllipse(QPointF(right, place.bottom() - pad * 0.7 - dot), dot + 0.5, dot + 0.5)


def _dot(place: QRectF) -> float:
    """Return half the width of the sign of somebody who is here."""
    return max(2.0, min(4.0, place.height() * 0.08))


def _lines(text: str, metrics: QFontMetricsF, room: float, most: int, signs: float) -> list[str]:
    """Break a name between its words; what is too long ends in "…", on the last line before the signs."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= room:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines[-1] = f"{lines[-1]} {' '.join(words)}"
    return [
        metrics.elidedText(line, Qt.TextElideMode.ElideRight, room - (signs if number == most else 0))
        for number, line in enumerate(lines, 1)
    ]


def bolt(spot: QRectF) -> QPainterPath:
    """Return the sign of current, as large as `spot`."""
    points = ((0.58, 0.0), (0.2, 0.56), (0.48, 0.56), (0.4, 1.0), (0.82, 0.4), (0.53, 0.4), (0.66, 0.0))
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(spot.x() + x * spot.width(), spot.y() + y * spot.height()) for x, y in points]))
    path.closeSubpath()
    return path


def padlock(spot: QRectF) -> QPainterPath:
    """Return the sign of what is settled, as large as `spot`."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(spot.x(), spot.y() + spot.height() * 0.42, spot.width(), spot.height() * 0.58), 1, 1)
    arch = QPainterPath()
    arch.addEllipse(QRectF(spot.x() + spot.width() * 0.18, spot.y(), spot.width() * 0.64, spot.height() * 0.9))
    hole = QPainterPath()
    hole.addEllipse(
        QRectF(spot.x() + spot.width() * 0.36, spot.y() + spot.height() * 0.2, spot.width() * 0.28, spot.height() * 0.5)
    )
    return path.united(arch.subtracted(hole))
