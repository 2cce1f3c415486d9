"""Has plans thought out beside the window: suggestions, answers to "what if". The first answer comes at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from eventdesk.fair.fair import Fair
from eventdesk.fair.placing.plan import Plan, Replanned
from eventdesk.fair.weights import Weight
from ui.jobs import Err, Ok
from ui.work import Stopped, Task, Work

SECONDS, SEED = 30.0, 1
Answer = Plan | Replanned


@dataclass(frozen=True)
class Asked:
    """What was asked: the fair as it was, or would be, then."""

    fair: Fair
    seconds: float = SECONDS
    late: frozenset[int] = frozenset()
    """Who would now like to stand in their first wish."""


class Thinking(QObject):
    """One question at a time; a new one takes the place of the one before. What was best stays when it is stopped."""

    changed = Signal()
    failed = Signal(object)
    _came = Signal(int, object)

    def __init__(self, work: Work, think: Callable[[Asked, Callable[[], bool]], Iterator[Answer]]) -> None:
        """Let `think` work in another thread; it yields better and better answers until it is told to stop."""
        super().__init__()
        self._work, self._think = work, think
        self._task: Task | None = None
        self._round = 0
        self.asked: Asked | None = None
        self.best: Answer | None = None
        self.stopped = False
        self._came.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a better answer may still come."""
        return self._task is not None

    def ask(self, title: str, asked: Asked) -> None:
        """Begin to think; forget what was asked before."""
        self.forget()
        self.asked = asked
        number = self._round

        def think(task: Task) -> None:
            for answer in self._think(asked, lambda: task.stopped):
                self._came.emit(number, answer)

        def ended(result: Ok[Any] | Err | Stopped) -> None:
            if number != self._round:
                return
            self._task = None
            self.stopped = isinstance(result, Stopped)
            if isinstance(result, Err):
                self.failed.emit(result.error)
            self.changed.emit()

        self._task = self._work.beside(title, think, ended)
        self.changed.emit()

    def stop(self) -> None:
        """Think no further; what was found so far stays."""
        if self._task is not None:
            self._task.stop()

    def forget(self) -> None:
        """Forget the question and all answers."""
        self.stop()
        self._round += 1
        self._task, self.asked, self.best, self.stopped = None, None, None, False

    def _take(self, number: int, answer: Answer) -> None:
        if number == self._round:
            self.best = answer
            self.changed.emit()


def suggesting(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Answer]:
    """Suggest who stands where."""
    from eventdesk.fair.placing.problem import problem
    from eventdesk.fair.placing.suggest import suggest

    return suggest(problem(asked.fair), seconds=asked.seconds, seed=SEED, stopped=stopped)


def replanning(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Answer]:
    """Answer what becomes of the plan, with the fewest moves."""
    from eventdesk.fair.placing.problem import problem
    from eventdesk.fair.placing.replan import replan

    question = problem(asked.fair)
    wants = {want.id for want in question.wants}
    before = {each: booths for each, booths in asked.fair.stands.items() if each in wants}
    return replan(question, before, asked=asked.late, seconds=asked.seconds, seed=SEED, stopped=stopped)


def price(fair: Fair) -> Mapping[Weight, int]:
    """Return what each part of today's placement costs."""
    from eventdesk.fair.placing.price import parts
    from eventdesk.fair.placing.problem import problem

    question = problem(fair)
    wants = {want.id for want in question.wants}
    return parts(question, {each: booths for each, booths in fair.stands.items() if each in wants})


def weighed(fair: Fair, weights: Mapping[Weight, int]) -> Fair:
    """Return the fair judged by other weights."""
    return replace(fair, weights={**fair.weights, **weights})
