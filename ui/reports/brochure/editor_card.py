"""The card of one project: what the brochure tells of it, its picture, and what it agreed to."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.people.consent import Consent
from eventdesk.words import mark
from ui.look import Look
from ui.reports.brochure.lacking import lacking
from ui.reports.brochure.picture_view import PictureView
from ui.reports.flow.describing_flow import ASKED, TEXTS, Description
from ui.widgets.button import Button, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.text import Text
from ui.widgets.tick import Tick

NAMES = {
    "blurb": mark("In one sentence"),
    "portrait": mark("Portrait; an empty line begins a paragraph"),
    "town": mark("Town"),
    "website": mark("Website"),
    "contact": mark("Contact person"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
}
HIGH = {"blurb": 68, "portrait": 190}
"""Which texts have several lines, and how high they are."""
BELOW_TEXTS = ("blurb", "portrait", "town", "website")
CONSENTS = {
    Consent.CONTACT: mark(
        "They agreed: contact person, e-mail and phone are printed, and stand in the directory of contacts."
    ),
    Consent.PHOTO: mark("They agreed: the picture is printed. Whoever is to be seen on it was asked."),
}


class EditorCard(Card):
    """`kept` when somebody goes elsewhere after they have typed; `stepped`: to the next project, or the one before."""

    kept = Signal()
    left = Signal()
    stepped = Signal(int)
    chosen = Signal(bool)
    agreed = Signal(object, bool)
    picture_asked = Signal()
    picture_dropped = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, "", edges=(20, 14, 20, 16))
        self._typed: set[str] = set()
        self._texts: Mapping[str, str] = {}
        self.back = self.button(words.t("All projects"), key=words.t("Esc"))
        self.theme, self.missing = Text("", "muted", wrap=True), Text("", "small", wrap=True)
        self.in_brochure = Tick(look.theme, words.t("Stands in the brochure"), ticked=False)
        self.fields: dict[str, Field | LinesEdit] = {name: self._field(name) for name in TEXTS}
        self.consents = {each: Tick(look.theme, words.t(CONSENTS[each]), ticked=False) for each in ASKED}
        self.picture = PictureView(look)
        self.choose, self.drop = self.button(words.t("Choose a picture …")), self.button(words.t("Remove the picture"))
        self.unprinted = Text("", "small", wrap=True)
        key = f"{words.t('Ctrl')} {words.t('Enter')}"
        self.next = Button(look, words.t("Write, next project"), primary(look.theme.colours), key=key, size=14, high=38)
        self.said = Text("", "small")
        self._place()
        self._wire()

    # ---- what is shown

    def show_project(self, told: Description, *, closed: bool) -> None:
        """Show what is known of a project; what is being typed stays."""
        words = self.look.words
        self.title.setText(told.name)
        self.setAccessibleName(told.name)
        self.theme.setText(told.theme or words.t("Without a theme"))
        missing = lacking(words, told.lacks)
        self.missing.setText(words.t("Still lacking: {what}", what=missing) if missing else "")
        self.missing.setVisible(bool(missing))
        self._texts = told.texts
        for name, field in self.fields.items():
            if name not in self._typed:
                field.show_text(told.texts[name])
        _tick(self.in_brochure, ticked=told.chosen)
        for consent, tick in self.consents.items():
            _tick(tick, ticked=consent in told.agreed)
        others, first = words.t("Another picture …"), words.t("Choose a picture …")
        self.choose.say(others if told.picture else first)
        self.drop.setVisible(bool(told.picture))
        self._pictures.refit()
        if not told.picture:
            self.picture.show_picture(None)
        self._say_unprinted(told)
        self._open(closed=closed)

    def show_picture(self, image: QImage | None) -> None:
        """Show a small picture; none says that it cannot be read."""
        self.picture.show_picture(image)
        if image is None:
            self.unprinted.setText(self.look.words.t("This picture cannot be shown. Please choose it again."))
            self.unprinted.show()

    def typed(self) -> dict[str, str]:
        """Return the texts that were typed and are not written yet."""
        found = {name: self._text(name) for name in TEXTS if name in self._typed}
        return {name: text for name, text in found.items() if text != self._texts.get(name)}

    def forget_typing(self) -> None:
        """Know that what was typed is written, or not wanted."""
        self._typed.clear()
        for field in self.fields.values():
            if isinstance(field, Field):
                field.edit.setModified(False)
            else:
                field.document().setModified(False)

    def begin(self) -> None:
        """Begin to type."""
        self.fields["portrait"].setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to all projects; Ctrl with Enter goes on to the next one."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(1)
        else:
            super().keyPressEvent(event)

    # ---- inside

    def _field(self, name: str) -> Field | LinesEdit:
        label = self.look.words.t(NAMES[name])
        if name in HIGH:
            edit = LinesEdit(self.look, label, high=HIGH[name], kind="words")
            edit.setFixedHeight(edit.minimumHeight())
            return edit
        field = Field(self.look, label, longest=400)
        field.edit.setProperty("kind", "form")
        return field

    def _place(self) -> None:
        words, space = self.look.words, self.look.theme.space
        self.column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.theme, self.missing, self.in_brochure):
            self.column.addWidget(widget)
        self._add_fields(BELOW_TEXTS)
        self._heading(words.t("Contact"))
        self._add_fields([name for name in TEXTS if name not in BELOW_TEXTS])
        self.column.addWidget(self.consents[Consent.CONTACT])
        self._heading(words.t("Picture"))
        self._pictures = ButtonRow(space(8), [self.choose, self.drop])
        self.column.addWidget(self.picture)
        self.column.addWidget(self._pictures)
        self.column.addWidget(self.consents[Consent.PHOTO])
        self.column.addWidget(self.unprinted)
        self.column.addSpacing(space(4))
        self.column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.said)
        self.column.addStretch(1)

    def _add_fields(self, names: tuple[str, ...] | list[str]) -> None:
        for name in names:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self.look.theme.space(4))
            column.addWidget(Text(self.look.words.t(NAMES[name]), "small", wrap=True))
            column.addWidget(self.fields[name])
            self.column.addWidget(holder)

    def _heading(self, text: str) -> None:
        self.column.addSpacing(self.look.theme.space(6))
        self.column.addWidget(Text(text, "strong", wrap=True))

    def _wire(self) -> None:
        for name, field in self.fields.items():
            if isinstance(field, Field):
                field.edit.textEdited.connect(lambda _text, each=name: self._note(each))
                field.edit.editingFinished.connect(self.kept)
            else:
                field.textChanged.connect(lambda each=name, edit=field: self._note_lines(each, edit))
                field.written.connect(self.kept)
                field.finished.connect(lambda: self.stepped.emit(1))
        self.in_brochure.toggled.connect(self.chosen)
        for consent, tick in self.consents.items():
            tick.toggled.connect(lambda on, each=consent: self.agreed.emit(each, on))
        self.back.clicked.connect(self.left)
        self.choose.clicked.connect(self.picture_asked)
        self.drop.clicked.connect(self.picture_dropped)
        self.next.clicked.connect(lambda _on=False: self.stepped.emit(1))

    def _note(self, name: str) -> None:
        self._typed.add(name)
        self.said.setText("")

    def _note_lines(self, name: str, edit: LinesEdit) -> None:
        if edit.document().isModified():
            self._note(name)

    def _text(self, name: str) -> str:
        field = self.fields[name]
        return (field.text() if isinstance(field, Field) else field.toPlainText()).strip()

    def _say_unprinted(self, told: Description) -> None:
        words = self.look.words
        sentence = ""
        if told.picture and Consent.PHOTO not in told.agreed:
            sentence = words.t("The picture is kept, but it is not printed as long as they have not agreed.")
        self.unprinted.setText(sentence)
        self.unprinted.setVisible(bool(sentence))

    def _open(self, *, closed: bool) -> None:
        for field in self.fields.values():
            (field.edit if isinstance(field, Field) else field).setReadOnly(closed)
        for widget in (self.in_brochure, *self.consents.values(), self.choose, self.drop):
            widget.setEnabled(not closed)


def _tick(tick: Tick, *, ticked: bool) -> None:
    tick.blockSignals(True)
    tick.box.setChecked(ticked)
    tick.blockSignals(False)
