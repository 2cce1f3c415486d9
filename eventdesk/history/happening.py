"""What happened, as data: fields before and after, rows that were made, changed or removed, and who did it when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eventdesk.checkin.scan import Direction
from eventdesk.codes import Op, Outcome
from eventdesk.store.entries import Entry


class StepKind(StrEnum):
    """What an entry did to a row."""

    MADE = "made"
    CHANGED = "changed"
    REMOVED = "removed"
    SEEN = "seen"
    """It was looked at, or written to a file."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as the file keeps it; empty where there was or is nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ScanFacts:
    """What a scan said. `at` is the time of the scan, `point` the name of the point, empty if it is gone."""

    outcome: Outcome
    direction: Direction
    forced: bool
    at: datetime
    point: str
    code: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one entry did to one row. `name` is what the row is called: a person's name, a point's.

    `fields` are those that differ. Extra fields of a person count as theirs (table "person", field "extra:NAME").
    `scan` is set for rows of the table "scan".
    """

    table: str
    row: int
    kind: StepKind
    name: str
    fields: tuple[FieldChange, ...] = ()
    scan: ScanFacts | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry of the journal, with what it did. For an undo, `of` is the entry that was taken back.

    `again`: that was itself an undo, so that the deed holds again.
    """

    entry: Entry
    steps: tuple[Step, ...]
    of: Entry | None = None
    again: bool = False

    @property
    def op(self) -> Op:
        """What kind of deed it was."""
        return self.entry.op

    @property
    def undoable(self) -> bool:
        """Whether `event.undo(entry.eid)` makes sense: it takes back the whole that the entry is part of."""
        return self.entry.op.undoable and not self.entry.undone


Image = Mapping[str, int | str | None]
