"""What is wrong with rooms, slots, sessions and wishes themselves, wherever the sessions are."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from eventdesk.codes import SessionCode
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import SessionKind
from eventdesk.panels.trouble import Trouble

MANY_WISHES = 15
"""Who wishes more sessions than this has not chosen."""
_MOST = 50
"""So many people with odd wishes are told; after that everybody knows."""
_FOR_ALL = frozenset({SessionKind.PLENARY, SessionKind.PODIUM, SessionKind.CAFE})
"""Kinds of sessions that nobody needs to wish for."""


def data_troubles(programme: Programme) -> Iterator[Trouble]:
    """Yield what is wrong, whatever the timetable is."""
    yield from _sizes(programme)
    yield from _circles(programme)
    if programme.wishes:
        for session in programme.sessions:
            wished = any(each in programme.wishers for each in programme.alike[session.id])
            if not (wished or session.expected is not None or session.kind in _FOR_ALL):
                yield Trouble(SessionCode.NO_WISHERS, session.id, name=session.title)
    yield from islice(_wishes(programme), _MOST)


def room_for(programme: Programme, room: Room) -> int:
    """Return how many sessions a room can take, one after the other."""
    free = [
        slot
        for slot in programme.slots
        if slot.is_possible
        and not any(programme.slot_of[each].ref in room.unavailable for each in programme.concurrent[slot.id])
    ]
    taken = 0
    last = None
    for slot in sorted(free, key=lambda each: (each.ends, each.starts)):
        if last is None or not (slot.overlaps(last) or last.minutes_between(slot) < room.changeover_min):
            taken, last = taken + 1, slot
    return taken


def _sizes(programme: Programme) -> Iterator[Trouble]:
    for slot in programme.slots:
        if not slot.is_possible:
            yield Trouble(SessionCode.SLOT_ENDS_FIRST, slot=slot.id, name=slot.ref, time=slot.starts)
    for room in programme.rooms:
        if room.capacity <= 0:
            yield Trouble(SessionCode.CAPACITY_ZERO, room=room.id, room_name=room.name)
    for session in programme.sessions:
        if session.capacity is not None and session.capacity <= 0:
            yield Trouble(SessionCode.CAPACITY_ZERO, session.id, name=session.title)
    there = sum(room_for(programme, room) for room in programme.rooms)
    if len(programme.sessions) > there:
        yield Trouble(SessionCode.TOO_MANY_SESSIONS, people=len(programme.sessions), detail=str(there))


def _circles(programme: Programme) -> Iterator[Trouble]:
    """Yield each circle of sessions of which every one must be over before the next."""
    before: dict[int, list[int]] = {}
    for earlier, later in programme.prerequisites:
        before.setdefault(later.id, []).append(earlier.id)
    told: set[int] = set()
    for session in before:
        reached = _before_it(before, session)
        if session in reached and session not in told:
            circle = [each for each in reached if each != session and session in _before_it(before, each)]
            told.update(circle)
            others = ", ".join(programme.session_of[each].title for each in circle)
            name = programme.session_of[session].title
            yield Trouble(SessionCode.PREREQUISITE_CIRCLE, session, name=name, other_name=others)


def _before_it(before: Mapping[int, Sequence[int]], session: int) -> list[int]:
    """Return all sessions that must be over before one, itself included if they are in a circle."""
    reached: dict[int, None] = {}
    ahead = [*before.get(session, ())]
    while ahead:
        each = ahead.pop()
        if each not in reached:
            reached[each] = None
            ahead += before.get(each, ())
    return [*reached]


def _wishes(programme: Programme) -> Iterator[Trouble]:
    for person, wishes in programme.wishes.items():
        if len(wishes) > MANY_WISHES:
            who = programme.people[person].name
            yield Trouble(SessionCode.PERSON_WISHES_MANY, person=person, who=who, people=len(wishes))
    for person, refs in programme.unknown_wishes.items():
        who = programme.people[person].name
        yield Trouble(SessionCode.UNKNOWN_WISH, person=person, who=who, detail=", ".join(refs))
