"""Who was at the event and when: what certificates, lists and figures are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from eventdesk.panels.session import SessionKind
from eventdesk.people.person import Origin, Status


@dataclass(frozen=True, slots=True)
class SessionThere:
    """One session as the clock at the venue shows it: `starts` and `ends` are empty while its time is open.

    `for_all`: everybody is meant, so that nobody needs a place. `places` people have one; `scanned` came through a door
    whose scans count for it, `counted` more were counted there without names. `seats` is None where there is no limit.
    """

    id: int
    title: str
    kind: SessionKind = SessionKind.PANEL
    starts: str = ""
    ends: str = ""
    room: str = ""
    seats: int | None = None
    for_all: bool = False
    places: int = 0
    scanned: int = 0
    counted: int = 0

    @property
    def people(self) -> int:
        """How many people were there, as far as anybody scanned or counted them."""
        return self.scanned + self.counted

    @property
    def minutes(self) -> int:
        """How long it is; 0 while its time is open."""
        return minutes_between(self.starts, self.ends) if self.starts and self.ends else 0


@dataclass(frozen=True, slots=True)
class DayThere:
    """One person's day in the house: local times as ISO text with minutes, `left` empty if nobody saw them leave.

    `minutes` are those in the house between the beginning and the end of the event's day; None where entrances tell
    nothing about it.
    """

    day: str
    came: str
    left: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Attended:
    """One person: who they are, the days they came, their minutes in each session that doors were scanned for.

    `ref` is their id in the list they came from, `code` their badge code. `expected` are the sessions that they have a
    place or a part in, by row ids.
    """

    id: int
    name: str
    list_name: str
    organisation: str = ""
    title: str = ""
    town: str = ""
    ref: str = ""
    code: str = ""
    sector: str = ""
    roles: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    status: Status = Status.REGISTERED
    origin: Origin = Origin.IMPORT
    days: tuple[DayThere, ...] = ()
    minutes: Mapping[int, int] = field(default_factory=dict)
    expected: frozenset[int] = frozenset()

    @property
    def came(self) -> bool:
        """Whether they were there at all."""
        return bool(self.days)


@dataclass(frozen=True)
class Attendance:
    """Everybody in the file, in no order, and all sessions in the order of time.

    `days` are the days of the event as ISO text, `at_entrances` says whether anybody was scanned there.
    """

    people: tuple[Attended, ...] = ()
    sessions: tuple[SessionThere, ...] = ()
    days: tuple[str, ...] = ()
    at_entrances: bool = False

    @cached_property
    def session_of(self) -> Mapping[int, SessionThere]:
        """The sessions by their row ids."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def at_doors(self) -> bool:
        """Whether anybody was scanned at the door of a room for a session."""
        return any(session.scanned for session in self.sessions)


def minutes_between(starts: str, ends: str) -> int:
    """Return the minutes from one ISO time to another of the same or a later day; 0 if the second is earlier."""
    length = datetime.fromisoformat(ends) - datetime.fromisoformat(starts)
    return max(0, int(length.total_seconds()) // 60)
