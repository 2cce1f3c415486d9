"""Templates as files: what is written comes back, what is wrong is told with its line, all at once."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.badges.badge import Field
from eventdesk.badges.design import template_words
from eventdesk.badges.design.template import (
    Box,
    CodeBox,
    Condition,
    Digits,
    Panel,
    Picture,
    Programme,
    Rule,
    Said,
    Stack,
    Template,
    TextBox,
    Turn,
    Vertical,
)
from eventdesk.badges.design.template_check import HintKind, check
from eventdesk.badges.design.template_file import parse, to_toml
from eventdesk.badges.design.templates import CLASSIC, Shelf, classic, names, shipped
from eventdesk.badges.design.toml_cells import Expected
from eventdesk.badges.painting import paint, texts
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.words import Words

WIDTH, HEIGHT = 105.0, 148.0
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="{}"), max_size=20) | st.sampled_from(
    ['"', "\\", "#", "]]", "'''", "{given_name} ({stand})", "{{kein}}", "\x7f"]
)
SAID = st.builds(Said, LINE, LINE).filter(lambda said: bool(said.de or said.en))
VALUE = st.text(string.ascii_letters + "äöüß ()'\"", min_size=1, max_size=8).map(str.strip).filter(bool)
CONDITIONS = st.lists(
    st.builds(Condition, st.sampled_from(texts.SUBJECTS), st.lists(VALUE, max_size=3).map(tuple), st.booleans()),
    max_size=2,
).map(tuple)
TEXT_COLOURS = st.sampled_from(paint.NAMES) | st.just("#a1b2c3")
COLOURS = st.sampled_from(paint.NAMES[1:]) | st.just("#a1b2c3")
ALIGN, TURN = st.sampled_from(Align), st.sampled_from(Turn)


def lengths(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high).map(lambda number: round(number, 2))


@st.composite
def text_boxes(draw: st.DrawFn) -> TextBox:
    field = draw(st.sampled_from([each for each in Field if each is not Field.PROGRAMME]))
    sizes = sorted(draw(st.tuples(lengths(3, 60), lengths(3, 60))))
    return TextBox(
        field=field,
        min_size=sizes[0],
        max_size=sizes[1],
        weight=draw(st.sampled_from(Weight)),
        colour=draw(TEXT_COLOURS),
        lines=draw(st.integers(1, 4)),
        lead=draw(lengths(0.5, 3)),
        leading=draw(lengths(0.8, 3)),
        comfortable=draw(lengths(0, 1)),
        compact=draw(lengths(0, 1)),
        capitals=field is Field.ROLE and draw(st.booleans()),
        text=draw(SAID) if field is Field.TEXT else Said(),
        show_if=draw(CONDITIONS),
    )


@st.composite
def places(draw: st.DrawFn) -> dict[str, float]:
    x, y = draw(lengths(0, 60)), draw(lengths(0, 60))
    return {"x": x, "y": y, "width": draw(lengths(1, 45)), "height": draw(lengths(1, 45))}


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    place, show_if = draw(places()), draw(CONDITIONS)
    match draw(st.sampled_from((Stack, Panel, Picture, Programme, Rule))):
        case kind if kind is Stack:
            inside = tuple(draw(st.lists(text_boxes(), min_size=1, max_size=3)))
            return Stack(**place, texts=inside, align=draw(ALIGN), vertical=draw(st.sampled_from(Vertical)),
                         turn=draw(TURN), show_if=show_if)  # fmt: skip
        case kind if kind is Panel:
            return Panel(**place, colour=draw(COLOURS), radius=draw(lengths(0, 9)), align=draw(ALIGN), turn=draw(TURN),
                         text=draw(st.none() | text_boxes()), padding=0.25, show_if=show_if)  # fmt: skip
        case kind if kind is Picture:
            return Picture(**place, name=draw(VALUE), align=draw(ALIGN), vertical=draw(st.sampled_from(Vertical)),
                           show_if=show_if)  # fmt: skip
        case kind if kind is Programme:
            return Programme(**place, max_size=14, min_size=draw(lengths(3, 14)), lines=draw(st.integers(1, 3)),
                             show_if=show_if)  # fmt: skip
        case _:
            return Rule(place["x"], place["y"], place["width"], draw(lengths(0.1, 3)), draw(st.booleans()),
                        draw(COLOURS), show_if)  # fmt: skip


@st.composite
def templates(draw: st.DrawFn) -> Template:
    code = CodeBox(78, 118, draw(lengths(20, 21)), draw(st.sampled_from((Digits.BELOW, Digits.NONE))),
                   draw(lengths(3, 6)), Align.CENTRE, draw(CONDITIONS))  # fmt: skip
    return Template(
        name=draw(st.sampled_from(["a", "a6-classic", "9-b-2"])),
        title=draw(SAID),
        width=WIDTH,
        height=HEIGHT,
        front=(*draw(st.lists(boxes(), max_size=4)), code),
        back=tuple(draw(st.lists(boxes(), max_size=2))),
    )


@settings(max_examples=150, deadline=None)
@given(templates())
def test_what_is_written_comes_back(template: Template):
    reading = parse(to_toml(template), "own.toml")
    if list(check(template)):
        assert reading.template is None
        assert reading.problems
    else:
        assert reading.problems == ()
        assert reading.template == template


def test_every_template_that_comes_with_eventdesk_is_right_and_comes_back():
    for name in names():
        template = shipped(name)
        assert parse(to_toml(template)).template == template
        assert template.title.de
        assert template.title.en
    assert classic() is shipped(CLASSIC)


GOOD = """name = "own"
title = "Eigenes"
width = 105
height = 148

