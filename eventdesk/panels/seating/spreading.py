"""Spreads people evenly where no wish decides: nobody's ranks change, only where and when they have them.

Every person keeps the ranks of their places, and so their regret, and so does every level. Among all that is left the
sum over sessions of people squared, divided by capacity, is made smaller, step by step, until no step makes it smaller:
it is least where all sessions are as full as each other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventdesk.panels.seating.flow import Pool, Share, Split
from eventdesk.panels.seating.itineraries import Itinerary, Paths
from eventdesk.panels.seating.problem import Seats

_ROUNDS = 20
"""So often all crowds are gone through, at most: each time what is left to be won is a part of what was."""
_CROWDS_IN_ALL = 20_000
"""Many crowds are gone through less often."""
_NEARLY = 1e-9


def spread(seats: Seats, paths: Sequence[Paths], split: Split) -> Split:
    """Return a split in which everybody has the same ranks, and sessions are as evenly full as steps make them."""
    return _Spreading(seats, paths, split).run()


@dataclass(frozen=True)
class _Alike:
    """The units of a crowd that have the same ranks, by the way they go; all `ways` are as good for them."""

    crowd: int
    size: int
    ways: tuple[Itinerary, ...]
    units: Counter[Itinerary]


@dataclass(frozen=True, slots=True)
class _Step:
    """So many units leave some sessions for others, `won` of the sum; of pools, where they leave and arrive."""

    won: float
    units: int
    left: tuple[int, ...]
    entered: tuple[int, ...]
    pools_left: tuple[tuple[Pool, int], ...]
    pools_entered: tuple[tuple[Pool, int], ...]


class _Spreading:
    def __init__(self, seats: Seats, paths: Sequence[Paths], split: Split) -> None:
        self._seats, self._paths = seats, paths
        self._pooled = {pool: Counter(there) for pool, there in split.pooled.items()}
        self._capacity = {each.id: each.seats + each.kept for each in seats.offers}
        self._people = {each.id: each.kept for each in seats.offers}
        for share in split.shares:
            for session in share.way.sessions:
                self._people[session] += share.units * seats.crowds[share.crowd].size
        for there in self._pooled.values():
            for session, units in there.items():
                self._people[session] += units
        self._alike = self._gathered(split)

    def run(self) -> Split:
        choosing = [each for each in self._alike if len(each.ways) > 1]
        for _ in range(max(1, min(_ROUNDS, _CROWDS_IN_ALL // max(1, len(choosing))))):
            moved = [self._even(each) for each in choosing] + [self._level(pool) for pool in self._pooled]
            if not any(moved):
                break
        shares = [
            Share(each.crowd, way, each.units[way]) for each in self._alike for way in each.ways if each.units[way]
        ]
        pooled = {pool: {each: there[each] for each in pool[1] if there[each]} for pool, there in self._pooled.items()}
        return Split(tuple(shares), pooled)

    def _gathered(self, split: Split) -> list[_Alike]:
        """Return the shares by crowd and by ranks, in their order: the same lots get the same ranks as before."""
        units: defaultdict[tuple[int, int, tuple[int, ...]], Counter[Itinerary]] = defaultdict(Counter)
        most: Counter[int] = Counter()
        for share in split.shares:
            units[share.crowd, share.way.regret, share.way.ranks][share.way] += share.units
            most[share.crowd] = max(most[share.crowd], share.way.regret)
        ways: defaultdict[tuple[int, int, tuple[int, ...]], list[Itinerary]] = defaultdict(list)
        for number, regret in most.items():
            for way in self._paths[number].up_to(regret):
                ways[number, way.regret, way.ranks].append(way)
        return [
            _Alike(key[0], self._seats.crowds[key[0]].size, tuple(ways[key]), there) for key, there in units.items()
        ]

    def _even(self, alike: _Alike) -> bool:
        """Let units of one kind change their way as long as that wins something."""
        moved = False
        for way in alike.ways:
            while alike.units[way]:
                steps = [(step, other) for other in alike.ways if (step := self._step(alike, way, other)) is not None]
                if not steps:
                    break
                step, other = max(steps, key=lambda each: each[0].won)
                self._take(step, alike.size)
                alike.units[way] -= step.units
                alike.units[other] += step.units
                moved = True
        return moved

    def _level(self, pool: Pool) -> bool:
        """Let people of a pool change their session as long as that wins something."""
        moved = False
        while any(self._pooled[pool].values()):
            step = self._between((), (), [pool], [pool], 1, sum(self._pooled[pool].values()))
            if step is None:
                break
            self._take(step, 1)
            moved = True
        return moved

    def _step(self, alike: _Alike, way: Itinerary, other: Itinerary) -> _Step | None:
        if way is other:
            return None
        pools = self._paths[alike.crowd].pools
        left = tuple(each for each in way.sessions if each not in other.sessions)
        entered = tuple(each for each in other.sessions if each not in way.sessions)
        pools_left = [(slot, pools[slot]) for slot in way.any_in if slot not in other.any_in]
        pools_entered = [(slot, pools[slot]) for slot in other.any_in if slot not in way.any_in]
        return self._between(left, entered, pools_left, pools_entered, alike.size, alike.units[way])

    def _between(
        self,
        left: tuple[int, ...],
        entered: tuple[int, ...],
        pools_left: Iterable[Pool],
        pools_entered: Iterable[Pool],
        size: int,
        most: int,
    ) -> _Step | None:
        """Return the best step from sessions to others, with the best ones of pools; None if none wins anything."""
        from_pools = [(pool, self._fullest(pool)) for pool in pools_left]
        to_pools = [(pool, self._emptiest(pool)) for pool in pools_entered]
        down = [*left, *(each for _, each in from_pools)]
        up = [*entered, *(each for _, each in to_pools)]
        slope = 2 * size * (sum(map(self._fill, up)) - sum(map(self._fill, down)))
        if slope >= -_NEARLY or not set(up).isdisjoint(down):
            return None
        bend = size * size * sum(1 / max(1, self._capacity[each]) for each in (*down, *up))
        room = [(self._capacity[each] - self._people[each]) // size for each in up]
        there = [self._pooled[pool][each] for pool, each in from_pools]
        units = min(most, max(1, int(-slope / (2 * bend))), *room, *there)
        won = -(slope + bend * units) * units
        if units < 1 or won <= _NEARLY:
            return None
        return _Step(won, units, left, entered, tuple(from_pools), tuple(to_pools))

    def _take(self, step: _Step, size: int) -> None:
        for session in (*step.left, *(each for _, each in step.pools_left)):
            self._people[session] -= step.units * size
        for session in (*step.entered, *(each for _, each in step.pools_entered)):
            self._people[session] += step.units * size
        for pool, session in step.pools_left:
            self._pooled[pool][session] -= step.units
        for pool, session in step.pools_entered:
            self._pooled.setdefault(pool, Counter())[session] += step.units

    def _fill(self, session: int) -> float:
        return self._people[session] / max(1, self._capacity[session])

    def _fullest(self, pool: Pool) -> int:
        return max((each for each in pool[1] if self._pooled[pool][each]), key=self._fill)

    def _emptiest(self, pool: Pool) -> int:
        return min(pool[1], key=self._fill)
