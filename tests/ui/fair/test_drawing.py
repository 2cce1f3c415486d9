"""Drawing: halls, rows of booths, what lies behind the plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from eventdesk.fair.actions_floor import move_booths
from eventdesk.fair.floor.rows import Form
from tests.ui.conftest import Answers
from tests.ui.fair_driver import FairDriver
from tests.ui.waiting import until
from ui.fair.flow.floor_flow import FloorFlow


def test_a_row_is_drawn_in_one_gesture(page: FairDriver) -> None:
    page.presses("F3")
    before = page.event.journal_length()
    page.draws((3.0, 31.0), (18.0, 31.0))
    new = [booth for booth in page.flow.fair.booths if booth.ref.startswith("G-")]
    assert [booth.ref for booth in new] == ["G-01", "G-02", "G-03", "G-04", "G-05"]
    assert {(booth.width_mm, booth.depth_mm, booth.y_mm) for booth in new} == {(3000, 2000, 31000)}
    assert new[0].x_mm == 3000
    assert page.event.journal_length() == before + 1
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
    before = page.event.journal_length()
    page.draws((3.5, 2.4), (12.0, 2.4))
    assert page.event.journal_length() == before
    page.says("overlap")


def test_a_booth_snaps_to_its_neighbour_when_it_is_moved(page: FairDriver) -> None:
    page.presses("F3")
    page.draws((3.0, 31.0), (6.0, 31.0))
    page.draws((12.0, 30.9), (15.0, 30.9))
    assert page.booth("H-01").y_mm == page.booth("G-01").y_mm


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


def test_what_is_wrong_on_the_floor_is_told_while_one_draws(page: FairDriver) -> None:
    move_booths(page.event, {page.booth("A-02").id: (page.booth("A-01").x_mm + 500, page.booth("A-01").y_mm)})
    page.rests().presses("F3").says("A-01 and A-02 overlap")
