"""A problem with everybody and everything numbered from 0, and who belongs together found out."""

from collections.abc import Iterable
from dataclasses import dataclass

from eventdesk.cafe.rotation.tied import hosts, staying, tied, tied_pairs
from eventdesk.cafe.rotation.types import Guest, Pair, Problem, Table


@dataclass(frozen=True, slots=True)
class Ground:
    """Guests and tables in order; `hosts` are guests by table, `staying` the table of each guest who never moves.

    `units` are those who move together, the largest first, alone or not; nobody in them has a table or is kept.
    `kept` are itineraries that stand, with tables counted from 0. `sizes` is how many sit at each table, evenly.
    """

    problem: Problem
    guests: tuple[Guest, ...]
    tables: tuple[Table, ...]
    rounds: int
    staying: dict[int, int]
    hosted: frozenset[int]
    units: tuple[tuple[int, ...], ...]
    kept: dict[int, tuple[int, ...]]
    sizes: tuple[int, ...]
    together: frozenset[Pair]
    apart: frozenset[Pair]


def ground(problem: Problem) -> Ground:
    """Number a problem; an itinerary that is kept without the right tables is a ValueError."""
    guests = {guest.id: number for number, guest in enumerate(problem.guests)}
    tables = {table.id: number for number, table in enumerate(problem.tables)}
    groups = tied(problem)
    stay = {guests[each]: tables[table] for each, table in staying(problem, groups).items()}
    kept = _kept(problem, guests, tables)
    stay = {each: table for each, table in stay.items() if set(kept.get(each, (table,))) == {table}}
    kept = {each: way for each, way in kept.items() if each not in stay}
    moving = [tuple(guests[each] for each in group) for group in groups]
    moving = [tuple(each for each in group if each not in kept and each not in stay) for group in moving]
    return Ground(
        problem=problem,
        guests=problem.guests,
        tables=problem.tables,
        rounds=problem.rounds,
        staying=stay,
        hosted=frozenset(tables[table] for each, table in hosts(problem).items() if guests[each] in stay),
        units=tuple(sorted((group for group in moving if group), key=lambda group: -len(group))),
        kept=kept,
        sizes=_even(len(guests), [table.seats for table in problem.tables]),
        together=_numbered(tied_pairs(groups), guests),
        apart=_numbered(problem.apart, guests),
    )


def _kept(problem: Problem, guests: dict[int, int], tables: dict[int, int]) -> dict[int, tuple[int, ...]]:
    kept = {}
    for guest, way in problem.kept.items():
        if guest in guests:
            if len(way) != problem.rounds or not tables.keys() >= set(way):
                raise ValueError(f"guest {guest} keeps an itinerary that is none")
            kept[guests[guest]] = tuple(tables[table] for table in way)
    return kept


def _numbered(pairs: Iterable[Pair], guests: dict[int, int]) -> frozenset[Pair]:
    return frozenset(
        frozenset(guests[each] for each in pair) for pair in pairs if len(pair) == 2 and pair <= guests.keys()
    )


def _even(people: int, seats: list[int]) -> tuple[int, ...]:
    """Return how many sit at each table: evenly as far as seats go; whoever has none left is spread evenly, too."""
    sizes = [0] * len(seats)
    for _ in range(people if seats else 0):
        free = [number for number, size in enumerate(sizes) if size < seats[number]] or range(len(sizes))
        sizes[min(free, key=lambda number: sizes[number])] += 1
    return tuple(sizes)
