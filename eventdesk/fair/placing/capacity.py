"""What an island can hold at most: for each set of its booths that somebody depends on, how many need booths of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventdesk.fair.placing.ground import Ground, Spot
from eventdesk.fair.placing.plan import Needs

_MOST_SETS = 200


@dataclass(frozen=True, slots=True)
class Capacity:
    """Wants that take at least so many of some `room` booths, wherever in the island they stand."""

    takes: Mapping[int, int]
    room: int


class Capacities:
    """What every seating of an island must keep: Hall's condition, for each profile of needs and all unions of them."""

    def __init__(self, ground: Ground) -> None:
        """Work nothing out yet."""
        self._ground = ground
        self._sets: dict[int, list[frozenset[int]]] = {}
        self._pairs: dict[int, int] = {}
        self._least: dict[tuple[int, Needs], tuple[int, ...]] = {}

    def of(self, island: int, wants: Sequence[int]) -> list[Capacity]:
        """Return the capacities that some of these wants could exceed, without those that follow from others."""
        sets = self._sets_of(island)
        columns = [(want, self._takes(want, island)) for want in wants]
        found = [
            Capacity({want: least[row] for want, least in columns if least[row]}, len(booths))
            for row, booths in enumerate(sets)
        ]
        found.append(self._capacity_of_pairs(island, wants))
        useful = [each for each in found if sum(each.takes.values()) > each.room]
        return [each for at, each in enumerate(useful) if not any(_covers(other, each) for other in useful[:at])]

    def _takes(self, want: int, island: int) -> tuple[int, ...]:
        """Return how many booths of each set a want takes at least."""
        ground = self._ground
        if ground.wants[want].pinned is not None:
            return _least(self._sets_of(island), ground.spots(want, island))
        key = island, ground.needs[want]
        if key not in self._least:
            self._least[key] = _least(self._sets_of(island), ground.spots(want, island))
        return self._least[key]

    def _sets_of(self, island: int) -> list[frozenset[int]]:
        if island not in self._sets:
            self._sets[island] = [
                frozenset(each) for each in sorted(map(sorted, self._unions(island)), key=_large_first)
            ]
        return self._sets[island]

    def _unions(self, island: int) -> set[frozenset[int]]:
        ground = self._ground
        base = {frozenset(ground.islands[island].sites)}
        for needs in set(ground.needs):
            parts = (
                Needs(1, needs.power, needs.wall, needs.step_free),
                Needs(1, power=needs.power),
                Needs(1, wall=needs.wall),
                Needs(1, step_free=needs.step_free),
            )
            base |= {frozenset(site for (site,) in ground.open_spots(part, island)) for part in parts}
        sets, front = set(base), base
        while front and len(sets) < _MOST_SETS:
            front = {one | other for one in front for other in base} - sets
            sets |= front
        return sets

    def _capacity_of_pairs(self, island: int, wants: Sequence[int]) -> Capacity:
        ground = self._ground
        if island not in self._pairs:
            self._pairs[island] = _most_pairs(ground, ground.islands[island].sites)
        return Capacity({want: 1 for want in wants if ground.wants[want].size > 1}, self._pairs[island])


def _large_first(booths: Sequence[int]) -> tuple[int, Sequence[int]]:
    return -len(booths), booths


def _least(sets: Sequence[frozenset[int]], spots: Sequence[Spot]) -> tuple[int, ...]:
    return tuple(min((len(booths.intersection(spot)) for spot in spots), default=0) for booths in sets)


def _most_pairs(ground: Ground, sites: Sequence[int]) -> int:
    """Return how many pairs of booths side by side there are at most: rows are walked from their ends."""
    free, pairs = set(sites), 0
    while True:
        ends = [
            (sum(other in free for other in ground.beside[site]), site)
            for site in free
            if any(other in free for other in ground.beside[site])
        ]
        if not ends:
            return pairs
        _, site = min(ends)
        free -= {site, min(other for other in ground.beside[site] if other in free)}
        pairs += 1


def _covers(other: Capacity, each: Capacity) -> bool:
    """Return whether one makes the other needless."""
    return other.room <= each.room and all(other.takes.get(want, 0) >= number for want, number in each.takes.items())
