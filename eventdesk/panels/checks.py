"""What breaks a rule or costs people something: in the programme as it is, or if a session were somewhere else."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from eventdesk.codes import SessionCode
from eventdesk.panels.cost import clash_price, move_price, programme_cost
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.panels.trouble import Trouble
from eventdesk.panels.whole import data_troubles

_COSTS = frozenset({SessionCode.CLASH, SessionCode.BEYOND_CAPACITY})


def programme_troubles(programme: Programme) -> tuple[Trouble, ...]:
    """Return all that is wrong with the programme as it is now, what breaks rules first."""
    found: dict[tuple[object, ...], Trouble] = {}
    for session in programme.sessions:
        for trouble in _troubles(programme, session, *session.spot):
            # What two sessions have with each other is found twice
            pair = (trouble.session,) if trouble.other is None else tuple(sorted((trouble.session or 0, trouble.other)))
            found.setdefault((trouble.code, pair, trouble.who, trouble.detail), trouble)
    every = (*found.values(), *_prices(programme), *data_troubles(programme))
    return tuple(sorted(every, key=lambda trouble: not trouble.is_hard))


def session_troubles(programme: Programme, session: int, slot: int | None, room: int | None) -> tuple[Trouble, ...]:
    """Return what would be wrong with a session in this slot and room, everything else staying as it is.

    None: the slot or the room is not settled, and nothing is said about it. For dragging: quick at any size.
    What breaks rules comes first.
    """
    rules = rule_troubles(programme, session, slot, room)
    if any(trouble.code is SessionCode.GONE for trouble in rules):
        return rules
    every = (*rules, *_price(programme, programme.session_of[session], slot, room))
    return tuple(sorted(every, key=lambda trouble: not trouble.is_hard))


def rule_troubles(programme: Programme, session: int, slot: int | None, room: int | None) -> tuple[Trouble, ...]:
    """Return the same, but for what it costs people: what needs no wishes."""
    known = programme.session_of.get(session)
    is_there = (slot is None or slot in programme.slot_of) and (room is None or room in programme.room_of)
    if known is None or not is_there:
        return (Trouble(SessionCode.GONE, session, slot=slot, room=room),)
    return tuple(_troubles(programme, known, slot, room))


def _troubles(programme: Programme, session: Session, slot: int | None, room: int | None) -> Iterator[Trouble]:
    """Yield the rules that a session would break in this slot and room, and wishes for it that are not met."""
    about = Trouble(SessionCode.GONE, session.id, name=session.title, slot=slot, room=room)
    when = programme.slot_of.get(slot) if slot is not None else None
    where = programme.room_of.get(room) if room is not None else None
    if when is not None:
        about = replace(about, time=when.starts)
    if where is not None:
        about = replace(about, room_name=where.name)
    yield from _fixed(programme, session, about)
    if where is not None:
        yield from _in_room(programme, session, where, about)
    if when is not None:
        yield from _in_slot(programme, session, when, about)
    if when is not None and where is not None:
        yield from _at_the_door(programme, session, when, where, about)


def _fixed(programme: Programme, session: Session, about: Trouble) -> Iterator[Trouble]:
    if session.slot_fixed and session.slot is not None and about.slot != session.slot:
        at = programme.slot_of[session.slot].starts if session.slot in programme.slot_of else ""
        yield replace(about, code=SessionCode.FIXED_ELSEWHERE, room_name="", time=at)
    if session.room_fixed and session.room is not None and about.room != session.room:
        name = programme.room_of[session.room].name if session.room in programme.room_of else ""
        yield replace(about, code=SessionCode.FIXED_ELSEWHERE, room_name=name, time="")


def _in_room(programme: Programme, session: Session, room: Room, about: Trouble) -> Iterator[Trouble]:
    there = {each.casefold() for each in room.equipment}
    missing = [need for need in session.needs if need.casefold() not in there]
    if missing:
        yield replace(about, code=SessionCode.EQUIPMENT_MISSING, detail=", ".join(missing))
    if not room.step_free:
        for ref in programme.step_free_needed(session):
            yield replace(about, code=SessionCode.NOT_STEP_FREE, who=programme.called(ref))
    if room.ref in session.room_forbidden:
        yield replace(about, code=SessionCode.ROOM_FORBIDDEN)
    if session.room_wished and room.ref not in session.room_wished:
        yield replace(about, code=SessionCode.NOT_WISHED_ROOM, detail=_room_names(programme, session))


def _room_names(programme: Programme, session: Session) -> str:
    rooms = (programme.room_by_ref.get(ref) for ref in session.room_wished)
    return ", ".join(room.name for room in rooms if room is not None)


def _in_slot(programme: Programme, session: Session, slot: Slot, about: Trouble) -> Iterator[Trouble]:
    overlapping = programme.concurrent[slot.id]
    if any(programme.slot_of[each].ref in session.unavailable for each in overlapping):
        yield replace(about, code=SessionCode.UNAVAILABLE_SLOT)
    if session.slot_wished and slot.ref not in session.slot_wished:
        yield replace(about, code=SessionCode.NOT_WISHED_SLOT)
    for ref in session.crew:
        for other in programme.parts_of[ref]:
            busy = programme.session_of[other]
            if other != session.id and busy.slot in overlapping:
                code = SessionCode.PERSON_TWICE
                who = programme.called(ref)
                yield replace(about, code=code, other=other, other_name=busy.title, who=who)
    for earlier, later in programme.prerequisites:
        if session.id in {earlier.id, later.id}:
            first = slot if earlier.id == session.id else programme.slot_of.get(earlier.slot or 0)
            second = slot if later.id == session.id else programme.slot_of.get(later.slot or 0)
            if first is not None and second is not None and first.ends > second.starts:
                pair = replace(about, session=later.id, name=later.title, other=earlier.id, other_name=earlier.title)
                yield replace(pair, code=SessionCode.BEFORE_PREREQUISITE)


def _at_the_door(programme: Programme, session: Session, slot: Slot, room: Room, about: Trouble) -> Iterator[Trouble]:
    overlapping = programme.concurrent[slot.id]
    if any(programme.slot_of[each].ref in room.unavailable for each in overlapping):
        yield replace(about, code=SessionCode.ROOM_UNAVAILABLE)
    for other in programme.sessions:
        when = programme.slot_of.get(other.slot or 0)
        if other.id == session.id or other.room != room.id or when is None:
            continue
        pair = replace(about, other=other.id, other_name=other.title)
        if when.id in overlapping:
            yield replace(pair, code=SessionCode.ROOM_TAKEN)
        elif slot.minutes_between(when) < room.changeover_min:
            code = SessionCode.CHANGEOVER_TOO_SHORT
            yield replace(pair, code=code, people=slot.minutes_between(when), detail=str(room.changeover_min))


# ---- prices in people


def _price(programme: Programme, session: Session, slot: int | None, room: int | None) -> Iterator[Trouble]:
    """Yield what a session would cost people in this slot and room."""
    if slot is None:
        return
    about = _about_price(programme, session, slot, room)
    lost = clash_price(programme, session.id, slot)
    if lost > 0:
        worst = _worst_neighbour(programme, session, slot)
        yield replace(about, people=lost, other=worst.id, other_name=worst.title)
    turned_away = move_price(programme, session.id, slot, room).per_session[session.id].turned_away
    if turned_away:
        yield replace(_about_room(programme, about), people=turned_away)


def _prices(programme: Programme) -> Iterator[Trouble]:
    """Yield what the sessions cost people as they are: wishes for each that are lost, and who is turned away."""
    for session, cost in programme_cost(programme, programme.timetable).per_session.items():
        known = programme.session_of[session]
        about = _about_price(programme, known, known.slot, known.room)
        if cost.lost and known.slot is not None:
            worst = _worst_neighbour(programme, known, known.slot)
            yield replace(about, people=cost.lost, other=worst.id, other_name=worst.title)
        if cost.turned_away:
            yield replace(_about_room(programme, about), people=cost.turned_away)


def _about_price(programme: Programme, session: Session, slot: int | None, room: int | None) -> Trouble:
    when = programme.slot_of.get(slot or 0)
    time = when.starts if when is not None else ""
    return Trouble(SessionCode.CLASH, session.id, slot=slot, room=room, name=session.title, time=time)


def _about_room(programme: Programme, about: Trouble) -> Trouble:
    room = programme.room_of.get(about.room or 0)
    name = room.name if room is not None else ""
    return replace(about, code=SessionCode.BEYOND_CAPACITY, room_name=name)


def _worst_neighbour(programme: Programme, session: Session, slot: int) -> Session:
    """Return the session at the same time that most of those wish who wish this one."""
    shared: Counter[int] = Counter()
    for wishes, people in programme.lists_with.get(session.id, ()):
        for other in wishes:
            if other != session.id and programme.session_of[other].slot in programme.concurrent[slot]:
                shared[other] += people
    return programme.session_of[shared.most_common(1)[0][0]]
