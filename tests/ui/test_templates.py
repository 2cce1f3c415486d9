"""A template is made in the window: by mouse, by keys, by its properties; saved, undone, kept, opened and written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from eventdesk.badges import stock
from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import CodeBox, Condition, Panel, Picture, Side, Stack, Template
from eventdesk.badges.design.template_check import check, extent, reach
from eventdesk.badges.design.template_file import parse, to_toml
from eventdesk.badges.design.templates import classic
from eventdesk.codes import Op
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.templates_driver import TemplatesDriver, choose, number, text, tick, words
from ui.actions import PageId
from ui.templates.conditions import ConditionsControl
from ui.templates.shapes import Handle, Kind

__all__ = ["home"]

SHIFT, ALT, CTRL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def maker(desk: DeskDriver) -> TemplatesDriver:
    """Return a desk on the page, in English, with a copy of the classic template."""
    return TemplatesDriver.at(desk, "a6-classic")


def at_of(template: Template, kind: type) -> int:
    """Return the number of the first box of a kind on the front."""
    return next(at for at, box in enumerate(template.front) if isinstance(box, kind))


# ---- the mouse


def test_a_box_is_chosen_by_a_click_and_dragged(maker: TemplatesDriver) -> None:
    at = at_of(maker.template, CodeBox)
    before = maker.template.front[at]
    place = maker.templates.canvas.place_of(at)
    maker.drags(place, -4, -1.2, free=True)
    assert maker.draft.chosen == at
    moved = maker.template.front[at]
    assert moved.x == pytest.approx(before.x - 4, abs=0.6)
    assert moved.y == pytest.approx(before.y - 1.2, abs=0.6)
    assert isinstance(moved, CodeBox)
    assert isinstance(before, CodeBox)
    assert moved.size == before.size


def test_a_handle_makes_a_box_larger(maker: TemplatesDriver) -> None:
    at = at_of(maker.template, Picture)
    before = extent(maker.template.front[at])
    maker.chooses(at).drags_handle(Handle(-1, 1), -6, 3, free=True)
    after = extent(maker.template.front[at])
    assert after[0] == pytest.approx(before[0] - 6, abs=0.6)
    assert after[3] == pytest.approx(before[3] + 3, abs=0.6)
    assert after[2] == pytest.approx(before[2], abs=0.11)
    assert after[1] == pytest.approx(before[1], abs=0.11)


def test_a_box_stops_at_the_edge_and_the_rule_is_told(maker: TemplatesDriver) -> None:
    at = at_of(maker.template, Picture)
    maker.chooses(at).drags_box(at, 200, 0, free=True, let_go=False)
    assert "nothing beyond the badge, which is 105 × 148 mm" in maker.says_here()
    maker.drags_box(at, 200, 0, free=True)
    assert reach(maker.template.front[at])[2] <= 105


def test_nothing_comes_into_the_white_of_the_code(maker: TemplatesDriver) -> None:
    before = maker.template
    at, code = at_of(before, Picture), before.front[at_of(before, CodeBox)]
    picture = before.front[at]
    maker.chooses(at).drags_box(at, code.x - picture.x, code.y - picture.y, free=True)
    assert "mm of white around the code" in maker.says_here()
    assert maker.template == before


def test_a_box_is_drawn_to_the_middle_of_the_badge(maker: TemplatesDriver) -> None:
    at = at_of(maker.template, Picture)
    left, _top, right, _bottom = extent(maker.template.front[at])
    maker.chooses(at).drags_box(at, 52.5 - (left + right) / 2 + 0.7, 0, let_go=False)
    assert any(guide.upright and guide.at == 52.5 for guide in maker.templates.canvas.guides)
    maker.keys(Qt.Key.Key_Escape)
    assert maker.templates.canvas.guides == ()
    assert maker.lets_go().templates.canvas.guides == ()


def test_esc_lets_go_of_what_is_dragged(maker: TemplatesDriver) -> None:
    before = maker.template
    at = at_of(before, CodeBox)
    maker.chooses(at).templates.take_focus()
    maker.drags_box(at, -10, -4, let_go=False).keys(Qt.Key.Key_Escape)
    assert maker.template == before
    assert maker.lets_go().template == before
    assert maker.frame.page_id is PageId.TEMPLATES


def test_a_second_click_chooses_the_box_below(maker: TemplatesDriver) -> None:
    panel = at_of(maker.template, Panel)
    maker.chooses(panel)
    box = maker.template.front[panel]
    assert isinstance(box, Panel)
    maker.templates.deeds.add(Kind.PANEL)
    maker.templates.deeds.change_box(Panel(box.x, box.y, 30, 10))
    top = maker.draft.chosen
    maker.clicks_badge(box.x + 5, box.y + 5)
    assert maker.draft.chosen == panel
    maker.clicks_badge(box.x + 5, box.y + 5)
    assert maker.draft.chosen == top


# ---- keys


def test_arrows_move_and_with_alt_make_larger(maker: TemplatesDriver) -> None:
    at = at_of(maker.template, Picture)
    maker.chooses(at)
    maker.templates.take_focus()
    before = maker.box
    assert isinstance(before, Picture)
    maker.keys(Qt.Key.Key_Left, 3)
    maker.keys(Qt.Key.Key_Left, 1, SHIFT)
    assert maker.box.x == pytest.approx(before.x - 6.5)
    maker.keys(Qt.Key.Key_Left, 2, ALT)
    assert isinstance(maker.box, Picture)
    assert maker.box.width == pytest.approx(before.width - 1)
    maker.presses("Ctrl+Z")
    assert maker.box == before


def test_an_arrow_does_not_lead_beyond_the_badge(maker: TemplatesDriver) -> None:
    maker.chooses(at_of(maker.template, Panel)).templates.take_focus()
    before = maker.template
    maker.keys(Qt.Key.Key_Left)
    assert maker.template == before
    assert "nothing beyond the badge" in maker.says_here()


def test_tab_goes_through_the_boxes_and_on(maker: TemplatesDriver) -> None:
    maker.templates.take_focus()
    seen = []
    for _ in maker.draft.boxes:
        maker.presses("Tab")
        seen.append(maker.draft.chosen)
    assert seen == list(range(len(maker.draft.boxes)))
    assert maker.templates.canvas.hasFocus()
    maker.presses("Tab")
    assert not maker.templates.canvas.hasFocus()


def test_del_takes_away_and_ctrl_d_doubles(maker: TemplatesDriver) -> None:
    maker.chooses(at_of(maker.template, Picture))
    count = len(maker.draft.boxes)
    maker.presses("Ctrl+D")
    assert len(maker.draft.boxes) == count + 1
    maker.templates.take_focus()
    maker.keys(Qt.Key.Key_Delete)
    maker.templates.boxes.list.setFocus()
    maker.keys(Qt.Key.Key_Delete)
    assert len(maker.draft.boxes) == count - 1
    assert list(check(maker.template)) == []


def test_the_last_box_of_the_front_stays(maker: TemplatesDriver) -> None:
    while len(maker.draft.boxes) > 1:
        maker.chooses(0).templates.deeds.delete()
    maker.chooses(0).templates.deeds.delete()
    assert len(maker.draft.boxes) == 1
    assert maker.says_here() == "Something has to stay on the front."


def test_the_list_does_all_that_the_picture_does(maker: TemplatesDriver) -> None:
    boxes, count = maker.templates.boxes, len(maker.draft.boxes)
    boxes.adding[Kind.LINE].click()
    assert len(maker.draft.boxes) == count + 1
    assert maker.draft.chosen == count
    boxes.backwards.click()
    assert maker.draft.chosen == count - 1
    assert not boxes.forwards.isHidden()
    boxes.forwards.click()
    boxes.delete.click()
    assert len(maker.draft.boxes) == count
    assert boxes.list.count() == count + 1


# ---- properties


def test_a_number_is_taken_with_a_comma_and_judged_while_typing(maker: TemplatesDriver) -> None:
    maker.chooses(at_of(maker.template, Picture))
    field = number(maker.form(), "x")
    maker.writes(field, "60,5")
    assert maker.box.x == 60.5
    field.edit.setFocus()
    field.edit.selectAll()
    maker.types("900")
    assert "nothing beyond the badge" in field.note()
    maker.presses("Enter")
    assert maker.box.x == 60.5
    maker.presses("Esc")
    field.edit.selectAll()
    maker.types("x")
    assert "a number from 0 to 1000" in field.note()


def test_a_text_shows_another_field_and_own_words(maker: TemplatesDriver) -> None:
    maker.chooses(at_of(maker.template, Stack))
    form = maker.text_form()
    choose(form, "field", list(Field).index(Field.TEXT) - 1)
    assert isinstance(maker.box, Stack)
    assert maker.box.texts[0].field is Field.TEXT
    maker.writes(words(form, "text", "de"), "Hallo {nobody}")
    assert "in braces only" in words(form, "text", "de").note()
    assert maker.box.texts[0].text.de == "Text"
    maker.presses("Esc")
    maker.writes(words(form, "text", "de"), "Hallo {given_name}")
    assert maker.box.texts[0].text.de == "Hallo {given_name}"
    maker.rests()
    assert list(check(maker.template)) == []


def test_sizes_keep_their_order(maker: TemplatesDriver) -> None:
    maker.chooses(at_of(maker.template, Stack))
    form = maker.text_form()
    maker.writes(number(form, "min_size"), "300")
    assert "not more than “max_size”" in number(form, "min_size").note()


def test_a_condition_is_written_in_plain_words(maker: TemplatesDriver) -> None:
    maker.chooses(at_of(maker.template, Picture))
    control = maker.form().controls["show_if"]
    assert isinstance(control, ConditionsControl)
    control.add.click()
    assert maker.box.show_if == (Condition("native_name"),)
    line = control.lines[0]
    line.how.setCurrentIndex(3)
    line.how.activated.emit(3)
    line.what.setCurrentIndex(line.what.findData("role"))
    line.what.activated.emit(line.what.currentIndex())
    maker.writes(line.values, "press, guest")
    assert maker.box.show_if == (Condition("role", ("press", "guest"), negated=True),)
    assert "if Role is not: press, guest" in maker.reads()
    control.lines[0].how.activated.emit(4)
    assert not maker.box.show_if


def test_a_line_stands_upright_by_a_tick(maker: TemplatesDriver) -> None:
    maker.templates.deeds.add(Kind.LINE)
    tick(maker.form(), "upright")
    assert maker.templates.boxes.list.count() == len(maker.draft.boxes) + 1
    assert "upright = true" in to_toml(maker.template) or maker.says_here().startswith("Not possible")


def test_the_badge_itself_gets_another_name_and_size(maker: TemplatesDriver) -> None:
    maker.chooses(None)
    badge = maker.templates.properties.badge
    maker.writes(text(badge, "name"), "a6-classic")
    assert "already" in text(badge, "name").note()
    maker.presses("Esc")
    maker.writes(text(badge, "name"), "Sommer Fest")
    assert "small letters" in text(badge, "name").note()
    maker.presses("Esc")
    maker.writes(text(badge, "name"), "sommer")
    maker.writes(number(badge, "width"), "60")
    assert "nothing beyond the badge" in number(badge, "width").note()
    maker.presses("Esc")
    maker.writes(number(badge, "width"), "120")
    assert (maker.template.name, maker.template.width) == ("sommer", 120)


# ---- undo, saving, keeping


def test_undo_and_redo_step_through_what_is_not_saved(maker: TemplatesDriver) -> None:
    start = maker.template
    maker.templates.deeds.add(Kind.LINE)
    maker.templates.deeds.add(Kind.PANEL)
    end = maker.template
    maker.presses("Ctrl+Z", "F8")
    assert maker.template == start
    maker.templates.head.redo.click()
    maker.templates.head.redo.click()
    assert maker.template == end
    assert maker.event.journal(1)[0].op is not Op.SETTINGS


def test_saving_is_one_entry_and_undone_as_every_other(maker: TemplatesDriver) -> None:
    length = maker.event.journal_length()
    maker.templates.deeds.add(Kind.LINE)
    maker.presses("Ctrl+S")
    maker.says("“A6 Classic (own)” is saved.", "Use for this event")
    assert maker.event.journal_length() == length + 1
    name = maker.template.name
    assert stock.is_own(maker.event, name)
    assert maker.draft.stored == maker.template
    maker.presses("Ctrl+Z")
    assert maker.draft.stored != maker.template
    maker.presses("Ctrl+Z")
    maker.says("What was saved last is undone")
    assert not stock.is_own(maker.event, name)
    assert maker.event.journal_length() == length + 2


def test_an_own_template_is_gone_on_with_as_it_is_saved(maker: TemplatesDriver) -> None:
    maker.templates.deeds.add(Kind.LINE)
    maker.presses("Ctrl+S")
    saved = maker.template
    maker.frame.show_page(PageId.CHECK_IN)
    again = TemplatesDriver.at(maker, saved.name)
    assert again.template == saved
    assert not again.draft.unsaved


def test_leaving_keeps_the_draft_and_says_so(maker: TemplatesDriver) -> None:
    maker.templates.deeds.add(Kind.LINE)
    changed = maker.template
    maker.presses("Esc")
    assert maker.frame.page_id is PageId.BADGES
    maker.says("The changes of the template are kept, and not saved yet.")
    maker.frame.show_page(PageId.TEMPLATES)
    maker.rests()
    assert maker.template == changed
    maker.application.rebuild()
    maker.settles()
    assert maker.template == changed


def test_a_draft_outlives_the_program(maker: TemplatesDriver, file: Path) -> None:
    maker.templates.deeds.add(Kind.LINE)
    changed = maker.template
    maker.application.close_event()
    maker.application.open(file)
    maker.settles()
    again = TemplatesDriver.at(maker, changed.name)
    assert again.template == changed
    assert again.draft.unsaved


def test_changes_are_given_up(maker: TemplatesDriver) -> None:
    maker.templates.deeds.add(Kind.LINE)
    maker.chooses(None).templates.properties.forget.click()
    maker.rests()
    assert len(maker.template.front) == len(classic().front)


def test_a_saved_template_follows_an_undo_elsewhere(maker: TemplatesDriver) -> None:
    maker.presses("Ctrl+S")
    first = maker.template
    maker.templates.deeds.add(Kind.LINE)
    maker.presses("Ctrl+S")
    maker.event.undo(maker.draft.saved_by[-1])
    maker.rests()
    assert maker.template == first
    assert not maker.draft.unsaved


def test_a_template_is_copied_and_removed(maker: TemplatesDriver) -> None:
    maker.presses("Ctrl+S")
    saved = maker.template
    maker.chooses(None).templates.properties.copy.click()
    assert maker.template.name != saved.name
    assert maker.template.front == saved.front
    maker.templates.edit(saved.name)
    maker.chooses(None).templates.properties.remove.click()
    maker.says("Removed: A6 Classic (own). The journal can undo that.")
    assert not stock.is_own(maker.event, saved.name)
    assert maker.event.journal(1)[0].op is Op.SETTINGS


def test_looking_at_a_template_leaves_nothing_behind(maker: TemplatesDriver) -> None:
    offers = [offer.name for offer in maker.flow.offers()]
    for name in ("a6-colour", "a6-classic", "a6-colour"):
        maker.templates.edit(name)
    assert maker.template.name == "a6-colour-2"
    assert len(maker.flow.offers()) == len(offers)


# ---- files and pictures


def test_a_template_is_written_and_opened(maker: TemplatesDriver, tmp_path: Path) -> None:
    maker.templates.deeds.add(Kind.LINE)
    path = tmp_path / "mine.toml"
    maker.application._dialogs.path = path  # type: ignore[attr-defined]
    maker.presses("Ctrl+E")
    written = parse(path.read_text(encoding="utf-8")).template
    assert written == maker.template
    maker.presses("Ctrl+O")
    assert maker.template.front == written.front
    assert maker.template.name != written.name


def test_a_wrong_file_is_told_line_by_line_and_opens_nothing(maker: TemplatesDriver, tmp_path: Path) -> None:
    before = maker.template
    path = tmp_path / "wrong.toml"
    path.write_text('name = "A b"\ntitle = "x"\nwidth = 3\nheight = 50\n[[front]]\nbox = "codes"\n', encoding="utf-8")
    maker.opens(path)
    said = maker.templates.problems.list.toPlainText()
    assert "wrong.toml, line 1, “name”: “A b” does not fit" in said
    assert "wrong.toml, line 3, “width”: “3” does not fit. Expected: a number from 20 to 600." in said
    assert "wrong.toml, line 6, “box”" in said
    assert maker.template == before
    maker.presses("Esc")
    assert not maker.templates.problems.isVisible()
    assert maker.frame.page_id is PageId.TEMPLATES


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"", b"\x00" * 2_000_000])
def test_a_file_of_another_kind_opens_nothing(maker: TemplatesDriver, tmp_path: Path, data: bytes) -> None:
    before = maker.template
    path = tmp_path / "picture.toml"
    path.write_bytes(data)
    maker.opens(path)
    assert maker.templates.problems.isVisible()
    assert maker.template == before
    maker.opens(tmp_path / "not-there.toml")
    maker.says("There is no file")


def test_a_logo_is_taken_and_shown(maker: TemplatesDriver, tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(path))
    before = maker.templates.canvas.ground.toImage()
    maker.application._dialogs.path = path  # type: ignore[attr-defined]
    maker.chooses(None).templates.properties.logo.click()
    maker.rests()
    assert "logo" in stock.pictures_of(maker.event)
    assert maker.templates.canvas.ground.toImage() != before
    path.write_bytes(b"no picture")
    maker.templates.take_picture(path)
    maker.rests().says("is no picture that can be printed")


# ---- the preview


def test_the_preview_shows_three_people_of_this_event(maker: TemplatesDriver) -> None:
    assert "Schleswig-Holstein" in maker.templates.picture.who.text()
    first = maker.templates.canvas.ground.toImage()
    maker.presses("F6")
    maker.rests()
    assert "Farid Rahmani" in maker.templates.picture.who.text()
    assert maker.templates.canvas.ground.toImage() != first
    maker.presses("F6")
    assert "invented" not in maker.templates.picture.who.text()
    assert "Schleswig-Holstein" in maker.templates.picture.remarks.text()


def test_the_picture_is_what_the_template_says(maker: TemplatesDriver) -> None:
    maker.presses("F4")
    assert maker.draft.side is Side.BACK
    maker.templates.deeds.add(Kind.PANEL)
    maker.templates.deeds.change_box(Panel(0, 0, 105, 148, "#b32b26"))
    maker.rests()
    image = maker.templates.canvas.ground.toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.name() == "#b32b26"
    assert image.width() / image.height() == pytest.approx(105 / 148, abs=0.01)


def test_an_empty_side_says_what_to_do(maker: TemplatesDriver) -> None:
    maker.presses("F4")
    assert maker.says_here() == "Nothing is on this side, so it is not printed. Put something on it."
    maker.templates.deeds.add(Kind.PROGRAMME)
    assert maker.says_here().startswith("Drag, or use the arrow keys")


def test_redo_has_its_key_and_enter_leads_to_the_properties(maker: TemplatesDriver) -> None:
    maker.templates.deeds.add(Kind.LINE)
    changed = maker.template
    maker.presses("Ctrl+Z")
    maker.keys(Qt.Key.Key_Z, 1, CTRL | SHIFT)
    assert maker.template == changed
    maker.chooses(at_of(maker.template, Picture)).templates.take_focus()
    maker.presses("Enter")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert maker.templates.properties.isAncestorOf(focus)
