"""Blocks in columns and on pages: none lost, none torn apart, heads never last."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from eventdesk.drawing.pages.columns import Block, Placed, column_width, draw_page, pages, taken
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.pages.report import Remarks
from eventdesk.words import Words


def block(height: float, above: float = 0.0, *, head: bool = False) -> Block:
    return Block(height, lambda *_: None, above, head)


BLOCKS = st.lists(st.builds(block, st.floats(1, 60), st.floats(0, 10), head=st.booleans()), max_size=40)


@settings(deadline=None)
@given(BLOCKS, st.integers(1, 4), st.booleans())
def test_all_blocks_stand_once_in_their_order(blocks: list[Block], columns: int, even: bool):
    found = pages(blocks, 100, columns, even=even)
    assert [placed.block for page in found for placed in page] == blocks
    for page in found:
        assert [placed.column for placed in page] == sorted(placed.column for placed in page)
        assert all(0 <= placed.column < columns for placed in page)


@settings(deadline=None)
@given(BLOCKS, st.integers(1, 3))
def test_nothing_overlaps_or_leaves_the_page(blocks: list[Block], columns: int):
    for page in pages(blocks, 400, columns):
        assert taken(page) <= 400
        for column in range(columns):
            stack = [placed for placed in page if placed.column == column]
            assert all(_end(one) <= other.drop + 1e-6 for one, other in pairwise(stack))


def _end(placed: Placed) -> float:
    return placed.drop + placed.block.height


@settings(deadline=None)
@given(BLOCKS, st.integers(1, 3))
def test_a_head_is_never_last_in_a_column(blocks: list[Block], columns: int):
    found = [placed for page in pages(blocks, 500, columns) for placed in page]
    for placed, following in pairwise(found):
        if placed.block.head and sum(each.height + each.above for each in _chain(blocks, placed.block)) < 400:
            assert following.column == placed.column


def _chain(blocks: list[Block], head: Block) -> list[Block]:
    """Return a head and what must follow it, up to the first block that is no head."""
    at = next(number for number, each in enumerate(blocks) if each is head)
    chain = [head]
    while chain[-1].head and at + 1 < len(blocks):
        at += 1
        chain.append(blocks[at])
    return chain


def test_columns_of_the_last_page_are_alike():
    (page,) = pages([block(10)] * 9, 100, 3)
    assert [sum(placed.column == column for placed in page) for column in range(3)] == [3, 3, 3]
    (page,) = pages([block(10)] * 9, 100, 3, even=False)
    assert [sum(placed.column == column for placed in page) for column in range(3)] == [9, 0, 0]


def test_columns_rather_begin_with_a_head():
    blocks = [block(10, head=True), *[block(10)] * 4, block(10, head=True), *[block(10)] * 2]
    (page,) = pages(blocks, 100, 2)
    assert [placed.column for placed in page] == [0] * 5 + [1] * 3


def test_the_white_above_the_first_block_of_a_column_goes():
    (page,) = pages([block(10, above=5), block(10, above=5)], 100)
    assert [placed.drop for placed in page] == [0, 15]


def test_a_block_that_is_too_high_stands_alone():
    found = pages([block(10), block(500), block(10)], 100)
    assert [len(page) for page in found] == [1, 1, 1]


def test_pages_are_drawn_column_by_column():
    drawn: list[tuple[float, float]] = []
    made = [Block(10, lambda _pen, x, top: drawn.append((x, top))) for _ in range(4)]
    (page,) = pages(made, 100, 2)
    pen = Pen(None, None, Words("en"), Remarks())  # type: ignore[arg-type]
    draw_page(pen, page, Area(50, 700, 210, 100), 2, 10)
    assert column_width(210, 2, 10) == 100
    assert drawn == [(50, 700), (50, 690), (160, 700), (160, 690)]
