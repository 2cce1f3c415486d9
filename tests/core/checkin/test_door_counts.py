"""How full a room is, counting without names, who was there, and rooms that have no door yet."""

import pytest

from eventdesk.checkin.point import PointKind
from eventdesk.codes import Op
from eventdesk.doors import Fill, add_missing_doors, attendance, fill_of
from eventdesk.event import Undone
from eventdesk.panels.doors.actions import count, lead_to
from eventdesk.people.person import Person
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import House


@pytest.fixture
def house(desk: Desk) -> House:
    return House(desk)


def fill(house: House, room: str) -> Fill:
    found = fill_of(house.desk.event, house.points[room])
    assert found is not None
    return found


def test_the_fill_of_a_room(house: House):
    house.room("Saal 3A", 10)
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    holders, waiting = house.people(8), house.people(2)
    house.place(forum, *holders)
    house.wait(forum, *waiting)
    for person in holders[:5]:
        house.scan(person, "Saal 3A", "10:50" if person is holders[0] else "")
    now = fill(house, "Saal 3A")
    assert (now.title, now.inside, now.kept, now.waiting, now.free) == ("Forum 1", 5, 3, 2, 5)
    for _ in range(4):
        count(house.desk.event, house.points["Saal 3A"].id, 1)
    house.turn_to("11:15")
    now = fill(house, "Saal 3A")
    assert (now.inside, now.counted, now.kept, now.nearly_full, now.full) == (9, 4, 0, True, False)
    house.scan(waiting[0], "Saal 3A")
    now = fill(house, "Saal 3A")
    assert (now.inside, now.waiting, now.full) == (10, 1, True)


def test_each_count_is_an_entry_that_can_be_undone(house: House):
    point, event = house.room("Saal 3A", 10), house.desk.event
    forum = house.session("Forum 1", "Saal 3A", "09:00", "10:00")
    one, two = (count(event, point.id, change) for change in (1, -1))
    assert (one.session, two.change) == (forum, -1)
    entry = event.entry(one.eid)
    assert entry is not None
    assert (entry.op, entry.label) == (Op.PANELS_COUNT, "Saal 3A +1")
    gone = event.entry(two.eid)
    assert gone is not None
    assert gone.label == "Saal 3A −1"
    assert isinstance(event.undo(two.eid), Undone)
    assert fill(house, "Saal 3A").inside == 1
    assert all(event.verify().values())


def test_counting_fills_the_room_for_those_who_are_scanned(house: House):
    point = house.room("Saal 3A", 2)
    house.session("Forum 1", "Saal 3A", "09:00", "10:00")
    for _ in range(2):
        count(house.desk.event, point.id, 1)
    assert house.scan(house.people(1)[0], "Saal 3A").code == "full"


def test_counting_where_nothing_takes_place(house: House):
    point = house.room("Saal 3A", 2)
    elsewhere = house.desk.add_point("Garderobe")
    assert count(house.desk.event, point.id, 1).session is None
    assert count(house.desk.event, elsewhere.id, 1).session is None
    assert (fill(house, "Saal 3A").inside, fill(house, "Saal 3A").capacity) == (1, 2)


def test_a_room_that_is_called_otherwise_gets_its_point_named(house: House):
    house.room("Saal 3A")
    point = house.desk.add_point("Tür links")
    event = house.desk.event
    assert fill_of(event, point) is None
    lead_to(event, point.id, house.rooms["Saal 3A"], point.name)
    found = fill_of(event, point)
    assert found is not None
    assert found.room == "Saal 3A"
    assert isinstance(event.undo(), Undone)
    assert fill_of(event, point) is None


def test_rooms_without_a_door_get_one(house: House):
    house.room("Saal 3A")
    with house.desk.event.transact(Op.SETTINGS, "") as tx:
        tx.insert("room", {"ref": "R2", "name": "Saal 3B", "capacity": 5})
    added = add_missing_doors(house.desk.event)
    assert [(point.name, point.kind) for point in added] == [("Saal 3B", PointKind.ROOM)]
    assert add_missing_doors(house.desk.event) == []


def test_attendance_of_a_day(house: House):
    house.room("Saal 3A")
    house.room("Saal 3B")
    first = house.session("Forum 1", "Saal 3A", "10:00", "11:00")
    second = house.session("Forum 2", "Saal 3B", "10:00", "11:00")
    guests: list[Person] = house.people(3)
    for guest in guests:
        house.scan(guest, "Saal 3A", "09:50" if guest is guests[0] else "")
    house.scan(guests[0], "Saal 3B", "10:20")
    house.leave(guests[1], "Saal 3A", "10:45")
    count(house.desk.event, house.points["Saal 3B"].id, 1)
    found = attendance(house.desk.event)
    assert found[first].minutes == {guests[0].id: 20, guests[1].id: 45, guests[2].id: 60}
    assert (found[second].minutes, found[second].people) == ({guests[0].id: 40}, 2)
