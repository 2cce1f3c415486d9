"""One line of what a session or a table of the World Café found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FindingKind(StrEnum):
    """What found it."""

    SESSION = "session"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `owner` is the row id of the session or table, which may be gone since.

    `place` is the order of the lines of one owner, from 0; `author` whoever said or typed it, empty if that is not to
    be told; `at` is aware.
    """

    id: int
    kind: FindingKind
    owner: int
    place: int
    body: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Noted:
    """What is known now of one session or table. `eid` is None if nothing differed."""

    findings: tuple[Finding, ...]
    eid: str | None = None
