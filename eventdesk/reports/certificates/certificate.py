"""Certificates of people: days, hours and sessions, by what was scanned or by the programme. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventdesk.people.person import Status
from eventdesk.reports.attendance.attended import Attendance, Attended, SessionThere, minutes_between
from eventdesk.reports.certificates.wording import Basis
from eventdesk.reports.choice import Choice

LEAST_MINUTES = 10
"""Who was in a session for less than this, or less than half of a shorter one, only looked in."""


@dataclass(frozen=True, slots=True)
class Attested:
    """One session on a certificate; `minutes` are None where no hours are told."""

    title: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is certified of one person. `days` are ISO text, `minutes` their time at the event; None: not told."""

    person: int
    name: str
    organisation: str = ""
    roles: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    minutes: int | None = None
    sessions: tuple[Attested, ...] = ()


def certificates(attendance: Attendance, basis: Basis, choice: Choice | None = None) -> tuple[Certificate, ...]:
    """Return the certificates of those who were there, in the order that `choice` wants.

    Where nobody was scanned on any day, the programme alone decides: then everybody who is registered is certified to
    have been there on all days, unless the hours are to come from scans.
    """
    scanned = any(person.came for person in attendance.people)
    wanted = (choice or Choice()).of(
        person
        for person in attendance.people
        if person.came or (not scanned and basis is not Basis.SCANS and person.status is Status.REGISTERED)
    )
    return tuple(_certificate(attendance, basis, person) for person in wanted)


def _certificate(attendance: Attendance, basis: Basis, person: Attended) -> Certificate:
    days = tuple(day.day for day in person.days) or attendance.days
    there: Sequence[tuple[SessionThere, int]]
    if basis is Basis.SCANS:
        there = [(each, person.minutes[each.id]) for each in attendance.sessions if _attended(person, each)]
        minutes = _in_house(person) or sum(spent for _, spent in there)
    elif basis is Basis.PROGRAMME:
        there = [(each, each.minutes) for each in attendance.sessions if _expected(person, each, days)]
        minutes = _together(each for each, _ in there)
    else:
        there = [(each, 0) for each in attendance.sessions if _attended(person, each)]
        minutes = 0
    told = basis is not Basis.NONE
    return Certificate(
        person=person.id,
        name=" ".join(part for part in (person.title, person.name) if part),
        organisation=person.organisation,
        roles=person.roles,
        days=days,
        minutes=minutes if told and minutes else None,
        sessions=tuple(Attested(each.title, spent if told else None) for each, spent in there),
    )


def _attended(person: Attended, session: SessionThere) -> bool:
    return person.minutes.get(session.id, 0) >= min(LEAST_MINUTES, max(session.minutes / 2, 1))


def _expected(person: Attended, session: SessionThere, days: Sequence[str]) -> bool:
    return session.starts[:10] in days and (session.for_all or session.id in person.expected)


def _in_house(person: Attended) -> int:
    return sum(day.minutes or 0 for day in person.days)


def _together(sessions: Iterable[SessionThere]) -> int:
    """Return the minutes in which any of these sessions is on: what overlaps counts once."""
    total, until = 0, ""
    for starts, ends in sorted((each.starts, each.ends) for each in sessions if each.minutes):
        if ends > until:
            total += minutes_between(max(starts, until), ends)
            until = ends
    return total
