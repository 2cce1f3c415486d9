"""Ballots: a secret code to vote with, and a stub with a code of its own that the voter keeps."""

from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """How a ballot was cast."""

    KIOSK = "kiosk"
    SCAN = "scan"
    PAPER = "paper"


class VoidReason(StrEnum):
    """Why a ballot does not count any more."""

    LOST = "lost"
    SPOILED = "spoiled"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot as it is printed. `barred` is the row id of the entry that it cannot be cast for."""

    id: int
    poll: int
    code: str
    stub: str
    void: bool = False
    barred: int | None = None
    reason: VoidReason | None = None


@dataclass(frozen=True, slots=True)
class Packet:
    """Ballots that are handed out to the same people: `barred` None to anybody, else to those of this entry's stand.

    `made` counts all of them, `void` those that do not count any more.
    """

    barred: int | None
    made: int
    void: int = 0
