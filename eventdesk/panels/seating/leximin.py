"""The fair way: nobody can sit better unless somebody sits worse off, and the worst off sit as well as can be."""

import time
from collections.abc import Callable, Iterator

from eventdesk.panels.place import Way
from eventdesk.panels.seating.dealing import Given, Verdict, deal, outcome
from eventdesk.panels.seating.flow import Flow, Split
from eventdesk.panels.seating.goals import (
    Goal,
    regret_beyond,
    weighed_regret,
    with_regret,
    with_regret_between,
    without_place,
)
from eventdesk.panels.seating.itineraries import Paths
from eventdesk.panels.seating.lots import crowd_weights
from eventdesk.panels.seating.outcome import Aim, Level, Outcome
from eventdesk.panels.seating.portions import by_portions
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.seating.shares import by_shares
from eventdesk.panels.seating.spreading import spread
from eventdesk.panels.seating.turns import in_turn, lots_first, rest_in_turn
from eventdesk.solving import Budget, Effort, Limit, never

_FOR_TIES = 0.6
"""Deterministic units that lots between crowds may take: they decide nothing that is proven."""
_MANY = 60
"""From so many crowds on, shares of people are tried before whole numbers: far quicker, and as a rule enough."""
_TOO_MANY = 4_000
"""So many crowds are seated by portions, in seconds and without a proof: all at once take minutes."""
_BEYOND = 1 << 30


def leximin(
    seats: Seats,
    *,
    seconds: float = 30.0,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:
    """Yield places for everybody, each time fairer; the last is the final one.

    As few people as possible without a place; then as few as possible with the worst regret, then with the next, and so
    on. `seconds` are those of a usual computer: work is counted, not time, so that the same seed gives the same places
    everywhere; what takes clearly longer by the clock is ended all the same.
    """
    began, limit = clock(), Limit(seconds, stopped, clock)
    paths = [Paths(seats, crowd) for crowd in seats.crowds]
    effort = Effort(seats.seed, Budget(seconds), limit.stopped)
    search = _Search(seats, paths, effort)

    def told(given: Given) -> Outcome:
        verdict = Verdict(Way.LEXIMIN, clock() - began, tuple(search.levels), search.is_optimal)
        return outcome(seats, paths, given, verdict, rest_in_turn(seats, given))

    found = False
    if seats.offers and len(seats.crowds) >= _TOO_MANY:
        for split in by_portions(seats, paths, effort):
            limit.begin()
            search.note(split)
            found = True
            yield told(deal(seats, paths, spread(seats, paths, split)))
    if found:
        return
    given: Given = in_turn(seats, paths, lots_first(seats))
    if seats.crowds and seats.offers and len(seats.crowds) < _TOO_MANY:
        yield told(given)
        limit.begin()
        best = search.run()
        if best is not None:
            given = deal(seats, paths, spread(seats, paths, best))
    yield told(given)


class _Search:
    """Goes through the levels from the worst on; each that is reached is held while the next is solved."""

    def __init__(self, seats: Seats, paths: list[Paths], effort: Effort) -> None:
        self._seats, self._paths, self._effort = seats, paths, effort
        self._flow: Flow | None = None
        self.levels: list[Level] = []
        self.is_optimal = not seats.crowds

    def run(self) -> Split | None:
        if len(self._seats.crowds) >= _MANY:
            split = by_shares(self._seats, self._paths, self._effort)
            if split is not None:
                self.levels, self.is_optimal = list(split.levels), True
                return split.split
        best = self._first()
        if best is None or self._flow is None:
            return None
        above = _BEYOND
        worst = _worst(best, above)
        while worst > 0:
            if self._effort.stopped() or self._effort.budget.empty:
                return best
            self._flow.hold(with_regret_between(worst, above), 0)
            best = self._reach(Aim.REGRET, worst, best, with_regret(worst)) or best
            above, worst = worst, _worst(best, worst)
        self.is_optimal = all(level.proven for level in self.levels)
        return self._by_lots(best)

    def note(self, split: Split) -> None:
        """Note what a split reaches of which nobody knows whether less is possible, unless nothing can be."""
        seats = self._seats
        unavoidable = sum(crowd.people for crowd in seats.crowds if not (crowd.open or crowd.placed))
        without = split.sum(seats, without_place(seats.crowds))
        self.levels = [Level(Aim.WITHOUT, 0, without, unavoidable, proven=without == unavoidable)]
        worst = _worst(split, _BEYOND)
        while worst > 0:
            self.levels.append(Level(Aim.REGRET, worst, split.sum(seats, with_regret(worst)), 0, proven=False))
            worst = _worst(split, worst)
        self.is_optimal = all(level.proven for level in self.levels)

    def _first(self) -> Split | None:
        """Return a split that leaves as few as possible without a place, with ways that are no worse than must be."""
        last = max(path.worst for path in self._paths)
        before = cap = 0
        while True:
            self._flow = Flow(self._seats, self._paths, [path.up_to(cap, empty=False) for path in self._paths])
            found = self._flow.least(regret_beyond(before), self._effort)
            if found.split is not None:
                unavoidable = sum(crowd.people for crowd in self._seats.crowds if not (crowd.open or crowd.placed))
                self.levels.append(Level(Aim.WITHOUT, 0, unavoidable, unavoidable, proven=True))
                return found.split
            if not found.proven:
                return None
            if cap >= last:
                break
            before, cap = cap, min(last, max(1, 2 * cap))
        self._flow = Flow(self._seats, self._paths, [path.up_to(last) for path in self._paths])
        return self._reach(Aim.WITHOUT, 0, None, without_place(self._seats.crowds))

    def _reach(self, aim: Aim, value: int, best: Split | None, goal: Goal) -> Split | None:
        """Solve one level, note what came of it, and hold it."""
        flow = self._flow
        if flow is None:
            return best
        found = flow.least(goal, self._effort)
        split = found.split or best
        if split is None:
            return None
        reached = split.sum(self._seats, goal)
        bound = found.bound if found.split is not None else 0
        self.levels.append(Level(aim, value, reached, bound, found.proven and found.split is not None))
        flow.hold(goal, reached)
        return split

    def _by_lots(self, best: Split) -> Split:
        """Among all splits that reach the same, prefer the crowds with the better lots."""
        flow, seats = self._flow, self._seats
        if flow is None or not any(share.way.regret for share in best.shares):
            return best
        weights = crowd_weights(seats)
        effort = Effort(self._effort.seed, self._effort.budget, self._effort.stopped, _FOR_TIES)
        return flow.least(weighed_regret(weights), effort).split or best


def _worst(split: Split, under: int) -> int:
    """Return the greatest regret below a limit that somebody has."""
    return max((share.way.regret for share in split.shares if share.way.regret < under), default=0)
