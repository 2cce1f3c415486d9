"""Suggests who stands where: a plan at once, then better ones, then the proof."""

import time
from collections.abc import Callable, Iterator
from random import Random

from eventdesk.fair.placing.arrangement import Arrangement
from eventdesk.fair.placing.exact import Known, solve_exactly
from eventdesk.fair.placing.first import first_arrangement, improve
from eventdesk.fair.placing.linear import LinearBound
from eventdesk.fair.placing.master import whole
from eventdesk.fair.placing.plan import Plan
from eventdesk.fair.placing.planning import Planner
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.regions import improve_by_regions
from eventdesk.solving import Budget, Effort, never

_FIRST_STEPS = 200_000
_SMALL = 3_000
"""Up to so many pairs of want and island the whole is solved at once."""
_MIDDLING = 15_000
"""Up to so many it is solved after it was improved for a while; above, no solver proves it in a minute."""
_A_WHILE = 3.0
"""Deterministic units of that while."""
_BEFORE_THE_BOUND = 0.35
"""Part of the time for a large fair after which its bound is worked out."""


def suggest(
    problem: Problem,
    *,
    seconds: float = 30.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Plan]:
    """Yield plans, each better or with a better bound than the one before; the last is the final one.

    `seconds` are those of a usual computer: work is counted, not time, so that the same seed gives the same plan
    everywhere. `stopped` is asked all the time; when it says yes, the best plan so far is the last.
    """
    search = _Search(Planner(problem, seed, clock), Budget(seconds), seed, stopped)
    shown: Plan | None = None
    for _ in search.run():
        plan = search.plan(thorough=False)
        if shown is None or (plan.cost, plan.bound) != (shown.cost, shown.bound):
            shown = plan
            yield plan
    last = search.plan(thorough=True)
    if shown is None or last.unplaced != shown.unplaced:
        yield last


class _Search:
    """One search; `run` stops for a moment whenever something got better."""

    def __init__(self, planner: Planner, budget: Budget, seed: int, stopped: Callable[[], bool]) -> None:
        self._planner, self._budget, self._stopped = planner, budget, stopped
        self._effort = Effort(seed, budget, stopped)
        self._known = Known(planner.ground)
        self._best = Arrangement(planner.ground)
        self._bound = float(planner.simple_bound)

    def plan(self, *, thorough: bool) -> Plan:
        return self._planner.plan(self._best, self._bound, thorough=thorough)

    def run(self) -> Iterator[None]:
        ground = self._planner.ground
        self._best = first_arrangement(ground)
        yield
        improve(self._best, _FIRST_STEPS, self._stopped)
        yield
        everywhere = range(len(ground.islands))
        pairs = sum(bool(ground.spots(want, island)) for want in range(len(ground.wants)) for island in everywhere)
        if pairs <= _SMALL:
            yield from self._whole()
        elif pairs <= _MIDDLING:
            yield from self._lower_bound()
            yield from self._regions(_A_WHILE)
            yield from self._whole()
        else:
            yield from self._regions(self._budget.left * _BEFORE_THE_BOUND)
            yield from self._lower_bound()
            yield from self._regions(self._budget.left)

    @property
    def _done(self) -> bool:
        return self._stopped() or self._budget.empty or self._bound >= self._best.cost

    def _whole(self) -> Iterator[None]:
        if self._done:
            return
        for step in solve_exactly(whole(self._planner.ground), self._best, self._known, self._effort):
            self._best, self._bound = step.best, max(self._bound, step.bound)
            yield

    def _regions(self, work: float) -> Iterator[None]:
        if self._done:
            return
        chance = Random(self._effort.seed)  # noqa: S311 - nothing secret
        for better in improve_by_regions(self._best, self._known, chance, self._effort, work):
            self._best = better
            yield

    def _lower_bound(self) -> Iterator[None]:
        if self._done:
            return
        linear = LinearBound(self._planner.ground, self._known.capacities)
        linear.begin(self._best.choice)
        for bound in linear.steps(budget=self._budget, stopped=self._stopped):
            self._bound = max(self._bound, bound)
            yield
