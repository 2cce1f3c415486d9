"""What giving out places answers: who sits where, how content everybody is, who waits, and what of it is proven."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from eventdesk.panels.place import Places, Way


class Status(StrEnum):
    """What is known about an outcome."""

    OPTIMAL = "optimal"
    """All levels are proven."""
    FEASIBLE = "feasible"
    """No rule is broken; that nothing is fairer is not proven, or not what was asked for."""
    INFEASIBLE = "infeasible"
    """There is nothing to give out."""


class Aim(StrEnum):
    """What a level is about."""

    WITHOUT = "without"
    """People without any place: as few as possible."""
    REGRET = "regret"
    """People with this regret: as few as possible."""
    RANK = "rank"
    """Places in a wish of this rank (0 is the first): as many as possible."""


@dataclass(frozen=True, slots=True)
class Level:
    """One of the goals, in their order: what was reached, and whether it is proven that nothing is better.

    `bound`: nothing better than that is possible; it is `reached` where that is proven.
    """

    aim: Aim
    value: int
    reached: int
    bound: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Places for all who have wishes.

    `places` are sessions by person and slot, with those that were confirmed; `drawn` without them. `unplaced` people
    are `without` any place. `regret` is how many people have which regret, `ranks` how many of the places given are in
    which wish (0 the first, 5 not wished). `waiting` are people by session, the first first. `pareto_proven`: nobody
    can sit better unless somebody sits worse. `silent` are people without wishes who got a place after all others.
    """

    way: Way
    status: Status
    unplaced: int
    without: tuple[int, ...]
    regret: Mapping[int, int]
    ranks: Mapping[int, int]
    places: Places
    drawn: Places
    waiting: Mapping[int, tuple[int, ...]]
    seconds: float
    seed: int
    levels: tuple[Level, ...] = ()
    pareto_proven: bool = False
    silent: tuple[int, ...] = field(default=())

    @property
    def people(self) -> int:
        """How many people with wishes there are."""
        return sum(self.regret.values())
