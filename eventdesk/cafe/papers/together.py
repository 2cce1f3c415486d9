"""Keeps blocks that belong together in one column of a page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from eventdesk.drawing.pages.columns import Block


def together(blocks: Sequence[Block], most: float) -> Iterator[Block]:
    """Yield blocks so that they stand in one column, below the first of them, if they are at most so high."""
    high = sum(block.height for block in blocks) + sum(block.above for block in blocks[1:])
    if high > most:
        yield from blocks
        return
    yield from (block._replace(head=True) for block, _ in pairwise(blocks))
    yield from blocks[-1:]
