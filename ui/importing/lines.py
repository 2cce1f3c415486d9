"""Lists as long as they come: each line has a title, a line below it and a word aside, made when it is seen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
REMEMBERED = 512
LEAST_LINES = 3
_SAME_PLACE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


@dataclass(frozen=True)
class Line:
    """What one line says."""

    title: str
    below: str = ""
    aside: str = ""

    def __str__(self) -> str:
        return ". ".join(part for part in (self.title, self.below, self.aside) if part)


class Lines(QAbstractListModel):
    """Any number of lines; those that were seen last are remembered."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._make: Callable[[int], Line] = lambda _row: Line("")

    def show_lines(self, count: int, make: Callable[[int], Line]) -> None:
        """Show other lines; `make` makes one when it is seen."""
        self.beginResetModel()
        self._count, self._make = count, lru_cache(REMEMBERED)(make)
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return one line."""
        return self._make(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself, or all of it as one text."""
        if role == LINE:
            return self._make(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return str(self._make(index.row()))
        return None


class LineDelegate(QStyledItemDelegate):
    """Draws a line; all are of the same height."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def height(self) -> int:
        """Return the height of every line."""
        theme = self._look.theme
        return theme.metrics(15).height() + theme.metrics(13).height() + theme.space(14)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every line."""
        return QSize(200, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE)
        theme, colours = self._look.theme, self._look.theme.colours
        room = paint_ground(painter, option, self._look)
        small = theme.metrics(13)
        aside = min(small.horizontalAdvance(line.aside), room.width() // 2)
        strong, weight = theme.metrics(15, QFont.Weight.DemiBold), QFont.Weight.DemiBold
        top = QRect(room.left(), room.top() + theme.space(6), room.width() - aside - theme.space(12), strong.height())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(15, weight))
        painter.drawText(top, int(left), strong.elidedText(line.title, Qt.TextElideMode.ElideRight, top.width()))
        painter.setPen(QColor(colours.muted))
        painter.setFont(theme.font(13))
        right = QRect(room.right() - aside - 1, top.top(), aside + 2, top.height())
        said = small.elidedText(line.aside, Qt.TextElideMode.ElideRight, aside + 2)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), said)
        below = QRect(room.left(), top.bottom() + 2, room.width(), small.height())
        painter.drawText(below, int(left), small.elidedText(line.below, Qt.TextElideMode.ElideRight, below.width()))
        painter.restore()


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> QRect:
    """Draw the ground of a row and what marks the chosen one; returns the room inside. Leaves the painter saved."""
    place: QRect = option.rect
    state: QStyle.StateFlag = option.state
    theme, colours = look.theme, look.theme.colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state & QStyle.StateFlag.State_Selected:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.hover))
        painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), 6, 6)
    else:
        painter.setPen(QColor(colours.line))
        painter.drawLine(
            place.left() + theme.space(10), place.bottom(), place.right() - theme.space(10), place.bottom()
        )
    return place.adjusted(theme.space(12), 0, -theme.space(12), 0)


class LineList(QListView):
    """A list that says which line is the present one."""

    moved = Signal(int)

    def __init__(self, look: Look, name: str, delegate: QStyledItemDelegate, high: int) -> None:
        """Show lines of the height `high` as `delegate` draws them."""
        super().__init__()
        self._drawn_by = delegate
        self.setObjectName("importlines")
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(LEAST_LINES * high)
        self.setAccessibleName(name)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which line is the present one."""
        super().currentChanged(current, previous)
        self.moved.emit(current.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first line, so that one sees where the focus is."""
        model = self.model()
        if event.reason() not in _SAME_PLACE and not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))
        super().focusInEvent(event)
