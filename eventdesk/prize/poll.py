"""A poll: what can be voted for, and by which rules."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_TITLE = 120
"""So many letters the title of a poll has at most."""
LONGEST_NAME = 200
"""So many letters the name of what can be voted for has at most."""


class PollState(StrEnum):
    """How far a poll is. A closed one stays closed."""

    PREPARING = "preparing"
    OPEN = "open"
    CLOSED = "closed"


class TieRule(StrEnum):
    """What decides if several entries have the most votes."""

    RUN_OFF = "run_off"
    DRAW = "draw"


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What is to be voted for, before it is written. `exhibitor` is a row id; None for a project without a stand."""

    name: str
    exhibitor: int | None = None
    number: int | None = None
    """The number to vote with; None: the next free one."""


@dataclass(frozen=True, slots=True)
class PollEntry:
    """What can be voted for, by its number, which stands on the ballot and on the notice."""

    id: int
    number: int
    name: str
    exhibitor: int | None = None


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll. `entries` by their numbers; `seed` is drawn when it opens and decides by lot after a tie.

    `own_barred`: nobody votes for the stand they belong to. `run_off_of` is the poll whose tie this one decides.
    """

    id: int
    title: str
    state: PollState = PollState.PREPARING
    own_barred: bool = True
    tie: TieRule = TieRule.DRAW
    seed: int | None = None
    run_off_of: int | None = None
    opened: datetime | None = None
    closed: datetime | None = None
    entries: tuple[PollEntry, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether votes can be cast."""
        return self.state is PollState.OPEN

    def entry(self, entry_id: int | None) -> PollEntry | None:
        """Return the entry with this row id."""
        return next((entry for entry in self.entries if entry.id == entry_id), None)

    def numbered(self, number: int) -> PollEntry | None:
        """Return the entry with this number."""
        return next((entry for entry in self.entries if entry.number == number), None)

    def entry_of(self, exhibitor: int | None) -> PollEntry | None:
        """Return the entry of an exhibitor, by the exhibitor's row id."""
        return next((entry for entry in self.entries if exhibitor is not None and entry.exhibitor == exhibitor), None)
