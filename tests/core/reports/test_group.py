"""Groups in figures are large enough that nobody can be found in them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.reports.figures.group import Group, Tally, groups

Alike = dict[tuple[str, ...], Tally]
CODES = st.sampled_from("abcdefg")
ALIKE = st.dictionaries(
    st.lists(CODES, max_size=2, unique=True).map(tuple),
    st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Tally(max(pair), min(pair))),
    max_size=9,
)


def one_each(**people: int) -> dict[tuple[str, ...], Tally]:
    return {(code,): Tally(number, number) for code, number in people.items()}


def test_small_groups_are_joined_and_the_rest_is_told():
    assert groups(one_each(a=20, b=4, c=3, d=9), 5) == (Group("a", 20, 20), Group("d", 9, 9), Group("", 7, 7, 2))


def test_a_single_small_group_takes_the_next_one_with_it():
    found = groups(one_each(a=20, b=9, c=2), 5)
    assert found == (Group("a", 20, 20), Group("", 11, 11, 2)), "else the two could be worked out from the sum"


def test_a_group_of_which_only_a_few_came_is_small_too():
    alike: Alike = {("a",): Tally(30, 28), ("b",): Tally(10, 2), ("c",): Tally(10, 9)}
    assert groups(alike, 5) == (Group("a", 30, 28), Group("", 20, 11, 2))


def test_nobody_is_counted_twice_in_what_was_joined():
    alike = {("a", "b"): Tally(3, 3), ("a",): Tally(1, 1), ("b",): Tally(1, 1), ("c",): Tally(10, 10)}
    assert groups(alike, 5)[-1] == Group("", 5, 5, 2)


def test_who_said_nothing_comes_last():
    assert [each.code for each in groups({(): Tally(40, 40), **one_each(a=6, b=9)}, 5)] == ["b", "a", ""]


def test_where_all_together_are_too_few_nothing_is_told():
    assert groups(one_each(a=2, b=1), 5) == ()


def test_with_a_least_of_one_all_groups_are_told():
    assert groups(one_each(a=1, b=3), 1) == (Group("b", 3, 3), Group("a", 1, 1))


@given(ALIKE, st.integers(1, 8))
def test_no_number_stands_for_too_few(alike: dict[tuple[str, ...], Tally], least: int):
    found = groups(alike, least)
    assert all(number == 0 or number >= least for each in found for number in (each.known, each.came))
    assert sum(each.joined > 0 for each in found) <= 1
    assert all(each.joined != 1 or least == 1 for each in found), "one group by itself would be told by the sum"


@given(st.dictionaries(CODES, st.integers(0, 12), max_size=7), st.integers(1, 8))
def test_groups_that_exclude_each_other_still_add_up(people: dict[str, int], least: int):
    alike = one_each(**people)
    found = groups(alike, least)
    assert sum(each.known for each in found) in {sum(people.values()), 0}
    shown = Counter({each.code: each.known for each in found if not each.joined})
    assert all(shown[code] == people[code] for code in shown)
