"""The columns of a list by what they mean; what is wrong in them is collected.

A wrong cell costs nobody their place: the person comes in without it, and what stood there is kept as an extra field
under the column's name. Only a row without any name, or one that contradicts another, is refused.
"""

from collections.abc import Callable

from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.mapping import ColumnMapping
from eventdesk.tables.cleaning import one_line
from eventdesk.tables.problems import CellError, Expectation, Remark, TableProblem, TableRemark
from eventdesk.tables.table import Table


class Columns:
    """One table through one mapping. Rows are counted from 0; `rejected` holds those that cannot be taken.

    `left_out` has, by row and the name of the column, the wrong cells of the others.
    """

    def __init__(self, table: Table, mapping: ColumnMapping) -> None:
        self.table = table
        self.problems: list[TableProblem] = []
        self.remarks: list[TableRemark] = []
        self.rejected: set[int] = set()
        self.left_out: dict[int, dict[str, str]] = {}
        self._places = mapping.positions(table.header)

    def has(self, field: Field) -> bool:
        """Whether the list has a column for this."""
        return field in self._places

    def places(self, field: Field) -> list[int]:
        """Return the positions of the columns for this, the preferred one first."""
        return self._places.get(field, [])

    def raw(self, field: Field) -> list[str]:
        """Return the cells of a field as they stand; of several columns the first that is filled counts."""
        places, rows = self.places(field), self.table.rows
        if not places:
            return [""] * len(rows)
        first, *others = places
        if not others:
            return [row[first] for row in rows]
        return [next((row[at] for at in places if row[at]), "") for row in rows]

    def text(self, field: Field) -> list[str]:
        """Return the cells of a field, each as one line."""
        raw = self.raw(field)
        whole = "|".join(raw)
        return raw if whole.isprintable() and "  " not in whole else list(map(one_line, raw))

    def read(
        self, field: Field, convert: Callable[[str], str], instead: Callable[[str], str] | None = None
    ) -> list[str]:
        """Return the cells of a field as `convert` makes them of each different one.

        Those for which it raises a CellError are left out; in their place stands what `instead` makes of them, if any.
        """
        raw = self.raw(field)
        found: dict[str, str] = {}
        errors: dict[str, CellError] = {}
        for cell in set(raw):
            try:
                found[cell] = convert(cell)
            except CellError as error:
                found[cell] = instead(cell) if instead is not None else ""
                errors[cell] = error
        for row, cell in enumerate(raw) if errors else ():
            if cell in errors:
                self.leave_out(row, field, errors[cell].expected, *errors[cell].wanted)
        return [found[cell] for cell in raw]

    def refuse(self, row: int, field: Field, expected: Expectation, *args: str) -> None:
        """Note that the cell of `field` makes the row unusable."""
        self._note(row, field, expected, args)
        self.rejected.add(row)

    def leave_out(self, row: int, field: Field, expected: Expectation, *args: str) -> None:
        """Note that the cell of `field` is wrong; the row is taken without it."""
        problem = self._note(row, field, expected, args)
        if problem.value:
            self.left_out.setdefault(row, {})[problem.column] = problem.value

    def _note(self, row: int, field: Field, expected: Expectation, args: tuple[str, ...]) -> TableProblem:
        column, value = self._cell(row, field)
        problem = TableProblem(self.table.file, self.table.lines[row], column, value, expected, args)
        self.problems.append(problem)
        return problem

    def remark(self, row: int, field: Field, about: Remark, value: str, *args: str) -> None:
        """Note something about the cell of `field`."""
        column, _value = self._cell(row, field)
        self.remarks.append(TableRemark(self.table.file, self.table.lines[row], column, value, about, args))

    def _cell(self, row: int, field: Field) -> tuple[str, str]:
        places = self.places(field)
        filled = next((at for at in places if self.table.rows[row][at]), next(iter(places), None))
        if filled is None:
            return field.value, ""
        return self.table.header[filled], self.table.rows[row][filled]
