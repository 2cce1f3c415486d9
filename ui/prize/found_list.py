"""The list under a field: what was found, of which the arrows choose one and Enter takes it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.look import Look

WHICH = Qt.ItemDataRole.UserRole


class FoundList(QListView):
    """Never takes the focus: the field above has the keys."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName("prizefound")
        self.setAccessibleName(name)
        self._model = QStandardItemModel()
        self.setModel(self._model)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(WHICH)))

    def show_lines(self, lines: Sequence[tuple[int, str]], *, sure: bool) -> None:
        """Show what was found, best first; the first one is chosen if it is `sure` that it is meant."""
        self._model.clear()
        for which, text in lines:
            item = QStandardItem(text)
            item.setToolTip(text)
            item.setData(which, WHICH)
            self._model.appendRow(item)
        self.setCurrentIndex(self._model.index(0, 0) if lines and sure else QModelIndex())

    def lines(self) -> list[str]:
        """Return what is listed."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    def move_choice(self, by: int) -> None:
        """Move the choice up or down."""
        last = self._model.rowCount() - 1
        if last >= 0:
            at = self.currentIndex().row()
            self.setCurrentIndex(self._model.index(max(0, min(last, at + by)), 0))

    def current(self) -> int | None:
        """Return what is chosen."""
        index = self.currentIndex()
        return index.data(WHICH) if index.isValid() else None
