"""The card of the chosen session: when and where, who, how full, why here, and what can be done with it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.words import mark
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.emptied import empty
from ui.widgets.reason_line import Line, ReasonLine
from ui.widgets.text import Text


class Deed(Enum):
    """What can be done with the chosen session or cell."""

    CHANGE = "change"
    FIX = "fix"
    UNFIX = "unfix"
    FREE = "free"
    ROOM = "room"
    SLOT = "slot"
    ADD_HERE = "add_here"


_TEXTS = {
    Deed.CHANGE: mark("Change …"),
    Deed.FIX: mark("Fix"),
    Deed.UNFIX: mark("Fix no more"),
    Deed.FREE: mark("Take off the grid"),
    Deed.ROOM: mark("Room …"),
    Deed.SLOT: mark("Slot …"),
    Deed.ADD_HERE: mark("New session here …"),
}
_BACK = {Deed.FIX: Deed.UNFIX, Deed.UNFIX: Deed.FIX}
"""What takes back a deed."""


@dataclass(frozen=True)
class Facts:
    """What the card says."""

    label: str = ""
    name: str = ""
    line: str = ""
    crew: str = ""
    reasons: tuple[Line, ...] = ()
    deeds: frozenset[Deed] = frozenset()


class SessionCard(QFrame):
    """Says what is known, and asks once more before a rule is broken."""

    asked = Signal(object)
    insisted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self._look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Session"))
        self.label, self.name = Text("", "label", wrap=True), Text("", "title", wrap=True)
        self.line, self.crew = Text("", "", wrap=True), Text("", "muted", wrap=True)
        self._ask = QFrame()
        self._ask.setObjectName("fairask")
        self.question = Text("", "", wrap=True)
        self.yes = Button(look, words.t("Put it there anyway"), primary(colours), size=14, high=36)
        self.no = Button(look, words.t("Leave it"), plain(colours), key=words.t("Esc"), size=14, high=36)
        self.yes.clicked.connect(self.insisted)
        self.no.clicked.connect(self.stop_asking)
        asking = QVBoxLayout(self._ask)
        asking.setContentsMargins(space(12), space(10), space(12), space(12))
        asking.setSpacing(space(8))
        asking.addWidget(self.question)
        asking.addWidget(ButtonRow(space(8), [self.yes, self.no]))
        self._ask.hide()
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(space(4))
        self._shown: tuple[Line, ...] = ()
        self.buttons: dict[Deed, Button] = {}
        for deed, text in _TEXTS.items():
            button = Button(look, words.t(text), plain(colours), size=14, high=36)
            if deed is Deed.FIX:
                button.setToolTip(f"{words.t(text)} ({key_of(words, ActionId.FIX, PageId.PANELS)})")
            button.clicked.connect(self._asker(deed))
            self.buttons[deed] = button
        self._row = ButtonRow(space(8), list(self.buttons.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(6))
        for widget in (self.label, self.name, self.line, self.crew, self._ask):
            column.addWidget(widget)
        column.addSpacing(space(4))
        column.addWidget(self._row)
        column.addLayout(self._reasons)
        self._show_deeds(frozenset())

    @property
    def asking(self) -> bool:
        """Whether it is asked if a rule is to be broken."""
        return not self._ask.isHidden()

    def show_facts(self, facts: Facts) -> None:
        """Show what is known."""
        for text, said in ((self.label, facts.label), (self.name, facts.name), (self.line, facts.line),
                           (self.crew, facts.crew)):  # fmt: skip
            text.setText(said)
            text.setVisible(bool(said))
        self._show_deeds(facts.deeds)
        self._row.refit()
        self._show_reasons(facts.reasons)

    def ask(self, sentence: str) -> None:
        """Ask whether a session is to be put where that breaks a rule."""
        words = self._look.words
        self.question.setText(words.t("Not moved. {why}", why=sentence))
        self._ask.show()
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Ask no more."""
        self._ask.hide()

    def take_focus(self) -> None:
        """Begin with the first thing that can be done."""
        first = next((each for each in self.buttons.values() if not each.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_deeds(self, deeds: frozenset[Deed]) -> None:
        """Show the buttons of these deeds; the focus goes on where the one that had it is gone."""
        pressed = next((deed for deed, button in self.buttons.items() if button.hasFocus()), None)
        self._row.setVisible(bool(deeds))
        for deed in deeds:
            self.buttons[deed].show()
        if pressed is not None and pressed not in deeds:
            following = [each for each in (_BACK.get(pressed), *self.buttons) if each in deeds]
            if following and following[0] is not None:
                self.buttons[following[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        for deed, button in self.buttons.items():
            button.setVisible(deed in deeds)

    def _show_reasons(self, lines: Sequence[Line]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        empty(self._reasons)
        for line in lines:
            self._reasons.addWidget(ReasonLine(self._look, line))

    def _asker(self, deed: Deed) -> Callable[[], None]:
        return lambda: self.asked.emit(deed)
