"""Puts blocks of text below each other, in columns and on as many pages as they need."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.pages.paper_size import Area

_STEPS = 24
_UNEVEN = tuple(1 + step / 20 for step in range(1, 10))
"""How much higher than need be the columns of a last page may be, so that each begins with a head."""


class Block(NamedTuple):
    """Something of a known height, in points, that is not torn apart; drawn with its upper left corner at (x, top).

    `above` is white over it, unless it stands first in its column. `head`: it never stands last in a column.
    """

    height: float
    draw: Callable[[Pen, float, float], None]
    above: float = 0.0
    head: bool = False


class Placed(NamedTuple):
    """A block, in which column it stands, and how far below the top."""

    block: Block
    column: int
    drop: float


Page = tuple[Placed, ...]


def pages(blocks: Sequence[Block], height: float, columns: int = 1, *, even: bool = True) -> list[Page]:
    """Return the pages that blocks fill, each `height` high; `even` makes the columns of the last one alike.

    A block that is higher than a page stands alone on one.
    """
    found: list[Page] = []
    start = 0
    while start < len(blocks):
        page, behind = _fill(blocks, start, height, columns)
        if behind == len(blocks) and even and columns > 1:
            page = _evened(blocks, start, height, columns) or page
        found.append(page)
        start = behind
    return found


def together(blocks: Sequence[Block], most: float) -> Iterator[Block]:
    """Yield blocks so that they stand in one column, below the first of them, if they are at most so high."""
    high = sum(block.height for block in blocks) + sum(block.above for block in blocks[1:])
    if high > most:
        yield from blocks
        return
    yield from (block._replace(head=True) for block, _ in pairwise(blocks))
    yield from blocks[-1:]


def draw_page(pen: Pen, page: Page, area: Area, columns: int = 1, gutter: float = 0.0) -> None:
    """Draw a page into an area."""
    step = column_width(area.width, columns, gutter) + gutter
    for block, column, drop in page:
        block.draw(pen, area.left + column * step, area.top - drop)


def column_width(width: float, columns: int, gutter: float) -> float:
    """Return how wide each of some columns is."""
    return (width - (columns - 1) * gutter) / columns


def taken(page: Page) -> float:
    """Return how high the highest column of a page is."""
    return max((placed.drop + placed.block.height for placed in page), default=0.0)


def _fill(blocks: Sequence[Block], start: int, height: float, columns: int) -> tuple[Page, int]:
    """Return one page of blocks from `start` on, and the number of the first block that stands on the next."""
    page: list[Placed] = []
    at = start
    for column in range(columns):
        drop, first = 0.0, at
        while at < len(blocks):
            above = blocks[at].above if at > first else 0.0
            if at > first and drop + above + _least(blocks, at) > height:
                break
            page.append(Placed(blocks[at], column, drop + above))
            drop += above + blocks[at].height
            at += 1
    return tuple(page), at


def _least(blocks: Sequence[Block], at: int) -> float:
    """Return the height of a block, and of what must follow a head in the same column."""
    height = blocks[at].height
    while blocks[at].head and at + 1 < len(blocks):
        at += 1
        height += blocks[at].above + blocks[at].height
    return height


def _evened(blocks: Sequence[Block], start: int, height: float, columns: int) -> Page | None:
    """Return the last page with its columns as low as they can be, found by halving."""
    low = min(height, max(_least(blocks, at) for at in range(start, len(blocks))))
    high, best = height, None
    for _ in range(_STEPS):
        middle = (low + high) / 2
        page, behind = _fill(blocks, start, middle, columns)
        if behind == len(blocks) and taken(page) <= middle:
            high, best = middle, page
        else:
            low = middle
    if best is None or _begins_with_heads(best):
        return best
    for factor in _UNEVEN:
        page, behind = _fill(blocks, start, min(height, high * factor), columns)
        if behind == len(blocks) and _begins_with_heads(page):
            return page
    return best


def _begins_with_heads(page: Page) -> bool:
    """Say whether each column but the first begins with a head."""
    firsts = [after for before, after in pairwise(page) if before.column != after.column]
    return all(placed.block.head for placed in firsts)
