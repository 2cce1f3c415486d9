"""Suggests a timetable: the question behind the button."""

from ui.look import Look
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.flow.programme_thinking import suggesting
from ui.panels.programme.asking import Asking
from ui.panels.programme.deeds import Deeds
from ui.thinking import Thinking
from ui.widgets.answer_card import AnswerCard
from ui.work import Work


class Suggestion(Asking):
    """Begins at once."""

    def __init__(self, look: Look, flow: PanelsFlow, deeds: Deeds, work: Work) -> None:
        words = look.words
        card = AnswerCard(look, words.t("Suggested timetable"), words.t("Suggest rooms"))
        super().__init__(look, flow, deeds, card, Thinking(work, suggesting))

    def open(self) -> None:
        """Begin to think at once."""
        self.begin()

    def invitation(self) -> str:
        """Say what will happen."""
        return self.look.words.t("What is fixed stays where it is. Nothing changes before you apply it.")
