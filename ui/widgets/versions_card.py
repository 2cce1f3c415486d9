"""The card of versions that were kept: by name and time, what differs from today, and going back to one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.change_list import FIRST, ChangeLine, ChangeList
from ui.widgets.field import QuickField
from ui.widgets.text import Text


@dataclass(frozen=True)
class VersionLine:
    """One version that was kept: its row id, what it is called, how good it is."""

    id: int
    title: str
    line: str


@dataclass(frozen=True)
class VersionsSay:
    """What the card calls what it keeps: its title, an example of a name, how to keep one, that there is none yet.

    `same` is said of a version that is as today's.
    """

    title: str
    example: str
    keep: str
    none: str
    same: str


class VersionsCard(QFrame):
    """Choosing one asks to show it."""

    turned = Signal(object)
    kept = Signal(str)
    restored = Signal(object)
    left = Signal()
    change_turned = Signal(object)

    def __init__(self, look: Look, say: VersionsSay) -> None:
        super().__init__()
        self._look, self._say = look, say
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(say.title)
        self.name = QuickField(
            look,
            words.t("Name of the version"),
            hint=say.example,
            longest=60,
            puts_back=False,
        )
        self.name.edit.setProperty("kind", "form")
        self.keep = Button(look, say.keep, plain(colours), size=14, high=36)
        self.keep.clicked.connect(lambda: self._keep(self.name.text().strip()))
        self.name.entered.connect(self.kept)
        self.list = QListWidget()
        self.list.setObjectName("badgelist")
        self.list.setAccessibleName(say.title)
        self.list.setMinimumHeight(look.theme.text_px(110))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemSelectionChanged.connect(lambda: self.turned.emit(self.chosen()))
        self.none = Text(say.none, "muted", wrap=True)
        self.said = Text("", "strong", wrap=True)
        self.changes = ChangeList(look)
        self.changes.turned.connect(self.change_turned)
        self.back_to = Button(look, words.t("Go back to it"), primary(colours), size=14, high=36)
        self.back_to.clicked.connect(lambda: self.restored.emit(self.chosen()))
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=36)
        self.leave.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        for widget in (
            Text(say.title, "title", wrap=True),
            self.list,
            self.none,
            self.said,
            self.changes,
        ):
            column.addWidget(widget, FIRST if widget is self.changes else 0)
        self._deeds = ButtonRow(space(8), [self.back_to, self.leave])
        column.addWidget(self._deeds)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        column.addWidget(rule)
        column.addWidget(self.name)
        column.addWidget(self.keep)
        column.addStretch(1)

    def forget(self) -> None:
        """Choose none."""
        self.list.setCurrentRow(-1)

    def chosen(self) -> int | None:
        """Return the chosen version."""
        chosen = self.list.selectedItems()
        return int(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else None

    def show_versions(self, lines: Sequence[VersionLine]) -> None:
        """Show what was kept; the chosen one stays chosen."""
        chosen = self.chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.title} · {line.line}" if line.line else line.title)
            item.setData(Qt.ItemDataRole.UserRole, line.id)
            item.setToolTip(item.text())
            self.list.addItem(item)
            if line.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.list.setVisible(bool(lines))
        self.none.setVisible(not lines)

    def show_changes(self, lines: Sequence[ChangeLine] | None) -> None:
        """Show in what the chosen version differs from today; None: none is chosen."""
        words = self._look.words
        self.said.setVisible(lines is not None)
        self.changes.setVisible(bool(lines))
        self.changes.show_changes(lines or ())
        self.back_to.setVisible(bool(lines))
        self._deeds.refit()
        if lines is not None:
            changes = words.n("Going back: one change", "Going back: {count} changes", len(lines))
            self.said.setText(changes if lines else self._say.same)

    def take_focus(self) -> None:
        """Begin in the list."""
        (self.list if self.list.isVisible() else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, name: str) -> None:
        self.name.edit.clear()
        self.kept.emit(name)
