"""Boxes that are moved, made larger, drawn to a line or added stay on the badge and keep the rules."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import Box, CodeBox, Panel, Rule, Said, Side, Stack, Template, TextBox
from eventdesk.badges.design.template_check import LEAST_CODE_ON_A_LABEL, check, extent, reach, texts_of
from eventdesk.badges.design.template_file import parse, to_toml
from eventdesk.badges.design.templates import classic, names, shipped
from ui.templates import shapes, texting
from ui.templates.draft import Draft
from ui.templates.shapes import Handle, Kind
from ui.templates.snapping import Guide, snap

LENGTHS = st.floats(-200, 200)
BOXES = st.sampled_from([box for name in names() for side in Side for box in shipped(name).side(side)])


@given(BOXES, LENGTHS, LENGTHS)
def test_what_is_moved_is_held_on_the_badge(box: Box, across: float, down: float) -> None:
    width, height = 300.0, 300.0
    held = shapes.held_inside(shapes.moved(box, across, down), width, height)
    left, top, right, bottom = reach(held)
    assert min(left, top) >= -0.06
    assert right <= width + 0.06
    assert bottom <= height + 0.06
    assert _size(held) == pytest.approx(_size(box))


@given(BOXES, st.data(), LENGTHS, LENGTHS)
def test_what_is_made_larger_keeps_its_other_edges(box: Box, data: st.DataObject, across: float, down: float) -> None:
    handle = data.draw(st.sampled_from(shapes.handles(box)))
    before, after = extent(box), extent(shapes.resized(box, handle, across, down))
    if not isinstance(box, Rule):
        assert after[2] - after[0] >= min(shapes.LEAST, before[2] - before[0]) - 0.11
        assert after[3] - after[1] >= min(shapes.LEAST, before[3] - before[1]) - 0.11
    if handle.across > 0:
        assert after[0] == pytest.approx(before[0], abs=0.06)
    if handle.across < 0:
        assert after[2] == pytest.approx(before[2], abs=0.11)
    if handle.down > 0:
        assert after[1] == pytest.approx(before[1], abs=0.06)


@given(LENGTHS, LENGTHS, st.sampled_from(shapes.CORNERS))
def test_a_code_stays_square_and_large_enough(across: float, down: float, handle: Handle) -> None:
    code = shapes.resized(CodeBox(60, 60, 25), handle, across, down)
    assert isinstance(code, CodeBox)
    assert code.size >= LEAST_CODE_ON_A_LABEL


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("side", list(Side))
def test_what_is_added_keeps_every_rule(name: str, kind: Kind, side: Side) -> None:
    template = shipped(name)
    box = shapes.new_box(kind, template, side)
    if box is None:
        assert kind is Kind.CODE or min(template.width, template.height) < 60
        return
    more = shapes.added(template, side, box)
    assert list(check(more)) == []
    assert parse(to_toml(more)).template == more


def test_there_is_no_room_for_another_code_where_everything_is_taken() -> None:
    texts = (TextBox(Field.NAME),)
    full = Template("full", Said("Voll"), 50, 50, (Stack(0, 0, 50, 50, texts),))
    assert shapes.new_box(Kind.CODE, full, Side.FRONT) is None
    assert shapes.new_box(Kind.CODE, full, Side.BACK) is not None


@pytest.mark.parametrize("at", range(5))
def test_a_copy_lies_beside_and_keeps_the_rules(at: int) -> None:
    template = classic()
    copy = shapes.duplicate(template, Side.FRONT, at)
    if copy is not None:
        more = shapes.added(template, Side.FRONT, copy)
        assert list(check(more)) == []
        assert (copy.x, copy.y) != (template.front[at].x, template.front[at].y)


def test_boxes_change_their_order_and_no_more() -> None:
    template = classic()
    front = shapes.reordered(template, Side.FRONT, 0, 2).front
    assert front[2] == template.front[0]
    assert sorted(map(repr, front)) == sorted(map(repr, template.front))
    assert shapes.reordered(template, Side.FRONT, 0, -1) == template


# ---- snapping


def test_a_box_is_drawn_to_an_edge_of_another() -> None:
    found = snap((10.8, 50, 30.8, 60), [(12, 5, 40, 9)], (105, 148), 2)
    assert found.across == pytest.approx(1.2)
    assert Guide(upright=True, at=12) in found.guides


def test_a_box_is_drawn_to_the_middle_and_the_margin() -> None:
    assert snap((42, 40, 62, 50), [], (105, 148), 1).across == pytest.approx(0.5)
    margin = snap((5.6, 40, 25, 50), [], (105, 148), 1)
    assert margin.across == pytest.approx(-0.6)
    assert margin.guides == (Guide(upright=True, at=5),)


def test_nothing_far_away_draws() -> None:
    assert snap((20, 30, 31, 33), [], (105, 148), 0.5).guides == ()


@given(st.floats(0, 90), st.floats(0, 130), st.floats(0.1, 5))
def test_nothing_is_drawn_further_than_allowed(x: float, y: float, within: float) -> None:
    found = snap((x, y, x + 13.3, y + 7.7), [(8, 9, 60, 70)], (105, 148), within)
    assert max(abs(found.across), abs(found.down)) <= within


# ---- texts


def test_own_words_come_and_go_with_the_field() -> None:
    text = TextBox(Field.ROLE, capitals=True)
    own = texting.text_with(text, "field", Field.TEXT)
    assert own.text == texting.OWN_WORDS
    name = texting.text_with(own, "field", Field.GIVEN_NAME)
    assert (name.text, name.capitals) == (Said(), False)


def test_texts_are_added_taken_away_and_moved() -> None:
    box = classic().front[next(at for at, each in enumerate(classic().front) if isinstance(each, Stack))]
    assert isinstance(box, Stack)
    more = texting.with_one_more(box, 0)
    assert texts_of(more)[1].field is Field.ORGANISATION
    assert texting.with_one_less(more, 1) == box
    moved = texting.with_text_moved(box, 0, 1)
    assert texts_of(moved)[:2] == (box.texts[1], box.texts[0])
    assert texting.with_text_moved(box, 0, -1) == box


def test_a_column_of_texts_keeps_its_last_one_and_a_panel_does_not() -> None:
    stack = Stack(0, 0, 10, 10, (TextBox(Field.NAME),))
    assert texting.with_one_less(stack, 0) == stack
    panel = Panel(0, 0, 40, 10, text=TextBox(Field.ROLE))
    bare = texting.with_one_less(panel, 0)
    assert texts_of(bare) == ()
    assert len(texts_of(texting.with_one_more(bare, 0))) == 1


# ---- steps


def _wider(template: Template, by: float) -> Template:
    return replace(template, width=template.width + by)


def test_steps_go_back_and_forth() -> None:
    start = classic()
    draft = Draft.of(start, start)
    draft.change(_wider(start, 1))
    draft.change(_wider(start, 2))
    assert draft.unsaved
    assert draft.undo()
    assert draft.template == _wider(start, 1)
    assert draft.redo()
    assert draft.undo()
    assert draft.undo()
    assert not draft.undo()
    assert draft.template == start
    assert not draft.unsaved


def test_a_new_step_forgets_what_was_undone() -> None:
    start = classic()
    draft = Draft.of(start)
    draft.change(_wider(start, 1))
    draft.undo()
    draft.change(_wider(start, 5))
    assert not draft.can_redo
    assert draft.undo()
    assert draft.template == start


def test_steps_of_one_kind_become_one() -> None:
    start = classic()
    draft = Draft.of(start)
    for by in (1, 2, 3):
        draft.change(_wider(start, by), "nudge")
    draft.choose(0)
    draft.change(_wider(start, 4), "nudge")
    assert draft.undo()
    assert draft.template == _wider(start, 3)
    assert draft.undo()
    assert draft.template == start


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["change", "merge", "undo", "redo", "choose"]), max_size=30))
def test_undoing_everything_comes_back_to_the_beginning(deeds: list[str]) -> None:
    start = classic()
    draft, by = Draft.of(start), 0.0
    for deed in deeds:
        by += 1
        match deed:
            case "change":
                draft.change(_wider(start, by))
            case "merge":
                draft.change(_wider(start, by), "same")
            case "undo":
                draft.undo()
            case "redo":
                draft.redo()
            case _:
                draft.choose(int(by) % 3)
    last = draft.template
    undone = 0
    while draft.undo():
        undone += 1
    assert draft.template == start
    for _ in range(undone):
        assert draft.redo()
    assert draft.template == last


def _size(box: Box) -> tuple[float, float]:
    left, top, right, bottom = extent(box)
    return right - left, bottom - top
