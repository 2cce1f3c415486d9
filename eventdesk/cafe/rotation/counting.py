"""What a rotation is worth, counted person by person: who meets again, how mixed tables are, and what is proven."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import combinations

from eventdesk.cafe.rotation.tied import hosts, staying, tied, tied_pairs
from eventdesk.cafe.rotation.types import NOWHERE, Guest, Itinerary, Pair, Problem, Quality

Sitting = Mapping[int, Sequence[int]]
"""Who sits at which table, in one round."""


def sittings(ways: Mapping[int, Itinerary], rounds: int) -> list[dict[int, list[int]]]:
    """Return for each round who sits at which table; who is nowhere is left out."""
    found: list[dict[int, list[int]]] = []
    for number in range(rounds):
        sitting: dict[int, list[int]] = defaultdict(list)
        for guest, way in ways.items():
            if number < len(way) and way[number] != NOWHERE:
                sitting[way[number]].append(guest)
        found.append(dict(sitting))
    return found


def meetings(rounds: Iterable[Sitting], together: frozenset[Pair]) -> Counter[tuple[int, int]]:
    """Return how often each two meet, the smaller id first; who stays together does not count."""
    met: Counter[tuple[int, int]] = Counter()
    for sitting in rounds:
        for people in sitting.values():
            met.update(combinations(sorted(people), 2))
    for pair in together:
        met.pop((min(pair), max(pair)), None)
    return met


def repeats(problem: Problem, ways: Mapping[int, Itinerary]) -> int:
    """Return how many meetings are not the first ones of two guests; who stays together does not count."""
    met = meetings(sittings(ways, problem.rounds), tied_pairs(tied(problem)))
    return sum(times - 1 for times in met.values())


def lower_bound(problem: Problem, guests: Iterable[int] | None = None) -> int:
    """Return how many repeats there are at least.

    So many meet in a round, and so many pairs there are; hosts never meet each other, and if all tables have one, their
    meetings with guests are counted apart. Or: there are more people at a table than tables to which they could part.
    """
    here = set(guests) if guests is not None else {guest.id for guest in problem.guests}
    tables, rounds = len(problem.tables), problem.rounds
    if not tables or not rounds:
        return 0
    hosted = len({table for guest, table in hosts(problem).items() if guest in here})
    people, pairs = len(here), sum(1 for pair in tied_pairs(tied(problem)) if pair <= here)
    bound = rounds * _meeting(people, tables) - rounds * pairs - (_pairs(people) - _pairs(hosted) - pairs)
    if hosted == tables and not pairs:
        others = people - hosted
        among = rounds * _meeting(others, tables) - _pairs(others)
        bound = max(bound, max(among, 0) + max(rounds - hosted, 0) * others)
    size, larger = divmod(people, tables)
    parting = larger * _meeting(size + 1, tables) + (tables - larger) * _meeting(size, tables)
    return max(bound, (rounds - 1) * (parting - pairs), 0)


def quality(problem: Problem, ways: Mapping[int, Itinerary], again: int) -> Quality:
    """Count how good a rotation is; `again` is its number of repeats."""
    return Counting(problem, ways).quality(again)


class Counting:
    """Counts what a rotation is worth, or what changes in it."""

    def __init__(self, problem: Problem, ways: Mapping[int, Itinerary]) -> None:
        """Look at the guests of the problem that have a way."""
        self._problem = problem
        self._guests = {guest.id: guest for guest in problem.guests if guest.id in ways}
        self._ways = {guest: ways[guest] for guest in self._guests}
        self._tables = {table.id: table for table in problem.tables}
        self._sectors = Counter(guest.sector for guest in self._guests.values() if guest.sector)
        groups = tied(problem)
        self._tied = tied_pairs(groups)
        self._staying = staying(problem, groups)
        self._colleagues_staying = tuple(pair for pair in self._tied if self._is_one_house(pair))
        self._spoken = Counter(frozenset(guest.languages) for guest in self._guests.values() if guest.languages)

    def quality(self, again: int) -> Quality:
        """Count everything."""
        rounds = sittings(self._ways, self._problem.rounds)
        counted = self._of_places([(table, people) for sitting in rounds for table, people in sitting.items()])
        return replace(
            counted,
            pairs_broken=sum(self._broken(pair, one=True) for pair in self._problem.together)
            + sum(self._broken(pair, one=False) for pair in self._problem.apart),
            same_table=sum(self._back(guest, self._ways[guest.id]) for guest in self._guests.values()),
            colleagues_least=self._colleagues_least(),
            alone_least=sum(self._alone_least(guest, again) for guest in self._guests.values()),
            same_table_least=sum(guest not in self._staying for guest in self._guests)
            * max(self._problem.rounds - len(self._tables), 0),
            beyond_seats_least=max(len(self._guests) - sum(each.seats for each in self._tables.values()), 0)
            * self._problem.rounds,
        )

    def change(self, guest: int, at: int, table: int) -> Quality:
        """Count by how much a rotation changes if a guest sits at another table in one round."""
        way = self._ways[guest]
        left = [each for each, other in self._ways.items() if other[at] == way[at]]
        joined = [each for each, other in self._ways.items() if other[at] == table]
        before = self._of_places([(way[at], left), (table, joined)])
        after = self._of_places([(way[at], [each for each in left if each != guest]), (table, [*joined, guest])])
        gone = sum(frozenset((guest, each)) in self._problem.together for each in left)
        found = sum(frozenset((guest, each)) in self._problem.together for each in joined)
        gone -= sum(frozenset((guest, each)) in self._problem.apart for each in left)
        found -= sum(frozenset((guest, each)) in self._problem.apart for each in joined)
        moved = (*way[:at], table, *way[at + 1 :])
        return replace(
            Quality(**{each.name: getattr(after, each.name) - getattr(before, each.name) for each in fields(Quality)}),
            pairs_broken=gone - found,
            same_table=self._back(self._guests[guest], moved) - self._back(self._guests[guest], way),
        )

    def _of_places(self, places: Sequence[tuple[int, Sequence[int]]]) -> Quality:
        seated = [(table, self._guests[each]) for table, people in places for each in people]
        return Quality(
            sector_deviation=sum(self._deviation(people) for _, people in places),
            colleagues_together=sum(self._colleagues(people) for _, people in places),
            alone_in_language=sum(self._alone(people) for _, people in places),
            other_language=sum(self._is_foreign(table, guest) for table, guest in seated),
            steps=sum(guest.step_free and self._has_steps(table) for table, guest in seated),
            beyond_seats=sum(max(len(people) - self._seats(table), 0) for table, people in places),
        )

    def _deviation(self, people: Sequence[int]) -> int:
        there = Counter(self._guests[each].sector for each in people)
        total, off = len(self._guests), 0
        for sector, all_of_it in self._sectors.items():
            low, rest = divmod(len(people) * all_of_it, total)
            off += max(low - there[sector], there[sector] - low - (rest > 0), 0)
        return off

    def _colleagues(self, people: Sequence[int]) -> int:
        there = Counter(self._guests[each].organisation for each in people)
        found = sum(_pairs(number) for organisation, number in there.items() if organisation)
        return found - sum(1 for pair in self._colleagues_staying if pair <= set(people))

    def _is_one_house(self, pair: Pair) -> bool:
        houses = {self._guests[each].organisation for each in pair if each in self._guests}
        return len(pair & self._guests.keys()) == 2 and len(houses) == 1 and "" not in houses

    def _colleagues_least(self) -> int:
        belonging = Counter(guest.organisation for guest in self._guests.values() if guest.organisation)
        staying = Counter(self._guests[min(pair)].organisation for pair in self._colleagues_staying)
        tables = max(len(self._tables), 1)
        least = sum(max(_meeting(number, tables) - staying[house], 0) for house, number in belonging.items())
        return least * self._problem.rounds

    def _alone(self, people: Sequence[int]) -> int:
        spoken = Counter(language for each in people for language in set(self._guests[each].languages))
        return sum(
            1
            for each in people
            if self._guests[each].languages and all(spoken[one] == 1 for one in self._guests[each].languages)
        )

    def _alone_least(self, guest: Guest, again: int) -> int:
        """Return in how many rounds a guest is alone in any case: without repeats each one can be company once."""
        if not guest.languages:
            return 0
        mine = set(guest.languages)
        company = sum(number for spoken, number in self._spoken.items() if spoken & mine) - 1
        partners = {each for pair in self._tied if guest.id in pair for each in pair - {guest.id}}
        if again or any(mine & set(self._guests[each].languages) for each in partners if each in self._guests):
            return 0 if company else self._problem.rounds
        return max(self._problem.rounds - company, 0)

    def _is_foreign(self, table: int, guest: Guest) -> bool:
        spoken = self._tables[table].language if table in self._tables else ""
        return bool(spoken and guest.languages and spoken not in guest.languages)

    def _has_steps(self, table: int) -> bool:
        return table in self._tables and not self._tables[table].step_free

    def _seats(self, table: int) -> int:
        return self._tables[table].seats if table in self._tables else 0

    def _back(self, guest: Guest, way: Itinerary) -> int:
        there = [table for table in way if table != NOWHERE]
        return 0 if guest.id in self._staying else len(there) - len(set(there))

    def _broken(self, pair: Pair, *, one: bool) -> int:
        """Return in how many rounds two guests do not sit at one table, or do if they should not."""
        if len(pair) != 2 or not pair <= self._guests.keys():
            return 0
        first, second = (self._ways[each] for each in pair)
        return sum((a == b) != one for a, b in zip(first, second, strict=True) if NOWHERE not in {a, b})


def _pairs(people: int) -> int:
    return people * (people - 1) // 2


def _meeting(people: int, tables: int) -> int:
    """Return how many pairs sit together at least if so many people sit at so many tables: as evenly as it goes."""
    each, more = divmod(people, tables)
    return more * _pairs(each + 1) + (tables - more) * _pairs(each)
