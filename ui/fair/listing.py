"""Everything of the plan as a table, for the keyboard and for screen readers: who, on which booth, how it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.fair.tools import Carrier
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """One line: an exhibitor with their booths, or a booth at which nobody stands. `colour` is that of the theme."""

    exhibitor: int | None
    booth: int | None
    name: str
    number: str
    state: str
    colour: str = ""
    found_by: str = ""

    @property
    def key(self) -> tuple[int | None, int | None]:
        """What tells this line from the others."""
        return (self.exhibitor, None) if self.exhibitor is not None else (None, self.booth)


class FairModel(QAbstractTableModel):
    """Rows of three columns."""

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self._heads = heads
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row = self.rows[index.row()]
            return (row.name, row.number, row.state)[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None


class FairDelegate(QStyledItemDelegate):
    """Draws a cell: the name strong with the colour of the theme before it, what is less important muted."""

    def __init__(self, look: Look, model: FairModel) -> None:
        super().__init__()
        self._look, self._model = look, model

    def height(self) -> int:
        """Return the height of every row."""
        return self._look.theme.metrics(14).height() + self._look.theme.space(14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme, colours = self._look.theme, self._look.theme.colours
        row, place = self._model.rows[index.row()], QRect(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, QColor(colours.soft if selected else colours.card))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(colours.line))
        room = place.adjusted(theme.space(8), 0, -theme.space(4), 0)
        text = (row.name, row.number, row.state)[index.column()]
        weight = QFont.Weight.Normal
        if index.column() == 0:
            if selected:
                painter.fillRect(place.left(), place.top(), theme.space(3), place.height(), QColor(colours.accent))
            if row.colour:
                side = theme.space(10)
                painter.fillRect(room.left(), room.center().y() - side // 2, side, side, QColor(row.colour))
                room.setLeft(room.left() + side + theme.space(7))
            weight = QFont.Weight.DemiBold if row.exhibitor is not None else QFont.Weight.Normal
        painter.setFont(theme.font(14, weight))
        painter.setPen(QColor(colours.text if index.column() < 2 and row.exhibitor is not None else colours.muted))
        shown = theme.metrics(14, weight).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class FairTable(QTableView):
    """Choosing a row chooses the booth; Enter goes to its card; a row is carried onto the plan by the mouse."""

    turned = Signal(object)
    entered = Signal()
    settled = Signal()
    freed = Signal()
    left = Signal()

    def __init__(self, look: Look, carrier: Carrier) -> None:
        super().__init__()
        self._look, self._carrier = look, carrier
        words = look.words
        self.rows_model = FairModel([words.t("Exhibitor"), words.t("Booth"), words.t("State")])
        self._delegate = FairDelegate(look, self.rows_model)
        self._pressed: QPoint | None = None
        self._quiet = False
        self.setObjectName("everybody")
        self.setModel(self.rows_model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(words.t("Exhibitors and booths"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(look.theme.text_px(40))
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 74), (2, 92)):
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(section, look.theme.text_px(width))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    def show_rows(self, rows: Sequence[Row], chosen: tuple[int | None, int | None] | None) -> None:
        """Show other rows; what was chosen stays chosen."""
        if list(rows) != self.rows_model.rows:
            top = self.verticalScrollBar().value()
            self._quiet = True
            self.rows_model.show_rows(rows)
            self._quiet = False
            self.verticalScrollBar().setValue(top)
        self.choose(chosen)

    def show_booths(self, *, shown: bool) -> None:
        """Show the column of the booths, or leave its room to the names."""
        self.setColumnHidden(1, not shown)

    def choose(self, chosen: tuple[int | None, int | None] | None) -> None:
        """Choose a row without telling."""
        at = next((number for number, row in enumerate(self.rows_model.rows) if row.key == chosen), -1)
        self._quiet = True
        if at >= 0:
            if self.currentIndex().row() != at:
                self.setCurrentIndex(self.rows_model.index(at, 0))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def row(self) -> Row | None:
        """Return the chosen row."""
        at = self.currentIndex().row()
        return self.rows_model.rows[at] if 0 <= at < len(self.rows_model.rows) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and be ready to carry."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry who was taken hold of."""
        on_screen = event.globalPosition().toPoint()
        if self._carrier.carrying:
            self._carrier.carry(on_screen)
            return
        row = self.row()
        if self._pressed is None or row is None or row.exhibitor is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._carrier.lift(row.exhibitor, on_screen)
            self._carrier.carry(on_screen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put them down."""
        self._pressed = None
        if self._carrier.carrying:
            self._carrier.put_down(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the card, Space pins, Del frees, Esc leaves; the rest moves in the list."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._carrier.carrying:
            self._carrier.drop()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Space:
            self.settled.emit()
        elif key == Qt.Key.Key_Delete:
            self.freed.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field."""

    def _on_current(self, index: Index) -> None:
        if not self._quiet and index.isValid():
            self.turned.emit(self.rows_model.rows[index.row()])
