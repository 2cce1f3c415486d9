"""Who was there, read from the file a few people at a time."""

import pytest

from eventdesk import doors
from eventdesk.event import Event
from eventdesk.panels.doors.actions import count
from eventdesk.panels.session import SessionKind
from eventdesk.people.person import Status
from eventdesk.reports.attendance import gathering
from eventdesk.reports.attendance.gathering import attendance, attendance_in_steps, whole
from eventdesk.reports.choice import Choice, Order, expected
from tests.core.checkin.programme import House


def test_an_empty_event_has_nobody(event: Event):
    found = attendance(event)
    assert (found.people, found.sessions, found.days) == ((), (), ("2017-03-06",))
    assert not found.at_entrances


def test_a_day_minute_by_minute(house: House):
    desk, clock = house.desk, house.desk.clock
    forum = house.session("Forum 1", "Saal 1", "10:00", "11:00")
    plenary = house.session("Abschluss", "Saal 1", "13:00", "14:00", kind=SessionKind.PLENARY)
    elif_ = desk.person("Elif Demirtaş", organisation="Exil", foreign_id="P1", roles=("speaker",))
    anke = desk.person("Anke Schröder")
    house.place(forum, anke)
    for time, who, where, leaves in (
        ("08:50", elif_, None, False),
        ("09:55", elif_, "Saal 1", False),
        ("10:40", elif_, "Saal 1", True),
        ("12:00", elif_, None, True),
    ):
        clock.set(f"2017-03-06T{time}:00+01:00")
        point = house.points[where] if where else desk.point
        (desk.leave if leaves else desk.scan)(who, point)
    found = attendance(desk.event)
    by_name = {each.name: each for each in found.people}
    there = by_name["Elif Demirtaş"]
    assert (there.ref, there.organisation, there.roles, there.came) == ("P1", "Exil", ("speaker",), True)
    assert [(day.came[11:], day.left[11:], day.minutes) for day in there.days] == [("08:50", "12:00", 180)]
    assert there.minutes == {forum: 40}
    missing = by_name["Anke Schröder"]
    assert (missing.came, missing.expected, missing.minutes) == (False, frozenset({forum}), {})
    one, two = found.sessions
    assert (one.id, one.scanned, one.places, one.for_all, one.seats, one.minutes) == (forum, 1, 1, True, 40, 60)
    assert (two.id, two.scanned, two.for_all, two.room) == (plenary, 0, True, "Saal 1")
    assert found.at_entrances
    assert found.at_doors


def test_it_is_the_attendance_that_doors_know(sample: Event):
    found, known = attendance(sample), doors.attendance(sample)
    assert {each.id: each.people for each in found.sessions} == {id_: there.people for id_, there in known.items()}
    for session, there in known.items():
        mine = {each.id: each.minutes[session] for each in found.people if session in each.minutes}
        assert mine == there.minutes
    assert sum(each.came for each in found.people) == 90


def test_small_steps_lead_to_the_same(sample: Event, monkeypatch: pytest.MonkeyPatch):
    at_once = attendance(sample)
    monkeypatch.setattr(gathering, "_AT_ONCE", 7)
    told = list(attendance_in_steps(sample))
    assert told == sorted(told)
    assert len(told) == 15
    assert told[-1] == 1.0
    assert whole(attendance_in_steps(sample)) == at_once


def test_people_counted_without_names(house: House):
    forum = house.session("Forum 1", "Saal 1", "10:00", "11:00")
    for time, change in (("09:50", 12), ("10:20", 1), ("10:40", -3)):
        house.desk.clock.set(f"2017-03-06T{time}:00+01:00")
        count(house.desk.event, house.points["Saal 1"].id, change)
    (session,) = attendance(house.desk.event).sessions
    assert (session.id, session.scanned, session.counted, session.people) == (forum, 0, 13, 13)


def test_whom_a_choice_means(house: House):
    desk = house.desk
    for name, organisation, roles in (
        ("Zoe Albers", "Exil e.V.", ("press",)),
        ("Ali Rezaei", "", ("speaker",)),
        ("Änne Ünal", "exil e.v.", ()),
    ):
        desk.person(name, organisation=organisation, roles=roles)
    desk.person("Gone Away", status=Status.CANCELLED)
    people = attendance(desk.event).people
    names = lambda choice: [each.name for each in choice.of(people)]
    assert names(Choice()) == ["Zoe Albers", "Gone Away", "Ali Rezaei", "Änne Ünal"]
    assert names(Choice(order=Order.ORGANISATION)) == ["Zoe Albers", "Änne Ünal", "Gone Away", "Ali Rezaei"]
    assert names(Choice(organisations=("EXIL  e.V.",))) == ["Zoe Albers", "Änne Ünal"]
    assert names(Choice(roles=("press", "speaker"))) == ["Zoe Albers", "Ali Rezaei"]
    assert names(Choice(people=())) == []
    assert "Gone Away" not in {each.name for each in expected(people)}
