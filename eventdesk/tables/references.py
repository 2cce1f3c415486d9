"""Ids that rows of one table use for rows of another, checked while the rows are read."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from eventdesk.tables import cells
from eventdesk.tables.problems import Expectation
from eventdesk.tables.table import Record

_LOOKS_LIKE_AN_ID = re.compile(r".*\d.*")


@dataclass(frozen=True, slots=True)
class Target:
    """A row that others may refer to: its new row id, and how it was read."""

    id: int
    record: Record


@dataclass(slots=True)
class Ids:
    """The ids of one table.

    `file` is what a person is pointed to; `there` says whether there is such a table, `readable` whether its rows
    could be read.
    """

    file: str
    rows: dict[str, Target] = field(default_factory=dict)
    there: bool = True
    readable: bool = True

    def add(self, record: Record, column: str, row_id: int) -> str:
        """Take the id of one row, which must not be empty or taken; returns it."""
        ref = record.required(column)
        if not ref:
            return ""
        earlier = self.rows.get(ref)
        if earlier is not None:
            record.wrong(column, Expectation.UNIQUE, str(earlier.record.line))
        else:
            self.rows[ref] = Target(row_id, record)
        return ref


class References:
    """Finds what a cell refers to and notes every id that nobody has.

    What is kept as a row id must be there; what is kept as text is checked only against a table that is there. With
    `good_only` a row that is itself wrong is as good as missing, so that nothing hangs on a row that is left out.
    """

    def __init__(self, tables: Mapping[str, Ids], people: Collection[str], *, good_only: bool) -> None:
        """`tables` by name; `people` are the ids of the list of people."""
        self._tables = tables
        self._people = people
        self._good_only = good_only

    def row_id(self, record: Record, field: str, table: str) -> int | None:
        """Return the id of the row that the cell refers to; None for an empty cell or an id that nobody has."""
        ref = record.text(field)
        if not ref:
            return None
        ids = self._tables[table]
        target = ids.rows.get(ref)
        if target is not None and not (self._good_only and not target.record.good):
            return target.id
        if ids.readable or self._good_only:
            record.wrong(field, Expectation.KNOWN_ID, ids.file)
        return None

    def ref(self, record: Record, field: str, table: str) -> str:
        """Return the id in the cell, which must be one of `table` if there is such a table, or ""."""
        ref = record.text(field)
        if ref:
            self._must_be_known(record, field, table, (ref,))
        return ref

    def refs(self, record: Record, field: str, table: str) -> tuple[str, ...]:
        """Return the ids in the cell, each of which must be one of `table` if there is such a table."""
        found = _listed(record.text(field), self._tables[table].rows)
        self._must_be_known(record, field, table, found)
        return found

    def people(self, record: Record, field: str) -> tuple[str, ...]:
        """Return the ids of people in the cell; whoever is not on the list is kept as written: "Dr. Oksana Groß"."""
        return _listed(record.text(field), self._people)

    def _must_be_known(self, record: Record, field: str, table: str, refs: tuple[str, ...]) -> None:
        ids = self._tables[table]
        if ids.there and ids.readable and not all(ref in ids.rows for ref in refs):
            record.wrong(field, Expectation.KNOWN_ID, ids.file)


def _listed(cell: str, known: Collection[str]) -> tuple[str, ...]:
    """Split at commas, and at blanks only where that gives ids: a name or an id with a blank in it stays whole."""
    found: dict[str, None] = {}
    for item in cells.items(cell):
        words = item.split()
        whole = item in known or not all(word in known or _LOOKS_LIKE_AN_ID.match(word) for word in words)
        found.update(dict.fromkeys([item] if whole else words))
    return tuple(found)
