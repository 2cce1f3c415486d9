"""The card of an answer that is thought out: how far it is, how good, what would change, taking it or leaving it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

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


@dataclass(frozen=True)
class Answer:
    """What is shown of an answer: what matters in large letters, what it is beside today, a sentence and so on."""

    sum: str = ""
    beside: str = ""
    sentence: str = ""
    notes: tuple[Line, ...] = ()
    changes: tuple[ChangeLine, ...] = ()


class AnswerCard(QFrame):
    """Shows an answer as it becomes better; what asks puts its own questions into `above`.

    `begin` is what the button says that asks; empty: there is none, what is in `above` asks.
    """

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
        self.sum, self.said = Text("", "title", wrap=True), Text("", "strong", wrap=True)
        self.sentence, self.beside = Text("", "muted", wrap=True), Text("", "small", wrap=True)
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
        self._begins = bool(begin)
        self._deeds = ButtonRow(space(8), [self.begin, self.stop, self.take, self.leave])
        self._notes, self._noted = QVBoxLayout(), tuple[Line, ...]()
        self._notes.setSpacing(space(4))
        self.changes = ChangeList(look)
        self.changes.turned.connect(self.turned)
        for chosen in (self.changes.clicked, self.changes.activated):
            chosen.connect(lambda index: self.turned.emit(self.changes.lines[index.row()]))
        self.above = QVBoxLayout()
        self.above.setSpacing(space(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        column.addWidget(Text(title, "label", wrap=True))
        column.addLayout(self.above)
        for widget in (self.sum, self.beside, self.sentence, self.bar, self._deeds):
            column.addWidget(widget)
        column.addLayout(self._notes)
        column.addWidget(self.said)
        column.addWidget(self.changes, FIRST)
        column.addStretch(1)
        self.show_progress(Progress(busy=False, sentence=""), answered=False)
        self.show_answer(Answer())

    def take_focus(self) -> None:
        """Begin at what can be done now."""
        for button in (self.take, self.stop, self.begin, self.leave):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def show_progress(self, progress: Progress, *, answered: bool, able: bool = True, again: bool = False) -> None:
        """Show how far the answer is; `able`: it may be taken; `again`: it may be asked anew."""
        had = next((each for each in (self.begin, self.stop, self.take) if each.hasFocus()), None)
        self.sentence.setText(progress.sentence)
        self.sentence.setVisible(bool(progress.sentence))
        self.bar.setVisible(progress.busy)
        self.bar.setRange(0, 0 if progress.share is None else 100)
        self.bar.setValue(round((progress.share or 0) * 100))
        self.begin.setVisible(self._begins and not progress.busy and (again or not answered))
        self.stop.setVisible(progress.busy)
        self.take.setVisible(answered and not again)
        self.take.setEnabled(able)
        self._deeds.refit()
        if had is not None and not had.isVisible():
            self.take_focus()

    def show_answer(self, answer: Answer) -> None:
        """Show the best answer so far."""
        self.sum.setText(answer.sum)
        self.sum.setVisible(bool(answer.sum))
        self.beside.setText(answer.beside)
        self.beside.setVisible(bool(answer.beside))
        self.said.setText(answer.sentence)
        self.said.setVisible(bool(answer.sentence))
        self.changes.show_changes(answer.changes)
        self.changes.setVisible(bool(answer.changes))
        if answer.notes != self._noted:
            self._noted = answer.notes
            empty(self._notes)
            for note in answer.notes:
                self._notes.addWidget(ReasonLine(self.look, note))
