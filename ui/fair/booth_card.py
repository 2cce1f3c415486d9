"""The card of the chosen booth: who stands there, why, and what can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QVBoxLayout, QWidget

from eventdesk.words import mark
from ui.actions import ActionId, PageId, key_of
from ui.fair.facts import Deed, Facts
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.emptied import empty
from ui.widgets.reason_line import Line, ReasonLine
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping

DEEDS = {
    Deed.PLACE: mark("Place somebody …"),
    Deed.SEND: mark("To a booth …"),
    Deed.PIN: mark("Pin"),
    Deed.UNPIN: mark("Unpin"),
    Deed.SWAP: mark("Swap …"),
    Deed.FREE: mark("Free it"),
    Deed.BLOCK: mark("Block …"),
    Deed.UNBLOCK: mark("Unblock"),
    Deed.SET_UP: mark("Is set up"),
    Deed.NOT_SET_UP: mark("Not set up"),
    Deed.NO_SHOW: mark("Did not come"),
    Deed.COMES: mark("Comes after all"),
}


@dataclass(frozen=True)
class Question:
    """What is asked before a deed: above the line, in the line, and on the button; what may be answered."""

    title: str
    hint: str
    button: str
    choices: Sequence[str] = ()


class BoothCard(QFrame):
    """Says why, and asks for deeds."""

    asked = Signal(object)
    answered = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Chosen booth"))
        self.label, self.name = Text("", "label"), Text("", "boothname", wrap=True)
        self.line, self.why = Text("", "muted", wrap=True), Text("", "strong")
        self._lines = QWidget()
        self._reasons = QVBoxLayout(self._lines)
        self._reasons.setContentsMargins(0, 0, 0, 0)
        self._reasons.setSpacing(space(5))
        self.buttons = {deed: self._button(deed) for deed in Deed}
        self._row = ButtonRow(space(8), list(self.buttons.values()))
        self._asking: Deed | None = None
        self.question = Text("", "strong", wrap=True)
        self.answer = QLineEdit()
        self.answer.setProperty("kind", "form")
        self.answer.returnPressed.connect(lambda: self._give(self.answer.text().strip()))
        self.give = Button(look, "", primary(colours), size=14, high=38)
        self.give.clicked.connect(lambda: self._give(self.answer.text().strip()))
        self.back = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.back.clicked.connect(self.stop_asking)
        self._box = QFrame()
        self._box.setObjectName("fairask")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(space(12), space(10), space(12), space(12))
        inside.setSpacing(space(8))
        inside.addWidget(self.question)
        inside.addWidget(self.answer)
        inside.addWidget(Wrapping(space(8), [self.give, self.back]))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(4))
        column.addWidget(self.label)
        column.addWidget(self.name)
        column.addWidget(self.line)
        column.addSpacing(space(6))
        column.addWidget(self.why)
        column.addWidget(self._lines)
        column.addSpacing(space(6))
        column.addWidget(self._row)
        column.addWidget(self._box)
        self._box.hide()
        self._facts: Facts | None = None

    @property
    def asking(self) -> Deed | None:
        """For which deed a word more is asked."""
        return self._asking

    def show_facts(self, facts: Facts) -> None:
        """Show another booth, or the same as it is now."""
        if facts == self._facts:
            return
        if self._facts is None or (facts.label, facts.name) != (self._facts.label, self._facts.name):
            self.stop_asking()
        self._facts = facts
        for text, label in ((facts.label, self.label), (facts.name, self.name), (facts.line, self.line)):
            label.setText(text)
            label.setVisible(bool(text))
        self.why.setText(facts.why)
        self.why.setVisible(bool(facts.why) and bool(facts.lines))
        self._show_lines(facts.lines)
        self._show_deeds(facts)

    def ask(self, deed: Deed, question: Question) -> None:
        """Ask a word more before a deed."""
        self._asking = deed
        self.question.setText(question.title)
        self.answer.clear()
        self.answer.setPlaceholderText(question.hint)
        self.answer.setAccessibleName(question.title)
        self.answer.setCompleter(self._completer(question.choices))
        self.give.say(question.button)
        self._row.hide()
        self._box.show()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, sentence: str) -> None:
        """Say why the answer cannot be taken."""
        self.question.setText(sentence)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answer.selectAll()

    def stop_asking(self) -> None:
        """Ask no more."""
        if self._asking is None:
            return
        asked, self._asking = self._asking, None
        had_focus = self._box.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._box.hide()
        self._row.setVisible(self._facts is not None and bool(self._facts.deeds))
        if had_focus and self.buttons[asked].isVisible():
            self.buttons[asked].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> bool:
        """Begin at the first thing that can be done; returns whether there is one."""
        if self._asking is not None:
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self._facts is not None and self._focus_first(self._facts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks no more."""
        if event.key() == Qt.Key.Key_Escape and self._asking is not None:
            self.stop_asking()
        else:
            super().keyPressEvent(event)

    def _completer(self, choices: Sequence[str]) -> QCompleter:
        completer = QCompleter(list(choices), self.answer)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        return completer

    def _focus_first(self, facts: Facts) -> bool:
        if facts.deeds:
            self.buttons[facts.deeds[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(facts.deeds)

    def _show_deeds(self, facts: Facts) -> None:
        """Show what can be done; if the button with the focus goes, the first one gets it, when all are there."""
        lost = any(button.hasFocus() for deed, button in self.buttons.items() if deed not in facts.deeds)
        for deed in (*facts.deeds, *(each for each in self.buttons if each not in facts.deeds)):
            if lost and deed not in facts.deeds:
                self._focus_first(facts)
                lost = False
            self.buttons[deed].setVisible(deed in facts.deeds)
        self._row.setVisible(bool(facts.deeds) and self._asking is None)
        self._row.refit()

    def _give(self, text: str) -> None:
        if self._asking is not None:
            self.answered.emit(self._asking, text)

    def _button(self, deed: Deed) -> Button:
        look, words = self._look, self._look.words
        key = key_of(words, ActionId.PIN, PageId.FAIR) if deed in (Deed.PIN, Deed.UNPIN) else ""
        button = Button(look, words.t(DEEDS[deed]), plain(look.theme.colours), size=14, high=38)
        if key:
            button.setToolTip(f"{words.t(DEEDS[deed])} ({key})")
        button.clicked.connect(self._asker(deed))
        return button

    def _asker(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.asked.emit(deed)

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        empty(self._reasons)
        for line in lines:
            self._reasons.addWidget(ReasonLine(self._look, line))
        self._lines.setVisible(bool(lines))
