"""Invented crowds for the World Café, and a judge that counts pair by pair, however a rotation was made."""

from collections.abc import Mapping
from itertools import combinations
from random import Random

from eventdesk.cafe.rotation.types import Guest, Itinerary, Problem, Table

SECTORS = ("civil_society", "administration", "business", "politics", "")
LANGUAGES = (
    *((("de",),) * 12), *((("de", "en"),) * 6), *((("de", "ar"),) * 3), *((("de", "fa"),) * 2), ("ar",), ("fa",),
    ("en",), ("uk", "ru"), ("de", "uk"), ("de", "uk"), (),
)  # fmt: skip
FIRST_TABLE = 101


def crowd(people: int, tables: int, seed: int = 1, *, hosted: bool = True) -> tuple[Guest, ...]:
    """Return people, the first ones hosts of the tables 101, 102 and so on."""
    chance = Random(seed)
    houses = [f"house {number}" for number in range(people // 4 + 1)]
    return tuple(
        Guest(
            id=1 + number,
            sector=chance.choices(SECTORS, (50, 25, 15, 6, 4))[0],
            organisation=chance.choice(houses) if chance.random() < 0.7 else "",
            languages=chance.choice(LANGUAGES),
            host_of=FIRST_TABLE + number if hosted and number < tables else None,
        )
        for number in range(people)
    )


def cafe(people: int, tables: int, rounds: int, seats: int = 0, *, seed: int = 1, hosted: bool = True) -> Problem:
    """Return a problem with tables 101, 102 and so on, that have just the seats it takes unless said."""
    seats = seats or -(-people // tables)
    return Problem(
        tables=tuple(Table(FIRST_TABLE + number, seats) for number in range(tables)),
        rounds=rounds,
        guests=crowd(people, tables, seed, hosted=hosted),
    )


def meet(ways: Mapping[int, Itinerary], one: int, other: int) -> int:
    """Return in how many rounds two sit at one table."""
    return sum(a == b != 0 for a, b in zip(ways[one], ways[other], strict=True))


def repeats(ways: Mapping[int, Itinerary]) -> int:
    """Return how many meetings are not the first ones, looking at every two people."""
    return sum(max(meet(ways, one, other) - 1, 0) for one, other in combinations(ways, 2))


def sizes(ways: Mapping[int, Itinerary], number: int) -> dict[int, int]:
    """Return how many sit at each table in a round."""
    found: dict[int, int] = {}
    for way in ways.values():
        found[way[number]] = found.get(way[number], 0) + 1
    return found


def obeys(problem: Problem, ways: Mapping[int, Itinerary]) -> None:
    """Look that everybody has a table in each round, and that hosts are at theirs."""
    tables = {table.id for table in problem.tables}
    assert ways.keys() == {guest.id for guest in problem.guests}
    assert all(len(way) == problem.rounds and set(way) <= tables for way in ways.values())
    for guest in problem.guests:
        if guest.host_of in tables:
            assert set(ways[guest.id]) == ({guest.host_of} if problem.rounds else set())
