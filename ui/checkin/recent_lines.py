"""The lines of the list of the last scans, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
REMEMBERED = 256
"""So many texts are kept as they were cut short."""


@dataclass(frozen=True)
class Line:
    """One scan, by its id, as the list shows it. `eid` is empty if it cannot be taken back."""

    scan: int
    eid: str
    time: str
    dot: str
    name: str
    remark: str


class Lines(QAbstractListModel):
    """The lines, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines. Lines that stay are left in peace: mostly one comes at the top and one goes at the end."""
        before, after = set(self._lines), set(lines)
        staying = [line for line in lines if line in before]
        if not staying or staying != [line for line in self._lines if line in after]:
            self.beginResetModel()
            self._lines = list(lines)
            self.endResetModel()
            return
        for row in reversed(range(len(self._lines))):
            if self._lines[row] not in after:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()
        for row, line in enumerate(lines):
            if line not in before:
                self.beginInsertRows(QModelIndex(), row, row)
                self._lines.insert(row, line)
                self.endInsertRows()

    def line(self, number: int) -> Line | None:
        """Return one line."""
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself, or all of it as one text."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (line.time, line.name, line.remark) if part)
        return None


class LineDelegate(QStyledItemDelegate):
    """Draws a line: time, dot, name, what it was; under the pointer or the focus a sign to take it back."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self._name_font, self._names = theme.font(15, QFont.Weight.DemiBold), theme.metrics(15, QFont.Weight.DemiBold)
        self._small_font, self._small = theme.font(13), theme.metrics(13)
        self._time_font, self._times = theme.font(15), theme.metrics(15)
        self._name_in = lru_cache(REMEMBERED)(partial(_elided, self._names))
        self._small_in = lru_cache(REMEMBERED)(partial(_elided, self._small))

    def height(self) -> int:
        """Return the height of a line."""
        texts = self._names.height() + self._small.height()
        return texts + self._look.theme.space(14)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every line."""
        return QSize(100, self.height())

    def undo_place(self, line: QRect) -> QRect:
        """Return where the sign to take it back stands."""
        side = self._look.theme.space(34)
        return QRect(line.right() - side, line.center().y() - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours = self._look.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus)
        near = bool(state & QStyle.StateFlag.State_MouseOver) or chosen
        if near:
            painter.setPen(QColor(colours.focus) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QColor(colours.line))
        painter.drawLine(place.topLeft(), place.topRight())
        self._paint_texts(painter, place, line, room_for_sign=near and bool(line.eid))
        if near and line.eid:
            sign = self.undo_place(place)
            self._look.icons.paint(painter, "undo", colours.text, QRectF(sign.adjusted(7, 7, -7, -7)))
        painter.restore()

    def _paint_texts(self, painter: QPainter, place: QRect, line: Line, *, room_for_sign: bool) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        times, names, small = self._times, self._names, self._small
        middle = place.center().y()
        left = place.left() + theme.space(2)
        painter.setFont(self._time_font)
        painter.setPen(QColor(colours.muted))
        clock = QRect(left, place.top(), times.horizontalAdvance("00:00") + 4, place.height())
        painter.drawText(clock, int(Qt.AlignmentFlag.AlignVCenter), line.time)
        dot = theme.space(10)
        left = clock.right() + theme.space(11)
        painter.setBrush(QColor(line.dot))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(left, middle - dot / 2 + 0.5, dot, dot))
        left += dot + theme.space(12)
        room = place.right() - left - (theme.space(36) if room_for_sign else 4)
        high = names.height() + (small.height() + 1 if line.remark else 0)
        top = middle - high // 2
        name, remark = self._name_in(line.name, room), self._small_in(line.remark, room)
        self._text(painter, self._name_font, colours.text, QRect(left, top, room, names.height()), name)
        below = QRect(left, top + names.height() + 1, room, small.height())
        self._text(painter, self._small_font, colours.muted, below, remark)

    def _text(self, painter: QPainter, font: QFont, ink: str, place: QRect, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, int(flags), text)


def _elided(metrics: QFontMetrics, text: str, room: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
