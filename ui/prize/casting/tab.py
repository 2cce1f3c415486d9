"""The view where votes of ballots are put in: the ballot, then what it is for, and the next one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from eventdesk.people import code as codes
from eventdesk.prize.ballot import Channel, VoidReason
from eventdesk.prize.outcome import Barred, Cast, Usable, Voided
from eventdesk.prize.poll import Poll
from eventdesk.prize.telling import answer_text, entry_text
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.prize.casting.kiosk_card import KioskCard
from ui.prize.deeds import Deeds
from ui.prize.figures_card import FiguresCard
from ui.prize.issue.telling import Mood, Said
from ui.prize.scan_line import ScanLine
from ui.prize.split import Split
from ui.prize.verdict_panel import VerdictPanel


class CastTab(QWidget):
    """Two questions in one field. What a vote was for is not said again once it is in the urn."""

    said = Signal(str)
    kiosk_asked = Signal()

    def __init__(self, look: Look, deeds: Deeds) -> None:
        super().__init__()
        self.look, self.deeds, self.flow = look, deeds, deeds.flow
        words = look.words
        self.line = ScanLine(look, words.t("Scan a ballot or type its code"))
        self.panel = VerdictPanel(look, words.t("Vote"))
        self.spoil = self.panel.add_button(words.t("Make it void"), key_of(words, ActionId.VOID_BALLOT, PageId.PRIZE))
        self.back = self.panel.add_button(words.t("Another ballot"), words.t("Esc"))
        self.kiosk = KioskCard(look)
        self.figures = FiguresCard(look)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(14))
        column.addWidget(self.line)
        column.addWidget(self.panel, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Split(look, main, self.figures, self.kiosk))
        self._poll: Poll | None = None
        self._complained = False
        self._ballot = ""
        self.line.field.entered.connect(self._enter)
        self.line.field.escaped.connect(self.start_over)
        self.spoil.clicked.connect(self.make_void)
        self.back.clicked.connect(self.start_over)
        self.kiosk.asked.connect(self.kiosk_asked)

    # ---- what the page asks

    def show_poll(self, poll: Poll | None) -> None:
        """Show how a poll is going; another one than before begins anew."""
        other = (poll and (poll.id, poll.state)) != (self._poll and (self._poll.id, self._poll.state))
        self._poll = poll
        self.figures.setVisible(poll is not None)
        self.kiosk.setVisible(poll is not None and poll.is_open)
        if poll is not None:
            self.figures.show_figures(poll, self.flow.turnout(poll))
        if other or self.panel.said is None:
            self.start_over()

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        if wanted is ActionId.SEARCH:
            self.start_over()
        elif wanted is ActionId.VOID_BALLOT:
            self.make_void()
        else:
            return False
        return True

    def take_focus(self) -> None:
        """Begin in the field."""
        self.line.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Return the field."""
        return self.line.field

    def take_scan(self, code: str) -> None:
        """Take a scan that arrived elsewhere on this page."""
        self.take_focus()
        self._enter(code)

    # ---- one ballot after the other

    def start_over(self) -> None:
        """Forget the ballot, and be ready for the next one."""
        words, poll = self.look.words, self._poll
        self._ask_for_ballot()
        if poll is None:
            self.panel.show_said(Said(Mood.QUIET, words.t("Audience prize"), words.t("There is no poll yet")))
        elif not poll.is_open:
            closed = poll.closed is not None
            large = words.t("This poll is closed") if closed else words.t("This poll is not open yet")
            self.panel.show_said(Said(Mood.QUIET, poll.title, large))
        else:
            below = words.t("First the ballot, then the number on it. Enter after each; no mouse is needed.")
            self.panel.show_said(Said(Mood.QUIET, poll.title, words.t("Next ballot"), below=below))

    def make_void(self) -> None:
        """Let the ballot on the screen count no more: it was filled in so that it cannot count."""
        poll, ballot = self._poll, self._ballot
        words = self.look.words
        if poll is None or not ballot:
            self._complain(words.t("Scan the ballot first, then make it void."))
            return
        if self.deeds.is_closed():
            return
        answer = self.deeds.tried(lambda: self.flow.void(poll, ballot, VoidReason.SPOILED))
        if answer is not None:
            self._ask_for_ballot()
            good = isinstance(answer, Voided)
            large = words.t("Void") if good else words.t("That cannot be")
            self.panel.show_said(
                Said(Mood.MIND if good else Mood.NO, words.t("Ballot"), large, below=answer_text(words, answer))
            )

    def _ask_for_ballot(self) -> None:
        words = self.look.words
        self._ballot = ""
        self._ask(words.t("Scan a ballot or type its code"), words.t("Scan or type the ballot"), words.t("Ballot"))

    def _ask(self, *texts: str) -> None:
        self.line.field.setText("")
        self.line.ask(*texts)
        self._be_content()
        if self.isVisible():
            self.take_focus()

    def _enter(self, text: str) -> None:
        if not text.strip() or self._poll is None or self.deeds.is_closed():
            return
        is_ballot = self.flow.kind_of(text) in (codes.Kind.BALLOT, codes.Kind.STUB)
        if self._ballot and not is_ballot:
            self._choose(self._poll, text)
        else:
            self._take_ballot(self._poll, text)

    def _take_ballot(self, poll: Poll, scanned: str) -> None:
        words = self.look.words
        answer = self.deeds.tried(lambda: self.flow.check(poll, scanned))
        if answer is None:
            return
        told = answer_text(words, answer)
        if not isinstance(answer, Usable):
            self._ask_for_ballot()
            self.panel.show_said(Said(Mood.NO, words.t("Ballot"), words.t("Does not count"), below=told))
            return
        self._ballot = scanned
        self._ask(words.t("Number, or the sign of the stand"), words.t("Number on the ballot"), words.t("Number"))
        below = words.t("Not for {entry}.", entry=entry_text(answer.barred)) if answer.barred else ""
        said = Said(Mood.ASK, words.t("The ballot is good"), words.t("What is it for?"), below=below)
        self.panel.show_said(said, (self.spoil, self.back))

    def _choose(self, poll: Poll, text: str) -> None:
        words = self.look.words
        entry, ballot = self.flow.entry_meant(poll, text, scanned=False), self._ballot
        channel = Channel.PAPER if text.strip().isdigit() else Channel.SCAN  # a number is written, a sign is scanned
        answer = self.deeds.tried(lambda: self.flow.cast(poll, ballot, entry.id if entry else None, channel))
        if answer is None:
            return
        told = answer_text(words, answer)
        if isinstance(answer, Cast):
            self._ask_for_ballot()
            below = words.t("What it was for is not to be seen any more. Put the ballot into the box.")
            self.panel.show_said(Said(Mood.GOOD, words.t("Counted"), words.t("Next ballot"), below=below))
            return
        self.line.field.setText("")
        large = words.t("Not for this one") if isinstance(answer, Barred) else words.t("That cannot be")
        self.panel.show_said(Said(Mood.NO, words.t("Not counted"), large, below=told), (self.spoil, self.back))

    def _complain(self, sentence: str) -> None:
        self._complained = True
        self.said.emit(sentence)

    def _be_content(self) -> None:
        """Take away what was said about the scan before; nothing of what others say."""
        if self._complained:
            self._complained = False
            self.said.emit("")
