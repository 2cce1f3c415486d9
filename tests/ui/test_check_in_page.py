"""The check-in page around the verdict: the point's name, what counts there, the empty list, the footer."""

from typing import Any

import pytest
from PySide6.QtGui import QAccessible

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import change_point
from eventdesk.desk import create_event
from eventdesk.event import EventDetails
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from tests.ui import reading
from tests.ui.check_in_driver import CheckInDriver
from tests.ui.driver import DeskDriver
from ui.actions import PageId
from ui.application import Application

Codes = dict[str, str]
USUAL_NAMES = (
    "Einlass Nordfoyer Haupteingang", "Registrierung Obergeschoss", "Mittagessen Saal 3A", "Eingang Foyer",
    "Haupteingang", "Nebeneingang Parkplatz Ost", "Kinderbetreuung", "Main entrance north foyer",
)  # fmt: skip
SIZES = [(1280, 800), (1024, 640), (1440, 900)]


@pytest.fixture
def page(desk: DeskDriver) -> CheckInDriver:
    """Return the check-in page of a desk that speaks English, in a usual window."""
    return CheckInDriver(desk).sized(1280, 800, language="en")


# ---- the point's name


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_usual_names_of_points_are_whole(page: CheckInDriver, size: tuple[int, int]) -> None:
    for language in ("de", "en"):
        page.sized(*size, language=language)
        for name in USUAL_NAMES:
            page.named(name)
            box = page.page.point_card.points
            assert " ".join(box.lines()) == name
            assert box.toolTip() == ""
            assert reading.cut(page.page) == []


def test_no_word_of_a_usual_name_is_broken(page: CheckInDriver) -> None:
    page.named("Registrierung Obergeschoss")
    assert page.page.point_card.points.lines() == ["Registrierung", "Obergeschoss"]


def test_a_name_that_is_too_long_can_be_read_and_heard(page: CheckInDriver) -> None:
    name = "Registrierung für Ausstellende und Presse, Nordfoyer, zweites Obergeschoss"
    page.named(name)
    box = page.page.point_card.points
    box.grab()
    assert box.lines()[-1].endswith("…")
    assert box.toolTip() == name
    heard = QAccessible.queryAccessibleInterface(box)
    assert name in (heard.text(QAccessible.Text.Value), heard.text(QAccessible.Text.Description))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_of_points_shows_names_whole(page: CheckInDriver) -> None:
    page.named("Einlass Nordfoyer Haupteingang")
    box = page.page.point_card.points
    box.showPopup()
    page.settles()
    needed = box.view().fontMetrics().horizontalAdvance("Einlass Nordfoyer Haupteingang")
    assert box.view().width() > needed
    box.hidePopup()


# ---- what counts where


def test_at_an_entrance_the_house_counts(page: CheckInDriver, codes: Codes) -> None:
    page.desk.scan(codes["elif"])
    assert page.settles().counts() == ["In the house", "1 of 11 expected", "curve", "roles"]


def test_in_a_room_who_is_inside_counts(page: CheckInDriver, codes: Codes) -> None:
    house, room = page.page.flow.points[0], page.point("Werkstatt", PointKind.ROOM, capacity=20)
    page.lets_in(house, codes["elif"], codes["oksana"], codes["farid"]).lets_in(room, codes["elif"], codes["oksana"])
    page.goes_to(room)
    assert page.counts() == ["In this room", "2 of 20 places", "2 people have come in today"]
    assert page.page.counts.accessibleName() == "In this room: 2 of 20 places. 2 people have come in today"
    page.desk.presses("F7").scan(codes["elif"])
    assert page.settles().counts() == ["In this room", "1 of 20 places", "2 people have come in today"]
    page.desk.presses("Ctrl+Z", "Ctrl+Z")
    assert page.settles().counts() == ["In this room", "1 of 20 places", "One person has come in today"]
    page.goes_to(house)
    assert page.counts()[:2] == ["In the house", "3 of 11 expected"]
    assert page.counts()[2:] == ["curve", "roles"]


