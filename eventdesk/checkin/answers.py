"""Puts a verdict together from what was decided, what was recorded, and what is known about the person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from eventdesk.checkin import records
from eventdesk.checkin.point import Point
from eventdesk.checkin.presence import group_size
from eventdesk.checkin.rules import Decision
from eventdesk.checkin.scan import Direction, Scan
from eventdesk.checkin.seating import AtDoor
from eventdesk.checkin.verdict import (
    Accepted,
    AlreadyIn,
    FirstScan,
    Group,
    Left,
    Note,
    NotInside,
    Refused,
    UnknownCode,
    Verdict,
)
from eventdesk.codes import Outcome
from eventdesk.event import Event
from eventdesk.people.person import Person

Where = Callable[[Person], Sequence[str]]
"""Tells where a person goes today: stand, sessions, table."""

_WITH_BADGE = frozenset({Outcome.ACCEPTED, Outcome.ALREADY_IN})
"""Who is let in gets their badge; whoever holds a lost one is not told where the new one lies."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One scan that was decided: about whom, by which decision, who else has the same code, what a room's door knew."""

    scan: Scan
    point: Point
    person: Person | None
    decision: Decision
    notes: tuple[Note, ...] = ()
    others: tuple[Person, ...] = ()
    repeated: bool = False
    door: AtDoor | None = None


def verdict_on(event: Event, decided: Decided, where: Where | None) -> Verdict:
    """Return the verdict. Reads the group as it is now, so call it after the commit."""
    scan, person, decision = decided.scan, decided.person, decided.decision
    past = decision.first
    first = FirstScan(past.at, past.point, past.desk) if past else None
    group = _group(event, decided)
    common: dict[str, Any] = {
        "eid": scan.eid,
        "at": scan.at,
        "point": decided.point,
        "desk": scan.desk,
        "scanned": scan.code,
        "direction": scan.direction,
        "overruled": decision.overruled,
        "forced": scan.forced,
        "notes": _notes(decided, group),
        "candidates": decided.others,
        "group": group,
        "repeated": decided.repeated,
        "door": decided.door,
    }
    if person is None:
        return UnknownCode(**common)
    common |= {"person": person, "where": tuple(where(person)) if where else ()}
    if decision.outcome in _WITH_BADGE:
        waiting = records.waiting_badge(event.db, person.id, scan.at)
        common |= {"box": waiting.box, "box_number": waiting.number} if waiting is not None else {}
    match decision.outcome:
        case Outcome.ACCEPTED:
            return Accepted(**common)
        case Outcome.LEFT:
            return Left(**common)
        case Outcome.ALREADY_IN if first is not None:
            return AlreadyIn(first=first, **common)
        case Outcome.NOT_INSIDE:
            return NotInside(first=first, **common)
        case _:
            return Refused(code=decision.outcome, **common)


def _group(event: Event, decided: Decided) -> Group | None:
    if decided.person is None or not decided.person.group or decided.scan.direction is Direction.OUT:
        return None
    if decided.decision.outcome is Outcome.REPLACED_BADGE:
        return None
    name = decided.person.group
    size, missing = group_size(event.db, name, decided.point, decided.scan.at, event.zone)
    return Group(name, size, missing) if size > 1 else None


def _notes(decided: Decided, group: Group | None) -> tuple[Note, ...]:
    """Return all notes, the most important first."""
    found: list[Note] = []
    themselves = decided.decision.outcome is not Outcome.REPLACED_BADGE
    if decided.person and decided.person.attention and themselves:
        found.append(Note.ATTENTION)
    if decided.scan.forced:
        found.append(Note.FORCED)
    if decided.others:
        found.append(Note.SHARED_CODE)
    if group and group.missing:
        found.append(Note.GROUP)
    return (*found, *decided.notes)
