"""What if: booths fall away, somebody comes or does not come; the answer with the fewest moves, to be taken or left."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt

from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.day import Case, What, late_wishes, would_be
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.placing.plan import MoveWhy, Plan, Replanned
from eventdesk.words import mark
from ui.fair import telling
from ui.fair.answer_card import AnswerCard
from ui.fair.asking import Asking
from ui.fair.deeds import Deeds
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.flow.thinking import Asked, replanning
from ui.fair.newcomer_form import NewcomerForm
from ui.fair.plan_card import Figures
from ui.fair.standing import Standing
from ui.look import Look
from ui.thinking import Thinking
from ui.widgets.button import Button, plain
from ui.widgets.button_row import ButtonRow
from ui.widgets.case_list import CaseList
from ui.widgets.change_list import ChangeLine
from ui.widgets.reason_line import Line
from ui.widgets.text import Text
from ui.work import Work

WHYS = {
    MoveWhy.BLOCKED: mark("their booth is blocked"),
    MoveWhy.POWER: mark("no power at the old booth"),
    MoveWhy.WALL: mark("no back wall at the old booth"),
    MoveWhy.STEP_FREE: mark("the old booth is not step-free"),
    MoveWhy.SIZE: mark("two booths side by side"),
    MoveWhy.PIN: mark("pinned there"),
    MoveWhy.SHARED: mark("two stood at one booth"),
    MoveWhy.COMPETITOR: mark("a competitor stood beside them"),
    MoveWhy.NEW: mark("new"),
    MoveWhy.WISH: mark("their wish"),
    MoveWhy.MAKES_ROOM: mark("makes room"),
}


class WhatIf(Asking):
    """Every case is answered at once; nothing is written before it is applied."""

    def __init__(self, look: Look, flow: FairFlow, deeds: Deeds, work: Work) -> None:
        words = look.words
        card = AnswerCard(look, words.t("What if …"), words.t("Find a way"))
        super().__init__(look, flow, deeds, card, Thinking(work, replanning))
        self.cases: list[Case] = []
        self._booth: Booth | None = None
        self._who: Exhibitor | None = None
        self.hint = Text("", "muted", wrap=True)
        self.list = CaseList(look)
        self.buttons: dict[What, Button] = {}
        for what in What:
            button = Button(look, "", plain(look.theme.colours), size=14, high=36)
            button.clicked.connect(self._adder(what))
            self.buttons[what] = button
        self.row = ButtonRow(look.theme.space(8), list(self.buttons.values()))
        self.form = NewcomerForm(look, flow.standing.themes)
        self.form.entered.connect(self._welcome)
        self.form.left.connect(self._leave_form)
        for widget in (self.hint, self.list, self.row, self.form):
            card.above.addWidget(widget)
        self.form.hide()
        self.list.removed.connect(self._remove)
        self.look_at(None, None)

    def open(self) -> None:
        """Begin with how things are: perhaps somebody stands where nobody can stand."""
        self.cases.clear()
        self._show_form(shown=False)
        self.begin()

    def look_at(self, booth: Booth | None, who: Exhibitor | None) -> None:
        """Offer what may happen to the booth or the exhibitor that was chosen."""
        words = self.look.words
        self._booth, self._who = booth, who
        chosen = " · ".join(part for part in (booth.ref if booth else "", who.name if who else "") if part)
        self.hint.setText(chosen or words.t("Choose a booth on the plan, then say what happens. Nothing changes yet."))
        self.hint.be("strong" if chosen else "muted")
        texts = {
            What.BLOCKED: words.t("Booth falls away") if booth is not None else "",
            What.NO_POWER: words.t("Power fails") if booth is not None and booth.power is not Power.NONE else "",
            What.NO_SHOW: words.t("Do not come") if who is not None else "",
            What.LATE_WISH: words.t("Want their first wish") if who is not None and who.wish_1 else "",
            What.WALK_IN: words.t("Somebody new comes …"),
        }
        for what, button in self.buttons.items():
            button.say(texts[what])
            button.setVisible(bool(texts[what]))
        self.row.refit()

    def asked(self) -> Asked:
        """Ask about the fair as it would be."""
        return Asked(would_be(self.flow.fair, self.cases), late=late_wishes(self.cases))

    def title(self) -> str:
        """Say what is looked for."""
        return self.look.words.t("Looking for the fewest moves")

    def caption(self) -> str:
        """Return what stands above the plan as it would be, beside today's."""
        return self.look.words.t("What if")

    def headline(self, *, differs: bool) -> str:
        """Say that nothing is assumed yet, or whether what is assumed changes anything."""
        words = self.look.words
        if self.cases:
            return super().headline(differs=differs)
        if differs:
            return words.t("Nothing is assumed yet; blue frames show what could be better already.")
        return words.t("Nothing is assumed yet: this is today's plan.")

    def take_focus(self) -> None:
        """Begin with the first thing that may happen."""
        first = next((each for each in self.buttons.values() if not each.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Ask again about the fair as it is now."""
        if self.thinking.asked is not None and would_be(self.flow.fair, self.cases) != self.thinking.asked.fair:
            self.begin()

    def figures(self, standing: Standing, plan: Plan) -> Figures:
        """Count who is placed, and who moves."""
        words, best = self.look.words, self.thinking.best
        lines = telling.changes(words, self.flow.standing, standing)
        plain_figures = telling.plan_figures(words, standing, plan)
        proven = isinstance(best, Replanned) and best.proven
        moves = telling.moved(lines)
        said = (
            words.n("move, proven: fewest", "moves, proven: fewest", moves)
            if proven
            else words.n("move", "moves", moves)
        )
        return replace(plain_figures, wishes="", quality=str(moves), proof=said, good=proven)

    def rating(self, plan: Plan) -> str:
        """Say whether a better answer may come."""
        return self.look.words.t("This would do; a better answer may come.") if self.thinking.busy else ""

    def whys(self) -> dict[int, str]:
        """Say why exhibitors move."""
        best = self.thinking.best
        if not isinstance(best, Replanned):
            return {}
        return {move.want: self.look.words.t(WHYS[move.why]) for move in best.moves}

    def sentence(self, lines: Sequence[ChangeLine]) -> str:
        """Say how few move, and what is to be printed anew."""
        words, standing = self.look.words, self.standing
        if not lines or standing is None:
            return words.t("Everybody can stay where they are.")
        moves = telling.moved(lines)
        stay = len(standing.stands) - sum(line.after is not None for line in lines)
        signs = sum(line.after is not None for line in lines)
        parts = [
            words.n("One move is enough.", "{count} moves are enough.", moves) if moves else "",
            words.n("One stand stays where it is.", "{count} stands stay where they are.", stay),
            words.n("Reprint: one sign", "Reprint: {count} signs", signs) if signs else "",
        ]
        return " ".join(part for part in parts if part)

    def notes(self, standing: Standing, plan: Plan) -> list[Line]:
        """Say who is left over, and whether that is proven."""
        words, best = self.look.words, self.thinking.best
        lines = super().notes(standing, plan)
        if lines and isinstance(best, Replanned) and best.left_over_minimum_proven:
            lines.append(Line(good=True, text=words.t("Proven: nobody more can be placed.")))
        return lines

    def write(self, plan: Plan) -> None:
        """Note what happened, then make the plan that of today. Raises KnownError."""
        self.flow.apply_cases(self.cases, plan)
        self.cases.clear()

    def show_answer(self) -> None:
        """Show what is assumed, and the answer."""
        self.list.show_cases([self._sentence(case) for case in self.cases])
        super().show_answer()

    def _sentence(self, case: Case) -> str:
        words, fair = self.look.words, self.flow.fair
        booth, who = fair.booth_of.get(case.booth), fair.exhibitor_of.get(case.exhibitor)
        number, name = booth.ref if booth is not None else "", who.name if who is not None else ""
        if case.newcomer is not None:
            return words.t("{name} comes", name=case.newcomer.name)
        return {
            What.BLOCKED: words.t("{booth} falls away", booth=number),
            What.NO_POWER: words.t("{booth} has no power", booth=number),
            What.NO_SHOW: words.t("{name} does not come", name=name),
        }.get(case.what, words.t("{name} would like their first wish", name=name))

    def _adder(self, what: What) -> Callable[[], None]:
        def add() -> None:
            if what is What.WALK_IN:
                self._show_form(shown=True)
                return
            if what in (What.BLOCKED, What.NO_POWER):
                case = Case(what, booth=self._booth.id if self._booth is not None else 0)
            else:
                case = Case(what, exhibitor=self._who.id if self._who is not None else 0)
            if case not in self.cases:
                self.cases.append(case)
            self.begin()

        return add

    def _welcome(self, who: Exhibitor) -> None:
        number = min([0, *(case.newcomer.id for case in self.cases if case.newcomer is not None)]) - 1
        self.cases.append(Case(What.WALK_IN, newcomer=replace(who, id=number)))
        self._leave_form()
        self.begin()

    def _leave_form(self) -> None:
        self._show_form(shown=False)
        self.card.take_focus()

    def _show_form(self, *, shown: bool) -> None:
        self.form.setVisible(shown)
        self.row.setVisible(not shown)
        if shown:
            self.form.take_focus()

    def _remove(self, number: int) -> None:
        del self.cases[number]
        self.card.take_focus()
        self.begin()
