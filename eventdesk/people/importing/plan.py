"""What an import would do, worked out before anything is written: who is new, who changes and how, what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from eventdesk.codes import Fault, TableTrouble
from eventdesk.errors import KnownError
from eventdesk.people import records
from eventdesk.people.importing.crowd import Crowd, Folder, listed_crowd, stored_crowd
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.mapping import ColumnMapping, choose_sheet, propose
from eventdesk.people.importing.matching import Matches, lookalikes, match
from eventdesk.people.importing.merging import PlannedChange, merge
from eventdesk.people.importing.presets import Preset
from eventdesk.people.importing.records import Stored
from eventdesk.people.importing.rows import read_people
from eventdesk.people.importing.snapshot import Snapshot, take_snapshot
from eventdesk.people.person import Person
from eventdesk.store.access import Reader
from eventdesk.tables.pause import collector_held_back
from eventdesk.tables.problems import Expectation, Remark, TableProblem, TableRemark
from eventdesk.tables.table import Tables

PREVIEW_ROWS = 20
MOST_LOOKALIKES = 500


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """A new person whose name somebody else has as well: shown, never merged.

    `other` has the id 0 if they stand in the same list, in line `other_line`; else the line is 0.
    """

    line: int
    person: Person
    other: Person
    other_line: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. Counts are of rows: read = added + changed + unchanged + repeated + rejected.

    `new_rows` are the rows of `drafts` that become people. `problems` are all wrong cells: `refusals` those of rows
    that are rejected, `omissions` those without which a person is taken all the same. `seen` is the latest journal
    entry that the plan knows of.
    """

    tables: Tables
    mapping: ColumnMapping
    drafts: Drafts
    new_rows: Sequence[int]
    changes: Sequence[PlannedChange]
    unchanged: int
    repeated: int
    rejected: int
    problems: Sequence[TableProblem]
    refusals: Sequence[TableProblem]
    omissions: Sequence[TableProblem]
    remarks: Sequence[TableRemark]
    possible_duplicates: Sequence[PossibleDuplicate]
    seen: str

    @property
    def read(self) -> int:
        """How many rows stand for people."""
        return len(self.drafts) - len(self.drafts.things)

    @property
    def added(self) -> int:
        """How many people are new."""
        return len(self.new_rows)

    @property
    def changed(self) -> int:
        """How many people in the file would change."""
        return len(self.changes)

    @property
    def preset(self) -> Preset:
        """Where the list comes from."""
        return self.mapping.preset

    @property
    def encoding(self) -> str:
        """How the letters of a text file were read."""
        return self.tables.encoding

    @property
    def delimiter(self) -> str:
        """What separates the columns of a text file."""
        return self.tables.delimiter

    @property
    def preview(self) -> tuple[Person, ...]:
        """The first people of the list as they were understood, without ids."""
        people = (row for row in range(len(self.drafts)) if row not in self.drafts.things)
        return tuple(self.drafts.person(row) for row, _ in zip(people, range(PREVIEW_ROWS), strict=False))


def plan_import(
    reader: Reader, tables: Tables, preset: Preset = Preset.AUTO, mapping: ColumnMapping | None = None
) -> ImportPlan:
    """Work out what importing a list would do. Raises KnownError if no column holds names."""
    with collector_held_back():
        return _planned(take_snapshot(reader), tables, preset, mapping)


def plan_against(
    snapshot: Snapshot, tables: Tables, preset: Preset = Preset.AUTO, mapping: ColumnMapping | None = None
) -> ImportPlan:
    """Work out the same without a connection: in another thread. Raises KnownError if no column holds names."""
    with collector_held_back():
        return _planned(snapshot, tables, preset, mapping)


