"""The list of people in an event folder: read by the plain import, checked against the folder's other tables."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from eventdesk.codes import Fault, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.fields import Field
from eventdesk.people.importing.mapping import propose
from eventdesk.people.importing.presets import Preset
from eventdesk.people.importing.rows import read_people
from eventdesk.people.records import split
from eventdesk.tables.problems import Expectation, TableProblem
from eventdesk.tables.references import Ids
from eventdesk.tables.table import Table


def read(table: Table) -> Drafts:
    """Read the list of people. Raises KnownError if no column holds names."""
    mapping = propose(table.header, Preset.PLAIN)
    if not mapping.has_names:
        trouble = {"trouble": TableTrouble.NO_NAMES.value, "columns": ", ".join(table.header)}
        raise KnownError(Fault.BAD_TABLE, path=table.file, **trouble)
    return read_people(table, mapping)


def check(drafts: Drafts, ids: Mapping[str, Ids]) -> list[TableProblem]:
    """Return what is wrong in the list: wrong cells, ids that are taken, exhibitors and wishes that nobody knows."""
    return [
        *drafts.problems,
        *_taken(drafts),
        *_unknown(drafts, Field.EXHIBITOR, "exhibitor", ids["exhibitors"]),
        *_unknown(drafts, Field.WISHES, "wishes", ids["sessions"]),
    ]


def without(drafts: Drafts, problems: list[TableProblem]) -> Drafts:
    """Return the list without the rows that have a problem."""
    table = drafts.table
    bad = {problem.line for problem in problems}
    kept = [at for at, line in enumerate(table.lines) if line not in bad]
    return read(replace(table, rows=[table.rows[at] for at in kept], lines=[table.lines[at] for at in kept]))


def _taken(drafts: Drafts) -> Iterator[TableProblem]:
    first: dict[str, int] = {}
    for row, ref in enumerate(drafts.column("foreign_id")):
        if ref and first.setdefault(ref, row) != row:
            yield _wrong(drafts, row, Field.FOREIGN_ID, Expectation.UNIQUE, str(drafts.table.lines[first[ref]]))


def _unknown(drafts: Drafts, field: Field, column: str, ids: Ids) -> Iterator[TableProblem]:
    if not ids.there or not ids.readable:
        return
    for row, cell in enumerate(drafts.column(column)):
        refs = split(cell) if field is Field.WISHES else filter(None, (cell,))
        unknown = ", ".join(ref for ref in refs if ref not in ids.rows)
        if unknown:
            yield replace(_wrong(drafts, row, field, Expectation.KNOWN_ID, ids.file), value=unknown)


def _wrong(drafts: Drafts, row: int, field: Field, expected: Expectation, arg: str) -> TableProblem:
    table = drafts.table
    places = propose(table.header, Preset.PLAIN).positions(table.header)[field]
    at = next((place for place in places if table.rows[row][place]), places[0])
    return TableProblem(table.file, table.lines[row], table.header[at], table.rows[row][at], expected, (arg,))
