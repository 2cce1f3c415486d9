"""What is remembered about a door says the same as what is asked anew, whatever happened meanwhile."""

from random import Random

import pytest

from eventdesk.checkin import actions
from eventdesk.checkin.point import Point
from eventdesk.checkin.points import add_point
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.seating import Doors, Seat
from eventdesk.doors import doors_for, fill_of
from eventdesk.event import Event
from eventdesk.panels.actions_places import give_place, put_on_waiting, take_off_waiting, take_place
from eventdesk.panels.doors.actions import count
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.clock import FakeClock
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import House

STEPS = 120


@pytest.fixture
def house(event: Event, clock: FakeClock) -> House:
    return House(Desk(event, clock, add_point(event, "Haupteingang")))


def agrees(house: House, doors: Doors, point: Point, person: Person, others: int) -> None:
    """Compare what is remembered with what is asked anew, and with how full the room is."""
    event, now = house.desk.event, house.desk.event.now()
    told = doors(point, person, now, others)
    assert told == doors_for(event)(point, person, now, others)
    fill = fill_of(event, point)
    assert told is not None
    assert fill is not None
    if told.session and told.capacity is None and fill.capacity is not None and told.seat is not Seat.PART:
        kept = 0 if told.seat is Seat.RESERVED else fill.kept + fill.waiting
        assert fill.inside + others + kept < fill.capacity


def something_happens(house: House, chance: Random, guests: list[Person], sessions: list[int], doors: Doors) -> None:
    event, who, session = house.desk.event, chance.choice(guests), chance.choice(sessions)
    door = house.points[chance.choice(["Saal 3A", "Saal 3A", "Saal 3B"])]
    match chance.choice(["in"] * 8 + ["out", "place", "no place", "wait", "waits no longer", "count", "undo", "later"]):
        case "in":
            house.desk.scan(who, door, doors=doors)
        case "out":
            house.desk.scan(who, door, direction=Direction.OUT, doors=doors)
        case "place":
            give_place(event, who.id, session, anyway=True)
        case "no place":
            take_place(event, who.id, session)
        case "wait":
            put_on_waiting(event, who.id, session)
        case "waits no longer":
            take_off_waiting(event, who.id, session)
        case "count":
            count(event, door.id, chance.choice([1, 1, -1]))
        case "undo":
            actions.undo_scan(event, house.desk.scan(who, door, doors=doors).eid)
        case _:
            house.desk.clock.advance(minutes=chance.randint(5, 25))


@pytest.mark.parametrize("seed", range(5))
def test_what_is_remembered_is_what_is_so(house: House, seed: int):
    chance, rooms = Random(seed), [house.room("Saal 3A", 4), house.room("Saal 3B", 3)]
    guests = house.people(7)
    speaker = house.desk.person("Ina Rede", foreign_id="P1")
    sessions = [
        house.session("Forum 1", "Saal 3A", "11:00", "12:00", speakers=("P1",)),
        house.session("Forum 2", "Saal 3A", "12:00", "13:00"),
        house.session("Forum 3", "Saal 3B", "11:00", "13:00", capacity=2),
    ]
    house.turn_to("10:35")
    doors = doors_for(house.desk.event)
    for _ in range(STEPS):
        something_happens(house, chance, [*guests, speaker], sessions, doors)
        agrees(house, doors, chance.choice(rooms), chance.choice([*guests, speaker]), chance.randint(0, 2))


def test_a_change_of_the_programme_is_seen_at_once(house: House):
    point, event = house.room("Saal 3A", 4), house.desk.event
    guest, doors = house.people(1)[0], doors_for(event)
    house.turn_to("10:50")
    before = doors(point, guest, event.now(), 0)
    assert before is not None
    assert not before.session
    forum = house.session("Forum 1", "Saal 3A", "11:00", "12:00")
    house.place(forum, guest)
    told = doors(point, guest, event.now(), 0)
    assert told is not None
    assert (told.session, told.seat, told.own_kept) == (forum, Seat.RESERVED, True)
    people.cancel(event, guest.id)
    agrees(house, doors, point, guest, 0)
    house.turn_to("11:15")
    later = doors(point, guest, event.now(), 0)
    assert later is not None
    assert not later.own_kept
