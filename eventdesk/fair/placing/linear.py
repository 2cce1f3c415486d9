"""How low the cost can be at least, for large fairs: the linear relaxation, with columns made as they are needed.

A want may be in several islands by parts here. Of the pairs of want and island few matter, so the others are left out
until their price says that they are missing; what they could save at most is taken off the bound, which so is valid at
every step and not only at the end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from eventdesk.fair.placing.capacity import Capacities
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.price import NOWHERE
from eventdesk.fair.weights import Weight
from eventdesk.solving import Budget, beside

if TYPE_CHECKING:
    from ortools.linear_solver import pywraplp

_NEW_ISLANDS = 5
"""How many islands a theme gets more with each step."""
_ENOUGH = 0.005
"""Part of the bound that may be missing in the end: the last steps take longest and tell least."""
_STEPS = 25
_WORK_PER_TURN = 1.2e-8
"""Deterministic units for one turn of the simplex and one row (measured)."""


class LinearBound:
    """The relaxation with the columns so far."""

    def __init__(self, ground: Ground, capacities: Capacities) -> None:
        """Make the rows that are always there."""
        from ortools.linear_solver import pywraplp

        self._ground = ground
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._solver.SetSolverSpecificParametersAsString("use_dual_simplex: true use_preprocessing: false")
        self._infinity = self._solver.infinity()
        self._objective = self._solver.Objective()
        self._objective.SetMinimization()
        self._wants = range(len(ground.wants))
        self._once = [self._row(1, 1) for _ in self._wants]
        for want in self._wants:
            self._once[want].SetCoefficient(self._variable(ground.unplaced(want)), 1)
        self._held: list[list[tuple[pywraplp.Constraint, dict[int, int]]]] = []
        for island in range(len(ground.islands)):
            rooms = capacities.of(island, [want for want in self._wants if ground.spots(want, island)])
            self._held.append([(self._row(-self._infinity, each.room), dict(each.takes)) for each in rooms])
        self._goes: dict[tuple[int, int], pywraplp.Variable] = {}
        self._used: dict[tuple[str, int], pywraplp.Variable] = {}
        self._full: dict[tuple[str, int], pywraplp.Constraint] = {}
        self._halls: dict[tuple[str, str], pywraplp.Variable] = {}
        self._beyond: dict[tuple[str, int], pywraplp.Constraint] = {}
        self._members: defaultdict[str, list[int]] = defaultdict(list)
        for want in self._wants:
            self._members[ground.wants[want].theme].append(want)

    def begin(self, choice: Sequence[int]) -> None:
        """Make the columns of the wishes, and of the islands that themes use in a placement that is known."""
        ground = self._ground
        for theme, members in self._members.items():
            islands = {choice[want] for want in members if choice[want] != NOWHERE} if theme else set()
            for want in members:
                asked = ground.wants[want]
                names = {asked.wish_1, asked.wish_2}
                wished = {number for number, island in enumerate(ground.islands) if island.name in names}
                for island in sorted(islands | wished | ({choice[want]} - {NOWHERE})):
                    self._column(want, island)

    def steps(self, *, budget: Budget, stopped: Callable[[], bool]) -> Iterator[float]:
        """Yield bounds, each valid; the last is that of the whole relaxation but for a few thousandths."""
        from ortools.linear_solver import pywraplp

        for _ in range(_STEPS):
            if stopped() or budget.empty:
                return
            status = beside(self._solver.Solve, self._solver.InterruptSolve, stopped)
            budget.spend(self._solver.iterations() * self._solver.NumConstraints() * _WORK_PER_TURN)
            if status != pywraplp.Solver.OPTIMAL:
                return
            value = self._objective.Value()
            missing = self._missing()
            short = sum(by for each in missing.values() for by, _, _ in each)
            yield value - short
            if short <= _ENOUGH * value:
                return
            for each in missing.values():
                for _, island, wants in sorted(each, key=lambda one: (-one[0], one[1]))[:_NEW_ISLANDS]:
                    for want in wants:
                        self._column(want, island)

    def _row(self, low: float, high: float) -> "pywraplp.Constraint":
        return self._solver.Constraint(low, high)

    def _variable(self, price: float, high: float | None = None) -> "pywraplp.Variable":
        variable = self._solver.NumVar(0, self._infinity if high is None else high, "")
        if price:
            self._objective.SetCoefficient(variable, price)
        return variable

    def _column(self, want: int, island: int) -> None:
        ground = self._ground
        if (want, island) in self._goes or not ground.spots(want, island):
            return
        asked = ground.wants[want]
        goes = self._goes[want, island] = self._variable(ground.price(want, island))
        self._once[want].SetCoefficient(goes, 1)
        for row, takes in self._held[island]:
            if want in takes:
                row.SetCoefficient(goes, takes[want])
        if asked.theme:
            self._use(asked.theme, island)
            link = self._row(-self._infinity, 0)
            link.SetCoefficient(goes, 1)
            link.SetCoefficient(self._used[asked.theme, island], -1)
            full = self._full.get((asked.theme, island))
            if full is not None:
                full.SetCoefficient(goes, asked.size)
        if asked.competitor:
            key = asked.competitor, island
            if key not in self._beyond:
                self._beyond[key] = self._row(-self._infinity, 1)
                self._beyond[key].SetCoefficient(self._variable(ground.weights[Weight.COMPETITOR_ISLAND]), -1)
            self._beyond[key].SetCoefficient(goes, 1)

    def _use(self, theme: str, island: int) -> None:
        if (theme, island) in self._used:
            return
        ground, weights = self._ground, self._ground.weights
        used = self._used[theme, island] = self._variable(weights[Weight.THEME_ISLAND], 1)
        hall = theme, ground.islands[island].hall
        if hall not in self._halls:
            self._halls[hall] = self._variable(weights[Weight.THEME_HALL], 1)
        link = self._row(-self._infinity, 0)
        link.SetCoefficient(used, 1)
        link.SetCoefficient(self._halls[hall], -1)
        room = len(ground.islands[island].sites)
        if sum(ground.wants[want].size for want in self._members[theme]) > room:
            full = self._full[theme, island] = self._row(-self._infinity, 0)
            full.SetCoefficient(used, -room)

    def _missing(self) -> dict[str, list[tuple[float, int, list[int]]]]:
        """Return by theme what islands could save that are missing: how much, the island, and whose columns."""
        ground = self._ground
        found: dict[str, list[tuple[float, int, list[int]]]] = {}
        once = [row.dual_value() for row in self._once]
        held = self._prices_of_room()
        for theme, members in self._members.items():
            islands = []
            for island in range(len(ground.islands)):
                saved, wants = 0.0, []
                full = self._full.get((theme, island))
                crowd = full.dual_value() if full is not None else 0.0
                for want in members:
                    saves = once[want] - ground.price(want, island)
                    if saves <= 0 or (want, island) in self._goes or not ground.spots(want, island):
                        continue
                    saves += held(want, island) + crowd * ground.wants[want].size
                    rival = self._beyond.get((ground.wants[want].competitor, island))
                    if rival is not None:
                        saves += rival.dual_value()
                    if saves > 0:
                        saved += saves
                        wants.append(want)
                if not wants:
                    continue
                used = self._used.get((theme, island))
                opening = ground.weights[Weight.THEME_ISLAND] if theme else 0
                saved -= used.reduced_cost() if used is not None else opening
                if saved > 0:
                    islands.append((saved, island, wants))
            if islands:
                found[theme] = islands
        return found

    def _prices_of_room(self) -> Callable[[int, int], float]:
        """Return what tells the price (below 0) of the booths that a want takes in an island."""
        ground = self._ground
        duals = [[(row.dual_value(), takes) for row, takes in rows] for rows in self._held]
        binding = [[(dual, takes) for dual, takes in rows if dual < 0] for rows in duals]
        known: dict[tuple[int, object], float] = {}

        def price(want: int, island: int) -> float:
            asked = ground.wants[want]
            key = island, ground.needs[want] if asked.pinned is None else want
            if key not in known:
                known[key] = sum(dual * takes.get(want, 0) for dual, takes in binding[island])
            return known[key]

        return price
