"""A rotation as it stands on the day: who sits where, who has met, and what one more person at a table costs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from eventdesk.cafe.rotation.tied import tied, tied_pairs
from eventdesk.cafe.rotation.types import NOWHERE, Guest, Itinerary, Problem

HARD, AGAIN = 10_000_000, 10_000
_ALONE, _FOREIGN, _BACK, _COLLEAGUE, _SECTOR = 12, 12, 6, 4, 3


class Standing:
    """Guests at tables, round by round; they can be taken up and sat down again."""

    def __init__(self, problem: Problem, guests: Iterable[Guest], ways: Mapping[int, Itinerary]) -> None:
        """Begin with these guests on their ways; all others are not there."""
        self.guests = {guest.id: guest for guest in guests}
        self.tables = {table.id: table for table in problem.tables}
        self.ways = {guest: [NOWHERE] * problem.rounds for guest in self.guests}
        self.at: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in range(problem.rounds)]
        self._met: defaultdict[int, Counter[int]] = defaultdict(Counter)
        self.together = tied_pairs(tied(replace(problem, guests=tuple(self.guests.values()))))
        self._apart = problem.apart
        self._sectors = Counter(guest.sector for guest in self.guests.values() if guest.sector)
        for guest, way in ways.items():
            if guest in self.guests:
                for number, table in enumerate(way):
                    self.sit(guest, number, table)

    def sit(self, guest: int, number: int, table: int) -> None:
        """Let somebody sit at a table in a round; `NOWHERE` takes them up."""
        for count, here in ((-1, self.ways[guest][number]), (1, table)):
            if here == NOWHERE:
                continue
            people = self.at[number][here]
            if count < 0:
                people.remove(guest)
            for other in people:
                self._met[guest][other] += count
                self._met[other][guest] += count
            if count > 0:
                people.append(guest)
        self.ways[guest][number] = table

    def again(self, guests: Iterable[int]) -> int:
        """Return how many meetings of these guests, with anybody, are not the first ones."""
        some = set(guests)
        return sum(
            times - 1
            for guest in some
            for other, times in self._met[guest].items()
            if times > 1 and (other not in some or guest < other) and frozenset((guest, other)) not in self.together
        )

    def beyond(self, numbers: Iterable[int]) -> int:
        """Return how many chairs more than seats there are in these rounds."""
        return sum(
            max(len(people) - self.seats(table), 0) for number in numbers for table, people in self.at[number].items()
        )

    def seats(self, table: int) -> int:
        """Return how many seats a table has; one that is not there has none."""
        return self.tables[table].seats if table in self.tables else 0

    def price(self, guest: int, number: int, table: int) -> int:
        """Return what it costs that somebody, who is nowhere in a round, sits at a table in it, whatever its seats."""
        people = self.at[number][table]
        met = self._met[guest]
        repeats = sum(1 for each in people if met[each] and frozenset((guest, each)) not in self.together)
        return AGAIN * repeats + HARD * self._broken(guest, people) + self._mixed(self.guests[guest], number, table)

    def fit(self, guest: int, number: int, table: int) -> int:
        """Return the same, whoever has met whom."""
        return HARD * self._broken(guest, self.at[number][table]) + self._mixed(self.guests[guest], number, table)

    def _broken(self, guest: int, people: list[int]) -> int:
        return sum(1 for each in people if frozenset((guest, each)) in self._apart)

    def _mixed(self, guest: Guest, number: int, table: int) -> int:
        people = [self.guests[each] for each in self.at[number][table]]
        there = self.tables[table]
        price = HARD * (guest.step_free and not there.step_free)
        price += _BACK * (table in self.ways[guest.id] and guest.host_of != table)
        if guest.languages:
            spoken = {language for each in people for language in each.languages}
            price += _ALONE * (spoken.isdisjoint(guest.languages))
            price += _FOREIGN * bool(there.language and there.language not in guest.languages)
        if guest.organisation:
            price += _COLLEAGUE * sum(each.organisation == guest.organisation for each in people)
        if guest.sector:
            low, rest = divmod((len(people) + 1) * self._sectors[guest.sector], len(self.guests))
            have = sum(each.sector == guest.sector for each in people)
            price += _SECTOR * ((have >= low + (rest > 0)) - (have < low) + 1)
        return price
