"""The search for the best timetable: at once, then better, then proven."""

import math
from collections.abc import Iterator
from random import Random

from eventdesk.panels.timetable.columns import Column, Extra, Finder, blocks
from eventdesk.panels.timetable.exact import choose, settle
from eventdesk.panels.timetable.first import Improving, first_spots
from eventdesk.panels.timetable.ground import Ground, Spot
from eventdesk.panels.timetable.linear import Relaxation, Row, Rows
from eventdesk.solving import Effort

_AT_ONCE = 150
"""New columns of a block in one step of the relaxation."""
_PATIENCE = 200_000
"""So many sets are looked at for one step once there is a new column; with none, all are."""
_TINY = 1e-6
_MOST_COLUMNS = 40_000
"""Of a block, for the exact model; with more it is not proven."""
_WORK_PER_LOOK, _WORK_PER_WISHER = 7e-7, 4e-11
"""Deterministic units for one set of sessions that is looked at, and for each person who wishes anything (measured)."""
_FIRST_SURPLUS, _FIRST_PART = 3.0, 0.01
"""What columns may cost at first beyond what is paid for them: in people, and as a part of the bound."""
_QUICK = 1.5
"""Deterministic units for the best choice among the columns of the relaxation."""


class Search:
    """One search. `extra` is a price beside people."""

    def __init__(self, ground: Ground, effort: Effort, extra: Extra | None = None) -> None:
        """Sort the slots into blocks."""
        self.ground, self._effort, self._extra = ground, effort, extra
        alike = extra is None and not ground.orders and not ground.tight
        self._rows = Rows(ground, blocks(ground, alike=alike))
        self._finders = [Finder(ground, block, extra) for block in self._rows.blocks]
        self.left_price = _dearest(ground, extra)
        self._paid = 0
        self._work_per_look = _WORK_PER_LOOK + _WORK_PER_WISHER * ground.crowd.people
        self.best: list[Column] = []
        self.spots: dict[int, Spot] = {}
        self.cost = self.left_price * len(ground.sessions)
        self.bound = 0.0

    @property
    def left(self) -> int:
        """How many sessions have no place."""
        return len(self.ground.sessions) - len(self.spots)

    @property
    def proven(self) -> bool:
        """Whether nothing is better."""
        return self.bound > self.cost - 1 + _TINY

    @property
    def least(self) -> int:
        """What every timetable costs at least."""
        return min(self.cost, max(0, math.ceil(self.bound - _TINY)))

    @property
    def state(self) -> tuple[int, int, dict[int, Spot]]:
        """What is known by now: as long as it is the same, there is nothing new to show."""
        return self.cost, self.least, self.spots

    def run(self) -> Iterator[None]:
        """Search; stops for a moment whenever something got better."""
        spots = first_spots(self.ground, self._effort, self.left_price, self._extra)
        improving = Improving(self.ground, self._finders, {each: slot for each, (slot, _) in spots.items()})
        self.spots, self.cost = spots, self._real_cost(spots)
        yield
        if self._take(improving.columns, spots):
            yield
        if not self.ground.tight:
            improving.run(self.left_price, self._over)
            if self._take(improving.columns, None):
                yield
        yield from self._prove()

    def _over(self) -> bool:
        """Pay for what the finders have looked at since the last time, and say whether they must not go on."""
        looked = sum(finder.looked for finder in self._finders)
        self._effort.budget.spend((looked - self._paid) * self._work_per_look)
        self._paid = looked
        return self._effort.budget.empty or self._effort.stopped()

    @property
    def _done(self) -> bool:
        return self.proven or self._effort.stopped() or self._effort.budget.empty

    def _prove(self) -> Iterator[None]:
        relaxation = Relaxation(self._rows, self.left_price)
        for column in self.best:
            relaxation.add(column)
        while not self._done:
            solved = relaxation.solve(self._effort.budget, self._effort.stopped)
            if solved is None:
                return
            value, prices = solved
            found = self._find(prices, -_TINY, _AT_ONCE, _PATIENCE)
            if found is None:
                return
            missing = sum(min(0.0, least) * count for least, count, _ in found)
            if self._raise(value + missing):
                yield
            new = [column for _, _, columns in found for column in columns]
            if not new:
                yield from self._close(relaxation, value, prices)
                return
            for column in new:
                relaxation.add(column)

    def _close(self, relaxation: Relaxation, value: float, prices: dict[Row, float]) -> Iterator[None]:
        """Choose among the columns there are, then among more and more until nothing else can be part of a better one.

        What is chosen costs `value` and the surplus of each of its columns: none with a surplus of what could be
        saved at most, or more, is part of anything better.
        """
        yield from self._choose(list(relaxation.columns), self._effort_of(_QUICK), whole=False)
        surplus = max(_FIRST_SURPLUS, _FIRST_PART * value)
        while not self._done:
            most = self.cost - value - 1
            whole = surplus >= most
            found = self._find(prices, min(surplus, most) + _TINY, _MOST_COLUMNS)
            if found is None:
                return
            columns = [column for _, _, those in found for column in those]
            full = any(len(those) == _MOST_COLUMNS for _, _, those in found)
            last = whole or full
            effort = self._effort if last else self._effort_of(self._effort.budget.left / 3)
            yield from self._choose(columns, effort, whole=whole and not full)
            if last:
                return
            surplus *= 2

    def _find(
        self, prices: dict[Row, float], below: float, most: int, patience: float = math.inf
    ) -> list[tuple[float, int, list[Column]]] | None:
        """Return by block the least price beyond what is paid, how often it may be asked for, and the columns."""
        wanted = self._rows.wanted(prices)
        answer = []
        for finder in self._finders:
            found, whole = finder.cheapest(wanted, below, most, self._over, patience)
            if self._over() and (not whole or self._effort.stopped()):
                return None
            count = 1 if finder.block.tangled else len(finder.block.slots)
            least = found[0][0] if found else 0.0
            answer.append((least if whole else -math.inf, count, [column for _, column in found]))
        return answer

    def _choose(self, columns: list[Column], effort: Effort, *, whole: bool) -> Iterator[None]:
        ordered = sorted({*columns, *self.best}, key=lambda each: (each.block, each.sessions, each.slots, each.rooms))
        Random(effort.seed).shuffle(ordered)  # noqa: S311 - nothing secret
        for choice in choose(self._rows, ordered, self.left_price, self.best, effort):
            if choice.columns and self._take(list(choice.columns), None):
                yield
            if whole and choice.proven and self._raise(float(choice.cost if choice.columns else self.cost)):
                yield

    def _effort_of(self, most: float) -> Effort:
        return Effort(self._effort.seed, self._effort.budget, self._effort.stopped, most)

    def _raise(self, bound: float) -> bool:
        """Note a bound; it holds only if every block knows all its columns."""
        if not all(finder.exact for finder in self._finders):
            return False
        before, self.bound = self.least, max(self.bound, bound)
        return self.least > before

    def _take(self, columns: list[Column], spots: dict[int, Spot] | None) -> bool:
        """Keep a choice if it is better and its rooms can be settled; return whether it was."""
        placed = sum(len(column.sessions) for column in columns)
        left = len(self.ground.sessions) - placed
        cost = sum(column.cost for column in columns) + left * self.left_price
        if self.best and cost >= self.cost:
            return False
        settled = settle(self.ground, self._rows, columns, self._effort, self._extra)
        if len(settled) < placed:
            settled = spots or {}
        real = self._real_cost(settled)
        if len(settled) < placed or (self.best and real >= self.cost):
            return False
        if real > self.cost:
            settled, real = self.spots, self.cost
        self.best, self.spots, self.cost = columns, settled, real
        return True

    def _real_cost(self, spots: dict[int, Spot]) -> int:
        """Return what a timetable costs: columns that were put together by hand may both count on one room."""
        extra = sum(self._extra(session, *spot) for session, spot in spots.items()) if self._extra else 0
        left = len(self.ground.sessions) - len(spots)
        return sum(self.ground.people_cost(spots)) + extra + left * self.left_price


def most_people(ground: Ground) -> int:
    """Return more people than any timetable can lose."""
    crowd = ground.crowd
    coming = (crowd.expect(each, people) for each, people in enumerate(crowd.wishers))
    return 1 + sum(crowd.wishers) + sum(coming)


def _dearest(ground: Ground, extra: Extra | None) -> int:
    """Return more than any timetable can cost."""
    if extra is None:
        return most_people(ground)
    spots = [(slot, room) for slot in range(len(ground.slots)) for room in range(len(ground.rooms))]
    return most_people(ground) + sum(
        max((extra(session, slot, room) for slot, room in spots), default=0) for session in range(len(ground.sessions))
    )
