"""Which booths are side by side: in the same island, in one row, touching."""

from collections import defaultdict
from collections.abc import Iterable

from eventdesk.fair.booth import Booth
from eventdesk.fair.floor.geometry import FULL_TURN, direction, frame

TOUCH_MM = 10
"""Booths touch if no more than this is between them, or they overlap by no more than this."""


def side_by_side(booths: Iterable[Booth]) -> frozenset[tuple[int, int]]:
    """Return the pairs of row ids of booths that are side by side, the smaller id first.

    They stand in the same hall and island (none counts as one) and are turned alike, their fronts are in one line, and
    the end of one front touches the beginning of the other.
    """
    rows: defaultdict[tuple[int, str, int], list[tuple[float, float, float, int]]] = defaultdict(list)
    for booth in booths:
        cos, sin = direction(booth.rotation)
        corner = frame(booth)
        along, line = corner.x * cos + corner.y * sin, corner.y * cos - corner.x * sin
        place = (booth.hall, booth.island, booth.rotation % FULL_TURN)
        rows[place].append((along, line, along + booth.width_mm, booth.id))
    found: set[tuple[int, int]] = set()
    for row in rows.values():
        row.sort()
        for at, (_, line, end, booth_id) in enumerate(row):
            for start, other_line, _, other_id in row[at + 1 :]:
                if start > end + TOUCH_MM:
                    break
                if abs(start - end) <= TOUCH_MM and abs(line - other_line) <= TOUCH_MM:
                    found.add((min(booth_id, other_id), max(booth_id, other_id)))
    return frozenset(found)
