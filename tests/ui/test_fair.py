"""The page of the fair: looking, carrying, placing by keys, plans that are proposed, what if, drawing, papers."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from eventdesk.checkin import actions as checkin
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.fair import actions
from eventdesk.fair import records as records_of_fair
from eventdesk.fair.actions_floor import move_booths
from eventdesk.fair.booth import BoothState
from eventdesk.fair.day import What
from eventdesk.fair.exhibitor import ExhibitorStatus, Setup
from eventdesk.fair.floor.rows import Form
from eventdesk.fair.placing.problem import problem
from eventdesk.fair.placing.suggest import suggest
from eventdesk.fair.weights import Weight
from eventdesk.people import records
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.fair_driver import FairDriver
from tests.ui.waiting import until
from ui.actions import ActionId, PageId
from ui.application import Application
from ui.fair.faces import Colouring, Shape
from ui.fair.facts import Deed
from ui.fair.flow.floor_flow import FloorFlow

OPENS_A_LIST = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")


@pytest.fixture
def page(application: Application, clock: FakeClock, fair_file: Path, tmp_path: Path) -> FairDriver:
    """A desk on this page, in English, with the fair of the sample."""
    application.preferences.language = "en"
    application.rebuild()
    application.open(Path(shutil.copy(fair_file, tmp_path / fair_file.name)))
    desk = DeskDriver(application, clock)
    desk.settles()
    return FairDriver.at(desk)


@pytest.fixture
def empty(desk: DeskDriver, application: Application) -> FairDriver:
    """A desk on this page, in English, without any hall."""
    application.preferences.language = "en"
    application.rebuild()
    desk.settles()
    return FairDriver.at(desk)


def entries(page: FairDriver) -> int:
    return page.event.journal_length()


# ---- looking


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


# ---- placing by mouse


def test_somebody_is_dragged_from_the_list_onto_a_booth(page: FairDriver) -> None:
    page.presses("F2").drags_row("Lernpaten", "A-02")
    assert page.stands("A-02") == "Lernpaten Langenhagen"
    assert page.event.journal(1)[0].op is Op.FAIR_PLACE
    page.presses("F8")
    assert page.stands("A-02") == ""


def test_somebody_is_dragged_to_a_free_booth(page: FairDriver) -> None:
    before = entries(page)
    page.drags_booth("F-04", "F-05")
    assert page.stands("F-05").startswith("Musik verbindet")
    assert page.stands("F-04") == ""
    assert entries(page) == before + 1


def test_two_are_swapped_by_dragging_one_onto_the_other(page: FairDriver) -> None:
    for name, number in (("Lernpaten", "A-02"), ("Balu und Du", "B-02")):
        actions.place(page.event, page.somebody(name).id, [page.booth(number).id])
    page.rests().drags_booth("A-02", "B-02")
    assert page.stands("A-02").startswith("Balu")
    assert page.stands("B-02").startswith("Lernpaten")
    assert page.event.journal(1)[0].op is Op.FAIR_SWAP


def test_two_are_not_swapped_if_one_would_lack_something(page: FairDriver) -> None:
    names = page.stands("C-14"), page.stands("C-15")
    page.drags_booth("C-15", "C-14")
    assert (page.stands("C-14"), page.stands("C-15")) == names
    page.says("needs 230 V")


def test_while_somebody_is_carried_the_rules_speak(page: FairDriver) -> None:
    seen: dict[str, object] = {}
    view, carrying = page.fair.view, page.fair.carrying

    def look() -> None:
        seen["over"] = carrying.over
        seen["said"] = [text for text in page.reads() if "power" in text.casefold()]
        seen["allowed"] = dict(view.allowed)

    free_without_power = "A-02"
    page.drags(view.viewport(), page.spot("A-01"), view.viewport(), page.spot(free_without_power), meanwhile=look)
    assert seen["over"] == page.booth(free_without_power).id
    assert seen["said"]
    allowed = seen["allowed"]
    assert isinstance(allowed, dict)
    assert allowed[page.booth(free_without_power).id] is False
    assert any(allowed.values())
    assert page.stands("A-01").startswith("Familien")
    assert not carrying.carrying
    assert view.allowed == {}


def test_esc_puts_nobody_anywhere(page: FairDriver) -> None:
    view = page.fair.view
    page.fair.take_focus()
    before = entries(page)
    page.drags(view.viewport(), page.spot("A-01"), view.viewport(), page.spot("A-04"),
               meanwhile=lambda: page.presses("Esc"))  # fmt: skip
    assert page.stands("A-01").startswith("Familien")
    assert entries(page) == before


def test_who_needs_two_booths_gets_the_one_beside_it_too(page: FairDriver) -> None:
    two = next(each for each in page.flow.standing.without if each.size == 2)
    goals = (each.id for each in page.flow.standing.free() if page.fair.deeds.judge(two.id, each.id).allowed)
    assert page.fair.deeds.put(two.id, next(goals))
    page.rests()
    assert len(page.flow.standing.places(two.id)) == 2


# ---- placing by keys


@OPENS_A_LIST
def test_somebody_is_placed_swapped_freed_and_pinned_by_keys(page: FairDriver) -> None:
    page.presses("F2").types("lernpaten").presses("Enter", "Enter")
    assert page.card()[:2] == ["No booth yet", "Lernpaten Langenhagen"]
    page.asks(Deed.SEND).answers("a2")
    assert page.where("Lernpaten") == "A-02"
    page.asks(Deed.PIN)
    assert page.somebody("Lernpaten").pinned == page.booth("A-02").id
    page.fair.take_focus()
    page.presses("Space")
    assert page.somebody("Lernpaten").pinned is None
    page.presses("F4")
    assert page.somebody("Lernpaten").pinned is not None
    page.asks(Deed.SWAP).answers("A-03")
    assert page.where("Lernpaten") == "A-03"
    page.fair.take_focus()
    page.presses("Del")
    assert page.where("Lernpaten") == ""


def test_a_number_that_is_none_is_asked_for_again(page: FairDriver) -> None:
    page.clicks_booth("A-01").asks(Deed.SWAP).answers("Q-99")
    page.says("There is no booth Q-99. Which one?")
    page.presses("Esc")
    assert page.fair.booth_card.asking is None


@OPENS_A_LIST
def test_who_is_to_stand_at_a_free_booth_is_asked_by_name(page: FairDriver) -> None:
    page.clicks_booth("A-06").asks(Deed.PLACE).answers("Patenkreis")
    assert page.stands("A-06") == "Patenkreis Pattensen"


def test_an_answer_may_be_a_click_on_the_plan(page: FairDriver) -> None:
    page.clicks_booth("B-14").asks(Deed.SWAP)
    who = page.stands("B-14")
    page.clicks_booth("B-15")
    assert page.stands("B-15") == who


def test_a_booth_is_blocked_with_its_reason_and_opened_again(page: FairDriver) -> None:
    page.clicks_booth("A-02").asks(Deed.BLOCK).answers("Wasserschaden")
    booth = page.booth("A-02")
    assert (booth.state, booth.reason) == (BoothState.BLOCKED, "Wasserschaden")
    page.says("Blocked", "Wasserschaden")
    page.asks(Deed.UNBLOCK)
    assert page.booth("A-02").state is BoothState.FREE


def test_the_day_is_noted_set_up_and_not_come(page: FairDriver) -> None:
    page.clicks_booth("A-01").asks(Deed.SET_UP)
    assert page.somebody("Familien für").setup is Setup.SET_UP
    page.asks(Deed.NOT_SET_UP).asks(Deed.NO_SHOW)
    assert page.somebody("Familien für").status is ExhibitorStatus.NO_SHOW
    assert page.stands("A-01") == ""


def test_the_list_finds_and_narrows(page: FairDriver) -> None:
    page.presses("F2").types("sprache")
    assert len(page.listed()) >= 15
    page.presses("Esc")
    page.fair.list.which.choose(2)
    page.fair.list.which.chosen.emit(2)
    page.rests()
    assert "A-02" in [row.number for row in page.fair.list.table.rows_model.rows]
    page.presses("Esc", "Esc")
    assert page.fair.cards.isVisible()


def test_nothing_is_changed_in_a_file_that_can_only_be_looked_at(page: FairDriver) -> None:
    before = entries(page)
    page.event.view_only = Fault.NEWER_FILE
    page.clicks_booth("A-01").asks(Deed.UNPIN)
    page.drags_booth("F-04", "F-05")
    page.event.view_only = None
    assert entries(page) == before
    assert page.stands("F-05") == ""


# ---- plans


def test_a_plan_is_suggested_looked_at_and_applied_as_one(page: FairDriver) -> None:
    before = entries(page)
    page.presses("F6").thinks()
    suggestion = page.fair.suggestion
    assert suggestion.plan is not None
    assert suggestion.plan.cost == suggestion.plan.bound
    page.says("optimal", "Not today's plan")
    assert page.fair.preview is not None
    assert len(page.fair.preview.without) == 0
    changed = [item.face.number for item in page.fair.scene.items_of.values() if item.face.changed]
    assert changed
    assert entries(page) == before
    page.clicks("Apply").rests()
    assert len(page.flow.standing.without) == 0
    assert page.fair.cards.isVisible()
    page.says("81", "optimal")
    page.presses("F8")
    assert len(page.flow.standing.without) > 60


def test_a_suggestion_is_left_and_nothing_has_changed(page: FairDriver) -> None:
    before, stands = entries(page), dict(page.flow.fair.stands)
    page.presses("F6").thinks()
    page.fair.plan.strip.sides.choose(0)
    page.fair.plan.strip.sides.chosen.emit(0)
    page.rests()
    page.says("This is today's plan.")
    page.presses("Esc")
    assert page.fair.cards.isVisible()
    assert (entries(page), dict(page.flow.fair.stands)) == (before, stands)


def test_stopping_keeps_the_best_plan(page: FairDriver) -> None:
    page.fair.do(ActionId.SUGGEST)
    suggestion = page.fair.suggestion
    until(lambda: suggestion.plan is not None)
    suggestion.card.stop.click()
    page.thinks()
    assert suggestion.plan is not None
    assert suggestion.card.take.isVisible()


def test_weights_are_sliders_with_their_price(page: FairDriver) -> None:
    page.fair.plan_card.weights.click()
    page.rests()
    box = page.fair.suggestion.weights
    assert box.isVisible()
    page.says("costs")
    box.sliders[Weight.WISH_NONE].setValue(30)
    until(lambda: page.fair.suggestion.thinking.asked is not None)
    page.thinks()
    assert page.flow.fair.weights[Weight.WISH_NONE] == 30
    assert page.fair.suggestion.plan is not None


def everybody_stands(page: FairDriver) -> FairDriver:
    """Let everybody stand by the first plan that is found."""
    first = next(iter(suggest(problem(page.flow.fair))))
    page.flow.apply(first)
    return page.rests()


def test_what_if_a_booth_falls_away(page: FairDriver) -> None:
    everybody_stands(page).clicks_booth("A-01").presses("F7").thinks()
    what_if = page.fair.what_if
    what_if.buttons[What.BLOCKED].click()
    page.thinks()
    page.says("A-01 falls away", "enough", "proven: fewest")
    assert page.booth("A-01").state is BoothState.FREE
    page.clicks("Apply").rests()
    assert page.booth("A-01").state is BoothState.BLOCKED
    assert page.where("Familien für") not in ("", "A-01")


def test_what_if_somebody_new_comes(page: FairDriver) -> None:
    everybody_stands(page).presses("F7").thinks()
    what_if = page.fair.what_if
    what_if.buttons[What.WALK_IN].click()
    page.rests().types("Chor der Vielfalt").presses("Enter").rests()
    page.thinks()
    page.says("Chor der Vielfalt comes")
    page.clicks("Apply").rests()
    assert page.where("Chor der Vielfalt")


def test_one_undo_takes_back_all_that_happened_and_all_moves(page: FairDriver) -> None:
    everybody_stands(page)
    before, kept = page.flow.fair, page.flow.versions()
    page.clicks_booth("A-01").presses("F7").thinks()
    what_if = page.fair.what_if
    what_if.buttons[What.BLOCKED].click()
    page.clicks_booth("F-05").thinks()
    what_if.buttons[What.NO_SHOW].click()
    page.rests()
    what_if.buttons[What.WALK_IN].click()
    page.rests().types("Chor der Vielfalt").presses("Enter").rests()
    page.thinks().clicks("Apply").rests()
    assert page.booth("A-01").state is BoothState.BLOCKED
    assert page.where("Chor der Vielfalt")
    assert len([each for each in page.flow.fair.exhibitors if not each.comes]) == 1
    page.presses("Ctrl+Z").rests()
    page.says("Undone: Placement applied")
    assert page.flow.fair == before
    assert page.flow.versions() == kept
    assert set(page.event.verify().values()) == {True}


def test_a_what_if_that_cannot_be_written_changes_nothing(page: FairDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody_stands(page).clicks_booth("A-01").presses("F7").thinks()
    page.fair.what_if.buttons[What.BLOCKED].click()
    page.thinks()
    before, length = page.flow.fair, entries(page)

    def fails(*_: object) -> None:
        raise KnownError(Fault.DISK_FULL, path="messe.eventdesk")

    with monkeypatch.context() as patched:
        patched.setattr(records_of_fair, "let_pin_follow", fails)
        page.clicks("Apply").rests()
    page.says("The disk is full: this last step was not saved")
    page.flow.renew()
    assert (page.flow.fair, entries(page)) == (before, length)
    page.clicks("Apply").rests()
    assert page.booth("A-01").state is BoothState.BLOCKED


def test_a_plan_that_was_kept_comes_back(page: FairDriver) -> None:
    page.fair.plan_card.versions.click()
    page.rests()
    card = page.fair.versions.card
    card.name.edit.setFocus()
    page.types("Freitag").presses("Enter").rests()
    page.presses("Esc")
    page.drags_booth("F-04", "F-05")
    page.says("Since “Freitag”")
    page.fair.plan_card.versions.click()
    page.rests()
    card.list.setCurrentRow(0)
    page.rests()
    page.says("Going back: one change")
    page.clicks("Go back to it").rests()
    assert page.stands("F-04").startswith("Musik verbindet")


# ---- drawing


def test_a_row_is_drawn_in_one_gesture(page: FairDriver) -> None:
    page.presses("F3")
    before = entries(page)
    page.draws((3.0, 31.0), (18.0, 31.0))
    new = [booth for booth in page.flow.fair.booths if booth.ref.startswith("G-")]
    assert [booth.ref for booth in new] == ["G-01", "G-02", "G-03", "G-04", "G-05"]
    assert {(booth.width_mm, booth.depth_mm, booth.y_mm) for booth in new} == {(3000, 2000, 31000)}
    assert new[0].x_mm == 3000
    assert entries(page) == before + 1
    assert page.fair.drawing.pen.chosen == {booth.id for booth in new}
    page.presses("F8")
    assert not [booth for booth in page.flow.fair.booths if booth.ref.startswith("G-")]


def test_drawn_booths_are_moved_turned_copied_numbered_and_removed(page: FairDriver) -> None:
    page.presses("F3")
    page.draws((3.0, 31.0), (9.0, 31.0))
    pen = page.fair.drawing.pen
    page.fair.take_focus()
    page.presses("Right", "Right")
    until(lambda: not pen.waiting)
    page.rests()
    first = page.booth("G-01")
    assert first.x_mm == 3200
    page.presses("R").rests()
    assert page.booth("G-01").rotation == 90
    page.presses("R", "Ctrl+D").rests()
    assert len(page.flow.standing.booths) > 92
    chosen = pen.chosen
    field = page.fair.drawing.chosen.number
    field.edit.setFocus()
    field.edit.selectAll()
    page.types("Z-7").presses("Enter").rests()
    assert {page.flow.standing.booths[each].ref for each in chosen} == {"Z-07", "Z-08"}
    page.fair.take_focus()
    page.presses("Del").rests()
    assert page.flow.standing.find("Z-7") is None


def test_what_overlaps_is_red_and_not_put(page: FairDriver) -> None:
    page.presses("F3")
    before = entries(page)
    page.draws((3.5, 2.4), (12.0, 2.4))
    assert entries(page) == before
    page.says("overlap")


def test_a_booth_snaps_to_its_neighbour_when_it_is_moved(page: FairDriver) -> None:
    page.presses("F3")
    page.draws((3.0, 31.0), (6.0, 31.0))
    page.draws((12.0, 30.9), (15.0, 30.9))
    assert page.booth("H-01").y_mm == page.booth("G-01").y_mm


def test_parts_of_the_hall_are_drawn(page: FairDriver) -> None:
    page.presses("F3")
    box, before = page.fair.drawing.next.what, {each.id for each in page.flow.fair.parts}
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemText(at) == "Emergency exit"))
    box.activated.emit(box.currentIndex())
    page.rests()
    page.draws((33.0, 16.0), (33.0, 18.0))
    (part,) = [each for each in page.flow.fair.parts if each.id not in before]
    assert part.points == ((33000, 16000), (33000, 18000))
    page.says("Remove Emergency exit")


def test_the_first_hall_and_its_booths_by_keys(empty: FairDriver) -> None:
    empty.says("There is no hall yet")
    empty.presses("Enter").rests()
    hall = empty.fair.drawing.hall
    empty.types("Foyer")
    hall.wide.edit.setFocus()
    hall.wide.edit.selectAll()
    empty.types("24,5").presses("Tab")
    empty.clicks("Add this hall").rests()
    (made,) = empty.flow.fair.halls
    assert (made.name, made.width_mm) == ("Foyer", 24500)
    empty.clicks("Put them where there is room").rests()
    assert len(empty.flow.fair.booths) == 5


@pytest.mark.parametrize("form", [Form.ROW, Form.DOUBLE_ROW, Form.ISLAND])
def test_rows_double_rows_and_islands_go_in_one_gesture(empty: FairDriver, form: Form) -> None:
    FloorFlow(empty.flow).add_hall("Halle", 60_000, 40_000)
    empty.rests().presses("F3")
    box = empty.fair.drawing.next.what
    box.setCurrentIndex(list(Form).index(form))
    box.activated.emit(box.currentIndex())
    empty.rests().draws((10.0, 10.0), (10.0, 22.0))
    booths = empty.flow.fair.booths
    assert len(booths) == {Form.ROW: 4, Form.DOUBLE_ROW: 8, Form.ISLAND: 10}[form]
    assert {booth.rotation % 180 for booth in booths} >= {90}


def test_a_picture_lies_behind_the_plan_in_its_true_size(page: FairDriver, answers: Answers, tmp_path: Path) -> None:
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.lightGray)
    answers.path = tmp_path / "boden.png"
    assert picture.save(str(answers.path))
    page.presses("F3").clicks("Picture behind it …")
    until(page.application.work.idle)
    page.rests()
    floor, hall = page.fair.drawing.floor, page.fair.hall or 0
    (laid,) = floor.pictures(hall)
    ground = page.fair.scene.ground
    assert ground is not None
    assert ground.backdrop is not None
    page.clicks("Set its scale …")
    page.draws((3.0, 30.0), (13.0, 30.0))
    page.types("20").presses("Enter").rests()
    (larger,) = floor.pictures(hall)
    assert larger.width_mm == pytest.approx(2 * laid.width_mm, rel=0.02)
    page.clicks("Take the picture away")
    assert floor.pictures(hall) == []


def test_a_wrong_picture_is_refused_with_a_sentence(page: FairDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "boden.png"
    answers.path.write_bytes(b"not a picture")
    page.presses("F3").clicks("Picture behind it …")
    until(page.application.work.idle)
    page.rests().says("cannot lie behind the plan")


# ---- papers


def test_a_paper_is_written(page: FairDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "plan.pdf"
    page.presses("Ctrl+P").clicks("Save as PDF …")
    until(page.application.work.idle)
    page.rests()
    assert answers.path.read_bytes().startswith(b"%PDF")
    page.says("The paper is in “plan.pdf”.")
    assert page.flow.versions()[0].name == "Print"
    page.presses("Esc").drags_booth("F-04", "F-05")
    page.says("Since “Print”", "Reprint: one sign")


def test_a_change_elsewhere_is_seen(page: FairDriver) -> None:
    actions.place(page.event, page.somebody("Lernpaten").id, [page.booth("A-02").id])
    page.rests()
    assert page.fair.scene.items_of[page.booth("A-02").id].face.shape is Shape.TAKEN


# ---- what somebody has to look after


def test_stands_that_are_still_empty_shortly_before_the_start_are_told(page: FairDriver) -> None:
    assert page.event.details.starts[11:16] == "09:00" == page.event.local_now().strftime("%H:%M")
    page.says("12 stands are still empty: A-01")
    page.clicks_booth("A-01").asks(Deed.SET_UP)
    page.says("11 stands are still empty: B-01")


def test_what_is_wrong_on_the_floor_is_told_while_one_draws(page: FairDriver) -> None:
    move_booths(page.event, {page.booth("A-02").id: (page.booth("A-01").x_mm + 500, page.booth("A-01").y_mm)})
    page.rests().presses("F3").says("A-01 and A-02 overlap")


def test_who_finds_no_booth_is_told_with_the_reason(page: FairDriver) -> None:
    blocked = [booth.id for booth in page.flow.fair.booths if booth.ref[0] in "ABCDE"]
    page.flow.block(blocked, "Sturm")
    page.rests().presses("F6").thinks()
    plan = page.fair.suggestion.plan
    assert plan is not None
    assert plan.unplaced
    page.says("has no booth")


def test_the_button_of_the_list_shows_who_has_no_booth(page: FairDriver) -> None:
    page.clicks("List · 69 have no booth").rests()
    assert len(page.listed()) == 69
    page.presses("F2")
    assert page.fair.list.which.at() == 1
