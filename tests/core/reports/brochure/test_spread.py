"""Blocks over pages: all of them, in order, on as few pages as they need."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from eventdesk.reports.brochure.spread import spread, whites

heights = st.lists(st.integers(10, 400), min_size=1, max_size=30)


def fewest(sizes: list[int], between: int, rooms: tuple[int, int]) -> int:
    """Return how many pages it takes to fill each one before the next begins."""
    count, left = 1, float(rooms[0])
    empty = True
    for size in sizes:
        needed = size + (0 if empty else between)
        if needed > left and not empty:
            count, left, needed = count + 1, float(rooms[1]), size
        left, empty = left - needed, False
    return count


@given(heights, st.integers(0, 40), st.integers(200, 500), st.integers(400, 700))
def test_every_block_once_and_on_as_few_pages_as_can_be(sizes: list[int], between: int, first: int, other: int):
    found = spread(sizes, between, (first, other))
    assert [at for page in found for at in page] == list(range(len(sizes)))
    assert all(page for page in found)
    assert len(found) == fewest(sizes, between, (first, other))
    for number, page in enumerate(found):
        taken = sum(sizes[at] for at in page) + between * (len(page) - 1)
        assert taken <= (other if number else first) or len(page) == 1


def test_no_block_is_left_alone_where_two_pages_can_share():
    assert [len(page) for page in spread([100] * 6, 0, (500, 500))] != [5, 1]


def test_what_is_too_high_stands_alone():
    assert spread([50, 900, 50], 10, (300, 400)) == [range(1), range(1, 2), range(2, 3)]


@given(heights, st.integers(5, 30))
def test_white_grows_only_so_far_that_all_have_room(sizes: list[int], between: int):
    room = sum(sizes) + between * (len(sizes) - 1) + 25
    white = whites(sizes, between, room, between * 1.9)
    assert between <= white <= between * 1.9
    assert sum(sizes) + white * (len(sizes) - 1) <= room + 1e-6


def test_pairs_are_in_order():
    assert all(one.stop == other.start for one, other in pairwise(spread([120] * 9, 12, (300, 420))))
