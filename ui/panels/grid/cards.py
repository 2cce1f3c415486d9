"""Draws the cards of sessions and the empty places of the grid."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from ui.look import Look
from ui.panels.grid.faces import Face, Fill
from ui.widgets.text import laid_out, lines_of, wrapping

RADIUS = 8
ROOMY = 170
"""A card that is narrower than that leaves more of its width to letters."""
MOST_LINES = 4
"""So many lines a title has at most."""
REMEMBERED = 400
"""So many broken titles are kept."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CardPainter:
    """Knows the sizes of a look, and keeps how titles are broken into lines."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._broken: dict[tuple[str, int, int], list[str]] = {}

    def least_height(self, lines: int = 2) -> int:
        """Return the height of a card with a title of so many lines, a line below it and its figure."""
        theme = self._look.theme
        title, small, figure = (theme.metrics(size).height() for size in (15, 13, 22))
        return lines * title + small + figure + theme.space(6) + theme.space(28)

    def colour(self, fill: Fill) -> QColor:
        """Return the colour of how full it would be."""
        colours, dark = self._look.theme.colours, self._look.theme.dark
        names = {
            Fill.ROOM: colours.dot_welcome if dark else colours.welcome,
            Fill.NEARLY: colours.dot_attention,
            Fill.FULL: colours.dot_refused if dark else colours.refused,
            Fill.UNKNOWN: colours.edge,
        }
        return QColor(names[fill])

    def empty(self, painter: QPainter, place: QRect) -> None:
        """Draw a place where no session is."""
        painter.setPen(QPen(QColor(self._look.theme.colours.line), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(0.6, 0.6, -0.6, -0.6), RADIUS, RADIUS)

    def card(self, painter: QPainter, place: QRect, face: Face, *, moved: bool) -> None:
        """Draw the card of a session; `moved`: it is somewhere else than today."""
        theme, colours = self._look.theme, self._look.theme.colours
        body, path = QRectF(place).adjusted(0.6, 0.6, -0.6, -0.6), QPainterPath()
        path.addRoundedRect(body, RADIUS, RADIUS)
        painter.fillPath(path, QColor(colours.card))
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(place.left(), place.top(), theme.space(5), place.height(), self.colour(face.fill))
        painter.restore()
        painter.setPen(QPen(QColor(colours.focus), 2) if moved else QPen(QColor(colours.line), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        pad = theme.space(14 if place.width() >= theme.text_px(ROOMY) else 8)
        inside = place.adjusted(theme.space(5) + pad, theme.space(9), -pad, -theme.space(9))
        foot = self._foot(painter, inside, face)
        self._head(painter, QRect(inside.left(), inside.top(), inside.width(), foot - inside.top()), face)

    def _foot(self, painter: QPainter, inside: QRect, face: Face) -> int:
        """Draw figure and bar at the bottom; returns where the room above them ends."""
        theme, colours = self._look.theme, self._look.theme.colours
        bar = theme.space(6)
        bottom = inside.bottom() + 1
        if face.fill is not Fill.UNKNOWN or face.share:
            place = QRectF(inside.left(), bottom - bar, inside.width(), bar)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.track))
            painter.drawRoundedRect(place, bar / 2, bar / 2)
            if face.share:
                painter.setBrush(self.colour(face.fill))
                filled = QRectF(place.left(), place.top(), max(bar, place.width() * face.share), bar)
                painter.drawRoundedRect(filled, bar / 2, bar / 2)
            bottom -= bar + theme.space(5)
        number = face.figure.isdecimal()
        size, weight = (22, QFont.Weight.Bold) if number else (13, QFont.Weight.DemiBold)
        strong, small = theme.metrics(size, weight), theme.metrics(13)
        top = bottom - max(strong.height(), small.height())
        painter.setFont(theme.font(size, weight))
        painter.setPen(QColor(colours.text if number else colours.muted))
        base = bottom - strong.descent()
        painter.drawText(inside.left(), base, face.figure)
        left = inside.left() + strong.horizontalAdvance(face.figure) + (0 if number else theme.space(8))
        painter.setFont(theme.font(13))
        painter.setPen(QColor(colours.muted))
        signs = self._signs(painter, QRect(inside.left(), top, inside.width(), bottom - top), face)
        room = inside.right() - left - signs
        said = next((each for each in (face.rest, face.short) if small.horizontalAdvance(each) <= room), "")
        painter.setPen(QColor(colours.muted))
        painter.drawText(left, base, said)
        return top - theme.space(3)

    def _head(self, painter: QPainter, room: QRect, face: Face) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        metrics, small = theme.metrics(15, QFont.Weight.DemiBold), theme.metrics(13)
        below = small.height() if face.moved or face.mind else 0
        most = max(1, min(MOST_LINES, (room.height() - below) // metrics.height()))
        y = room.top()
        painter.setFont(theme.font(15, QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.text))
        for line in self._lines(face.title, room.width(), most):
            painter.drawText(QRect(room.left(), y, room.width(), metrics.height()), _LEFT, line)
            y += metrics.height()
        painter.setFont(theme.font(13))
        mind = colours.on_warning if theme.dark else colours.attention
        for text, colour in ((face.moved, colours.focus), (face.line, mind if face.mind else colours.muted),
                             (face.crew, colours.muted)):  # fmt: skip
            if text and y + small.height() <= room.bottom() + 2:
                painter.setPen(QColor(colour))
                shown = small.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
                painter.drawText(QRect(room.left(), y, room.width(), small.height()), _LEFT, shown)
                y += small.height()

    def _signs(self, painter: QPainter, room: QRect, face: Face) -> int:
        """Draw what is at the right: a pin, a triangle; returns the width that this takes."""
        theme, colours = self._look.theme, self._look.theme.colours
        side, left = theme.text_px(15), room.right() + 1
        mind = colours.on_warning if theme.dark else colours.attention
        for shown, icon, colour in ((face.broken, "reason-mind", mind), (face.fixed, "pin", colours.muted)):
            if shown:
                left -= side
                self._look.icons.paint(painter, icon, colour, QRectF(left, room.center().y() - side / 2, side, side))
                left -= theme.space(3)
        return room.right() + 1 - left

    def _lines(self, text: str, wide: int, most: int) -> list[str]:
        """Return a text broken into at most so many lines, the last of which may end in "…"."""
        key = (text, wide, most)
        if key in self._broken:
            return self._broken[key]
        theme = self._look.theme
        font, metrics = theme.font(15, QFont.Weight.DemiBold), theme.metrics(15, QFont.Weight.DemiBold)
        broken = lines_of(laid_out(text, font, max(wide, 30), wrapping()))
        above, last = broken[: most - 1], "".join(broken[most - 1 :])
        shown = [*above, last] if last else above
        lines = [metrics.elidedText(line.strip(), Qt.TextElideMode.ElideRight, max(wide, 30)) for line in shown]
        if len(self._broken) >= REMEMBERED:
            self._broken.clear()
        self._broken[key] = lines
        return lines
