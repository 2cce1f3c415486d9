"""What nobody can see is taken out of a cell; what the spelling needs stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.tables.cleaning import clean, clean_rows, one_line

ZWNJ, ZWJ = "\u200c", "\u200d"


@pytest.mark.parametrize(
    ("cell", "cleaned"),
    [
        ("  Elif ", "Elif"),
        ("Elif\u00a0Demirtaş", "Elif Demirtaş"),
        ("a\tb", "a b"),
        ("eins\r\nzwei\rdrei\u2028vier", "eins\nzwei\ndrei\nvier"),
        ("\ufeffElif\u200b", "Elif"),
        ("Elif\u202eatreD\u202c", "ElifatreD"),
        ("El\x07if", "Elif"),
        ("Jo\u0308rg", "Jörg"),
        (f"علی{ZWNJ}رضا", f"علی{ZWNJ}رضا"),
        (f"کارگاه{ZWNJ}ها و می{ZWNJ}روند", f"کارگاه{ZWNJ}ها و می{ZWNJ}روند"),
        (f"Elif{ZWNJ}Demirtaş{ZWJ}", "ElifDemirtaş"),
        (f"{ZWNJ}علی{ZWNJ}", "علی"),
        (f"علی{ZWNJ}{ZWNJ}رضا", f"علی{ZWNJ}رضا"),
        (f"க்{ZWNJ}ஷ", f"க்{ZWNJ}ஷ"),
        (f"👩{ZWJ}👩{ZWJ}👧", f"👩{ZWJ}👩{ZWJ}👧"),
        ("Sand­uhr", "Sanduhr"),
        ("Nguyễn Thị Hạnh", "Nguyễn Thị Hạnh"),
    ],
)
def test_clean(cell, cleaned):
    assert clean(cell) == cleaned


def test_one_line():
    assert one_line("eins\nzwei  drei") == "eins zwei drei"
    assert one_line("so bleibt es") == "so bleibt es"


@given(st.text(max_size=40))
def test_cleaning_is_done_after_once(cell):
    assert clean(clean(cell)) == clean(cell)


@given(st.text(max_size=40))
def test_nothing_that_steers_is_left(cell):
    left = [sign for sign in clean(cell) if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}]
    assert set(left) <= {"\n"}
    assert not set(clean(cell)) & set("\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff")


@given(st.lists(st.text(max_size=8), max_size=5))
def test_a_whole_row_is_cleaned_like_its_cells(row):
    assert clean_rows([tuple(row)]) == [tuple(clean(cell) for cell in row)]
