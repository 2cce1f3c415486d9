"""Shapes and turns as PDF operators, in points; y grows upwards."""

from collections.abc import Sequence

_KAPPA = 0.5523
"""How far from the corners the handles of a curve lie that looks like a quarter of a circle, per radius."""

Matrix = tuple[float, float, float, float, float, float]
"""How coordinates are changed: (a, b, c, d, e, f) takes (x, y) to (ax + cy + e, bx + dy + f)."""


def path(points: Sequence[tuple[float, float]], *, closed: bool = True) -> str:
    """Return the path of a line through points."""
    if not points:
        return ""
    first, *others = [f"{x:.2f} {y:.2f}" for x, y in points]
    return f"{first} m\n" + "".join(f"{each} l\n" for each in others) + ("h\n" if closed else "")


def rectangle(x: float, top: float, width: float, height: float, radius: float = 0.0) -> str:
    """Return the path of a rectangle with its upper left corner at (x, top), its corners rounded by `radius`."""
    radius = min(radius, width / 2, height / 2)
    if radius <= 0:
        return f"{x:.2f} {top - height:.2f} {width:.2f} {height:.2f} re\n"
    left, right, bottom = x, x + width, top - height
    handle = radius * (1 - _KAPPA)
    return (
        f"{left + radius:.2f} {top:.2f} m {right - radius:.2f} {top:.2f} l\n"
        f"{right - handle:.2f} {top:.2f} {right:.2f} {top - handle:.2f} {right:.2f} {top - radius:.2f} c\n"
        f"{right:.2f} {bottom + radius:.2f} l\n"
        f"{right:.2f} {bottom + handle:.2f} {right - handle:.2f} {bottom:.2f} {right - radius:.2f} {bottom:.2f} c\n"
        f"{left + radius:.2f} {bottom:.2f} l\n"
        f"{left + handle:.2f} {bottom:.2f} {left:.2f} {bottom + handle:.2f} {left:.2f} {bottom + radius:.2f} c\n"
        f"{left:.2f} {top - radius:.2f} l\n"
        f"{left:.2f} {top - handle:.2f} {left + handle:.2f} {top:.2f} {left + radius:.2f} {top:.2f} c h\n"
    )


def turned(degrees: int, x: float, top: float, width: float, height: float) -> Matrix:
    """Return what turns an area of this width and height clockwise, by 0, 90, 180 or 270 degrees.

    Its own lower left corner is (0, 0). (x, top) is the upper left corner of the area that it takes up once turned.
    """
    match degrees:
        case 0:
            return 1, 0, 0, 1, x, top - height
        case 90:
            return 0, -1, 1, 0, x, top
        case 180:
            return -1, 0, 0, -1, x + width, top
        case 270:
            return 0, 1, -1, 0, x + height, top - width
        case _:
            raise ValueError(f"not a quarter turn: {degrees}")
