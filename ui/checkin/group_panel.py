"""A group that comes together: everybody ticked, whoever is missing is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.checkin.panel import Panel
from ui.look import Look

PERSON = Qt.ItemDataRole.UserRole
_OFF = Qt.CheckState.Unchecked


@dataclass(frozen=True)
class Member:
    """One of the group. Who is in already cannot be ticked; `remark` says so."""

    person: int
    name: str
    remark: str
    inside: bool


class Members(QListView):
    """Space ticks; Enter and Esc belong to the panel."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and Esc to the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)


class GroupPanel(Panel):
    """The members of one group with a tick each."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "group", "", "")
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(lambda _item: self._count())
        self.members = Members()
        self.members.setObjectName("members")
        self.members.setModel(self._model)
        self.members.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.members.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.members.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.members.setAccessibleName(look.words.t("Members of the group"))
        self.lead.setText(look.words.t("Everybody with a tick is taken in. Space takes a tick away."))
        self.body.addWidget(self.members, 1)

    def start(self, group: str, members: Sequence[Member]) -> None:
        """Show a group, everybody ticked who is not in yet."""
        self.heading.setText(group)
        self._model.blockSignals(True)
        self._model.clear()
        for member in members:
            item = QStandardItem(" · ".join(part for part in (member.name, member.remark) if part))
            item.setData(member.person, PERSON)
            item.setEnabled(not member.inside)
            item.setCheckable(True)
            item.setCheckState(Qt.CheckState.Unchecked if member.inside else Qt.CheckState.Checked)
            self._model.appendRow(item)
        self._model.blockSignals(False)
        self._model.layoutChanged.emit()
        first = next((item for item in self._open_items()), None)
        self.members.setCurrentIndex(first.index() if first else self._model.index(0, 0))
        self.members.setFocus(Qt.FocusReason.OtherFocusReason)
        self._count()

    def left_out(self) -> frozenset[int]:
        """Return the ids of all without a tick: who is missing, and who is in already."""
        return frozenset(item.data(PERSON) for item in self._items() if item.checkState() is _OFF)

    def ticked(self) -> int:
        """Return how many will be taken in."""
        return sum(item.checkState() is not _OFF for item in self._open_items())

    def _items(self) -> list[QStandardItem]:
        return [self._model.item(row) for row in range(self._model.rowCount())]

    def _open_items(self) -> list[QStandardItem]:
        return [item for item in self._items() if item.isEnabled()]

    def _count(self) -> None:
        words, count = self.look.words, self.ticked()
        text = words.n("Take in one person", "Take in {count} people", count)
        self.do_button.say(text)
        self.do_button.setEnabled(count > 0)
