"""Searches where no design fits: two people change places in one round, by the best exchange (tabu search)."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

import numpy as np

from eventdesk.cafe.rotation.costs import AGAIN, BACK, Costs, Numbers, Pairs, Places
from eventdesk.cafe.rotation.ground import Ground
from eventdesk.cafe.rotation.walking import NEVER, PAUSE, SOME, Resting, is_over, spend
from eventdesk.solving import Effort

_PATIENCE = 50
"""How many pauses may pass without anything better."""
_RESTS = (5, 14)
_OTHERS = 8
"""How many people, besides those who meet somebody again, are looked at in one turn."""


class Swapping:
    """A rotation while people change places in single rounds; hosts, kept itineraries and units stay as they are."""

    def __init__(self, ground: Ground, ways: Mapping[int, Sequence[int]]) -> None:
        """Begin with a table for everybody in every round."""
        self._people, self._rounds, self._tables = len(ground.guests), ground.rounds, len(ground.tables)
        seated = np.array([ways[each] for each in range(self._people)], dtype=np.int64).T
        depth = [max(int((seated == table).sum(axis=1).max()), size) for table, size in enumerate(ground.sizes)]
        empty = sum(depth) - self._people
        self._seats: Places = np.zeros((self._rounds, self._people + empty), dtype=np.int64)
        for number in range(self._rounds):
            there = np.bincount(seated[number], minlength=self._tables)
            left = [table for table in range(self._tables) for _ in range(depth[table] - int(there[table]))]
            self._seats[number] = [*seated[number].tolist(), *left]
        self._costs = Costs(ground, empty, max(depth))
        everybody: int = self._people + empty
        fixed = {*ground.staying, *ground.kept, *(each for unit in ground.units if len(unit) > 1 for each in unit)}
        self._movers: Places = np.array([each for each in range(everybody) if each not in fixed], dtype=np.int64)
        self._counts = np.outer(self._costs.real, self._costs.real)
        np.fill_diagonal(self._counts, 0)
        for pair in ground.together:
            one, other = pair
            self._counts[one, other] = self._counts[other, one] = 0
        self._met: Numbers = np.zeros((everybody, everybody))
        for number in range(self._rounds):
            self._met += self._same(number)

    def run(self, effort: Effort) -> Iterator[None]:
        """Yield whenever it is better than ever, now and then; end when nothing gets better for long."""
        chance = Random(effort.seed)  # noqa: S311 - nothing secret
        resting = [Resting(self._seats.shape[1], _RESTS) for _ in range(self._rounds)]
        price, best, kept, idle, turn = 0, 0, self._seats.copy(), 0, 0
        while idle < _PATIENCE and len(self._movers) > 1 and not is_over(effort):
            reached = best
            for _ in range(PAUSE):
                turn += 1
                price += self._turn(resting, (turn, price, best), effort, chance)
                if price < best:
                    best, kept = price, self._seats.copy()
                if is_over(effort):
                    break
            idle = 0 if best < reached else idle + 1
            if best < reached:
                here, self._seats = self._seats, kept
                yield
                self._seats = here
        self._seats = kept

    def ways(self) -> dict[int, tuple[int, ...]]:
        """Return everybody's itinerary."""
        return {each: tuple(self._seats[:, each].tolist()) for each in range(self._people)}

    def _turn(self, resting: list[Resting], now: tuple[int, int, int], effort: Effort, chance: Random) -> int:
        """Make the best exchange in some round; return what it costs."""
        turn, price, best = now
        number = chance.randrange(self._rounds)
        elsewhere = (self._met - self._same(number) > 0) * self._counts
        some = self._some(number, elsewhere, chance)
        change = self._costs.swaps(self._seats[number : number + 1], some, self._pairs(elsewhere), self._unary(number))[
            0
        ][:, self._movers]
        spend(effort, change.size + elsewhere.size)
        here = self._seats[number]
        change[here[some][:, None] == here[self._movers][None, :]] = NEVER
        waits = resting[number].waits(turn)
        change[(waits[some][:, None] | waits[self._movers][None, :]) & (price + change >= best)] = NEVER
        one, other = divmod(int(change.argmin()), len(self._movers))
        cost = change[one, other]
        if cost >= NEVER:
            return 0
        self._exchange(number, int(some[one]), int(self._movers[other]))
        resting[number].rest((int(some[one]), int(self._movers[other])), turn, chance)
        return int(cost)

    def _some(self, number: int, elsewhere: Numbers, chance: Random) -> Places:
        """Return whom to look at: those who meet somebody again in this round, and a few others."""
        again = (self._same(number) * elsewhere).sum(axis=1)[self._movers] > 0
        first, rest = self._movers[again].tolist(), self._movers[~again].tolist()
        chosen = chance.sample(first, min(SOME - _OTHERS, len(first)))
        chosen += chance.sample(rest, min(SOME - len(chosen) if not first else _OTHERS, len(rest)))
        return np.array(sorted(chosen), dtype=np.int64)

    def _pairs(self, elsewhere: Numbers) -> Pairs:
        return Pairs.of(self._costs.pairs.prices + AGAIN * elsewhere)

    def _unary(self, number: int) -> Numbers:
        """Return what it costs to sit somewhere in this round: more where one is in another round."""
        been = np.zeros((self._seats.shape[1], self._tables))
        everybody = np.arange(self._seats.shape[1])
        for other in range(self._rounds):
            if other != number:
                been[everybody, self._seats[other]] = BACK
        return self._costs.unary + been * self._costs.real[:, None]

    def _same(self, number: int) -> Numbers:
        """Return 1 for each two who meet in a round, and whose meetings count."""
        here = self._seats[number]
        found: Numbers = (here[:, None] == here[None, :]) * self._counts
        return found

    def _exchange(self, number: int, one: int, other: int) -> None:
        self._met -= self._same(number)
        here = self._seats[number]
        here[one], here[other] = here[other], here[one]
        self._met += self._same(number)
