"""Who comes late takes over the whole itinerary of somebody who did not come: no other card changes."""

from collections.abc import Sequence

from eventdesk.cafe.rotation.assigning import assigned
from eventdesk.cafe.rotation.standing import AGAIN, Standing
from eventdesk.cafe.rotation.types import LEAST, NOWHERE, Guest, Handed, Itinerary, Problem, Rotation

_LEFT_OUT = 10**12
_CHAIR = 40
_THIN = 8
"""A card that leads to a table with few people is worth as much as three seats for a sector."""
_BEAM = 60


def hand_over(
    problem: Problem, rotation: Rotation, gone: frozenset[int], arrived: tuple[Guest, ...], *, from_round: int = 0
) -> Handed:
    """Return where people who came late sit, from a round on (counted from 0); who came first chooses first.

    Whoever is to host a table sits there; who stays together with somebody gets a chair beside them. All others take
    the itineraries of those who are gone and the spare ones, so that tables are as mixed as can be. Then there is one
    more chair at each table, at those where they meet nobody twice. What hosts leave behind nobody takes.
    """
    return _HandOver(problem, rotation, gone, arrived, from_round).run()


class _HandOver:
    def __init__(
        self, problem: Problem, rotation: Rotation, gone: frozenset[int], arrived: tuple[Guest, ...], from_round: int
    ) -> None:
        self._new = {guest.id: guest for guest in arrived}
        self._ways = {each: way for each, way in rotation.ways.items() if each not in gone | self._new.keys()}
        known = [guest for guest in problem.guests if guest.id in self._ways]
        self._standing = Standing(problem, [*known, *arrived], self._ways)
        self._problem, self._from = problem, from_round
        self._numbers = range(from_round, problem.rounds)
        self._free = self._found_free(rotation, gone)
        self._taken: dict[int, Itinerary] = {}
        self._from_whom: dict[int, int] = {}
        self._extra: dict[int, Itinerary] = {}

    def run(self) -> Handed:
        others = [guest for guest in self._new.values() if not self._hosts(guest)]
        left = [guest for guest in self._take(others) if not self._beside(guest)]
        waiting = [guest.id for guest in left if not self._on_a_chair(guest)]
        return Handed(
            taken=self._taken,
            from_whom=self._from_whom,
            extra=self._extra,
            waiting=tuple(waiting),
            repeats=self._standing.again(self._new),
        )

    def _found_free(self, rotation: Rotation, gone: frozenset[int]) -> list[tuple[Itinerary, int | None]]:
        """Return the itineraries that nobody has any more, and whose they were; each has a seat in every round."""
        hosts = {guest.id for guest in self._problem.guests if guest.host_of in self._standing.tables}
        offered: list[tuple[Itinerary, int | None]] = [
            (way, each) for each, way in sorted(rotation.ways.items()) if each in gone - hosts - self._new.keys()
        ]
        offered += [(way, None) for way in rotation.spare]
        more: dict[tuple[int, int], int] = {}
        found = []
        for way, whose in offered:
            places = [(number, way[number]) for number in self._numbers]
            fits = all(
                table in self._standing.tables
                and (whose is not None or self._left(number, table) > more.get((number, table), 0))
                for number, table in places
            )
            if fits:
                found.append((way, whose))
                more |= {place: more.get(place, 0) + 1 for place in places}
        return found

    def _left(self, number: int, table: int) -> int:
        return self._standing.seats(table) - len(self._standing.at[number][table])

    def _sit(self, guest: int, way: Sequence[int]) -> Itinerary:
        """Let somebody follow an itinerary from now on, and return what is left of it."""
        for number in self._numbers:
            self._standing.sit(guest, number, way[number])
        return (*(NOWHERE for _ in range(self._from)), *way[self._from :])

    def _hosts(self, guest: Guest) -> bool:
        if guest.host_of is None or guest.host_of not in self._standing.tables:
            return False
        self._taken[guest.id] = self._sit(guest.id, (guest.host_of,) * self._problem.rounds)
        return True

    def _beside(self, guest: Guest) -> bool:
        """Give somebody a chair beside whom they stay together with, if that one is there."""
        for pair in sorted(sorted(pair) for pair in self._problem.together if guest.id in pair):
            partner = pair[0] if pair[1] == guest.id else pair[1]
            way = self._standing.ways.get(partner, [NOWHERE])
            if NOWHERE not in way[self._from :]:
                self._extra[guest.id] = self._sit(guest.id, way)
                return True
        return False

    def _take(self, guests: list[Guest]) -> list[Guest]:
        """Hand itineraries over, so that all together fit best; return who got none."""
        tied = {each for pair in self._problem.together for each in pair if len(pair & self._standing.ways.keys()) == 2}
        choosing = [guest for guest in guests if guest.id not in tied or not self._has_partner(guest)]
        wanted = self._wanted()
        costs = [
            [self._fit(guest.id, way) - bonus for (way, _), bonus in zip(self._free, wanted, strict=True)]
            + [_LEFT_OUT * (len(choosing) - place)] * len(choosing)
            for place, guest in enumerate(choosing)
        ]
        got = assigned(costs)
        for guest, column in zip(choosing, got, strict=True):
            if column < len(self._free):
                way, whose = self._free[column]
                self._taken[guest.id] = self._sit(guest.id, way)
                if whose is not None:
                    self._from_whom[guest.id] = whose
        return [guest for guest in guests if guest.id not in self._taken]

    def _has_partner(self, guest: Guest) -> bool:
        """Say whether one they stay together with sits already, or came before them."""
        before = list(self._new)[: list(self._new).index(guest.id)]
        return any(
            each in self._ways or each in before
            for pair in self._problem.together
            if guest.id in pair
            for each in pair - {guest.id}
        )

    def _fit(self, guest: int, way: Itinerary) -> int:
        return sum(self._standing.fit(guest, number, way[number]) for number in self._numbers)

    def _wanted(self) -> list[int]:
        """Return how much each free way is wanted: by tables with few people, no more than they lack."""
        lacking = {
            (number, table): LEAST - len(self._standing.at[number][table])
            for number in self._numbers
            for table in self._standing.tables
        }
        wanted = []
        for way, _ in self._free:
            places = [(number, way[number]) for number in self._numbers]
            wanted.append(_THIN * sum(lacking[place] > 0 for place in places))
            for place in places:
                lacking[place] -= 1
        return wanted

    def _on_a_chair(self, guest: Guest) -> bool:
        """Give somebody one more chair in each round, at tables where they meet as few people twice as can be."""
        beam: list[tuple[int, tuple[int, ...], frozenset[int]]] = [(0, (), frozenset())]
        for number in self._numbers:
            options = [
                (self._standing.fit(guest.id, number, table) + _CHAIR * (self._left(number, table) <= 0), table)
                for table in self._standing.tables
                if self._left(number, table) > -1
            ]
            grown = [
                (
                    cost + price + AGAIN * len(met.intersection(self._standing.at[number][table])) + 6 * (table in way),
                    (*way, table),
                    met.union(self._standing.at[number][table]),
                )
                for cost, way, met in beam
                for price, table in options
            ]
            beam = sorted(grown, key=lambda state: state[:2])[:_BEAM]
        if not beam:
            return False
        self._extra[guest.id] = self._sit(guest.id, (*(NOWHERE for _ in range(self._from)), *beam[0][1]))
        return True
