"""A form beside the tables: fields are checked while one types, and written when one says so."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field, Note, fine
from ui.widgets.text import Text

LONGEST = 200


class Form(QFrame):
    """What all forms of this page have in common."""

    saved = Signal()
    left = Signal()

    def __init__(self, look: Look, title: str, save: str) -> None:
        super().__init__()
        self.look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._fields: list[tuple[Field, Callable[[str], Note]]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(18), space(14), space(18), space(16))
        self.column.setSpacing(space(6))
        self.column.addWidget(Text(title, "title", wrap=True))
        self.save = Button(look, save, primary(colours), size=14, high=38)
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.save.clicked.connect(self.try_to_save)
        self.leave.clicked.connect(self.left)

    def write(self) -> bool:
        """Write what was typed; returns whether that was possible."""
        raise NotImplementedError

    def add(self, name: str, widget: QWidget) -> None:
        """Add a field below its name."""
        self.column.addWidget(Text(name, "small", wrap=True))
        self.column.addWidget(widget)

    def line(self, name: str, text: str, check: Callable[[str], Note] = fine, *, hint: str = "") -> Field:
        """Make a line to be typed into; `add` puts it in."""
        field = Field(self.look, name, check, longest=max(LONGEST, len(text)), hint=hint, puts_back=False)
        field.edit.setProperty("kind", "form")
        field.show_text(text)
        field.edit.setCursorPosition(0)
        field.edit.returnPressed.connect(self.try_to_save)
        self._fields.append((field, check))
        return field

    def forget(self, field: Field) -> None:
        """Check a line no more, which is taken out."""
        self._fields = [each for each in self._fields if each[0] is not field]

    def finish(self, *more: Button) -> None:
        """Put the buttons below the fields."""
        self.column.addSpacing(self.look.theme.space(4))
        self.row = ButtonRow(self.look.theme.space(8), [self.save, self.leave, *more])
        self.column.addWidget(self.row)
        self.column.addStretch(1)

    def take_focus(self) -> None:
        """Begin with the first field."""
        if self._fields:
            edit = self._fields[0][0].edit
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            edit.selectAll()

    def try_to_save(self) -> None:
        """Write it, or go to what is wrong."""
        for field, check in self._fields:
            note = check(field.text().strip())
            if note.wrong:
                field.say(note)
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self.write():
            self.saved.emit()


def whole(text: str, least: int, most: int) -> int | None:
    """Return a number that was typed, if it is one between these."""
    if text.isascii() and text.isdecimal() and least <= int(text) <= most:
        return int(text)
    return None
