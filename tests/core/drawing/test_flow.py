"""Texts in columns: at one size, on as many lines as they need, whole or told to be cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.drawing.fonts import EM, Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.letters import LONGEST, clean
from tests.core.drawing.test_fitting import NAMES

KIT = Kit()
SIZE = 9.0


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES) | st.text(max_size=12), max_size=8).map(" ".join), st.floats(30, 400))
def test_lines_are_no_wider_than_the_column(text: str, width: float):
    fitted = KIT.flow(text, Weight.REGULAR, SIZE, width, lines=1000)
    assert fitted.size == SIZE
    assert all(line.width * SIZE / EM <= width + 0.01 for line in fitted.lines)
    assert not fitted.cut
    assert not fitted.overflow


@pytest.mark.parametrize("text", ["Verein für alle", "Donaudampfschifffahrtsgesellschaft", "", "e.V."])
def test_one_line_is_one_line(text: str):
    fitted = KIT.flow(text, Weight.REGULAR, SIZE, 10_000)
    assert len(fitted.lines) == 1
    assert fitted.text == text


def test_a_line_is_full_before_the_next_begins():
    width = KIT.width("aaa bbb", Weight.REGULAR, SIZE) + 0.5
    assert len(KIT.flow("aaa bbb ccc ddd eee", Weight.REGULAR, SIZE, width).lines) == 3


def test_a_word_that_is_too_wide_is_broken_and_goes_on_after_it():
    fitted = KIT.flow(f"in {'m' * 30} ist", Weight.REGULAR, SIZE, 80)
    assert len(fitted.lines) >= 4
    assert not fitted.cut


def test_leading_parts_lines():
    one = KIT.flow("a", Weight.REGULAR, SIZE, 10)
    two = KIT.flow("a a", Weight.REGULAR, SIZE, 8, leading=2.0)
    assert two.block_height - one.block_height == pytest.approx(2 * SIZE, abs=0.1)


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(2, 60))
def test_what_needs_more_lines_is_cut_and_told(lines: int, words: int):
    text = " ".join(["Verein"] * words)
    fitted = KIT.flow(text, Weight.REGULAR, SIZE, 60, lines=lines)
    assert len(fitted.lines) <= lines
    assert fitted.cut is fitted.text.endswith("…")
    assert fitted.cut is fitted.overflow is (fitted.text != text)
    assert fitted.original == text


def test_what_is_longer_than_any_text_is_told():
    fitted = KIT.flow("wort " * LONGEST, Weight.REGULAR, SIZE, 300, lines=1000)
    assert fitted.cut
    assert len(fitted.text) <= LONGEST + 1
    assert clean("x" * LONGEST * 2) == "x" * LONGEST


def test_right_to_left_text_flows_too():
    fitted = KIT.flow("جمعية الصداقة العربية الألمانية في هانوفر", Weight.REGULAR, SIZE, 60)
    assert len(fitted.lines) > 1
    assert fitted.right_to_left
