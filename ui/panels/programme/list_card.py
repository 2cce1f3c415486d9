"""All sessions as a list with a search: for the keyboard, and for screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.search_field import SearchField
from ui.widgets.segments import Segments
from ui.widgets.text import Text


@dataclass(frozen=True)
class Row:
    """One session: what is said of it, whether it has a place, what it is found by."""

    session: int
    spoken: str
    placed: bool
    found_by: str


class SessionList(QListWidget):
    """Choosing one chooses the session; Enter goes to its card, M carries, Space fixes, Del takes it off the grid."""

    entered = Signal()
    lifted = Signal()
    settled = Signal()
    freed = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the grid does with the same keys."""
        deeds = {
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_M: self.lifted,
            Qt.Key.Key_Space: self.settled,
            Qt.Key.Key_Delete: self.freed,
            Qt.Key.Key_Escape: self.left,
        }
        if event.key() in deeds:
            deeds[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field."""


class ListCard(QFrame):
    """All sessions, or those without a place."""

    turned = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._look, self._rows = look, list[Row]()
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Sessions"))
        self.field = SearchField()
        self.field.setProperty("kind", "form")
        self.field.setAccessibleName(words.t("Search"))
        self.field.setPlaceholderText(words.t("Session, room or name"))
        self.field.setToolTip(key_of(words, ActionId.SEARCH, PageId.PANELS))
        self.which = Segments(look, [words.t("All"), words.t("No place")], 0, words.t("Which sessions"))
        self.list = SessionList()
        self.list.setObjectName("badgelist")
        self.list.setAccessibleName(words.t("Sessions"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(look.theme.text_px(140))
        self.count = Text("", "small")
        self.close_button = Button(
            look, words.t("Back"), plain(look.theme.colours), key=words.t("Esc"), size=14, high=34
        )
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(14), space(14), space(14), space(12))
        column.setSpacing(space(8))
        for widget in (self.field, self.which):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.field.textChanged.connect(lambda _text: self._show())
        self.field.entered.connect(self._into_list)
        self.field.left.connect(self.left)
        self.which.chosen.connect(lambda _at: self._show())
        self.list.itemSelectionChanged.connect(lambda: self.turned.emit(self.chosen()))
        self.list.left.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.close_button.clicked.connect(self.left)

    def chosen(self) -> int | None:
        """Return the chosen session."""
        items = self.list.selectedItems()
        return int(items[0].data(Qt.ItemDataRole.UserRole)) if items else None

    def show_rows(self, rows: Sequence[Row], chosen: int | None) -> None:
        """Show how everything is now."""
        if list(rows) != self._rows:
            self._rows = list(rows)
            self._show(chosen)
        elif chosen != self.chosen():
            self._choose(chosen)

    def take_focus(self) -> None:
        """Begin in the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show(self, chosen: int | None = None) -> None:
        chosen = chosen if chosen is not None else self.chosen()
        wanted, at = self.field.text().casefold().split(), self.which.at()
        kept = [
            row for row in self._rows if (at == 0 or not row.placed) and all(each in row.found_by for each in wanted)
        ]
        self.list.blockSignals(True)
        self.list.clear()
        for row in kept:
            item = QListWidgetItem(row.spoken)
            item.setData(Qt.ItemDataRole.UserRole, row.session)
            item.setToolTip(row.spoken)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._choose(chosen)
        self.count.setText(self._look.words.n("One session", "{count} sessions", len(kept)))

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
            self.turned.emit(self.chosen())
