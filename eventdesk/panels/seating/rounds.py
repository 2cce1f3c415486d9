"""Which sessions have places to be given out, and when."""

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session, SessionKind


def sessions_with_places(programme: Programme) -> tuple[Session, ...]:
    """Return the sessions that a place is needed for, in the order of their ids in the event folder.

    Those that have a slot, except what is for everybody: plenaries; and what nobody has wished for, if it is a podium
    or a café, or if nothing to choose instead takes place meanwhile.
    """
    wished = wished_families(programme)
    timed = [
        each
        for each in programme.sessions
        if each.slot in programme.slot_of and each.kind is not SessionKind.PLENARY
    ]  # fmt: skip

    def is_chosen(session: Session) -> bool:
        if family(programme, session) in wished:
            return True
        if session.kind in {SessionKind.PODIUM, SessionKind.CAFE} or session.slot is None:
            return False
        meanwhile = programme.concurrent[session.slot]
        return any(other.slot in meanwhile and other.id != session.id for other in timed)

    return tuple(sorted(filter(is_chosen, timed), key=lambda each: (each.ref, each.id)))


def family(programme: Programme, session: Session) -> int:
    """Return the row id of what a session repeats, over any number of steps, or its own."""
    seen = {session.id}
    while session.repeat_of and (first := programme.session_by_ref.get(session.repeat_of)) is not None:
        if first.id in seen:
            return min(seen)
        seen.add(first.id)
        session = first
    return session.id


def wished_families(programme: Programme) -> frozenset[int]:
    """Return the families that somebody wishes a session of."""
    known = programme.session_of
    return frozenset(family(programme, known[each]) for wishes in programme.wish_lists for each in wishes)