def test_a_room_without_a_limit_has_no_bar(page: CheckInDriver, codes: Codes) -> None:
    room = page.page.flow.points[-1]
    page.lets_in(room, codes["elif"]).goes_to(room)
    assert page.counts() == ["In this room", "1 person", "One person has come in today"]
    assert not page.page.counts.bar.isVisible()
    change_point(page.event, type(room)(room.id, room.name, room.kind, room.rule, capacity=4, place=room.place))
    assert page.settles().counts()[1] == "1 of 4 places"
    assert page.page.counts.bar.isVisible()


def test_at_a_counter_every_meal_counts(page: CheckInDriver, codes: Codes) -> None:
    house, meal = page.page.flow.points[0], page.point("Mittagsimbiss", PointKind.CATERING)
    page.lets_in(house, codes["elif"], codes["oksana"]).goes_to(meal)
    assert page.counts() == ["Meals given out", "0 today", "2 people are in the house"]
    page.desk.scan(codes["elif"]).scan(codes["elif"]).presses("Ctrl+Enter")
    assert page.settles().counts() == ["Meals given out", "2 today", "2 people are in the house"]
    page.desk.presses("Ctrl+Z")
    assert page.settles().counts()[1] == "1 today"
    page.desk.clock.advance(days=1)
    page.page.side.tick()
    assert page.settles().counts() == ["Meals given out", "0 today", "0 people are in the house"]


# ---- large text


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 200), ((1024, 700), 150), ((1440, 900), 200)], ids=str)
def test_large_text_keeps_the_counts(page: CheckInDriver, codes: Codes, size: tuple[int, int], percent: int) -> None:
    page.sized(*size, percent, "en")
    view, room = page.page, page.point("Werkstatt", PointKind.ROOM, capacity=20)
    assert view.side.isVisible() is not view.tile.isVisible()
    page.lets_in(page.page.flow.points[0], codes["elif"])
    shown = view.tile.text() if view.tile.isVisible() else " ".join(view.counts.lines())
    assert shown.startswith("1/11") or "1 of 11" in shown
    page.lets_in(room, codes["elif"]).goes_to(room)
    shown = view.tile.text() if view.tile.isVisible() else " ".join(view.counts.lines())
    assert "In this room" in shown
    assert reading.cut(page.desk.window) == []
    visible = [part for part in (view.scan_bar, view.tile, view.side, view.point_card, view.stage) if part.isVisible()]
    for number, part in enumerate(visible):
        assert not any(part.geometry().intersects(other.geometry()) for other in visible[number + 1 :])


def test_the_counts_in_short_come_back_right(page: CheckInDriver, codes: Codes) -> None:
    page.sized(1024, 640, 200, "en")
    page.desk.goes_to(PageId.EVENT)
    page.page.flow.scan(codes["elif"])
    page.desk.goes_to(PageId.CHECK_IN)
    assert page.settles().page.tile.text() == "1/11 In the house"
    assert page.page.tile.accessibleName() == "In the house: 1 of 11 expected"


def test_large_text_says_where_is_scanned(page: CheckInDriver) -> None:
    page.sized(1024, 640, 200, "en")
    assert page.page.waiting.texts()[:2] == ["Ready", "Haupteingang"]
    page.sized(1280, 800, 100, "en")
    assert page.page.waiting.texts()[0] == "Ready"
    assert "Haupteingang" not in page.page.waiting.texts()


def test_a_screen_reader_hears_the_point_that_no_card_shows(
    page: CheckInDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.sized(1024, 640, 200, "en")
    heard: list[Any] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", heard.append)
    page.desk.presses("F4")
    assert [event.message() for event in heard if hasattr(event, "message")] == ["Eingang Foyer"]


# ---- another point


def test_another_point_is_told_large_and_then_makes_room(page: CheckInDriver) -> None:
    page.desk.presses("F4")
    waiting = page.page.waiting
    assert waiting.isVisible()
    assert waiting.texts() == ["Eingang Foyer", "Scanning here from now on."]
    assert waiting.back.isActive()
    waiting.back.timeout.emit()
    assert waiting.texts() == ["Ready", "Scan a badge, or type the first letters of a name."]


def test_it_says_when_those_are_scanned_who_leave(page: CheckInDriver) -> None:
    page.desk.presses("F7", "F4")
    assert page.page.waiting.texts()[1] == "Scanning here from now on: people who leave."


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 100), ((1024, 640), 200), ((1440, 900), 100)], ids=str)
def test_long_names_of_points_are_told_whole(page: CheckInDriver, size: tuple[int, int], percent: int) -> None:
    page.sized(*size, percent, "de").named("Einlass Nordfoyer Haupteingang").desk.presses("F4", "Shift+F4")
    assert page.page.waiting.texts()[0] == "Einlass Nordfoyer Haupteingang"
    assert reading.cut(page.desk.window) == []


