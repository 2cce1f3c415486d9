"""The check-in page: which key or button asks the flow for what, and what is shown of the answer."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, Verdict
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Changes, UndoRefused
from eventdesk.people.person import Person
from eventdesk.people.role import Role, role_name
from eventdesk.words import ops
from eventdesk.words.faults import fault_sentence
from ui.actions import ActionId, key_of
from ui.bridge import Bridge
from ui.checkin import telling
from ui.checkin.flow import FEWEST_LETTERS, CheckInFlow
from ui.checkin.shown import Shown, Teller
from ui.checkin.view import CheckInView
from ui.look import Look
from ui.printing import Occasion, PrintState, Step, sentence

T = TypeVar("T")
SEARCH_PAUSE_MS = 120
"""Digits may be a scan that is still arriving: they are searched for only when they stop."""
AFFECTED = frozenset({"scan", "person", "point", "setting"})


class CheckInPage(CheckInView):
    """Scan or type, verdict, next. `said` carries a sentence for the banner, an empty one takes it away."""

    said = Signal(str)

    def __init__(self, look: Look, flow: CheckInFlow, bridge: Bridge) -> None:
        known = [*flow.roles(), *(role.value for role in Role)]
        roles = [(role, role_name(look.words, role)) for role in dict.fromkeys(known)]
        super().__init__(look, flow.points, roles)
        self.flow = flow
        self._teller = Teller(look.words, look.theme.colours, flow.event.zone)
        self._pause = _timer(self, SEARCH_PAUSE_MS, self._search)
        self._soon = _timer(self, 0, self.refresh)
        self._wire()
        bridge.changed.connect(self._on_changed)
        flow.printing.told.connect(self._on_print)
        flow.printing.failed.connect(self._on_print_failed)
        self.point_card.show_point(flow.point_number)
        self._show_direction()
        self.refresh()
        if flow.verdict is not None:
            self.card.show_verdict(self._teller.verdict(flow.verdict, has_badge=flow.has_badge(flow.verdict.person)))
            self.stage.setCurrentWidget(self.card)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the scan field."""
        super().showEvent(event)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the cursor where the next scan goes."""
        self.scan_bar.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit:
        """Return the scan field."""
        return self.scan_bar.field

    def do(self, wanted: ActionId) -> bool:
        """Do what a key or a button asks for; returns whether this page knows it."""
        deeds: dict[ActionId, Callable[[], None]] = {
            ActionId.SCAN_FIELD: self._start_over,
            ActionId.WALK_IN: self._start_walk_in,
            ActionId.POINT: self._next_point,
            ActionId.DIRECTION: self._turn,
            ActionId.PRINT: self._print,
            ActionId.GROUP: self._start_group,
            ActionId.UNDO: self._undo,
            ActionId.FORCE: self._force,
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
        figures = self.flow.counts()
        self.counts.show_counts(figures.inside, figures.expected)
        look, scans = self.look, self.flow.recent()
        roles = self.flow.roles_of_unaffiliated(scans)
        self.recent.show_lines(telling.lines(scans, roles, look.words, look.theme.colours, self.flow.event.zone))

    def _wire(self) -> None:
        field = self.scan_bar.field
        field.textEdited.connect(self._on_typed)
        field.entered.connect(self._on_entered)
        field.moved.connect(self.results.move_choice)
        field.escaped.connect(self._start_over)
        self.results.chosen.connect(self._take)
        self.card.asked.connect(self.do)
        self.recent.list.undo_asked.connect(self._undo)
        self.point_card.point_chosen.connect(self._choose_point)
        self.point_card.direction_chosen.connect(self._choose_direction)
        self.walk_in.done.connect(self._finish_walk_in)
        self.walk_in.left.connect(self._start_over)
        self.walk_in.typed.connect(self._show_likenesses)
        self.walk_in.same_person.connect(self._take_same)
        self.group.done.connect(self._finish_group)
        self.group.left.connect(self._start_over)
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._leave.activated.connect(self._leave_panel)
        self.stage.currentChanged.connect(self._on_stage)
        self._on_stage()

    # ---- typing

    def _on_typed(self, text: str) -> None:
        if any(letter.isalpha() for letter in text):
            self._search()
        else:
            self._hide_results()
            self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        text, words = self.scan_bar.field.text(), self.look.words
        if len(text.strip()) < FEWEST_LETTERS:
            self._hide_results()
            return
        found = self._told(lambda: self.flow.search(text)) or []
        shown = telling.results(found, text, words, self.look.theme.colours)
        hint = telling.doubt(found, text, words, closed=self.flow.closed is not None)
        self.results.show_results(shown, hint, sure=telling.is_sure(found))
        self.fit_results()
        if self.stage.currentWidget() is self.card:
            self.stage.setCurrentWidget(self.waiting)

    def _no_printer(self) -> str:
        words = self.look.words
        key = key_of(words, ActionId.EVENT_PAGE)
        return words.t("No printer is chosen yet. Choose one on the page “Event” ({key}).", key=key)

    def _on_entered(self, text: str) -> None:
        if not text.strip():
            return
        if self.flow.is_scan(text):
            self.scan(text)
            return
        if self._pause.isActive() or self.results.isHidden():
            self._search()
        chosen = self.results.current()
        if chosen:
            self._take(chosen.person)
        elif any(letter.isdigit() for letter in text):
            self.scan(text)

    # ---- verdicts

    def _take(self, person: int, *, forced: bool = False) -> None:
        self._show(lambda: self.flow.take(person, forced=forced), lambda: self.flow.person(person))

    def _take_same(self, person: int) -> None:
        self.walk_in.forget()
        self._take(person)

    def _force(self) -> None:
        person = self._person_meant()
        if person and (self.results.current() or self.flow.turned_away()):
            self._take(person.id, forced=True)

    def _person_meant(self) -> Person | None:
        """Return the person chosen in the list; while it is closed, the person of the verdict."""
        if not self.results.isHidden():
            chosen = self.results.current()
            return self.flow.person(chosen.person) if chosen else None
        return self.flow.verdict.person if self.flow.verdict else None

    def _show(self, ask: Callable[[], Verdict], who: Callable[[], Person | None], scanned: str = "") -> None:
        try:
            verdict = ask()
        except KnownError as error:
            self.flow.forget()
            self._show_card(self._teller.not_saved(fault_sentence(self.look.words, error), who(), scanned))
            return
        self._show_card(self._teller.verdict(verdict, has_badge=self.flow.has_badge(verdict.person)))
        if isinstance(verdict, Accepted) and not verdict.repeated and self.flow.printing.on_check_in:
            self.flow.print_badge(verdict.person, Occasion.CHECK_IN)

    def _show_card(self, shown: Shown) -> None:
        self._pause.stop()
        self.scan_bar.field.clear()
        self.results.hide()
        self.said.emit("")
        self.card.show_verdict(shown)
        self.stage.setCurrentWidget(self.card)
        self.take_focus()

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
        elif not isinstance(answer, UndoRefused):
            self._show_card(self._teller.undone(answer))
        else:
            target = ops.deed(words, answer.entry.op, answer.entry.label) if answer.entry else ""
            against = ops.deed(words, answer.against.op, answer.against.label) if answer.against else ""
            self.said.emit(ops.undo_refusal(words, answer.reason, target, against))
        self.take_focus()

    def _print(self) -> None:
        person = self._person_meant()
        if person is None:
            self.said.emit(self.look.words.t("Scan or search a person first; then the badge can be printed."))
        elif not self.flow.printing.ready:
            self.said.emit(self._no_printer())
        else:
            self.flow.print_badge(person, Occasion.BY_HAND)
        self.take_focus()

    def _on_print(self, state: PrintState) -> None:
        person = self.flow.verdict.person if self.flow.verdict else None
        if person is not None and person.id == state.person:
            self.card.say_printing(sentence(self.look.words, state), state.share, done=state.step is Step.DONE)

    def _on_print_failed(self, error: KnownError) -> None:
        self.said.emit(fault_sentence(self.look.words, error))

    # ---- walk-in and group

    def _start_walk_in(self) -> None:
        if self._is_closed():
            return
        typed = self.scan_bar.field.text().strip()
        self._clear_field()
        self.stage.setCurrentWidget(self.walk_in)
        self.walk_in.start("" if any(letter.isdigit() for letter in typed) else typed)

    def _show_likenesses(self, name: str) -> None:
        self.walk_in.show_likenesses(telling.likenesses(self.flow.likenesses(name), self.look.words))

    def _finish_walk_in(self) -> None:
        person = self.walk_in.newcomer()
        try:
            added = self.flow.walk_in(person.name, person.organisation, person.role)
        except KnownError as error:
            if error.fault is Fault.NO_NAME:
                self.walk_in.say(self.look.words.t("A name is needed."))
                self.walk_in.name.setFocus()
            else:
                self.said.emit(fault_sentence(self.look.words, error))
            return
        self.walk_in.forget()
        self._show_card(self._teller.walk_in(added))
        if self.flow.printing.on_walk_in and isinstance(added.verdict, Accepted):
            self.flow.print_badge(added.person, Occasion.WALK_IN)

    def _start_group(self) -> None:
        if self._is_closed():
            return
        person, words = self._person_meant(), self.look.words
        if person is None:
            self.said.emit(words.t("First scan or search somebody."))
            return
        group = self.flow.group_of(person)
        if not group:
            self.said.emit(words.t("This person came without a group."))
            return
        self._clear_field()
        self.group.start(person.group, telling.members(group, words))
        self.stage.setCurrentWidget(self.group)
        self.group.members.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish_group(self) -> None:
        name, left_out = self.group.heading.text(), self.group.left_out()
        result = self._told(lambda: self.flow.take_group(name, left_out))
        if result is not None:
            self._show_card(self._teller.group(result))

    def _back(self) -> None:
        self.stage.setCurrentWidget(self.card if self.card.shown() else self.waiting)
        self.take_focus()

    def _leave_panel(self) -> None:
        """Leave the panel by Esc, unless something lies over the page: then Esc is meant for that."""
        window, focus = self.window(), QApplication.focusWidget()
        on_top = window.childAt(self.mapTo(window, self.rect().center()))
        if on_top is not None and self.isAncestorOf(on_top):
            self._start_over()
        elif focus is not None:
            self._leave.setEnabled(False)  # or it would take the key again
            escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.sendEvent(focus, escape)
            self._on_stage()

    def _start_over(self) -> None:
        self.walk_in.forget()
        self._clear_field()
        self.said.emit("")
        self._back()

    def _clear_field(self) -> None:
        self._pause.stop()
        self.scan_bar.field.clear()
        self._hide_results()

    def _hide_results(self) -> None:
        """Take the list away; the last verdict is to be seen again."""
        self.results.hide()
        if self.stage.currentWidget() is self.waiting and self.card.shown():
            self.stage.setCurrentWidget(self.card)

    def _on_stage(self) -> None:
        """Esc leaves a panel wherever the focus is; elsewhere it belongs to what has the focus."""
        self._leave.setEnabled(self.stage.currentWidget() in (self.walk_in, self.group))

    # ---- point and direction

    def _next_point(self) -> None:
        self.flow.next_point()
        self.point_card.show_point(self.flow.point_number)
        if self.point_card.isHidden():
            self.said.emit(self.look.words.t("Scanning at: {point}", point=self.flow.point.name))
        else:
            self.point_card.announce()

    def _choose_point(self, number: int) -> None:
        self.flow.choose_point(number)
        self.take_focus()

    def _turn(self) -> None:
        self.flow.turn()
        self._show_direction()

    def _choose_direction(self, direction: Direction) -> None:
        self.flow.direction = direction
        self._show_direction()
        self.take_focus()

    def _show_direction(self) -> None:
        self.point_card.show_direction(self.flow.direction)
        self.scan_bar.show_leaving(leaving=self.flow.direction is Direction.OUT)

    # ---- what holds everywhere

    def _is_closed(self) -> bool:
        """Say whether the file can only be looked at, and if so, tell why."""
        if self.flow.closed is not None:
            self.said.emit(fault_sentence(self.look.words, self.flow.closed))
        return self.flow.closed is not None

    def _told(self, ask: Callable[[], T]) -> T | None:
        """Return the answer; a known fault becomes a sentence in the banner, and None."""
        try:
            return ask()
        except KnownError as error:
            self.said.emit(fault_sentence(self.look.words, error))
            return None

    def _on_changed(self, changes: Changes) -> None:
        if not AFFECTED.isdisjoint(changes.kinds):
            self._soon.start()


def _timer(owner: CheckInPage, milliseconds: int, do: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(do)
    return timer
