"""Imports a list of people: reads the file, works out what to do, and does it as one step that one undo takes back."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from eventdesk.codes import Op
from eventdesk.event import Event, Transaction
from eventdesk.people import records
from eventdesk.people.actions import free_codes
from eventdesk.people.importing.drafts import Drafts
from eventdesk.people.importing.mapping import ColumnMapping
from eventdesk.people.importing.merging import PlannedChange
from eventdesk.people.importing.plan import ImportPlan, PossibleDuplicate, plan_import
from eventdesk.people.importing.presets import Preset
from eventdesk.store.access import WHOLE, Share, Value, new_id, new_ids
from eventdesk.tables import sentences
from eventdesk.tables.pause import collector_held_back
from eventdesk.tables.problems import as_json
from eventdesk.tables.reading import read_tables
from eventdesk.words import Words

_REPORTS, _REPORTED_ROWS = 20, 1000
"""So often a long list tells how far it is, and after how many rows at the least."""


class ImportStep(StrEnum):
    """What an import is doing."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"


Progress = Callable[[ImportStep, float], None]
"""Told how far a step is, from 0 to 1. What it raises stops the import; then nothing was changed."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did. `done` is False for a dry run, and if wrong cells kept everything back.

    `eid` is the journal entry that an undo takes, None if nothing was written. The counts of a dry run are what it
    would do; those of an import that was kept back are 0.
    """

    plan: ImportPlan
    done: bool
    dry_run: bool
    eid: str | None

    @property
    def kept_back(self) -> bool:
        """Whether wrong cells kept everything back."""
        return not self.done and not self.dry_run

    def as_json(self, words: Words | None = None) -> dict[str, Any]:
        """Return the keys of the command line's JSON. With `words` what was expected is told as a sentence."""
        plan, counted = self.plan, not self.kept_back
        return {
            "read": plan.read,
            "added": plan.added if counted else 0,
            "changed": plan.changed if counted else 0,
            "unchanged": plan.unchanged,
            "repeated": plan.repeated,
            "rejected": plan.rejected,
            "errors": [
                as_json(each, sentences.expectation(words, each.expected, each.args) if words else each.expected.value)
                for each in plan.problems
            ],
            "remarks": [
                {"line": each.line, "about": each.about.value, "column": each.column, "value": each.value}
                for each in plan.remarks
            ],
            "preset": plan.preset.value,
            "encoding": plan.encoding,
            "delimiter": plan.delimiter,
            "possible_duplicates": [_duplicate(each) for each in plan.possible_duplicates],
            "dry_run": self.dry_run,
            "entry": self.eid,
        }


def import_people(  # noqa: PLR0913 - each is a choice of the person who imports
    event: Event,
    path: Path,
    *,
    preset: Preset = Preset.AUTO,
    mapping: ColumnMapping | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    good_rows: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportResult:
    """Import a list of people from a file. With wrong cells nothing is written, unless `good_rows` are wanted.

    Raises KnownError as read_tables does, or with NO_NAMES if no column holds names.
    """
    tell = progress or _silent
    with collector_held_back():
        tell(ImportStep.READING, 0.0)
        tables = read_tables(path, encoding=encoding, delimiter=delimiter)
        tell(ImportStep.COMPARING, 0.0)
        plan = plan_import(event.db, tables, Preset(preset), mapping)
        if dry_run:
            return ImportResult(plan, done=False, dry_run=True, eid=None)
        return apply_import(event, plan, good_rows=good_rows, progress=tell)


def apply_import(
    event: Event, plan: ImportPlan, *, good_rows: bool = False, progress: Progress | None = None
) -> ImportResult:
    """Do what was planned, as one step. If the file changed since, the plan is worked out anew before."""
    if records.latest_entry(event.db) != plan.seen:
        plan = plan_import(event.db, plan.tables, mapping=plan.mapping)
    if plan.problems and not good_rows:
        return ImportResult(plan, done=False, dry_run=False, eid=None)
    if not plan.new_rows and not plan.changes:
        return ImportResult(plan, done=True, dry_run=False, eid=None)
    label = plan.tables.file
    with collector_held_back(), event.transact(Op.IMPORT, label) as tx:
        insert_people(tx, plan.drafts, plan.new_rows, progress or _silent)
        change_people(tx, label, plan.changes)
        eid = tx.root
    for _ in event.tidy_in_steps():
        pass
    return ImportResult(plan, done=True, dry_run=False, eid=eid)


def insert_people(
    tx: Transaction, drafts: Drafts, rows: Sequence[int], progress: Progress | None = None, share: Share = WHOLE
) -> list[int]:
    """Insert these rows as new people with their extra fields; returns the ids in the same order.

    Ids and badge codes are drawn from a share of all.
    """
    tell = progress or _silent
    ids = new_ids(len(rows), share)
    people = drafts.stored(rows, ids, free_codes(tx, len(rows), share))
    at_once = max(_REPORTED_ROWS, len(rows) // _REPORTS)
    for start in range(0, len(rows), at_once):
        tell(ImportStep.WRITING, start / len(rows))
        tx.insert_many("person", records.COLUMNS, islice(people, at_once))
    if drafts.extras:
        tx.insert_many("extra", records.EXTRA_COLUMNS, _extra_rows(drafts, rows, ids))
    return ids


def change_people(tx: Transaction, label: str, changes: Iterable[PlannedChange]) -> None:
    """Write planned changes, one entry for each person: where two desks meet, a clash over one costs no other."""
    for change in changes:
        tx.next_entry(Op.IMPORT, label)
        if change.columns:
            tx.update("person", change.person_id, change.columns)
        records.set_extras(tx, change.person_id, change.extras)


def _extra_rows(drafts: Drafts, rows: Iterable[int], ids: Iterable[int]) -> Iterator[tuple[Value, ...]]:
    for row, owner in zip(rows, ids, strict=True):
        for name, value in drafts.fields_beyond(row).items():
            yield (new_id(), records.EXTRA_KIND, owner, name, value)


def _duplicate(found: PossibleDuplicate) -> dict[str, Any]:
    return {
        "line": found.line,
        "name": found.person.name,
        "organisation": found.person.organisation,
        "same_as": {
            "id": found.other.id or None,
            "line": found.other_line or None,
            "name": found.other.name,
            "organisation": found.other.organisation,
        },
    }


def _silent(_step: ImportStep, _fraction: float) -> None:
    """Tell nobody."""
