"""When and where sessions are: put one somewhere, swap two, fix what suggestions leave alone.

Each is one entry of the journal and can be undone as one. Nothing is written where nothing differs.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from eventdesk.codes import Op, SessionCode
from eventdesk.event import Event
from eventdesk.panels import records
from eventdesk.panels.checks import rule_troubles
from eventdesk.panels.outcome import Done, NotPut, Put
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session, Spot
from eventdesk.panels.trouble import NEVER, Trouble
from eventdesk.refs import label_of


def put_session(
    event: Event, session: int, slot: int | None, room: int | None, *, anyway: bool = False
) -> Put | NotPut:
    """Let a session be in this slot and room; None for either: not settled. `anyway`: even if that breaks a rule.

    What it costs people is told by `checks.session_troubles`, and stops nobody. What is fixed stays fixed, in the new
    slot and room.
    """
    return _put(event, Op.PANELS_PUT, records.read_plan(event.db), {session: (slot, room)}, anyway=anyway)


def swap_sessions(event: Event, one: int, other: int, *, anyway: bool = False) -> Put | NotPut:
    """Let two sessions change slot and room; one of them may have neither, and then the other one has."""
    plan = records.read_plan(event.db)
    spots = {session.id: session.spot for session in plan.sessions}
    nowhere: Spot = (None, None)
    wanted = {one: spots.get(other, nowhere), other: spots.get(one, nowhere)}
    return _put(event, Op.PANELS_SWAP, plan, wanted, anyway=anyway)


def fix(event: Event, sessions: Collection[int], *, slot: bool = True, room: bool = True) -> Done:
    """Fix the slot, the room or both of these sessions: no suggestion changes them. What is not settled is left out."""
    return _fix(event, Op.PANELS_FIX, sessions, slot=slot, room=room, fixed=True)


def unfix(event: Event, sessions: Collection[int], *, slot: bool = True, room: bool = True) -> Done:
    """Let suggestions change the slot, the room or both of these sessions again; for now they stay as they are."""
    return _fix(event, Op.PANELS_UNFIX, sessions, slot=slot, room=room, fixed=False)


def _put(event: Event, op: Op, plan: Programme, wanted: Mapping[int, Spot], *, anyway: bool) -> Put | NotPut:
    unknown = tuple(Trouble(SessionCode.GONE, session) for session in wanted if session not in plan.session_of)
    if unknown:
        return NotPut(unknown)
    # Rules are looked at with all of them where they are to be, but against what was fixed before
    fixed = tuple(trouble for session in wanted for trouble in _moved_from_fixed(plan, session, wanted[session]))
    there = plan.with_timetable({**plan.timetable, **wanted})
    rules = tuple(trouble for session, spot in wanted.items() for trouble in rule_troubles(there, session, *spot))
    troubles = (*fixed, *rules)
    hard = [trouble for trouble in troubles if trouble.is_hard]
    if any(trouble.code in NEVER for trouble in hard) or (hard and not anyway):
        return NotPut(troubles)
    before = {session: plan.session_of[session].spot for session in wanted}
    changed = {session: spot for session, spot in wanted.items() if spot != before[session]}
    if not changed:
        return Put(before, before, troubles)
    with event.transact(op, _label(plan, changed)) as tx:
        for session, (slot, room) in changed.items():
            known = plan.session_of[session]
            moved = replace(
                known,
                slot=slot,
                room=room,
                slot_fixed=known.slot_fixed and slot is not None,
                room_fixed=known.room_fixed and room is not None,
            )
            records.change_session(tx, known, moved)
        return Put(before, dict(wanted), troubles, tx.eid)


def _moved_from_fixed(plan: Programme, session: int, spot: Spot) -> tuple[Trouble, ...]:
    found = rule_troubles(plan, session, *spot)
    return tuple(trouble for trouble in found if trouble.code is SessionCode.FIXED_ELSEWHERE)


def _fix(event: Event, op: Op, sessions: Collection[int], *, slot: bool, room: bool, fixed: bool) -> Done:
    known = {session.id: session for session in records.sessions(event.db)}
    pairs = [
        (known[each], _fixed(known[each], slot=slot, room=room, fixed=fixed)) for each in sessions if each in known
    ]
    changed = [(before, after) for before, after in pairs if before != after]
    if not changed:
        return Done()
    with event.transact(op, label_of(before.title for before, _ in changed)) as tx:
        for before, after in changed:
            records.change_session(tx, before, after)
        return Done(tx.eid, sessions=tuple(before.id for before, _ in changed))


def _fixed(session: Session, *, slot: bool, room: bool, fixed: bool) -> Session:
    if slot and not (fixed and session.slot is None):
        session = replace(session, slot_fixed=fixed)
    if room and not (fixed and session.room is None):
        session = replace(session, room_fixed=fixed)
    return session


def _label(plan: Programme, spots: Mapping[int, Spot]) -> str:
    """Return "Forum 2 · Saal 3A · 11:00", or the names of several."""
    if len(spots) > 1:
        return label_of(plan.session_of[each].title for each in spots)
    (session, (slot, room)), *_ = spots.items()
    name = plan.room_of[room].name if room is not None else ""
    time = plan.slot_of[slot].starts[11:] if slot is not None else ""
    return " · ".join(part for part in (plan.session_of[session].title, name, time) if part)
