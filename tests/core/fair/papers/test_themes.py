"""How themes look: readable, different, also without colour."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.drawing.colour import BLACK, INK, WHITE, Colour
from eventdesk.fair.papers.booth_art import BLOCKED, BOLT
from eventdesk.fair.papers.floor_art import ESCAPE, ESCAPE_LINE
from eventdesk.fair.papers.themes import NO_THEME, PALETTE, Mark, mark_path, theme_looks
from tests.core.drawing.pages import drawn, picture

GREY_STEPS = 40


def test_letters_are_read_on_every_theme():
    for colour in (*map(Colour.parse, PALETTE), NO_THEME):
        assert INK.contrast(colour) >= 7
        assert BLACK.contrast(colour) >= 10
        assert BOLT.contrast(colour) >= 3  # a sign, not a letter (WCAG 2.1, 1.4.11)


def test_other_words_are_read_too():
    assert BLOCKED.contrast(WHITE) >= 4.5
    assert ESCAPE_LINE.contrast(WHITE) >= 4.5
    assert ESCAPE_LINE.contrast(ESCAPE) >= 3


def test_colours_differ_from_each_other():
    def apart(one: Colour, other: Colour) -> int:
        return abs(one.red - other.red) + abs(one.green - other.green) + abs(one.blue - other.blue)

    parsed = [Colour.parse(each) for each in PALETTE]
    assert min(apart(*pair) for pair in combinations(parsed[:6], 2)) > 35
    assert min(apart(*pair) for pair in combinations(parsed, 2)) > 25


def test_a_grey_printer_prints_themes_pale():
    for colour in map(Colour.parse, PALETTE):
        grey = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
        assert grey > 175


def test_looks_are_in_the_order_of_appearance_and_differ():
    looks = theme_looks(["B", "A", "", "B", "C"])
    assert list(looks) == ["B", "A", "C"]
    assert [look.mark for look in looks.values()] == [Mark.DISC, Mark.SQUARE, Mark.TRIANGLE]


@settings(deadline=None)
@given(st.lists(st.text(max_size=6), max_size=144, unique=True))
def test_no_two_of_144_themes_look_alike(names: list[str]):
    looks = theme_looks(names)
    assert len({(look.colour, look.mark) for look in looks.values()}) == len(looks)
    assert set(looks) == {name for name in names if name}


def test_marks_are_shapes_of_their_own():
    shapes = set()
    for mark in Mark:
        pages = drawn(lambda paper, mark=mark: paper.shape(mark_path(mark, 20, 20, 15), INK), (40, 40))  # type: ignore[misc]
        shapes.add(picture(pages).point(lambda grey: grey // 128 * 255).tobytes())
    assert len(shapes) == len(Mark)
