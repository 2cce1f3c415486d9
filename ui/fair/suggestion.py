"""Suggests a plan: the question behind the button, with sliders for what a good plan is."""

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame

from eventdesk.fair.weights import Weight
from ui.fair.answer_card import AnswerCard
from ui.fair.asking import Asking
from ui.fair.deeds import Deeds
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.flow.thinking import Asked, suggesting, weighed
from ui.fair.weights_box import WeightsBox
from ui.look import Look
from ui.thinking import Thinking
from ui.widgets.button import Button, plain
from ui.work import Work


class Suggestion(Asking):
    """Begins at once; other weights begin anew."""

    def __init__(self, look: Look, flow: FairFlow, deeds: Deeds, work: Work) -> None:
        words = look.words
        card = AnswerCard(look, words.t("Suggested plan"), words.t("Suggest a plan"))
        super().__init__(look, flow, deeds, card, Thinking(work, suggesting))
        self.weights = WeightsBox(look, flow.fair.weights)
        self.fold = Button(look, "", plain(look.theme.colours), size=14, high=36)
        self.fold.clicked.connect(lambda: self.show_weights(shown=self.weights.isHidden()))
        rule = QFrame()
        rule.setProperty("kind", "rule")
        card.below.addWidget(rule)
        card.below.addWidget(self.fold)
        card.below.addWidget(self.weights)
        self.weights.changed.connect(self._weigh)
        self.show_weights(shown=False)

    def open(self, *, weights: bool) -> None:
        """Begin to think at once; or look at the weights first."""
        self.weights.show_weights(self.flow.fair.weights)
        self.show_weights(shown=weights)
        if weights:
            self.show_answer()
        else:
            self.begin()

    def asked(self) -> Asked:
        """Ask about the fair as it is, with the weights that are chosen."""
        return Asked(weighed(self.flow.fair, self.weights.weights()))

    def show_weights(self, *, shown: bool) -> None:
        """Unfold the sliders, or fold them up."""
        words = self.look.words
        self.weights.setVisible(shown)
        self.fold.say(words.t("Hide the weights") if shown else words.t("Weights and prices …"))
        if shown:
            self._show_prices()

    def show_answer(self) -> None:
        """Show the answer, and what each part of it costs."""
        super().show_answer()
        if not self.weights.isHidden():
            self._show_prices()

    def follow(self) -> None:
        """Know that the fair has changed; other weights alone are asked about already."""
        if self.thinking.asked is not None:
            now = weighed(self.flow.fair, self.weights.weights())
            self.stale = now != self.thinking.asked.fair
        self._soon.start(0)

    def invitation(self) -> str:
        """Say what will happen."""
        return self.look.words.t("Pinned exhibitors stay where they are. Nothing changes before you apply the plan.")

    def _show_prices(self) -> None:
        today = self.flow.price(self.weights.weights())
        plan = self.plan
        parts: Mapping[Weight, int] | None = plan.parts if plan is not None else None
        self.weights.show_prices(today, parts)

    def _weigh(self, weights: Mapping[Weight, int]) -> None:
        if self.deeds.done(lambda: self.flow.weigh(weights)):
            self.begin()
