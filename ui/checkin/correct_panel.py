"""A name that is written wrongly on somebody's badge: four fields, filled in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.people.person import Person
from eventdesk.words.fields import field_name
from ui.checkin.panel import Panel
from ui.look import Look
from ui.widgets.text import Text

FIELDS = ("given_name", "family_name", "native_name", "organisation")
LONGEST = 500
"""So many letters a field takes; the digits of a badge that is scanned into it find room."""
LEAST_WIDTH_OF_TWO = 440
"""From this width on (at 100 %) two fields stand side by side."""


class CorrectPanel(Panel):
    """What is typed about a person stays when a scan comes in between, until it is saved or left."""

    def __init__(self, look: Look) -> None:
        words, theme = look.words, look.theme
        super().__init__(look, "edit", words.t("Correct name"), words.t("Save"))
        self.lead.setText(words.t("Saved at once, on the badge and in the list of people."))
        self.person: Person | None = None
        self.reprints = False
        self.fields = {name: QLineEdit() for name in FIELDS}
        self._trouble = Text("", "danger", wrap=True)
        self._trouble.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.space(16))
        self._grid.setVerticalSpacing(theme.space(6))
        self._cells = [self._cell(name, field) for name, field in self.fields.items()]
        self._in_a_row = 0
        self._place(2)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.foot_note(self._trouble)

    def start(self, person: Person, *, prints: bool, reprints: bool = False) -> None:
        """Ask for the right name of a person; what was typed about them before is there still.

        `prints`: saving prints the badge, and `reprints`: even if nothing was changed, as a new one was asked for.
        """
        before = self.person if self.person is not None and self.person.id == person.id else None
        self.person = person
        for name, field in self.fields.items():
            if before is None or field.text() == getattr(before, name):
                field.setText(getattr(person, name))
                field.setCursorPosition(0)
        self.reprints = reprints
        words = self.look.words
        self.heading.setText(words.t("Correct name: {name}", name=person.name))
        self.do_button.say(words.t("Save and print") if prints else words.t("Save"))
        self.say("")
        self.order(*self.fields.values())
        self.go_on()
        self.bring_into_view(self.fields[FIELDS[0]])

    def go_on(self) -> None:
        """Go to the first field."""
        first = self.fields[FIELDS[0]]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def forget(self) -> None:
        """Forget whom it was about, and what was typed."""
        self.person = None

    def texts(self) -> dict[str, str]:
        """Return what stands in each field."""
        return {name: field.text() for name, field in self.fields.items()}

    def say(self, trouble: str) -> None:
        """Say what is wrong, and go where it is mended."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.fields[FIELDS[0]].setAccessibleDescription(trouble)
        if trouble:
            self.fields[FIELDS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_into_view(self.fields[FIELDS[0]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two fields side by side where there is room."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= LEAST_WIDTH_OF_TWO * self.look.theme.scale else 1)

    def _cell(self, name: str, field: QLineEdit) -> QWidget:
        called = field_name(self.look.words, "person", name)
        field.setAccessibleName(called)
        field.setMaxLength(LONGEST)
        field.textEdited.connect(lambda: self.say(""))
        title = Text(called, "label")
        title.setBuddy(field)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.space(2))
        column.addWidget(title)
        column.addWidget(field)
        return cell

    def _place(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for cell in self._cells:
            self._grid.removeWidget(cell)
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // in_a_row, number % in_a_row)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < in_a_row else 0)
