"""Square ornaments in the colour of a theme: each project has its own, on the cover and where it is told of.

They are made of quarter circles, triangles and bars, so that they can be told apart without colour.
"""

import hashlib

from eventdesk.drawing.colour import INK, WHITE, Colour
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.shapes import path, rectangle

_CURVE = 0.5523
_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Return a colour with a share of another one in it."""
    pairs = ((one.red, other.red), (one.green, other.green), (one.blue, other.blue))
    return Colour(*(round(first + (second - first) * share) for first, second in pairs))


def draw_tile(pen: Pen, key: str, colour: Colour, x: float, top: float, side: float) -> None:
    """Draw the ornament that belongs to a text; (x, top) is its upper left corner."""
    bits = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest())
    deep, dark = mixed(colour, INK, 0.32), mixed(colour, INK, 0.86)
    palette = (mixed(colour, WHITE, 0.72), deep, dark)
    pen.paper.box(x, top, side, side, colour)
    first, second = palette[bits % 3], palette[(bits // 3 + 1 + bits % 3) % 3]
    shape, turn = bits // 9 % 8, bits // 72 % 4
    if second is first:
        second = palette[(bits + 1) % 3]
    _MOTIFS[shape](pen, _Square(x, top, side, turn), first, second)


class _Square:
    """A square whose corners are counted from one that is chosen, so that what is drawn in it can be turned."""

    def __init__(self, x: float, top: float, side: float, turn: int) -> None:
        self.x, self.top, self.side, self.turn = x, top, side, turn

    def at(self, across: float, down: float) -> tuple[float, float]:
        """Return a place, told in shares of the side from the first corner."""
        for _ in range(self.turn):
            across, down = 1 - down, across
        return self.x + across * self.side, self.top - down * self.side

    def quarter(self, corner: int, radius: float) -> str:
        """Return a quarter of a circle around a corner."""
        across, down = _CORNERS[corner]
        toward_x, toward_y = (1 if across == 0 else -1), (1 if down == 0 else -1)
        start, end = (across + toward_x * radius, down), (across, down + toward_y * radius)
        one = (start[0], down + toward_y * radius * _CURVE)
        two = (across + toward_x * radius * _CURVE, end[1])
        return (
            f"{_text(self.at(across, down))} m {_text(self.at(*start))} l "
            f"{_text(self.at(*one))} {_text(self.at(*two))} {_text(self.at(*end))} c h\n"
        )

    def polygon(self, *corners: tuple[float, float]) -> str:
        """Return a shape with these corners."""
        return path([self.at(*corner) for corner in corners])

    def disc(self, across: float, down: float, radius: float) -> str:
        """Return a circle."""
        x, y = self.at(across, down)
        half = radius * self.side
        return rectangle(x - half, y + half, 2 * half, 2 * half, half)


def _fan(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    pen.paper.path(square.quarter(0, 1.0), first)
    pen.paper.path(square.quarter(0, 0.5), second)


def _facing(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    pen.paper.path(square.quarter(0, 0.5) + square.quarter(2, 0.5), first)
    pen.paper.path(square.quarter(1, 0.5), second)


def _leaf(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    with pen.paper.clipped(square.quarter(0, 1.0)):
        pen.paper.path(square.quarter(2, 1.0), first)
    pen.paper.path(square.disc(0.8, 0.2, 0.1), second)


def _halves(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    pen.paper.path(square.polygon((0, 0), (1, 0), (0, 1)), first)
    pen.paper.path(square.disc(0.68, 0.68, 0.18), second)


def _sun(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    pen.paper.path(square.disc(0.5, 0.5, 0.36), first)
    pen.paper.path(square.polygon((0, 0.5), (1, 0.5), (1, 1), (0, 1)), second)


def _bars(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    for number in range(3):
        left = 0.125 + number * 0.28
        ink = second if number == 1 else first
        pen.paper.path(square.polygon((left, 0), (left + 0.19, 0), (left + 0.19, 1), (left, 1)), ink)


def _steps(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    pen.paper.path(square.polygon((0, 1), (0, 0.5), (0.5, 0.5), (0.5, 0), (1, 0), (1, 1)), first)
    pen.paper.path(square.quarter(2, 0.5), second)


def _bridge(pen: Pen, square: _Square, first: Colour, second: Colour) -> None:
    pen.paper.path(square.quarter(2, 0.5) + square.quarter(3, 0.5), first)
    pen.paper.path(square.quarter(0, 0.5) + square.quarter(1, 0.5), second)


_MOTIFS = (_fan, _facing, _leaf, _halves, _sun, _bars, _steps, _bridge)


def _text(point: tuple[float, float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"
