"""The page of the fair: what keys, buttons and the mouse ask for, and which card stands beside the plan."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit

from eventdesk.event import Changes
from ui.actions import ActionId
from ui.bridge import Bridge
from ui.fair.asking import Asking
from ui.fair.drawing import Drawing
from ui.fair.facts import Deed
from ui.fair.flow.fair_flow import KINDS, OF_ARRIVALS, FairFlow
from ui.fair.flow.papers import Paper, making
from ui.fair.papers_card import PapersCard
from ui.fair.plan_page import PlanPage
from ui.fair.suggestion import Suggestion
from ui.fair.versions import Versions
from ui.fair.view import STEP
from ui.fair.what_if import WhatIf
from ui.jobs import Err, Ok
from ui.look import Look
from ui.timers import single_shot
from ui.work import Stopped, Work

A = TypeVar("A", Suggestion, WhatIf, Versions)


class FairPage(PlanPage):
    """Keeps up with the fair, and does what is asked for."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str)
    picture_asked = Signal()

    def __init__(self, look: Look, flow: FairFlow, bridge: Bridge, work: Work) -> None:
        super().__init__(look, flow)
        self._work = work
        self._stale = True
        self._to_deeds = single_shot(self, self.booth_card.take_focus)
        self._wire(bridge)

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, thought or read."""
        asking = self.asking is not None and self.asking.busy
        late = self.late or self._to_deeds.isActive()
        return late or asking or self.reasons.busy or self.backdrops.busy or self.draws_on

    @property
    def draws(self) -> bool:
        """Whether one draws."""
        return self.view.tool is not self.hand

    @property
    def draws_on(self) -> bool:
        """Whether something that was drawn is not written yet, or not looked over."""
        return self.draws and self.drawing.busy

    @cached_property
    def suggestion(self) -> Suggestion:
        """The card that suggests a plan."""
        return self._made(Suggestion(self.look, self.flow, self.deeds, self._work))

    @cached_property
    def what_if(self) -> WhatIf:
        """The card that answers what would be if."""
        return self._made(WhatIf(self.look, self.flow, self.deeds, self._work))

    @cached_property
    def versions(self) -> Versions:
        """The card of the plans that were kept."""
        return self._made(Versions(self.look, self.flow, self.deeds))

    @cached_property
    def drawing(self) -> Drawing:
        """The cards for drawing."""
        drawing = Drawing(self.look, self.flow, self.deeds, self.view, self._work)
        self.destroyed.connect(drawing.close)
        drawing.left.connect(self.show_cards)
        drawing.picture_asked.connect(self.picture_asked)
        drawing.hall_chosen.connect(self.show_hall)
        drawing.calibrating.connect(self.plan.strip.say)
        return drawing

    @cached_property
    def papers(self) -> PapersCard:
        """The card of the papers."""
        card = PapersCard(self.look)
        card.left.connect(self.show_cards)
        card.save_asked.connect(self.save_asked)
        return card

    # ---- what the frame asks

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this page knows it."""
        known: dict[ActionId, Callable[[], object]] = {
            ActionId.SEARCH: self.show_list,
            ActionId.PIN: self._pin,
            ActionId.UNDO: self.deeds.undo,
            ActionId.NEXT_HALL: self.next_hall,
            ActionId.SUGGEST: self.suggest,
            ActionId.WHAT_IF: self.ask_what_if,
            ActionId.DRAW_BOOTHS: self.draw,
            ActionId.DUPLICATE: self._duplicate,
            ActionId.PRINT: self.show_papers,
            ActionId.LARGER: lambda: self.view.zoom(STEP),
            ActionId.SMALLER: lambda: self.view.zoom(1 / STEP),
            ActionId.FIT: self.view.show_all,
        }
        if wanted not in known:
            return False
        known[wanted]()
        return True

    def take_focus(self) -> None:
        """Begin on the plan."""
        if self.flow.standing.halls:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Letters search in the list, where it is shown; on the plan they are keys of the plan."""
        return self.list.field if self.list.isVisible() and not self.view.hasFocus() else None

    # ---- deeds

    def _pin(self) -> None:
        who = self.who
        if who is not None and self.standing.places(who.id):
            self._ask(Deed.UNPIN if who.pinned is not None else Deed.PIN)

    def _free(self) -> None:
        who = self.who
        if who is not None and self.standing.places(who.id):
            self._ask(Deed.FREE)

    def _ask(self, deed: Deed) -> None:
        if self.deeds.do(deed, self.booth, self.who):
            return
        question = self.deeds.question(deed, self.booth, self.who)
        if question is not None and not self.deeds.is_closed():
            self.booth_card.ask(deed, question)

    def _answer(self, deed: Deed, text: str) -> None:
        words, booth, who = self.look.words, self.booth, self.who
        if deed is Deed.BLOCK and booth is not None:
            self.booth_card.stop_asking()
            self.deeds.block(booth.id, text)
        elif who is not None:
            goal = self.standing.find(text)
            if goal is None:
                self.booth_card.complain(words.t("There is no booth {number}. Which one?", number=text))
            else:
                self._put(who.id, goal.id)
        elif booth is not None:
            somebody = self.deeds.somebody(text)
            if somebody is None:
                self.booth_card.complain(words.t("Nobody, or more than one, is called “{name}”. Who?", name=text))
            else:
                self._put(somebody.id, booth.id)

    def on_chosen(self, booth: int | None) -> None:
        """Choose the booth that was clicked, or take it for an answer."""
        asking = self.booth_card.asking
        if booth is not None and asking in (Deed.SWAP, Deed.SEND) and self.who is not None:
            self._answer(asking, self.standing.booths[booth].ref)
            return
        self.choose_booth(booth)
        if isinstance(self.asking, WhatIf):
            today = self.flow.standing
            self.asking.look_at(today.booths.get(booth or 0), today.at(booth))

    def _put(self, exhibitor: int, booth: int) -> None:
        typed = self.booth_card.asking is not None and not self.view.hasFocus()
        if self.deeds.put(exhibitor, booth):
            if typed:
                self._to_deeds.start()  # once the list of answers has closed, which takes the focus along
            self.booth_card.stop_asking()
            self.refresh()
            self.choose_booth(booth, bring=True)

    # ---- what stands beside the plan

    def show_cards(self) -> None:
        """Show the card of the booth and that of the plan."""
        self._show_side()
        self.show_side(self.cards)
        self.refresh()
        self.take_focus()

    def show_list(self) -> None:
        """Show the list in place of the cards."""
        self._show_side()
        self.show_side(self.list)
        self.refresh()
        self.list.take_focus()

    def _on_asked(self, wanted: ActionId) -> None:
        """Do what a button above the plan asks for: that of the list says who has no booth, and shows these."""
        self.do(wanted)
        if wanted is ActionId.SEARCH and self.flow.standing.without:
            self.list.show_without()

    def show_papers(self) -> None:
        """Show what can be printed."""
        self._show_side()
        self.papers.show_halls(self.standing.fair.halls, self.hall)
        self.show_side(self.papers)
        self.papers.take_focus()

    def suggest(self, *, weights: bool = False) -> None:
        """Have a plan suggested, or look at the weights first."""
        self._show_asking(self.suggestion)
        self.suggestion.open(weights=weights)
        self.suggestion.card.take_focus()

    def ask_what_if(self) -> None:
        """Try what becomes of the plan if something happens."""
        self._show_asking(self.what_if)
        self.what_if.look_at(self.booth, self.who)
        self.what_if.open()
        self.what_if.take_focus()

    def show_versions(self) -> None:
        """Show the plans that were kept."""
        self._show_asking(self.versions)
        self.versions.open()
        self.versions.card.take_focus()

    def draw(self) -> None:
        """Draw on the floor; asked for again, draw no more."""
        if self.draws:
            self.show_cards()
            return
        if self.deeds.is_closed():
            return
        self._show_side()
        self.view.tool = self.drawing.pen
        self.show_side(self.drawing.cards)
        self.drawing.open(self.flow.memory.booth)
        self.refresh()
        if not self.flow.standing.halls:
            self.drawing.hall.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _duplicate(self) -> None:
        if self.draws:
            self.drawing.duplicate()

    def _show_asking(self, asking: Asking | Versions) -> None:
        self._show_side()
        self.asking = asking
        self.plan.strip.sides.choose(1)
        self.show_side(asking.card)
        self.show_plans()

    def _show_side(self) -> None:
        """End what stood beside the plan."""
        if isinstance(self.asking, Asking):
            self.asking.thinking.forget()
        self.asking, self.view.tool, self.view.move_shown = None, self.hand, None
        self.plan.strip.say("")
        self.plans.show_both(both=False)

    def _made(self, asking: A) -> A:
        asking.changed.connect(self.show_plans)
        asking.left.connect(self.show_cards)
        asking.told.connect(self.told)
        if isinstance(asking, Asking):
            self.destroyed.connect(asking.thinking.forget)
            asking.taken.connect(self.show_cards)
            asking.card.turned.connect(self.on_change)
        else:
            asking.card.change_turned.connect(self.on_change)
        return asking

    def _to_card(self) -> None:
        if self.asking is None and not self.draws:
            self.show_cards()
            self.bring(self.booth_card)
            self.booth_card.take_focus()

    # ---- files

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted to a file, beside everything else."""
        words, wish = self.look.words, self.papers.wish()

        def written(result: Ok[object] | Err | Stopped) -> None:
            notices = self._work.notices  # this page may be gone by now
            if isinstance(result, Ok):
                notices.tell(lambda words: words.t("The paper is in “{file}”.", file=path.name))
                if wish.paper in (Paper.PLAN, Paper.SIGNS):
                    self.deeds.tried(partial(self.flow.keep_print, words.t("Print")))
            elif isinstance(result, Err):
                notices.say_fault(result.error)

        self._work.beside(words.t("Writing {file}", file=path.name), making(self.flow, wish, path), written)

    def take_picture(self, path: Path) -> None:
        """Lay a picture from a file behind the plan."""
        self.drawing.take_picture(path)

    # ---- keeping up

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.soon.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the plan."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        """Ask no more, leave what stands beside the plan, at last choose nothing."""
        if self.booth_card.asking is not None:
            self.booth_card.stop_asking()
        elif self.asking is not None:
            self.asking.leave()
        elif not self.cards.isVisible():
            self.show_cards()
        elif self.view.hasFocus():
            self.choose_booth(None)
        else:
            self.take_focus()

    def _on_changed(self, changes: Changes) -> None:
        fair, arrivals = changes.kinds & KINDS, changes.kinds & OF_ARRIVALS
        if fair:
            self.flow.renew()
        if arrivals:
            self.flow.renew_arrivals()
        if not fair and not arrivals:
            return
        if self.asking is not None and fair:
            self.asking.follow()
        if self.draws and fair:
            self.drawing.refresh()
        if self.isVisible():
            self.soon.start()
        else:
            self._stale = True

    def _wire(self, bridge: Bridge) -> None:
        bridge.changed.connect(self._on_changed)
        self.head.asked.connect(self._on_asked)
        self.head.halls.chosen.connect(self.show_hall)
        self.empty.asked.connect(self.draw)
        view, table, card = self.view, self.list.table, self.plan_card
        view.chosen.connect(self.on_chosen)
        view.hovered.connect(self.show_tip)
        for each in (view, table):
            each.entered.connect(self._to_card)
            each.settled.connect(self._pin)
            each.freed.connect(self._free)
        view.escaped.connect(self._escape)
        self.plans.escaped.connect(self._escape)
        self.carrying.put.connect(self._put)
        self.booth_card.asked.connect(self._ask)
        self.booth_card.answered.connect(self._answer)
        self.list.left.connect(self.show_cards)
        table.turned.connect(self.on_row)
        card.what_if_asked.connect(self.ask_what_if)
        card.weights_asked.connect(partial(self.suggest, weights=True))
        card.versions_asked.connect(self.show_versions)
        card.changes.turned.connect(self.on_change)
        self.deeds.said.connect(self.said)
        self.deeds.told.connect(self.told)
