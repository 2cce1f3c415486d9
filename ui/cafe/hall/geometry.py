"""Where tables and chairs lie: pure numbers, in pixels of the whole picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil, floor, sqrt
from statistics import median_high

from ui.widgets.rect import Rect

LEAST_ROWS = 4
"""A circle is at least as large as if so many people sat on each side."""
EDGE = 6
"""So far names keep from dots, and from the edge of their place."""


@dataclass(frozen=True)
class Measures:
    """The room there is, and how large things are: a name, the lines that names stand on, a dot, the gaps."""

    wide: int
    high: int
    name: int
    line: int
    widest_line: int
    dot: int
    gap: int
    title: int = 0


@dataclass(frozen=True)
class Chair:
    """One place at a table: the middle of its dot, and where the name stands; `left`: at the left of the circle."""

    x: int
    y: int
    left: bool
    name: Rect

    def holds(self, x: int, y: int, dot: int) -> bool:
        """Say whether a point lies on the dot or on the name."""
        return self.name.holds(x, y) or (abs(x - self.x) <= dot + 2 and abs(y - self.y) <= dot + 2)


@dataclass(frozen=True)
class Ring:
    """One table: the middle and radius of the circle of chairs, and the chairs from top left to bottom right."""

    x: int
    y: int
    radius: int
    cell: Rect
    chairs: tuple[Chair, ...]


@dataclass(frozen=True)
class Layout:
    """Where everything lies. `rows` are the tables line by line."""

    rings: Mapping[int, Ring] = field(default_factory=dict)
    rows: tuple[tuple[int, ...], ...] = ()
    high: int = 0
    dot: int = 0
    line: int = 0

    def step(self, table: int | None, down: int, right: int) -> int | None:
        """Return the table beside one; at an edge the same."""
        if not self.rows:
            return None
        for number, row in enumerate(self.rows):
            if table in row:
                across = row.index(table)
                there = self.rows[min(max(number + down, 0), len(self.rows) - 1)]
                at = min(across + right, len(there) - 1)
                return there[max(at, 0)]
        return self.rows[0][0]


def layout(chairs: Mapping[int, int], measures: Measures) -> Layout:
    """Lay out tables with so many chairs each, as many beside each other as names have room for."""
    if not chairs or measures.wide <= 0:
        return Layout()
    usual = median_high(rows_of(count) for count in chairs.values())
    around = measures.name + 2 * measures.dot + EDGE + measures.gap // 2
    least = 2 * (around + round(usual * measures.line / 2))
    columns = min(len(chairs), max(1, measures.wide // least))
    keys = list(chairs)
    lines = [tuple(keys[at : at + columns]) for at in range(0, len(keys), columns)]
    widest = 2 * (measures.wide // columns // 2 - around) // usual
    line = max(measures.line, min(_line(lines, chairs, measures), widest))
    rings: dict[int, Ring] = {}
    y = measures.gap
    wide = measures.wide // columns
    for row in lines:
        high = _row_height(row, chairs, measures, line)
        for at, table in enumerate(row):
            cell = Rect(at * wide, y, wide, high)
            rings[table] = _ring(cell, chairs[table], measures, line)
        y += high + measures.gap
    return Layout(rings, tuple(lines), y, measures.dot, line)


def rows_of(chairs: int) -> int:
    """Return how many people sit at one side of a table."""
    return max(LEAST_ROWS, ceil(chairs / 2))


def _row_height(row: tuple[int, ...], chairs: Mapping[int, int], measures: Measures, line: int) -> int:
    return measures.title + line * max(rows_of(chairs[table]) for table in row) + 2 * measures.dot


def _line(lines: list[tuple[int, ...]], chairs: Mapping[int, int], measures: Measures) -> int:
    """Return how far apart names may stand: all the height there is, but no more than looks good."""
    rows = sum(max(rows_of(chairs[table]) for table in row) for row in lines)
    fixed = (len(lines) + 1) * measures.gap + len(lines) * (measures.title + 2 * measures.dot)
    return min(measures.widest_line, (measures.high - fixed) // rows)


def _ring(cell: Rect, count: int, measures: Measures, line: int) -> Ring:
    radius = rows_of(count) * line // 2
    across = max(2 * measures.dot, min(radius, cell.wide // 2 - measures.name - 2 * measures.dot - EDGE))
    x, y = cell.x + cell.wide // 2, cell.y + measures.title + (cell.high - measures.title) // 2
    left = ceil(count / 2)
    chairs = [
        _chair(cell, (x, y, across, radius), (at - (many - 1) / 2) * line, line, measures.dot, left=is_left)
        for many, is_left in ((left, True), (count - left, False))
        for at in range(many)
    ]
    return Ring(x, y, min(across, radius), cell, tuple(chairs))


def _chair(cell: Rect, oval: tuple[int, int, int, int], down: float, line: int, dot: int, *, left: bool) -> Chair:
    """Return the chair so far below the middle of an oval: x, y, half its width and half its height."""
    x, y, across, radius = oval
    out = across * sqrt(max(0.0, 1 - (down / radius) ** 2))
    at = round(x - out if left else x + out)
    top, room = y + floor(down - line / 2), dot + EDGE
    if left:
        name = Rect(cell.x + EDGE, top, max(0, at - room - cell.x - EDGE), line)
    else:
        name = Rect(min(at + room, cell.x + cell.wide), top, max(0, cell.x + cell.wide - EDGE - at - room), line)
    return Chair(at, top + line // 2, left, name)
