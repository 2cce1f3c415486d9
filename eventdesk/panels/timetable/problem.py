"""What a timetable is made of: rooms, slots, sessions, and what people wish; and the programme asked "what if"."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.panels.unavailable import Unavailable, newly_unavailable

USUAL_PERCENT = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything a timetable depends on; what the sessions' slots and rooms are now matters only where it is fixed.

    `wish_lists` tells how many people have the same wishes (row ids of sessions, best first), `step_free` are sessions
    whose crew needs a room without steps, `step_free_wishers` how many of those who wish a session do; `names` what
    people call somebody of a crew; `percent` how many people come to a session for 100 who were thought to.
    """

    rooms: tuple[Room, ...]
    slots: tuple[Slot, ...]
    sessions: tuple[Session, ...]
    wish_lists: Mapping[tuple[int, ...], int] = field(default_factory=dict)
    step_free: frozenset[int] = frozenset()
    step_free_wishers: Mapping[int, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    percent: Mapping[int, int] = field(default_factory=dict)


def problem(programme: Programme) -> Problem:
    """Return what is to be planned: all sessions, in all slots and rooms."""
    hindered = {person for person, guest in programme.people.items() if guest.needs_step_free}
    wishers = Counter(session for person in hindered for session in programme.wishes.get(person, ()))
    return Problem(
        rooms=programme.rooms,
        slots=tuple(slot for slot in programme.slots if slot.is_possible),
        sessions=programme.sessions,
        wish_lists=programme.wish_lists,
        step_free=frozenset(each.id for each in programme.sessions if programme.step_free_needed(each)),
        step_free_wishers=wishers,
        names={ref: programme.called(ref) for ref in programme.parts_of},
    )


def without_room(asked: Problem, room: int, slots: frozenset[int] | None = None) -> Problem:
    """Return the problem when a room falls away, in all slots or in these (row ids); what is fixed there gets free."""
    refs = tuple(slot.ref for slot in asked.slots if slots is None or slot.id in slots)
    gone = next(each for each in asked.rooms if each.id == room)
    closed = replace(gone, unavailable=tuple(dict.fromkeys((*gone.unavailable, *refs))))
    hit = frozenset(slot.id for slot in asked.slots if slot.ref in refs)
    return replace(
        asked,
        rooms=tuple(closed if each.id == room else each for each in asked.rooms),
        sessions=tuple(
            replace(each, room_fixed=False) if each.room == room and each.slot in hit else each
            for each in asked.sessions
        ),
    )


def speaker_from(asked: Problem, person: str, moment: str) -> Problem:
    """Return the problem when somebody of a crew comes later: none of their sessions begins before `moment` (ISO)."""
    early = tuple(slot.ref for slot in asked.slots if slot.starts < moment)
    hit = frozenset(slot.id for slot in asked.slots if slot.ref in early)

    def later(session: Session) -> Session:
        if person not in session.crew:
            return session
        unavailable = tuple(dict.fromkeys((*session.unavailable, *early)))
        return replace(session, unavailable=unavailable, slot_fixed=session.slot_fixed and session.slot not in hit)

    return replace(asked, sessions=tuple(later(each) for each in asked.sessions))


def demand_factor(asked: Problem, session: int, percent: int) -> Problem:
    """Return the problem when `percent` people come to a session for every 100 who were thought to."""
    return replace(asked, percent={**asked.percent, session: percent})


def what_fell_away(before: Problem, after: Problem) -> Unavailable:
    """Return which rooms and sessions are not to be had in which slots after all that happened, and were before."""
    return newly_unavailable((before.rooms, before.sessions), (after.rooms, after.sessions))
