"""The card of the projects: which stand in the brochure, what each agreed to, what is still lacking."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem

from eventdesk.people.consent import Consent
from eventdesk.words import Words, mark
from ui.look import Look
from ui.reports.brochure.lacking import lacking
from ui.reports.flow.brochure_flow import ProjectLine
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.text import Text

AGREED = {Consent.CONTACT: mark("contact"), Consent.PHOTO: mark("picture")}


class Projects(QListWidget):
    """A tick before each, turned by a click on it or by Space; a click beside it, or Enter, opens the project."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._turned = False
        self.itemChanged.connect(self._on_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the project by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentItem())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the project, unless its tick was turned."""
        self._turned = False
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        if not self._turned and event.button() is Qt.MouseButton.LeftButton and self.rect().contains(place):
            self._open(self.itemAt(place))

    def _on_changed(self, _item: QListWidgetItem) -> None:
        self._turned = True

    def _open(self, item: QListWidgetItem | None) -> None:
        project = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if project is not None:
            self.opened.emit(int(project))


class ProjectsCard(Card):
    """`turned` says which projects are wanted, or not any more; `opened` which one is to be described."""

    turned = Signal(object, bool)
    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Projects"), edges=(20, 14, 20, 16))
        self._lines: tuple[ProjectLine, ...] = ()
        self._closed = False
        self.count = Text("", "strong", wrap=True)
        self.search = QLineEdit()
        self.search.setProperty("kind", "form")
        self.search.setAccessibleName(words.t("Search"))
        self.search.setPlaceholderText(words.t("Project or theme"))
        self.search.textChanged.connect(lambda _text: self._show())
        self.search.returnPressed.connect(self.into_list)
        self.list = Projects()
        self.list.setObjectName("projects")
        self.list.setAccessibleName(words.t("Projects of the brochure"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumSize(QSize(0, look.theme.text_px(260)))
        self.list.itemChanged.connect(self._on_changed)
        self.list.opened.connect(self.opened)
        self.all, self.none = self.button(words.t("All of these")), self.button(words.t("None of these"))
        self.all.clicked.connect(lambda: self.turned.emit(self.seen(), True))
        self.none.clicked.connect(lambda: self.turned.emit(self.seen(), False))
        hint = words.t("Click a project or press Enter to write its portrait, contact and picture. Space ticks it.")
        for widget in (self.count, self.search):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(ButtonRow(look.theme.space(8), [self.all, self.none]))
        self.column.addWidget(Text(hint, "small", wrap=True))

    def into_list(self) -> None:
        """Go on to the list."""
        seen = [at for at in range(self.list.count()) if self.list.item(at).data(Qt.ItemDataRole.UserRole) is not None]
        if seen:
            if self.list.currentRow() not in seen:
                self.list.setCurrentRow(seen[0])
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring(self, project: int) -> None:
        """Make a project the one that the keys begin with, where it is listed."""
        if project in self.seen():
            at = next(
                at for at in range(self.list.count()) if self.list.item(at).data(Qt.ItemDataRole.UserRole) == project
            )
            self.list.setCurrentRow(at)

    def show_projects(self, lines: Sequence[ProjectLine], *, closed: bool = False) -> None:
        """Show how all projects are now; none can be turned if the file is `closed`."""
        words, chosen = self.look.words, sum(each.chosen for each in lines)
        self.count.setText(
            words.t("{chosen} of {count} projects are chosen", chosen=chosen, count=len(lines))
            if lines
            else words.t("There are no exhibitors, and so no projects.")
        )
        for button in (self.all, self.none):
            button.setEnabled(bool(lines) and not closed)
        if (tuple(lines), closed) != (self._lines, self._closed):
            self._lines, self._closed = tuple(lines), closed
            self._show()

    def seen(self) -> list[int]:
        """Return the projects that are listed, in their order."""
        found = (self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count()))
        return [int(each) for each in found if each is not None]

    def _heading(self, theme: str) -> QListWidgetItem:
        item = QListWidgetItem(theme)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(self.look.theme.font(13, QFont.Weight.DemiBold))
        return item

    def _show(self) -> None:
        wanted, words = self.search.text().casefold().split(), self.look.words
        current, place = self.list.currentRow(), self.list.verticalScrollBar().value()
        self.list.blockSignals(True)
        self.list.clear()
        theme = None
        for line in self._lines:
            if all(each in f"{line.name} {line.theme}".casefold() for each in wanted):
                if line.theme != theme:
                    theme = line.theme
                    self.list.addItem(self._heading(theme or words.t("Without a theme")))
                item = QListWidgetItem(_text(words, line))
                item.setToolTip(f"{item.text()}\n{line.theme}".strip())
                item.setData(Qt.ItemDataRole.UserRole, line.id)
                checkable = Qt.ItemFlag.NoItemFlags if self._closed else Qt.ItemFlag.ItemIsUserCheckable
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | checkable)
                item.setCheckState(Qt.CheckState.Checked if line.chosen else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        if 0 <= current < self.list.count():
            self.list.setCurrentRow(current)
        self.list.verticalScrollBar().setValue(place)
        self.list.blockSignals(False)

    def _on_changed(self, item: QListWidgetItem) -> None:
        wanted = item.checkState() is Qt.CheckState.Checked
        self.turned.emit([int(item.data(Qt.ItemDataRole.UserRole))], wanted)


def _text(words: Words, line: ProjectLine) -> str:
    agreed = [words.t(name) for consent, name in AGREED.items() if consent in line.consents]
    said = words.t("agreed to: {what}", what=", ".join(agreed)) if agreed else words.t("agreed to nothing yet")
    missing = lacking(words, line.lacks)
    return "\n".join((line.name, " · ".join(part for part in (said, missing) if part)))
