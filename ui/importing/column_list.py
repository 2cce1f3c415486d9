"""The columns of the list, one line each: its name and what stands in it, and the field that it goes to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from eventdesk.people.importing import Field
from ui.importing.lines import LINE, LineList, paint_ground
from ui.importing.telling import FIELD_NAMES
from ui.look import Look
from ui.widgets.choice import ChoiceBox

Index = QModelIndex | QPersistentModelIndex
ROOM_FOR_REMARK = 720
BOX_SHARE = 0.36
OPENS = (Qt.Key.Key_Space, Qt.Key.Key_F4)
OFFERED = (Field.IGNORE, Field.EXTRA, *(field for field in FIELD_NAMES if field not in (Field.IGNORE, Field.EXTRA)))


@dataclass(frozen=True)
class Column:
    """One column: its header, samples of its cells, what it means, and how that came about."""

    header: str
    samples: str
    field: Field
    remark: str = ""


class Columns(QAbstractListModel):
    """The columns in the order of the list."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = look.words
        self._columns: list[Column] = []

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns; as many as before keep their places."""
        if len(columns) == len(self._columns):
            self._columns = list(columns)
            self.dataChanged.emit(self.index(0), self.index(len(columns) - 1))
            return
        self.beginResetModel()
        self._columns = list(columns)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What a column means can be changed."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the column itself, or all of it as one text."""
        column = self._columns[index.row()]
        if role == LINE:
            return column
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = (column.header, self._words.t(FIELD_NAMES[column.field]), column.remark, column.samples)
            return ". ".join(part for part in parts if part)
        return None


class ColumnDelegate(QStyledItemDelegate):
    """Draws a column; its field stands in a box that opens."""

    chosen = Signal(int, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def height(self) -> int:
        """Return the height of every line."""
        theme = self._look.theme
        return theme.metrics(15).height() + theme.metrics(13).height() + theme.space(18)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every line."""
        return QSize(200, self.height())

    def box(self, row: QRect) -> QRect:
        """Return where the box stands in a line."""
        theme = self._look.theme
        high = theme.metrics(15).height() + theme.space(14)
        wide = round(row.width() * BOX_SHARE)
        right = row.right() - theme.space(12) - self._remark_room(row)
        return QRect(right - wide, row.center().y() - high // 2, wide, high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one column."""
        column: Column = index.data(LINE)
        row: QRect = option.rect
        room, box = paint_ground(painter, option, self._look), self.box(row)
        self._paint_texts(painter, QRect(room.left(), room.top(), box.left() - room.left() - 8, room.height()), column)
        self._paint_box(painter, box, column)
        remark = self._remark_room(row)
        if remark:
            theme = self._look.theme
            place = QRect(box.right() + theme.space(12), row.top(), remark - theme.space(12), row.height())
            painter.setFont(theme.font(13))
            painter.setPen(QColor(theme.colours.muted))
            said = theme.metrics(13).elidedText(column.remark, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open the box."""
        words = self._look.words
        column: Column = index.data(LINE)
        editor = ChoiceBox(words.t("{column} becomes", column=column.header))
        editor.setParent(parent)
        editor.setMaxVisibleItems(18)
        for field in OFFERED:
            editor.addItem(words.t(FIELD_NAMES[field]), field)
        editor.insertSeparator(2)
        row = index.row()
        editor.activated.connect(lambda: self._choose(editor, row))
        QTimer.singleShot(0, editor, editor.showPopup)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the present field as chosen."""
        if isinstance(editor, ChoiceBox):
            column: Column = index.data(LINE)
            editor.setCurrentIndex(editor.findText(self._look.words.t(FIELD_NAMES[column.field])))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing: what is chosen goes to the flow."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the box where it was drawn."""
        row: QRect = option.rect
        editor.setGeometry(self.box(row))

    def _choose(self, editor: ChoiceBox, row: int) -> None:
        field = Field(editor.currentData())
        self.closeEditor.emit(editor)
        self.chosen.emit(row, field)

    def _remark_room(self, row: QRect) -> int:
        theme = self._look.theme
        return round(row.width() * 0.2) if row.width() > ROOM_FOR_REMARK * theme.scale else 0

    def _paint_texts(self, painter: QPainter, room: QRect, column: Column) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        strong, small = theme.metrics(15, QFont.Weight.DemiBold), theme.metrics(13)
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        top = QRect(room.left(), room.top() + theme.space(8), room.width(), strong.height())
        painter.setPen(QColor(colours.muted if column.field is Field.IGNORE else colours.text))
        painter.setFont(theme.font(15, QFont.Weight.DemiBold))
        painter.drawText(top, left, strong.elidedText(column.header, Qt.TextElideMode.ElideRight, top.width()))
        below = QRect(room.left(), top.bottom() + 2, room.width(), small.height())
        painter.setPen(QColor(colours.muted))
        painter.setFont(theme.font(13))
        painter.drawText(below, left, small.elidedText(column.samples, Qt.TextElideMode.ElideRight, below.width()))

    def _paint_box(self, painter: QPainter, box: QRect, column: Column) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(box), 8, 8)
        side, pad = theme.text_px(18), theme.space(10)
        place = QRectF(box.right() - pad - side, box.center().y() - side / 2, side, side)
        self._look.icons.paint(painter, "down", colours.muted, place)
        left_out = column.field in (Field.IGNORE, Field.EXTRA)
        weight = QFont.Weight.Normal if left_out else QFont.Weight.DemiBold
        painter.setPen(QColor(colours.muted if left_out else colours.text))
        painter.setFont(theme.font(15, weight))
        room = box.adjusted(pad, 0, -2 * pad - side, 0)
        name = self._look.words.t(FIELD_NAMES[column.field])
        shown = theme.metrics(15, weight).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class ColumnList(LineList):
    """Arrows go from column to column; the space bar or a click on the box opens the choice of fields."""

    def __init__(self, look: Look, choose: Callable[[int, Field], None]) -> None:
        self._delegate = ColumnDelegate(look)
        super().__init__(look, look.words.t("Columns of the list"), self._delegate, self._delegate.height())
        self.setAccessibleDescription(look.words.t("The space bar opens the choice of fields, Enter goes on"))
        self.columns = Columns(look)
        self.setModel(self.columns)
        self._delegate.chosen.connect(choose)

    def open_choice(self, row: int) -> None:
        """Open the choice of fields of one column."""
        index = self.columns.index(row)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the choice of the present column."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in OPENS and plain and self.currentIndex().isValid():
            event.accept()
            self.open_choice(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the choice whose box was clicked."""
        super().mouseReleaseEvent(event)
        at: QPoint = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and self._delegate.box(self.visualRect(index)).contains(at):
            self.open_choice(index.row())
