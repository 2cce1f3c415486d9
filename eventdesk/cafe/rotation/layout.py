"""Guests put into the itineraries of a design, for a start: hosts at their tables, who stays together in one."""

from dataclasses import dataclass
from random import Random

from eventdesk.cafe.rotation.designs import Design, design
from eventdesk.cafe.rotation.ground import Ground
from eventdesk.cafe.rotation.types import Itinerary, RotationWay


@dataclass(slots=True)
class Layout:
    """Who follows which itinerary (tables counted from 0), and how many one itinerary can take.

    `units` are those who move together, by number of their itinerary; `settled` are all others, who never change.
    """

    way: RotationWay
    itineraries: tuple[Itinerary, ...]
    widths: list[int]
    units: dict[int, tuple[int, ...]]
    settled: dict[int, Itinerary]
    stays_free: frozenset[int]

    def ways(self) -> dict[int, Itinerary]:
        """Return everybody's itinerary."""
        moving = {each: self.itineraries[number] for number, unit in self.units.items() for each in unit}
        return {**self.settled, **moving}

    def free(self) -> list[int]:
        """Return the numbers of itineraries that nobody follows and somebody may."""
        return [
            number
            for number in range(len(self.itineraries))
            if number not in self.units and number not in self.stays_free
        ]


def layout(ground: Ground, chance: Random) -> Layout | None:
    """Put everybody into a design in which nobody meets twice, None if there is none for this problem."""
    tables = len(ground.tables)
    if not tables or not ground.rounds:
        return None
    hosted = bool(ground.hosted)
    settled = {each: (table,) * ground.rounds for each, table in ground.staying.items()} | ground.kept
    places = len(ground.units) + len(ground.hosted) + len(ground.kept)
    least = max(-(-places // tables), 1)
    even, most = max(least, *ground.sizes), max(table.seats for table in ground.tables)
    irregular = len(ground.staying) > len(ground.hosted) or len({table.seats for table in ground.tables}) > 1
    irregular = irregular or bool(ground.kept) or any(len(unit) > 1 for unit in ground.units)
    for size in (*([even + 1] if irregular and even < most else []), even, least):
        found = design(tables, size, ground.rounds, hosted=hosted)
        if found is not None and (laid := _laid(ground, found, settled, chance)) is not None:
            return laid
    return None


def as_found(ground: Ground, ways: dict[int, Itinerary]) -> Layout:
    """Return ways that were searched for as a layout: who moves alone, or is as many, may change with each other."""
    settled = {each: ways[each] for each in ways if each in ground.staying or each in ground.kept}
    units = dict(enumerate(ground.units))
    return Layout(
        way=RotationWay.SEARCH,
        itineraries=tuple(ways[unit[0]] for unit in ground.units),
        widths=[len(unit) for unit in ground.units],
        units=units,
        settled=settled,
        stays_free=frozenset(),
    )


def spare(ground: Ground, laid: Layout) -> list[Itinerary]:
    """Return itineraries of the design with a free seat in every round, all of which can be taken at once."""
    left = [[table.seats for table in ground.tables] for _ in range(ground.rounds)]
    for way in laid.ways().values():
        for number, table in enumerate(way):
            left[number][table] -= 1
    found = []
    for itinerary in (*(laid.itineraries[number] for number in laid.free()), *_further(ground, laid)):
        if all(left[number][table] > 0 for number, table in enumerate(itinerary)):
            found.append(itinerary)
            for number, table in enumerate(itinerary):
                left[number][table] -= 1
    return found


def _further(ground: Ground, laid: Layout) -> tuple[Itinerary, ...]:
    """Return what the next class of the design would follow, if there are hosts: only then it is the same design."""
    tables = len(ground.tables)
    size = len(laid.itineraries) // tables
    if laid.way is not RotationWay.DESIGN or not ground.hosted or max(table.seats for table in ground.tables) <= size:
        return ()
    wider = design(tables, size + 1, ground.rounds, hosted=True)
    if wider is None or wider.itineraries[: len(laid.itineraries)] != laid.itineraries:
        return ()
    return wider.itineraries[len(laid.itineraries) :]


def _laid(ground: Ground, found: Design, settled: dict[int, Itinerary], chance: Random) -> Layout | None:
    tables = len(ground.tables)
    closed = _closed(ground, found)
    if closed is None:
        return None
    large = [unit for unit in ground.units if len(unit) > 1]
    alone = [unit for unit in ground.units if len(unit) == 1]
    chance.shuffle(alone)
    first = tables if ground.hosted else 0
    moving = [number for number in range(first, len(found.itineraries)) if number not in closed]
    numbers = [*moving, *(number for number in range(first) if number not in closed)]
    if len(numbers) < len(large) + len(alone):
        return None
    widths = [1] * len(found.itineraries)
    for start in range(0, len(large), tables):
        width = len(large[start])
        for number in numbers[start : start + tables]:
            widths[number] = width
    units = dict(zip(numbers, [*large, *alone], strict=False))
    return Layout(found.way, found.itineraries, widths, units, settled, frozenset(closed))


def _closed(ground: Ground, found: Design) -> set[int] | None:
    """Return the numbers of itineraries that hosts and those who keep one follow; None if one is not in the design."""
    closed = set(ground.hosted)
    where: dict[Itinerary, int] = {}
    for number, itinerary in enumerate(found.itineraries):
        where.setdefault(itinerary, number)
    for itinerary in ground.kept.values():
        followed = where.get(itinerary)
        if followed is None or followed in closed:
            return None
        closed.add(followed)
    return closed
