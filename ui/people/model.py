"""The rows of the list: ids in order, and a bounded store of the people who were looked at last."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.people.columns import BY_KEY, Row, Speech, cells, heading

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
PAGE = 64
KEPT = 2048
"""So many people are kept; a screen shows fewer than a hundred."""


class PeopleModel(QAbstractTableModel):
    """Shows the people with these ids; asks for them a page at a time."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[Row]], speech: Speech, keys: Sequence[str]) -> None:
        super().__init__()
        self._fetch, self.speech = fetch, speech
        self._ids: Sequence[int] = ()
        self._keys = list(keys)
        self._rows: OrderedDict[int, Row] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """The ids of everybody in the list, in order."""
        return self._ids

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the columns."""
        return self._keys

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show other people."""
        shown = len(self._ids)
        if ids[:shown] == self._ids:
            if len(ids) > shown:
                self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
                self._ids = ids
                self.endInsertRows()
            return
        self.beginResetModel()
        self._ids = ids
        self.endResetModel()

    def show_columns(self, keys: Sequence[str]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._keys = list(keys)
        self.endResetModel()

    def forget(self, people: Iterable[int] | None = None) -> None:
        """Read these people anew when they are shown next; None means all."""
        if people is None:
            self._rows.clear()
        else:
            for person in people:
                self._rows.pop(person, None)
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._keys) - 1))

    def row(self, number: int) -> Row | None:
        """Return one row, with its neighbours fetched as well."""
        if not 0 <= number < len(self._ids):
            return None
        person = self._ids[number]
        if person not in self._rows:
            start = number // PAGE * PAGE
            wanted = [each for each in self._ids[start : start + PAGE] if each not in self._rows]
            self._rows.update((row.person.id, row) for row in self._fetch(wanted))
            while len(self._rows) > KEPT:
                self._rows.popitem(last=False)
        return self._rows.get(person)

    def place(self, person: int) -> int:
        """Return the row of a person, -1 if they are not in the list."""
        try:
            return self._ids.index(person)
        except ValueError:
            return -1

    def texts(self, number: int) -> list[str]:
        """Return what stands in all columns of a row."""
        row = self.row(number)
        return cells(row, self._keys, self.speech) if row else [""] * len(self._keys)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the person, or the text of a cell."""
        if role == ROW:
            return self.row(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            return BY_KEY[self._keys[index.column()]].text(row, self.speech) if row else ""
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heading(self.speech.words, self._keys[section])
        return None
