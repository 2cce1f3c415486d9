"""The sizes of paper that plans and lists are printed on (ISO 216)."""

from enum import StrEnum
from math import sqrt
from typing import NamedTuple

POINTS_PER_MM = 72 / 25.4


class PaperSize(StrEnum):
    """A size of paper."""

    A4 = "A4"
    A3 = "A3"
    A2 = "A2"
    A1 = "A1"
    A0 = "A0"

    @property
    def millimetres(self) -> tuple[int, int]:
        """The short and the long edge."""
        return _EDGES[self]

    @property
    def scale(self) -> float:
        """How much longer its edges are than those of A4."""
        return sqrt(2) ** list(PaperSize).index(self)

    def points(self, *, landscape: bool = False) -> tuple[float, float]:
        """Return width and height in points."""
        short, long = (edge * POINTS_PER_MM for edge in self.millimetres)
        return (long, short) if landscape else (short, long)


_EDGES = {
    PaperSize.A4: (210, 297),
    PaperSize.A3: (297, 420),
    PaperSize.A2: (420, 594),
    PaperSize.A1: (594, 841),
    PaperSize.A0: (841, 1189),
}


class Area(NamedTuple):
    """A rectangle on a page, in points; `top` is the height of its upper edge above the foot of the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends at the right."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top - self.height
