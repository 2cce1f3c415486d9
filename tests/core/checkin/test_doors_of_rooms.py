"""At the door of a room: a second door, midnight, and people who cancelled."""

import pytest

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import add_point
from eventdesk.checkin.verdict import Left
from eventdesk.codes import Op, Outcome
from eventdesk.doors import attendance, fill_of
from eventdesk.panels.doors.actions import lead_to
from eventdesk.people import actions as people
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import DAY, House


@pytest.fixture
def house(desk: Desk) -> House:
    return House(desk)


def inside(house: House, room: str) -> int:
    found = fill_of(house.desk.event, house.points[room])
    assert found is not None
    return found.inside


@pytest.mark.parametrize("time", range(6))
def test_who_comes_back_through_the_other_door_is_inside_once_and_can_leave(house: House, time: int):
    house.room("Saal 3A", 1)
    back = add_point(house.desk.event, "Saal 3A hinten", PointKind.ROOM)
    house.points["hinten"] = back
    lead_to(house.desk.event, back.id, house.rooms["Saal 3A"])
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", f"11:0{time}:00")
    assert house.scan(guest, "hinten", "11:10:00").code is Outcome.ACCEPTED
    assert inside(house, "Saal 3A") == 1
    assert house.scan(guest, "hinten", "11:20:00").code is Outcome.ACCEPTED, "the room is full of nobody else"
    assert isinstance(house.leave(guest, "Saal 3A", "11:50:00"), Left)
    assert inside(house, "Saal 3A") == 0
    assert attendance(house.desk.event)[forum].minutes == {guest.id: 50 - time}


def test_who_came_before_midnight_is_inside_until_a_room_sees_them_again(house: House):
    house.room("Saal 3A", 3)
    house.room("Saal 3B")
    night = house.session("Lange Nacht", "Saal 3A", "23:00", "23:59")
    with house.desk.event.transact(Op.SETTINGS, "") as tx:
        for (slot,) in tx.rows("SELECT slot FROM session WHERE id = ?", night):
            tx.update("slot", slot, {"starts": f"{DAY}T23:00", "ends": "2017-03-07T01:00"})
    stays, moves, leaves, late = house.people(4)
    for person in (stays, moves, leaves):
        assert house.scan(person, "Saal 3A", "23:10").code is Outcome.ACCEPTED
    house.desk.clock.advance(hours=1)
    assert inside(house, "Saal 3A") == 3
    assert house.scan(late, "Saal 3A").code is Outcome.FULL
    assert isinstance(house.leave(leaves, "Saal 3A"), Left)
    assert inside(house, "Saal 3A") == 2
    house.scan(moves, "Saal 3B")
    assert inside(house, "Saal 3A") == 1
    assert house.scan(late, "Saal 3A").code is Outcome.ACCEPTED
    assert inside(house, "Saal 3A") == 2


def test_no_seat_is_kept_for_somebody_who_cancelled(house: House):
    house.room("Saal 3A", 2)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    comes, cancelled, waits, gone, guest = house.people(5)
    house.place(forum, comes, cancelled)
    house.wait(forum, gone, waits)
    assert house.scan(guest, "Saal 3A", "10:50:00").code is Outcome.FULL
    for person in (cancelled, gone):
        people.cancel(house.desk.event, person.id)
    assert house.scan(guest, "Saal 3A", "10:51:00").code is Outcome.FULL, "somebody waits for what became free"
    assert house.scan(waits, "Saal 3A", "10:52:00").code is Outcome.ACCEPTED
    assert house.scan(comes, "Saal 3A", "10:53:00").code is Outcome.ACCEPTED
