"""The card of a poll that is looked at: the steps to an open one, and what can still be printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.prize.poll import Poll, PollState
from eventdesk.words.prize import STATES, TIES
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.prize.flow.papers import Paper
from ui.prize.flow.prize_flow import Need
from ui.prize.setup.step_row import StepRow
from ui.widgets.button import Button, plain, primary
from ui.widgets.card import Card
from ui.widgets.field import Field, Note
from ui.widgets.segments import Segments
from ui.widgets.text import Text

SIZES = (PaperSize.A4, PaperSize.A3)
MOST_SPARE, USUAL_SPARE = 5000, 20


class StepsCard(Card):
    """What is to be done before guests can vote, in its order."""

    paper_asked = Signal(object)
    change_asked = Signal()
    remove_asked = Signal()
    open_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        words, colours = look.words, look.theme.colours
        self._may_make = self._lacks = False
        self.about = Text("", "muted", wrap=True)
        self.column.addWidget(self.about)
        self.change, self.remove = self.button(words.t("Change …")), self.button(words.t("Remove the poll"))
        self.make = Button(look, words.t("Make and save as PDF …"), primary(colours), size=14, high=38)
        self.again = self.button(words.t("Save all again …"))
        self.notice = self.button(words.t("Save the notice …"))
        key = key_of(words, ActionId.TURN_POLL, PageId.PRIZE)
        self.open = Button(look, words.t("Open the poll …"), plain(colours), key=key, size=14, high=38)
        self.spare = Field(look, words.t("Ballots for walk-ins"), self._check, longest=4, puts_back=False)
        self.spare.edit.setProperty("kind", "form")
        self.spare.show_text(str(USUAL_SPARE))
        self.spare.edit.textChanged.connect(lambda _text: self._offer_more())
        self.spare.setMaximumWidth(look.theme.text_px(90))
        self._spares = QWidget()
        line = QHBoxLayout(self._spares)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Text(words.t("and for walk-ins"), "small"))
        line.addWidget(self.spare)
        line.addStretch(1)
        self.first = StepRow(look, 1, words.t("What can be voted for"), (), (self.change, self.remove))
        self.second = StepRow(look, 2, words.t("Ballots"), (self._spares,), (self.make, self.again))
        self.sizes = Segments(look, [size.value for size in SIZES], 0, words.t("Size"))
        self.sizes.setMaximumWidth(look.theme.text_px(150))
        self.third = StepRow(look, 3, words.t("Notice for the wall"), (self.sizes,), (self.notice,))
        self.fourth = StepRow(look, 4, words.t("Voting"), (), (self.open,))
        for step in (self.first, self.second, self.third, self.fourth):
            self.column.addWidget(step)
        self.column.addStretch(1)
        self.change.clicked.connect(self.change_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.make.clicked.connect(lambda: self.paper_asked.emit(Paper.NEW_BALLOTS))
        self.again.clicked.connect(lambda: self.paper_asked.emit(Paper.BALLOTS))
        self.notice.clicked.connect(lambda: self.paper_asked.emit(Paper.NOTICE))
        self.open.clicked.connect(self.open_asked)

    def spare_number(self) -> int:
        """Return how many ballots are wanted for people who are not on the list."""
        text = self.spare.text().strip()
        return int(text) if text.isascii() and text.isdecimal() and int(text) <= MOST_SPARE else 0

    def paper_size(self) -> PaperSize:
        """Return how large the notice is wanted."""
        return SIZES[self.sizes.at()]

    def show_poll(self, poll: Poll, made: int, need: Need) -> None:
        """Show how far a poll is."""
        words, colours = self.look.words, self.look.theme.colours
        preparing, ended = poll.state is PollState.PREPARING, poll.state is PollState.CLOSED
        self.title.setText(poll.title)
        self.setAccessibleName(poll.title)
        rules = [words.t(TIES[poll.tie.value])]
        rules.append(words.t("Nobody votes for their own stand.") if poll.own_barred else "")
        state = words.t("State: {state}.", state=words.t(STATES[poll.state.value]))
        self.about.setText(" ".join(filter(None, (state, *rules))))
        number = len(poll.entries)
        self.first.show_state(
            words.n(
                "One entry, numbered.",
                "{count} entries, numbered 1 to {last}.",
                number,
                last=poll.entries[-1].number if poll.entries else 0,
            ),
            done=number > 1,
        )
        self.change.setVisible(preparing and not made)
        self.remove.setVisible(preparing)
        self._spares.setVisible(not ended)
        self.second.show_state(self._ballots_text(made, need, ended=ended), done=made > 0 and not need.missing)
        self._may_make, self._lacks = not ended, bool(need.missing)
        self.make.say(words.t("Make more and save as PDF …") if made else words.t("Make and save as PDF …"))
        self.make.wear(plain(colours) if made else primary(colours))
        self.again.setVisible(made > 0 and not ended)
        self.third.show_state(
            words.t("How to vote, and every number with its name, as large as one sheet allows."), done=False
        )
        self.notice.setEnabled(number > 1)
        self.fourth.show_state(self._voting_text(poll), done=not preparing)
        self.open.setVisible(preparing)
        self.open.setEnabled(made > 0)
        self.open.wear(primary(colours) if made else plain(colours))
        for step in (self.first, self.second, self.third, self.fourth):
            step.buttons.refit()
        self._offer_more()

    def forget_spare(self) -> None:
        """Want no more for walk-ins than were just made."""
        self.spare.show_text("0")

    def _offer_more(self) -> None:
        self.make.setVisible(self._may_make and (self._lacks or self.spare_number() > 0))
        self.second.buttons.refit()

    def _ballots_text(self, made: int, need: Need, *, ended: bool) -> str:
        words = self.look.words
        told = [words.n("One ballot is made.", "{count} ballots are made.", made)]
        if ended:
            return told[0]
        if need.for_anybody:
            told.append(
                words.n("The pile for everybody lacks one.", "The pile for everybody lacks {count}.", need.for_anybody)
            )
        if need.packets:
            told.append(
                words.n(
                    "One packet for people at stands is missing ({ballots} ballots).",
                    "{count} packets for people at stands are missing ({ballots} ballots).",
                    need.packets,
                    ballots=need.in_packets,
                )
            )
        if not need.missing:
            told.append(words.t("That is enough for everybody on the list."))
        return " ".join(told)

    def _voting_text(self, poll: Poll) -> str:
        words = self.look.words
        if poll.state is PollState.PREPARING:
            return words.t("From then on ballots count, and nothing about the entries can change.")
        return words.t("Votes are counted now.") if poll.is_open else words.t("Voting is over.")

    def _check(self, text: str) -> Note:
        good = text.isascii() and text.isdecimal() and int(text) <= MOST_SPARE
        return Note() if good else Note(self.look.words.t("A number from 0 to {most}", most=MOST_SPARE), wrong=True)
