"""Levels for many crowds: all of them with shares of people first, then whole numbers that reach the same.

The levels are bounded by a linear program, each held where its bound is while the next is solved. Most crowds come
out in whole numbers; the others, and as many more as it takes, are solved exactly. If that reaches every bound, all
is proven.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from eventdesk.panels.seating.flow import Flow, Split
from eventdesk.panels.seating.goals import (
    Goal,
    places_of_rank,
    regret_beyond,
    weighed_regret,
    with_regret,
    with_regret_between,
    without_place,
)
from eventdesk.panels.seating.itineraries import Itinerary, Paths
from eventdesk.panels.seating.lots import crowd_weights
from eventdesk.panels.seating.outcome import Aim, Level
from eventdesk.panels.seating.problem import NOT_WISHED, Seats
from eventdesk.panels.seating.relaxed import Relaxed
from eventdesk.solving import Effort

_BEYOND = 1 << 30
_FREED = (0, 60, 240, 960)
"""So many crowds that are whole already are solved anew with the others, the next number if that was not enough."""
_FOR_ONE = 3.0
"""Deterministic units that one of these may take."""
_FOR_NEARLY = 0.3
"""The same where nothing is to be proven."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A split that reaches the bound of every level."""

    split: Split
    levels: tuple[Level, ...]


def by_shares(seats: Seats, paths: Sequence[Paths], effort: Effort) -> Shared | None:
    """Return the fairest split, with every level proven, or None if it was not found in this way."""
    return _Sharing(seats, paths, effort).run()


def nearly_by_shares(seats: Seats, paths: Sequence[Paths], effort: Effort, likely: int = 0) -> Split | None:
    """Return a fair split, near what shares of people reach if the worst off count most: nothing of it is proven.

    `likely`: the worst regret that is tried first.
    """
    return _Sharing(seats, paths, effort).run_nearly(likely)


def ranks_by_shares(seats: Seats, paths: Sequence[Paths], effort: Effort) -> Shared | None:
    """Return the split with the most first wishes, then second ones, and so on, or None as in `by_shares`."""
    return _Sharing(seats, paths, effort).run_ranks()


