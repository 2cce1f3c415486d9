"""The card that finishes the event: what would be deleted, and the title that has to be typed before."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from ui.look import Look
from ui.reports.flow.ending_flow import Doomed
from ui.widgets.button import Button, primary
from ui.widgets.card import Card
from ui.widgets.field import Field, Note
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

MOST_ROWS = 5


class FinishCard(Card):
    """First it is looked what there is, then somebody types the title, then it is done."""

    looked = Signal()
    confirmed = Signal()
    left = Signal()

    def __init__(self, look: Look, title: str) -> None:
        words, space, colours = look.words, look.theme.space, look.theme.colours
        sentence = words.t(
            "When everything is written and nobody has to be asked any more: all people, and what happened with them, "
            "are deleted for good. Figures, results, plans and programme stay."
        )
        super().__init__(look, words.t("Finish the event"), sentence, edges=(20, 14, 20, 16))
        self._title = title
        self.people = Text("", "strong", wrap=True)
        self.folder = Text("", "", wrap=True)
        self.about_files = Text(words.t("These files of this computer are deleted, too:"), "", wrap=True)
        self.files = QListWidget()
        self.files.setObjectName("projects")
        self.files.setAccessibleName(words.t("Files that are deleted"))
        self.files.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.files.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.elsewhere = Text(
            words.t("Please think of copies that eventdesk does not know: on sticks, in mails, on paper."),
            "small",
            wrap=True,
        )
        asked = words.t("It cannot be undone. To go on, type the title of the event: {title}", title=title)
        self.ask = Text(asked, "danger", wrap=True)
        self.typed = Field(look, words.t("Title of the event"), self._check, longest=400, puts_back=False)
        self.typed.edit.setProperty("kind", "form")
        self.look_button = self.button(words.t("See what would be deleted …"))
        self.delete = Button(look, words.t("Delete all people for good"), primary(colours), size=14, high=38)
        self.leave = self.button(words.t("Back"), key=words.t("Esc"))
        self.look_button.clicked.connect(self.looked)
        self.delete.clicked.connect(self._confirm)
        self.leave.clicked.connect(self.left)
        self.typed.edit.textChanged.connect(lambda _text: self._show_able())
        self._asked = (
            self.people,
            self.folder,
            self.about_files,
            self.files,
            self.elsewhere,
            self.ask,
            self.typed,
        )
        for widget in self._asked:
            self.column.addWidget(widget)
        self._buttons = Wrapping(space(8), [self.look_button, self.delete, self.leave])
        self.column.addWidget(self._buttons)
        self.rest()

    @property
    def asking(self) -> bool:
        """Whether it waits for the title."""
        return not self.ask.isHidden()

    def rest(self) -> None:
        """Ask nothing."""
        self.typed.edit.clear()
        self._show_asking(asking=False)

    def show_finished(self, sentence: str) -> None:
        """Say that the event is finished: there is nothing left to delete."""
        self.rest()
        self.people.setText(sentence)
        self.people.show()
        self._buttons.hide()

    def show_doomed(self, doomed: Doomed, folder: Path) -> None:
        """Show what would be deleted, and ask for the title."""
        words = self.look.words
        self.people.setText(
            words.n("One person would be deleted, for good, with their scans, places and journal.",
                    "{count} people would be deleted, for good, with their scans, places and journal.", doomed.people)
        )  # fmt: skip
        self.folder.setText(words.t("Before that, figures and results are written into {folder}", folder=folder))
        self.files.clear()
        for path in doomed.left.backups:
            self._add(path, words.t("backup"), ticked=True)
        for each in doomed.left.outputs:
            said = words.t("written by eventdesk") if each.untouched else words.t("changed since eventdesk wrote it")
            self._add(each.path, said, ticked=each.untouched)
        self._show_asking(asking=True)
        row = self.files.sizeHintForRow(0) + 2
        self.files.setFixedHeight(max(row, 40) * min(MOST_ROWS, max(1, self.files.count())) + self.look.theme.space(18))
        self.about_files.setVisible(self.files.count() > 0)
        self.files.setVisible(self.files.count() > 0)
        self.typed.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def doomed_files(self) -> list[Path]:
        """Return the files that are ticked."""
        items = [self.files.item(at) for at in range(self.files.count())]
        return [
            Path(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        ]

    def _add(self, path: Path, said: str, *, ticked: bool) -> None:
        item = QListWidgetItem(f"{path.name} · {said}\n{path.parent}")
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        item.setToolTip(str(path))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.files.addItem(item)

    def _show_asking(self, *, asking: bool) -> None:
        for widget in (*self._asked, self.delete, self.leave):
            widget.setVisible(asking)
        self.look_button.setVisible(not asking)
        self._show_able()
        self._buttons.place()
        self._buttons.updateGeometry()

    def _is_right(self) -> bool:
        return _plain(self.typed.text()) == _plain(self._title)

    def _show_able(self) -> None:
        self.delete.setEnabled(self._is_right())

    def _check(self, _text: str) -> Note:
        return Note()

    def _confirm(self) -> None:
        if self._is_right():
            self.confirmed.emit()


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
