"""The same code at the same point within three seconds is one scan."""

import pytest

from eventdesk.checkin import actions
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Accepted, AlreadyIn, Left, Note, UnknownCode
from eventdesk.codes import Outcome
from eventdesk.desk import open_event
from eventdesk.people import actions as people
from eventdesk.people.code import new_code
from eventdesk.people.person import Status
from tests.core.checkin.desk import Desk


def test_gives_the_first_verdict_once_more_and_writes_nothing(desk: Desk, clock):
    elif_ = desk.person()
    first = desk.scan(elif_)
    entries = len(desk.event.journal(1000))
    clock.advance(seconds=2.999)
    echo = desk.scan_at_once(elif_)
    assert isinstance(echo, Accepted)
    assert echo.repeated
    assert (echo.eid, echo.at, echo.person) == (first.eid, first.at, first.person)
    assert len(desk.event.journal(1000)) == entries


def test_three_seconds_later_it_is_another_scan(desk: Desk, clock):
    elif_ = desk.person()
    desk.scan(elif_)
    clock.advance(seconds=3)
    verdict = desk.scan_at_once(elif_)
    assert isinstance(verdict, AlreadyIn)
    assert not verdict.repeated


def test_echoes_do_not_prolong_each_other(desk: Desk, clock):
    elif_ = desk.person()
    desk.scan(elif_)
    clock.advance(seconds=2)
    assert desk.scan_at_once(elif_).repeated
    clock.advance(seconds=2)
    assert not desk.scan_at_once(elif_).repeated


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.PENDING, Status.WAITING])
def test_of_a_refused_scan(desk: Desk, status):
    jan = desk.person("Jan Kowalski", status=status)
    first = desk.scan(jan)
    echo = desk.scan_at_once(jan)
    assert echo.repeated
    assert (echo.code, echo.eid) == (first.code, first.eid)
    assert desk.scans() == 1


def test_of_somebody_who_was_in_already_names_the_first_scan_again(desk: Desk):
    elif_ = desk.person()
    desk.scan(elif_)
    first = desk.scan(elif_)
    echo = desk.scan_at_once(elif_)
    assert isinstance(first, AlreadyIn)
    assert isinstance(echo, AlreadyIn)
    assert echo.repeated
    assert echo.first == first.first


def test_of_an_unknown_code(desk: Desk):
    code = new_code()
    first = desk.scan(code)
    echo = desk.scan_at_once(code)
    assert isinstance(echo, UnknownCode)
    assert (echo.repeated, echo.eid) == (True, first.eid)
    assert desk.scans() == 1
    assert not desk.scan_at_once(new_code()).repeated


def test_of_an_exit(desk: Desk):
    elif_ = desk.person()
    desk.scan(elif_)
    desk.leave(elif_)
    echo = desk.scan_at_once(elif_, direction=Direction.OUT)
    assert isinstance(echo, Left)
    assert echo.repeated
    assert desk.counts().inside == 0


def test_of_a_forced_entry_is_forced_still(desk: Desk):
    jan = desk.person("Jan Kowalski", status=Status.CANCELLED)
    desk.scan(jan, forced=True)
    echo = desk.scan_at_once(jan)
    assert isinstance(echo, Accepted)
    assert (echo.repeated, echo.forced, echo.overruled) == (True, True, Outcome.CANCELLED)
    assert Note.FORCED in echo.notes


def test_of_an_entry_forced_at_a_full_door(desk: Desk):
    full = desk.add_point("Saal 1", capacity=0)
    elif_ = desk.person()
    desk.scan(elif_, full, forced=True)
    echo = desk.scan_at_once(elif_, full)
    assert isinstance(echo, Accepted)
    assert (echo.repeated, echo.forced) == (True, True)


def test_the_last_place_is_not_taken_from_its_owner_by_an_echo(desk: Desk):
    room = desk.add_point("Saal 1", capacity=1)
    elif_ = desk.person()
    desk.scan(elif_, room)
    assert isinstance(desk.scan_at_once(elif_, room), Accepted)


def test_a_code_and_the_name_of_the_same_person_are_the_same(desk: Desk):
    elif_ = desk.person()
    desk.scan(elif_)
    assert actions.check_in_person(desk.event, elif_.id, desk.point).repeated


def test_another_point_is_another_scan(desk: Desk):
    elif_ = desk.person()
    desk.scan(elif_)
    assert not desk.scan_at_once(elif_, desk.add_point("Saal 1")).repeated


def test_another_direction_is_another_scan(desk: Desk):
    elif_ = desk.person()
    desk.scan(elif_)
    assert isinstance(desk.scan_at_once(elif_, direction=Direction.OUT), Left)
    again = desk.scan_at_once(elif_)
    assert isinstance(again, Accepted)
    assert not again.repeated
    assert desk.counts().inside == 1


def test_another_desk_is_another_scan(desk: Desk, clock):
    elif_ = desk.person()
    desk.scan(elif_)
    path = desk.event.path
    desk.event.close()
    with open_event(path, desk="Schalter 2", clock=clock) as event:
        verdict = actions.check_in(event, elif_.code, desk.point)
    assert isinstance(verdict, AlreadyIn)
    assert not verdict.repeated


def test_after_an_undo_it_is_another_scan(desk: Desk):
    elif_ = desk.person()
    actions.undo_scan(desk.event, desk.scan(elif_).eid)
    verdict = desk.scan_at_once(elif_)
    assert isinstance(verdict, Accepted)
    assert not verdict.repeated


def test_a_refusal_that_does_not_hold_any_more_is_no_echo(desk: Desk, clock):
    jan = desk.person("Jan Kowalski", status=Status.WAITING)
    desk.scan(jan)
    people.readmit(desk.event, jan.id)
    clock.advance(seconds=1)
    assert isinstance(desk.scan_at_once(jan), Accepted)
    people.cancel(desk.event, jan.id)
    clock.advance(seconds=1)
    assert isinstance(desk.scan_at_once(jan), Accepted), "the echo of an entry stays an entry"


def test_a_clock_that_was_put_back_a_little(desk: Desk, clock):
    elif_ = desk.person()
    desk.scan(elif_)
    clock.advance(seconds=-1)
    assert desk.scan_at_once(elif_).repeated


def test_two_people_with_one_ticket_are_not_told_apart_by_an_echo(desk: Desk):
    desk.person("Ana Novak", ticket="FAM-4711")
    desk.person("Bo Novak", ticket="FAM-4711")
    first = desk.scan("FAM-4711")
    echo = desk.scan_at_once("FAM-4711")
    assert echo.repeated
    assert first.person is not None
    assert echo.person == first.person
    assert echo.candidates == first.candidates
    assert desk.counts().inside == 1


def test_a_ticket_that_was_given_to_others_meanwhile(desk: Desk):
    ana, *_ = [desk.person(f"{name} Novak", ticket="FAM-4711") for name in ("Ana", "Bo", "Cem")]
    assert desk.scan("FAM-4711").person == ana
    people.edit(desk.event, ana.id, ticket="")
    verdict = desk.scan_at_once("FAM-4711")
    assert isinstance(verdict, Accepted)
    assert not verdict.repeated
    assert verdict.person is not None
    assert verdict.person.given_name == "Bo"


def test_midnight_ends_an_echo(desk: Desk, clock):
    elif_ = desk.person()
    clock.set("2017-03-06T23:59:59+01:00")
    desk.scan_at_once(elif_)
    clock.set("2017-03-07T00:00:01+01:00")
    verdict = desk.scan_at_once(elif_)
    assert isinstance(verdict, Accepted)
    assert not verdict.repeated
