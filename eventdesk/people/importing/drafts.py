"""People as a list has them, held column by column until they are compared with those in the file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from eventdesk.people import records
from eventdesk.people.importing.presets import Preset
from eventdesk.people.person import Person
from eventdesk.store.access import Value
from eventdesk.tables.problems import TableProblem, TableRemark
from eventdesk.tables.table import Table


@dataclass(frozen=True, slots=True)
class Drafts:
    """People as a list has them, not yet compared with anybody.

    `columns` holds, by column of the table `person` and only as far as the list has it, one stored text for each row.
    `rejected` rows cannot be taken, `things` are rows that are no people. Both count from 0 like everything here.
    `readable` are the columns whose cells were left out where they could not be read, by name and position.
    """

    table: Table
    preset: Preset
    columns: Mapping[str, Sequence[str]]
    extras: Sequence[Mapping[str, str]]
    problems: tuple[TableProblem, ...]
    remarks: tuple[TableRemark, ...]
    rejected: frozenset[int]
    things: frozenset[int]
    readable: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.table.rows)

    def column(self, name: str) -> Sequence[str]:
        """Return one text for each row, empty ones if the list has no such column."""
        found = self.columns.get(name)
        return [""] * len(self) if found is None else found

    def fields_beyond(self, row: int) -> Mapping[str, str]:
        """Return the fields of one row that have no column of their own."""
        return self.extras[row] if self.extras else {}

    def read_now(self, row: int) -> Iterator[str]:
        """Yield the names of columns whose cell was read in this row, so that none is left of a former wrong one."""
        for name, at in self.readable.items():
            if self.table.rows[row][at] and name not in self.fields_beyond(row):
                yield name

    def stored(self, rows: Sequence[int], ids: Iterable[int], codes: Iterable[str]) -> Iterator[tuple[Value, ...]]:
        """Return these rows as the table `person` holds them; `codes` go to those that bring none."""
        everything = len(rows) == len(self)
        columns: list[Iterable[Value]] = []
        for name in records.COLUMNS[1:]:
            cells_of = self.columns.get(name)
            if cells_of is None:
                columns.append(repeat(records.DEFAULTS[name]))
            else:
                columns.append(cells_of if everything else [cells_of[row] for row in rows])
        at = records.COLUMNS.index("code") - 1
        if "code" in self.columns:
            fresh = iter(codes)
            columns[at] = [code or next(fresh) for code in columns[at]]
        else:
            columns[at] = codes
        return zip(ids, *columns, strict=False)

    def person(self, row: int) -> Person:
        """Return one row as a person without an id."""
        (stored,) = self.stored([row], [0], [""])
        return records.person_of(stored, dict(self.fields_beyond(row)))
