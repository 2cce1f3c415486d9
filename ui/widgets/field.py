"""A text that is checked while it is typed and handed on when the field is left."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.keys import claims
from ui.widgets.text import Text

A_SCAN = 16
"""So many digits a scanner types; they have room in every field, and then go where they belong."""


@dataclass(frozen=True)
class Note:
    """What stands below a field while something is typed. `wrong`: it cannot be taken so."""

    sentence: str = ""
    wrong: bool = False


def fine(_text: str) -> Note:
    """Take any text."""
    return Note()


class _Edit(QLineEdit):
    """Esc puts back what was there, where there was something; elsewhere it means what it means around the field."""

    escaped = Signal()

    def __init__(self, *, puts_back: bool) -> None:
        super().__init__()
        self._puts_back = puts_back

    def event(self, event: QEvent) -> bool:
        """Leave the key of undo to the page, unless something was typed here that nobody has stored yet."""
        if not self.isModified() and claims(event, QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Esc as long as there is something to put back."""
        if event.key() == Qt.Key.Key_Escape and self._puts_back and self.isModified():
            self.escaped.emit()
            return
        super().keyPressEvent(event)


class Field(QWidget):
    """One line, and below it what is wrong with it or how it is understood."""

    entered = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        check: Callable[[str], Note] = fine,
        *,
        longest: int = 200,
        hint: str = "",
        puts_back: bool = True,
    ) -> None:
        super().__init__()
        self._check, self._stored, self._longest = check, "", longest
        self.edit = _Edit(puts_back=puts_back)
        self.edit.setMaxLength(longest + A_SCAN)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(name)
        self._note = Text("", "small", wrap=True)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(2))
        column.addWidget(self.edit)
        column.addWidget(self._note)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self._finish)
        self.edit.escaped.connect(self._put_back)

    def setAccessibleName(self, name: str) -> None:
        """Name the line itself, which has the focus."""
        self.edit.setAccessibleName(name)

    def text(self) -> str:
        """Return what stands there."""
        return self.edit.text()

    def note(self) -> str:
        """Return the sentence below."""
        return "" if self._note.isHidden() else self._note.text()

    def show_text(self, text: str, note: Note | None = None) -> None:
        """Show what is stored, unless somebody is writing here."""
        changed, self._stored = text != self._stored, text
        if self.edit.hasFocus() and self.edit.isModified() and not changed:
            return
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)  # a long text is read from its beginning
        self.edit.setModified(False)
        self.say(note or Note())

    def say(self, note: Note) -> None:
        """Show a sentence below the field, or none."""
        self._note.be("danger" if note.wrong else "small")
        self._note.setText(note.sentence)
        self._note.setVisible(bool(note.sentence))
        self.edit.setAccessibleDescription(note.sentence)

    def _on_edited(self, text: str) -> None:
        self.say(self._check(text.strip()))

    def _finish(self) -> None:
        text = self.edit.text().strip()[: self._longest]
        if text == self._stored:
            if self.edit.isModified():
                self._put_back()
            return
        note = self._check(text)
        self.say(note)
        if not note.wrong:
            self.edit.setModified(False)
            self.entered.emit(text)

    def _put_back(self) -> None:
        self.edit.setText(self._stored)
        self.edit.setModified(False)
        self.say(Note())


class QuickField(Field):
    """A field for something new: Enter hands it on and empties it; leaving it does nothing."""

    def _finish(self) -> None:
        text = self.edit.text().strip()
        if not text or not self.edit.hasFocus():
            return
        note = self._check(text)
        self.say(note)
        if not note.wrong:
            self.edit.clear()
            self.entered.emit(text)

    def hand_on(self) -> None:
        """Do what Enter does, for a button beside the field."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._finish()
