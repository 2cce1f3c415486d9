"""Thousands of unlike crowds: portions of them are solved, each by itself, so that there is a fair result in time.

At first each portion gets its share of all seats and of all people; those who wish alike are dealt out to all of them.
Then portions are mixed anew: each has the seats that its people have, and all that are free. It stays as it was unless
it becomes fairer, and with it the whole. Nothing is proven so: what all portions together could do is never asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from eventdesk.panels.seating.flow import Pool, Share, Split
from eventdesk.panels.seating.itineraries import Itinerary, Paths
from eventdesk.panels.seating.problem import Seats
from eventdesk.panels.seating.shares import nearly_by_shares
from eventdesk.solving import Budget, Effort

_CROWDS = 100
"""So many crowds are a portion."""
_MIXES = 1
"""So often portions are mixed anew, unless nothing became fairer."""
_FOR_ONE = 2.0
"""Seconds of a usual computer that a portion may take; most take a quarter of one."""

_HANDLING = 0.14
"""Deterministic units that all else about a portion counts, so that not the clock says how many are mixed."""


def by_portions(seats: Seats, paths: Sequence[Paths], effort: Effort) -> Iterator[Split]:
    """Yield splits of all crowds, each fairer than the one before; nothing if there was no time for a first one."""
    yield from _Portions(seats, paths, effort).run()


class _Portions:
    def __init__(self, seats: Seats, paths: Sequence[Paths], effort: Effort) -> None:
        self._seats, self._paths, self._effort = seats, paths, effort
        self._likely = 0
        self._shares: dict[int, Counter[Itinerary]] = {}
        self._pooled: dict[Pool, Counter[int]] = {}

    def run(self) -> Iterator[Split]:
        number = -(-len(self._seats.crowds) // _CROWDS)
        units, seats = self._dealt_units(number), self._dealt_seats(number)
        for at in range(number):
            split = self._solved(units[at], seats[at])
            if split is None:
                return
            self._put(units[at], split)
        yield self._whole()
        for mix in range(_MIXES):
            order = list(range(len(self._seats.crowds)))
            Random(f"{self._effort.seed}:{mix}").shuffle(order)  # noqa: S311 - nothing secret
            fairer = [self._mixed(order[at::number]) for at in range(number)]
            if not any(fairer):
                return
            yield self._whole()

    def _dealt_units(self, number: int) -> list[dict[int, int]]:
        """Return how many of which crowds are in each portion."""
        found: list[dict[int, int]] = [{} for _ in range(number)]
        first = 0
        for crowd, there in enumerate(self._seats.crowds):
            each, left = divmod(len(there.units), number)
            for at in range(number if each else left):
                found[(first + at) % number][crowd] = each + (at < left)
            first += left
        return found

    def _dealt_seats(self, number: int) -> list[dict[int, int]]:
        """Return the seats of each portion: of each session and of each slot as many as any other, or one more."""
        found: list[dict[int, int]] = [{} for _ in range(number)]
        first: Counter[int] = Counter()
        for offer in self._seats.offers:
            each, left = divmod(offer.seats, number)
            for at in range(number):
                found[(first[offer.slot] + at) % number][offer.id] = each + (at < left)
            first[offer.slot] += left
        return found

    def _mixed(self, numbers: Sequence[int]) -> bool:
        """Solve a portion anew with what it has and all free seats; returns whether it became fairer."""
        if self._effort.stopped() or self._effort.budget.empty:
            return False
        units = {each: len(self._seats.crowds[each].units) for each in numbers}
        before = self._taken_out(numbers)
        taken = self._taken()
        split = self._solved(units, {each.id: each.seats - taken[each.id] for each in self._seats.offers})
        is_fairer = split is not None and self._unfair(units, split) < self._unfair(units, before)
        self._put(units, split if split is not None and is_fairer else before)
        return is_fairer

    def _solved(self, units: Mapping[int, int], seats: Mapping[int, int]) -> Split | None:
        if self._effort.stopped():
            return None
        portion = replace(
            self._seats,
            crowds=tuple(
                replace(self._seats.crowds[number], units=self._seats.crowds[number].units[:many])
                for number, many in units.items()
            ),
            rest=(),
            offers=tuple(replace(each, seats=seats[each.id]) for each in self._seats.offers),
        )
        budget = Budget(_FOR_ONE)
        before = budget.left
        effort = Effort(self._effort.seed, budget, self._effort.stopped)
        split = nearly_by_shares(portion, [self._paths[each] for each in units], effort, self._likely)
        self._effort.budget.spend(before - budget.left + _HANDLING)
        if split is not None:
            self._likely = max((share.way.regret for share in split.shares), default=0)
        return split

    def _put(self, portion: Iterable[int], split: Split) -> None:
        numbers = list(portion)
        for share in split.shares:
            self._shares.setdefault(numbers[share.crowd], Counter())[share.way] += share.units
        for pool, there in split.pooled.items():
            self._pooled.setdefault(pool, Counter()).update(there)

    def _taken_out(self, numbers: Sequence[int]) -> Split:
        """Take out what a portion has; of a pool, whose people are alike, as many as it asks for."""
        shares, asked = [], Counter[Pool]()
        for at, number in enumerate(numbers):
            for way, units in self._shares.pop(number).items():
                shares.append(Share(at, way, units))
                for slot in way.any_in:
                    asked[slot, self._paths[number].pools[slot]] += units
        pooled: dict[Pool, dict[int, int]] = {}
        for pool, units in asked.items():
            pooled[pool] = {}
            for session in pool[1]:
                some = min(units - sum(pooled[pool].values()), self._pooled[pool][session])
                pooled[pool][session] = some
                self._pooled[pool][session] -= some
        return Split(tuple(shares), pooled)

    def _taken(self) -> Counter[int]:
        """Return how many have a place in each session by now."""
        taken: Counter[int] = Counter()
        for number, shares in self._shares.items():
            for way, units in shares.items():
                for session in way.sessions:
                    taken[session] += units * self._seats.crowds[number].size
        for there in self._pooled.values():
            taken.update(there)
        return taken

    def _whole(self) -> Split:
        shares = (
            Share(number, way, units)
            for number, there in sorted(self._shares.items())
            for way, units in there.items()
        )  # fmt: skip
        return Split(tuple(shares), {pool: dict(there) for pool, there in self._pooled.items()})

    def _unfair(self, portion: Iterable[int], split: Split) -> list[tuple[int, int]]:
        """Return what is to be small, the first thing first: people without a place, the worst regret, how many."""
        numbers, without = list(portion), 0
        people: Counter[int] = Counter()
        for share in split.shares:
            crowd = self._seats.crowds[numbers[share.crowd]]
            without += share.units * crowd.size * (share.way.is_empty and not crowd.placed)
            people[share.way.regret] += share.units * crowd.size
        return [(without, 0), *sorted(((regret, many) for regret, many in people.items() if regret), reverse=True)]
