"""One line of the journal, and what one can ask the journal for."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eventdesk.codes import Op
from eventdesk.history.happening import Happening, Step
from eventdesk.store.entries import Entry


class State(StrEnum):
    """Which entries are wanted."""

    ALL = "all"
    UNDOABLE = "undoable"
    UNDONE = "undone"


class Standing(StrEnum):
    """Whether a whole action still holds."""

    HOLDS = "holds"
    PARTLY_UNDONE = "partly_undone"
    UNDONE = "undone"
    FACT = "fact"
    """It holds, and cannot be undone."""


SUMMED = frozenset({Op.IMPORT, Op.CREATE, Op.UNDO, Op.PRINT, Op.EDIT_PERSON})
"""Deeds of which one wants to know how many people they touched."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted of the journal. Empty: everything.

    `text` is looked for in names and labels, spelled as carefully as in the search for people. `since` and `until`
    (exclusive) are aware times.
    """

    ops: frozenset[Op] = frozenset()
    desk: str | None = None
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    state: State = State.ALL


@dataclass(frozen=True, slots=True)
class Figures:
    """What a whole did to people: how many it added, changed and removed."""

    people_added: int = 0
    people_changed: int = 0
    people_removed: int = 0


@dataclass(frozen=True, slots=True)
class Whole:
    """One line of the journal: a whole action.

    `place` orders the lines and is the cursor. `parts` is the number of its entries. `step` is the first thing it did.
    `of` is the first entry of the deed that an undo is about: it takes the deed back, or brings it back if `again`.
    `figures` is None where there is too much to sum up at once.
    """

    place: int
    entry: Entry
    standing: Standing
    parts: int
    step: Step | None
    of: Entry | None
    again: bool
    figures: Figures | None

    @property
    def large(self) -> bool:
        """Whether there is more to sum up than a list can do at once."""
        return self.figures is None and self.entry.op in SUMMED

    @property
    def takes_back(self) -> bool:
        """Whether this is an undo: undoing it does again what it took back."""
        return self.entry.op is Op.UNDO and not self.again

    @property
    def undoable(self) -> bool:
        """Whether `event.undo(entry.eid)` can be asked for."""
        return self.standing in {Standing.HOLDS, Standing.PARTLY_UNDONE}


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of the journal. `following` is the cursor of the next page, None at the end."""

    lines: tuple[Whole, ...]
    following: int | None


@dataclass(frozen=True, slots=True)
class PartPage:
    """What the entries of one whole did. `following` is where to go on, None at the end."""

    happenings: tuple[Happening, ...]
    following: int | None


@dataclass(frozen=True, slots=True)
class Summed:
    """How many of the entries of a whole are summed up."""

    done: int
    total: int
