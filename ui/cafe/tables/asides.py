"""What may stand beside the tables in place of the cards: proposals, forms, papers."""

from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from eventdesk.cafe.guest import CafeGuest
from eventdesk.cafe.table import CafeTable
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.flow.papers import Paper
from ui.cafe.tables.closing import Closing
from ui.cafe.tables.form import Form
from ui.cafe.tables.handing import Handing
from ui.cafe.tables.papers_card import PapersCard
from ui.cafe.tables.picking import Picking
from ui.cafe.tables.printing import Printing
from ui.cafe.tables.proposal import Proposal
from ui.cafe.tables.roles_form import RolesForm
from ui.cafe.tables.rounds_form import RoundsForm
from ui.cafe.tables.showing import Showing
from ui.cafe.tables.suggestion import Suggestion
from ui.cafe.tables.table_form import TableForm
from ui.look import Look
from ui.work import Work

P = TypeVar("P", bound=Proposal)


class Asides(Showing):
    """Shows one of them at a time; the cards come back when it is left."""

    said = Signal(str)
    told = Signal(str)
    save_asked = Signal(str)

    def __init__(self, look: Look, flow: CafeFlow, work: Work) -> None:
        super().__init__(look, flow)
        self._work = work
        self._printing = Printing(look, flow, self.deeds_of, work)
        self.picking = Picking(look, flow, self.deeds_of)
        self._form: QWidget | None = None

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown, thought or read."""
        return self.late or (self.proposal is not None and self.proposal.busy)

    @property
    def waiting(self) -> tuple[CafeGuest, ...]:
        """Who waits for a table: on the day those in the house, before it all without one."""
        day = self.flow.day
        return day.late if day.is_day else self.flow.cafe.without_way

    @cached_property
    def suggestion(self) -> Suggestion:
        """The card that suggests who sits where."""
        return self._made(Suggestion(self.look, self.flow, self.deeds_of, self._work))

    @cached_property
    def handing(self) -> Handing:
        """The card that gives cards to those who came late."""
        return self._made(Handing(self.look, self.flow, self.deeds_of, self._work))

    @cached_property
    def closing(self) -> Closing:
        """The card that closes a table."""
        return self._made(Closing(self.look, self.flow, self.deeds_of, self._work))

    @cached_property
    def papers(self) -> PapersCard:
        """The card of the papers."""
        card = PapersCard(self.look)
        card.left.connect(self.show_cards)
        card.save_asked.connect(self._ask_file)
        return card

    def save_to(self, path: Path) -> None:
        """Write the paper that is wanted to a file, beside everything else."""
        self._printing.write(self.papers.wish(), path)

    def take_focus(self) -> None:
        """Begin at the tables."""
        start = self.view if self.empty.isHidden() else self.empty.button
        start.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what stands beside the tables

    def search(self) -> None:
        """Look for somebody."""
        self.show_cards()
        self.bring(self.guests)
        self.guests.take_focus()

    def suggest(self) -> None:
        """Have it thought out who sits where."""
        if self.deeds_of.is_closed():
            return
        words, cafe = self.look.words, self.flow.cafe
        if not cafe.tables or not cafe.rounds:
            self.deeds_of.complain(words.t("There have to be tables and rounds before people can sit at them."))
            return
        if not any(each.takes_part for each in cafe.guests.values()):
            self.deeds_of.complain(
                words.t("There is nobody yet who could sit at a table. Import a list of people first.")
            )
            return
        self.show_proposal(self.suggestion)
        self.suggestion.open()
        self.suggestion.card.take_focus()

    def hand_over(self) -> None:
        """Give cards to those who came late."""
        if self.deeds_of.is_closed():
            return
        words, cafe = self.look.words, self.flow.cafe
        if not cafe.way_of:
            self.deeds_of.complain(words.t("Nobody has a card yet. Have tables suggested first."))
        elif not self.waiting:
            self.deeds_of.complain(words.t("Nobody waits for a table."))
        else:
            self.show_proposal(self.handing)
            self.handing.begin()
            self.handing.card.take_focus()

    def show_papers(self, first: Paper | None = None) -> None:
        """Show what can be printed."""
        self._end_side()
        if first is not None:
            self.papers.choose(first)
        self.papers.show_paper()
        self.show_side(self.papers)
        self.refresh()
        self.papers.take_focus()

    def add_table(self) -> None:
        """Ask for a new table."""
        self.show_table_form(None)

    def set_rounds(self) -> None:
        """Ask for the rounds."""
        form = RoundsForm(self.look, self.flow, self.deeds_of)
        form.saved.connect(self.show_cards)
        self._show_form(form)
        form.take_focus()

    def choose_roles(self) -> None:
        """Ask who takes part."""
        form = RolesForm(self.look, self.flow, self.deeds_of)
        form.saved.connect(self.show_cards)
        self._show_form(form)
        form.take_focus()

    def show_cards(self) -> None:
        """Show the cards of what is chosen, and the list of people."""
        self._end_side()
        self.show_side(self.cards)
        self.refresh()
        self.take_focus()

    def show_table_form(self, table: CafeTable | None) -> None:
        """Ask what is to be said of a table; None: of new ones."""
        form = TableForm(self.look, self.flow, self.deeds_of, table)
        form.saved.connect(self.show_cards)
        self._show_form(form)
        form.take_focus()

    def _show_form(self, form: Form) -> None:
        if self.deeds_of.is_closed():
            form.deleteLater()
            return
        self._end_side()
        self._form = form
        form.left.connect(self.show_cards)
        self.show_side(form)
        self.refresh()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show something that is thought out before it is done."""
        self._end_side()
        self.proposal = proposal
        self.strip.sides.choose(1)
        self.show_side(proposal.card)
        self.refresh()

    def _end_side(self) -> None:
        """End what stood beside the tables."""
        if self.proposal is not None:
            self.proposal.thinking.forget()
            self.proposal = None
        if self._form is not None:
            form, self._form = self._form, None
            form.hide()
            self._inside.removeWidget(form)
            form.deleteLater()
        self.stop_picking()
        self.carrying.drop()

    def _made(self, proposal: P) -> P:
        proposal.changed.connect(self.refresh)
        proposal.left.connect(self.show_cards)
        proposal.told.connect(self.told)
        proposal.taken.connect(self.show_cards)
        proposal.card.turned.connect(lambda line: self.choose_person(line.after, bring=True))
        self.destroyed.connect(proposal.thinking.forget)
        return proposal

    def _ask_file(self, name: str) -> None:
        said = self._printing.missing(self.papers.wish())
        if said:
            self.papers.complain(said)
        else:
            self.save_asked.emit(name)

    def stop_picking(self) -> None:
        """Ask for no second person any more."""
        if self.picking.asks:
            self.picking.stop()
            self.strip.say("")
