"""Names stand as in a German list (DIN 5007, variant 2)."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.people.sorting import sort_key

LISTS = [
    ["Kuehl, Anna", "Kühlewind, Anna", "Kühn, Anna", "Kuhlmann, Anna", "Kuhn, Anna"],
    ["Muck", "Mücke", "Mueller", "Muller"],
    ["Müller, Anna", "Müller, Zoe", "Müller Lüdenscheidt, Anna", "Müllerschön, Anna"],
    ["Oder", "Öl", "Ofen", "Olaf"],
    ["Adam", "Äcker", "Afra"],
    ["Strasse", "Straßer", "Strauß"],
    ["Çakır, A", "Çelik, A", "Cem, A"],
    ["Ilić", "İpek", "Işık"],
    ["Lüders", "Łukasz", "Luther"],
    ["Zwick", "Ґава", "Ґудзь", "Єна", "Ївга", "Йона"],
    ["Zwick", "Галка", "Ґава", "Дуб"],
    ["Яна", "احمد", "پریسا", "علی"],
]


@pytest.mark.parametrize("wanted", LISTS, ids=lambda names: names[0])
def test_lists(wanted: list[str]):
    shuffled = random.Random(1).sample(wanted, len(wanted))
    assert sorted(shuffled, key=sort_key) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "mueller"),
        ("MÜLLER", "Müller"),
        ("Weiß", "WEISS"),
        ("Jose", "José"),
        ("O'Brien", "OBrien"),
        ("Groß-Weiß", "Gross Weiss"),
        ("  Anna  ", "anna"),
        ("علی", "علي"),
        ("أحمد", "احمد"),
        ("Nguyễn", "Nguyen"),
    ],
)
def test_spellings_that_stand_together(one: str, other: str):
    assert sort_key(one) == sort_key(other)


def test_the_key_of_a_list_name_is_made_of_those_of_its_parts():
    assert sort_key("Groß-Weiß, Anna Lena") == f"{sort_key('Groß-Weiß')} {sort_key('Anna Lena')}"


@given(st.text(max_size=30))
def test_composed_and_decomposed_letters_are_the_same(text: str):
    assert sort_key(unicodedata.normalize("NFC", text)) == sort_key(unicodedata.normalize("NFD", text))


@given(st.text("abcxyzäöüßéğıИйґ'- ", max_size=15), st.text("abcxyzäöüßéğıИйґ", max_size=15))
def test_what_is_typed_so_far_begins_the_key(start: str, rest: str):
    start = start.rstrip(" -'")
    assert sort_key(start + rest).startswith(sort_key(start))
