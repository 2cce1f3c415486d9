"""Who was in which session, and for how long: put together from the scans at doors. Pure.

A stay begins with an entry and ends with the exit that is known: at the door, by coming into another room, by leaving
the house. It counts for the session that the person came for, and for later ones in the same room only if they are
expected there: who is not seen leaving has not stayed for everything that follows. Minutes are those between the start
and the end of the session.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate, groupby
from zoneinfo import ZoneInfo

from eventdesk.panels.doors.door import Sitting, opened_at
from eventdesk.store import times

Points = tuple[int, ...]
Pass = tuple[int, int, bool, str]
"""Person, point (0: the house), whether they went in, and when (UTC text)."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """One session: the minutes of each person who was scanned, and how many more were `counted` at the most."""

    minutes: Mapping[int, int] = field(default_factory=dict)
    counted: int = 0

    @property
    def people(self) -> int:
        """How many people were there."""
        return len(self.minutes) + self.counted


@dataclass(frozen=True, slots=True)
class _Stay:
    """One person in one room, in local times; `until` None: nobody saw them leave."""

    room: Points
    since: datetime
    until: datetime | None


def attendances(
    rooms: Sequence[tuple[Points, Sequence[Sitting]]],
    passes: Iterable[Pass],
    expected: Mapping[int, frozenset[int]],
    counted: Mapping[int, Sequence[int]],
    zone: ZoneInfo,
) -> dict[int, Attendance]:
    """Return the attendance of every session by its id.

    `rooms` are the points that are the doors of each, and its sessions; `passes` come person by person and by their
    times, exits first; `expected` says who has a place or a part in a session; `counted` holds the changes that were
    counted without names, in their order.
    """
    sittings = dict(rooms)
    behind = {point: points for points in sittings for point in points}
    seconds: dict[int, dict[int, float]] = {each.session: {} for _, found in rooms for each in found}
    for person, own in groupby(passes, key=lambda each: each[0]):
        for stay in _stays(own, behind, zone):
            for sitting in _attended(stay, sittings[stay.room], person, expected):
                of_session = seconds[sitting.session]
                of_session[person] = of_session.get(person, 0.0) + _overlap(stay, sitting)
    return {
        session: Attendance(
            minutes={person: round(spent / 60) for person, spent in of_session.items()},
            counted=max(accumulate(counted.get(session, ()), initial=0)),
        )
        for session, of_session in seconds.items()
    }


def _stays(passes: Iterable[Pass], behind: Mapping[int, Points], zone: ZoneInfo) -> list[_Stay]:
    """Return the stays of one person: nobody is in two rooms at once."""
    found: list[_Stay] = []
    for _, point, inwards, at in passes:
        moment = times.from_text(at).astimezone(zone).replace(tzinfo=None)
        last = found[-1] if found else None
        if last is not None and last.until is None and (inwards or point == 0 or behind[point] == last.room):
            found[-1] = _Stay(last.room, last.since, moment)
        if inwards:
            found.append(_Stay(behind[point], moment, None))
    return found


def _attended(
    stay: _Stay, sittings: Sequence[Sitting], person: int, expected: Mapping[int, frozenset[int]]
) -> list[Sitting]:
    opened = opened_at(sittings, stay.since)
    came_for = opened.sitting.session if opened is not None else 0
    end = stay.until or datetime.combine(stay.since.date() + timedelta(days=1), datetime.min.time())
    return [
        each
        for each in sittings
        if each.session == came_for
        or (stay.since < each.ends and each.starts < end and person in expected.get(each.session, ()))
    ]


def _overlap(stay: _Stay, sitting: Sitting) -> float:
    """Return the seconds of a session that somebody was there."""
    until = sitting.ends if stay.until is None else min(stay.until, sitting.ends)
    return max(0.0, (until - max(stay.since, sitting.starts)).total_seconds())
