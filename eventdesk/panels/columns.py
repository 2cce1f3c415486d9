"""The tables of the programme in an event folder: what their columns are called, and how a row is read."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from eventdesk.panels.room import Room
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
_MOST_PEOPLE = 1_000_000


def room(record: Record, row_id: int, references: References) -> Room:
    """Read one row of the rooms; the hall and the slots must be known."""
    ref = record.text("room")
    record.required("capacity")
    return Room(
        id=row_id,
        ref=ref,
        name=record.text("name", ref),
        capacity=record.whole("capacity", 0, 0, _MOST_PEOPLE),
        hall=references.ref(record, "hall", "halls"),
        door_x_mm=_position(record, "door_x_m"),
        door_y_mm=_position(record, "door_y_m"),
        equipment=record.items("equipment"),
        step_free=record.yes("step_free"),
        unavailable=references.refs(record, "unavailable", "slots"),
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
    """Read one row of the sessions; slots, the room and the repeated session must be known, people need not be."""
    return Session(
        id=row_id,
        ref=record.text("session"),
        title=record.required("title"),
        kind=record.choice("kind", KINDS, SessionKind.PANEL),
        speakers=references.people(record, "speakers"),
        moderators=references.people(record, "moderators"),
        needs=record.items("needs"),
        slot=references.row_id(record, "slot", "slots"),
        room=references.row_id(record, "room", "rooms"),
        unavailable=references.refs(record, "unavailable", "slots"),
        language=record.text("language"),
        capacity=record.whole("capacity", 0, 0, _MOST_PEOPLE) if record.has("capacity") else None,
        repeat_of=references.ref(record, "repeat_of", "sessions"),
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
