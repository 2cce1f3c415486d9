"""Who goes to which island: the exact model of the cost, all of which is decided there.

What an island can seat is told by what every subset of its booths can hold (`capacity`); where that is not enough, the
island refuses a set of wants, and the refusal becomes a cut.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from eventdesk.fair.placing.capacity import Capacities
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.price import NOWHERE
from eventdesk.fair.placing.refusal import Refusal
from eventdesk.fair.weights import Weight

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    Terms = list[tuple[int, cp_model.IntVar]]


@dataclass(frozen=True, slots=True)
class Scope:
    """Which wants and islands are decided anew, by numbers; everything else stays as it is.

    `halls`: what themes use of which halls through those who stay. `barred`: pairs of want and island that cannot be
    part of an answer worth having.
    """

    wants: tuple[int, ...]
    islands: tuple[int, ...]
    halls: frozenset[tuple[str, str]] = frozenset()
    barred: frozenset[tuple[int, int]] = field(default=frozenset())


def whole(ground: Ground) -> Scope:
    """Return the scope of everything."""
    return Scope(tuple(range(len(ground.wants))), tuple(range(len(ground.islands))))


class Master:
    """The model of one scope. `goes` are its variables by want and island, `wanted` all of them in a fixed order."""

    def __init__(self, ground: Ground, scope: Scope, capacities: Capacities, refusals: Sequence[Refusal] = ()) -> None:
        """Build the model."""
        from ortools.sat.python import cp_model

        self._ground, self._scope = ground, scope
        self.model = cp_model.CpModel()
        self._cost: Terms = []
        self.goes: dict[tuple[int, int], cp_model.IntVar] = {}
        self._left: dict[int, cp_model.IntVar] = {}
        self._theme_at: dict[tuple[str, int], cp_model.IntVar] = {}
        self._theme_in: dict[tuple[str, str], cp_model.IntVar] = {}
        self._place()
        self._themes()
        self._competitors()
        for island in scope.islands:
            self._capacity(capacities, island)
        for refusal in refusals:
            self.refuse(refusal)
        variables, prices = [variable for _, variable in self._cost], [price for price, _ in self._cost]
        self.model.minimize(cp_model.LinearExpr.weighted_sum(variables, prices))
        self.wanted = tuple(self.goes.values())

    def choice(self, values: Sequence[int], base: Sequence[int]) -> list[int]:
        """Return the island of every want; `base` tells those of wants out of scope."""
        found = list(base)
        for want in self._scope.wants:
            found[want] = NOWHERE
        for (want, island), value in zip(self.goes, values, strict=True):
            if value:
                found[want] = island
        return found

    def hint(self, choice: Sequence[int]) -> None:
        """Begin with an answer that is known."""
        ground = self._ground
        self.model.clear_hints()  # type: ignore[no-untyped-call]  # ortools leaves it untyped
        for (want, island), variable in self.goes.items():
            self.model.add_hint(variable, choice[want] == island)
        for want, variable in self._left.items():
            self.model.add_hint(variable, choice[want] == NOWHERE)
        used = {(ground.wants[want].theme, choice[want]) for want in self._scope.wants if choice[want] != NOWHERE}
        for key, variable in self._theme_at.items():
            self.model.add_hint(variable, key in used)
        halls = {(theme, ground.islands[island].hall) for theme, island in used}
        for hall_key, variable in self._theme_in.items():
            self.model.add_hint(variable, hall_key in halls)

    def forbid(self, want: int, island: int) -> None:
        """Keep a want out of an island."""
        if (want, island) in self.goes:
            self.model.add(self.goes[want, island] == 0)

    def must_stand(self, want: int) -> None:
        """Let a want not be left over."""
        self.model.add(self._left[want] == 0)

    def refuse(self, refusal: Refusal) -> None:
        """Never again let an island have so many of each of these kinds of wants."""
        fewer = []
        for kind, number in refusal.kinds.items():
            members = [
                self.goes[want, refusal.island]
                for want in self._scope.wants
                if (want, refusal.island) in self.goes and refusal.kind(self._ground, want) == kind
            ]
            if len(members) < number:
                return
            enough = self.model.new_bool_var("")
            self.model.add(sum(members) <= number - 1).only_enforce_if(enough)
            fewer.append(enough)
        self.model.add_at_least_one(fewer)

    def _place(self) -> None:
        ground, scope = self._ground, self._scope
        for want in scope.wants:
            options = []
            for island in scope.islands:
                if ground.spots(want, island) and (want, island) not in scope.barred:
                    variable = self.model.new_bool_var("")
                    self.goes[want, island] = variable
                    options.append(variable)
                    self._add_cost(ground.price(want, island), variable)
            self._left[want] = self.model.new_bool_var("")
            self._add_cost(ground.unplaced(want), self._left[want])
            self.model.add_exactly_one([*options, self._left[want]])

    def _themes(self) -> None:
        ground, weights = self._ground, self._ground.weights
        using: defaultdict[tuple[str, int], Terms] = defaultdict(list)
        for (want, island), variable in self.goes.items():
            if ground.wants[want].theme:
                using[ground.wants[want].theme, island].append((ground.wants[want].size, variable))
        for (theme, island), terms in using.items():
            used = self._theme_at[theme, island] = self.model.new_bool_var("")
            self._add_cost(weights[Weight.THEME_ISLAND], used)
            for _, variable in terms:
                self.model.add_implication(variable, used)
            room = len(ground.islands[island].sites)
            if sum(size for size, _ in terms) > room:
                self.model.add(sum(size * variable for size, variable in terms) <= room * used)
            hall = theme, ground.islands[island].hall
            if hall in self._scope.halls:
                continue
            if hall not in self._theme_in:
                self._theme_in[hall] = self.model.new_bool_var("")
                self._add_cost(weights[Weight.THEME_HALL], self._theme_in[hall])
            self.model.add_implication(used, self._theme_in[hall])

    def _competitors(self) -> None:
        ground = self._ground
        price = ground.weights[Weight.COMPETITOR_ISLAND]
        groups: defaultdict[tuple[str, int], list[cp_model.IntVar]] = defaultdict(list)
        for (want, island), variable in self.goes.items():
            if ground.wants[want].competitor:
                groups[ground.wants[want].competitor, island].append(variable)
        for members in groups.values():
            if len(members) > 1 and price:
                beyond = self.model.new_int_var(0, len(members) - 1, "")
                self.model.add(beyond >= sum(members) - 1)
                self._add_cost(price, beyond)

    def _capacity(self, capacities: Capacities, island: int) -> None:
        from ortools.sat.python import cp_model

        wants = [want for want in self._scope.wants if (want, island) in self.goes]
        for capacity in capacities.of(island, wants):
            goes = [self.goes[want, island] for want in capacity.takes]
            self.model.add(cp_model.LinearExpr.weighted_sum(goes, list(capacity.takes.values())) <= capacity.room)

    def _add_cost(self, price: int, variable: "cp_model.IntVar") -> None:
        if price:
            self._cost.append((price, variable))
