"""The card with the words of a certificate, its placeholders, its hours and its pictures."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.reports.certificates.wording import Basis, Wording
from eventdesk.words import mark
from ui.look import Look
from ui.reports.flow.certificates_flow import Drawing
from ui.widgets.button_row import ButtonRow
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.lines_edit import LinesEdit
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick

BASES = {
    Basis.SCANS: mark("Scans"),
    Basis.PROGRAMME: mark("Programme"),
    Basis.NONE: mark("No hours"),
}
ABOUT = {
    Basis.SCANS: mark("Hours and sessions are those that were scanned at entrances and doors."),
    Basis.PROGRAMME: mark("Hours and sessions are those of the programme that somebody has a place or a part in."),
    Basis.NONE: mark("Nothing is said of how long somebody was there."),
}


class WordingCard(Card):
    """`typed` while somebody types, `kept` when they go elsewhere."""

    typed = Signal()
    kept = Signal()
    usual_asked = Signal()
    picture_asked = Signal(object)
    picture_dropped = Signal(object)

    def __init__(self, look: Look, placeholders: Sequence[str]) -> None:
        words = look.words
        super().__init__(look, words.t("What certificates say"), edges=(20, 14, 20, 16))
        self._wording = Wording("", "")
        self.basis = Segments(look, [words.t(name) for name in BASES.values()], 0, words.t("Hours by"))
        self.about_basis = Text("", "small", wrap=True)
        self.sessions = Tick(look.theme, words.t("List the sessions"), ticked=True)
        self.head = Field(look, words.t("Title of the certificate"))
        self.head.edit.setProperty("kind", "form")
        self.body = LinesEdit(look, words.t("Text of the certificate"), high=120, kind="words")
        self.closing = LinesEdit(look, words.t("Closing words"), high=52, kind="words")
        self.place = Field(look, words.t("Place and date"))
        self.place.edit.setProperty("kind", "form")
        self.signers = LinesEdit(look, words.t("Who signs, a line each"), high=52, kind="words")
        self.trouble = Text("", "danger", wrap=True)
        self.trouble.hide()
        self._last: LinesEdit = self.body
        self.placeholder = SteadyBox(words.t("Put in a placeholder"))
        self.placeholder.addItem(words.t("Put in a placeholder …"))
        self.placeholder.addItems(list(placeholders))
        self.usual = self.button(words.t("The usual words"))
        self.usual.clicked.connect(self.usual_asked)
        self._pictures = {which: (self.button(""), self.button(words.t("Remove"))) for which in Drawing}
        self._place_all()
        self._wire()

    def show_wording(self, wording: Wording) -> None:
        """Show what certificates say."""
        self._wording = wording
        self.basis.choose(list(BASES).index(wording.basis))
        self.about_basis.setText(self.look.words.t(ABOUT[wording.basis]))
        self.sessions.box.blockSignals(True)
        self.sessions.box.setChecked(wording.sessions)
        self.sessions.box.blockSignals(False)
        self.head.show_text(wording.title)
        self.place.show_text(wording.place)
        for edit, text in ((self.body, wording.body), (self.closing, wording.closing), (self.signers, wording.signers)):
            edit.show_text(text)
        for field in (self.head, self.place):
            field.edit.setModified(False)

    def open(self, *, closed: bool) -> None:
        """Let somebody write here, unless the file can only be looked at."""
        for edit in (self.head.edit, self.place.edit, self.body, self.closing, self.signers):
            edit.setReadOnly(closed)

    def wording(self) -> Wording:
        """Return what stands there."""
        return replace(
            self._wording,
            title=self.head.text(),
            body=self.body.toPlainText(),
            closing=self.closing.toPlainText(),
            place=self.place.text(),
            signers=self.signers.toPlainText(),
            basis=list(BASES)[self.basis.at()],
            sessions=self.sessions.box.isChecked(),
        )

    def is_typing(self) -> bool:
        """Say whether something stands there that is not written yet."""
        return self.wording() != self._wording

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the words."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_pictures(self, there: dict[Drawing, bool]) -> None:
        """Say whether there is a logo, and a signature."""
        words = self.look.words
        names = {Drawing.LOGO: words.t("Choose a logo …"), Drawing.SIGNATURE: words.t("Choose a signature …")}
        others = {Drawing.LOGO: words.t("Another logo …"), Drawing.SIGNATURE: words.t("Another signature …")}
        drops = {Drawing.LOGO: words.t("Remove the logo"), Drawing.SIGNATURE: words.t("Remove the signature")}
        for which, (choose, drop) in self._pictures.items():
            choose.say(others[which] if there[which] else names[which])
            drop.say(drops[which])
            drop.setVisible(there[which])
        self._buttons.refit()

    def _place_all(self) -> None:
        words, space = self.look.words, self.look.theme.space
        rows: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (words.t("Hours by"), (self.basis, self.about_basis, self.sessions)),
            (words.t("Title of the certificate"), (self.head,)),
            (words.t("Text of the certificate"), (self.body,)),
            (words.t("Closing words"), (self.closing,)),
            (words.t("Place and date"), (self.place,)),
            (words.t("Who signs, a line each"), (self.signers,)),
        )
        for name, controls in rows:
            self.column.addWidget(Text(name, "small", wrap=True))
            for control in controls:
                self.column.addWidget(control)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.placeholder)
        hint = words.t("A line is left out for whoever has nothing to put in, such as a role.")
        self.column.addWidget(Text(hint, "small", wrap=True))
        pictures = [button for pair in self._pictures.values() for button in pair]
        self._buttons = ButtonRow(space(8), [*pictures, self.usual])
        self.column.addWidget(self._buttons)

    def _wire(self) -> None:
        self.basis.chosen.connect(lambda _at: self._changed_at_once())
        self.sessions.toggled.connect(lambda _on: self._changed_at_once())
        for field in (self.head, self.place):
            field.edit.textEdited.connect(lambda _text: self.typed.emit())
            field.edit.editingFinished.connect(self.kept)
        for edit in (self.body, self.closing, self.signers):
            edit.textChanged.connect(self.typed)
            edit.written.connect(self.kept)
            edit.finished.connect(self.kept)
            edit.cursorPositionChanged.connect(lambda each=edit: self._remember(each))
        self.placeholder.activated.connect(self._put_in)
        for which, (choose, drop) in self._pictures.items():
            choose.clicked.connect(lambda _on=False, each=which: self.picture_asked.emit(each))
            drop.clicked.connect(lambda _on=False, each=which: self.picture_dropped.emit(each))

    def _remember(self, edit: LinesEdit) -> None:
        if edit.hasFocus():
            self._last = edit

    def _changed_at_once(self) -> None:
        self.about_basis.setText(self.look.words.t(ABOUT[list(BASES)[self.basis.at()]]))
        self.typed.emit()
        self.kept.emit()

    def _put_in(self, at: int) -> None:
        if at > 0:
            self._last.insertPlainText(self.placeholder.itemText(at))
            self.placeholder.setCurrentIndex(0)
            self._last.setFocus(Qt.FocusReason.OtherFocusReason)
            self.typed.emit()
