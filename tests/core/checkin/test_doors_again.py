"""Scanned again at the door of a room: who is in already, who goes out of a room where they are not."""

from dataclasses import dataclass

import pytest

from eventdesk.checkin import records, saying
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.verdict import as_json
from eventdesk.codes import Outcome
from eventdesk.doors import attendance, doors_for, fill_of
from eventdesk.words import Words
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import BERLIN, House

WORDS = Words("en")
STAYS = "In the room since {}: the person may pass, and is counted once."
MOVED = (
    "By the scans the person is in {} since {}, and may go; "
    "somebody who is just coming needs “Entry” (F7) and a second scan."
)
MAY_GO = "The person may go; somebody who is just coming needs “Entry” (F7) and a second scan."


@pytest.fixture
def house(desk: Desk) -> House:
    """Two rooms: in 3A a forum at ten and one at eleven, 3B only counts; the kitchen is a door of no room."""
    house = House(desk)
    house.room("Saal 3A", 4)
    house.room("Saal 3B")
    house.points["Küche"] = desk.add_point("Küche", PointKind.ROOM)
    return house


@dataclass(frozen=True)
class Case:
    """What was scanned ("in Saal 3A 10:50, …"), the last of which is answered with a word and what to do."""

    name: str
    scans: str
    word: str
    step: str = ""
    place: bool = False
    inside: int | None = None


CASES = (
    Case("once", "in Saal 3A 10:50", "Free place", inside=1),
    Case("twice", "in Saal 3A 10:50, in Saal 3A 11:05", "Already in the room", STAYS.format("10:50"), inside=1),
    Case("a place, once", "in Saal 3A 10:50", "Place reserved", place=True, inside=1),
    Case("a place, twice", "in Saal 3A 10:50, in Saal 3A 11:05", "Already in the room", STAYS.format("10:50"), True, 1),
    Case(
        "three times: since the first",
        "in Saal 3A 10:50, in Saal 3A 11:05, in Saal 3A 11:06",
        "Already in the room",
        STAYS.format("10:50"),
        inside=1,
    ),
    Case("after an exit", "in Saal 3A 10:50, out Saal 3A 11:00, in Saal 3A 11:20", "Free place", inside=1),
    Case(
        "since they came back",
        "in Saal 3A 10:50, out Saal 3A 11:00, in Saal 3A 11:20, in Saal 3A 11:25",
        "Already in the room",
        STAYS.format("11:20"),
        inside=1,
    ),
    Case("from another room", "in Saal 3A 10:50, in Saal 3B 11:00, in Saal 3A 11:20", "Free place", inside=1),
    Case("the session before", "in Saal 3A 10:00, in Saal 3A 10:55", "Free place", inside=1),
    Case("between sessions", "in Saal 3A 08:00, in Saal 3A 08:05", "Already in the room", STAYS.format("08:00")),
    Case("a door of no room", "in Küche 10:50, in Küche 10:55", "Welcome"),
    Case("out, never in", "out Saal 3A 11:00", "Was not in this room", MAY_GO, inside=0),
    Case("out twice", "in Saal 3A 10:50, out Saal 3A 11:00, out Saal 3A 11:05", "Was not in this room", MAY_GO),
    Case(
        "out, but elsewhere",
        "in Saal 3A 10:50, in Saal 3B 11:00, out Saal 3A 11:05",
        "Was not in this room",
        MOVED.format("Saal 3B", "11:00"),
        inside=0,
    ),
    Case("out, but in the kitchen", "in Küche 11:00, out Saal 3A 11:05", "Was not in this room",
         MOVED.format("Küche", "11:00")),
    Case("out of the kitchen, never in", "out Küche 11:00", "Was not in this room", MAY_GO),
    Case("out as usual", "in Saal 3A 10:50, out Saal 3A 11:00", "Goodbye", inside=0),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_door_says_who_is_in_already_and_who_is_elsewhere(house: House, case: Case) -> None:
    house.session("Forum 1", "Saal 3A", "10:00", "10:50")
    forum = house.session("Forum 2", "Saal 3A", "11:00", "12:00")
    guest, other = house.people(2)
    house.place(forum, guest if case.place else other)
    for scan in case.scans.split(", "):
        way, _, rest = scan.partition(" ")
        room, _, time = rest.rpartition(" ")
        verdict = (house.scan if way == "in" else house.leave)(guest, room, time)
    assert saying.word(verdict, WORDS) == case.word
    assert saying.next_step(verdict, WORDS, BERLIN) == case.step
    if case.inside is not None:
        fill = fill_of(house.desk.event, house.points["Saal 3A"])
        assert fill is not None
        assert fill.inside == case.inside


def test_the_list_of_the_last_scans_says_it_too(house: House) -> None:
    (guest,) = house.people(1)
    house.leave(guest, "Saal 3A", "08:00")
    house.desk.leave(guest)
    told = [saying.remark(scan, WORDS) for scan in records.recent(house.desk.event.db, 5)]
    assert told == ["was not in", "was not in this room"]


def test_who_is_scanned_twice_attended_once(house: House) -> None:
    forum = house.session("Forum", "Saal 3A", "11:00", "12:00")
    (guest,) = house.people(1)
    for time in ("10:50", "11:05", "11:30"):
        house.scan(guest, "Saal 3A", time)
    assert attendance(house.desk.event)[forum].people == 1


def test_the_echo_of_a_first_scan_is_a_greeting_and_of_a_second_is_none(house: House) -> None:
    house.session("Forum", "Saal 3A", "11:00", "12:00")
    (guest,) = house.people(1)
    doors, point = doors_for(house.desk.event), house.points["Saal 3A"]
    assert saying.word(house.scan(guest, "Saal 3A", "10:50"), WORDS) == "Welcome"
    echo = house.desk.scan_at_once(guest, point, doors=doors)
    assert (echo.repeated, saying.word(echo, WORDS)) == (True, "Welcome")
    assert saying.word(house.scan(guest, "Saal 3A", "11:05"), WORDS) == "Already in the room"
    echo = house.desk.scan_at_once(guest, point, doors=doors)
    assert (echo.repeated, saying.word(echo, WORDS)) == (True, "Already in the room")


def test_yesterday_is_over(house: House) -> None:
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", "08:00")
    house.desk.clock.advance(days=1)
    assert saying.word(house.scan(guest, "Saal 3A"), WORDS) == "Welcome"
    house.desk.clock.advance(days=1)
    verdict = house.leave(guest, "Saal 3B")
    assert verdict.code is Outcome.NOT_INSIDE
    assert saying.next_step(verdict, WORDS, BERLIN) == MAY_GO


def test_the_answer_in_json_says_since_when_and_where(house: House) -> None:
    (guest,) = house.people(1)
    house.scan(guest, "Saal 3A", "08:00")
    again = as_json(house.scan(guest, "Saal 3A", "08:05"), WORDS, BERLIN)["door"]
    gone = as_json(house.leave(guest, "Saal 3B", "08:10"), WORDS, BERLIN)["door"]
    assert isinstance(again, dict)
    assert isinstance(gone, dict)
    assert (again["here_since"], again["elsewhere"]) == ("2017-03-06T08:00:05+01:00", None)
    assert (gone["here_since"], gone["elsewhere"]) == (None, "Saal 3A")
