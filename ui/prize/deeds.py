"""What is done with polls, with what is said of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from eventdesk.prize.outcome import NotDone
from eventdesk.prize.telling import trouble_text
from ui.attempts import Attempts
from ui.look import Look
from ui.prize.flow.prize_flow import PrizeFlow

T = TypeVar("T")


class Deeds(Attempts):
    """Changes the file; a known fault or a refusal becomes a sentence."""

    def __init__(self, look: Look, flow: PrizeFlow, parent: QObject) -> None:
        super().__init__(look, flow, parent)
        self.flow = flow

    def managed(self, deed: Callable[[], T | NotDone]) -> T | None:
        """Do something with a poll; None if that was not possible, which is said then."""
        if self.is_closed():
            return None
        answer = self.tried(deed)
        if isinstance(answer, NotDone):
            self.complain(trouble_text(self._words, answer))
            return None
        return answer

    def undo(self) -> None:
        """Take back what this desk did last to the prize."""
        nothing = self._words.t("This desk has done nothing about the audience prize that could be undone.")
        self.undone(self.flow.undo, nothing)
