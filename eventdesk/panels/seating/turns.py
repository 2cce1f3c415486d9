"""One after the other: everybody takes the best that is left, in the order of registration or of lots."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from eventdesk.panels.place import Way
from eventdesk.panels.seating.dealing import Given, Unit, Verdict, outcome
from eventdesk.panels.seating.itineraries import Itinerary, Paths
from eventdesk.panels.seating.lots import unit_lot
from eventdesk.panels.seating.outcome import Outcome
from eventdesk.panels.seating.problem import Crowd, Seats

Turn = tuple[int, Unit]
"""Who comes next: people who stay together, and the number of their crowd."""


def by_registration(seats: Seats, *, clock: Callable[[], float] = time.monotonic) -> Outcome:
    """Let people choose in the order in which they registered; who stays together comes with the first of them."""
    turns = _turns(seats)
    order = sorted(turns, key=lambda turn: min(seats.registered[each] for each in turn[1]))
    return _told(seats, Way.REGISTRATION, order, clock)


def by_lottery(seats: Seats, *, clock: Callable[[], float] = time.monotonic) -> Outcome:
    """Let people choose in the order of their lots."""
    return _told(seats, Way.LOTTERY, lots_first(seats), clock)


def lots_first(seats: Seats) -> list[Turn]:
    """Return everybody with wishes, the best lot first."""
    return sorted(_turns(seats), key=lambda turn: unit_lot(seats.seed, (seats.labels[each] for each in turn[1])))


def in_turn(seats: Seats, paths: Sequence[Paths], order: Iterable[Turn]) -> dict[Unit, tuple[int, ...]]:
    """Give everybody the best that is left when it is their turn; of sessions not wished, the emptiest."""
    left = {each.id: each.seats for each in seats.offers}
    choosing = [_Choosing(seats, crowd, path) for crowd, path in zip(seats.crowds, paths, strict=True)]
    return {unit: choosing[number].take(left) for number, unit in order}


def rest_in_turn(seats: Seats, given: Given) -> dict[Unit, tuple[int, ...]]:
    """Give those without wishes what is left when all others have their places, by lots."""
    if not seats.rest:
        return {}
    left = {each.id: each.seats for each in seats.offers}
    for unit, sessions in given.items():
        for session in sessions:
            left[session] -= len(unit)
    then = replace(
        seats, crowds=seats.rest, rest=(), offers=tuple(replace(each, seats=left[each.id]) for each in seats.offers)
    )
    return in_turn(then, [Paths(then, crowd) for crowd in then.crowds], lots_first(then))


class _Choosing:
    """How one crowd chooses. Ways that need a full session are never looked at again: no place becomes free."""

    def __init__(self, seats: Seats, crowd: Crowd, path: Paths) -> None:
        self._seats, self._crowd, self._path = seats, crowd, path
        self._cap = 0
        self._ways: list[Itinerary] = path.up_to(0)
        self._next = 0

    def take(self, left: dict[int, int]) -> tuple[int, ...]:
        """Return the best sessions that have seats left, and take these."""
        size = self._crowd.size
        while True:
            while self._next < len(self._ways):
                way = self._ways[self._next]
                pools = [self._path.pools[slot] for slot in way.any_in]
                if all(left[each] >= size for each in way.sessions) and all(
                    any(left[each] >= size for each in pool) for pool in pools
                ):
                    taken = (*way.sessions, *(self._emptiest(left, pool) for pool in pools))
                    for each in taken:
                        left[each] -= size
                    return taken
                self._next += 1
            before, self._cap = self._cap, max(1, 2 * self._cap)
            self._ways = [way for way in self._path.up_to(self._cap) if way.regret > before]
            self._next = 0

    def _emptiest(self, left: Mapping[int, int], pool: Sequence[int]) -> int:
        return max(pool, key=lambda each: (left[each], self._seats.offer_of[each].ref))


def _turns(seats: Seats) -> list[Turn]:
    return [(number, unit) for number, crowd in enumerate(seats.crowds) for unit in crowd.units]


def _told(seats: Seats, way: Way, order: Sequence[Turn], clock: Callable[[], float]) -> Outcome:
    began = clock()
    paths = [Paths(seats, crowd) for crowd in seats.crowds]
    given = in_turn(seats, paths, order)
    return outcome(seats, paths, given, Verdict(way, clock() - began), rest_in_turn(seats, given))
