"""The view of the tables: what keys, buttons and the mouse ask for, and which card stands beside them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from eventdesk.cafe.table import CafeTable
from ui.actions import ActionId, PageId, key_of
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.tables.asides import Asides
from ui.cafe.tables.choice_card import Deed
from ui.cafe.tables.facts import pairs_of
from ui.cafe.tables.picking import SECOND
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.work import Work


class TablesTab(Asides):
    """Keeps up with the café, and does what is asked for."""

    results_asked = Signal(object)

    def __init__(self, look: Look, flow: CafeFlow, work: Work) -> None:
        super().__init__(look, flow, work)
        words, colours = look.words, look.theme.colours
        self.head_deeds: dict[ActionId, Button] = {}
        for wanted, text, dress in (
            (ActionId.HAND_OVER, words.t("Seat who waits"), plain(colours)),
            (ActionId.SUGGEST, words.t("Suggest tables"), primary(colours)),
            (ActionId.PRINT, words.t("Papers …"), plain(colours)),
        ):
            button = Button(look, text, dress, size=14, high=38)
            button.setToolTip(f"{text} ({key_of(words, wanted, PageId.CAFE)})")
            button.clicked.connect(partial(self.do, wanted))
            self.head_deeds[wanted] = button
        self.deeds = ButtonRow(look.theme.space(8), list(self.head_deeds.values()))
        self._wire()

    def refresh(self) -> None:
        """Show everything as it is now; what is to be done first stands out."""
        colours, words, seated = self.look.theme.colours, self.look.words, bool(self.flow.cafe.way_of)
        self.head_deeds[ActionId.SUGGEST].wear(
            plain(colours) if seated or self.proposal is not None else primary(colours)
        )
        waiting = len(self.waiting) if seated else 0
        text = words.t("Seat who waits")
        button = self.head_deeds[ActionId.HAND_OVER]
        button.say(f"{text} ({waiting})" if waiting else text)
        button.setToolTip(f"{text} ({key_of(words, ActionId.HAND_OVER, PageId.CAFE)})")
        super().refresh()

    # ---- what the page asks

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this view knows it."""
        known: dict[ActionId, Callable[[], object]] = {
            ActionId.UNDO: self.deeds_of.undo,
            ActionId.SEARCH: self.search,
            ActionId.SUGGEST: self.suggest,
            ActionId.HAND_OVER: self.hand_over,
            ActionId.ADD: self.add_table,
            ActionId.PRINT: self.show_papers,
            ActionId.FORWARDS: partial(self.step_round, 1),
            ActionId.BACKWARDS: partial(self.step_round, -1),
        }
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def field_for_letters(self) -> QLineEdit | None:
        """Letters look for people, unless the tables have the keys."""
        return self.guests.field if self.guests.isVisible() and not self.view.hasFocus() else None

    # ---- deeds

    def may_move(self, person: int) -> bool:
        """Say whether somebody may be moved: today's ways, in a file that can be changed; hosts stay."""
        if self.preview is not None or self.flow.memory.round is None or self.deeds_of.is_closed():
            return False
        table = self.flow.cafe.hosted_by.get(person)
        if table is not None and self.flow.cafe.table_of[table].closed_from is None:
            words, cafe = self.look.words, self.flow.cafe
            who = {"name": cafe.guests[person].name, "table": cafe.table_of[table].name}
            self.deeds_of.complain(words.t("{name} hosts {table} and stays there.", **who))
            return False
        return True

    def _put(self, person: int, table: int) -> None:
        if self.flow.memory.round is not None:
            self.choose_person(person)
            self.deeds_of.move(person, self.flow.memory.round, table)

    def _lift(self, person: int) -> None:
        """Carry somebody by keys, beginning where they sit, or at the first table."""
        self.choose_person(person)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        start = self.view.sight.where.get(person) or self.view.layout_of.step(None, 0, 0)
        if start is not None:
            self.view.bring(start)
            middle = self.view.viewport().mapToGlobal(self.view.middle_of(start))
            self.carrying.lift(person, middle, by_keys=True)
            if self.carrying.carrying:
                self.carrying.carry_to(start)

    def do_chosen(self, deed: Deed) -> None:
        """Do something about what is chosen."""
        memory, cafe = self.flow.memory, self.flow.cafe
        person, table = memory.person, cafe.table_of.get(memory.table or 0)
        if deed is Deed.ADD:
            self.add_table()
        elif deed is Deed.ROUNDS:
            self.set_rounds()
        elif deed is Deed.ROLES:
            self.choose_roles()
        elif person is not None:
            self._do_person(deed, person)
        elif table is not None:
            self._do_table(deed, table)

    def _do_person(self, deed: Deed, person: int) -> None:
        if deed is Deed.JOIN:
            self.deeds_of.join(person)
        elif deed is Deed.GIVE_BACK:
            self.deeds_of.give_back(person)
        elif deed is Deed.MOVE:
            self._lift(person)
        elif deed in SECOND:
            self.strip.say(self.picking.ask(deed, person), way_out=True)
            self.guests.take_focus()

    def _do_table(self, deed: Deed, table: CafeTable) -> None:
        if deed is Deed.CHANGE:
            self.show_table_form(table)
        elif deed is Deed.REOPEN:
            self.deeds_of.reopen(table.id)
        elif deed is Deed.RESULTS:
            self.results_asked.emit(table.id)
        elif deed is Deed.CLOSE and self.flow.memory.round is not None:
            self.show_proposal(self.closing)
            self.closing.open(table.id, self.flow.cafe.round_of[self.flow.memory.round].number)
            self.closing.card.take_focus()

    def _picked(self, other: int) -> None:
        """Take somebody as the second person that was asked for."""
        person = self.picking.take(other)
        if person is not None:
            self.strip.say("")
            self.choose_person(person)
            self.choice.take_focus()

    def _remove_pair(self, at: int) -> None:
        person = self.flow.memory.person
        if person is not None:
            pair = pairs_of(self.flow.cafe, person)[at]
            self.deeds_of.set_pair(pair.one, pair.other, None)

    # ---- inside

    def _on_person(self, person: int) -> None:
        if self.picking.asks:
            self._picked(person)
        else:
            self.choose_person(person, bring=True)

    def _on_turned(self, person: int) -> None:
        """Follow the cursor of the list; while a second person is chosen only Enter or a click chooses."""
        if not self.picking.asks:
            self.choose_person(person, bring=True)

    def _on_entered(self, person: int) -> None:
        if self.picking.asks:
            self._picked(person)
        else:
            self.choose_person(person, bring=True)
            self.choice.take_focus()
            self.bring(self.choice)

    def _aside_text(self, person: int) -> str:
        if person not in self.flow.cafe.way_of:
            return ""
        return self.look.words.t("Beside the tables: does not come, the card is free.")

    def _on_freed(self) -> None:
        person = self.flow.memory.person
        if person is not None and person in self.flow.cafe.way_of and self.preview is None:
            self.deeds_of.give_back(person)

    def _go_to_card(self) -> None:
        self.bring(self.choice)
        self.choice.take_focus()

    def _escape(self) -> None:
        if self.picking.asks:
            self.stop_picking()
        elif self.proposal is not None:
            self.proposal.leave()
        elif not self.cards.isVisible():
            self.show_cards()
        elif self.flow.memory.person is not None or self.flow.memory.table is not None:
            self.choose_table(None)
            self.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _wire(self) -> None:
        view, guests = self.view, self.guests
        view.table_chosen.connect(self.choose_table)
        view.person_chosen.connect(self._on_person)
        view.entered.connect(self._go_to_card)
        view.freed.connect(self._on_freed)
        view.escaped.connect(self._escape)
        view.lifted.connect(self._lift)
        guests.turned.connect(self._on_turned)
        guests.entered.connect(self._on_entered)
        guests.list.itemClicked.connect(lambda _item: self._on_picked_by_mouse())
        guests.lifted.connect(self._lift)
        guests.left.connect(self.take_focus)
        self.choice.asked.connect(self.do_chosen)
        self.choice.pair_removed.connect(self._remove_pair)
        self.carrying.put.connect(self._put)
        self.carrying.aside.connect(self.deeds_of.give_back)
        self.carrying.aside_text = self._aside_text
        self.carrying.told.connect(view.setAccessibleDescription)
        self.carrying.refused.connect(self.deeds_of.complain)
        self.legend.turned.connect(view.show_sector)
        self.strip.left.connect(self.stop_picking)
        self.empty.tables_asked.connect(self.add_table)
        self.empty.rounds_asked.connect(self.set_rounds)
        self.bar.round_chosen.connect(self.choose_round)
        self.bar.clock_asked.connect(self.deeds_of.turn_clock)
        self.bar.minute_asked.connect(self.deeds_of.give_minute)
        self.bar.end_asked.connect(self.deeds_of.end_round)
        self.flow.clock.ticked.connect(self.show_clock)
        self.deeds_of.said.connect(self.said)
        self.deeds_of.told.connect(self.told)

    def _on_picked_by_mouse(self) -> None:
        person = self.guests.list.chosen()
        if self.picking.asks and person is not None:
            self._picked(person)
