"""How few people lose at least: the linear relaxation over all columns, which are made as their prices ask for them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from eventdesk.panels.timetable.columns import Block, Column, Wanted
from eventdesk.panels.timetable.ground import Ground
from eventdesk.solving import Budget, beside

if TYPE_CHECKING:
    from ortools.linear_solver import pywraplp

_WORK_PER_TURN = 1.2e-8
"""Deterministic units for one turn of the simplex and one row (measured)."""


Row = tuple[object, ...]
"""A name: ("once", session), ("open", block, mask), ("order", session, session, slot), ("use", room, slot, slot)."""


class Rows:
    """The rows of the model and what a column has in them: said once, for the relaxation and for the exact model."""

    def __init__(self, ground: Ground, blocks: Sequence[Block]) -> None:
        """Collect the rows."""
        self.ground, self.blocks = ground, blocks
        self.once: list[Row] = [("once", session) for session in range(len(ground.sessions))]
        self.most: dict[Row, int] = {
            ("open", block.number, mask): 1 if block.tangled else mask.bit_count()
            for block in blocks
            for mask in block.masks
        }
        for first, second in ground.orders:
            for slot in range(len(ground.slots)):
                self.most["order", first, second, slot] = 1
        for room, pairs in ground.tight.items():
            for one, other in pairs:
                self.most["use", room, one, other] = 1
        self._of_item: dict[tuple[int, int], list[Row]] = {}
        for first, second in ground.orders:
            for slot in range(len(ground.slots)):
                self._of_item.setdefault((second, slot), []).append(("order", first, second, slot))
                for early in ground.too_early[slot]:
                    self._of_item.setdefault((first, early), []).append(("order", first, second, slot))
        self._of_use: dict[tuple[int, int], list[Row]] = {}
        for room, pairs in ground.tight.items():
            for pair in pairs:
                for slot in pair:
                    self._of_use.setdefault((slot, room), []).append(("use", room, *pair))

    def of(self, column: Column) -> list[Row]:
        """Return the rows that a column stands in, but for `once`; some of them twice."""
        block = self.blocks[column.block]
        found: list[Row] = [("open", block.number, mask) for mask in block.masks if not column.open & ~mask]
        for item in zip(column.sessions, column.slots, strict=False):
            found += self._of_item.get(item, ())
        for use in column.uses:
            found += self._of_use.get(use, ())
        return found

    def wanted(self, duals: dict[Row, float]) -> Wanted:
        """Return what is paid for a column, by the prices of the rows."""
        opens: dict[tuple[int, int], float] = {}

        def profit(session: int, slot: int) -> float:
            return duals["once", session] + sum(duals[row] for row in self._of_item.get((session, slot), ()))

        def open_price(block: int, together: int) -> float:
            if (block, together) not in opens:
                masks = self.blocks[block].masks
                opens[block, together] = -sum(duals["open", block, mask] for mask in masks if not together & ~mask)
            return opens[block, together]

        def use_price(slot: int, room: int) -> float:
            return -sum(duals[row] for row in self._of_use.get((slot, room), ()))

        return Wanted(profit, open_price, use_price)


class Relaxation:
    """The relaxation with the columns so far."""

    def __init__(self, rows: Rows, left_over: int) -> None:
        """Make the rows; `left_over` is the price of a session without a place."""
        from ortools.linear_solver import pywraplp

        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._infinity = self._solver.infinity()
        self._objective = self._solver.Objective()
        self._objective.SetMinimization()
        self._rows = rows
        self._row: dict[Row, pywraplp.Constraint] = {each: self._solver.Constraint(1, 1) for each in rows.once}
        self._row |= {each: self._solver.Constraint(-self._infinity, most) for each, most in rows.most.items()}
        for each in rows.once:
            self._add(left_over, [each])
        self._columns: set[Column] = set()

    @property
    def columns(self) -> set[Column]:
        """The columns so far."""
        return self._columns

    def add(self, column: Column) -> None:
        """Add a column, unless it is known."""
        if column not in self._columns:
            self._columns.add(column)
            self._add(column.cost, [*(("once", each) for each in column.sessions), *self._rows.of(column)])

    def solve(self, budget: Budget, stopped: Callable[[], bool]) -> tuple[float, dict[Row, float]] | None:
        """Return the value and the prices of the rows; None if somebody stopped it."""
        from ortools.linear_solver import pywraplp

        status = beside(self._solver.Solve, self._solver.InterruptSolve, stopped)
        budget.spend(self._solver.iterations() * self._solver.NumConstraints() * _WORK_PER_TURN)
        if status != pywraplp.Solver.OPTIMAL:
            return None
        return self._objective.Value(), {each: row.dual_value() for each, row in self._row.items()}

    def _add(self, cost: int, rows: Sequence[Row]) -> "pywraplp.Variable":
        variable = self._solver.NumVar(0, self._infinity, "")
        self._objective.SetCoefficient(variable, cost)
        for row in dict.fromkeys(rows):
            self._row[row].SetCoefficient(variable, rows.count(row))
        return variable
