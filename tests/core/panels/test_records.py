"""Rooms, slots and sessions come back from the file as they went in, and everybody is found by their part in them."""

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.panels import records
from eventdesk.panels.records import Appointment
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot

FOYER = Room(11, "R2", "Foyer", 300)
SAAL = Room(12, "R1", "Saal 3A", 80, "H1", -3_000, 1_250, ("beamer", "Flip Chart"), True, ("T2",), extra={"Etage": "2"})
LATE = Slot(21, "T1", "2027-03-06T13:00", "2027-03-06T13:50")
EARLY = Slot(22, "T2", "2027-03-06T11:00", "2027-03-06T11:50", {"Pause": "danach"})
BARE = Session(31, "S2", "Forum 2")
FULL = Session(
    id=32,
    ref="S1",
    title="Arbeit und Ankommen",
    kind=SessionKind.WORKSHOP,
    speakers=("P1", "Dr. Oksana Groß"),
    moderators=("P2", "P1"),
    needs=("beamer",),
    slot=22,
    room=12,
    unavailable=("T1",),
    language="de",
    capacity=25,
    repeat_of="S2",
    extra={"Reihe": "A"},
)
LATER = Session(33, "S3", "Podium", SessionKind.PODIUM, speakers=("P1",), slot=21)
SOMEWHERE = Session(34, "S4", "Ausklang", SessionKind.PLENARY, moderators=("P1",), room=11)
UNSETTLED = Session(35, "S5", "Offen", speakers=("P1",))


@pytest.fixture
def programme(event: Event) -> Event:
    with event.transact(Op.IMPORT, "programme") as tx:
        for room in (FOYER, SAAL):
            records.insert_room(tx, room)
        for slot in (LATE, EARLY):
            records.insert_slot(tx, slot)
        for session in (BARE, FULL, LATER, SOMEWHERE, UNSETTLED):
            records.insert_session(tx, session)
    return event


def test_everything_comes_back_as_it_was(programme: Event) -> None:
    assert records.rooms(programme.db) == sorted([SAAL, FOYER], key=lambda room: -room.capacity)
    assert records.slots(programme.db) == [EARLY, LATE]
    assert records.sessions(programme.db) == [FULL, BARE, LATER, SOMEWHERE, UNSETTLED]
    assert isinstance(records.sessions(programme.db)[0].kind, SessionKind)


def test_counts(programme: Event) -> None:
    assert records.counts(programme.db) == {"rooms": 2, "slots": 2, "sessions": 5}


def test_appointments_come_by_time_and_what_is_not_settled_is_left_out(programme: Event) -> None:
    assert records.appointments(programme.db, "P1") == [
        Appointment("Arbeit und Ankommen", "Saal 3A", "2027-03-06T11:00"),
        Appointment("Podium", "", "2027-03-06T13:00"),
        Appointment("Ausklang", "Foyer", ""),
    ]
    assert records.appointments(programme.db, "P9") == []
    assert records.appointments(programme.db, "") == []


def test_the_exhibitors_session_is_an_appointment_once(programme: Event) -> None:
    arbeit = Appointment("Arbeit und Ankommen", "Saal 3A", "2027-03-06T11:00")
    assert records.appointments(programme.db, "", "S1") == [arbeit]
    assert records.appointments(programme.db, "P2", "S1") == [arbeit]
    assert records.appointments(programme.db, "P2", "S2") == [arbeit]


def test_parts_follow_every_change_and_its_undo(programme: Event) -> None:
    with programme.transact(Op.SETTINGS, "S1") as tx:
        tx.update("session", 32, {"speakers": "P7"})
    assert [each.title for each in records.appointments(programme.db, "P7")] == ["Arbeit und Ankommen"]
    programme.undo()
    assert records.appointments(programme.db, "P7") == []
    programme.undo()
    assert programme.db.value("SELECT count(*) FROM session_person") == 0


def test_rebuilding_gives_the_same_parts(programme: Event) -> None:
    parts = "SELECT session, person FROM session_person ORDER BY session, person"
    before = [tuple(row) for row in programme.db.rows(parts)]
    with programme.transact(Op.SETTINGS, "rebuild") as tx:
        tx.run("DELETE FROM session_person WHERE person = 'P1'")
        records.rebuild_parts(tx)
    assert [tuple(row) for row in programme.db.rows(parts)] == before
    assert (32, "Dr. Oksana Groß") in before
