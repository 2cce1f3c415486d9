"""Doors, pillars, ways and areas of a hall: drawn by mouse or put there by numbers, changed by keys, taken away."""

import pytest

from eventdesk.fair.hall import HallPart, PartKind
from tests.ui.fair_driver import FairDriver
from tests.ui.waiting import until
from ui.fair.part_form import corners_of


def wants(page: FairDriver, part: str) -> FairDriver:
    """Draw, and choose what is drawn next."""
    page.presses("F3")
    box = page.fair.drawing.next.what
    box.setCurrentIndex(next(at for at in range(box.count()) if box.itemText(at) == part))
    box.activated.emit(box.currentIndex())
    return page.rests()


def chosen(page: FairDriver) -> HallPart:
    """Return the part that is chosen, as it is in the file."""
    part = page.fair.drawing.pen.parts.part
    assert part is not None
    (found,) = [each for each in page.flow.fair.parts if each.id == part.id]
    return found


def chooses(page: FairDriver, title: str) -> FairDriver:
    """Choose a part in the list."""
    parts = page.fair.drawing.parts.list
    row = next(at for at in range(parts.count()) if parts.item(at).text().startswith(title))
    parts.setFocus()
    parts.setCurrentRow(row)
    return page.rests()


def test_a_door_is_drawn_by_mouse_and_then_chosen(page: FairDriver) -> None:
    wants(page, "Emergency exit").draws((33.0, 16.0), (33.0, 18.0))
    assert chosen(page).points == ((33000, 16000), (33000, 18000))
    page.says("Doors, pillars and areas")


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("Entrance", PartKind.ENTRANCE),
        ("Emergency exit", PartKind.EMERGENCY_EXIT),
        ("Escape route", PartKind.ESCAPE_ROUTE),
        ("Pillar", PartKind.PILLAR),
        ("Service area", PartKind.SERVICE),
        ("Zone", PartKind.ZONE),
        ("Outline", PartKind.OUTLINE),
    ],
)
def test_every_part_is_put_there_by_keys_alone_and_taken_back(page: FairDriver, part: str, kind: PartKind) -> None:
    before = page.flow.fair.parts
    card = wants(page, part).fair.drawing.next
    card.part.name.edit.setFocus()
    page.types("Neu")
    card.put_part.setFocus()
    page.presses("Space").rests()
    assert (chosen(page).kind, chosen(page).name) == (kind, "Neu")
    page.presses("F8").rests()
    assert page.flow.fair.parts == before
    now = page.fair.drawing.pen.parts.part
    assert now is None or now in before


def test_numbers_say_where_a_new_pillar_stands(page: FairDriver) -> None:
    form = wants(page, "Pillar").fair.drawing.next.part
    for field, length in ((form.corner[0], "3.5"), (form.corner[1], "30"), (form.extent[0], "0.6")):
        field.edit.setFocus()
        field.edit.selectAll()
        page.types(length)
    page.clicks("Put it there").rests()
    left, top = 3500, 30_000
    assert chosen(page).points == ((left, top), (left + 600, top), (left + 600, top + 500), (left, top + 500))


def test_arrows_move_a_part_and_with_ctrl_make_it_larger(page: FairDriver) -> None:
    chooses(page.presses("F3"), "Eingang")
    (before, after), pen = chosen(page).points, page.fair.drawing.pen
    page.presses("Enter")
    assert page.fair.view.hasFocus()
    page.presses("Right", "Shift+Up").rests()
    until(lambda: not pen.waiting)
    assert chosen(page).points == ((before[0] + 100, before[1] - 1000), (after[0] + 100, after[1] - 1000))
    page.presses("Ctrl+Left").rests()
    assert chosen(page).points == ((before[0] + 100, before[1] - 1000), (after[0], after[1] - 1000))
    page.presses("F8", "F8", "F8").rests()
    assert chosen(page).points == (before, after)
    page.presses("Esc").rests()
    assert pen.parts.part is None
    assert page.fair.draws


def test_del_takes_a_part_away_on_the_plan_and_in_the_list(page: FairDriver) -> None:
    before = len(page.flow.fair.parts)
    chooses(page.presses("F3"), "Eingang").presses("Del").rests()
    assert len(page.flow.fair.parts) == before - 1
    chooses(page, "Notausgang").presses("Enter", "Del").rests()
    assert len(page.flow.fair.parts) == before - 2
    page.presses("F8", "F8").rests()
    assert len(page.flow.fair.parts) == before


def test_a_click_chooses_a_part_and_the_mouse_moves_it(page: FairDriver) -> None:
    page.presses("F3")
    area = next(part for part in page.flow.fair.parts if part.kind is PartKind.SERVICE and part.hall == page.fair.hall)
    left, top = area.points[0]
    page.draws((left / 1000 + 1, top / 1000 + 1), (left / 1000 + 1, top / 1000 + 1))
    assert chosen(page) == area
    page.draws((left / 1000 + 1, top / 1000 + 1), (left / 1000 + 3, top / 1000 + 1))
    assert abs(chosen(page).points[0][0] - left - 2000) <= 200
    assert chosen(page).points[0][1] == top


def test_what_was_just_drawn_stays_when_the_next_is_drawn_in_it(page: FairDriver) -> None:
    wants(page, "Zone").draws((2.0, 28.0), (12.0, 35.0))
    zone = chosen(page)
    page.draws((3.0, 29.0), (5.0, 31.0))
    assert zone in page.flow.fair.parts
    assert chosen(page).points == ((3000, 29_000), (5000, 29_000), (5000, 31_000), (3000, 31_000))


def test_an_outline_with_six_corners_is_typed_and_the_next_one_takes_its_place(page: FairDriver) -> None:
    wants(page, "Outline").clicks("Put it there").rests()
    form = page.fair.drawing.parts.form
    form.extent[0].edit.setFocus()
    form.extent[0].edit.selectAll()
    page.types("40").presses("Enter").rests()
    assert chosen(page).points[2][0] == 40_000
    assert page.fair.scene.ground is not None
    assert page.fair.scene.ground.outline.boundingRect().width() == 40_000
    form.points.edit.setFocus()
    form.points.edit.selectAll()
    page.types("0 0; 33 0; 33 20; 20 20; 20 36; 0 36").presses("Enter").rests()
    assert len(chosen(page).points) == 6
    page.clicks("Put it there").rests()
    outlines = [part for part in page.flow.fair.parts if part.kind is PartKind.OUTLINE and part.hall == page.fair.hall]
    assert [len(part.points) for part in outlines] == [4]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("0 0; 30,5 0; 30.5 20", ((0, 0), (30_500, 0), (30_500, 20_000))),
        (" 1 2 ; 3 4 ; ", ((1000, 2000), (3000, 4000))),
        ("1 2", None),
        ("1 2; 3", None),
        ("a b; c d", None),
        ("", None),
    ],
)
def test_corners_are_read_as_people_write_them(text: str, points: tuple[tuple[int, int], ...] | None) -> None:
    assert corners_of(text) == points
