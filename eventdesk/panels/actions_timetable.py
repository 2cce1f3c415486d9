"""Timetables as a whole: apply one that was thought out, keep today's, go back to any, tell two apart."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.panels import records
from eventdesk.panels.outcome import Applied
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, Spot
from eventdesk.panels.unavailable import Unavailable
from eventdesk.panels.version import Change, TimetableFacts, Version
from eventdesk.panels.versions.records import insert_version, last_printed, spots_of, version, versions
from eventdesk.store import times
from eventdesk.store.access import Reader, Writer, new_id

__all__ = [
    "Applied",
    "Unavailable",
    "apply_timetable",
    "differences",
    "keep_programme",
    "last_printed",
    "restore_programme",
    "spots_of",
    "versions",
]

_BEFORE = timedelta(milliseconds=1)
_NOWHERE: Spot = (None, None)


def apply_timetable(
    event: Event,
    timetable: Mapping[int, Spot],
    about: TimetableFacts,
    name: str = "",
    *,
    unavailable: Unavailable | None = None,
) -> Applied:
    """Let every session be when and where the timetable has it; today's timetable is kept before, if it differs.

    What has become `unavailable`, for which it was thought out, is noted in the same entry; a room, a session or a
    slot that is gone since is left out. A session that is not in the timetable keeps what is fixed of its slot and
    room, and loses the rest; one that is fixed and moves is fixed where it is then. One entry of the journal: one undo
    brings back today's timetable and takes the versions away.
    """
    wanted = {
        session.id: timetable.get(
            session.id, (_if(session.slot_fixed, session.slot), _if(session.room_fixed, session.room))
        )
        for session in records.sessions(event.db)
    }
    gone = tuple(session for session in timetable if session not in wanted)
    return _put(event, Op.PANELS_APPLY, wanted, about, name, gone, _news(event.db, unavailable or Unavailable()))


def keep_programme(
    event: Event, name: str = "", about: TimetableFacts | None = None, *, printed: bool = False
) -> Version:
    """Keep today's timetable under a name, however often it was kept before; `printed` if it is on paper now."""
    kept = _new_version(event, event.now(), name, about or TimetableFacts(), printed=printed)
    with event.transact(Op.PANELS_KEEP, name) as tx:
        insert_version(tx, kept, _of(records.sessions(event.db)))
    return kept


def restore_programme(event: Event, version_id: int) -> Applied:
    """Let every session be when and where it was in a version; today's is kept before. Raises `KnownError` GONE.

    A session that came since then has no slot and no room afterwards; what is gone since is left out.
    """
    chosen = version(event.db, version_id)
    if chosen is None:
        raise KnownError(Fault.GONE)
    then = spots_of(event.db, version_id)
    wanted = {session.id: then.get(session.id, _NOWHERE) for session in records.sessions(event.db)}
    gone = tuple(session for session in then if session not in wanted)
    return _put(event, Op.PANELS_RESTORE, wanted, chosen.facts, chosen.name, gone, Unavailable())


def differences(before: Mapping[int, Spot], after: Mapping[int, Spot]) -> tuple[Change, ...]:
    """Return which sessions are at another time or in another room, in the order of the later timetable."""
    return tuple(
        Change(session, before.get(session, _NOWHERE), after.get(session, _NOWHERE))
        for session in dict.fromkeys((*after, *before))
        if before.get(session, _NOWHERE) != after.get(session, _NOWHERE)
    )


def _put(
    event: Event,
    op: Op,
    wanted: Mapping[int, Spot],
    about: TimetableFacts,
    name: str,
    gone: tuple[int, ...],
    unavailable: Unavailable,
) -> Applied:
    slots = {slot.id for slot in records.slots(event.db)}
    rooms = {room.id for room in records.rooms(event.db)}
    before = _of(records.sessions(event.db))
    there = {
        session: (slot if slot in slots else None, room if room in rooms else None)
        for session, (slot, room) in wanted.items()
    }
    left_out = (*gone, *(session for session, spot in there.items() if spot != wanted[session]))
    after = {session: spot for session, spot in there.items() if spot != _NOWHERE}
    changes, now = differences(before, after), event.now()
    if not changes and _is_newest(event.db, after) and not unavailable:
        return Applied((), versions(event.db)[0], None, left_out)
    # The time orders versions, and what was there before is the older one
    keeps = changes and before and not _is_newest(event.db, before)
    kept = _new_version(event, now - _BEFORE, "", TimetableFacts()) if keeps else None
    new = _new_version(event, now, name, about)
    with event.transact(op, name) as tx:
        if kept is not None:
            insert_version(tx, kept, before)
        insert_version(tx, new, after)
        _note(tx, unavailable)
        records.put_sessions(tx, {change.session: change.after for change in changes})
        return Applied(changes, new, kept, left_out, tx.root)


def _news(reader: Reader, unavailable: Unavailable) -> Unavailable:
    """Return what of it is not noted yet, as far as its slots, rooms and sessions are there."""
    slots = {slot.ref for slot in records.slots(reader)}

    def new(thing: Room | Session, refs: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(ref for ref in dict.fromkeys(refs) if ref in slots and ref not in thing.unavailable)

    rooms = {each.id: new(each, unavailable.rooms.get(each.id, ())) for each in records.rooms(reader)}
    sessions = {each.id: new(each, unavailable.sessions.get(each.id, ())) for each in records.sessions(reader)}
    return Unavailable(
        {room: refs for room, refs in rooms.items() if refs},
        {session: refs for session, refs in sessions.items() if refs},
    )


def _note(writer: Writer, unavailable: Unavailable) -> None:
    for room in records.rooms(writer) if unavailable.rooms else ():
        closed = (*room.unavailable, *unavailable.rooms.get(room.id, ()))
        records.change_room(writer, room, replace(room, unavailable=closed))
    for session in records.sessions(writer) if unavailable.sessions else ():
        away = (*session.unavailable, *unavailable.sessions.get(session.id, ()))
        records.change_session(writer, session, replace(session, unavailable=away))


def _new_version(event: Event, at: datetime, name: str, about: TimetableFacts, *, printed: bool = False) -> Version:
    kept_at = times.from_text(times.to_text(at))  # as the file keeps it
    return Version(new_id(), name, kept_at, event.desk, about, printed)


def _of(sessions: list[Session]) -> dict[int, Spot]:
    return {session.id: session.spot for session in sessions if session.spot != _NOWHERE}


def _is_newest(reader: Reader, timetable: Mapping[int, Spot]) -> bool:
    kept = versions(reader)
    return bool(kept) and spots_of(reader, kept[0].id) == dict(timetable)


def _if(fixed: bool, row_id: int | None) -> int | None:
    return row_id if fixed else None
