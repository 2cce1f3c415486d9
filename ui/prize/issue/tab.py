"""The view where ballots are handed out: scan a badge or type a name, read in large letters what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from eventdesk.checkin.meant import Doubt, doubt
from eventdesk.people import code as codes
from eventdesk.people.person import Person
from eventdesk.prize.outcome import AlreadyIssued, Issued
from eventdesk.prize.poll import Poll
from eventdesk.prize.telling import answer_text
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.prize.deeds import Deeds
from ui.prize.figures_card import FiguresCard
from ui.prize.found_list import FoundList
from ui.prize.issue.telling import Mood, Said, issue_said, unknown_said
from ui.prize.scan_line import ScanLine
from ui.prize.split import Split
from ui.prize.verdict_panel import VerdictPanel

FEWEST_LETTERS = 2


class IssueTab(QWidget):
    """One field, one verdict. A lost ballot is replaced by the code of its stub, asked for in the same field."""

    said = Signal(str)

    def __init__(self, look: Look, deeds: Deeds) -> None:
        super().__init__()
        self.look, self.deeds, self.flow = look, deeds, deeds.flow
        words = look.words
        self.line = ScanLine(look, words.t("Scan a badge or type a name"))
        self.panel = VerdictPanel(look, words.t("Ballot"))
        self.lost = self.panel.add_button(
            words.t("Replace a lost ballot"), key_of(words, ActionId.LOST_BALLOT, PageId.PRIZE)
        )
        self.back = self.panel.add_button(words.t("Back"), words.t("Esc"))
        self.found = FoundList(look, words.t("People found"))
        self.stage = QStackedWidget()
        self.stage.addWidget(self.panel)
        self.stage.addWidget(self.found)
        self.figures = FiguresCard(look)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(14))
        column.addWidget(self.line)
        column.addWidget(self.stage, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Split(look, main, self.figures))
        self._poll: Poll | None = None
        self._complained = False
        self._doubt: Doubt | None = None
        self._replacing: Person | None = None
        self._last: Person | None = None
        field = self.line.field
        field.textEdited.connect(self._search)
        field.entered.connect(self._enter)
        field.moved.connect(self.found.move_choice)
        field.escaped.connect(self.start_over)
        self.found.chosen.connect(self._take)
        self.lost.clicked.connect(self.replace_lost)
        self.back.clicked.connect(self.start_over)

    # ---- what the page asks

    def show_poll(self, poll: Poll | None) -> None:
        """Show how a poll is going; another one than before begins anew."""
        other = (poll and (poll.id, poll.state)) != (self._poll and (self._poll.id, self._poll.state))
        self._poll = poll
        self.figures.setVisible(poll is not None)
        if poll is not None:
            self.figures.show_figures(poll, self.flow.turnout(poll))
        if other or self.panel.said is None:
            self.start_over()

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        if wanted is ActionId.SEARCH:
            self.start_over()
        elif wanted is ActionId.LOST_BALLOT:
            self.replace_lost()
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

    # ---- one after the other

    def start_over(self) -> None:
        """Be ready for the next person."""
        words = self.look.words
        self._replacing = None
        self._show_field(
            words.t("Scan a badge or type a name"), words.t("Scan or type a name"), words.t("Scan or name")
        )
        if self._poll is None:
            said = Said(Mood.QUIET, words.t("Audience prize"), words.t("There is no poll yet"))
        elif self._poll.closed is not None:
            said = Said(Mood.QUIET, self._poll.title, words.t("This poll is closed"))
        else:
            below = words.t("Whoever has been checked in today gets one. Which one is never written down.")
            said = Said(Mood.QUIET, self._poll.title, words.t("Next, please"), below=below)
        self.panel.show_said(said)

    def replace_lost(self) -> None:
        """Ask for the stub of a lost ballot of the person on the screen."""
        words = self.look.words
        if self._last is None or self._poll is None or self.deeds.is_closed():
            self._complain(words.t("Scan the badge of the person first, then replace the ballot."))
            return
        self._replacing = self._last
        self._show_field(words.t("Scan or type the code of the stub"), words.t("Code of the stub"), words.t("Stub"))
        below = words.t(
            "Without the stub, or the ballot itself, there is no other one: the lost one may have been used."
        )
        said = Said(Mood.MIND, words.t("Lost ballot"), words.t("Ask for the stub"), self._last.name, below)
        self.panel.show_said(said, (self.back,))

    def _show_field(self, *texts: str) -> None:
        self.line.field.setText("")
        self.line.ask(*texts)
        self.stage.setCurrentWidget(self.panel)
        self._be_content()
        if self.isVisible():
            self.take_focus()

    def _search(self, text: str) -> None:
        names = self._replacing is None and any(letter.isalpha() for letter in text)
        if not names or len(text.strip()) < FEWEST_LETTERS:
            self.stage.setCurrentWidget(self.panel)
            return
        found = self.flow.search(text)
        self._doubt = doubt(text, found)
        self.found.show_lines([(each.person.id, self._told(each.person)) for each in found], sure=self._doubt is None)
        self.stage.setCurrentWidget(self.found)

    def _told(self, person: Person) -> str:
        has = self._poll is not None and self.flow.has_ballot(self._poll, person.id)
        state = self.look.words.t("has a ballot") if has else ""
        return " · ".join(part for part in (person.list_name, person.organisation, person.town, state) if part)

    def _enter(self, text: str) -> None:
        if not text.strip() or self._poll is None or self.deeds.is_closed():
            return
        if self._replacing is not None:
            self._replace(self._replacing, text)
        elif self.flow.is_scan(text) or self.flow.kind_of(text) is not None:
            self._scan(text)
        elif self.stage.currentWidget() is self.found and self.found.current() is not None:
            self._take(self.found.current())
        elif any(letter.isdigit() for letter in text):
            self._scan(text)
        else:
            self._say_who()

    def _say_who(self) -> None:
        words = self.look.words
        if not self.found.lines():
            self._complain(words.t("Nobody of this name is on the list."))
        elif self._doubt is Doubt.NAMESAKES:
            self._complain(
                words.t("Several people have this name. Ask for organisation or town, then choose with ↓ and Enter.")
            )
        elif self._doubt is Doubt.SEVERAL:
            self._complain(words.t("Several people fit. Type more of the name, or choose with ↓ and Enter."))
        elif self._doubt is Doubt.UNFINISHED:
            self._complain(words.t("The name is not whole yet. Type all of it, or choose with ↓ and Enter."))
        else:
            self._complain(words.t("Nobody is called exactly that. Choose with ↓ and Enter."))

    def _scan(self, text: str) -> None:
        words, person = self.look.words, self.flow.owner(text)
        if person is not None:
            self._take(person.id)
            return
        self._last = None
        said = unknown_said(words)
        if self.flow.kind_of(text) in (codes.Kind.BALLOT, codes.Kind.STUB):
            below = words.t("Here badges are scanned. Ballots are put in under “Cast”.")
            said = Said(Mood.UNKNOWN, words.t("No badge"), words.t("This is a ballot"), "", below)
        self._show_answer(said)

    def _take(self, number: int | None) -> None:
        poll = self._poll
        if number is None or poll is None or self.deeds.is_closed():
            return
        person = self.flow.person(number)
        answer = self.deeds.tried(lambda: self.flow.issue(poll, number))
        if person is None or answer is None:
            return
        self._last = person if isinstance(answer, AlreadyIssued | Issued) else None
        said = issue_said(self.look.words, answer, person, self.flow.event.zone)
        self._show_answer(said)

    def _replace(self, person: Person, scanned: str) -> None:
        poll = self._poll
        if poll is None:
            return
        answer = self.deeds.tried(lambda: self.flow.replace(poll, person.id, scanned))
        if isinstance(answer, Issued):
            self._replacing = None
            self._show_answer(issue_said(self.look.words, answer, person, self.flow.event.zone))
        elif answer is not None:
            self.line.field.setText("")
            told = answer_text(self.look.words, answer, person.name)
            words = self.look.words
            said = Said(Mood.NO, words.t("Lost ballot"), words.t("No other one"), person.name, told)
            self.panel.show_said(said, (self.back,))

    def _show_answer(self, said: Said) -> None:
        words = self.look.words
        self._show_field(
            words.t("Scan a badge or type a name"), words.t("Scan or type a name"), words.t("Scan or name")
        )
        self.panel.show_said(said, (self.lost,) if said.replaces else ())

    def _complain(self, sentence: str) -> None:
        self._complained = True
        self.said.emit(sentence)

    def _be_content(self) -> None:
        """Take away what was said about the scan before; nothing of what others say."""
        if self._complained:
            self._complained = False
            self.said.emit("")
