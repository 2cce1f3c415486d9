"""Below everything else about a person: all that is stored, for them to have; and erasing them for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.text import Text


class Privacy(QWidget):
    """Erasing is asked for twice, the second time with what it means."""

    about_asked = Signal()
    erase_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.about = Button(look, words.t("All that is stored …"), plain(colours), icon="file", size=14, high=36)
        self.erase = Button(look, words.t("Erase for good …"), plain(colours), size=14, high=36)
        self.question = Text("", "note", wrap=True)
        self.sure = Button(look, words.t("Erase for good"), primary(colours), size=14, high=36)
        self.keep = Button(look, words.t("Keep this person"), plain(colours), key=words.t("Esc"), size=14, high=36)
        self.about.clicked.connect(self.about_asked)
        self.erase.clicked.connect(self._ask)
        self.sure.clicked.connect(self.erase_asked)
        self.keep.clicked.connect(self.rest)
        self._deeds = ButtonRow(space(8), [self.about, self.erase])
        self._answers = ButtonRow(space(8), [self.sure, self.keep])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space(8), 0, 0)
        column.setSpacing(space(6))
        column.addWidget(Text(words.t("Their data"), "title", wrap=True))
        for widget in (self._deeds, self.question, self._answers):
            column.addWidget(widget)
        self._person, self._name = 0, ""
        self.rest()

    @property
    def is_known(self) -> bool:
        """Whether it is about somebody who is in the file."""
        return bool(self._person)

    def show_person(self, person: int, name: str) -> None:
        """Be about somebody; what was asked about somebody else is asked no more."""
        if (person, name) != (self._person, self._name):
            self._person, self._name = person, name
            self.rest()
        self.setVisible(self.is_known)

    def rest(self) -> None:
        """Ask nothing."""
        had = self.keep.hasFocus() or self.sure.hasFocus()
        self._show(asking=False)
        if had:
            self.erase.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps the person."""
        if event.key() == Qt.Key.Key_Escape and not self.question.isHidden():
            self.rest()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        words = self._look.words
        self.question.setText(
            words.t(
                "{name} is deleted with all scans, places and wishes, and in the journal. It cannot be undone. "
                "Backups and lists written before still hold this person.",
                name=self._name,
            )
        )
        self._show(asking=True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, asking: bool) -> None:
        self._deeds.setVisible(not asking)
        self.question.setVisible(asking)
        self._answers.setVisible(asking)
        (self._answers if asking else self._deeds).refit()
