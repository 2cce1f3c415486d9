"""Where a place on the floor of a hall is on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from eventdesk.drawing.shapes import Matrix, path
from eventdesk.fair.floor.geometry import Place


@dataclass(frozen=True, slots=True)
class View:
    """A hall on a page: its origin in points, and points per millimetre of the hall. `grown`: small print beside A4."""

    left: float
    top: float
    scale: float
    grown: float = 1.0

    def at(self, place: Place) -> Place:
        """Return a place on the floor as a place on the page."""
        return self.left + place[0] * self.scale, self.top - place[1] * self.scale

    def path(self, places: Sequence[Place], *, closed: bool = True) -> str:
        """Return a line through places on the floor as PDF operators."""
        return path([self.at(place) for place in places], closed=closed)


def turned_about(x: float, y: float, degrees: float) -> Matrix:
    """Return what makes (0, 0) the place (x, y), turned clockwise by any angle."""
    angle = radians(degrees)
    return cos(angle), -sin(angle), sin(angle), cos(angle), x, y
