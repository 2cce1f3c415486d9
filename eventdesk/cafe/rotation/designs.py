"""Whole rotations for so many tables of one size, in which nobody meets twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from eventdesk.cafe.rotation.assigning import assigned
from eventdesk.cafe.rotation.differences import differences, most_rounds
from eventdesk.cafe.rotation.types import Itinerary, RotationWay

_PUBLISHED = "published.txt"


@dataclass(frozen=True, slots=True)
class Design:
    """The itineraries of everybody, tables counted from 0; with hosts the first ones stay, one at each table."""

    way: RotationWay
    itineraries: tuple[Itinerary, ...]


def design(tables: int, size: int, rounds: int, *, hosted: bool) -> Design | None:
    """Return a rotation of `tables` times `size` people in which nobody meets twice, None if we know none.

    With hosts, or where that is enough, it follows from a matrix of differences; otherwise it may be a published one.
    """
    if found := differences(tables, rounds, size):
        itineraries = found.itineraries()
        if hosted:
            return Design(RotationWay.DESIGN, tuple(itineraries))
        moving = differences(tables, rounds, size + 1)
        if moving is not None:
            return Design(RotationWay.DESIGN, tuple(moving.itineraries()[tables:]))
        return Design(RotationWay.DESIGN, _on_the_move(itineraries, tables))
    if hosted:
        return None
    if rounds == tables + 1 and tables % size == 0 and (found := differences(tables, tables, size)):
        return Design(RotationWay.DESIGN, _on_the_move(_with_last(found.itineraries(), tables, size), tables))
    for at, itineraries in published():
        if at == tables and len(itineraries) == tables * size and len(itineraries[0]) >= rounds:
            cut = [each[:rounds] for each in itineraries]
            return Design(RotationWay.PUBLISHED, _on_the_move(cut, tables))
    return None


def rounds_without_repeats(tables: int, size: int, *, hosted: bool) -> int:
    """Return for how many rounds we have such a rotation, at least one."""
    if tables < 2:
        return 1
    rounds = most_rounds(tables, size) if size <= tables else 1
    if hosted:
        return rounds
    if rounds == tables and tables % size == 0:
        rounds += 1
    return max(
        rounds,
        *(len(each[0]) for at, each in published() if at == tables and len(each) == tables * size),
        1,
    )


def published() -> Iterator[tuple[int, list[Itinerary]]]:
    """Yield the stored rotations out of the literature: the number of tables, and everybody's itinerary."""
    text = files("eventdesk.cafe.rotation").joinpath(_PUBLISHED).read_text(encoding="ascii")
    rows: list[str] = []
    tables = 0
    for line in [*text.splitlines(), "0 0:"]:
        if line.endswith(":"):
            if rows:
                yield tables, [tuple(int(each, 36) for each in person) for person in zip(*rows, strict=True)]
            rows, tables = [], int(line.split()[0])
        elif not line.startswith("#"):
            rows.append(line)


def _with_last(itineraries: list[Itinerary], tables: int, size: int) -> list[Itinerary]:
    """Add a round in which each class, whose people never met, is dealt out to tables of its own."""
    return [(*each, number // size) for number, each in enumerate(itineraries) if number < tables * size]


def _on_the_move(itineraries: list[Itinerary], tables: int) -> tuple[Itinerary, ...]:
    """Call the tables of each round by other names, so that few come back to a table: who meets whom stays."""
    been = [{each[0]} for each in itineraries]
    moved = [[each[0]] for each in itineraries]
    for number in range(1, len(itineraries[0])):
        back = [[0] * tables for _ in range(tables)]
        for person, each in enumerate(itineraries):
            for table in been[person]:
                back[each[number]][table] += 1
        names = assigned(back)
        for person, each in enumerate(itineraries):
            moved[person].append(names[each[number]])
            been[person].add(names[each[number]])
    return tuple(tuple(each) for each in moved)
