"""What a question to the thinker and the plan share: the answer is looked at, then taken or left."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from eventdesk.fair.fair import Fair
from eventdesk.fair.placing.plan import Plan, Replanned
from eventdesk.fair.placing.problem import problem
from eventdesk.fair.placing.telling import unplaced_sentences
from ui.fair import telling
from ui.fair.answer_card import AnswerCard, Progress
from ui.fair.deeds import Deeds
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.flow.thinking import Asked
from ui.fair.plan_card import Figures
from ui.fair.standing import Standing, with_stands
from ui.look import Look
from ui.thinking import Thinking
from ui.timers import single_shot
from ui.widgets.change_list import ChangeLine
from ui.widgets.reason_line import Line

SHOW_EVERY_MS = 120


class Asking(QObject):
    """One question with its card. `changed`: the plan that is looked at is another."""

    changed = Signal()
    left = Signal()
    taken = Signal()
    said = Signal(str)
    told = Signal(str)

    def __init__(self, look: Look, flow: FairFlow, deeds: Deeds, card: AnswerCard, thinking: Thinking) -> None:
        super().__init__(card)
        self.look, self.flow, self.deeds, self.card, self.thinking = look, flow, deeds, card, thinking
        self.stale = False
        self._seen: tuple[object, Standing] | None = None
        self._soon = single_shot(self, self.show_answer, SHOW_EVERY_MS)
        self._to_plan = single_shot(self, self.changed.emit)
        thinking.changed.connect(self._on_changed)
        thinking.failed.connect(self._on_failed)
        card.begun.connect(self.begin)
        card.stopped.connect(thinking.stop)
        card.applied.connect(self.apply)
        card.left.connect(self.leave)

    # ---- what kind of question it is

    def asked(self) -> Asked:
        """Return what is asked now."""
        return Asked(self.flow.fair)

    def title(self) -> str:
        """Return what the work is called."""
        return self.look.words.t("Thinking out a plan")

    def caption(self) -> str:
        """Return what stands above the plan that is looked at, beside today's."""
        return self.look.words.t("Suggestion")

    def headline(self, *, differs: bool) -> str:
        """Return what stands above the plan that is looked at: whether it differs from today's."""
        return telling.headline(self.look.words, differs=differs)

    def notes(self, standing: Standing, plan: Plan) -> list[Line]:
        """Return what is to be said besides the changes: who finds no booth, why, and what would help."""
        words, told = self.look.words, {each.want: each for each in plan.unplaced}
        asked = problem(self.fair) if told else None
        lines: list[Line] = []
        for who in standing.without:
            if asked is not None and who.id in told:
                sentences = unplaced_sentences(words, asked, told[who.id])
            else:
                sentences = (words.t("{name} finds no booth.", name=who.name),)
            lines.append(Line(good=False, text=" ".join(sentences)))
        return lines

    def figures(self, standing: Standing, plan: Plan) -> Figures:
        """Return what is counted."""
        return telling.plan_figures(self.look.words, standing, plan)

    def whys(self) -> dict[int, str]:
        """Return why exhibitors move."""
        return {}

    def sentence(self, lines: Sequence[ChangeLine]) -> str:
        """Return what sums the changes up."""
        return self.look.words.n("One change", "{count} changes", len(lines)) if lines else ""

    def write(self, plan: Plan) -> None:
        """Make the plan that of today. Raises KnownError."""
        self.flow.apply(plan)

    # ---- what happens

    @property
    def plan(self) -> Plan | None:
        """The best plan so far."""
        best = self.thinking.best
        return best.plan if isinstance(best, Replanned) else best

    @property
    def standing(self) -> Standing | None:
        """Who would stand where; None while there is no answer."""
        asked, plan = self.thinking.asked, self.plan
        if asked is None or plan is None:
            return None
        if self._seen is None or self._seen[0] is not plan:
            self._seen = (plan, Standing(with_stands(asked.fair, plan.assignments)))
        return self._seen[1]

    @property
    def fair(self) -> Fair:
        """The fair as it was asked about."""
        return self.thinking.asked.fair if self.thinking.asked is not None else self.flow.fair

    @property
    def busy(self) -> bool:
        """Whether something is still to be thought or shown."""
        return self.thinking.busy or self._soon.isActive() or self._to_plan.isActive()

    def begin(self) -> None:
        """Ask."""
        self.stale = False
        self.thinking.ask(self.title(), self.asked())

    def apply(self) -> None:
        """Take the plan."""
        plan = self.plan
        if plan is None:
            return
        self.thinking.stop()
        before = self.flow.standing
        lines = telling.changes(self.look.words, before, self.standing or before)
        if self.deeds.done(lambda: self.write(plan)):
            self.thinking.forget()
            self.told.emit(
                self.look.words.n(
                    "The plan is applied: one change.", "The plan is applied: {count} changes.", len(lines)
                )
            )
            self.taken.emit()

    def leave(self) -> None:
        """Leave the plan, and today's as it is."""
        self.thinking.forget()
        self.left.emit()

    def follow(self) -> None:
        """Know that the fair has changed: an answer about how it was is no longer one."""
        if self.thinking.asked is not None and self.flow.fair != self.thinking.asked.fair:
            self.stale = True
        self._soon.start(0)

    def show_answer(self) -> None:
        """Show the best answer so far."""
        plan, standing = self.plan, self.standing
        self.card.show_progress(self._progress(), answered=plan is not None, able=not self.stale)
        if plan is None or standing is None:
            self.card.show_answer(None, (), (), "")
        else:
            words = self.look.words
            lines = telling.changes(words, self.flow.standing, standing, self.whys())
            self.card.show_answer(self.figures(standing, plan), lines, self.notes(standing, plan), self.sentence(lines))
        self._to_plan.start()  # the plan in a turn of its own: both take a while at a large fair

    def _progress(self) -> Progress:
        words, plan, busy = self.look.words, self.plan, self.thinking.busy
        if self.stale:
            said = words.t("The fair has changed since this was thought out. Discard it and ask again.")
            return Progress(busy=busy, sentence=said)
        if plan is None:
            return Progress(busy=busy, sentence=words.t("Looking for a first plan …") if busy else self.invitation())
        share = plan.bound / plan.cost if plan.cost else 1.0
        return Progress(busy=busy, sentence=self.rating(plan), share=share)

    def rating(self, plan: Plan) -> str:
        """Return how good the best plan so far is known to be."""
        words, values = self.look.words, {"cost": plan.cost, "bound": plan.bound}
        if self.thinking.busy:
            return words.t("Cost {cost}; proven: none costs less than {bound}. A better one may come.", **values)
        if self.thinking.stopped:
            return words.t("Stopped. Cost {cost}; proven: none costs less than {bound}.", **values)
        return words.t("Cost {cost}; proven: none costs less than {bound}.", **values)

    def invitation(self) -> str:
        """Return what is said before anything was asked."""
        return ""

    def _on_changed(self) -> None:
        if self._soon.isActive():
            return
        self._soon.start(0 if self.card.changes.lines == () or not self.thinking.busy else SHOW_EVERY_MS)

    def _on_failed(self, error: Exception) -> None:
        raise error
