"""The exact model over columns, and how their rooms and slots are settled where people lose nothing by it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from eventdesk.panels.timetable.columns import Column, Extra
from eventdesk.panels.timetable.ground import Ground, Spot
from eventdesk.panels.timetable.linear import Row, Rows
from eventdesk.panels.timetable.rules import Rules
from eventdesk.solving import Effort, solve, solved

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

_SETTLING = 3.0
"""Deterministic units for choosing between timetables that cost people the same."""
_NOT_WISHED = 100
_NOT_STEP_FREE = 4
_MOVED = 1


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice of columns: its cost, and a bound for the choices among the columns that were given."""

    columns: tuple[Column, ...]
    cost: int
    bound: float
    proven: bool


def choose(
    rows: Rows, columns: Sequence[Column], left_over: int, known: Sequence[Column], effort: Effort
) -> Iterator[Chosen]:
    """Yield better and better choices: each session once, no slot asked for too often; the last may be proven.

    Without columns, no choice is better than what is known.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in columns]
    left = [model.new_bool_var("") for _ in rows.once]
    members: dict[Row, list[cp_model.IntVar]] = {}
    for column, variable in zip(columns, chosen, strict=True):
        for row in (*(("once", each) for each in column.sessions), *rows.of(column)):
            members.setdefault(row, []).append(variable)
    for row, over in zip(rows.once, left, strict=True):
        model.add_exactly_one([*members.get(row, ()), over])
    for row, most in rows.most.items():
        there = members.get(row, [])
        if len(there) > most:
            model.add(sum(there) <= most)
    model.minimize(
        cp_model.LinearExpr.weighted_sum(
            [*chosen, *left], [*(column.cost for column in columns), *([left_over] * len(left))]
        )
    )
    start = set(known)
    placed = {each for column in start for each in column.sessions}
    for column, variable in zip(columns, chosen, strict=True):
        model.add_hint(variable, column in start)
    for session, over in enumerate(left):
        model.add_hint(over, session not in placed)
    for answer in solve(model, chosen, effort):
        if answer.values is not None:
            taken = tuple(column for column, value in zip(columns, answer.values, strict=True) if value)
            yield Chosen(taken, answer.objective, answer.bound, answer.last and answer.proven)
        elif answer.last:
            yield Chosen((), 0, answer.bound, answer.proven)


def settle(
    ground: Ground, rows: Rows, columns: Sequence[Column], effort: Effort, extra: Extra | None
) -> dict[int, Spot]:
    """Return slots and rooms for sets of sessions that turn as few people away as the columns say.

    Of several the best for wished slots and rooms, then for those who need step-free rooms, then what stays as it is.
    """
    from ortools.sat.python import cp_model

    rules = Rules(ground)
    model, goes = rules.model, rules.goes
    away: list[tuple[cp_model.IntVar, int]] = []
    nicer: list[tuple[cp_model.IntVar, int]] = []
    taken: dict[int, list[cp_model.IntVar]] = {}
    for column in columns:
        block = rows.blocks[column.block]
        slots = {
            session: [column.slots[at]] if column.slots else [
                slot for number, slot in enumerate(block.slots) if column.open >> number & 1
            ]
            for at, session in enumerate(column.sessions)
        }  # fmt: skip
        if not column.slots:
            at = {slot: model.new_bool_var("") for slot in slots[column.sessions[0]]}
            model.add_exactly_one(at.values())
            for slot, there in at.items():
                taken.setdefault(slot, []).append(there)
            for session in column.sessions:
                for slot, there in at.items():
                    options = [goes[session, slot, room] for room in ground.rooms_for[session][slot]]
                    model.add(sum(options) == there)
        placed = [(session, slots[session][0]) for session in column.sessions]
        _, demand = ground.crowd.look(placed, ground.overlaps if column.slots else _all_at_once(ground))
        for (session, slot, room), variable in goes.items():
            if session not in slots:
                continue
            if slot not in slots[session]:
                model.add(variable == 0)
                continue
            price = ground.turned_away(session, room, demand[session]) + (extra(session, slot, room) if extra else 0)
            away.append((variable, price))
            nicer.append((variable, _unkind(ground, session, slot, room)))
    for those in taken.values():
        # Two sets in one slot would lose what neither of them loses alone
        model.add_at_most_one(those)
    placed_sessions = {session for column in columns for session in column.sessions}
    for session, over in enumerate(rules.left):
        model.add(over == (session not in placed_sessions))

    model.minimize(_weighted(away))
    effort = replace(effort, most=_SETTLING)
    first = solved(solve(model, rules.variables, effort))
    if first.values is None:
        return {}
    model.add(_weighted(away) <= first.objective)
    model.minimize(_weighted(nicer))
    rules.hint(rules.spots(first.values))
    second = solved(solve(model, rules.variables, effort))
    return rules.spots(second.values if second.values is not None else first.values)


def _weighted(pairs: list[tuple["cp_model.IntVar", int]]) -> "cp_model.LinearExpr":
    from ortools.sat.python import cp_model

    return cp_model.LinearExpr.weighted_sum([each for each, _ in pairs], [price for _, price in pairs])


def _all_at_once(ground: Ground) -> list[frozenset[int]]:
    every = frozenset(range(len(ground.slots)))
    return [every] * len(ground.slots)


def _unkind(ground: Ground, session: int, slot: int, room: int) -> int:
    """Return how much less welcome a place is than others that cost people the same."""
    asked, time, where = ground.sessions[session], ground.slots[slot], ground.rooms[room]
    missed = (bool(asked.slot_wished) and time.ref not in asked.slot_wished) + (
        bool(asked.room_wished) and where.ref not in asked.room_wished
    )
    hindered = 0 if where.step_free else ground.problem.step_free_wishers.get(asked.id, 0)
    now_slot, now_room = ground.now(session)
    moved = (now_slot is not None and now_slot != slot) + (now_room is not None and now_room != room)
    return _NOT_WISHED * missed + _NOT_STEP_FREE * hindered + _MOVED * moved
