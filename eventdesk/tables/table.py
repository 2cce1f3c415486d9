"""A table as it was read: text cells, line numbers, and its rows by field with all errors collected."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from eventdesk.tables import cells, headers
from eventdesk.tables.cells import Choices, Code
from eventdesk.tables.problems import CellError, Expectation, TableProblem, TableRemark

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet or file. Every row is as long as the header; blank rows are left out.

    `lines` holds each row's line number, counted from 1 as an editor or a spreadsheet shows it. `remarks` are about
    this sheet alone.
    """

    file: str
    name: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    header_line: int = 1
    remarks: tuple[TableRemark, ...] = ()

    def records(self, aliases: Mapping[str, Iterable[str]], problems: list[TableProblem]) -> Iterator["Record"]:
        """Yield the rows by field. Headers match the field's name or an alias; what is wrong goes to `problems`."""
        matched = headers.match(self.header, aliases)
        written = {field: self.header[at] for field, at in matched.fields.items()}
        for line, row in zip(self.lines, self.rows, strict=True):
            values = {field: row[at] for field, at in matched.fields.items()}
            extra = {name: row[at] for at, name in matched.others.items() if row[at]}
            yield Record(self.file, line, values, written, extra, problems)


@dataclass(frozen=True, slots=True)
class Tables:
    """What one file holds: one table of a text file, or the sheets of a workbook.

    `encoding` and `delimiter` say how a text file was read; both are empty for a workbook.
    """

    file: str
    sheets: tuple[Table, ...]
    encoding: str = ""
    delimiter: str = ""
    remarks: tuple[TableRemark, ...] = ()

    @property
    def first(self) -> Table:
        """The first sheet that has a header; every file that could be read has one."""
        return self.sheets[0]

    def sheet(self, name: str) -> Table | None:
        """Return the sheet of this name, compared like a header."""
        return next((each for each in self.sheets if headers.normal(each.name) == headers.normal(name)), None)


class Record:
    """One row by field name. A cell that cannot be read is noted in the list of problems and gives the default.

    A column that the table lacks gives the default without a problem, unless the field is required.
    """

    def __init__(
        self,
        file: str,
        line: int,
        values: Mapping[str, str],
        written: Mapping[str, str],
        extra: Mapping[str, str],
        problems: list[TableProblem],
    ) -> None:
        """`values` by field, `written` the header of each field as the table spells it."""
        self.file = file
        self.line = line
        self.extra = extra
        self.good = True
        self._values = values
        self._written = written
        self._problems = problems

    def has(self, field: str) -> bool:
        """Whether the row has anything in this field."""
        return bool(self._values.get(field, "").strip())

    def text(self, field: str, default: str = "") -> str:
        """Return the text, or `default` if there is none."""
        return self._values.get(field, "").strip() or default

    def required(self, field: str) -> str:
        """Return the text, which must not be empty."""
        return self._parsed(field, "", cells.required, even_if_empty=True)

    def whole(self, field: str, default: int, low: int | None = None, high: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        return self._parsed(field, default, lambda cell: cells.whole_number(cell, low, high))

    def millimetres(self, field: str, default: int, low: int | None = None) -> int:
        """Return metres as millimetres."""
        return self._parsed(field, default, lambda cell: cells.millimetres(cell, low))

    def yes(self, field: str, *, default: bool = False) -> bool:
        """Return whether the cell says yes."""
        return self._parsed(field, default, cells.yes_no)

    def choice(self, field: str, choices: Choices[Code], default: Code) -> Code:
        """Return the code that the cell names."""
        return self._parsed(field, default, lambda cell: cells.choice(cell, choices))

    def ids(self, field: str) -> tuple[str, ...]:
        """Return ids separated by commas or blanks."""
        return cells.ids(self._values.get(field, ""))

    def items(self, field: str) -> tuple[str, ...]:
        """Return the items of a list separated by commas."""
        return cells.items(self._values.get(field, ""))

    def day(self, field: str) -> date | None:
        """Return a day, or None if there is none."""
        return self._parsed(field, None, cells.day)

    def moment(self, field: str) -> datetime | None:
        """Return a moment, or None if there is none; without a time zone unless the cell has one."""
        return self._parsed(field, None, cells.moment)

    def email(self, field: str) -> str:
        """Return an e-mail address."""
        return self._parsed(field, "", cells.email)

    def wrong(self, field: str, expected: Expectation, *args: str) -> None:
        """Note that the cell of `field` is wrong, by a rule that only the caller knows."""
        self.good = False
        value, column = self._values.get(field, ""), self._written.get(field, field)
        self._problems.append(TableProblem(self.file, self.line, column, value, expected, args))

    def _parsed(
        self, field: str, default: Value, parse: Callable[[str], Value], *, even_if_empty: bool = False
    ) -> Value:
        if not even_if_empty and not self.has(field):
            return default
        try:
            return parse(self._values.get(field, ""))
        except CellError as error:
            self.wrong(field, error.expected, *error.wanted)
            return default
