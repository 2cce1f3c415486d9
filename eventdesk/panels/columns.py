"""The tables of the programme in an event folder: what their columns are called, and how a row is read."""

import re
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from eventdesk.panels.naming import MOST_PEOPLE
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from eventdesk.tables.cells import Choices
from eventdesk.tables.problems import Expectation
from eventdesk.tables.references import References
from eventdesk.tables.table import Record

ROOMS: Mapping[str, tuple[str, ...]] = {
    "room": ("Raum",),
    "name": ("Bezeichnung",),
    "hall": ("Halle",),
    "door_x_m": ("Tür_x_m", "door_x"),
    "door_y_m": ("Tür_y_m", "door_y"),
    "capacity": ("Plätze", "Kapazität"),
    "equipment": ("Ausstattung",),
    "step_free": ("stufenfrei", "barrierefrei"),
    "unavailable": ("nicht_verfügbar",),
    "induction_loop": ("Induktionsschleife", "Höranlage"),
    "changeover_min": ("Umbauzeit_min", "Umbauzeit"),
    "seating": ("Bestuhlung",),
    "seatings": ("weitere_Bestuhlungen",),
    "note": ("Notiz", "Bemerkung"),
}
SLOTS: Mapping[str, tuple[str, ...]] = {
    "slot": ("Zeitfenster",),
    "starts": ("Beginn", "start"),
    "ends": ("Ende", "end"),
}
SESSIONS: Mapping[str, tuple[str, ...]] = {
    "session": ("Programmpunkt",),
    "title": ("Titel",),
    "kind": ("Art",),
    "speakers": ("Sprechende", "Referierende"),
    "moderators": ("Moderation",),
    "needs": ("Bedarf",),
    "slot": ("Zeitfenster",),
    "room": ("Raum",),
    "unavailable": ("nicht_verfügbar",),
    "language": ("Sprache",),
    "capacity": ("Plätze", "Kapazität"),
    "repeat_of": ("Wiederholung_von",),
    "slot_fixed": ("Zeitfenster_fest",),
    "room_fixed": ("Raum_fest",),
    "slot_wished": ("Wunschzeitfenster",),
    "room_wished": ("Wunschraum",),
    "room_forbidden": ("Raum_ausgeschlossen",),
    "after": ("nach",),
    "interpretation": ("Dolmetschen", "Dolmetschung"),
    "expected": ("erwartet",),
    "note": ("Notiz", "Bemerkung"),
}
KINDS = Choices(
    {
        SessionKind.PANEL: "Panel",
        SessionKind.FORUM: "Forum",
        SessionKind.PODIUM: "Podiumsdiskussion|Podiumsgespräch",
        SessionKind.WORKSHOP: "Werkstatt",
        SessionKind.PLENARY: "Plenum",
        SessionKind.CAFE: "Café|World Café",
    }
)
_MOST_MINUTES = 24 * 60
_SEATING = re.compile(r"(.+?)\s*:\s*(\d{1,7})")


def room(record: Record, row_id: int, references: References) -> Room:
    """Read one row of the rooms; the hall and the slots must be known."""
    ref = record.text("room")
    record.required("capacity")
    return Room(
        id=row_id,
        ref=ref,
        name=record.text("name", ref),
        capacity=record.whole("capacity", 0, 0, MOST_PEOPLE),
        hall=references.ref(record, "hall", "halls"),
        door_x_mm=_position(record, "door_x_m"),
        door_y_mm=_position(record, "door_y_m"),
        equipment=record.items("equipment"),
        step_free=record.yes("step_free"),
        unavailable=references.refs(record, "unavailable", "slots"),
        induction_loop=record.yes("induction_loop"),
        changeover_min=record.whole("changeover_min", 0, 0, _MOST_MINUTES),
        seating=record.text("seating"),
        seatings=_seatings(record),
        note=record.text("note"),
        extra=dict(record.extra),
    )


def slot(record: Record, row_id: int, zone: ZoneInfo) -> Slot:
    """Read one row of the slots, which must end after it starts. Times without a zone are local times of the event."""
    record.required("starts")
    record.required("ends")
    starts, ends = clock_text(record.moment("starts"), zone), clock_text(record.moment("ends"), zone)
    if starts and ends and ends <= starts:
        record.wrong("ends", Expectation.LATER, starts.replace("T", " "))
    return Slot(id=row_id, ref=record.text("slot"), starts=starts, ends=ends, extra=dict(record.extra))


