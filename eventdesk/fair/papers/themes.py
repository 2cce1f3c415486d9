"""How themes look on plans, signs and lists: a pale colour that black letters are read on, and a mark that needs none.

The mark tells themes apart on a black-and-white printer and for eyes that see colours differently.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

from eventdesk.drawing.colour import Colour

_CURVE = 0.5523


class Mark(StrEnum):
    """The shape that stands for a theme beside its colour."""

    DISC = "disc"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    CROSS = "cross"
    STAR = "star"
    RING = "ring"
    FRAME = "frame"
    TIP = "tip"
    HEXAGON = "hexagon"
    BARS = "bars"
    HOURGLASS = "hourglass"


PALETTE = (
    "#a9d6ee",
    "#ffe08a",
    "#c5dd8f",
    "#f6b9b3",
    "#d9c8ea",
    "#fbd3a0",
    "#a5ddd2",
    "#f6c7de",
    "#dccfb4",
    "#c3cdf2",
    "#e3e7a1",
    "#d3d9e2",
)
"""Grounds for black letters, the first six as different as can be."""

NO_THEME = Colour.parse("#eef1f6")


@dataclass(frozen=True, slots=True)
class ThemeLook:
    """What one theme is shown with; `mark` is None for exhibitors without a theme."""

    name: str
    colour: Colour
    mark: Mark | None


NOTHING = ThemeLook("", NO_THEME, None)


def theme_looks(themes: Iterable[str]) -> Mapping[str, ThemeLook]:
    """Return the look of each theme, in the order in which they first appear.

    Colours begin again after twelve themes, each time with other marks, so that no two themes look alike up to 144.
    """
    names = [name for name in dict.fromkeys(themes) if name]
    marks = tuple(Mark)
    return {
        name: ThemeLook(
            name,
            Colour.parse(PALETTE[number % len(PALETTE)]),
            marks[(number + number // len(PALETTE)) % len(marks)],
        )
        for number, name in enumerate(names)
    }


def mark_path(mark: Mark, x: float, y: float, radius: float) -> str:
    """Return the outline of a mark around (x, y) as PDF operators, to be filled by the even-odd rule."""
    match mark:
        case Mark.DISC:
            return _circle(x, y, radius * 0.9)
        case Mark.RING:
            return _circle(x, y, radius * 0.95) + _circle(x, y, radius * 0.5)
        case Mark.SQUARE:
            return _square(x, y, radius * 0.8)
        case Mark.FRAME:
            return _square(x, y, radius * 0.85) + _square(x, y, radius * 0.42)
        case Mark.CROSS:
            return _polygon(x, y, radius, _CROSS)
        case Mark.BARS:
            return "".join(_box(x + at * radius, y, radius * 0.2, radius * 0.9) for at in (-0.7, 0.0, 0.7))
        case Mark.HOURGLASS:
            return _polygon(x, y, radius * 0.9, ((-1, 1), (1, 1), (-1, -1), (1, -1)))
        case Mark.TRIANGLE | Mark.DIAMOND | Mark.STAR | Mark.TIP | Mark.HEXAGON:
            return _polygon(x, y, radius, _around(mark))


_CROSS = (
    (-0.3, 1), (0.3, 1), (0.3, 0.3), (1, 0.3), (1, -0.3), (0.3, -0.3),
    (0.3, -1), (-0.3, -1), (-0.3, -0.3), (-1, -0.3), (-1, 0.3), (-0.3, 0.3),
)  # fmt: skip


def _around(mark: Mark) -> tuple[tuple[float, float], ...]:
    """Return the corners of a regular shape, beginning at its top."""
    if mark is Mark.STAR:
        return tuple(_corner(number, 10, 1.1 if number % 2 == 0 else 0.5, 0.0) for number in range(10))
    corners, size, turn = {
        Mark.TRIANGLE: (3, 1.1, 0.0),
        Mark.TIP: (3, 1.1, pi),
        Mark.DIAMOND: (4, 1.05, 0.0),
        Mark.HEXAGON: (6, 1.0, 0.0),
    }[mark]
    return tuple(_corner(number, corners, size, turn) for number in range(corners))


def _corner(number: int, corners: int, size: float, turn: float) -> tuple[float, float]:
    angle = 2 * pi * number / corners + turn
    return size * sin(angle), size * cos(angle)


def _polygon(x: float, y: float, radius: float, corners: Iterable[tuple[float, float]]) -> str:
    points = [f"{x + radius * across:.2f} {y + radius * up:.2f}" for across, up in corners]
    return f"{points[0]} m {' l '.join(points[1:])} l h\n"


def _square(x: float, y: float, half: float) -> str:
    return _box(x, y, half, half)


def _box(x: float, y: float, half_width: float, half_height: float) -> str:
    return f"{x - half_width:.2f} {y - half_height:.2f} {2 * half_width:.2f} {2 * half_height:.2f} re\n"


def _circle(x: float, y: float, radius: float) -> str:
    handle = radius * _CURVE
    left, right, low, high = x - radius, x + radius, y - radius, y + radius
    return (
        f"{right:.2f} {y:.2f} m {right:.2f} {y + handle:.2f} {x + handle:.2f} {high:.2f} {x:.2f} {high:.2f} c\n"
        f"{x - handle:.2f} {high:.2f} {left:.2f} {y + handle:.2f} {left:.2f} {y:.2f} c\n"
        f"{left:.2f} {y - handle:.2f} {x - handle:.2f} {low:.2f} {x:.2f} {low:.2f} c\n"
        f"{x + handle:.2f} {low:.2f} {right:.2f} {y - handle:.2f} {right:.2f} {y:.2f} c h\n"
    )
