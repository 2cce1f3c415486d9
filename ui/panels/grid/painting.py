"""Draws the grid: cells and cards, what is carried, and over them the heads of rooms and the times of slots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from eventdesk.panels.room import Room
from eventdesk.panels.slot import Slot
from eventdesk.words import Words
from ui.look import Look
from ui.panels.grid.cards import RADIUS, CardPainter
from ui.panels.grid.carrying import Judged
from ui.panels.grid.geometry import Layout, Where
from ui.panels.grid.sight import Sight
from ui.panels.spots import day_text
from ui.widgets.rect import Rect

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Shown:
    """Everything that a picture of the grid depends on."""

    sight: Sight
    layout: Layout
    cards: Mapping[int, Rect]
    empty: Mapping[Where, Rect]
    offset: QPoint
    where: Where | None
    session: int | None
    carried: int | None
    target: Where | None
    focus: bool
    known: Mapping[Where, Judged]


class GridPainter:
    """Draws with the sizes and colours of one look."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.cards = CardPainter(look)

    def head_height(self, rooms: Sequence[Room]) -> int:
        """Return the height of the names of rooms with their seats."""
        theme = self._look.theme
        lines = theme.metrics(15, QFont.Weight.Bold).height() + theme.metrics(13).height()
        return lines + theme.space(20) if rooms else theme.space(10)

    def times_width(self) -> int:
        """Return the width of the times at the left."""
        theme = self._look.theme
        return theme.metrics(15, QFont.Weight.Bold).horizontalAdvance("00:00") + theme.space(34)

    def paint(self, viewport: QWidget, shown: Shown) -> None:
        """Draw everything."""
        colours = self._look.theme.colours
        painter = QPainter(viewport)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(viewport.rect(), QColor(colours.card))
        seen = viewport.rect().translated(shown.offset)
        painter.save()
        painter.translate(-shown.offset)
        self._cells(painter, shown, seen)
        self._cards(painter, shown, seen)
        self._marks(painter, shown)
        painter.restore()
        self._days(painter, viewport, shown)
        self._times(painter, viewport, shown)
        self._rooms(painter, viewport, shown)
        painter.end()

    def _cells(self, painter: QPainter, shown: Shown, seen: QRect) -> None:
        theme, colours, words = self._look.theme, self._look.theme.colours, self._look.words
        for where, rect in shown.empty.items():
            place = _qrect(rect)
            if not seen.intersects(place):
                continue
            self.cards.empty(painter, place)
            judged = shown.known.get(where) if shown.carried is not None else None
            if judged is not None and not judged.verdict.allowed:
                side = theme.text_px(18)
                there = QRectF(0, 0, side, side)
                there.moveCenter(QRectF(place).center())
                self._look.icons.paint(painter, "refused", colours.danger, there)
            elif judged is not None:
                painter.setPen(QColor(colours.text))
                painter.setFont(theme.font(14, QFont.Weight.DemiBold))
                painter.drawText(place, _MIDDLE, words.t("{price} people", price=price_text(judged.price)))
            elif shown.sight.closed(*where):
                painter.setPen(QColor(colours.muted))
                painter.setFont(theme.font(13))
                painter.drawText(place.adjusted(8, 8, -8, -8), _MIDDLE, words.t("not available"))

    def _cards(self, painter: QPainter, shown: Shown, seen: QRect) -> None:
        for session, rect in shown.cards.items():
            place, face = _qrect(rect), shown.sight.faces.get(session)
            if face is None or not seen.intersects(place):
                continue
            painter.setOpacity(0.4 if session == shown.carried else 1.0)
            self.cards.card(painter, place, face, moved=bool(face.moved))
            painter.setOpacity(1.0)

    def _marks(self, painter: QPainter, shown: Shown) -> None:
        """Draw the cursor, and where what is carried would be put."""
        colours = self._look.theme.colours
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if shown.where is not None and self._in_grid(shown, shown.where):
            strong = QColor(colours.focus if shown.focus else colours.edge)
            painter.setPen(QPen(strong, 2.6 if shown.focus else 2))
            painter.drawRoundedRect(QRectF(self._place(shown, shown.where)).adjusted(-2, -2, 2, 2), RADIUS, RADIUS)
        if shown.target is not None and shown.carried is not None and self._in_grid(shown, shown.target):
            judged = shown.known.get(shown.target)
            allowed = judged is not None and judged.verdict.allowed
            colour = QColor(colours.welcome if allowed else colours.danger)
            painter.setPen(QPen(colour, 3))
            painter.drawRoundedRect(QRectF(self._place(shown, shown.target)).adjusted(-1, -1, 1, 1), RADIUS, RADIUS)

    def _place(self, shown: Shown, where: Where) -> QRect:
        session = shown.session if where == shown.where else None
        session = session if session in shown.cards else shown.sight.at(where)
        if session is not None and session in shown.cards:
            return _qrect(shown.cards[session])
        return _qrect(shown.empty.get(where) or shown.layout.cell(*where))

    def _in_grid(self, shown: Shown, where: Where) -> bool:
        return where[0] in shown.layout.rows and where[1] in shown.layout.columns

    def _days(self, painter: QPainter, viewport: QWidget, shown: Shown) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        painter.setPen(QColor(colours.muted))
        for y, day in shown.layout.days:
            place = QRect(theme.space(14), y - shown.offset.y(), viewport.width(), theme.metrics(14).height())
            painter.drawText(place, _LEFT, day_text(self._look.words, day))

    def _times(self, painter: QPainter, viewport: QWidget, shown: Shown) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        wide = self.times_width() - theme.space(6)
        strong, small = theme.metrics(15, QFont.Weight.Bold), theme.metrics(13)
        for y, slots in self._by_top(shown.layout).items():
            top = y - shown.offset.y()
            high = max(shown.layout.rows[each.id][1] for each in slots)
            painter.fillRect(0, top - 4, wide, high + 8, QColor(colours.card))
            painter.setFont(theme.font(15, QFont.Weight.Bold))
            painter.setPen(QColor(colours.text))
            at = top + theme.space(10)
            painter.drawText(QRect(theme.space(14), at, wide, strong.height()), _LEFT, slots[0].starts[11:16])
            painter.setFont(theme.font(13))
            painter.setPen(QColor(colours.muted))
            for end in dict.fromkeys(each.ends[11:16] for each in slots):
                at += strong.height() if end == slots[0].ends[11:16] else small.height()
                painter.drawText(QRect(theme.space(14), at, wide, small.height()), _LEFT, f"–{end}")

    def _by_top(self, layout: Layout) -> dict[int, list[Slot]]:
        found: dict[int, list[Slot]] = {}
        for slot in layout.slots:
            found.setdefault(layout.rows[slot.id][0], []).append(slot)
        return found

    def _rooms(self, painter: QPainter, viewport: QWidget, shown: Shown) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        words, high = self._look.words, self.head_height(shown.layout.rooms)
        painter.fillRect(0, 0, viewport.width(), high - theme.space(6), QColor(colours.card))
        strong, small = theme.metrics(15, QFont.Weight.Bold), theme.metrics(13)
        painter.save()
        painter.setClipRect(self.times_width() - theme.space(8), 0, viewport.width(), high)
        for room in shown.layout.rooms:
            x, wide = shown.layout.columns[room.id]
            place = QRect(
                x - shown.offset.x() + theme.space(4), theme.space(12), wide - theme.space(8), strong.height()
            )
            painter.setFont(theme.font(15, QFont.Weight.Bold))
            painter.setPen(QColor(colours.text))
            painter.drawText(place, _LEFT, strong.elidedText(room.name, Qt.TextElideMode.ElideRight, place.width()))
            painter.setFont(theme.font(13))
            painter.setPen(QColor(colours.muted))
            said = seats_text(words, room)
            place.translate(0, strong.height())
            painter.drawText(place, _LEFT, small.elidedText(said, Qt.TextElideMode.ElideRight, place.width()))
        painter.restore()


def seats_text(words: Words, room: Room) -> str:
    """Return what stands below the name of a room: its seats, how they stand, what is there."""
    seats = words.n("one seat", "{count} seats", room.capacity)
    return " · ".join(each for each in (seats, room.seating, *room.equipment) if each)


def price_text(price: int) -> str:
    """Return how many people more would lose something: "+12", "−3", "±0"."""
    return f"+{price}" if price > 0 else f"−{-price}" if price < 0 else "±0"


def _qrect(rect: Rect) -> QRect:
    return QRect(rect.x, rect.y, rect.wide, rect.high)
