"""The card of a plan that is thought out: how far it is, how good, what would change, taking it or leaving it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from ui.fair.plan_card import Figure, Figures
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.change_list import FIRST, ChangeLine, ChangeList
from ui.widgets.emptied import empty
from ui.widgets.reason_line import Line, ReasonLine
from ui.widgets.text import Text


@dataclass(frozen=True)
class Progress:
    """How far a question is. `share` 0 to 1; None: nobody knows. `busy`: a better answer may come."""

    busy: bool
    sentence: str
    share: float | None = None


class AnswerCard(QFrame):
    """Shows an answer as it becomes better; children put their own questions into `above` and `below`."""

    begun = Signal()
    stopped = Signal()
    applied = Signal()
    left = Signal()
    turned = Signal(object)

    def __init__(self, look: Look, title: str, begin: str) -> None:
        super().__init__()
        self.look = look
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.title = Text(title, "title", wrap=True)
        self.placed, self.wishes, self.quality = Figure(look), Figure(look), Figure(look)
        self._figures = ButtonRow(space(22), [self.placed, self.wishes, self.quality])
        self.sentence = Text("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(space(6))
        self.bar.setAccessibleName(words.t("Progress"))
        self.begin = Button(look, begin, primary(colours), size=14, high=38)
        self.stop = Button(look, words.t("Stop, keep the best"), plain(colours), size=14, high=38)
        self.take = Button(look, words.t("Apply"), primary(colours), size=14, high=38)
        self.leave = Button(look, words.t("Discard"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.begin.clicked.connect(self.begun)
        self.stop.clicked.connect(self.stopped)
        self.take.clicked.connect(self.applied)
        self.leave.clicked.connect(self.left)
        self._deeds = ButtonRow(space(8), [self.begin, self.stop, self.take, self.leave])
        self.notes, self._noted = QVBoxLayout(), tuple[Line, ...]()
        self.notes.setSpacing(space(4))
        self.said = Text("", "strong", wrap=True)
        self.changes = ChangeList(look)
        self.changes.turned.connect(self.turned)
        self.above, self.below = QVBoxLayout(), QVBoxLayout()
        for layout in (self.above, self.below):
            layout.setSpacing(space(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        for each in (self.title, self.above, self._figures, self.sentence, self.bar, self._deeds):
            if isinstance(each, QVBoxLayout):
                column.addLayout(each)
            else:
                column.addWidget(each)
        column.addLayout(self.notes)
        column.addWidget(self.said)
        column.addWidget(self.changes, FIRST)
        column.addLayout(self.below)
        column.addStretch(1)
        self.show_progress(Progress(busy=False, sentence=""), answered=False)
        self.show_answer(None, (), (), "")

    def take_focus(self) -> None:
        """Begin at what can be done now."""
        for button in (self.take, self.stop, self.begin, self.leave):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_progress(self, progress: Progress, *, answered: bool, able: bool = True) -> None:
        """Show how far the answer is; `able`: it may be taken."""
        had = next((each for each in (self.begin, self.stop, self.take) if each.hasFocus()), None)
        self.sentence.setText(progress.sentence)
        self.sentence.setVisible(bool(progress.sentence))
        self.bar.setVisible(progress.busy)
        self.bar.setRange(0, 0 if progress.share is None else 100)
        self.bar.setValue(round((progress.share or 0) * 100))
        self.begin.setVisible(not progress.busy and not answered)
        self.stop.setVisible(progress.busy)
        self.take.setVisible(answered)
        self.take.setEnabled(able)
        self._deeds.refit()
        if had is not None and not had.isVisible():
            self.take_focus()

    def show_answer(
        self, figures: Figures | None, changes: Sequence[ChangeLine], notes: Sequence[Line], said: str
    ) -> None:
        """Show the best answer so far; None: there is none yet."""
        words = self.look.words
        self._figures.setVisible(figures is not None)
        if figures is not None:
            self.placed.say(figures.placed, f" / {figures.of}", words.t("placed"))
            self.wishes.say(figures.wishes, "", words.t("wishes met"))
            self.quality.number.be("planproven" if figures.good else "planfigure")
            self.quality.say(figures.quality, "", figures.proof)
            self.wishes.setVisible(bool(figures.wishes))
            self.quality.setVisible(bool(figures.quality))
            self._figures.refit()
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.changes.show_changes(changes)
        self.changes.setVisible(bool(changes))
        if tuple(notes) != self._noted:
            self._noted = tuple(notes)
            empty(self.notes)
            for note in notes:
                self.notes.addWidget(ReasonLine(self.look, note))
