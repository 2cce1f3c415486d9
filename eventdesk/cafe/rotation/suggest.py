"""Thinks out who sits at which table in which round: by a design if there is one, otherwise by search."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from eventdesk.cafe.rotation.ground import Ground, ground
from eventdesk.cafe.rotation.judging import judged
from eventdesk.cafe.rotation.layout import Layout, as_found, layout, spare
from eventdesk.cafe.rotation.starting import for_fewer_rounds, for_smaller_tables, start
from eventdesk.cafe.rotation.types import Itinerary, Problem, Rotation, RotationWay
from eventdesk.solving import Budget, Effort, Limit, never

_Key = tuple[int, int, int]
_FOR_REPEATS = 0.7
"""Which share of the work a search may take until only mixing follows."""


def suggest(
    problem: Problem,
    *,
    seconds: float = 2.0,
    seed: int = 1,
    stopped: Callable[[], bool] = never,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Rotation]:
    """Yield rotations, each better than the one before; the last is the final one.

    First comes what nothing outweighs (pairs, steps, seats), then how many meet again, then how mixed the tables are.
    `seconds` is what a usual computer takes; work is counted, so that one seed gives one rotation everywhere, unless a
    clock ends what takes clearly longer. A problem whose kept itineraries are none is a ValueError.
    """
    limit = Limit(seconds, stopped, clock)
    yield from _Suggesting(problem, seed, Budget(seconds), limit).run()


@dataclass(slots=True)
class _Suggesting:
    problem: Problem
    seed: int
    budget: Budget
    limit: Limit
    best: _Key | None = None

    def run(self) -> Iterator[Rotation]:
        on = ground(self.problem)
        if not on.tables or not on.rounds or not on.guests:
            yield judged(self.problem, {}, way=RotationWay.DESIGN, seed=self.seed)
            return
        chance = Random(self.seed)  # noqa: S311 - nothing secret
        laid = layout(on, chance)
        if laid is not None:
            yield from self._mixed(on, laid, _FOR_REPEATS)
            if self.best is not None and self.best[0] == 0:
                yield from self._mixed(on, laid)
                return
        yield from self._searched(on, laid, chance)

    def _mixed(self, on: Ground, laid: Layout, share: float = 1.0) -> Iterator[Rotation]:
        """Let people change itineraries: this changes no number of repeats."""
        from eventdesk.cafe.rotation.mixing import Mixing

        mixing, part = Mixing(on, laid), self._part(share)
        yield from self._better(on, laid.way, laid.ways(), tuple(spare(on, laid)))
        self.limit.begin()
        for _ in mixing.run(self._effort(part)):
            yield from self._better(on, laid.way, laid.ways(), tuple(spare(on, laid)))
            if self.best == (0, 0, 0):
                return
        self.budget.spend(-part.left)

    def _searched(self, on: Ground, laid: Layout | None, chance: Random) -> Iterator[Rotation]:
        """Search from what designs give for a part of it, then mix what was found."""
        from eventdesk.cafe.rotation.swapping import Swapping

        given = [laid.ways()] if laid is not None else [{}, for_fewer_rounds(on, chance), for_smaller_tables(on)]
        begun = [start(on, chance, each) for each in given]
        swapping = Swapping(on, min(begun, key=lambda ways: self._judged(on, RotationWay.SEARCH, ways)[0]))
        yield from self._better(on, RotationWay.SEARCH, swapping.ways())
        if len(on.tables) < 2:
            return
        self.limit.begin()
        part = self._part(_FOR_REPEATS)
        for _ in swapping.run(self._effort(part)):
            yield from self._better(on, RotationWay.SEARCH, swapping.ways())
            if self.best is not None and self.best[:2] == (0, 0):
                break
        self.budget.spend(-part.left)
        yield from self._mixed(on, as_found(on, swapping.ways()))

    def _part(self, share: float) -> Budget:
        """Take a share of what may still be worked; what is left of it is to be given back."""
        part = Budget(0)
        part.left = self.budget.left * share
        self.budget.spend(part.left)
        return part

    def _effort(self, budget: Budget) -> Effort:
        return Effort(self.seed, budget, self.limit.stopped)

    def _better(
        self, on: Ground, way: RotationWay, ways: Mapping[int, Itinerary], left: tuple[Itinerary, ...] = ()
    ) -> Iterator[Rotation]:
        """Yield this rotation if it is better than all before."""
        key, found = self._judged(on, way, ways, left)
        if self.best is None or key < self.best:
            self.best = key
            yield found

    def _judged(
        self, on: Ground, way: RotationWay, ways: Mapping[int, Sequence[int]], left: tuple[Itinerary, ...] = ()
    ) -> tuple[_Key, Rotation]:
        ids = [table.id for table in on.tables]
        found = judged(
            self.problem,
            {on.guests[each].id: tuple(ids[table] for table in itinerary) for each, itinerary in sorted(ways.items())},
            way=way,
            spare=tuple(tuple(ids[table] for table in itinerary) for itinerary in left),
            seed=self.seed,
            seconds=self.limit.seconds,
        )
        return _key(found), found


def _key(found: Rotation) -> _Key:
    """Return what is compared: the smaller, the better; 0 is proven to be best."""
    quality = found.quality
    hard = quality.pairs_broken + quality.steps + quality.beyond_seats - quality.beyond_seats_least
    soft = (
        12 * (quality.alone_in_language - quality.alone_least + quality.other_language)
        + 6 * (quality.same_table - quality.same_table_least)
        + 4 * (quality.colleagues_together - quality.colleagues_least)
        + 3 * quality.sector_deviation
    )
    return hard, found.repeats - found.lower_bound, soft
