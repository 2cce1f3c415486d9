"""At the door of a room: on what ground somebody goes in, how full it is, and + and − count without names."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from eventdesk.doors import fill_of
from tests.ui.doors_driver import DoorDriver
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from ui.colours import LIGHT

__all__ = ["home"]

Codes = dict[str, str]


@pytest.fixture
def door(desk: DeskDriver) -> DoorDriver:
    return DoorDriver(desk)


def test_who_has_a_place_who_gets_a_free_one_and_who_waits(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 3).at("10:50")
    forum = door.house.session("Forum 2 · Begegnung im Stadtteil und anderswo", "Saal 4", "11:00", "12:00")
    door.house.place(forum, door.person("Demirtaş"), door.person("Touma"))
    door.house.wait(forum, door.person("Rahmani"), door.person("Ebrahimi"))
    door.desk.scan(codes["elif"]).says("Place reserved", "Forum 2").does_not_say("Welcome")
    assert door.desk.page.card.shown().tone.ground == LIGHT.welcome  # type: ignore[union-attr]
    door.desk.scan(codes["farid"]).says("Free place")
    assert not any("Saal" in pill for pill in door.desk.page.card.shown().pills)  # type: ignore[union-attr]
    assert door.desk.page.card.shown().tone.ground == LIGHT.free  # type: ignore[union-attr]
    door.desk.scan(codes["leila"]).says("Full – waiting list 1", "become free at 11:15")
    assert door.desk.page.card.shown().tone.ground == LIGHT.refused  # type: ignore[union-attr]
    door.at("11:16").desk.scan(codes["leila"]).says("Free place")
    door.desk.scan(codes["lina"]).says("Full")


def test_a_free_place_names_the_room_where_somebody_has_a_place(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 3).at("10:50")
    door.house.room("Saal 5", 3)
    elsewhere = door.house.session("Forum 3", "Saal 5", "11:00", "12:00")
    here = door.house.session("Forum 4", "Saal 4", "11:00", "12:00")
    door.house.place(here, door.person("Touma"))
    door.house.place(elsewhere, door.person("Demirtaş"))
    door.desk.scan(codes["elif"]).says("Free place", "Forum 3 · Saal 5 · 11:00")


def test_who_is_in_already_is_told_so_calmly_and_counts_once(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 3).at("10:50")
    forum = door.house.session("Forum 4", "Saal 4", "11:00", "12:00")
    door.house.place(forum, door.person("Touma"))
    door.desk.scan(codes["elif"]).says("Free place")
    door.at("11:05").desk.scan(codes["elif"]).says("Already in the room", "In the room since 10:50")
    card = door.desk.page.card.shown()
    assert card is not None
    assert (card.tone.ground, card.tone.icon) == (LIGHT.welcome, "again")
    assert door.side()[1] == "1 of 3 places"


def test_who_goes_out_of_a_room_where_they_are_not_may_be_in_another(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 3).at("10:50")
    door.desk.presses("F7").scan(codes["elif"]).says("Was not in this room").does_not_say("was last in")
    door.house.room("Saal 5", 3)
    door.house.scan(door.person("Demirtaş"), "Saal 5", "10:55")
    door.desk.settles()
    door.at("11:05").desk.scan(codes["elif"]).says("Was not in this room", "the person is in Saal 5 since 10:55")


def test_a_session_for_everybody_is_full_when_the_room_is(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 1).at("10:55")
    door.house.session("Forum 2", "Saal 4", "11:00", "12:00")
    door.desk.scan(codes["oksana"]).says("Welcome")
    door.desk.scan(codes["farid"]).says("Full", "Ask the person to wait until somebody leaves.")


def test_the_column_tells_the_fill_and_warns(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 2).at("10:50")
    forum = door.house.session("Forum 2", "Saal 4", "11:00", "12:15")
    door.house.place(forum, door.person("Demirtaş"))
    door.desk.settles()
    assert door.side() == ["Forum 2, 11:00–12:15", "0 of 2 places", "One place is kept until 11:15"]
    door.desk.scan(codes["elif"]).scan(codes["farid"])
    assert door.side() == ["Forum 2, 11:00–12:15", "2 of 2 places", "Full"]
    door.desk.presses("F8")
    assert door.side()[1] == "1 of 2 places"


def test_counting_by_keys_and_taking_back(door: DoorDriver):
    door.stands_at("Saal 4", 10).at("11:00")
    door.house.session("Forum 2", "Saal 4", "11:00", "12:00")
    door.desk.presses("Shift+F7").says("Saal 4", "Forum 2, 11:00–12:00", "0 / 10")
    assert door.desk.has_the_focus()
    door.desk.types("+++")
    assert "3 / 10" in door.counter()
    door.desk.types("-")
    assert "2 / 10" in door.counter()
    door.desk.presses("Ctrl+Z")
    assert "3 / 10" in door.counter()
    assert door.desk.frame.banner.good
    door.desk.presses("Ctrl+Z").presses("Ctrl+Z")
    assert "1 / 10" in door.counter()
    assert door.desk.field() == ""
    assert door.side()[1] == "1 of 10 places"


def test_counting_by_buttons_until_it_is_full(door: DoorDriver):
    door.stands_at("Saal 4", 10).at("11:00")
    door.desk.presses("Shift+F7")
    for _ in range(9):
        click(door.card.came_in)
    door.desk.settles()
    assert door.counter() == ["Saal 4", "9 / 10", "Nearly full: one place is left"]
    click(door.card.came_in)
    door.desk.settles()
    assert "Full" in door.counter()
    click(door.card.went_out)
    door.desk.settles()
    assert "9 / 10" in door.counter()
    assert door.desk.has_the_focus()


def test_nobody_goes_out_of_an_empty_room(door: DoorDriver):
    door.stands_at("Saal 4", 10)
    door.desk.presses("Shift+F7").types("-").says("Nobody is in this room.")
    fill = fill_of(door.event, door.house.points["Saal 4"])
    assert fill is not None
    assert fill.inside == 0


def test_a_scan_while_counting_shows_its_verdict_and_plus_goes_on(door: DoorDriver, codes: Codes):
    door.stands_at("Saal 4", 10).at("11:00")
    door.desk.presses("Shift+F7").types("+")
    door.desk.scan(codes["elif"]).says("Welcome")
    door.desk.types("+")
    assert "3 / 10" in door.counter()
    door.desk.types("Eli")
    assert door.desk.field() == "Eli"


def test_plus_is_a_letter_where_nobody_counts(door: DoorDriver):
    door.desk.types("+")
    assert door.desk.field() == "+"
    door.desk.presses("Esc", "Shift+F7").says("choose one with F4")
    assert not door.card.isVisible()


def test_f12_ends_it_and_another_point_does_not_count(door: DoorDriver):
    door.stands_at("Saal 4", 10)
    door.desk.presses("Shift+F7")
    assert door.card.isVisible()
    door.desk.presses("F4")
    assert not door.card.isVisible()
    door.desk.presses("Shift+F4")
    assert door.card.isVisible()
    door.desk.presses("Shift+F7").says("Count without names")
    assert not door.card.isVisible()
    door.desk.clicks("Count without names")
    assert door.card.isVisible()


@pytest.mark.parametrize(("width", "height", "percent"), [(1024, 640, 100), (1024, 640, 200), (1440, 900, 150)])
def test_the_counter_is_whole_in_every_window(door: DoorDriver, width: int, height: int, percent: int):
    door.desk.application.preferences.text_size = percent
    door.desk.application.rebuild()
    door.desk.window.resize(width, height)
    door.desk.settles()
    door.stands_at("Großer Saal im Erdgeschoss", 120).at("11:00")
    door.house.session("Forum 2 · Begegnung im Stadtteil", "Großer Saal im Erdgeschoss", "11:00", "12:00")
    door.desk.presses("Shift+F7").types("+")
    card = door.card
    for button in (card.came_in, card.went_out):
        assert button.isVisible()
        assert card.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
    seen = [
        each for each in (card._room, card._session, card._number, card._remarks, card._bar_row) if each.isVisible()
    ]
    assert card._number in seen
    for above, below in itertools.pairwise(seen):
        assert above.geometry().bottom() < below.geometry().top()
    assert seen[-1].geometry().bottom() < card.came_in.geometry().top()


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button.rect().center())
