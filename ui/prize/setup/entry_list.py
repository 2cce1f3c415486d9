"""What can be voted for, with a tick each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from eventdesk.prize.poll import NewEntry
from ui.look import Look

ENTRY = Qt.ItemDataRole.UserRole
LEAST_LINES = 7


class EntryList(QListView):
    """Space ticks. Enter and Esc belong to the form."""

    counted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("members")
        self.setAccessibleName(look.words.t("What can be voted for"))
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(lambda _item: self.counted.emit(self.ticked()))
        self.setModel(self._model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(look.theme.space(34) * LEAST_LINES)

    def show_entries(self, entries: Sequence[tuple[NewEntry, bool]]) -> None:
        """Show what there is, ticked or not."""
        self._model.blockSignals(True)
        self._model.clear()
        for entry, chosen in entries:
            self._model.appendRow(self._item(entry, chosen=chosen))
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        self.counted.emit(self.ticked())

    def add(self, entry: NewEntry) -> None:
        """Add something at the end, ticked, and show it."""
        self._model.appendRow(self._item(entry, chosen=True))
        self.scrollToBottom()
        self.counted.emit(self.ticked())

    def tick_all(self, *, ticked: bool) -> None:
        """Tick everything, or nothing."""
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(self._model.rowCount()):
            self._model.item(row).setCheckState(state)

    def chosen(self) -> list[NewEntry]:
        """Return what is ticked, in its order."""
        items = (self._model.item(row) for row in range(self._model.rowCount()))
        return [item.data(ENTRY) for item in items if item.checkState() is not Qt.CheckState.Unchecked]

    def ticked(self) -> int:
        """Return how many are ticked."""
        return len(self.chosen())

    def _item(self, entry: NewEntry, *, chosen: bool) -> QStandardItem:
        text = entry.name if entry.number is None else f"{entry.number} · {entry.name}"
        item = QStandardItem(text)
        item.setToolTip(text)
        item.setData(entry, ENTRY)
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        return item
