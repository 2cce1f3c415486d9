"""Boxes: nobody is forgotten, none is too full, and whoever knows a name finds the box by what is written on it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.badges.boxes import Box, Spot, cut, spots
from eventdesk.people.person import Person
from eventdesk.people.sorting import sort_key
from eventdesk.words import Words
from eventdesk.words.badges import spot_text


def crowd(*names: str) -> list[Person]:
    """Return people called "Müller, Anna", sorted."""
    parts = [name.partition(", ") for name in names]
    found = [Person(number, given, family) for number, (family, _, given) in enumerate(parts, start=1)]
    return sorted(found, key=lambda person: (sort_key(person.list_name), person.id))


def shown(boxes: list[Box]) -> list[tuple[str, int, int]]:
    return [(box.label, box.first, box.last) for box in boxes]


@pytest.mark.parametrize(
    ("names", "most", "expected"),
    [
        ([], 10, []),
        (["Abel"], 10, [("A", 1, 1)]),
        (["Abel", "Bär", "Cem"], 10, [("A–C", 1, 3)]),
        (["Abel", "Bär", "Cem"], 2, [("A–B", 1, 2), ("C", 3, 3)]),
        (["Abel", "Bär", "Bo", "Cem"], 3, [("A–B", 1, 3), ("C", 4, 4)]),
        (["Abel", "Bär", "Bo", "Cem"], 2, [("A", 1, 1), ("B", 2, 3), ("C", 4, 4)]),
        (["Abel", "Bär", "Bo", "Cem"], 1, [("A", 1, 1), ("Ba", 2, 2), ("Bo", 3, 3), ("C", 4, 4)]),
        (["Ärzt", "Abel"], 9, [("A", 1, 2)]),
        (["Özdemir", "Otto", "SSachs", "Sahin"], 9, [("O–S", 1, 4)]),
        (["Ng, Bao", "Ng, Chi", "Nguyen, An"], 1, [("Ng B", 1, 1), ("Ng C", 2, 2), ("Ngu", 3, 3)]),
        (["Ba", "Шевченко", "عباسی"], 1, [("B", 1, 1), ("Ш", 2, 2), ("ع", 3, 3)]),
        (["Müller, Anna"] * 5, 2, [("Mueller Anna", 1, 2), ("Mueller Anna (2)", 3, 4), ("Mueller Anna (3)", 5, 5)]),
        (["-", "Abel"], 5, [("#–A", 1, 2)]),
        (["1", "1-1"], 1, [("1", 1, 1), ("1 (2)", 2, 2)]),
        (["1. FC, Fan", "Abel"], 1, [("1", 1, 1), ("A", 2, 2)]),
    ],
)
def test_boxes(names: list[str], most: int, expected: list[tuple[str, int, int]]) -> None:
    assert shown(cut(crowd(*names), most)) == expected


def test_where_a_badge_lies(event: object) -> None:
    people = crowd("Abel", "Bär", "Cem")
    found = spots(cut(people, 2))
    assert [found[person.id] for person in people] == [Spot("A–B", 1), Spot("A–B", 2), Spot("C", 3)]
    assert spot_text(Words("en"), "M–R", 312) == "Box M–R · no. 312"


def test_a_box_that_holds_nothing_is_none() -> None:
    with pytest.raises(ValueError, match="0"):
        cut(crowd("Abel"), 0)


NAMES = st.lists(
    st.text(alphabet="abmnsuäöüß -,'ÑŠшпبن1", min_size=0, max_size=6)
    | st.sampled_from(["Müller, Anna", "Müller", "Nguyen", "Ng"]),
    max_size=60,
)


@settings(deadline=None)
@given(NAMES, st.integers(1, 9))
def test_every_badge_lies_in_one_box_in_the_order_of_the_list(names: list[str], most: int) -> None:
    people = crowd(*names)
    boxes = cut(people, most)
    assert [person for box in boxes for person in box.people] == [person.id for person in people]
    assert all(1 <= len(box.people) <= most for box in boxes)
    assert [box.first for box in boxes] == [1, *(box.last + 1 for box in boxes[:-1])][: len(boxes)]
    assert len({box.label for box in boxes}) == len(boxes)
    found = spots(boxes)
    assert [found[person.id].number for person in people] == list(range(1, len(people) + 1))


@settings(deadline=None)
@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=5), max_size=60), st.integers(3, 9))
def test_labels_part_the_alphabet(names: list[str], most: int) -> None:
    """A name stands between the two beginnings on its box."""
    people = {person.id: person for person in crowd(*names)}
    for box in cut(list(people.values()), most):
        first, *rest = re.sub(r" \(\d+\)", "", box.label).split("–")
        last = rest[0] if rest else first
        for number in box.people:
            key = people[number].family_name.title()
            assert first <= key[: len(first)]
            assert key[: len(last)] <= last
