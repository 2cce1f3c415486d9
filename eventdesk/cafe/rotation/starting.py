"""A first rotation where no design fits: what a design gives for some rounds, the others filled one by one."""

from dataclasses import replace
from random import Random

from eventdesk.cafe.rotation.designs import design
from eventdesk.cafe.rotation.ground import Ground
from eventdesk.cafe.rotation.layout import layout
from eventdesk.cafe.rotation.types import Itinerary

_MET, _BACK, _HARD, _OVER = 10, 3, 1_000, 100_000


def start(ground: Ground, chance: Random, given: dict[int, Itinerary]) -> dict[int, list[int]]:
    """Return a table for everybody in every round, whatever it costs; `given` are ways for the first rounds."""
    return _Start(ground, chance, given).run()


def for_fewer_rounds(ground: Ground, chance: Random) -> dict[int, Itinerary]:
    """Return ways for as many of the first rounds as a design has; nothing if some keep an itinerary."""
    if ground.kept:
        return {}
    for rounds in range(ground.rounds - 1, 1, -1):
        laid = layout(replace(ground, rounds=rounds), chance)
        if laid is not None:
            return laid.ways()
    return {}


def for_smaller_tables(ground: Ground) -> dict[int, Itinerary]:
    """Return ways for as many people as a design has for all rounds, besides the hosts; nothing if some keep one."""
    tables, hosted = len(ground.tables), bool(ground.hosted)
    alone = [unit[0] for unit in ground.units if len(unit) == 1]
    for size in range(0 if ground.kept else min(max(ground.sizes), tables), 1, -1):
        found = design(tables, size, ground.rounds, hosted=hosted)
        if found is not None:
            return dict(zip(alone, found.itineraries[tables if hosted else 0 :], strict=False))
    return {}


class _Start:
    def __init__(self, ground: Ground, chance: Random, given: dict[int, Itinerary]) -> None:
        self._ground, self._chance = ground, chance
        self._ways: dict[int, list[int]] = {each: [] for each in range(len(ground.guests))}
        self._met: dict[int, set[int]] = {each: set() for each in self._ways}
        self._given = given
        self._apart = {tuple(sorted(pair)) for pair in ground.apart}

    def run(self) -> dict[int, list[int]]:
        for number in range(self._ground.rounds):
            self._fill(number)
        return self._ways

    def _fill(self, number: int) -> None:
        ground = self._ground
        there: list[list[int]] = [[] for _ in ground.tables]
        fixed = {each: way[number] for each, way in self._given.items() if number < len(way)}
        fixed |= ground.staying | {each: way[number] for each, way in ground.kept.items()}
        for each, table in fixed.items():
            there[table].append(each)
        units = [unit for unit in ground.units if unit[0] not in fixed]
        self._chance.shuffle(units)
        for unit in sorted(units, key=lambda unit: -len(unit)):
            best = min(range(len(there)), key=lambda table: (self._price(unit, table, there[table]), table))
            there[best].extend(unit)
        for table, people in enumerate(there):
            for each in people:
                self._ways[each].append(table)
                self._met[each].update(people)

    def _price(self, unit: tuple[int, ...], table: int, people: list[int]) -> float:
        ground = self._ground
        over = max(len(people) + len(unit) - ground.sizes[table], 0)
        price = _OVER * over + self._chance.random()
        for each in unit:
            price += _MET * sum(other in self._met[each] for other in people)
            price += _BACK * (table in self._ways[each])
            price += _HARD * (ground.guests[each].step_free and not ground.tables[table].step_free)
            price += _HARD * sum((min(each, other), max(each, other)) in self._apart for other in people)
        return price
