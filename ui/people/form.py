"""The fields of one person, with what is wrong said below each while it is typed."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.people.consent import Consent, consent_name
from eventdesk.people.person import Person, Status
from eventdesk.people.role import Role, Sector, sector_name
from eventdesk.words import Words
from ui.actions import ActionId, PageId, action_of_key
from ui.facets import STATUS_NAMES
from ui.look import Look
from ui.people.chips import Chip, Lines
from ui.people.columns import Speech
from ui.people.fields import LONGEST, OTHER, SECTIONS, SEPARATOR, Field, Kind, Texts, extra_fields, label, texts_of
from ui.widgets.choice import ChoiceBox
from ui.widgets.emptied import empty
from ui.widgets.text import Text


class FormField(QLineEdit):
    """A field that leaves to the page what belongs to the page."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "form")
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)

    def event(self, event: QEvent) -> bool:
        """Leave the page's keys to the page: a field would take Ctrl+E for itself.

        Ctrl+Z stays here once something was typed, also when all of it was taken back: who presses it once too often
        must not undo a deed. In a field that nobody touched it undoes the last deed.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = action_of_key(QKeySequence(event.keyCombination()).toString(), PageId.PEOPLE)
            typed = self.isUndoAvailable() or self.isRedoAvailable()
            own = wanted is ActionId.COPY or (wanted is ActionId.UNDO and typed and event.key() == Qt.Key.Key_Z)
            if wanted is not None and not own:
                event.ignore()
                return False
        return super().event(event)


class ChipsField(QWidget):
    """Several things to choose from, as chips that are on or off."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._chips: dict[str, Chip] = {}
        self._lines = Lines(self, look.theme.space(6))
        self.setAccessibleName(name)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these, by what they are called."""
        if list(self._chips) == list(names):
            return
        empty(self._lines)
        self._chips = {code: Chip(self._look, name) for code, name in names.items()}
        for chip in self._chips.values():
            chip.clicked.connect(self.changed)
            self._lines.addWidget(chip)
            chip.show()

    def text(self) -> str:
        """Return what is chosen."""
        return SEPARATOR.join(code for code, chip in self._chips.items() if chip.isChecked())

    def set_text(self, text: str) -> None:
        """Choose what a text names."""
        chosen = text.split(SEPARATOR) if text else []
        for code, chip in self._chips.items():
            chip.setChecked(code in chosen)

    def set_enabled(self, *, enabled: bool) -> None:
        """Allow changes, or not."""
        for chip in self._chips.values():
            chip.setEnabled(enabled)


class PersonForm(QWidget):
    """Everything about a person that can be typed. `edited` comes with every change by hand."""

    edited = Signal()

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__()
        self._look, self._speech, self._words = look, speech, look.words
        self.fields: dict[str, QWidget] = {}
        self._troubles: dict[str, Text] = {}
        self._grids: list[tuple[QGridLayout, list[tuple[Field, QWidget]]]] = []
        self._roles: Sequence[str] = ()
        self._open, self._filling, self._columns = True, False, 2
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.space(6))
        for section in SECTIONS:
            self._add_section(self._words.t(section.heading), section.fields)
        self._extra: QWidget | None = None
        self._extra_names: list[str] = []

    def show_person(self, person: Person, draft: Mapping[str, str], roles: Sequence[str], *, open_: bool) -> None:
        """Show a person as stored, with what was typed over it."""
        self._filling, self._open = True, open_
        self._roles = roles
        self._show_extra(person)
        for name, text in {**texts_of(person), **draft}.items():
            if name in self.fields:
                self._set(name, text)
        self._filling = False

    def texts(self) -> Texts:
        """Return what stands in each field."""
        return {name: self._text(name) for name in self.fields}

    def begin_anew(self) -> None:
        """Let what was typed so far be done with: from now on Ctrl+Z in a field does not take it back."""
        for field in self.fields.values():
            if isinstance(field, QLineEdit):
                at, text = field.cursorPosition(), field.text()
                field.setText(text)
                field.setCursorPosition(at)

    def say(self, troubles: Mapping[str, str]) -> None:
        """Say below the fields what is wrong with them."""
        for name, text in self._troubles.items():
            said = troubles.get(name, "")
            if text.text() != said:
                text.setText(said)
            text.setVisible(bool(said))

    def focus(self, name: str = "given_name") -> None:
        """Go to a field."""
        field = self.fields.get(name)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self, width: int) -> None:
        """Put two short fields side by side where there is room."""
        columns = 2 if width >= 300 * self._look.theme.scale else 1
        if columns != self._columns:
            self._columns = columns
            for grid, cells in self._grids:
                self._place(grid, cells)

    def _add_section(self, heading: str, fields: Sequence[Field]) -> QWidget:
        theme = self._look.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme.space(10), 0, 0)
        column.setSpacing(theme.space(6))
        column.addWidget(Text(heading, "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(12))
        grid.setVerticalSpacing(theme.space(8))
        cells = [(field, self._cell(field)) for field in fields]
        self._place(grid, cells)
        self._grids.append((grid, cells))
        column.addLayout(grid)
        self._column.addWidget(box)
        return box

    def _place(self, grid: QGridLayout, cells: Sequence[tuple[Field, QWidget]]) -> None:
        for _, cell in cells:
            grid.removeWidget(cell)
        row, at = 0, 0
        for field, cell in cells:
            half = field.half and self._columns == 2
            if not half and at:
                row, at = row + 1, 0
            grid.addWidget(cell, row, at, 1, 1 if half else self._columns, Qt.AlignmentFlag.AlignTop)
            row, at = (row, 1) if half and at == 0 else (row + 1, 0)
        for column in range(2):
            grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _cell(self, field: Field) -> QWidget:
        name = label(self._words, field.name)
        editor = self._editor(field, name)
        self.fields[field.name] = editor
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.space(3))
        title = Text(name, "label")
        title.setWordWrap(True)
        title.setBuddy(editor)
        trouble = self._troubles[field.name] = Text("", "trouble", wrap=True)
        trouble.hide()
        for widget in (title, editor, trouble):
            column.addWidget(widget)
        return cell

    def _editor(self, field: Field, name: str) -> QWidget:
        if field.kind in (Kind.ROLES, Kind.CONSENTS):
            chips = ChipsField(self._look, name)
            chips.changed.connect(self._on_edited)
            return chips
        if field.kind in (Kind.SECTOR, Kind.STATUS):
            box = ChoiceBox(name)
            for code, text in _choices(field.kind, self._words):
                box.addItem(text, code)
            box.activated.connect(self._on_edited)
            return box
        line = FormField(name)
        if field.hint:
            line.setPlaceholderText(self._words.t(field.hint))
        line.textEdited.connect(self._on_edited)
        return line

    def _show_extra(self, person: Person) -> None:
        names = [field.name for field in extra_fields(person)]
        if names == self._extra_names:
            return
        for name in self._extra_names:
            del self.fields[name], self._troubles[name]
        if self._extra is not None:
            self._grids.pop()
            self._extra.hide()
            self._extra.deleteLater()
            self._extra = None
        self._extra_names = names
        if names:
            self._extra = self._add_section(self._words.t(OTHER), extra_fields(person))

    def _set(self, name: str, text: str) -> None:
        field = self.fields[name]
        if isinstance(field, ChipsField):
            field.offer(self._consents() if name == "consents" else self._roles_and(text))
            field.set_text(text)
            field.set_enabled(enabled=self._open)
        elif isinstance(field, ChoiceBox):
            if field.findData(text) < 0:
                field.addItem(text, text)
            field.setCurrentIndex(field.findData(text))
            field.setEnabled(self._open)
        elif isinstance(field, QLineEdit):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)
            field.setReadOnly(not self._open)

    def _roles_and(self, text: str) -> dict[str, str]:
        """Return the roles to choose from, those of a text included."""
        known = [*self._roles, *(role.value for role in Role), *(role for role in text.split(SEPARATOR) if role)]
        return {role: self._speech.roles.name(self._words, role) for role in known}

    def _consents(self) -> dict[str, str]:
        return {consent.value: consent_name(self._words, consent) for consent in Consent}

    def _text(self, name: str) -> str:
        field = self.fields[name]
        if isinstance(field, ChoiceBox):
            return str(field.currentData())
        return field.text() if isinstance(field, QLineEdit | ChipsField) else ""

    def _on_edited(self) -> None:
        if not self._filling:
            self.edited.emit()


def _choices(kind: Kind, words: Words) -> list[tuple[str, str]]:
    if kind is Kind.STATUS:
        return [(status.value, words.t(STATUS_NAMES[status])) for status in Status]
    return [("", "–"), *((sector.value, sector_name(words, sector.value)) for sector in Sector)]
