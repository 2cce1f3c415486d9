"""What one line of the journal did, in plain words, with the buttons that take it back or do it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from eventdesk.history.badge_telling import code_text
from eventdesk.history.happening import Happening, Step
from eventdesk.history.telling import step_sentences
from eventdesk.people.rolebook import RoleBook
from eventdesk.words import Words
from ui.actions import ActionId, key_of
from ui.journal.lines import Line
from ui.journal.parts import Block, Parts
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text


@dataclass(frozen=True)
class Matter:
    """What stands about a line besides what it did: when and where, and what can be done with it.

    `may_undo`, `may_redo`: the button is there. `shut` says why it cannot be pressed, if so. `undone` says by what and
    when it was undone, `undone_by` is the entry of that.
    """

    when: str
    may_undo: bool = False
    may_redo: bool = False
    shut: str = ""
    undone: str = ""
    undone_by: str = ""


FEW = 6
"""Of more rows than this, each gets one line for all that was done to it."""


def blocks(words: Words, happenings: Sequence[Happening], zone: ZoneInfo, book: RoleBook, title: str) -> list[Block]:
    """Return what was done row by row: what the row is called, and a sentence for each thing.

    A single row needs no name if the title has it.
    """
    steps: list[Step] = [step for happening in happenings for step in happening.steps]
    told = [(_called(step), step_sentences(words, step, zone, book)) for step in steps]
    told = [("" if name in title and len(told) == 1 else name, sentences) for name, sentences in told if sentences]
    return told if len(told) <= FEW else [(name, [" · ".join(sentences)]) for name, sentences in told]


def _called(step: Step) -> str:
    """Return what a row is called; a detail of the event says so itself."""
    if step.table == "setting":
        return ""
    return code_text(step.name) if step.table == "scan" else step.name


class Details(QFrame):
    """The chosen line beside the list."""

    undo_asked = Signal()
    redo_asked = Signal()
    jump_asked = Signal(str)
    more_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._look, theme, words = look, look.theme, look.words
        self._against = self._undone_by = ""
        self._title = Text("", "title", wrap=True)
        self._when, self._remarks = Text("", "muted", wrap=True), Text("", "", wrap=True)
        self._undone, self._why = Text("", "muted", wrap=True), Text("", "danger", wrap=True)
        dress = plain(theme.colours)
        self.undo_button = Button(
            look, words.t("Undo"), dress, key=key_of(words, ActionId.UNDO), icon="undo", size=14, high=38
        )
        self.redo_button = Button(
            look, words.t("Do it again"), dress, key=key_of(words, ActionId.REDO), icon="again", size=14, high=38
        )
        self.show_undo = Button(look, words.t("Show the undo"), dress, size=14, high=36)
        self.show_against = Button(look, words.t("Show what came later"), dress, size=14, high=36)
        self.more_button = Button(look, words.t("Show more"), dress, icon="down", size=14, high=36)
        self.undo_button.clicked.connect(self.undo_asked)
        self.redo_button.clicked.connect(self.redo_asked)
        self.show_undo.clicked.connect(lambda: self.jump_asked.emit(self._undone_by))
        self.show_against.clicked.connect(lambda: self.jump_asked.emit(self._against))
        self.more_button.clicked.connect(self.more_asked)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(theme.space(20), theme.space(16), theme.space(20), theme.space(16))
        self._column.setSpacing(theme.space(8))
        for widget in (self._title, self._remarks, self._when, self._undone, self.show_undo):
            self._column.addWidget(widget)
        for widget in (self.undo_button, self.redo_button, self._why, self.show_against):
            self._column.addWidget(widget)
        self._column.addSpacing(theme.space(8))
        self._parts = Parts(look)
        self._column.addWidget(self._parts)
        self._column.addWidget(self.more_button)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setMinimumHeight(theme.text_px(15) * 12)
        self.area.setAccessibleName(words.t("What was done"))
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self.area)
        self.clear()

    def clear(self) -> None:
        """Show that no line is chosen."""
        self._title.setText(self._look.words.t("Choose a line to see what was done."))
        for widget in (self._remarks, self._when, self._undone, self.show_undo, self.undo_button, self.redo_button):
            widget.hide()
        self.refuse("", "")
        self._parts.show_blocks(())
        self.more_button.hide()

    def show_line(self, line: Line, matter: Matter) -> None:
        """Show a line, without what it did to each row yet."""
        self._say(self._title, line.title)
        self._say(self._remarks, line.below)
        self._say(self._when, matter.when)
        self._say(self._undone, matter.undone)
        self._undone_by = matter.undone_by
        self.show_undo.setVisible(bool(matter.undone_by))
        for button, there in ((self.undo_button, matter.may_undo), (self.redo_button, matter.may_redo)):
            button.setVisible(there)
            button.setEnabled(not matter.shut)
        self.refuse(matter.shut if matter.may_undo or matter.may_redo else "", "")

    def refuse(self, sentence: str, against: str) -> None:
        """Say why nothing was undone, with a button that leads to what stands in the way."""
        self._against = against
        self._say(self._why, sentence)
        self.show_against.setVisible(bool(against))

    def show_remarks(self, text: str) -> None:
        """Show other remarks, once they are summed up."""
        self._say(self._remarks, text)

    def show_parts(self, parts: Sequence[Block], *, first: bool, more: bool) -> None:
        """Show what was done to some rows: the first ones, or behind those that stand there."""
        if first:
            self._parts.show_blocks(parts)
            self.area.verticalScrollBar().setValue(0)
        else:
            self._parts.add_blocks(parts)
        self.more_button.setVisible(more)

    def texts(self) -> list[str]:
        """Return what stands about the rows."""
        return self._parts.texts()

    @staticmethod
    def _say(label: Text, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
