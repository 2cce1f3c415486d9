"""Where an import stands, as data: its step, what is under way, and what came of it."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path

from eventdesk.event import Undone, UndoRefused, UndoStopped
from eventdesk.people.importing import Written


class Step(IntEnum):
    """The steps of the page, from left to right."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    DONE = 3


class Deed(StrEnum):
    """What is under way."""

    READING = "reading"
    COMPARING = "comparing"
    WRITING = "writing"
    TAKING_BACK = "taking_back"


class End(StrEnum):
    """How the writing ended."""

    WHOLE = "whole"
    STOPPED = "stopped"  # by a person
    UNDONE = "undone"  # it was taken back meanwhile
    OUTDATED = "outdated"  # so much changed that the list has to be compared anew
    FAILED = "failed"  # the disk is full, say


@dataclass(frozen=True)
class Asked:
    """Which file is to be read, and how; what is empty is found out."""

    path: Path
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of an import: what was planned of which file, how much of it is written, what an undo said."""

    file: str
    added: int
    changed: int
    rejected: int
    written: Written
    end: End
    undo: Undone | UndoRefused | UndoStopped | None = None

    @property
    def eid(self) -> str | None:
        """What an undo takes back, None if nothing was written."""
        return self.written.eid

    @property
    def taken_back(self) -> bool:
        """Whether nothing of it is in the file any more."""
        return self.end is End.UNDONE or isinstance(self.undo, Undone)

    @property
    def may_undo(self) -> bool:
        """Whether there is something to take back."""
        return self.eid is not None and not self.taken_back


@dataclass(frozen=True)
class ChangedField:
    """One field of a person: what stands in the file, what the list says. Extra fields go by their own name."""

    name: str
    before: str
    after: str
    extra: bool = False
