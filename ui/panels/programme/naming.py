"""What may be chosen in a form: rooms, slots and sessions by their ids, as people call them."""

from collections.abc import Iterable, Mapping

from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session
from eventdesk.words import Words
from ui.panels.spots import span_text


def room_names(programme: Programme) -> Mapping[str, str]:
    """Return the rooms."""
    return {room.ref: room.name for room in programme.rooms if room.ref}


def slot_names(words: Words, programme: Programme) -> Mapping[str, str]:
    """Return the slots, the earliest first."""
    in_order = sorted(programme.slots, key=lambda each: (each.starts, each.ends))
    return {slot.ref: span_text(words, programme, slot.id) for slot in in_order if slot.ref}


def session_names(sessions: Iterable[Session]) -> Mapping[str, str]:
    """Return sessions."""
    return {session.ref: session.title for session in sessions if session.ref}


def possible_before(programme: Programme, session: Session) -> list[Session]:
    """Return the sessions that may have to be over before a session, so that none waits for itself."""
    later = {session.ref}
    while True:
        more = {each.ref for each in programme.sessions if not later.isdisjoint(each.after)} - later
        if not more or not session.ref:
            break
        later |= more
    return [each for each in programme.sessions if each.id != session.id and each.ref not in later]


def possible_originals(programme: Programme, session: Session) -> list[Session]:
    """Return the sessions that a session may repeat: others, which do not repeat this one."""
    return [
        each
        for each in programme.sessions
        if each.id != session.id and not (session.ref and each.repeat_of == session.ref)
    ]
