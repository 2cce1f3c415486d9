"""The card of what is chosen, a person or a table: what is known, and what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.words import mark
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.button_row import ButtonRow
from ui.widgets.case_list import CaseList
from ui.widgets.emptied import empty
from ui.widgets.reason_line import Line, ReasonLine
from ui.widgets.text import Text


class Deed(Enum):
    """What can be done with the chosen person or table."""

    JOIN = "join"
    MOVE = "move"
    GIVE_BACK = "give_back"
    SWAP = "swap"
    TOGETHER = "together"
    APART = "apart"
    CHANGE = "change"
    CLOSE = "close"
    REOPEN = "reopen"
    RESULTS = "results"
    ADD = "add"
    ROUNDS = "rounds"
    ROLES = "roles"


TEXTS = {
    Deed.JOIN: mark("Give a card"),
    Deed.MOVE: mark("Move …"),
    Deed.GIVE_BACK: mark("Does not come"),
    Deed.SWAP: mark("Change cards …"),
    Deed.TOGETHER: mark("Sit with …"),
    Deed.APART: mark("Not with …"),
    Deed.CHANGE: mark("Change …"),
    Deed.CLOSE: mark("Close …"),
    Deed.REOPEN: mark("Open the table again"),
    Deed.RESULTS: mark("Results …"),
    Deed.ADD: mark("Add a table …"),
    Deed.ROUNDS: mark("Rounds …"),
    Deed.ROLES: mark("Who takes part …"),
}


@dataclass(frozen=True)
class Facts:
    """What the card says. `pairs` are sentences about wishes for two people, each of which can be taken back."""

    label: str = ""
    name: str = ""
    line: str = ""
    ways: tuple[str, ...] = ()
    small: str = ""
    reasons: tuple[Line, ...] = ()
    pairs: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()


class ChoiceCard(QFrame):
    """Shows facts, and hands on what is asked for."""

    asked = Signal(object)
    pair_removed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self._look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("What is chosen"))
        self.label, self.name = Text("", "label", wrap=True), Text("", "title", wrap=True)
        self.line, self.ways = Text("", "", wrap=True), Text("", "", wrap=True)
        self.small = Text("", "small", wrap=True)
        self.pairs = CaseList(look)
        self.pairs.removed.connect(self.pair_removed)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(space(4))
        self._shown: tuple[Line, ...] = ()
        self.buttons: dict[Deed, Button] = {}
        for deed, name in TEXTS.items():
            button = Button(look, words.t(name), plain(colours), size=14, high=34)
            button.clicked.connect(partial(self.asked.emit, deed))
            self.buttons[deed] = button
        self._row = ButtonRow(space(6), list(self.buttons.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(18), space(14), space(18), space(16))
        column.setSpacing(space(6))
        for text in (self.label, self.name, self.line, self.ways):
            column.addWidget(text)
        column.addLayout(self._reasons)
        column.addWidget(self.small)
        column.addWidget(self.pairs)
        column.addSpacing(space(2))
        column.addWidget(self._row)

    def show_facts(self, facts: Facts) -> None:
        """Show what is known."""
        for text, said in (
            (self.label, facts.label), (self.name, facts.name), (self.line, facts.line),
            (self.ways, "\n".join(facts.ways)), (self.small, facts.small),
        ):  # fmt: skip
            text.setText(said)
            text.setVisible(bool(said))
        self.pairs.show_cases(facts.pairs)
        self.pairs.setVisible(bool(facts.pairs))
        had = next((deed for deed, button in self.buttons.items() if button.hasFocus()), None)
        for deed, button in self.buttons.items():
            button.setVisible(deed in facts.deeds)
        self._row.setVisible(bool(facts.deeds))
        self._row.refit()
        if had is not None and had not in facts.deeds:
            self.take_focus()
        self._show_reasons(facts.reasons)

    def take_focus(self) -> None:
        """Begin with the first thing that can be done."""
        first = next((each for each in self.buttons.values() if not each.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reasons(self, lines: Sequence[Line]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        empty(self._reasons)
        for line in lines:
            self._reasons.addWidget(ReasonLine(self._look, line))
