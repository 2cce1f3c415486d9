"""Large fairs: a few islands at a time are solved anew, chosen around one theme, as long as there is time for it."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from eventdesk.fair.placing.arrangement import Arrangement
from eventdesk.fair.placing.exact import Known, solve_exactly
from eventdesk.fair.placing.ground import Ground
from eventdesk.fair.placing.master import Scope
from eventdesk.fair.placing.price import NOWHERE
from eventdesk.solving import Effort

_ISLANDS = 8
_MOST_PAIRS = 1_400
_MOST_WORK = 0.4
"""Of one region, in deterministic units."""


def improve_by_regions(
    best: Arrangement, known: Known, chance: Random, effort: Effort, work: float
) -> Iterator[Arrangement]:
    """Yield better and better placements until so much work is done, or nothing gets better any more.

    `work` is in deterministic units.
    """
    until = max(effort.budget.left - work, 0.0)
    small = replace(effort, most=_MOST_WORK)
    regions = _Regions(known.ground, chance)
    while effort.budget.left > until and not effort.stopped() and not regions.exhausted:
        before = best.cost
        for step in solve_exactly(regions.next(best), best, known, small):
            best = step.best
        regions.learn(better=best.cost < before)
        if best.cost < before:
            yield best


class _Regions:
    """Chooses what to look at next; themes that were tried in vain wait until something near them has changed."""

    def __init__(self, ground: Ground, chance: Random) -> None:
        self._ground, self._chance = ground, chance
        self._themes = sorted({want.theme for want in ground.wants})
        self._members = {
            theme: [number for number, want in enumerate(ground.wants) if want.theme == theme] for theme in self._themes
        }
        self._by_name: dict[str, list[int]] = {}
        for index, island in enumerate(ground.islands):
            self._by_name.setdefault(island.name, []).append(index)
        self._in_vain = 0
        self._queue: list[str] = []

    @property
    def exhausted(self) -> bool:
        """Whether every theme was tried several times since anything got better."""
        return self._in_vain > 4 * len(self._themes) + 20

    def next(self, best: Arrangement) -> Scope:
        if not self._queue:
            self._queue = self._chance.sample(self._themes, len(self._themes))
        members = self._members[self._queue.pop()]
        islands: dict[int, None] = {}
        used = [best.choice[want] for want in members if best.choice[want] != NOWHERE]
        wished = [
            island
            for want in members
            for name in (self._ground.wants[want].wish_1, self._ground.wants[want].wish_2)
            for island in self._by_name.get(name, [])
        ]
        near = [*dict.fromkeys(used), *dict.fromkeys(wished)]
        self._chance.shuffle(near)
        first = sorted(near, key=lambda island: island not in used)[: _ISLANDS - 2]
        anywhere = self._chance.sample(range(len(self._ground.islands)), min(_ISLANDS, len(self._ground.islands)))
        for island in [*first, *anywhere]:
            if len(islands) < _ISLANDS:
                islands[island] = None
        return self._scope(best, sorted(islands))

    def learn(self, *, better: bool) -> None:
        self._in_vain = 0 if better else self._in_vain + 1

    def _scope(self, best: Arrangement, islands: list[int]) -> Scope:
        inside = set(islands)
        while True:
            wants = [want for want, island in enumerate(best.choice) if island in inside]
            if len(wants) * len(inside) <= _MOST_PAIRS or len(inside) <= 2:
                break
            inside.remove(max(inside))
        wants = sorted([*wants, *best.left_over()[:10]])
        ground = self._ground
        halls = frozenset(
            (ground.wants[want].theme, ground.islands[island].hall)
            for want, island in enumerate(best.choice)
            if island != NOWHERE and island not in inside
        )
        return Scope(tuple(wants), tuple(sorted(inside)), halls)
