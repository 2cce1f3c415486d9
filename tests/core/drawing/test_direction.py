"""Levels and visual order, compared with what UAX 9 says."""

import pytest
from fpdf.bidi import BidiParagraph
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.drawing.direction import base_level, levels, visual_order

MIXED = st.text(alphabet="abc دبא12 ().,-\u200c", max_size=24)


def test_text_from_the_left_needs_no_levels():
    assert levels("Jürgen Groß-Weißenfels (42)") is None
    assert levels("Олена") is None


@pytest.mark.parametrize(
    ("text", "level"),
    [("محمد", 1), ("Müller محمد", 0), ("(محمد) Müller", 1), ("123", 0), ("\u2068محمد\u2069 Müller", 0)],
)
def test_base_level(text: str, level: int):
    assert base_level(text) == level


def test_joiners_keep_the_level_of_their_letter():
    assert levels("گل\u200cم") == (1, 1, 1, 1)


def test_digits_stay_as_they_are_within_arabic():
    assert levels("اب 12") == (1, 1, 1, 2, 2)


def test_runs_are_reordered_per_line():
    assert visual_order([(0, "a"), (1, "ب"), (2, "12"), (1, "پ"), (0, "b")]) == ["a", "پ", "12", "ب", "b"]
    assert visual_order([]) == []


@given(MIXED)
def test_order_of_a_whole_line_is_that_of_fpdf(text: str):
    found = levels(text)
    if found is None:
        return
    stripped = text.rstrip(" ")  # rule L1 resets blanks at the end, which a line of ours never has
    ours = visual_order(list(zip(levels(stripped) or (0,) * len(stripped), stripped, strict=True)))
    theirs = BidiParagraph(stripped).get_reordered_string()
    assert "".join(ours).replace("\u200c", "") == theirs.replace("\u200c", "")
