"""The check-in page: which key or button asks the flow for what, and what is shown of the answer."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, Verdict
from eventdesk.codes import Op
from eventdesk.errors import KnownError
from eventdesk.event import Changes, UndoRefused
from eventdesk.people.person import Person
from eventdesk.people.role import Role
from eventdesk.rights import Duty
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.checkin import telling
from ui.checkin.arrivals_side import SideColumn
from ui.checkin.badge_panels import BadgePanels
from ui.checkin.ballot_line import BallotLine, Ballots
from ui.checkin.counting import Counting
from ui.checkin.finder import Finder
from ui.checkin.findings import TakenBack
from ui.checkin.flow import CheckInFlow
from ui.checkin.panels import Panels
from ui.checkin.shown import Shown, Teller
from ui.checkin.tangle import Mixture
from ui.checkin.view import CheckInView
from ui.look import Look
from ui.printing import Occasion, PrintState, Step, sentence
from ui.undoing import refusal


class CheckInPage(CheckInView):
    """Scan or type, verdict, next. `said` carries a sentence for the banner, an empty one takes it away.

    `told` carries good news for it.
    """

    said = Signal(str)
    told = Signal(str)
    answered = Signal(Shown)
    forgot = Signal()
    organiser_asked = Signal(ActionId)

    def __init__(self, look: Look, flow: CheckInFlow, bridge: Bridge, ballots: Ballots | None = None) -> None:
        super().__init__(look, flow.points, _roles(look, flow), SideColumn(look, flow))
        self.flow = flow
        self._bridge = bridge
        self._teller = Teller.of(look, flow)
        self._ballots = BallotLine(look, ballots)
        self.finder = Finder(look, flow, self.scan_bar, self.results)
        self.panels = Panels(look, flow, self.stage, self.walk_in, self.group)
        self.badges = BadgePanels(look, flow, self.stage, self.correction, self.reprint)
        self.counting = Counting(look, flow, self.stage, self.counter, self.scan_bar.field)
        self._hint_stays = False
        self._print_error: KnownError | None = None
        self._wire()
        bridge.changed.connect(self._on_changed)
        bridge.changed.connect(self.side.change)
        bridge.changed.connect(self.counting.change)
        flow.printing.told.connect(self._on_print)
        self.point_card.show_point(flow.point_number)
        self._show_direction()
        self.waiting.show_empty(empty=not flow.anybody())
        self.refresh()
        if flow.verdict is not None:
            self._bring(self._teller.verdict(flow.verdict, printed=flow.printed(flow.verdict.person)))
        elif flow.present is not None:
            self._bring(self._teller.badge(flow.present, flow.event.now(), printed=flow.printed(flow.present)))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the scan field."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where the next scan goes."""
        self.scan_bar.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Return the scan field; while a panel is open, letters are meant for what is asked there."""
        return None if self.panels.is_open() else self.scan_bar.field

    def do(self, wanted: ActionId) -> bool:
        """Do what a key or a button asks for; returns whether this page knows it."""
        deeds: dict[ActionId, Callable[[], None]] = {
            ActionId.SCAN_FIELD: self._start_over,
            ActionId.WALK_IN: self._start_walk_in,
            ActionId.POINT: self._next_point,
            ActionId.POINT_BACK: lambda: self._next_point(-1),
            ActionId.DIRECTION: self._turn,
            ActionId.PRINT: self._print,
            ActionId.CORRECT: self._correct,
            ActionId.GROUP: self._start_group,
            ActionId.UNDO: self._undo,
            ActionId.FORCE: self._force,
            ActionId.BALLOT: self._hand_out_ballot,
            ActionId.COUNT: self.counting.turn,
            ActionId.COUNT_IN: lambda: self._count(1),
            ActionId.COUNT_OUT: lambda: self._count(-1),
        }
        deed = deeds.get(wanted)
        if deed:
            deed()
        return deed is not None

    def scan(self, code: str) -> None:
        """Take a scan."""
        self._show(lambda: self.flow.scan(code), lambda: self.flow.owner(code), code)

    def refresh(self) -> None:
        """Show the counts and the last scans as they are now."""
        self.side.refresh()

    def _wire(self) -> None:
        self.scan_bar.field.escaped.connect(self._start_over)
        self.scan_bar.field.counted.connect(self._count)
        self.counter.asked.connect(self.do)
        self.counting.said.connect(self.said)
        self.counting.turned.connect(self._begin_here)
        self.finder.scanned.connect(self.scan)
        self.finder.taken.connect(self._take)
        self.finder.mixed.connect(self._on_mixed)
        self.finder.listed.connect(self._on_listed)
        self.finder.said.connect(self.said)
        self.results.asked.connect(self.do)
        self.card.asked.connect(self.do)
        self.recent.list.undo_asked.connect(self._undo)
        self.point_card.point_chosen.connect(self._choose_point)
        self.point_card.direction_chosen.connect(self._choose_direction)
        self.panels.told.connect(self._show_card)
        self.panels.said.connect(self.said)
        self.panels.left.connect(self._start_over)
        self.panels.same_person.connect(self._take)
        self.badges.told.connect(self._show_badge)
        self.badges.said.connect(self.said)
        self.badges.left.connect(self._start_over)

    def _on_changed(self, changes: Changes) -> None:
        """Speak from now on as the event is set up: what roles and points are called, whom to call."""
        if "person" in changes.kinds:
            self.waiting.show_empty(empty=not self.flow.anybody())
        if "point" in changes.kinds:
            self._show_direction()
        if "setting" in changes.kinds:
            self.flow.reload_roles()
            self._teller = self.panels.teller = self.badges.teller = Teller.of(self.look, self.flow)
            self.walk_in.show_roles(_roles(self.look, self.flow))

    def _on_listed(self, listed: bool) -> None:
        """While people are listed the last verdict is out of the way; afterwards it is to be seen again."""
        if listed:
            self.fit_results()
            if self.stage.currentWidget() is self.card:
                self.stage.setCurrentWidget(self._at_rest())
        elif self.stage.currentWidget() is self._at_rest() and self.card.shown():
            self.stage.setCurrentWidget(self.card)

    # ---- verdicts

    def _take(self, person: int, *, forced: bool = False) -> None:
        self._show(lambda: self.flow.take(person, forced=forced), lambda: self.flow.person(person))

    def _force(self) -> None:
        person = self._person_meant()
        asked = self.badges.person is not None and not self.finder.is_listing()
        if person and not asked and (self.finder.chosen() or self.flow.turned_away()):
            if self.flow.event.may(Duty.ADMIT_ANYWAY):
                self._take(person.id, forced=True)
            else:
                self.organiser_asked.emit(ActionId.FORCE)

    def _person_meant(self) -> Person | None:
        """Return the person chosen in the list; while it is closed, the person of the verdict."""
        if self.finder.is_listing():
            chosen = self.finder.chosen()
            return self.flow.person(chosen) if chosen is not None else None
        return self.badges.person or self.flow.present

    def _show(
        self, ask: Callable[[], Verdict], who: Callable[[], Person | None], scanned: str = "", also: str = ""
    ) -> None:
        verdict = None
        with self._bridge.held():  # whoever else wants to know of it has time until the verdict is on the screen
            try:
                verdict = ask()
            except KnownError as error:
                self.flow.forget()
                shown = self._teller.not_saved(fault_sentence(self.look.words, error), who(), scanned)
            else:
                shown = self._teller.verdict(verdict, printed=self.flow.printed(verdict.person), also=also)
            self._bring(shown)
        self._tidy(shown)
        if verdict is not None:
            self._follow(verdict, scanned)

    def _follow(self, verdict: Verdict, scanned: str) -> None:
        """Do what a verdict brings with it: print the badge, tell what is wrong with the keyboard."""
        if isinstance(verdict, Accepted) and not verdict.repeated and self.flow.printing.wants_badge(verdict.person):
            self.flow.print_badge(verdict.person, Occasion.CHECK_IN)
        repair = self.flow.repair_to_tell(verdict, scanned)
        if repair is not None:
            self.said.emit(telling.repaired(self.look.words, repair))
            self._hint_stays = True

    def _show_card(self, shown: Shown) -> None:
        self._bring(shown)
        self._tidy(shown)

    def _tidy(self, shown: Shown) -> None:
        """Be ready for the next scan, after a verdict was shown."""
        self.answered.emit(shown)
        self.finder.clear()
        if not self._hint_stays:
            self.said.emit("")
        self.take_focus()

    def _bring(self, shown: Shown) -> None:
        """Show a verdict: it is on the screen before anything else is tidied up."""
        self._print_error = None
        self.stage.setCurrentWidget(self.card)
        self.card.show_verdict(self._ballots.added(shown))

    def _hand_out_ballot(self) -> None:
        if not self._is_closed():
            shown, trouble = self._ballots.hand_out(self.card.shown(), self.flow.present)
            if shown is not None:
                self.card.show_verdict(shown)
            self.said.emit(trouble)
            self.take_focus()

    def _on_mixed(self, mixture: Mixture) -> None:
        """Take the one badge that can be told from what came at once; if there is none, ask for both again.

        Then nothing is recorded, although refused scans are: nobody was turned away and no code was read; digits of
        two badges in the journal would name one that does not exist. Both badges follow as scans of their own.
        """
        if mixture.code:
            also = self._teller.one_of_two() if mixture.two else ""
            code = mixture.code
            self._show(lambda: self.flow.scan(code), lambda: self.flow.owner(code), code, also)
        else:
            self.flow.forget()
            self._show_card(self._teller.two_at_once())

    def _undo(self, eid: str = "") -> None:
        words = self.look.words
        if self._is_closed():
            return
        try:
            answer = self.flow.undo(eid)
        except KnownError as error:
            self.said.emit(fault_sentence(words, error))
            return
        if answer is None:
            self.said.emit(words.t("There is nothing of this desk to undo."))
        elif isinstance(answer, TakenBack) and answer.op is Op.PANELS_COUNT and self.counting.on:
            self.forget_verdict()
            self.told.emit(words.t("Taken back: {name}", name=answer.name))
        elif not isinstance(answer, UndoRefused):
            self._show_card(self._teller.undone(answer))
        else:
            self.said.emit(refusal(words, answer))
        self.take_focus()

    def _print(self) -> None:
        if self.badges.print(self._person_meant()):
            self.finder.clear()
        else:
            self.take_focus()

    def _correct(self) -> None:
        if not self._is_closed() and self.badges.correct(self._person_meant()):
            self.finder.clear()

    def _show_badge(self, shown: Shown) -> None:
        """Show what was done about a badge: nobody was scanned, so nothing sounds and no guest is greeted."""
        self._bring(shown)
        self.finder.clear()
        self.said.emit("")
        self.take_focus()

    def _on_print(self, state: PrintState) -> None:
        person = self.flow.present
        if person is not None and person.id == state.person:
            self._print_error = state.error
            said, stuck = sentence(self.look.words, state), state.error is not None
            self.card.say_printing(said, state.share, done=state.step is Step.DONE, stuck=stuck)

    def tells(self, error: KnownError) -> bool:
        """Say whether the card tells already what keeps badges from coming out."""
        told = self._print_error
        return told is not None and self.card.isVisible() and told.is_like(error)

    # ---- walk-in and group

    def _start_walk_in(self) -> None:
        if not self._is_closed():
            name = self.finder.typed_name()
            self.finder.clear()
            self.panels.start_walk_in(name)

    def _start_group(self) -> None:
        if not self._is_closed() and self.panels.start_group(self._person_meant()):
            self.finder.clear()

    def _back(self) -> None:
        self.stage.setCurrentWidget(self.card if self.card.shown() else self._at_rest())
        self.take_focus()

    def fill_screen(self, full: bool) -> None:
        """Be the whole window, or not; say how to come back."""
        super().fill_screen(full)
        self.said.emit(self.look.words.t("Full screen: Esc or F11 leaves it.") if full else "")

    def _start_over(self) -> None:
        self.panels.forget()
        self.badges.forget()
        self.finder.clear()
        self._hint_stays = False
        self.said.emit("")
        self._back()

    # ---- point and direction

    def _next_point(self, by: int = 1) -> None:
        self.flow.next_point(by)
        self._begin_here()
        self.point_card.show_point(self.flow.point_number)
        if not self.point_card.isHidden():
            self.point_card.announce()
        elif self.stage.currentWidget() is not self.waiting:
            self.said.emit(self.look.words.t("Scanning at: {point}", point=self.flow.point.name))

    def _choose_point(self, number: int) -> None:
        self.flow.choose_point(number)
        self._begin_here()
        self.take_focus()

    def _begin_here(self) -> None:
        """Show what belongs to another point: its name, what counts there, no verdict."""
        self.counting.show_now()
        self.forget_verdict()
        self._show_direction()
        self.waiting.tell_move()
        self.side.tick()

    def _turn(self) -> None:
        self.flow.turn()
        self.forget_verdict()
        self._show_direction()

    def _choose_direction(self, direction: Direction) -> None:
        self.flow.direction = direction
        self.forget_verdict()
        self._show_direction()
        self.take_focus()

    def forget_verdict(self) -> None:
        """Take the last verdict away: its keys would act on the same person, but somewhere else."""
        self.flow.forget()
        self.card.forget()
        self.forgot.emit()
        if self.stage.currentWidget() in {self.card, self.waiting, self.counter}:
            self.stage.setCurrentWidget(self._at_rest())

    def _show_direction(self) -> None:
        self.point_card.show_direction(self.flow.direction)
        self.scan_bar.show_leaving(leaving=self.flow.direction is Direction.OUT)
        self.waiting.show_point(self.flow.point.name, self.flow.direction)
        self.waiting.offer_counter(offered=self.flow.fill() is not None)

    def _at_rest(self) -> QWidget:
        """Return what stands in the place of the verdict while there is none."""
        return self.counter if self.counting.on else self.waiting

    def _count(self, change: int) -> None:
        """Count somebody without a name where that is done; the last verdict makes room for the figures."""
        if self.counting.on and not self._is_closed():
            self.forget_verdict()
            self.counting.count(change)
            self.take_focus()

    # ---- what holds everywhere

    def _is_closed(self) -> bool:
        """Say whether the file can only be looked at, and if so, tell why."""
        if self.flow.closed is not None:
            self.said.emit(fault_sentence(self.look.words, self.flow.closed))
        return self.flow.closed is not None


def _roles(look: Look, flow: CheckInFlow) -> list[tuple[str, str]]:
    """Return the code and the name of every role that a walk-in may have, the frequent ones first."""
    known = dict.fromkeys([*flow.roles(), *(role.value for role in Role)])
    return [(role, flow.book.name(look.words, role)) for role in known]
