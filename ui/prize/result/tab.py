"""The view of the result: closing the poll, the count, the protocol, counting again, the run-off."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.prize.count import Count, Ending
from eventdesk.prize.poll import Poll, PollState
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.prize.deeds import Deeds
from ui.prize.figures_card import FiguresCard
from ui.prize.flow.papers import Paper, PaperWish
from ui.prize.issue.telling import Mood, Said
from ui.prize.printing import Printing
from ui.prize.question_card import QuestionCard
from ui.prize.result.standings import Standings
from ui.prize.result.telling import ending_said
from ui.prize.split import Split
from ui.prize.verdict_panel import VerdictPanel
from ui.widgets.button import Button
from ui.widgets.reason_line import Line


class ResultTab(QWidget):
    """Nothing of the votes is shown before the poll is closed: the core does not count them before."""

    said = Signal(str)
    save_asked = Signal(str)

    def __init__(self, look: Look, deeds: Deeds, printing: Printing) -> None:
        super().__init__()
        self.look, self.deeds, self.flow, self._printing = look, deeds, deeds.flow, printing
        words = look.words
        self.panel = VerdictPanel(look, words.t("Result"))
        prize = PageId.PRIZE
        self.close_button = self.panel.add_button(words.t("Close the poll …"), key_of(words, ActionId.TURN_POLL, prize))
        self.run_off = self.panel.add_button(words.t("Prepare the run-off"), "")
        self.protocol = self.panel.add_button(words.t("Save the protocol …"), key_of(words, ActionId.PRINT, prize))
        self.recount = self.panel.add_button(words.t("Count again"), key_of(words, ActionId.RECOUNT, prize))
        self.standings = Standings(look)
        self.question = QuestionCard(look)
        self.figures = FiguresCard(look)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(12))
        column.addWidget(self.panel, 2)
        column.addWidget(self.standings, 3)
        self.stack = QStackedWidget()
        self.shown = shown
        self.stack.addWidget(shown)
        self.stack.addWidget(self.question)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Split(look, self.stack, self.figures))
        self._poll: Poll | None = None
        self._count: Count | None = None
        self.wish: PaperWish | None = None
        self.close_button.clicked.connect(self.ask_to_close)
        self.protocol.clicked.connect(self.ask_protocol)
        self.recount.clicked.connect(self.count_again)
        self.run_off.clicked.connect(self.prepare_run_off)
        self.question.answered.connect(self._close)

    # ---- what the page asks

    def show_poll(self, poll: Poll | None) -> None:
        """Show how a poll ended, if it did."""
        self._poll = poll
        self._count = self.flow.count(poll) if poll is not None else None
        self.figures.setVisible(poll is not None)
        if poll is not None:
            self.figures.show_figures(poll, self.flow.turnout(poll))
        if poll is None or not poll.is_open:
            self.stack.setCurrentWidget(self.shown)
        self.standings.setVisible(self._count is not None)
        self.standings.show_standings(self._count.standings if self._count is not None else ())
        self.panel.show_said(self._said(poll), self._offered(poll))

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        known = {
            ActionId.TURN_POLL: self.ask_to_close,
            ActionId.PRINT: self.ask_protocol,
            ActionId.RECOUNT: self.count_again,
        }
        deed = known.get(wanted)
        if deed is not None:
            deed()
        return deed is not None

    def take_focus(self) -> None:
        """Begin with what is due."""
        if self.stack.currentWidget() is self.question:
            self.question.take_focus()
            return
        due = (self.run_off, self.close_button, self.protocol)
        button = next((each for each in due if each.isVisibleTo(self)), None)
        (button or self.panel).setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Return none: letters are for the check-in."""
        return None

    def save_to(self, path: Path) -> None:
        """Write the protocol."""
        if self.wish is not None:
            self._printing.write(self.wish, path)

    # ---- deeds

    def ask_to_close(self) -> None:
        """Ask whether the poll is to be closed, and say what that means."""
        poll, words = self._poll, self.look.words
        if poll is None or self.deeds.is_closed():
            return
        if not poll.is_open:
            self.deeds.complain(words.t("“{title}” is not open.", title=poll.title))
            return
        turnout = self.flow.turnout(poll)
        waiting = max(0, turnout.issued - turnout.cast - turnout.voided)
        box = words.t("Ballots that lie in a box must be put in before.")
        if waiting:
            told = words.n(
                "One ballot that was handed out was not cast yet.",
                "{count} ballots that were handed out were not cast yet.",
                waiting,
            )
            box = f"{told} {box}"
        lines = (
            Line(good=True, text=words.t("The votes are counted, and the result is shown.")),
            Line(good=False, text=box),
            Line(good=False, text=words.t("No ballot counts any more from then on. This cannot be undone.")),
        )
        self.question.ask(words.t("Close “{title}”?", title=poll.title), "", lines, words.t("Close and count"))
        self.stack.setCurrentWidget(self.question)
        self.question.take_focus()

    def ask_protocol(self) -> None:
        """Ask where the protocol goes."""
        if self._poll is None:
            return
        wish = PaperWish(Paper.PROTOCOL, self._poll.id)
        missing = self._printing.missing(wish)
        if missing:
            self.deeds.complain(missing)
            return
        self.wish = wish
        self.deeds.be_content()
        self.save_asked.emit(f"{self.look.words.t('Protocol')} {self._poll.title}")

    def count_again(self) -> None:
        """Count the votes of the file once more, and say whether they are the same."""
        words, poll, before = self.look.words, self._poll, self._count
        if poll is None or before is None:
            self.deeds.complain(words.t("The votes are counted when the poll is closed."))
            return
        again = self.flow.count(poll)
        if again is not None and again.standings == before.standings:
            votes = sum(standing.votes for standing in again.standings)
            told = words.n(
                "Counted again from the file: one vote, the same result.",
                "Counted again from the file: {count} votes, the same result.",
                votes,
            )
            self.deeds.told.emit(told)
        else:
            self.deeds.complain(words.t("Counted again from the file: another result than the one that was shown."))
        self.show_poll(poll)

    def prepare_run_off(self) -> None:
        """Prepare a poll between those who share the first place."""
        poll, words = self._poll, self.look.words
        if poll is None:
            return
        title = words.t("{title}: run-off", title=poll.title)
        if self.deeds.managed(lambda: self.flow.run_off(poll, title)) is not None:
            told = words.t(
                "“{title}” is prepared. Make new ballots for it: the old ones do not count there.", title=title
            )
            self.deeds.told.emit(told)

    def _close(self, yes: bool) -> None:
        poll = self._poll
        self.stack.setCurrentWidget(self.shown)
        if yes and poll is not None:
            self.deeds.managed(lambda: self.flow.close_poll(poll))
        self.take_focus()

    def _said(self, poll: Poll | None) -> Said:
        words = self.look.words
        if poll is None:
            return Said(Mood.QUIET, words.t("Audience prize"), words.t("There is no poll yet"))
        if self._count is not None:
            return ending_said(words, self._count)
        if poll.state is PollState.PREPARING:
            return Said(Mood.QUIET, poll.title, words.t("This poll is not open yet"))
        below = words.t("Nobody can see how the votes stand before the poll is closed, not even this desk.")
        return Said(Mood.QUIET, poll.title, words.t("Voting is under way"), below=below)

    def _offered(self, poll: Poll | None) -> tuple[Button, ...]:
        if poll is not None and poll.is_open:
            return (self.close_button,)
        if self._count is None or poll is None:
            return ()
        tied = self._count.ending is Ending.TIED and self.flow.run_off_of(poll) is None
        return ((self.run_off,) if tied else ()) + (self.protocol, self.recount)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the answer that changes nothing."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.question:
            self._close(yes=False)
        else:
            super().keyPressEvent(event)
