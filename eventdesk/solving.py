"""Running the solver so that every better answer is heard of at once, and that it can be stopped.

One worker, linearization level 2 and a seed: with two workers many of our models are not proven at all. Time is
counted in the solver's own deterministic units, not by a clock, so that a slow machine finds the same plan.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

WORK_PER_SECOND = 0.6
"""The solver's deterministic units that a usual computer does in a second (measured: 0.5 to 0.8)."""

_LOOK_EVERY = 0.05
_T = TypeVar("_T")


def never() -> bool:
    """Say that nobody asked to stop."""
    return False


class Budget:
    """How much may still be worked, in deterministic units."""

    def __init__(self, seconds: float) -> None:
        """Begin with what a usual computer does in so many seconds."""
        self.left = max(seconds, 0.0) * WORK_PER_SECOND

    def spend(self, work: float) -> None:
        """Note what was done."""
        self.left -= work

    @property
    def empty(self) -> bool:
        """Whether nothing more may be done."""
        return self.left <= 0


class Limit:
    """The clock beside the counted work: it ends what takes clearly longer than was allowed, and says that it did.

    A computer that does the work in the usual time never meets it, so that there the same seed gives the same result.
    Nothing is ended before `begin`: a first result is always made.
    """

    def __init__(
        self, seconds: float, stopped: Callable[[], bool] = never, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Allow so many seconds from now on, and a tenth and a second more."""
        self._clock, self._stopped, self._began = clock, stopped, clock()
        self._most, self._counts = 1.1 * max(seconds, 0.0) + 1.0, False
        self.passed = False

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return self._clock() - self._began

    def begin(self) -> None:
        """Let the clock count from now on: there is a result."""
        self._counts = True

    def allow(self, seconds: float) -> None:
        """Allow so much more than has passed or was allowed, for what is left to be done after the search."""
        self._most = max(self._most, self.seconds) + seconds

    def stopped(self) -> bool:
        """Say whether somebody asked to stop, or the time is over."""
        if self._stopped():
            return True
        over = self._counts and self.seconds > self._most
        self.passed = self.passed or over
        return over


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try: the seed, what may be worked in all, who may stop it, and the `most` work for one model."""

    seed: int
    budget: Budget
    stopped: Callable[[], bool]
    most: float = float("inf")


@dataclass(frozen=True, slots=True)
class Answer:
    """A solution (`values` of the variables asked for; None: none) with the bound known by then.

    `last`: nothing comes after it; then `proven` says that it is best, or that there is none.
    """

    values: tuple[int, ...] | None
    objective: int
    bound: float
    last: bool = False
    proven: bool = False


def solve(model: "cp_model.CpModel", wanted: Sequence["cp_model.IntVar"], effort: Effort) -> Iterator[Answer]:
    """Yield each better solution as it is found, then the last answer.

    The solver runs beside, in a thread that ends with this call; nothing else is shared with it.
    """
    from ortools.sat.python import cp_model

    heard: queue.SimpleQueue[Answer | None] = queue.SimpleQueue()

    class Ear(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            values = tuple(int(self.value(each)) for each in wanted)
            heard.put(Answer(values, round(self.objective_value), self.best_objective_bound))

    solver, ear = cp_model.CpSolver(), Ear()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = effort.seed
    solver.parameters.catch_sigint_signal = False  # Ctrl+C is ours; the solver's own handler ends the process
    solver.parameters.max_deterministic_time = max(min(effort.budget.left, effort.most), 1e-3)

    def work() -> Answer:
        status = solver.solve(model, ear)
        found = status in {cp_model.OPTIMAL, cp_model.FEASIBLE}
        return Answer(
            tuple(solver.value(each) for each in wanted) if found else None,
            round(solver.objective_value) if found else 0,
            solver.best_objective_bound,
            last=True,
            proven=status in {cp_model.OPTIMAL, cp_model.INFEASIBLE},
        )

    done = _begun(work, lambda: heard.put(None))
    try:
        while (answer := _next(heard, solver.stop_search, effort.stopped)) is not None:
            yield answer
    finally:
        solver.stop_search()
        wait([done])
    effort.budget.spend(solver.response_proto.deterministic_time)
    yield done.result()


def beside(work: Callable[[], _T], stop: Callable[[], object], stopped: Callable[[], bool]) -> _T:
    """Return the result of one piece of work, done in a thread of its own; `stop` ends it when somebody asks."""
    heard: queue.SimpleQueue[None] = queue.SimpleQueue()
    done = _begun(work, lambda: heard.put(None))
    try:
        _next(heard, stop, stopped)
    finally:
        if not done.done():
            stop()
        wait([done])
    return done.result()


def _begun(work: Callable[[], _T], ended: Callable[[], None]) -> "Future[_T]":
    """Begin work in a thread of its own; its result, or what went wrong, will be in the future, and then it says so."""
    done: Future[_T] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:  # noqa: BLE001 - raised again where the result is asked for
            done.set_exception(error)
        finally:
            ended()

    threading.Thread(target=run, name="solving", daemon=True).start()
    return done


def _next(heard: "queue.SimpleQueue[_T]", stop: Callable[[], object], stopped: Callable[[], bool]) -> _T:
    """Return what is heard next; whoever wants to stop is asked again and again meanwhile."""
    while True:
        if stopped():
            stop()
        try:
            return heard.get(timeout=_LOOK_EVERY)
        except queue.Empty:
            continue


def solved(answers: Iterator[Answer]) -> Answer:
    """Return the last answer."""
    *_, last = answers
    return last