def session(record: Record, row_id: int, references: References) -> Session:
    """Read one row of the sessions; slots, the room and the repeated session must be known, people need not be.

    A slot or room that is given is fixed, unless the row says that it is not.
    """
    slot_id, room_id = references.row_id(record, "slot", "slots"), references.row_id(record, "room", "rooms")
    return Session(
        id=row_id,
        ref=record.text("session"),
        title=record.required("title"),
        kind=record.choice("kind", KINDS, SessionKind.PANEL),
        speakers=references.people(record, "speakers"),
        moderators=references.people(record, "moderators"),
        needs=record.items("needs"),
        slot=slot_id,
        room=room_id,
        unavailable=references.refs(record, "unavailable", "slots"),
        language=record.text("language"),
        capacity=_people(record, "capacity"),
        repeat_of=references.ref(record, "repeat_of", "sessions"),
        slot_fixed=record.yes("slot_fixed", default=True) and slot_id is not None,
        room_fixed=record.yes("room_fixed", default=True) and room_id is not None,
        slot_wished=references.refs(record, "slot_wished", "slots"),
        room_wished=references.refs(record, "room_wished", "rooms"),
        room_forbidden=references.refs(record, "room_forbidden", "rooms"),
        after=references.refs(record, "after", "sessions"),
        interpretation=record.items("interpretation"),
        expected=_people(record, "expected"),
        note=record.text("note"),
        extra=dict(record.extra),
    )


def session_cells(session: Session, slots: Mapping[int, str], rooms: Mapping[int, str]) -> dict[str, str]:
    """Return a session as `session` reads it, by header; `slots` and `rooms` are ids of the event folder by row id."""
    return {
        "session": session.ref,
        "title": session.title,
        "kind": session.kind.value,
        "speakers": ", ".join(session.speakers),
        "moderators": ", ".join(session.moderators),
        "needs": ", ".join(session.needs),
        "slot": "" if session.slot is None else slots[session.slot],
        "room": "" if session.room is None else rooms[session.room],
        "unavailable": ", ".join(session.unavailable),
        "language": session.language,
        "capacity": "" if session.capacity is None else str(session.capacity),
        "repeat_of": session.repeat_of,
        "slot_fixed": "" if session.slot is None else _yes_no(session.slot_fixed),
        "room_fixed": "" if session.room is None else _yes_no(session.room_fixed),
        "slot_wished": ", ".join(session.slot_wished),
        "room_wished": ", ".join(session.room_wished),
        "room_forbidden": ", ".join(session.room_forbidden),
        "after": ", ".join(session.after),
        "interpretation": ", ".join(session.interpretation),
        "expected": "" if session.expected is None else str(session.expected),
        "note": session.note,
        **session.extra,
    }


def clock_text(moment: datetime | None, zone: ZoneInfo) -> str:
    """Return what the clock at the venue shows at `moment`, to the minute, or "" for None."""
    if moment is None:
        return ""
    local = moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
    return local.isoformat(timespec="minutes")


def _position(record: Record, field: str) -> int | None:
    return record.millimetres(field, 0) if record.has(field) else None


def _people(record: Record, field: str) -> int | None:
    return record.whole(field, 0, 0, MOST_PEOPLE) if record.has(field) else None


def _seatings(record: Record) -> tuple[Seating, ...]:
    """Read "Reihen: 120, U-Form: 40": ways to seat people and how many then fit in, each way once."""
    found: dict[str, Seating] = {}
    for item in record.items("seatings"):
        read = _SEATING.fullmatch(item)
        if read is None or read[1] in found or int(read[2]) > MOST_PEOPLE:
            record.wrong("seatings", Expectation.SEATINGS)
            return ()
        found[read[1]] = Seating(read[1], int(read[2]))
    return tuple(sorted(found.values(), key=lambda each: each.name))


def _yes_no(is_so: bool) -> str:
    return "yes" if is_so else "no"