[[front]]
box = "stack"
x = 8
y = 8
width = 60
height = 60
texts = [
  { field = "given_name" },
  { field = "family_name", max_size = 30 },
]

[[front]]
box = "code"
x = 70
y = 100
size = 25
"""


def found(text: str) -> list[tuple[int, str, str, Expected]]:
    reading = parse(text, "own.toml")
    assert reading.template is None
    return [(each.line, each.key, each.value, each.expected) for each in reading.problems]


def test_a_small_template_is_read_with_what_is_usual():
    reading = parse(GOOD)
    assert reading.problems == ()
    assert reading.hints == ()
    assert reading.template is not None
    stack, code = reading.template.front
    assert stack == Stack(
        8, 8, 60, 60, texts=(TextBox(Field.GIVEN_NAME, 12, 7), TextBox(Field.FAMILY_NAME, 30, 7))
    )  # fmt: skip
    assert code == CodeBox(70, 100, 25)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("width = 105", "width = ", (3, "", "width =", Expected.TOML)),
        ("width = 105", "width = 105\nwidth = 1", (4, "", "width = 1", Expected.TOML)),
        ('name = "own"', 'name = "Mein Schild"', (1, "name", "Mein Schild", Expected.NAME)),
        ('name = "own"\n', "", (1, "name", "", Expected.KEY)),
        ('title = "Eigenes"', "title = { fr = 'x' }", (2, "title", "{…}", Expected.WORDS)),
        ('title = "Eigenes"', "title = 5", (2, "title", "5", Expected.WORDS)),
        ("width = 105", "width = 5000", (3, "width", "5000", Expected.NUMBER)),
        ("width = 105", "width = true", (3, "width", "true", Expected.NUMBER)),
        ("width = 105", "width = nan", (3, "width", "nan", Expected.NUMBER)),
        ("height = 148", "hight = 148", (4, "hight", "148", Expected.KNOWN_KEY)),
        ('box = "code"', 'box = "kod"', (18, "box", "kod", Expected.CHOICE)),
        ('box = "code"\n', "", (17, "box", "", Expected.KEY)),
        ("size = 25", "size = 25\nturn = 90", (22, "turn", "90", Expected.KNOWN_KEY)),
        ("size = 25", "", (17, "size", "", Expected.KEY)),
        ("size = 25", 'size = "25"', (21, "size", "25", Expected.NUMBER)),
        ("size = 25", "size = 19", (21, "size", "19", Expected.CODE_SIZE)),
        ("size = 25", "size = 34", (21, "size", "34", Expected.WHITE)),
        ("size = 25", 'size = 25\nalign = "center"', (22, "align", "center", Expected.CHOICE)),
        ("x = 8\n", "x = 8\nx = 9\n", (9, "", "x = 9", Expected.TOML)),
        ("y = 8\n", "y = 100\n", (11, "height", "160", Expected.INSIDE)),
        ("x = 8\n", "x = 50\n", (10, "width", "110", Expected.INSIDE)),
        ("max_size = 30", "max_size = 5", (14, "min_size", "7", Expected.AT_MOST)),
        ("max_size = 30", 'text = "x"', (14, "field", "family_name", Expected.FIELD_OR_TEXT)),
        ("max_size = 30", "capitals = true", (14, "capitals", "true", Expected.NOT_CAPITALS)),
        ("max_size = 30", 'colour = "rot"', (14, "colour", "rot", Expected.COLOUR)),
        ("max_size = 30", 'colour = "#12345"', (14, "colour", "#12345", Expected.COLOUR)),
        ("max_size = 30", "lines = 0", (14, "lines", "0", Expected.WHOLE)),
        ("max_size = 30", "lines = 1.5", (14, "lines", "1.5", Expected.WHOLE)),
        ("max_size = 30", "capitals = 1", (14, "capitals", "1", Expected.YES_NO)),
        ("max_size = 30", 'show_if = "rolle = press"', (14, "show_if", "rolle = press", Expected.CONDITION)),
        ("max_size = 30", 'show_if = ["role ="]', (14, "show_if", "role =", Expected.CONDITION)),
        ("max_size = 30", 'show_if = ["role = a | | b"]', (14, "show_if", "role = a | | b", Expected.CONDITION)),
        ('{ field = "given_name" }', '{ text = "Du {vorname}" }', (13, "text", "Du {vorname}", Expected.PLACEHOLDER)),
        ('{ field = "given_name" }', "{ }", (13, "field", "text", Expected.FIELD_OR_TEXT)),
        ('{ field = "given_name" }', '"given_name"', (13, "texts", "given_name", Expected.TABLE)),
        ('{ field = "given_name" }', '{ field = "vorname" }', (13, "field", "vorname", Expected.CHOICE)),
        ('box = "stack"', 'box = "panel"', (12, "texts", "{…}, {…}", Expected.KNOWN_KEY)),
        ('box = "stack"', 'box = "stack"\npadding = 5', (8, "padding", "5", Expected.KNOWN_KEY)),
    ],
)  # fmt: skip
def test_one_mistake_is_told_where_it_stands(old: str, new: str, problem: tuple[int, str, str, Expected]):
    assert GOOD.count(old) >= 1
    assert problem in found(GOOD.replace(old, new, 1))


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_lines():
    text = (
        GOOD.replace("width = 105", "width = 5").replace('"given_name"', '"vorname"').replace("size = 25", "size = -1")
    )
    assert [line for line, *_ in found(text)] == [3, 13, 21]


def test_what_covers_the_white_around_the_code_is_told_at_its_own_line():
    text = GOOD.replace("x = 8\ny = 8\nwidth = 60", "x = 8\ny = 60\nwidth = 60")
    assert found(text) == [(7, "box", "", Expected.UNCOVERED)]


def test_no_boxes_at_all():
    head = GOOD[: GOOD.index("[[front]]")]
    assert found(head) == [(1, "front", "", Expected.KEY)]
    assert found(head + "front = 5\n") == [(6, "front", "5", Expected.TABLES)]
    assert found(head + "back = [1]\n[[front]]\n")[0] == (6, "back", "1", Expected.TABLES)


def test_a_small_code_is_allowed_on_a_small_label_and_told():
    text = GOOD.replace("height = 148", "height = 29").replace(
        "y = 8\nwidth = 60\nheight = 60", "y = 2\nwidth = 55\nheight = 25"
    )
    text = text.replace("y = 100\nsize = 25", 'y = 5\nsize = 16\ndigits = "none"')
    reading = parse(text)
    assert reading.problems == ()
    assert [(hint.kind, hint.size) for hint in reading.hints] == [(HintKind.SMALL_CODE, 16)]


def test_a_badge_without_code_or_name_is_allowed_and_told():
    text = GOOD[: GOOD.rindex("[[front]]")].replace("given_name", "stand").replace("family_name", "role")
    assert {hint.kind for hint in parse(text).hints} == {HintKind.NO_CODE, HintKind.NO_NAME}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whatever_is_in_the_file_is_read_or_told(data: st.DataObject):
    line = data.draw(st.integers(0, GOOD.count("\n")))
    lines = GOOD.splitlines()
    lines[line : line + 1] = [
        data.draw(st.text(max_size=30) | st.sampled_from(["a = 1", "[[front]]", "x = []", "box = {}"]))
    ]
    reading = parse("\n".join(lines), "own.toml")
    assert (reading.template is None) == bool(reading.problems)
    assert all(1 <= each.line <= len("\n".join(lines).splitlines()) + 1 for each in reading.problems)


def test_every_problem_has_a_sentence(monkeypatch: pytest.MonkeyPatch):
    words = Words("en")
    args = ("20", "40")
    for expected in Expected:
        assert template_words.expectation(words, expected, args), expected
    (problem,) = parse(GOOD.replace("size = 25", "size = 19"), "own.toml").problems
    assert template_words.problem(words, problem) == (
        "own.toml, line 21, “size”: “19” does not fit. Expected: at least 20 mm, so that every scanner reads the code."
    )
    (missing,) = parse(GOOD.replace("size = 25\n", ""), "own.toml").problems
    assert template_words.problem(words, missing) == "own.toml, line 17, “size” is missing."


def test_the_shelf_of_an_event_has_its_own_templates_first():
    shelf = Shelf({"own": GOOD, "bad": "x", CLASSIC: GOOD.replace('"own"', f'"{CLASSIC}"')})
    assert shelf.names()[:3] == ("own", "bad", CLASSIC)
    assert len(set(shelf.names())) == len(shelf.names())
    assert shelf.usable("own").title == Said("Eigenes", "Eigenes")
    assert shelf.usable(CLASSIC).title.de == "Eigenes"
    assert shelf.reading("bad").problems[0].file == "bad.toml"
    assert shelf.usable("bad") is shelf.usable("nowhere") is classic()
    with pytest.raises(KeyError):
        shelf.reading("nowhere")
    with pytest.raises(KeyError):
        shipped("../templates")


MUCH = "F" * 5000
SPACES = " " * 50_000
MANY = '"has role", ' * 50_000


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("width = 105", f"width = 1{'0' * 400}", (3, "width", "…", Expected.NUMBER)),
        ("width = 105", f"width = 0x{MUCH}", (3, "width", "…", Expected.NUMBER)),
        ("width = 105", "width = -inf", (3, "width", "-inf", Expected.NUMBER)),
        ("max_size = 30", f"lines = 0x{MUCH}", (14, "lines", "…", Expected.WHOLE)),
        ("size = 25", f"size = 25\nalign = 0x{MUCH}", (22, "align", "…", Expected.CHOICE)),
        ('title = "Eigenes"', f'title = "{MUCH}"', (2, "title", f"{MUCH[:119]}…", Expected.WORDS)),
        ("width = 105", MUCH, (3, "", f"{MUCH[:119]}…", Expected.TOML)),
        ("width = 105", f"width = {'[' * 90}{']' * 90}", (3, "width", "[…]", Expected.NUMBER)),
        ("width = 105", f"width = {'[' * 5000}{']' * 5000}", (21, "", "size = 25", Expected.TOML)),
        ("width = 105", ".".join("a" * 50_000) + " = 1", (3, "", ("a." * 60)[:119] + "…", Expected.TOML)),
        ("width = 105", " . ".join(["'a'"] * 2000) + " = 1", (3, "", ("'a' . " * 20)[:119] + "…", Expected.TOML)),
        ("max_size = 30", f'show_if = "role ={SPACES}x\\ny"', None),
        ("max_size = 30", f"show_if = [{MANY}]", None),
    ],
)  # fmt: skip
def test_what_is_far_too_large_is_a_mistake_like_others(
    old: str, new: str, problem: tuple[int, str, str, Expected] | None
):
    problems = found(GOOD.replace(old, new, 1))
    if problem is None:
        assert [(line, key, expected) for line, key, _, expected in problems] == [(14, "show_if", Expected.CONDITION)]
    else:
        assert problem in problems
    assert all(len(value) <= 120 for _, _, value, _ in problems)


def test_where_a_mistake_lies_very_deep_the_line_of_what_it_lies_in_is_told():
    deep = f"deep = {'{a = ' * 60}1{'}' * 60}\n"
    assert found(deep + GOOD) == [(1, "deep", "{…}", Expected.KNOWN_KEY)]
