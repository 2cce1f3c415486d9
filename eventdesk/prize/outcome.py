"""What became of a deed of the audience prize: the answers of `actions` and `actions_ballots`."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eventdesk.prize.ballot import Channel
from eventdesk.prize.count import Count
from eventdesk.prize.poll import Poll, PollEntry, PollState


class PollTrouble(StrEnum):
    """Why something cannot be done with a poll."""

    GONE = "gone"
    NO_TITLE = "no_title"
    LONG_TITLE = "long_title"
    NO_ENTRY_NAME = "no_entry_name"
    LONG_ENTRY_NAME = "long_entry_name"
    BAD_ENTRY_NUMBER = "bad_entry_number"
    NUMBER_TWICE = "number_twice"
    EXHIBITOR_TWICE = "exhibitor_twice"
    TOO_FEW_ENTRIES = "too_few_entries"
    NOT_PREPARING = "not_preparing"
    HAS_BALLOTS = "has_ballots"
    NO_BALLOTS = "no_ballots"
    BAD_NUMBER = "bad_number"
    NO_SUCH_ENTRY = "no_such_entry"
    BALLOTS_ISSUED = "ballots_issued"
    NOT_OPEN = "not_open"
    NOT_CLOSED = "not_closed"
    NO_TIE = "no_tie"
    RUN_OFF_EXISTS = "run_off_exists"


@dataclass(frozen=True, slots=True)
class PollDone:
    """The poll as it is now. `eid` is None if nothing differed."""

    poll: Poll
    eid: str | None = None


@dataclass(frozen=True, slots=True)
class PollRemoved:
    """The poll that is gone, with all its ballots."""

    poll: Poll
    eid: str


@dataclass(frozen=True, slots=True)
class BallotsMade:
    """New ballots, by their row ids in ascending order."""

    poll: Poll
    ballots: tuple[int, ...]
    eid: str


@dataclass(frozen=True, slots=True)
class PollClosed:
    """The poll is closed, and this is its count."""

    count: Count
    eid: str


@dataclass(frozen=True, slots=True)
class NotDone:
    """Nothing was changed, for this reason; `about` is the name, number or title that it is about."""

    trouble: PollTrouble
    about: str = ""


# ---- handing out


@dataclass(frozen=True, slots=True)
class Issued:
    """A ballot is to be handed out: from the packet of `packet`, which it cannot be cast for, or (None) from any pile.

    `again`: in place of a void one. `issued` counts all that were handed out by now.
    """

    person: int
    packet: PollEntry | None
    again: bool
    issued: int
    eid: str


@dataclass(frozen=True, slots=True)
class AlreadyIssued:
    """This person got a ballot before, at `at`."""

    person: int
    at: datetime


@dataclass(frozen=True, slots=True)
class NotCheckedIn:
    """This person has not been checked in, or is not coming."""

    person: int


@dataclass(frozen=True, slots=True)
class NeverIssued:
    """This person got no ballot yet, which another could replace."""

    person: int


@dataclass(frozen=True, slots=True)
class NoBallots:
    """All ballots are handed out; with a `packet`, none were made for those who belong to this entry's stand."""

    packet: PollEntry | None


@dataclass(frozen=True, slots=True)
class WrongState:
    """The poll cannot take part in this; None: there is none of this id."""

    state: PollState | None


# ---- ballots


@dataclass(frozen=True, slots=True)
class Voided:
    """A ballot counts no more."""

    eid: str


@dataclass(frozen=True, slots=True)
class Usable:
    """This ballot can be cast, but for `barred`, if that is an entry."""

    barred: PollEntry | None


@dataclass(frozen=True, slots=True)
class Cast:
    """A vote is in the urn. For what, is not said again."""

    channel: Channel


@dataclass(frozen=True, slots=True)
class UsedAlready:
    """This ballot was cast before."""


@dataclass(frozen=True, slots=True)
class VoidAlready:
    """This ballot was made void."""


@dataclass(frozen=True, slots=True)
class UnknownBallot:
    """No ballot of this poll has this code. `misread`: sixteen digits with a wrong one among them."""

    misread: bool = False


@dataclass(frozen=True, slots=True)
class OtherPoll:
    """This ballot belongs to another poll."""

    poll: Poll


@dataclass(frozen=True, slots=True)
class StubOnly:
    """This is the code of a stub, with which nobody can vote."""


@dataclass(frozen=True, slots=True)
class NoSuchEntry:
    """There is nothing of this number to vote for."""


@dataclass(frozen=True, slots=True)
class Barred:
    """This ballot cannot be cast for this entry, which is the voter's own."""

    entry: PollEntry


IssueAnswer = Issued | AlreadyIssued | NotCheckedIn | NoBallots | WrongState
ReplaceAnswer = (
    Issued | NotCheckedIn | NeverIssued | NoBallots | UsedAlready | VoidAlready | UnknownBallot | OtherPoll | WrongState
)
VoidAnswer = Voided | UsedAlready | VoidAlready | UnknownBallot | OtherPoll | WrongState
CheckAnswer = Usable | UsedAlready | VoidAlready | UnknownBallot | OtherPoll | StubOnly | WrongState
CastAnswer = Cast | UsedAlready | VoidAlready | UnknownBallot | OtherPoll | StubOnly | NoSuchEntry | Barred | WrongState
