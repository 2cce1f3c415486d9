"""How many of each crowd go which way: whole numbers, no session over its capacity, solved for one goal at a time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from eventdesk.panels.seating.goals import Goal
from eventdesk.panels.seating.itineraries import Itinerary, Paths
from eventdesk.panels.seating.problem import Seats
from eventdesk.solving import Effort, solve

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_NEARLY = 1e-6

Pool = tuple[int, tuple[int, ...]]
"""A slot, and the sessions there that will do."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many units of a crowd, by its number, go this way."""

    crowd: int
    way: Itinerary
    units: int


@dataclass(frozen=True, slots=True)
class Split:
    """How the crowds are split up: their shares, and how many from a pool go to which of its sessions."""

    shares: tuple[Share, ...]
    pooled: Mapping[Pool, Mapping[int, int]]

    def sum(self, seats: Seats, goal: Goal) -> int:
        """Return what all people count for a goal."""
        return sum(goal(each.crowd, each.way) * each.units * seats.crowds[each.crowd].size for each in self.shares)


@dataclass(frozen=True, slots=True)
class Found:
    """The best split found for a goal, `value` being what it reaches; `proven`: nothing less is possible.

    Without a split nothing was found, and if that is proven, there is nothing.
    """

    split: Split | None
    value: int
    bound: int
    proven: bool


class Flow:
    """One model over chosen ways of each crowd; what was reached once may be held from then on."""

    def __init__(
        self,
        seats: Seats,
        paths: Sequence[Paths],
        ways: Sequence[Sequence[Itinerary]],
        settled: Mapping[int, Mapping[Itinerary, int]] | None = None,
    ) -> None:
        """Build the model; of crowds that are `settled`, by their numbers, so many units go these ways."""
        from ortools.sat.python import cp_model

        self._seats, self._model = seats, cp_model.CpModel()
        self._columns: list[tuple[int, Itinerary, cp_model.IntVar]] = []
        self._loads: defaultdict[int, list[tuple[cp_model.IntVar, int]]] = defaultdict(list)
        pools: defaultdict[Pool, list[cp_model.IntVar]] = defaultdict(list)
        self.is_possible = True
        for number, crowd in enumerate(seats.crowds):
            there = []
            fixed = (settled or {}).get(number)
            for way in ways[number] if fixed is None else fixed:
                most = min([len(crowd.units), *(seats.offer_of[each].seats // crowd.size for each in way.sessions)])
                if not most:
                    continue
                least = 0 if fixed is None else fixed[way]
                share = self._model.new_int_var(least, most if fixed is None else least, "")
                there.append(share)
                self._columns.append((number, way, share))
                for session in way.sessions:
                    self._loads[session].append((share, crowd.size))
                for slot in way.any_in:
                    pools[slot, paths[number].pools[slot]].append(share)
            self.is_possible &= bool(there)
            self._model.add(cp_model.LinearExpr.sum(there) == len(crowd.units))
        self._pools = self._poured(pools)
        for session, load in self._loads.items():
            terms, sizes = zip(*load, strict=True)
            self._model.add(cp_model.LinearExpr.weighted_sum(terms, sizes) <= seats.offer_of[session].seats)
        self._wanted = [each[2] for each in self._columns]
        self._wanted += [share for there in self._pools.values() for share in there.values()]

    def least(self, goal: Goal, effort: Effort) -> Found:
        """Find the split with the least sum of a goal; what was held before holds."""
        if not self.is_possible:
            return Found(None, 0, 0, proven=True)
        self._model.minimize(self._sum(goal))
        *_, answer = solve(self._model, self._wanted, effort)
        if answer.values is None:
            return Found(None, 0, 0, answer.proven)
        self._hint(answer.values)
        bound = answer.objective if answer.proven else ceil(answer.bound - _NEARLY)
        return Found(self._split(answer.values), answer.objective, bound, answer.proven)

    def hold(self, goal: Goal, value: int) -> None:
        """From now on, keep the sum of a goal where it is."""
        self._model.add(self._sum(goal) <= value)

    def _poured(self, pools: Mapping[Pool, Sequence["cp_model.IntVar"]]) -> dict[Pool, dict[int, "cp_model.IntVar"]]:
        from ortools.sat.python import cp_model

        poured: dict[Pool, dict[int, cp_model.IntVar]] = {}
        for pool, shares in pools.items():
            there = {each: self._model.new_int_var(0, self._seats.offer_of[each].seats, "") for each in pool[1]}
            for session, share in there.items():
                self._loads[session].append((share, 1))
            self._model.add(cp_model.LinearExpr.sum([*there.values()]) == cp_model.LinearExpr.sum([*shares]))
            poured[pool] = there
        return poured

    def _sum(self, goal: Goal) -> "cp_model.LinearExprT":
        from ortools.sat.python import cp_model

        counted = [
            (share, price * self._seats.crowds[number].size)
            for number, way, share in self._columns
            if (price := goal(number, way))
        ]
        if not counted:
            return 0
        shares, prices = zip(*counted, strict=True)
        return cp_model.LinearExpr.weighted_sum(shares, prices)

    def _hint(self, values: Sequence[int]) -> None:
        self._model.clear_hints()  # type: ignore[no-untyped-call]  # it has no type hints
        for variable, value in zip(self._wanted, values, strict=True):
            self._model.add_hint(variable, value)

    def _split(self, values: Sequence[int]) -> Split:
        shares = (
            Share(number, way, units)
            for (number, way, _), units in zip(self._columns, values, strict=False)
            if units
        )  # fmt: skip
        poured = iter(values[len(self._columns) :])
        pooled = {
            pool: {session: units for session, units in zip(there, poured, strict=False) if units}
            for pool, there in self._pools.items()
        }
        return Split(tuple(shares), pooled)
