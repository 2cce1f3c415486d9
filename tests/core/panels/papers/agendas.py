"""Programmes to print, without a file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from eventdesk.drawing.kit import Kit
from eventdesk.panels.papers.agenda import Agenda, Attendee
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.place import Place, Waiting
from eventdesk.panels.programme import Guest, Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from eventdesk.panels.version import TimetableFacts, Version

KIT = Kit()
FACTS = TimetableFacts("optimal", 14, 2, 16, 2100, 1)
VERSION = Version(1, "4", datetime(2017, 3, 6, 8, 5, tzinfo=UTC), "Schalter 1", FACTS)
IMPRINT = Imprint("4. Integrationskonferenz", "2017-03-06T08:10", "en", "Convention Center", "Bündnis", VERSION)
LONG = (
    "Forum 7 · Beratung, Anträge und die neue Datenbank: Wie Behörden, Wohlfahrtsverbände und Lotsinnen gemeinsam "
    "Einbürgerungsverfahrensbeschleunigungsgesetze durchdringen – ein Werkstattgespräch mit vielen Übungen"
)
NAMES = ("Nguyễn Thị Hồng Nhung", "محمد الحسيني", "Świętosława Brzęczyszczykiewicz-Łukaszewicz", "אורי כהן")
MORNING, NOON, LATE = 21, 22, 23


def slot(number: int, starts: str, ends: str, day: str = "2017-03-06") -> Slot:
    """Return a slot of that day."""
    return Slot(number, f"Z{number}", f"{day}T{starts}", f"{day}T{ends}")


def in_a_row(number: int, minutes: int) -> list[Slot]:
    """Return slots of so many minutes, one after the other from eight o'clock on, numbered from 1."""
    edges = [f"{8 + at * minutes // 60:02d}:{at * minutes % 60:02d}" for at in range(number + 1)]
    return [slot(at, edges[at - 1], edges[at]) for at in range(1, number + 1)]


SLOTS = (slot(MORNING, "10:00", "10:50"), slot(NOON, "11:00", "12:15"), slot(LATE, "13:30", "14:45"))


def rooms(number: int = 3) -> tuple[Room, ...]:
    """Return rooms "Saal 1", "Saal 2" …, the first without steps."""
    return tuple(Room(at, f"S{at}", f"Saal {at}", 40 * at, "H1", step_free=at == 1) for at in range(1, number + 1))


def panel(number: int, when: int | None, room: int | None, title: str = "", **more: object) -> Session:
    """Return a session "Panel <number>"."""
    found = Session(100 + number, f"P{number}", title or f"Panel {number}", slot=when, room=room)
    for name, value in more.items():
        object.__setattr__(found, name, value)
    return found


def usual() -> tuple[Session, ...]:
    """Return a plenary, two panels at once, a repeat, and one without time and room."""
    return (
        panel(1, MORNING, 1, "Eröffnung", kind=SessionKind.PLENARY, speakers=("G1",)),
        panel(2, NOON, 1, "Panel I · Buddies", speakers=("G2", "Ute Gast"), moderators=("G3",)),
        panel(3, NOON, 2, "Panel II · Lernpatenschaften"),
        panel(4, LATE, 2, "Panel II, Runde 2"),
        panel(5, None, None, "Werkstatt"),
    )


def agenda(
    sessions: Sequence[Session] | None = None,
    *,
    people: int = 6,
    slots: Sequence[Slot] = SLOTS,
    halls: Mapping[str, str] | None = None,
    places: Mapping[int, Iterable[int]] | None = None,
    waiting: Mapping[int, Iterable[int]] | None = None,
    all_rooms: Sequence[Room] | None = None,
) -> Agenda:
    """Return a programme; `places` and `waiting` are numbers of people by the number of the panel."""
    found = tuple(usual() if sessions is None else sessions)
    wished = tuple(session.id for session in found if session.kind is SessionKind.PANEL)
    given = {} if places is None else places
    queued = {} if waiting is None else waiting
    at = datetime(2017, 3, 1, tzinfo=UTC)
    programme = Programme(
        rooms=tuple(all_rooms if all_rooms is not None else rooms()),
        slots=tuple(slots),
        sessions=found,
        wishes=dict.fromkeys(range(1, people + 1), wished),
        people={who: Guest(who, f"G{who}", f"Gast {who}", code=f"{who:016d}") for who in range(1, people + 1)},
        places=tuple(
            Place(1000 * panel + who, who, 100 + panel) for panel, there in given.items() for who in there
        ),
        waiting=tuple(
            Waiting(1000 * panel + who, who, 100 + panel, at) for panel, there in queued.items() for who in there
        ),
    )  # fmt: skip
    attendees = {
        who: Attendee(who, f"Gast {who}", f"Name{who:03d}, Gast", f"Verein {who} e.V.") for who in range(1, people + 1)
    }
    return Agenda(programme, attendees, {"H1": "Halle 1"} if halls is None else halls)
