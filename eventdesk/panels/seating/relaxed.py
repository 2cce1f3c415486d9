"""The same flow with shares of people allowed: quick however many crowds there are, and a bound for each level.

What no share can do, no whole number can. So where whole numbers reach all that shares reach, every level is proven.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from eventdesk.panels.seating.flow import Pool
from eventdesk.panels.seating.goals import Goal
from eventdesk.panels.seating.itineraries import Itinerary, Paths
from eventdesk.panels.seating.problem import Seats
from eventdesk.solving import Effort, beside

if TYPE_CHECKING:
    from ortools.linear_solver import pywraplp

_WORK_PER_TURN = 1.2e-8
"""Deterministic units for one turn of the simplex and one row (measured at the fair)."""
_NEARLY = 1e-3
"""What lies above a whole number by no more than this is the arithmetic's: a bound is rather too low than too high."""
_WHOLE = 1e-6


@dataclass(frozen=True, slots=True)
class Bound:
    """The least that whole numbers could reach, or that nothing is possible, or (both False) that nothing is known."""

    value: int = 0
    is_known: bool = False
    is_impossible: bool = False


class Relaxed:
    """One linear program over chosen ways of each crowd; what was bounded once may be held from then on."""

    def __init__(
        self, seats: Seats, paths: Sequence[Paths], ways: Sequence[Sequence[Itinerary]], *, coarse: bool = False
    ) -> None:
        """Build the program. `coarse`, which is quicker: any session will do where one will that is not wished."""
        from ortools.linear_solver import pywraplp

        self._seats = seats
        self._solver = solver = pywraplp.Solver.CreateSolver("GLOP")
        infinity = solver.infinity()
        self._columns: list[tuple[int, Itinerary, pywraplp.Variable]] = []
        loads = {each.id: solver.Constraint(-infinity, each.seats) for each in seats.offers}
        pools: dict[Pool, pywraplp.Constraint] = {}
        whole_slot = {
            each.id: tuple(offer.id for offer in seats.offers if offer.slot == each.id) for each in seats.rounds
        }
        self._values: list[float] = []
        self.is_possible = all(ways)
        for number, crowd in enumerate(seats.crowds):
            whole = solver.Constraint(len(crowd.units), len(crowd.units))
            for way in ways[number]:
                share = solver.NumVar(0, infinity, "")
                self._columns.append((number, way, share))
                whole.SetCoefficient(share, 1)
                for session in way.sessions:
                    loads[session].SetCoefficient(share, crowd.size)
                for slot in way.any_in:
                    pool = slot, whole_slot[slot] if coarse else paths[number].pools[slot]
                    if pool not in pools:
                        pools[pool] = solver.Constraint(0, 0)
                    pools[pool].SetCoefficient(share, 1)
        for pool, row in pools.items():
            for session in pool[1]:
                poured = solver.NumVar(0, infinity, "")
                row.SetCoefficient(poured, -1)
                loads[session].SetCoefficient(poured, 1)

    def least(self, goal: Goal, effort: Effort) -> Bound:
        """Find how little a goal can be; what was held before holds."""
        from ortools.linear_solver import pywraplp

        if not self.is_possible:
            return Bound(is_impossible=True)
        objective = self._solver.Objective()
        objective.Clear()
        for share, price in self._priced(goal):
            objective.SetCoefficient(share, price)
        objective.SetMinimization()
        status = beside(self._solver.Solve, self._solver.InterruptSolve, effort.stopped)
        effort.budget.spend(self._solver.iterations() * self._solver.NumConstraints() * _WORK_PER_TURN)
        if status == pywraplp.Solver.INFEASIBLE:
            return Bound(is_impossible=True)
        if status != pywraplp.Solver.OPTIMAL:
            return Bound()
        # Read at once: any change of the program makes the solver forget it
        self._values = [share.solution_value() for _, _, share in self._columns]
        return Bound(ceil(objective.Value() - _NEARLY), is_known=True)

    def hold(self, goal: Goal, value: int) -> None:
        """From now on, keep the sum of a goal where it is."""
        row = self._solver.Constraint(-self._solver.infinity(), value)
        for share, price in self._priced(goal):
            row.SetCoefficient(share, price)

    def worst(self, under: int) -> int:
        """Return the greatest regret below a limit that any share has by now."""
        there = zip(self._columns, self._values, strict=True)
        return max((way.regret for (_, way, _), value in there if value > _WHOLE and way.regret < under), default=0)

    def settled(self) -> tuple[list[dict[Itinerary, int]], list[int]]:
        """Return the shares of each crowd that are whole by now, and the crowds that are not, by their numbers."""
        found: list[dict[Itinerary, int]] = [{} for _ in self._seats.crowds]
        broken: defaultdict[int, bool] = defaultdict(bool)
        for (number, way, _), value in zip(self._columns, self._values, strict=True):
            units = round(value)
            broken[number] |= abs(value - units) > _WHOLE
            if units > 0:
                found[number][way] = units
        return found, [number for number in range(len(found)) if broken[number]]

    def _priced(self, goal: Goal) -> "list[tuple[pywraplp.Variable, int]]":
        return [
            (share, price * self._seats.crowds[number].size)
            for number, way, share in self._columns
            if (price := goal(number, way))
        ]