class _Sharing:
    def __init__(self, seats: Seats, paths: Sequence[Paths], effort: Effort) -> None:
        self._seats, self._paths, self._effort = seats, paths, effort
        self._ways: list[list[Itinerary]] = []
        self._held: list[tuple[Goal, int]] = []
        self._levels: list[Level] = []

    def run(self) -> Shared | None:
        relaxed = self._bounded()
        split = None if relaxed is None else self._whole(relaxed)
        return None if split is None else Shared(split, tuple(self._levels))

    def run_nearly(self, likely: int) -> Split | None:
        last = max(path.worst for path in self._paths)
        cap, coarse = min(last, likely), True
        while not self._effort.stopped():
            self._ways = [path.up_to(cap, empty=cap >= last) for path in self._paths]
            relaxed = Relaxed(self._seats, self._paths, self._ways, coarse=coarse)
            if relaxed.least(_steeply, self._effort).is_known and (split := self._nearly(relaxed)) is not None:
                return split
            if cap >= last and not coarse:
                break
            coarse = cap < last
            cap = min(last, max(2, 2 * cap))
        return None

    def _bounded(self) -> Relaxed | None:
        """Return the program with every level where its bound is."""
        relaxed = self._first()
        if relaxed is None:
            return None
        above, worst = _BEYOND, relaxed.worst(_BEYOND)
        while worst > 0:
            self._hold(relaxed, with_regret_between(worst, above), 0)
            if not self._bound(relaxed, Aim.REGRET, worst, with_regret(worst)):
                return None
            above, worst = worst, relaxed.worst(worst)
        self._hold(relaxed, with_regret_between(0, above), 0)
        return relaxed if relaxed.least(weighed_regret(crowd_weights(self._seats)), self._effort).is_known else None

    def run_ranks(self) -> Shared | None:
        self._ways = [path.up_to(path.worst) for path in self._paths]
        relaxed = Relaxed(self._seats, self._paths, self._ways)
        if not all(self._bound(relaxed, Aim.RANK, rank, places_of_rank(rank)) for rank in range(NOT_WISHED + 1)):
            return None
        split = self._whole(relaxed)
        return None if split is None else Shared(split, tuple(self._levels))

    def _first(self) -> Relaxed | None:
        """Return the program with the ways that are needed to leave as few as possible without a place."""
        last = max(path.worst for path in self._paths)
        before = cap = 0
        while True:
            self._ways = [path.up_to(cap, empty=False) for path in self._paths]
            relaxed = Relaxed(self._seats, self._paths, self._ways)
            found = relaxed.least(regret_beyond(before), self._effort)
            if found.is_known:
                unavoidable = sum(crowd.people for crowd in self._seats.crowds if not (crowd.open or crowd.placed))
                self._levels.append(Level(Aim.WITHOUT, 0, unavoidable, unavoidable, proven=True))
                return relaxed
            if not found.is_impossible:
                return None
            if cap >= last:
                break
            before, cap = cap, min(last, max(1, 2 * cap))
        self._ways = [path.up_to(last) for path in self._paths]
        relaxed = Relaxed(self._seats, self._paths, self._ways)
        return relaxed if self._bound(relaxed, Aim.WITHOUT, 0, without_place(self._seats.crowds)) else None

    def _bound(self, relaxed: Relaxed, aim: Aim, value: int, goal: Goal) -> bool:
        found = relaxed.least(goal, self._effort)
        if not found.is_known or self._effort.budget.empty or self._effort.stopped():
            return False
        reached = -found.value if aim is Aim.RANK else found.value
        self._levels.append(Level(aim, value, reached, reached, proven=True))
        self._hold(relaxed, goal, found.value)
        return True

    def _hold(self, relaxed: Relaxed, goal: Goal, value: int) -> None:
        relaxed.hold(goal, value)
        self._held.append((goal, value))

    def _whole(self, relaxed: Relaxed) -> Split | None:
        """Return whole numbers that reach all that is held, with as few crowds solved anew as it takes."""
        settled, broken = relaxed.settled()
        others = [number for number in range(len(settled)) if number not in set(broken)]
        Random(self._seats.seed).shuffle(others)  # noqa: S311 - nothing secret
        for freed in _FREED:
            free = {*broken, *others[:freed]}
            kept = {number: shares for number, shares in enumerate(settled) if number not in free}
            flow = Flow(self._seats, self._paths, self._ways, kept)
            for goal, value in self._held:
                flow.hold(goal, value)
            effort = Effort(self._effort.seed, self._effort.budget, self._effort.stopped, _FOR_ONE)
            found = flow.least(lambda _, __: 0, effort)
            if found.split is not None:
                return found.split
            if freed >= len(others) or self._effort.stopped() or self._effort.budget.empty:
                return None
        return None

    def _nearly(self, relaxed: Relaxed) -> Split | None:
        """Return whole numbers near the shares: the crowds that are broken go where they sit best in what is left."""
        settled, broken = relaxed.settled()
        free = set(broken)
        kept = {number: shares for number, shares in enumerate(settled) if number not in free}
        effort = Effort(self._effort.seed, self._effort.budget, self._effort.stopped, _FOR_NEARLY)
        for worse in (False, True):
            ways = [
                path.up_to(path.worst) if worse and number in free else ways
                for number, (path, ways) in enumerate(zip(self._paths, self._ways, strict=True))
            ]
            found = Flow(self._seats, self._paths, ways, kept).least(_steeply, effort)
            if found.split is not None:
                return found.split
        return None


def _steeply(_: int, way: Itinerary) -> int:
    """Count what is regretted so that the worst off count most."""
    return int(way.regret**4)
