"""The card of the projects: which stand in the brochure, what each agreed to, what is still lacking."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem

from eventdesk.people.consent import Consent
from eventdesk.reports.brochure.project import Lack
from eventdesk.words import Words, mark
from ui.look import Look
from ui.reports.flow.brochure_flow import ProjectLine
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.text import Text

LACKS = {
    Lack.PORTRAIT: mark("no portrait"),
    Lack.CONTACT_CONSENT: mark("contact may not be printed"),
    Lack.PHOTO_CONSENT: mark("picture may not be printed"),
    Lack.PICTURE: mark("no picture"),
    Lack.TOWN: mark("no town"),
}
AGREED = {Consent.CONTACT: mark("contact"), Consent.PHOTO: mark("picture")}


class Projects(QListWidget):
    """A tick before each; Enter and Space turn it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the tick by Enter, too."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            ticked = item.checkState() is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        else:
            super().keyPressEvent(event)


class ProjectsCard(Card):
    """`turned` says which projects are wanted, or not any more."""

    turned = Signal(object, bool)
    sought = Signal(str)

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Projects"), edges=(20, 14, 20, 16))
        self._lines: tuple[ProjectLine, ...] = ()
        self.count = Text("", "strong", wrap=True)
        self.search = QLineEdit()
        self.search.setProperty("kind", "form")
        self.search.setAccessibleName(words.t("Search"))
        self.search.setPlaceholderText(words.t("Project or theme"))
        self.search.textChanged.connect(lambda _text: self._show())
        self.list = Projects()
        self.list.setObjectName("projects")
        self.list.setAccessibleName(words.t("Projects of the brochure"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumSize(QSize(0, look.theme.text_px(260)))
        self.list.itemChanged.connect(self._on_changed)
        self.all, self.none = self.button(words.t("All of these")), self.button(words.t("None of these"))
        self.all.clicked.connect(lambda: self.turned.emit(self._seen(), True))
        self.none.clicked.connect(lambda: self.turned.emit(self._seen(), False))
        hint = words.t("Portraits, pictures and consents are written on the page of the fair, or come with its list.")
        for widget in (self.count, self.search):
            self.column.addWidget(widget)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(ButtonRow(look.theme.space(8), [self.all, self.none]))
        self.column.addWidget(Text(hint, "small", wrap=True))

    def show_projects(self, lines: Sequence[ProjectLine]) -> None:
        """Show how all projects are now."""
        words, chosen = self.look.words, sum(each.chosen for each in lines)
        self.count.setText(
            words.t("{chosen} of {count} projects are chosen", chosen=chosen, count=len(lines))
            if lines
            else words.t("There are no exhibitors, and so no projects.")
        )
        for button in (self.all, self.none):
            button.setEnabled(bool(lines))
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._show()

    def _seen(self) -> list[int]:
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
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
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
    missing = ", ".join(words.t(LACKS[each]) for each in line.lacks if each in (Lack.PORTRAIT, Lack.PICTURE, Lack.TOWN))
    return "\n".join((line.name, " · ".join(part for part in (said, missing) if part)))
