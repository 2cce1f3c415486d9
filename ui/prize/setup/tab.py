"""The view where a poll is set up."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.prize.poll import Poll, PollState
from eventdesk.words import mark
from ui.actions import ActionId
from ui.look import Look
from ui.prize.deeds import Deeds
from ui.prize.figures_card import FiguresCard
from ui.prize.flow.papers import Paper, PaperWish
from ui.prize.flow.prize_flow import Need
from ui.prize.printing import Printing
from ui.prize.question_card import QuestionCard
from ui.prize.setup.form import PollForm
from ui.prize.setup.steps_card import StepsCard
from ui.prize.split import Split
from ui.widgets.reason_line import Line

NAMES = {
    Paper.NEW_BALLOTS: mark("Ballots"),
    Paper.BALLOTS: mark("Ballots"),
    Paper.NOTICE: mark("Notice"),
    Paper.PROTOCOL: mark("Protocol"),
}


class SetupTab(QWidget):
    """Steps, a form, or the question before a poll is opened. `save_asked` proposes the name of a file."""

    said = Signal(str)
    save_asked = Signal(str)

    def __init__(self, look: Look, deeds: Deeds, printing: Printing) -> None:
        super().__init__()
        self.look, self.deeds, self.flow, self._printing = look, deeds, deeds.flow, printing
        self.steps, self.form, self.question = StepsCard(look), PollForm(look), QuestionCard(look)
        self.stack = QStackedWidget()
        for card in (self.steps, self.form, self.question):
            self.stack.addWidget(card)
        self.figures = FiguresCard(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._split = Split(look, self.stack, self.figures)
        whole.addWidget(self._split)
        self._poll: Poll | None = None
        self._begun = False
        self.wish: PaperWish | None = None
        self.steps.paper_asked.connect(self.ask_paper)
        self.steps.change_asked.connect(self.change)
        self.steps.remove_asked.connect(self.remove)
        self.steps.open_asked.connect(self.ask_to_open)
        self.form.saved.connect(self._show_steps)
        self.form.left.connect(self._show_steps)
        self.question.answered.connect(self._open)

    # ---- what the page asks

    def show_poll(self, poll: Poll | None) -> None:
        """Show how far a poll is; without one, the form of a new one."""
        other = (poll and poll.id) != (self._poll and self._poll.id)
        first, self._poll = self._poll is None, poll
        self._split.show_side(shown=poll is not None and poll.state is not PollState.PREPARING)
        if poll is None:
            if self.stack.currentWidget() is not self.form or not self._begun:
                self.begin_new()
            return
        turnout = self.flow.turnout(poll)
        self.figures.show_figures(poll, turnout)
        ended = poll.state is PollState.CLOSED
        self.steps.show_poll(poll, turnout.made - turnout.voided, Need({}) if ended else self.flow.need(poll))
        if other and (first or not self.writes):
            self._show_steps()

    @property
    def writes(self) -> bool:
        """Whether somebody is amid a form."""
        return self.stack.currentWidget() is self.form and self._begun

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        if wanted is ActionId.ADD:
            self.begin_new()
        elif wanted is ActionId.TURN_POLL:
            self.ask_to_open()
        elif wanted is ActionId.PRINT:
            self.ask_paper(Paper.BALLOTS if self._poll and self.flow.made(self._poll) else Paper.NEW_BALLOTS)
        else:
            return False
        return True

    def take_focus(self) -> None:
        """Begin with what is due."""
        if self.stack.currentWidget() is self.form:
            self.form.take_focus()
        elif self.stack.currentWidget() is self.question:
            self.question.take_focus()
        else:
            steps = self.steps
            due = (steps.open, steps.make, steps.again, steps.notice)
            button = next((each for each in due if each.isVisibleTo(steps) and each.isEnabled()), steps.notice)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Return none: letters are for the check-in."""
        return None

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted."""
        if self.wish is not None:
            self._printing.write(self.wish, path)
            if self.wish.paper is Paper.NEW_BALLOTS:
                self.steps.forget_spare()

    # ---- deeds

    def begin_new(self) -> None:
        """Begin a new poll."""
        self._begin(None)

    def change(self) -> None:
        """Change the poll that is looked at."""
        if self._poll is not None and not self.deeds.is_closed():
            self._begin(self._poll)

    def remove(self) -> None:
        """Remove the poll that is looked at; it can be undone."""
        poll = self._poll
        if poll is None:
            return
        gone = self.deeds.managed(lambda: self.flow.remove(poll))
        if gone is not None:
            told = self.look.words.t("“{title}” is removed. Undo brings it back.", title=poll.title)
            self.deeds.told.emit(told)

    def ask_paper(self, paper: Paper) -> None:
        """Ask where a paper goes."""
        if self._poll is None or (paper is Paper.NEW_BALLOTS and self.deeds.is_closed()):
            return
        spare = self.steps.spare_number() if paper is Paper.NEW_BALLOTS else 0
        wish = PaperWish(paper, self._poll.id, self.steps.paper_size(), spare)
        missing = self._printing.missing(wish)
        if missing:
            self.deeds.complain(missing)
            return
        self.wish = wish
        self.deeds.be_content()
        self.save_asked.emit(f"{self.look.words.t(NAMES[paper])} {self._poll.title}")

    def ask_to_open(self) -> None:
        """Ask whether the poll is to be opened, and say what that means."""
        poll, words = self._poll, self.look.words
        if poll is None or poll.state is not PollState.PREPARING or self.deeds.is_closed():
            return
        if not self.flow.made(poll):
            self.deeds.complain(words.t("“{title}” has no ballots yet. Make and print them first.", title=poll.title))
            return
        lines = (
            Line(good=True, text=words.t("Ballots can be handed out and cast from now on.")),
            Line(
                good=True, text=words.t("A number is drawn now that decides by lot after a tie: before the first vote.")
            ),
            Line(good=False, text=words.t("Entries, numbers and rules stay as they are. This cannot be undone.")),
        )
        title = words.t("Open “{title}”?", title=poll.title)
        self.question.ask(title, "", lines, words.t("Open the poll"))
        self._show(self.question)

    def _open(self, yes: bool) -> None:
        poll = self._poll
        if yes and poll is not None:
            done = self.deeds.managed(lambda: self.flow.open(poll))
            if done is not None:
                self.deeds.told.emit(self.look.words.t("“{title}” is open.", title=poll.title))
        self._show_steps()

    def _begin(self, poll: Poll | None) -> None:
        self._begun = True
        any_poll = bool(self.flow.polls())
        self.form.begin(poll, self.flow.offered(), partial(self._write, poll), way_out=any_poll)
        self._show(self.form)

    def _write(self, poll: Poll | None) -> bool:
        title, entries, own, tie = self.form.rules()
        if poll is None:
            done = self.deeds.managed(lambda: self.flow.add(title, entries, own_barred=own, tie=tie))
        else:
            done = self.deeds.managed(lambda: self.flow.edit(poll, title, entries, own_barred=own, tie=tie))
        return done is not None

    def _show_steps(self) -> None:
        self._begun = False
        self.show_poll(self.flow.poll())
        if self._poll is not None:
            self._show(self.steps)

    def _show(self, card: QWidget) -> None:
        self.stack.setCurrentWidget(card)
        if self.isVisible():
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the steps."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self.steps and self._poll is not None:
            self._show_steps()
        else:
            super().keyPressEvent(event)
