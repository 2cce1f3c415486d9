"""The rules of check-in as one pure function: what a scan means, given who, where, when and what came before.

The order of the tests is fixed, so that every desk gives the same answer. Going in:

0. the badge: replaced_badge, if the person got another one since
1. the person's status: cancelled, pending, waiting; already_in, if they were admitted all the same and are inside
2. the point's roles: wrong_point
3. the day: wrong_day, if the person or the point names days and today is none of them
4. the scans before, by the point's rule: already_in
5. the capacity: full, unless the person is inside anyway
6. accepted

Going out, only the badge and the scans before count: replaced_badge, left, or not_inside. Who is inside may always
leave, with their own badge.
A forced scan passes every test, and says which one it overruled; it is marked as forced only then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import assert_never

from eventdesk.checkin.point import Point, Rule
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Outcome
from eventdesk.people.person import Person, Status


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for. `forced`: an organiser takes it on themselves. `replaced`: the badge was, by another one."""

    direction: Direction = Direction.IN
    forced: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier scan that counts: an entry that was accepted, or any exit. `at` is the time of the scan."""

    at: datetime
    direction: Direction
    point: str = ""
    desk: str = ""
    scan: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome. `first` is the scan that stands in the way, `overruled` what a forced scan would have been."""

    outcome: Outcome
    first: Past | None = None
    overruled: Outcome | None = None

    @property
    def forced(self) -> bool:
        """Whether it is only like this because an organiser said so."""
        return self.overruled is not None


_STATUS_OUTCOMES = {
    Status.CANCELLED: Outcome.CANCELLED,
    Status.PENDING: Outcome.PENDING,
    Status.WAITING: Outcome.WAITING,
}


def local_day(moment: datetime, zone: tzinfo) -> date:
    """Return the day of an aware moment in the event's zone; it ends at local midnight."""
    return moment.astimezone(zone).date()


def decide(
    request: Request,
    person: Person | None,
    point: Point,
    history: Sequence[Past],
    now: datetime,
    zone: tzinfo,
    inside_count: int,
) -> Decision:
    """Decide about one scan at time `now`.

    `history` holds the person's scans that count at this point (at an entrance: at all entrances), in any order: the
    last one is the one with the latest scan time, however late it was handed in; of two at the same time it is the one
    that comes later in `history`. `inside_count` is the number of people inside; it matters only at a point with a
    capacity.
    """
    if person is None:
        return Decision(Outcome.UNKNOWN_CODE)
    scans = sorted(history, key=lambda past: past.at)
    match request.direction:
        case Direction.OUT:
            decision = _leave(scans)
            passed = Outcome.LEFT
        case Direction.IN:
            decision = _enter(person, point, scans, now, zone, inside_count)
            passed = Outcome.ACCEPTED
        case _:
            assert_never(request.direction)
    if request.replaced:
        decision = Decision(Outcome.REPLACED_BADGE)
    if request.forced and decision.outcome is not passed:
        return Decision(passed, decision.first, overruled=decision.outcome)
    return decision


def _leave(scans: Sequence[Past]) -> Decision:
    if scans and scans[-1].direction is Direction.IN:
        return Decision(Outcome.LEFT)
    return Decision(Outcome.NOT_INSIDE, scans[-1] if scans else None)


def _enter(
    person: Person, point: Point, scans: Sequence[Past], now: datetime, zone: tzinfo, inside_count: int
) -> Decision:
    today = local_day(now, zone)
    todays = [past for past in scans if local_day(past.at, zone) == today]
    blocking = _blocking(point.rule, scans, todays)
    is_inside = bool(todays) and todays[-1].direction is Direction.IN
    if person.status in _STATUS_OUTCOMES:
        admitted = blocking if is_inside else None
        return Decision(Outcome.ALREADY_IN, admitted) if admitted else Decision(_STATUS_OUTCOMES[person.status])
    if point.roles and not _folded(point.roles) & _folded(person.roles):
        return Decision(Outcome.WRONG_POINT)
    if any(days and today.isoformat() not in days for days in (person.days, point.days)):
        return Decision(Outcome.WRONG_DAY)
    if blocking is not None:
        return Decision(Outcome.ALREADY_IN, blocking)
    if point.capacity is not None and inside_count >= point.capacity and not is_inside:
        return Decision(Outcome.FULL)
    return Decision(Outcome.ACCEPTED)


def _blocking(rule: Rule, scans: Sequence[Past], todays: Sequence[Past]) -> Past | None:
    """Return the entry that a person has used up: the first one that the rule counts."""
    match rule:
        case Rule.ALWAYS:
            return None
        case Rule.ONCE:
            return _first_entry(scans)
        case Rule.ONCE_A_DAY:
            return _first_entry(todays)
        case Rule.AFTER_EXIT:
            return _first_entry(_since_last_exit(todays))
        case _:
            assert_never(rule)


def _first_entry(scans: Sequence[Past]) -> Past | None:
    return next((past for past in scans if past.direction is Direction.IN), None)


def _since_last_exit(scans: Sequence[Past]) -> Sequence[Past]:
    exits = [place for place, past in enumerate(scans) if past.direction is Direction.OUT]
    return scans[exits[-1] + 1 :] if exits else scans


def _folded(roles: Sequence[str]) -> set[str]:
    return {role.casefold() for role in roles}