# ---- nobody in the list


@pytest.fixture
def empty(application: Application, tmp_path, clock) -> CheckInDriver:
    """Return the check-in page of an event without people."""
    from eventdesk.checkin.points import add_point

    path = tmp_path / "sommerfest.eventdesk"
    with create_event(path, details=EventDetails(title="Sommerfest"), desk="Büro", clock=clock) as event:
        add_point(event, "Haupteingang")
    application.open(path)
    return CheckInDriver(DeskDriver(application, clock).settles()).sized(1280, 800, language="en")


def test_an_empty_list_offers_how_to_begin(empty: CheckInDriver) -> None:
    empty.desk.says("Nobody is in the list yet", "Import a list", "Walk-in").does_not_say("Ready")
    keys = [empty.desk.button(text).toolTip() for text in ("Import a list", "Walk-in")]
    assert keys == ["Import a list (Ctrl I)", "Walk-in (F3)"]
    empty.desk.clicks("Import a list")
    assert empty.desk.frame.page_id is PageId.IMPORT


def test_the_first_person_makes_the_desk_ready(empty: CheckInDriver) -> None:
    empty.desk.clicks("Walk-in").types("Mariam Haidari").presses("Enter").says("Welcome", "Mariam Haidari")
    empty.desk.presses("Ctrl+Z", "F4").says("Scanning here from now on").does_not_say("Import a list")
    empty.page.waiting.back.timeout.emit()
    empty.desk.says("Nobody is in the list yet")
    add(empty.event, Person(0, "Elif", "Demirtaş"))
    empty.desk.settles().says("Ready").does_not_say("Nobody is in the list yet", "Import a list")


@pytest.mark.parametrize(("size", "percent"), [((1024, 640), 200), ((1280, 800), 100), ((1024, 640), 100)], ids=str)
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_of_it_is_cut(empty: CheckInDriver, language: str, size: tuple[int, int], percent: int) -> None:
    empty.sized(*size, percent, language)
    assert reading.cut(empty.desk.window) == []
    steps = empty.page.waiting.first_steps()
    assert all(step.isVisible() for step in steps)
    assert not steps[0].geometry().intersects(steps[1].geometry())


# ---- the footer


ORDER = ["F1", "F2", "F3", "Strg Z", "F4", "F6", "F5", "F11", "F7", "F9"]


def keys(page: CheckInDriver) -> list[str]:
    return [hint.rpartition("(")[2].rstrip(")") for hint in page.hints()]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1280, 1440, 1920])
def test_the_footer_drops_the_least_needed_first(page: CheckInDriver, width: int, percent: int) -> None:
    page.sized(width, 1000, percent)
    shown = keys(page)
    assert len(shown) >= 3
    assert shown == ORDER[: len(shown)]
    assert reading.cut(page.desk.frame.footer) == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_small_window_keeps_the_keys_of_the_desk(page: CheckInDriver, language: str) -> None:
    page.sized(1024, 640, language=language)
    assert keys(page)[4:7] == ["F4", "F6", "F5"]


def test_a_wide_footer_says_it_in_full(page: CheckInDriver) -> None:
    page.sized(1024, 640, language="en")
    assert "Walk in" in page.desk.reads()
    page.sized(1900, 900, language="en")
    assert {"Scan or search", "Walk-in", "Next point", "Whole group", "Print badge"} <= set(page.desk.reads())
