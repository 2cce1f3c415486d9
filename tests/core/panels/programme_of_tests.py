"""A small programme that tests share: three rooms, four slots of which two overlap, six sessions, eight people.

Slots: Z1 10:00–11:00, Z2 11:00–12:00, Z3 11:30–12:30 (overlaps Z2), Z4 14:00–15:00. Rooms: R1 (100 people, beamer),
R2 (3, with steps, 15 minutes between two sessions), R3 (2, not in Z4). F1 is in R1 at Z1, F2 in R2 at Z1, F3 in R3 at
Z2, F4 in R1 at Z3, PO fixed in R1 at Z4; F5, which repeats F1, is nowhere. Elif (P1) speaks in F1, Aram (P2), who needs
a way without steps, in F3.
"""

from dataclasses import replace

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.panels import records
from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room, Seating
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from eventdesk.people.actions import identified
from eventdesk.people.person import Person, Status
from eventdesk.people.records import insert

Z1, Z2, Z3, Z4 = 11, 12, 13, 14
R1, R2, R3 = 21, 22, 23
F1, F2, F3, F4, F5, PO = 31, 32, 33, 34, 35, 36

SLOTS = (
    Slot(Z1, "Z1", "2027-03-06T10:00", "2027-03-06T11:00"),
    Slot(Z2, "Z2", "2027-03-06T11:00", "2027-03-06T12:00"),
    Slot(Z3, "Z3", "2027-03-06T11:30", "2027-03-06T12:30"),
    Slot(Z4, "Z4", "2027-03-06T14:00", "2027-03-06T15:00"),
)
ROOMS = (
    Room(
        R1, "R1", "Saal 1", 100, equipment=("Beamer",), step_free=True, seating="Reihen", seatings=(Seating("U", 40),)
    ),
    Room(R2, "R2", "Saal 2", 3, changeover_min=15),
    Room(R3, "R3", "Saal 3", 2, step_free=True, unavailable=("Z4",)),
)
SESSIONS = (
    Session(F1, "F1", "Forum 1", SessionKind.FORUM, speakers=("P1",), needs=("beamer",), slot=Z1, room=R1),
    Session(F2, "F2", "Forum 2", SessionKind.FORUM, speakers=("Dr. Groß",), slot=Z1, room=R2),
    Session(F3, "F3", "Forum 3", SessionKind.FORUM, moderators=("P2",), slot=Z2, room=R3),
    Session(F4, "F4", "Forum 4", SessionKind.FORUM, slot=Z3, room=R1, room_wished=("R1",), slot_wished=("Z3",)),
    Session(F5, "F5", "Forum 5", SessionKind.FORUM, repeat_of="F1"),
    Session(PO, "PO", "Podium", SessionKind.PODIUM, slot=Z4, room=R1, slot_fixed=True, room_fixed=True),
)
PEOPLE = (
    Person(0, "Elif", "Demirtaş", foreign_id="P1", wishes=("F2",)),
    Person(0, "Aram", "Petrosyan", foreign_id="P2", needs=("Rollstuhlplatz",), wishes=("F4", "F2")),
    Person(0, "Bruno", "Lang", foreign_id="P3", wishes=("F1", "F2", "F3")),
    Person(0, "Chi", "Nguyen", foreign_id="P4", wishes=("F2", "F1", "F9")),
    Person(0, "Dilan", "Kaya", foreign_id="P5", wishes=("F2", "F3", "F4")),
    Person(0, "Ewa", "Nowak", wishes=("F2",), group="Verein"),
    Person(0, "Fatou", "Diallo", foreign_id="P7", wishes=("F2",), status=Status.CANCELLED),
    Person(0, "Gül", "Aydın", foreign_id="P8", status=Status.PENDING),
)


def build(event: Event) -> Programme:
    """Write the programme and its people into an event."""
    with event.transact(Op.IMPORT, "programme") as tx:
        for slot in SLOTS:
            records.insert_slot(tx, slot)
        for room in ROOMS:
            records.insert_room(tx, room)
        for session in SESSIONS:
            records.insert_session(tx, session)
        for person in PEOPLE:
            insert(tx, identified(tx, person))
    return records.read_programme(event.db)


def bare(*, wishes: dict[int, tuple[int, ...]] | None = None, **changes: dict[str, object]) -> Programme:
    """Return the same programme without a file and people; `changes` are fields of sessions, by their ids."""
    sessions = tuple(replace(each, **changes.get(each.ref, {})) for each in SESSIONS)  # type: ignore[arg-type]  # any
    return Programme(ROOMS, SLOTS, sessions, wishes=wishes or {})


def person_id(programme: Programme, given_name: str) -> int:
    """Return the row id of somebody."""
    return next(guest.id for guest in programme.people.values() if guest.name.startswith(given_name))
