"""The view of the doors: how full rooms are now, counting without names, which point leads to which room."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.checkin.actions import check_in
from eventdesk.checkin.records import points
from eventdesk.checkin.scan import Direction
from eventdesk.doors import doors_for
from eventdesk.panels import actions_places
from eventdesk.panels.doors import records
from tests.clock import FakeClock
from tests.core.panels.programme_of_tests import F2, R1, R2, person_id
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.places_driver import MORNING, DoorsDriver, make_file
from ui.application import Application

__all__ = ["home"]


@pytest.fixture(scope="session")
def programme_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file with the small programme; tests work on copies of it."""
    return make_file(tmp_path_factory.mktemp("doors"))


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that shows the morning of the event."""
    return FakeClock(MORNING)


@pytest.fixture
def page(application: Application, clock: FakeClock, programme_file: Path, tmp_path: Path) -> DoorsDriver:
    """Return a desk on this view, in English."""
    application.open(Path(shutil.copy(programme_file, tmp_path / programme_file.name)))
    desk = DeskDriver(application, clock)
    desk.settles()
    return DoorsDriver.at(desk)


def scan(page: DoorsDriver, given_name: str, room: str, direction: Direction = Direction.IN) -> None:
    """Scan somebody at the door of a room, at another desk of the same file."""
    page.clock.advance(seconds=10)
    event, programme = page.event, page.programme
    point = next(each for each in points(event.db) if each.name == room)
    code = programme.people[person_id(programme, given_name)].code
    check_in(event, code, point, direction=direction, doors=doors_for(event))
    page.settles()


def test_rooms_show_live_how_full_they_are_and_warn(page: DoorsDriver) -> None:
    assert page.card("Saal 2") == ["Saal 2", "10:00–11:00 · Forum 2", "0 / 3"]
    assert page.card("Saal 3")[:2] == ["Saal 3", "No session now"]
    for name in ("Bruno", "Chi"):
        scan(page, name, "Saal 2")
    assert page.card("Saal 2")[2] == "2 / 3"
    scan(page, "Dilan", "Saal 2")
    assert page.card("Saal 2")[2:4] == ["3 / 3", "Full"]
    page.says("3 people are in the rooms now · one room is full")
    scan(page, "Chi", "Saal 2", Direction.OUT)
    assert page.card("Saal 2")[2] == "2 / 3"


def test_kept_places_count_down_until_they_are_free(page: DoorsDriver) -> None:
    programme = page.programme
    actions_places.give_place(page.event, person_id(programme, "Bruno"), F2)
    actions_places.put_on_waiting(page.event, person_id(programme, "Chi"), F2)
    page.settles()
    assert page.card("Saal 2")[3] == "One place is kept until 10:15 · free in 10 minutes · One person is waiting"
    page.clock.advance(minutes=9)
    page.tab.refresh()
    assert "free in one minute" in page.card("Saal 2")[3]
    page.clock.advance(minutes=2)
    page.tab.refresh()
    assert page.card("Saal 2")[3] == "One person is waiting"


def test_people_are_counted_without_names_by_buttons_and_keys_and_taken_back(page: DoorsDriver) -> None:
    page.clicks("Count without names")
    card = page.tab.rooms.cards[R2]
    page.clicks_at(card.came, card.came.rect().center())
    card.setFocus()
    page.presses("+", "Ctrl++")
    assert page.card("Saal 2")[2:4] == ["3 / 3", "Full"]
    assert page.card("Saal 2")[-1] == "3 people without a name"
    page.presses("-")
    assert page.card("Saal 2")[2] == "2 / 3"
    page.presses("Ctrl+Z")
    assert page.card("Saal 2")[2] == "3 / 3"
    page.presses("-", "-", "-")
    page.does_not_say("Nobody is in this room.")
    page.presses("-").says("Nobody is in this room.")
    assert page.card("Saal 2")[2] == "0 / 3"


def test_who_is_inside_is_shown_by_name(page: DoorsDriver) -> None:
    scan(page, "Bruno", "Saal 2")
    scan(page, "Chi", "Saal 2")
    scan(page, "Chi", "Saal 1")
    page.tab.rooms.cards[R2].setFocus()
    page.presses("Enter").says("In Saal 2 now")
    assert [line.title for line in page.tab.inside.names.lines] == ["Bruno Lang"]
    scan(page, "Dilan", "Saal 2")
    assert [line.title for line in page.tab.inside.names.lines] == ["Bruno Lang", "Dilan Kaya"]
    page.presses("Esc")
    assert QApplication.focusWidget() is page.tab.rooms.cards[R2]


def test_a_point_is_made_the_door_of_another_room_and_back(page: DoorsDriver) -> None:
    number = next(at for at, each in enumerate(page.tab.points) if each.point.name == "Saal 2")
    box = page.tab.ways.boxes[number]
    box.setCurrentIndex(box.findData(R1))
    box.activated.emit(box.currentIndex())
    page.settles()
    assert {room.id: len(room.points) for room in records.rooms(page.event.db)}[R1] == 2
    assert "no check-in point yet" in page.card("Saal 2")[-1]
    page.clicks("Add the missing point").says("One check-in point is added.")
    page.presses("Ctrl+Z")
    page.presses("Ctrl+Z")
    assert {room.id: len(room.points) for room in records.rooms(page.event.db)}[R1] == 1


def test_attendance_is_counted_when_asked_for(page: DoorsDriver) -> None:
    scan(page, "Bruno", "Saal 2")
    page.clicks("Count who was in which session")
    (line,) = page.tab.attendance.lines.lines
    assert (line.title, line.figure, line.about) == ("Forum 2", "1", "10:00 · not over yet")
    page.clock.advance(hours=1)
    page.clicks("Count who was in which session")
    (line,) = page.tab.attendance.lines.lines
    assert line.about == "10:00 · 55 minutes on average"
