"""The tab of the programme: what keys, buttons and the mouse ask for, and which card stands beside the grid."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from eventdesk.event import Changes
from eventdesk.panels.session import Session
from ui.actions import ActionId, PageId, key_of
from ui.bridge import Bridge
from ui.look import Look
from ui.panels.flow.papers import Paper, PaperWish, missing
from ui.panels.flow.programme_flow import KINDS, PanelsFlow
from ui.panels.grid.geometry import Where
from ui.panels.programme.asking import Asking
from ui.panels.programme.form import Form
from ui.panels.programme.forms import Forms
from ui.panels.programme.papers_card import PapersCard
from ui.panels.programme.printing import Printing
from ui.panels.programme.session_card import Deed
from ui.panels.programme.showing import Aside, Showing
from ui.panels.programme.suggestion import Suggestion
from ui.panels.programme.versions import Versions
from ui.panels.programme.what_if import WhatIf
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.change_list import ChangeLine
from ui.work import Work

A = TypeVar("A", Suggestion, WhatIf, Versions)


class ProgrammeTab(Showing):
    """Keeps up with the programme, and does what is asked for."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str, str)

    def __init__(self, look: Look, flow: PanelsFlow, bridge: Bridge, work: Work) -> None:
        super().__init__(look, flow)
        self._work = work
        self._printing = Printing(look, flow, self.deeds_of, work)
        self._refused: tuple[int, Where] | None = None
        self.forms = Forms(look, flow, self.deeds_of, self)
        words, colours = look.words, look.theme.colours
        self.head_deeds: dict[ActionId, Button] = {}
        for wanted, text, dress in (
            (ActionId.SEARCH, words.t("List"), plain(colours)),
            (ActionId.SUGGEST, words.t("Suggest rooms"), primary(colours)),
            (ActionId.PRINT, words.t("Papers …"), plain(colours)),
        ):
            button = Button(look, text, dress, size=14, high=38)
            button.setToolTip(f"{text} ({key_of(words, wanted, PageId.PANELS)})")
            button.clicked.connect(partial(self.do, wanted))
            self.head_deeds[wanted] = button
        self.deeds = ButtonRow(look.theme.space(8), list(self.head_deeds.values()))
        self._wire(bridge)

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, thought or read."""
        return self.late or self.reasons.busy or self.carrying.busy or (self.asking is not None and self.asking.busy)

    @cached_property
    def suggestion(self) -> Suggestion:
        """The card that suggests a timetable."""
        return self._made(Suggestion(self.look, self.flow, self.deeds_of, self._work))

    @cached_property
    def what_if(self) -> WhatIf:
        """The card that answers what would be if."""
        return self._made(WhatIf(self.look, self.flow, self.deeds_of, self._work))

    @cached_property
    def versions(self) -> Versions:
        """The card of the timetables that were kept."""
        return self._made(Versions(self.look, self.flow, self.deeds_of))

    @cached_property
    def papers(self) -> PapersCard:
        """The card of the papers."""
        card = PapersCard(self.look)
        card.left.connect(self.show_cards)
        card.save_asked.connect(self._ask_file)
        return card

    # ---- what the page asks

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this tab knows it."""
        known: dict[ActionId, Callable[[], object]] = {
            ActionId.UNDO: self.deeds_of.undo,
            ActionId.FIX: self._fix,
            ActionId.SEARCH: self.show_list,
            ActionId.SUGGEST: self.suggest,
            ActionId.WHAT_IF: self.ask_what_if,
            ActionId.ADD: self.forms.add,
            ActionId.PRINT: self.show_papers,
        }
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def take_focus(self) -> None:
        """Begin in the grid."""
        if self.empty.isHidden():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters search in the list, where it is shown; in the grid they are keys of the grid."""
        return self.list.field if self.list.isVisible() and not self.view.hasFocus() else None

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted to a file, beside everything else."""
        self._printing.write(self.papers.wish(), path)

    # ---- deeds

    def may_move(self) -> bool:
        """Say whether sessions may be moved: today's, in a file that can be changed."""
        return self.preview is None and not self.deeds_of.is_closed()

    def _fix(self) -> None:
        if self.flow.memory.session is not None and self.preview is None:
            self.deeds_of.fix(self.flow.memory.session)

    def _free(self) -> None:
        if self.flow.memory.session is not None and self.preview is None:
            self.deeds_of.put(self.flow.memory.session, None, None)

    def _put(self, session: int, where: Where) -> None:
        self.session_card.stop_asking()
        self.choose_session(session)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deeds_of.put(session, *where)

    def _set_aside(self, session: int) -> None:
        self.choose_session(session)
        self.deeds_of.put(session, None, None)

    def _lift(self, session: int) -> None:
        """Carry a session by keys, beginning where it is, or at the first cell."""
        self.choose_session(session)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        start = self.where or self.view.step(None, 0, 0)
        if start is not None:
            middle = self.view.viewport().mapToGlobal(self.view.place_of(start))
            self.carrying.lift(session, middle, by_keys=True)
            if self.carrying.carrying:
                self.carrying.carry_to(start)

    def _on_refused(self, session: int, where: Where, sentence: str) -> None:
        self._refused = (session, where)
        self.session_card.ask(sentence)
        self.bring(self.session_card)

    def _insist(self) -> None:
        self.session_card.stop_asking()
        if self._refused is not None:
            session, where = self._refused
            self.deeds_of.put(session, *where, anyway=True)

    def _on_asked(self, deed: Deed) -> None:
        if deed in (Deed.FIX, Deed.UNFIX):
            self._fix()
        elif deed is Deed.FREE:
            self._free()
        elif deed is Deed.ADD_HERE and self.where is not None:
            slot, room = self.where
            self.forms.open(Session(0, "", "", slot=slot, room=room))
        elif deed is Deed.CHANGE:
            self.forms.open(self.flow.programme.session_of[self.flow.memory.session or 0])
        elif deed is Deed.ROOM:
            self.forms.open(self.flow.programme.room_of[self.flow.memory.room or 0])
        elif deed is Deed.SLOT:
            self.forms.open(self.flow.programme.slot_of[self.flow.memory.slot or 0])

    # ---- what stands beside the grid

    def show_list(self) -> None:
        """Show the list in place of the cards."""
        self._show_side()
        self.show_side(self.list)
        self.refresh()
        self.list.take_focus()

    def show_papers(self, first: Paper | None = None) -> None:
        """Show what can be printed; `first` is chosen if there is something to be printed of it."""
        self._show_side()
        if first is not None and not missing(self.flow, PaperWish(first)):
            self.papers.choose(first)
        self.papers.show_paper()
        self.show_side(self.papers)
        self.refresh()
        self.papers.take_focus()

    def suggest(self) -> None:
        """Have a timetable suggested."""
        self.show_aside(self.suggestion)
        self.suggestion.open()
        self.suggestion.card.take_focus()

    def ask_what_if(self) -> None:
        """Try what becomes of the timetable if something happens."""
        self.show_aside(self.what_if)
        self.what_if.open(self.flow.memory.room)
        self.what_if.take_focus()

    def show_versions(self) -> None:
        """Show the timetables that were kept."""
        self.show_aside(self.versions)
        self.versions.open()
        self.versions.card.take_focus()

    def _ask_file(self, name: str, suffix: str) -> None:
        """Ask where to write the paper, unless there is nothing to print."""
        if missing(self.flow, self.papers.wish()):
            words, changes = self.look.words, self.papers.wish()
            if changes.paper is Paper.PROTOCOL:
                self.papers.complain(words.t("No places have been given out yet."))
            elif changes.paper is Paper.CHANGES or changes.changed:
                self.papers.complain(words.t("Nothing has changed since the timetable that was printed or kept last."))
            else:
                self.papers.complain(words.t("There is no session yet that could be printed."))
            return
        self.save_asked.emit(name, suffix)

    def show_cards(self) -> None:
        """Show the cards of the session and of the programme."""
        self._show_side()
        self.show_side(self.cards)
        self.refresh()
        self.take_focus()

    def show_aside(self, asking: Aside) -> None:
        """Show something that has a timetable to look at."""
        self._show_side()
        self.asking = asking
        self.strip.sides.choose(1)
        self.show_side(asking.widget)
        self.refresh()

    def _show_side(self) -> None:
        """End what stood beside the grid."""
        if isinstance(self.asking, Asking):
            self.asking.thinking.forget()
        self.forms.drop()
        self.asking = None
        self.carrying.drop()
        self.session_card.stop_asking()

    def _made(self, asking: A) -> A:
        asking.changed.connect(self.refresh)
        asking.left.connect(self.show_cards)
        asking.told.connect(self.told)
        if isinstance(asking, Versions):
            asking.card.change_turned.connect(self._on_change)
        else:
            self.destroyed.connect(asking.thinking.forget)
            asking.taken.connect(self.show_cards)
            asking.card.turned.connect(self._on_change)
        return asking

    def _on_change(self, line: ChangeLine) -> None:
        self.choose_session(line.after, bring=True)

    def _show_form(self, form: Form) -> None:
        self._show_side()
        self.show_side(form)
        self.refresh()
        form.take_focus()

    def _to_card(self) -> None:
        if self.asking is None:
            self.show_side(self.cards)
            self.bring(self.session_card)
            self.session_card.take_focus()

    # ---- keeping up

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the grid."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Ask no more, leave what stands beside the grid, at last choose nothing."""
        if self.carrying.carrying:
            self.carrying.drop()
        elif self.session_card.asking:
            self.session_card.stop_asking()
            self.take_focus()
        elif self.asking is not None:
            self.asking.leave()
        elif not self.cards.isVisible():
            self.show_cards()
        elif self.view.hasFocus():
            self.choose_session(None)
        else:
            self.take_focus()

    def _on_changed(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self.flow.renew()
            self.carrying.drop()
            self.changed()

    def _wire(self, bridge: Bridge) -> None:
        bridge.changed.connect(self._on_changed)
        view, card = self.view, self.session_card
        view.chosen.connect(self.choose_cell)
        view.hovered.connect(self.show_tip)
        view.lifted.connect(self._lift)
        view.settled.connect(self._fix)
        view.freed.connect(self._free)
        view.escaped.connect(self._escape)
        view.entered.connect(self._to_card)
        self.carrying.put.connect(self._put)
        self.carrying.aside.connect(self._set_aside)
        self.carrying.told.connect(view.setAccessibleDescription)
        self.tray.list.turned.connect(self.choose_session)
        self.tray.list.entered.connect(self._to_card)
        self.tray.list.lifted.connect(self._lift)
        self.forms.shown.connect(self._show_form)
        self.forms.left.connect(self.show_cards)
        self.list.turned.connect(lambda session: self.choose_session(session, bring=True))
        self.list.left.connect(self.show_cards)
        self.list.list.entered.connect(self._to_card)
        self.list.list.lifted.connect(lambda: self._lift(self.flow.memory.session or 0))
        self.list.list.settled.connect(self._fix)
        self.list.list.freed.connect(self._free)
        self.plan_card.what_if_asked.connect(self.ask_what_if)
        self.plan_card.versions_asked.connect(self.show_versions)
        self.plan_card.add_asked.connect(self.forms.add)
        self.empty.asked.connect(self.forms.add)
        card.asked.connect(self._on_asked)
        card.insisted.connect(self._insist)
        self.deeds_of.refused.connect(self._on_refused)
        self.deeds_of.said.connect(self.said)
        self.deeds_of.told.connect(self.told)
