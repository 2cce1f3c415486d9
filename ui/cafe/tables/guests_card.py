"""The people of the café as a list with a search: who waits for a table, who has not come, everybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout

from ui.actions import ActionId, PageId, key_of
from ui.cafe.hall.carrying import Carrying
from ui.look import Look
from ui.widgets.carried_list import CarriedList
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Segments
from ui.widgets.text import Text

MOST_SHOWN = 300
"""So many lines are shown at a time; a search finds the others."""


class Which(IntEnum):
    """Whom the list shows."""

    WAITING = 0
    ABSENT = 1
    ALL = 2


@dataclass(frozen=True)
class Row:
    """Somebody: what is said of them, what they are found by, and in which of the lists they are."""

    person: int
    text: str
    found_by: str
    waiting: bool = False
    absent: bool = False


class GuestList(CarriedList):
    """Choosing one chooses the person; Enter goes to the card, M begins to carry, as the mouse does."""

    turned = Signal(object)
    entered = Signal(object)
    lifted = Signal(object)
    left = Signal()

    def __init__(self, look: Look, carrying: Carrying) -> None:
        super().__init__(carrying)
        self.setAccessibleName(look.words.t("People"))
        self.setWordWrap(True)
        self.setMinimumHeight(look.theme.text_px(96))
        self.itemSelectionChanged.connect(self._on_turned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the card; M carries; Esc goes back to the search."""
        person = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and person is not None:
            self.entered.emit(person)
        elif event.key() == Qt.Key.Key_M and person is not None:
            self.lifted.emit(person)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field."""

    def _on_turned(self) -> None:
        person = self.chosen()
        if person is not None:
            self.turned.emit(person)


class GuestsCard(QFrame):
    """Begins with those who need something: who waits, then who has not come."""

    turned = Signal(object)
    entered = Signal(object)
    lifted = Signal(object)
    left = Signal()

    def __init__(self, look: Look, carrying: Carrying) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._look = look
        self._rows: Sequence[Row] = ()
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("People"))
        self.field = SearchField()
        self.field.setProperty("kind", "form")
        self.field.setAccessibleName(words.t("Search"))
        self.field.setPlaceholderText(words.t("Name, organisation or table"))
        self.field.setToolTip(key_of(words, ActionId.SEARCH, PageId.CAFE))
        names = [words.t("Wait"), words.t("Absent"), words.t("All")]
        self.which = Segments(look, names, Which.ALL, words.t("Which people"))
        self.list = GuestList(look, carrying)
        self.count = Text("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(14), space(12), space(14), space(10))
        column.setSpacing(space(6))
        for widget in (self.which, self.field):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        carrying.tray = self
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.entered.connect(self._into_list)
        self.field.left.connect(self.left)
        self.which.chosen.connect(lambda _at: self._show())
        self.list.turned.connect(self.turned)
        self.list.entered.connect(self.entered)
        self.list.lifted.connect(self.lifted)
        self.list.left.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_rows(self, rows: Sequence[Row], chosen: int | None) -> None:
        """Show how everything is now; the first time those who need something."""
        if rows is self._rows:
            if chosen != self.list.chosen():
                self._choose(chosen)
            return
        before, after = (any(row.waiting for row in each) for each in (self._rows, rows))
        first, self._rows = not self._rows, rows
        if before and not after and self.which.at() == Which.WAITING:
            self.which.choose(Which.ALL)
        elif after and (first or not before) and not self.field.text() and not self._is_used():
            self.which.choose(Which.WAITING)
        self._show(chosen)

    def show_which(self, which: Which) -> None:
        """Show one of the lists."""
        self.which.choose(which)
        self._show()

    def take_focus(self) -> None:
        """Begin in the search field, among all people."""
        self.show_which(Which.ALL)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def shown(self) -> list[int]:
        """Return the people in the list now."""
        return [int(self.list.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.list.count())]

    def _is_used(self) -> bool:
        return self.field.hasFocus() or self.list.hasFocus()

    def _show(self, chosen: int | None = None) -> None:
        words = self._look.words
        chosen = chosen if chosen is not None else self.list.chosen()
        wanted, which = self.field.text().casefold().split(), self.which.at()
        listed = [
            row for row in self._rows if (which == Which.ALL or (row.waiting if which == Which.WAITING else row.absent))
        ]
        kept = [row for row in listed if all(each in row.found_by for each in wanted)]
        self.list.blockSignals(True)
        self.list.clear()
        for row in kept[:MOST_SHOWN]:
            item = QListWidgetItem(row.text)
            item.setData(Qt.ItemDataRole.UserRole, row.person)
            item.setToolTip(row.text)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._choose(chosen)
        if len(kept) > MOST_SHOWN:
            self.count.setText(words.t("{count} people, the first {most} of them", count=len(kept), most=MOST_SHOWN))
        elif not kept and not wanted and which == Which.WAITING:
            self.count.setText(words.t("Nobody waits for a table."))
        elif not kept and not wanted and which == Which.ABSENT:
            self.count.setText(words.t("Nobody with a table is missing."))
        else:
            self.count.setText(words.n("One person", "{count} people", len(kept)))

    def _choose(self, chosen: int | None) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        for at in range(self.list.count()):
            item = self.list.item(at)
            if item.data(Qt.ItemDataRole.UserRole) == chosen:
                self.list.setCurrentRow(at)
        self.list.blockSignals(False)

    def _into_list(self) -> None:
        if self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.selectedItems():
                self.list.setCurrentRow(0)
