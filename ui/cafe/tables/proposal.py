"""What is thought out and shown before anything changes: the question, its card, taking it or leaving it."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal

from eventdesk.cafe.cafe import Cafe
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.tables.deeds import Deeds
from ui.look import Look
from ui.thinking import Thinking
from ui.timers import single_shot
from ui.widgets.answer_card import Answer, AnswerCard, Progress
from ui.work import Work

SHOW_EVERY_MS = 120


class Proposal(QObject):
    """One question. `changed`: what is looked at is another."""

    changed = Signal()
    left = Signal()
    taken = Signal()
    told = Signal(str)
    asks_again = False
    """Whether the question is asked anew by itself when the café has changed."""

    def __init__(
        self,
        look: Look,
        flow: CafeFlow,
        deeds: Deeds,
        work: Work,
        texts: tuple[str, str],
        think: Callable[[Any, Callable[[], bool]], Iterator[Any]],
    ) -> None:
        """Be called by the first of the `texts`; the second one is on the button that begins; empty: no button."""
        card = AnswerCard(look, *texts)
        super().__init__(card)
        self.look, self.flow, self.deeds, self.card = look, flow, deeds, card
        self.thinking = Thinking(work, think)
        self.stale = False
        self._soon = single_shot(self, self.show_answer, SHOW_EVERY_MS)
        self.thinking.changed.connect(self._on_changed)
        self.thinking.failed.connect(self._on_failed)
        card.begun.connect(self.begin)
        card.stopped.connect(self.thinking.stop)
        card.applied.connect(self.apply)
        card.left.connect(self.leave)

    # ---- what kind of question it is

    def asked(self) -> Any:
        """Return what is asked now."""
        raise NotImplementedError

    def title(self) -> str:
        """Return what the work is called."""
        raise NotImplementedError

    def answer(self, found: Any) -> Answer:
        """Return what the card shows of an answer."""
        raise NotImplementedError

    def write(self, found: Any) -> str:
        """Let it be so; returns what is told then. Raises KnownError."""
        raise NotImplementedError

    def looked_at(self) -> Cafe | None:
        """Return the café as it would be, if that is to be looked at."""
        return None

    def headline(self) -> str:
        """Return what stands above the tables meanwhile."""
        return ""

    def waiting(self) -> str:
        """Return what is said while there is no answer yet."""
        return self.look.words.t("Thinking …")

    def rating(self, _found: Any) -> str:
        """Return how good an answer is known to be."""
        return ""

    def may_apply(self, _found: Any) -> bool:
        """Say whether an answer can be taken."""
        return self.flow.closed is None

    # ---- what happens

    @property
    def busy(self) -> bool:
        """Whether something is still to be thought or shown."""
        return self.thinking.busy or self._soon.isActive()

    def begin(self) -> None:
        """Ask."""
        self.stale = False
        self.thinking.ask(self.title(), self.asked())

    def apply(self) -> None:
        """Take the answer."""
        found = self.thinking.best
        if found is None:
            return
        self.thinking.stop()
        said: list[str] = []
        if self.deeds.done(lambda: said.append(self.write(found))):
            self.thinking.forget()
            self.told.emit("".join(said))
            self.taken.emit()

    def leave(self) -> None:
        """Leave everything as it is."""
        self.thinking.forget()
        self.left.emit()

    def is_old(self) -> bool:
        """Say whether what was asked is no longer how things are."""
        return self.thinking.asked.cafe is not self.flow.cafe

    def follow(self) -> None:
        """Know that the café has changed: an answer about how it was is no longer one."""
        if self.thinking.asked is not None and self.is_old():
            if self.asks_again:
                self.begin()
            else:
                self.stale = True
        self._soon.start(0)

    def show_answer(self) -> None:
        """Show the best answer so far."""
        found, busy, words = self.thinking.best, self.thinking.busy, self.look.words
        first = found is not None and self.card.take.isHidden() and self.card.leave.hasFocus()
        if self.stale:
            said = words.t("The café has changed since this was thought out. Ask again, or discard it.")
            self.card.show_progress(Progress(busy, said), answered=True, again=True)
        elif found is None:
            self.card.show_progress(Progress(busy, self.waiting() if busy else ""), answered=False)
        else:
            progress = Progress(busy, self.rating(found))
            self.card.show_progress(progress, answered=True, able=self.may_apply(found))
        self.card.show_answer(Answer() if found is None else self.answer(found))
        if first:
            self.card.take_focus()
        self.changed.emit()

    def _on_changed(self) -> None:
        if not self._soon.isActive():
            self._soon.start(SHOW_EVERY_MS if self.thinking.busy and self.thinking.best is not None else 0)

    def _on_failed(self, error: Exception) -> None:
        raise error
