"""A timetable at once: one that keeps the rules, then better ones by moving and swapping sessions."""

from collections.abc import Callable, Mapping, Sequence

from eventdesk.panels.timetable.columns import Column, Extra, Finder
from eventdesk.panels.timetable.ground import Ground, Spot
from eventdesk.panels.timetable.rules import Rules
from eventdesk.solving import Effort, solve, solved

_FIRST = 5.0
"""Deterministic units for finding out how many sessions fit at all."""
_BEYOND = 1 << 60

Slots = dict[int, int]


def first_spots(ground: Ground, effort: Effort, left_price: int, extra: Extra | None) -> dict[int, Spot]:
    """Return slots and rooms of as many sessions as can be, most as they are now; people are not counted yet."""
    from ortools.sat.python import cp_model

    rules = Rules(ground)
    prices = {
        goes: 2 * (extra(*spot) if extra else 0) * len(rules.left) + _moves(ground, *spot)
        for spot, goes in rules.goes.items()
    }
    dear = [2 * left_price * len(rules.left)] * len(rules.left)
    rules.model.minimize(cp_model.LinearExpr.weighted_sum([*rules.left, *prices], [*dear, *prices.values()]))
    rules.hint(_as_now(ground))
    last = solved(solve(rules.model, rules.variables, Effort(effort.seed, effort.budget, effort.stopped, _FIRST)))
    return {} if last.values is None else rules.spots(last.values)


def _moves(ground: Ground, session: int, slot: int, room: int) -> int:
    """Return how much of what is settled a place would change: slot, room, both or nothing."""
    now_slot, now_room = ground.now(session)
    return (now_slot not in {None, slot}) + (now_room not in {None, room})


def _as_now(ground: Ground) -> dict[int, Spot]:
    found = {}
    for session in range(len(ground.sessions)):
        slot, room = ground.now(session)
        if slot is not None and room is not None:
            found[session] = slot, room
    return found


class Improving:
    """A timetable by slots only: every moment finds its best rooms by itself."""

    def __init__(self, ground: Ground, finders: Sequence[Finder], slots: Mapping[int, int]) -> None:
        """Begin with a timetable that keeps the rules."""
        self._ground, self._finders, self.slots = ground, finders, dict(slots)
        self._finder = {slot: finder for finder in finders for slot in finder.block.slots}
        self._groups = {
            slot: finder.block.slots if finder.block.tangled else (slot,)
            for finder in finders
            for slot in finder.block.slots
        }

    @property
    def columns(self) -> list[Column]:
        """The timetable in columns; of several the cheapest each."""
        groups = sorted({self._groups[slot] for slot in self.slots.values()})
        return [column for group in groups if (column := self._column(group, self.slots)) is not None]

    def run(self, left_over: int, over: Callable[[], bool]) -> None:
        """Move and swap sessions, and place those left over, until nothing more gets better."""
        better = True
        while better and not over():
            better = False
            for session in range(len(self._ground.sessions)):
                for change in self._changes(session):
                    if self._saves(change, left_over) > 0:
                        self.slots.update(change)
                        better = True
                if over():
                    return

    def alternatives(self, session: int) -> list[tuple[int, dict[int, int]]]:
        """Return what it would cost to have a session in another slot, alone or in exchange with one other."""
        found = [(-self._saves(change, 0), change) for change in self._changes(session, everybody=True)]
        return [(cost, change) for cost, change in found if cost < _BEYOND // 2]

    def _changes(self, session: int, *, everybody: bool = False) -> list[dict[int, int]]:
        here = self.slots.get(session)
        rooms_for = self._ground.rooms_for
        moves = [
            {session: slot} for slot in range(len(self._ground.slots)) if slot != here and rooms_for[session][slot]
        ]
        if here is None:
            return moves
        return moves + [
            {session: there, other: here}
            for other, there in self.slots.items()
            if (other > session or everybody) and there != here and rooms_for[session][there] and rooms_for[other][here]
        ]

    def _saves(self, change: dict[int, int], left_over: int) -> int:
        if any(self.slots.get(session) == slot for session, slot in change.items()):
            return -_BEYOND
        then = {**self.slots, **change}
        if any(
            first in then and second in then and then[first] in self._ground.too_early[then[second]]
            for first, second in self._ground.orders
        ):
            return -_BEYOND
        hit = {
            self._groups[slot]
            for slot in (*change.values(), *(self.slots[each] for each in change if each in self.slots))
        }
        before = sum(self._cost(group, self.slots) for group in hit)
        placed = len(then) - len(self.slots)
        return before + placed * left_over - sum(self._cost(group, then) for group in hit)

    def _cost(self, group: tuple[int, ...], slots: Slots) -> int:
        column = self._column(group, slots)
        if column is not None:
            return column.cost
        return 0 if not any(slot in group for slot in slots.values()) else _BEYOND

    def _column(self, group: tuple[int, ...], slots: Slots) -> Column | None:
        finder = self._finder[group[0]]
        told = finder.block.tangled or len(finder.block.slots) == 1
        placed = [(session, slot if told else -1) for session, slot in slots.items() if slot in group]
        if not placed or any(not self._ground.rooms_for[session][slots[session]] for session, _ in placed):
            return None
        return min(finder.column(placed), key=lambda each: (each.cost, each.rooms), default=None)
