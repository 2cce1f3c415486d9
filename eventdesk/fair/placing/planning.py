"""Makes a plan, as it is answered, of a placement that is being worked on."""

import math
from collections.abc import Callable
from functools import cached_property

from eventdesk.fair.placing.arrangement import Arrangement
from eventdesk.fair.placing.bounds import simple_bound
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.plan import Plan, Status
from eventdesk.fair.placing.price import parts_on
from eventdesk.fair.placing.problem import Problem
from eventdesk.fair.placing.reasons import left_over

_ROUNDING = 1e-6
_MANY = 30


class Planner:
    """Knows what all plans of one question have in common."""

    def __init__(self, problem: Problem, seed: int, clock: Callable[[], float]) -> None:
        """Start the clock; it only tells how long an answer took and decides nothing."""
        self._clock, self._began, self._seed = clock, clock(), seed
        self.ground = Ground(problem)

    @cached_property
    def simple_bound(self) -> int:
        """A bound that is there at once."""
        return simple_bound(self.ground)

    def plan(self, found: Arrangement, bound: float, *, thorough: bool = True) -> Plan:
        """Return the plan; nothing costs less than `bound`. Unless `thorough`, many are left over without a reason."""
        least = min(math.ceil(bound - _ROUNDING), found.cost)
        assignments = found.assignments()
        status = Status.OPTIMAL if least == found.cost else Status.FEASIBLE
        if self.ground.wants and not assignments:
            status = Status.INFEASIBLE
        return Plan(
            status=status,
            cost=found.cost,
            bound=least,
            parts=parts_on(self.ground, found.choice),
            seconds=self._clock() - self._began,
            seed=self._seed,
            assignments=assignments,
            unplaced=left_over(found, proven=least == found.cost, most=_MANY if not thorough else None),
        )
