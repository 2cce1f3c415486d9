"""The second stage of a re-plan: others may move to make room. Exact, booth by booth, one level after the other."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from eventdesk.fair.placing.filling import weight_left
from eventdesk.fair.placing.ground import Spot
from eventdesk.fair.placing.seating import Seats
from eventdesk.fair.placing.standing import Standing
from eventdesk.fair.weights import Weight
from eventdesk.solving import Answer, Effort, solve, solved

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    Terms = list[tuple[int, cp_model.IntVar]]


class Moving:
    """The model: one variable for each want and spot. Who stands and is not hit has no way to be left over."""

    def __init__(self, standing: Standing, free: Mapping[int, bool]) -> None:
        """Build the model. `free`: whether a want may move; the others stay where they are."""
        from ortools.sat.python import cp_model

        self._standing, self._ground = standing, standing.ground
        self.model = cp_model.CpModel()
        self.stands: dict[tuple[int, Spot], cp_model.IntVar] = {}
        self._left: dict[int, cp_model.IntVar] = {}
        self._place(free)
        self._share()
        self.wanted = tuple(self.stands.values())

    def _place(self, free: Mapping[int, bool]) -> None:
        standing = self._standing
        leavable = set(standing.why)
        for want in range(len(self._ground.wants)):
            stay = want not in leavable
            spots = standing.options(want) if free[want] else [standing.spots[want]]
            options = []
            for spot in dict.fromkeys(spots):
                variable = self.stands[want, spot] = self.model.new_bool_var("")
                options.append(variable)
            if not stay:
                self._left[want] = self.model.new_bool_var("")
                options.append(self._left[want])
            self.model.add_exactly_one(options)

    def _share(self) -> None:
        ground = self._ground
        takers: defaultdict[int, list[cp_model.IntVar]] = defaultdict(list)
        rivals: defaultdict[tuple[str, int], list[cp_model.IntVar]] = defaultdict(list)
        for (want, spot), variable in self.stands.items():
            for site in spot:
                takers[site].append(variable)
                if ground.wants[want].competitor:
                    rivals[ground.wants[want].competitor, site].append(variable)
        for variables in takers.values():
            self.model.add_at_most_one(variables)
        self._apart(rivals)

    def _apart(self, rivals: Mapping[tuple[str, int], list["cp_model.IntVar"]]) -> None:
        """Let each group of competitors have one at most of two neighbouring sites, but for one who has both."""
        ground = self._ground
        pairs: defaultdict[tuple[str, int, int], list[cp_model.IntVar]] = defaultdict(list)
        for (want, spot), variable in self.stands.items():
            group = ground.wants[want].competitor
            if group and len(spot) > 1:
                for one in spot:
                    for other in spot:
                        if one < other:
                            pairs[group, one, other].append(variable)
        for group, site in sorted(rivals):
            for other in ground.beside[site]:
                if site < other and (group, other) in rivals:
                    spanning = pairs.get((group, site, other), [])
                    both = rivals[group, site] + rivals[group, other]
                    self.model.add(sum(both) <= 1 + sum(spanning))

    # ---- levels

    def level_left(self) -> "Terms":
        """How many are left over."""
        return [(1, variable) for variable in self._left.values()]

    def level_moved(self) -> "Terms":
        """How many move though they are not hit and did not ask."""
        standing = self._standing
        kept = set(standing.kept)
        return [(1, v) for (want, spot), v in self.stands.items() if want in kept and spot != standing.spots[want]]

    def level_weight(self) -> "Terms":
        """How bad it is who is left over."""
        return [(weight_left(self._standing, want), variable) for want, variable in self._left.items()]

    def level_denied(self) -> "Terms":
        """How many late wishes are not granted."""
        standing = self._standing
        return [(1, self.stands[want, standing.spots[want]]) for want in sorted(standing.asked)]

    def level_way(self) -> "Terms":
        """How far all of them go, in mm."""
        ways = ((self._standing.way_mm(want, spot), v) for (want, spot), v in self.stands.items())
        return [(way, variable) for way, variable in ways if way]

    def level_cost(self) -> "Terms":
        """What the placement costs; who is left over is told by the levels before."""
        ground, weights = self._ground, self._ground.weights
        terms: Terms = [(ground.unplaced(want), variable) for want, variable in self._left.items()]
        at: dict[tuple[str, int], cp_model.IntVar] = {}
        inside: dict[tuple[str, str], cp_model.IntVar] = {}
        groups: defaultdict[tuple[str, int], list[cp_model.IntVar]] = defaultdict(list)
        for (want, spot), variable in self.stands.items():
            island, asked = ground.island_of[spot[0]], ground.wants[want]
            terms.append((ground.price(want, island), variable))
            if asked.competitor:
                groups[asked.competitor, island].append(variable)
            if not asked.theme:
                continue
            if (asked.theme, island) not in at:
                at[asked.theme, island] = self.model.new_bool_var("")
                hall = asked.theme, ground.islands[island].hall
                inside.setdefault(hall, self.model.new_bool_var(""))
                self.model.add_implication(at[asked.theme, island], inside[hall])
            self.model.add_implication(variable, at[asked.theme, island])
        for members in groups.values():
            if len(members) > 1:
                beyond = self.model.new_int_var(0, len(members), "")
                self.model.add(beyond >= sum(members) - 1)
                terms.append((weights[Weight.COMPETITOR_ISLAND], beyond))
        terms += [(weights[Weight.THEME_ISLAND], variable) for variable in at.values()]
        terms += [(weights[Weight.THEME_HALL], variable) for variable in inside.values()]
        return [(price, variable) for price, variable in terms if price]

    def spots(self, answer: Answer) -> Seats:
        """Return who stands where in an answer."""
        values = answer.values or ()
        return {want: spot for (want, spot), value in zip(self.stands, values, strict=True) if value}

    def hint(self, seats: Seats) -> None:
        """Begin with an answer that is known."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]  # ortools leaves it untyped
        for (want, spot), variable in self.stands.items():
            self.model.add_hint(variable, seats.get(want) == spot)
        for want, variable in self._left.items():
            self.model.add_hint(variable, want not in seats)


def best_moves(
    standing: Standing,
    known: Seats,
    free: Mapping[int, bool],
    effort: Effort,
) -> tuple[Seats, int]:
    """Return who stands where after the fewest moves, and how many levels were proven; `known` is where to begin.

    The levels: left over, moved, who is left over, late wishes, mm, cost. Each is fixed before the next.
    """
    from ortools.sat.python import cp_model

    moving = Moving(standing, free)
    levels = (
        moving.level_left,
        moving.level_moved,
        moving.level_weight,
        moving.level_denied,
        moving.level_way,
        moving.level_cost,
    )
    seats = known
    for proven, level in enumerate(levels):
        terms = level()
        if not terms:
            continue
        total = cp_model.LinearExpr.weighted_sum([each for _, each in terms], [price for price, _ in terms])
        moving.hint(seats)
        moving.model.minimize(total)
        answer = solved(solve(moving.model, moving.wanted, effort))
        if answer.values is None:
            return seats, proven
        seats = moving.spots(answer)
        if not answer.proven:
            return seats, proven
        moving.model.clear_objective()  # type: ignore[no-untyped-call]  # ortools leaves it untyped
        moving.model.add(total <= answer.objective)
    return seats, len(levels)