def _planned(snapshot: Snapshot, tables: Tables, preset: Preset, mapping: ColumnMapping | None) -> ImportPlan:
    table = choose_sheet(tables, preset)
    chosen = mapping or propose(table.header, preset)
    if not chosen.has_names:
        details = {"path": tables.file, "trouble": TableTrouble.NO_NAMES.value, "columns": ", ".join(table.header)}
        raise KnownError(Fault.BAD_TABLE, **details)
    drafts = read_people(table, chosen)
    fold = Folder()
    listed, in_file = listed_crowd(drafts, fold), stored_crowd(snapshot.people, snapshot.former, fold)
    stored = _people_of(in_file, snapshot)
    unread = {who for who, had in snapshot.extras.items() if not drafts.readable.keys().isdisjoint(had)}
    matches = match(drafts, listed, in_file, unread)
    clashes = [_clash(drafts, row, first) for row, first in matches.clashes.items()]
    rejected = drafts.rejected | matches.clashes.keys()
    known = {row: stored[at] for row, at in matches.known.items() if row not in rejected}
    changes = merge(snapshot, drafts, known)
    new_rows = _new_rows(drafts, matches, rejected)
    problems = sorted((*drafts.problems, *clashes), key=attrgetter("line"))
    lines = {drafts.table.lines[row] for row in rejected}
    return ImportPlan(
        tables=tables,
        mapping=chosen,
        drafts=drafts,
        new_rows=new_rows,
        changes=changes,
        unchanged=len(known) - len(changes),
        repeated=len(matches.repeats.keys() - rejected),
        rejected=len(rejected),
        problems=problems,
        refusals=[each for each in problems if each.line in lines],
        omissions=[each for each in problems if each.line not in lines],
        remarks=sorted(
            (*drafts.table.remarks, *drafts.remarks, *_remarks(tables, drafts, matches, stored)), key=attrgetter("line")
        ),
        possible_duplicates=_possible_duplicates(drafts, new_rows, (listed, in_file), stored),
        seen=snapshot.seen,
    )


def _people_of(in_file: Crowd, snapshot: Snapshot) -> Sequence[Stored]:
    """Return by place in the crowd who in the file that is now."""
    if not snapshot.former:
        return snapshot.people
    now = {row[0]: row for row in snapshot.people}
    return [now[who] for who in in_file.who]


def _new_rows(drafts: Drafts, matches: Matches, rejected: frozenset[int] | set[int]) -> Sequence[int]:
    others = rejected | matches.known.keys() | matches.repeats.keys() | drafts.things
    return range(len(drafts)) if not others else [row for row in range(len(drafts)) if row not in others]


def _clash(drafts: Drafts, row: int, first: int) -> TableProblem:
    table, foreign = drafts.table, drafts.column("foreign_id")[row]
    column = next((name for name, cell in zip(table.header, table.rows[row], strict=True) if cell == foreign), "id")
    return TableProblem(table.file, table.lines[row], column, foreign, Expectation.UNIQUE, (str(table.lines[first]),))


def _remarks(tables: Tables, drafts: Drafts, matches: Matches, stored: Sequence[Stored]) -> list[TableRemark]:
    table, found = drafts.table, []
    for row, first in matches.repeats.items():
        told = (drafts.person(row).name, Remark.PERSON_TWICE, (str(table.lines[first]),))
        found.append(TableRemark(table.file, table.lines[row], "", *told))
    for row, at in matches.passed_on.items():
        told = (drafts.column("foreign_id")[row], Remark.ID_PASSED_ON, (records.person_of(stored[at], {}).name,))
        found.append(TableRemark(table.file, table.lines[row], "", *told))
    if len(tables.sheets) > 1:
        others = ", ".join(sheet.name for sheet in tables.sheets if sheet is not table)
        found.append(TableRemark(table.file, 0, "", others, Remark.OTHER_SHEETS))
    return found


def _possible_duplicates(
    drafts: Drafts, new_rows: Sequence[int], crowds: tuple[Crowd, Crowd], stored: Sequence[Stored]
) -> list[PossibleDuplicate]:
    listed, in_file = crowds
    found = []
    for row, earlier, at in lookalikes(new_rows, listed, in_file, MOST_LOOKALIKES):
        other = drafts.person(earlier) if earlier is not None else records.person_of(stored[at or 0], {})
        line = 0 if earlier is None else drafts.table.lines[earlier]
        found.append(PossibleDuplicate(drafts.table.lines[row], drafts.person(row), other, line))
    return found
