"""Looking at the fair: what is shown, choosing, zooming, halls, arrivals, what has to be looked after."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eventdesk.checkin import actions as checkin
from eventdesk.fair import actions
from eventdesk.people import records
from tests.ui.fair_driver import FairDriver
from ui.actions import ActionId, PageId
from ui.fair.faces import Colouring, Shape
from ui.fair.facts import Deed


def test_the_largest_hall_is_shown_with_its_booths(page: FairDriver) -> None:
    assert page.frame.page_id is PageId.FAIR
    assert page.hall() == "Halle 2"
    shown = page.fair.scene.items_of
    assert len(shown) == len(page.flow.standing.in_hall(page.fair.hall or 0)) > 60
    face = shown[page.booth("A-01").id].face
    assert (face.number, face.shape, face.power, face.pinned) == ("A-01", Shape.TAKEN, True, True)
    assert face.name.startswith("Familien")
    assert shown[page.booth("C-03").id].face.shape is Shape.BLOCKED
    assert shown[page.booth("A-02").id].face.shape is Shape.FREE


def test_a_click_shows_who_stands_there_and_why(page: FairDriver) -> None:
    page.clicks_booth("A-01")
    assert page.card()[:2] == ["Booth A-01", "Familien für Familien e.V."]
    assert "Patenschaft" in page.card()[2]
    page.says("Why here?", "Power: 230 V wanted, and there", "3 × 2 m", "This booth is settled for them")
    assert {Deed.UNPIN, Deed.SWAP, Deed.FREE, Deed.BLOCK} <= page.deeds()
    page.clicks_booth("A-02")
    assert page.card()[1] == "Free"
    assert page.deeds() == {Deed.PLACE, Deed.BLOCK}
    assert page.fair.view.accessibleDescription().startswith("A-02, free")


def test_a_click_beside_all_booths_chooses_none(page: FairDriver) -> None:
    page.clicks_booth("A-01")
    view = page.fair.view
    place = view.mapFromScene(QPointF(1000, 1000))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    page.rests()
    assert page.card()[1] == "Nothing chosen"


def test_arrows_go_from_booth_to_booth(page: FairDriver) -> None:
    page.clicks_booth("A-01").presses("Right", "Right", "Down")
    assert page.fair.booth == page.booth("A-12")
    page.presses("Left")
    assert page.fair.booth == page.booth("A-11")


def test_plus_minus_and_zero_zoom(page: FairDriver) -> None:
    view = page.fair.view
    page.fair.take_focus()
    fitted = view.scale_now
    page.presses("+", "+")
    assert view.scale_now > 1.4 * fitted
    page.presses("-")
    assert view.scale_now > 1.1 * fitted
    page.presses("0")
    assert view.scale_now == pytest.approx(fitted)
    page.fair.do(ActionId.LARGER)
    assert view.scale_now > fitted


def test_the_wheel_zooms_where_the_pointer_is(page: FairDriver) -> None:
    view, place = page.fair.view, page.spot("D-18")
    before = view.mapToScene(place)
    event = QWheelEvent(
        QPointF(place), QPointF(view.viewport().mapToGlobal(place)), QPoint(), QPoint(0, 240),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    after = view.mapToScene(place)
    assert (after - before).manhattanLength() < 200


def test_the_floor_is_moved_by_the_mouse(page: FairDriver) -> None:
    view = page.fair.view
    page.presses("+", "+", "+", "+")
    before = view.mapToScene(QPoint(0, 0))
    page.draws((1.0, 1.0), (3.0, 3.0))
    moved = view.mapToScene(QPoint(0, 0)) - before
    assert moved.x() < -1500
    assert moved.y() < -1500


def test_other_halls_are_a_click_or_a_key_away(page: FairDriver) -> None:
    page.clicks("Foyer").rests()
    assert page.hall() == "Foyer"
    page.presses("Ctrl+H")
    assert page.hall() == "Halle 2"


def test_arrivals_mark_the_stand(page: FairDriver) -> None:
    who = page.somebody("Café Grenzenlos")
    crew = [each for each in records.everyone(page.event.db) if each.exhibitor == who.ref]
    opened = page.application.opened
    assert opened is not None
    assert not page.face("C-14").here
    checkin.check_in(page.event, crew[0].code, opened.flow.point)
    page.rests()
    assert page.face("C-14").here
    page.clicks_booth("C-14")
    assert f"1 of {len(crew)} here" in page.card()[2]


def test_colours_say_theme_state_or_need(page: FairDriver) -> None:
    box, item = page.fair.legend.box, page.fair.scene.items_of[page.booth("A-01").id]
    by_theme = item.face.ground
    for colouring in (Colouring.STATE, Colouring.NEED):
        box.setCurrentIndex(box.findData(colouring))
        box.activated.emit(box.currentIndex())
        page.rests()
        assert item.face.ground != by_theme


def test_stands_that_are_still_empty_shortly_before_the_start_are_told(page: FairDriver) -> None:
    assert page.event.details.starts[11:16] == "09:00" == page.event.local_now().strftime("%H:%M")
    page.says("12 stands are still empty: A-01")
    page.clicks_booth("A-01").asks(Deed.SET_UP)
    page.says("11 stands are still empty: B-01")


def test_the_button_of_the_list_shows_who_has_no_booth(page: FairDriver) -> None:
    page.clicks("List · 69 have no booth").rests()
    assert len(page.listed()) == 69
    page.presses("F2")
    assert page.fair.list.which.at() == 1


def test_a_change_elsewhere_is_seen(page: FairDriver) -> None:
    actions.place(page.event, page.somebody("Lernpaten").id, [page.booth("A-02").id])
    page.rests()
    assert page.fair.scene.items_of[page.booth("A-02").id].face.shape is Shape.TAKEN
