"""The first rows of a list as a table: one look tells whether letters and columns are right."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView

from eventdesk.tables.table import Table
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
ROWS = 50
MEASURED = 12
WIDEST = 260
LEAST_ROWS = 3


class FirstRows(QAbstractTableModel):
    """The head of one sheet."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Table | None = None

    def show_sheet(self, sheet: Table | None) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are shown."""
        return 0 if parent.isValid() or self._sheet is None else min(ROWS, len(self._sheet.rows))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns the list has."""
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell, on one line."""
        if self._sheet is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return " ".join(self._sheet.rows[index.row()][index.column()].split())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column, or the line of a row in the file."""
        if self._sheet is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        horizontal = orientation is Qt.Orientation.Horizontal
        return self._sheet.header[section] if horizontal else str(self._sheet.lines[section])


class Preview(QTableView):
    """Scrolls both ways; nothing in it can be changed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._rows = look, FirstRows()
        theme = look.theme
        self.setObjectName("preview")
        self.setModel(self._rows)
        self.setAccessibleName(look.words.t("First rows of the list"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        high = theme.metrics(14).height() + theme.space(10)
        self.verticalHeader().setDefaultSectionSize(high)
        self.verticalHeader().setMinimumSectionSize(high)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight((LEAST_ROWS + 1) * high + theme.space(14))

    def show_sheet(self, sheet: Table | None) -> None:
        """Show the first rows of a sheet."""
        self._rows.show_sheet(sheet)
        if sheet is None:
            return
        theme = self._look.theme
        bold, plain = theme.metrics(13, QFont.Weight.DemiBold), theme.metrics(14)
        for at, name in enumerate(sheet.header):
            cells = (plain.horizontalAdvance(row[at][:60]) for row in sheet.rows[:MEASURED])
            wide = max(bold.horizontalAdvance(name), *cells, 0) + theme.space(24)
            self.setColumnWidth(at, min(wide, round(WIDEST * theme.scale)))
