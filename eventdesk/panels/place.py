"""Places of people in sessions, waiting lists, and how places were given out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Places = Mapping[int, Mapping[int, int]]
"""Row ids of sessions by person, and by slot."""


class How(StrEnum):
    """How somebody came to a place; only a drawn one may go to somebody else when places are given out anew."""

    CONFIRMED = "confirmed"
    DRAWN = "drawn"


class Way(StrEnum):
    """In which way places were given out to all."""

    LEXIMIN = "leximin"
    RANK_MAXIMAL = "rank_maximal"
    REGISTRATION = "registration"
    LOTTERY = "lottery"


@dataclass(frozen=True, slots=True)
class Place:
    """One person has a place in one session; row ids."""

    id: int
    person: int
    session: int
    how: How = How.DRAWN


@dataclass(frozen=True, slots=True)
class Waiting:
    """One person waits for a place in one session, since `at`, which is aware."""

    id: int
    person: int
    session: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DrawFacts:
    """How places were given out. `protocol` can be written as JSON and holds no names: people go by their codes."""

    way: Way
    seed: int
    protocol: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Draw:
    """One time that places were given out; `at` is aware."""

    id: int
    at: datetime
    desk: str
    facts: DrawFacts
