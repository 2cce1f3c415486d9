"""A picture or drawing that lies behind the plan of a hall, and how it is brought to the right size."""

import math
from dataclasses import dataclass, replace

from eventdesk.codes import BackgroundTrouble, Fault
from eventdesk.errors import KnownError
from eventdesk.fair.floor.geometry import Place
from eventdesk.fair.hall import Point

STROKES = "text/x-strokes"
"""The kind of a drawing that is kept as lines: each line of the text is one stroke, "x,y x,y …" in whole units from the
upper left corner of them all. Its own size is the greatest x and y in it, which lie at the edges of the picture."""

_NEAREST_MM = 1
_SMALLEST_MM = 100
_LARGEST_MM = 2_000_000


@dataclass(frozen=True, slots=True)
class FloorPicture:
    """One picture of a hall's floor, and where it lies there in millimetres.

    `media` is "image/png", "image/jpeg", or STROKES for a drawing.
    """

    id: int
    hall: int
    name: str
    media: str
    x_mm: int
    y_mm: int
    width_mm: int
    depth_mm: int


def calibrated(
    picture: FloorPicture, first: Place, second: Place, distance_mm: float, at: Place | None = None
) -> FloorPicture:
    """Return the picture in such a size that two places of it, as they lie now, are so far apart.

    The first place stays where it is, or comes to `at`. Raises `KnownError` BAD_BACKGROUND if both are one place, or
    the picture would become smaller or larger than any hall.
    """
    apart = math.dist(first, second)
    if apart < _NEAREST_MM or distance_mm < _NEAREST_MM:
        raise KnownError(Fault.BAD_BACKGROUND, path=picture.name, trouble=BackgroundTrouble.SAME_PLACE.value)
    scale = distance_mm / apart
    width, depth = round(picture.width_mm * scale), round(picture.depth_mm * scale)
    if not (min(width, depth) >= _SMALLEST_MM and max(width, depth) <= _LARGEST_MM):
        raise KnownError(Fault.BAD_BACKGROUND, path=picture.name, trouble=BackgroundTrouble.NO_SIZE.value)
    goal = at or first
    x, y = (round(to - (place - origin) * scale) for to, place, origin in _axes(goal, first, picture))
    return replace(picture, x_mm=x, y_mm=y, width_mm=width, depth_mm=depth)


def strokes_of(body: bytes) -> tuple[tuple[Point, ...], ...]:
    """Return the lines of a drawing that is kept as STROKES, in its own units; a line that is none is left out."""
    return tuple(stroke for line in body.decode("ascii", "replace").splitlines() if (stroke := _stroke(line)))


def _stroke(line: str) -> tuple[Point, ...]:
    try:
        return read_points(line)
    except ValueError:
        return ()


def strokes_body(strokes: tuple[tuple[Point, ...], ...]) -> bytes:
    """Return lines as they are kept."""
    return "\n".join(written_points(stroke) for stroke in strokes).encode("ascii")


def read_points(text: str) -> tuple[Point, ...]:
    """Return the points of "x,y x,y"."""
    return tuple((int(x), int(y)) for x, y in (pair.split(",") for pair in text.split()))


def written_points(points: tuple[Point, ...]) -> str:
    """Return points as "x,y x,y"."""
    return " ".join(f"{x},{y}" for x, y in points)


def _axes(goal: Place, first: Place, picture: FloorPicture) -> tuple[tuple[float, float, int], ...]:
    return (goal[0], first[0], picture.x_mm), (goal[1], first[1], picture.y_mm)
