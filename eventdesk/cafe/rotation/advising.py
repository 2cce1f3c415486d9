"""How many tables and rounds go together so that nobody meets twice."""

from eventdesk.cafe.rotation.designs import rounds_without_repeats
from eventdesk.cafe.rotation.types import Advice, Option

_LEAST_AT_A_TABLE = 4
_MOST_AT_A_TABLE = 12
_OTHERS = 3


def advice(people: int, tables: int, rounds: int, *, hosted: bool = True) -> Advice:
    """Return what can be said about people at so many tables for so many rounds, and which numbers would do better."""
    asked = option(people, tables, hosted=hosted)
    others: list[Option] = []
    possible = range(max(-(-people // _MOST_AT_A_TABLE), 1), people // _LEAST_AT_A_TABLE + 1)
    nearest = sorted(possible, key=lambda number: (abs(number - tables), -number))
    for number in nearest:
        if len(others) == _OTHERS:
            break
        if number == tables:
            continue
        other = option(people, number, hosted=hosted)
        if (
            other.rounds > max(asked.rounds, *(each.rounds for each in others), 0)
            or asked.rounds < rounds <= other.rounds
        ):
            others.append(other)
    return Advice(people, tables, rounds, asked, asked.rounds >= rounds, tuple(others))


def option(people: int, tables: int, *, hosted: bool = True) -> Option:
    """Return for how many rounds so many people can sit at so many tables, evenly, with nobody meeting twice."""
    if tables < 1 or people < 1:
        return Option(tables, 0, 0, 0, 0, hosted)
    smallest, more = divmod(people, tables)
    largest = smallest + (more > 0)
    most = _most(people, tables, smallest, largest, hosted=hosted)
    return Option(
        tables, min(rounds_without_repeats(tables, largest, hosted=hosted), most), most, smallest, largest, hosted
    )


def _most(people: int, tables: int, smallest: int, largest: int, *, hosted: bool) -> int:
    """Return how many rounds there are at most: by whom one can meet, and to how many tables a table can part."""
    if largest > tables:
        return 1
    if largest < 2:
        return tables if hosted else people
    if hosted:
        return min(tables, (people - tables - 1) // max(smallest - 2, 1)) if largest > 2 else tables
    return (people - 1) // max(smallest - 1, 1)
