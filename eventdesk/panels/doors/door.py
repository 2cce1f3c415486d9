"""Which session a door belongs to at a moment, and for whom seats are kept. Pure.

A session's door opens half an hour before it begins, but while the one before it in the room is still on only in the
last ten minutes of that. Times are what the clock at the venue shows, without a time zone.

Seats are kept, in this order:

- until fifteen minutes after the start for those who have a place and are not in yet,
- until five minutes later for those who wait, the first of the list first: what nobody came for is theirs,
- from then on for nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

OPENS_BEFORE = timedelta(minutes=30)
OVERLAP = timedelta(minutes=10)
"""In the last ten minutes of a session people who come are coming for the next one."""
KEPT_FOR = timedelta(minutes=15)
"""So long after the start a place is kept for the person who has it."""
WAITING_FIRST = timedelta(minutes=5)
"""So long what became free then is kept for those who wait."""
NEARLY_FULL = 0.9


@dataclass(frozen=True, slots=True)
class Sitting:
    """A session that has a room and a time; `capacity` in people, None if there is no limit."""

    session: int
    title: str
    starts: datetime
    ends: datetime
    capacity: int | None = None

    @property
    def kept_until(self) -> datetime:
        """When the places of those who did not come are free."""
        return self.starts + KEPT_FOR

    @property
    def waiting_until(self) -> datetime:
        """When those who wait do not go first any more."""
        return self.kept_until + WAITING_FIRST


@dataclass(frozen=True, slots=True)
class Opened:
    """What a door leads to now, and since when."""

    sitting: Sitting
    since: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """On what ground somebody comes: with a place, with a part in the session, or with a number in the waiting list.

    The number counts those who wait and are not in, from 1; 0: not on the list.
    """

    place: bool = False
    part: bool = False
    number: int = 0

    @property
    def expected(self) -> bool:
        """Whether a seat is theirs."""
        return self.place or self.part


@dataclass(frozen=True, slots=True)
class Crowd:
    """People `inside`; how many of those who have a place (`missing`), and of those who wait, are not."""

    inside: int = 0
    missing: int = 0
    waiting: int = 0


def openings(sittings: Iterable[Sitting]) -> tuple[Opened, ...]:
    """Return since when people come for each session of one room, in the order in which they begin."""
    found: list[Opened] = []
    before: datetime | None = None
    for sitting in sorted(sittings, key=lambda each: (each.starts, each.ends, each.session)):
        since = sitting.starts - OPENS_BEFORE
        if before is not None and before <= sitting.starts:
            since = max(since, before - OVERLAP)
        found.append(Opened(sitting, since))
        before = sitting.ends if before is None else max(before, sitting.ends)
    return tuple(found)


def opened_of(known: Sequence[Opened], now: datetime) -> Opened | None:
    """Return which of the `openings` of a room's door it leads to at `now`; None between sessions."""
    return next((each for each in reversed(known) if each.since <= now < each.sitting.ends), None)


def opened_at(sittings: Iterable[Sitting], now: datetime) -> Opened | None:
    """Return what a room's door leads to at `now`; None between sessions. `sittings` are those of one room."""
    return opened_of(openings(sittings), now)


def kept_before(claim: Claim, crowd: Crowd, sitting: Sitting, now: datetime) -> int:
    """Return how many seats are kept for others, so that somebody with this claim may not have them."""
    if claim.expected:
        return 0
    missing = crowd.missing if now < sitting.kept_until else 0
    ahead = claim.number - 1 if claim.number else crowd.waiting
    return missing + (ahead if now < sitting.waiting_until else 0)


def free_at(claim: Claim, crowd: Crowd, sitting: Sitting, now: datetime) -> datetime | None:
    """Return when kept seats become free for somebody who is not let in; None if none is kept, or none would do."""
    if sitting.capacity is None or crowd.inside >= sitting.capacity:
        return None
    for moment in (sitting.kept_until, sitting.waiting_until):
        if now < moment and crowd.inside + kept_before(claim, crowd, sitting, moment) < sitting.capacity:
            return moment
    return None


def is_nearly_full(inside: int, capacity: int | None) -> bool:
    """Say whether it is time to warn: nine of ten seats are taken."""
    return capacity is not None and inside >= capacity * NEARLY_FULL
