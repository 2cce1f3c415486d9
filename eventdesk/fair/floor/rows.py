"""Rows of booths drawn in one go: a row, two rows back to back, an island with booths at its heads."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from string import ascii_uppercase

from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.floor.geometry import FULL_TURN, centred, direction, extent

MOST_BOOTHS = 500
"""So many booths can be drawn in one go."""


class Form(StrEnum):
    """What is drawn."""

    ROW = "row"
    DOUBLE_ROW = "double_row"
    ISLAND = "island"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How booths are numbered: "A-", 1 and 2 digits give A-01, A-02 and so on."""

    prefix: str = ""
    first: int = 1
    digits: int = 2

    def numbers(self, taken: Collection[str] = ()) -> Iterator[str]:
        """Yield numbers without an end, but for those that are taken."""
        found = (f"{self.prefix}{number:0{self.digits}d}" for number in count(self.first))
        return (number for number in found if number not in taken)


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be drawn: `count` booths in each row, each of them `width_mm` along its front and `depth_mm` deep.

    `hall` is a row id; `x_mm`, `y_mm` are the least x and y of all of it, which is turned by `rotation` degrees.
    """

    hall: int
    x_mm: int
    y_mm: int
    count: int
    width_mm: int
    depth_mm: int
    form: Form = Form.ROW
    rotation: int = 0
    island: str = ""
    power: Power = Power.NONE
    wall: bool = False
    step_free: bool = True


@dataclass(frozen=True, slots=True)
class _Cell:
    """One booth before all is turned: its middle, and how it is turned itself."""

    x: float
    y: float
    rotation: int


def drawn(row: Row, numbering: Numbering, taken: Collection[str] = ()) -> tuple[Booth, ...]:
    """Return the booths of a drawing as drafts without ids, numbered from left to right, the front row first.

    Raises ValueError for no booth at all, for more than MOST_BOOTHS, or for booths without a size.
    """
    if row.width_mm < 1 or row.depth_mm < 1:
        raise ValueError("a booth has a width and a depth")
    cells, width, depth = _cells(row)
    if not 1 <= len(cells) <= MOST_BOOTHS:
        raise ValueError(f"{len(cells)} booths, from 1 to {MOST_BOOTHS} can be drawn")
    across, down = extent(width, depth, row.rotation)
    cos, sin = direction(row.rotation)
    numbers = numbering.numbers(taken)
    booths = []
    for cell in cells:
        x, y = cell.x - width / 2, cell.y - depth / 2
        middle = (row.x_mm + across / 2 + x * cos - y * sin, row.y_mm + down / 2 + x * sin + y * cos)
        draft = Booth(
            id=0,
            ref=next(numbers),
            hall=row.hall,
            x_mm=0,
            y_mm=0,
            width_mm=row.width_mm,
            depth_mm=row.depth_mm,
            island=row.island,
            rotation=(row.rotation + cell.rotation) % FULL_TURN,
            power=row.power,
            wall=row.wall,
            step_free=row.step_free,
        )
        booths.append(centred(draft, middle))
    return tuple(booths)


def next_prefix(refs: Collection[str]) -> str:
    """Return the first letter with a hyphen that no number begins with: "C-" after A-01 and B-01."""
    used = {found[1] for ref in refs if (found := re.match(r"([A-Za-z]+)", ref))}
    letters = [*ascii_uppercase, *(one + other for one in ascii_uppercase for other in ascii_uppercase)]
    return next((f"{letter}-" for letter in letters if letter not in used), "")


def _cells(row: Row) -> tuple[list[_Cell], float, float]:
    """Return the booths of a drawing that is not turned, and its width and depth."""
    wide, deep = row.width_mm, row.depth_mm
    if row.form is Form.ROW:
        return [_Cell((at + 0.5) * wide, deep / 2, 0) for at in range(row.count)], wide * row.count, deep
    heads = 2 * deep // wide if row.form is Form.ISLAND else 0
    left = deep if heads else 0
    front = [_Cell(left + (at + 0.5) * wide, deep / 2, 0) for at in range(row.count)]
    back = [_Cell(cell.x, deep * 1.5, 180) for cell in front]
    length = wide * row.count
    first = deep - heads * wide / 2
    ends = [first + (at + 0.5) * wide for at in range(heads)]
    right_head = [_Cell(left + length + deep / 2, y, 90) for y in ends]
    left_head = [_Cell(deep / 2, y, 270) for y in ends]
    return [*front, *back, *right_head, *left_head], length + 2 * left, 2 * deep
