"""The panel for a new, empty event: title, first day, venue, and where the file will lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from eventdesk import starting
from eventdesk.details import Detail, WrongDetailError, understood
from eventdesk.event import EventDetails
from ui.look import Look
from ui.moments import moment_text, trouble_sentence
from ui.start.newcomer import NewEvent
from ui.widgets.button import Button, plain, primary
from ui.widgets.field import Field, Note
from ui.widgets.text import ElidedText, Text

ROOM = 4000
"""Fields have room for more than is taken, so that what is too long is told and never cut."""


class NewPanel(QFrame):
    """Enter makes the event, Esc goes back; a title is enough."""

    made = Signal(NewEvent)
    left = Signal()
    place_asked = Signal(Path)

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look, self._folder, self._chosen = look, folder, Path()
        words, theme = look.words, look.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(24), theme.space(18), theme.space(24), theme.space(20))
        column.setSpacing(theme.space(6))
        column.addWidget(Text(words.t("New event"), "heading", wrap=True))
        self.title = Field(look, words.t("Title"), self._check_title, longest=ROOM, puts_back=False)
        self.day = Field(
            look,
            words.t("First day"),
            self._check_day,
            longest=ROOM,
            puts_back=False,
            hint=words.t("like 6.3.2027 9:00"),
        )
        self.venue = Field(look, words.t("Venue"), self._check_venue, longest=ROOM, puts_back=False)
        for name, field in (
            (words.t("Title"), self.title),
            (words.t("First day (may be added later)"), self.day),
            (words.t("Venue (may be added later)"), self.venue),
        ):
            label = Text(name, "", wrap=True)
            label.setBuddy(field.edit)
            column.addSpacing(theme.space(4))
            column.addWidget(label)
            column.addWidget(field)
        column.addSpacing(theme.space(6))
        self.file = ElidedText("", "muted")
        self.place = Button(look, words.t("Other place …"), plain(theme.colours), size=14, high=38)
        self.place.clicked.connect(lambda: self.place_asked.emit(self.path()))
        line = QHBoxLayout()
        line.addWidget(self.file, 1)
        line.addWidget(self.place)
        column.addLayout(line)
        self.make = Button(look, words.t("Make the event"), primary(theme.colours), key=words.t("Enter"), icon="new")
        self.make.clicked.connect(self._finish)
        self.back = Button(look, words.t("Back"), plain(theme.colours), key=words.t("Esc"))
        self.back.clicked.connect(self.left)
        line = QHBoxLayout()
        line.setSpacing(theme.space(10))
        line.addWidget(self.make)
        line.addWidget(self.back)
        line.addStretch(1)
        column.addSpacing(theme.space(6))
        column.addLayout(line)
        self.title.edit.textChanged.connect(self._show_file)
        self._show_file()

    def start(self) -> None:
        """Begin with the title."""
        self.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def path(self) -> Path:
        """Return where the file will lie."""
        if self._chosen != Path():
            return self._chosen
        name = starting.file_name(self.title.text()) or self._look.words.t("New event")
        return starting.free_name(self._folder, name)

    def choose_place(self, path: Path) -> None:
        """Put the file here."""
        self._chosen = path
        self._show_file()
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Say why the event was not made."""
        self.title.say(Note(sentence, wrong=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field makes the event, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_file(self) -> None:
        self.file.setText(self._look.words.t("File: {path}", path=self.path()))

    def _check_title(self, text: str) -> Note:
        return self._checked(Detail.TITLE, text)

    def _check_venue(self, text: str) -> Note:
        return self._checked(Detail.VENUE, text)

    def _checked(self, detail: Detail, text: str) -> Note:
        try:
            understood(EventDetails(), detail, text)
        except WrongDetailError as error:
            return Note(trouble_sentence(self._look.words, error.trouble), wrong=True)
        return Note()

    def _check_day(self, text: str) -> Note:
        words = self._look.words
        try:
            value = understood(EventDetails(), Detail.STARTS, text)
        except WrongDetailError as error:
            return Note(trouble_sentence(words, error.trouble), wrong=True)
        return Note(moment_text(words, value)) if value else Note()

    def _finish(self) -> None:
        title, day, venue = (field.text().strip() for field in (self.title, self.day, self.venue))
        for field, note in (
            (self.title, self._check_title(title)),
            (self.day, self._check_day(day)),
            (self.venue, self._check_venue(venue)),
        ):
            if note.wrong:
                field.say(note)
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        asked = ((Detail.TITLE, title), (Detail.STARTS, day), (Detail.VENUE, venue))
        self.made.emit(NewEvent(self.path(), *(understood(EventDetails(), detail, text) for detail, text in asked)))
