"""One person's day at one place, put together from scans, and what it adds to the tallies. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from typing import NamedTuple

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.rules import local_day
from eventdesk.store import times

HOUSE = 0
EVERY_DAY = ""

INSIDE, ARRIVED, EXPECTED = range(3)
"""The figures of a tally, in the order in which it holds them."""


class Counted(NamedTuple):
    """A scan that counts: an accepted entry, or an exit. `at` is the text as the file keeps it."""

    scan: int
    person: int
    point: int
    is_entry: bool
    at: str


class Stay(NamedTuple):
    """One person, one place, one local day. `first_…` and `last_point` are about entries, `last_at` about any scan."""

    person: int
    place: int
    day: str
    inside: int
    entries: int
    first_at: str | None
    first_point: int | None
    last_at: str
    last_point: int | None


class Standing(NamedTuple):
    """How a person is counted: their roles as stored, and 1 if they are expected."""

    roles: str
    expected: int


UNKNOWN_PERSON = Standing("", 0)

Shares = Counter[tuple[str, int, str, int]]
"""How much of each tally (day, point, roles, which figure). First arrivals count once more, under `slot_key`."""

SLOT_MINUTES = 5
"""So many minutes have a tally of their own for the curve of arrivals."""


@dataclass(frozen=True)
class Basis:
    """What days and places are reckoned by: the event's zone and the kind of each point."""

    zone: tzinfo
    kinds: Mapping[int, str]

    def place(self, point: int) -> int:
        """Return the place that a point leads to."""
        return HOUSE if self.kinds.get(point) == PointKind.ENTRANCE else point


class Calendar:
    """Local days of stored times, each minute reckoned once: a day never ends inside a minute."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._days: dict[str, str] = {}

    def day(self, at: str) -> str:
        """Return the local ISO day of a stored time."""
        minute = at[:16]
        found = self._days.get(minute)
        if found is None:
            found = self._days[minute] = local_day(times.from_text(at), self._zone).isoformat()
        return found


def stays(scans: Iterable[Counted], basis: Basis, calendar: Calendar) -> dict[tuple[int, str], Stay]:
    """Return one person's stays by place and day. `scans` come in the order of their times, entries first."""
    found: dict[tuple[int, str], Stay] = {}
    for scan in scans:
        key = (basis.place(scan.point), calendar.day(scan.at))
        before = found.get(key) or Stay(scan.person, *key, 0, 0, None, None, "", None)
        if scan.is_entry:
            found[key] = before._replace(
                inside=1,
                entries=before.entries + 1,
                first_at=before.first_at or scan.at,
                first_point=before.first_point or scan.point,
                last_at=scan.at,
                last_point=scan.point,
            )
        else:
            found[key] = before._replace(inside=0, last_at=scan.at)
    return found


def shares(standing: Standing, found: Iterable[Stay]) -> Shares:
    """Return what one person adds to the tallies."""
    counted: Shares = Counter()
    if standing.expected:
        counted[EVERY_DAY, HOUSE, standing.roles, EXPECTED] += 1
    for stay in found:
        if stay.inside and stay.last_point is not None:
            counted[stay.day, stay.last_point, standing.roles, INSIDE] += 1
        if stay.first_point is not None:
            counted[stay.day, stay.first_point, standing.roles, ARRIVED] += 1
        if stay.place == HOUSE and stay.first_at is not None:
            counted[slot_key(stay.day, stay.first_at), HOUSE, "", ARRIVED] += 1
    return counted


def slot_key(day: str, at: str) -> str:
    """Return under which "day" first arrivals are tallied: the local day, then the UTC start of the five minutes."""
    return f"{day}/{at[:14]}{int(at[14:16]) // SLOT_MINUTES * SLOT_MINUTES:02}"
