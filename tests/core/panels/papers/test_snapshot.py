"""What papers need is taken from the file: people, small print in local time, what to compare with."""

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.panels.actions_timetable import keep_programme
from eventdesk.panels.papers.agenda import Attendee
from eventdesk.panels.papers.snapshot import agenda_of, before, calendar_facts, imprint_of
from eventdesk.panels.records import insert_room, insert_session, insert_slot, put_sessions, read_programme
from eventdesk.panels.version import TimetableFacts
from eventdesk.people.person import Person, Status
from eventdesk.people.records import insert as insert_person
from tests.core.panels.papers.agendas import LATE, NOON, SLOTS, panel, rooms


def filled(event: Event) -> None:
    with event.transact(Op.IMPORT, "programme") as tx:
        for room in rooms(2):
            insert_room(tx, room)
        for slot in SLOTS:
            insert_slot(tx, slot)
        insert_session(tx, panel(1, NOON, 1, speakers=("G1",)))
        insert_session(tx, panel(2, None, None))
        insert_person(tx, Person(7, "Elif", "Demirtaş", organisation="Exil e.V.", foreign_id="G1"))
        insert_person(tx, Person(8, "Ab", "Gesagt", status=Status.CANCELLED, foreign_id="G2"))


def move(event: Event, slot: int) -> None:
    with event.transact(Op.IMPORT, "programme") as tx:
        put_sessions(tx, {101: (slot, 1)})


def test_people_are_called_as_in_lists_and_who_cancelled_is_left_out(event: Event):
    filled(event)
    found = agenda_of(event.db, {"H1": "Halle 1"})
    assert found.attendees == {7: Attendee(7, "Elif Demirtaş", "Demirtaş, Elif", "Exil e.V.")}
    assert found.who(("G1",)) == (found.attendees[7],)
    assert [item.session.id for item in found.items] == [101, 102]
    assert found.hall(found.programme.rooms[0]) == "Halle 1"


def test_the_imprint_is_of_this_moment(event: Event):
    filled(event)
    imprint = imprint_of(event, read_programme(event.db))
    assert (imprint.event, imprint.printed, imprint.language) == ("4. Integrationskonferenz", "2017-03-06T09:00", "de")
    assert (imprint.version, imprint.changed) == (None, False)
    keep_programme(event, "1", TimetableFacts("optimal", 1, 2, 3, 800, 3))
    kept = imprint_of(event, read_programme(event.db))
    assert kept.version is not None
    assert (kept.version.name, kept.version.facts.lost, kept.changed) == ("1", 1, False)
    assert kept.version.at.strftime("%H:%M") == "09:00"
    move(event, LATE)
    assert imprint_of(event, read_programme(event.db)).changed


def test_today_is_compared_with_what_was_printed_else_with_the_last_that_differs(event: Event):
    filled(event)
    assert before(event, read_programme(event.db)) is None
    keep_programme(event, "first")
    assert before(event, read_programme(event.db)) is None
    move(event, LATE)
    keep_programme(event, "second")
    programme = read_programme(event.db)
    found = before(event, programme)
    assert found is not None
    assert (found[0].name, found[1][101]) == ("first", (NOON, 1))
    named = before(event, programme, "second")
    assert named is not None
    assert named[1][101] == (LATE, 1)
    assert before(event, programme, "third") is None
    keep_programme(event, "hung up", printed=True)
    printed = before(event, programme)
    assert printed is not None
    assert printed[0].name == "hung up"


def test_a_calendar_knows_zone_and_place(event: Event):
    facts = calendar_facts(event)
    assert (facts.title, facts.zone.key, facts.place) == (
        "4. Integrationskonferenz", "Europe/Berlin", "Convention Center Hannover"
    )  # fmt: skip
    assert facts.stamp == event.now()
