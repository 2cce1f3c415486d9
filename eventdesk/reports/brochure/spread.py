"""Spreads blocks over pages so that all pages but the last are about equally full, in their order. Pure."""

from collections.abc import Sequence
from math import inf

_LAST = 0.2
"""How much it counts that the last page is empty, so that no single block is left for it."""


def spread(heights: Sequence[float], between: float, rooms: tuple[float, float]) -> list[range]:
    """Return which blocks stand on each page.

    `between` is the least white between two of them, `rooms` how high the first page is and all others are. A block
    that is higher than its page stands alone. As few pages as possible, and among those the most even ones: the
    squares of what stays empty are least, where that of the last page counts little.
    """
    count = len(heights)
    best: list[tuple[int, float]] = [(0, 0.0)]
    came = [0]
    for end in range(1, count + 1):
        found, start_of = (count + 2, inf), end - 1
        taken = -between
        for start in range(end - 1, -1, -1):
            taken += heights[start] + between
            room = rooms[0] if start == 0 else rooms[1]
            if taken > room and start < end - 1:
                if taken > max(rooms):
                    break
                continue
            pages, empty = best[start]
            spare = max(0.0, room - taken) ** 2 * (_LAST if end == count else 1.0)
            if (pages + 1, empty + spare) < found:
                found, start_of = (pages + 1, empty + spare), start
        best.append(found)
        came.append(start_of)
    pages_found: list[range] = []
    end = count
    while end:
        pages_found.append(range(came[end], end))
        end = came[end]
    return pages_found[::-1]


def whites(heights: Sequence[float], between: float, room: float, most: float) -> float:
    """Return the white between the blocks of a page so that they fill it, up to `most`."""
    if len(heights) < 2:
        return between
    spare = room - sum(heights)
    return max(between, min(most, spare / (len(heights) - 1)))
