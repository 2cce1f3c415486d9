"""Booths as rectangles on the floor: turned, moved, overlapping, inside. Millimetres, x to the right, y down.

A booth that is not turned has its front at the top, on the side of the hall's origin. Turning goes clockwise as one
sees the plan, and `x_mm`, `y_mm` stay the least x and y of what the booth covers: at quarter turns its corner nearest
the hall's origin.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from eventdesk.fair.booth import Booth
from eventdesk.fair.hall import HallPart, PartKind, Point

Place = tuple[float, float]
Polygon = tuple[Place, ...]

FULL_TURN = 360
SLACK_MM = 5
"""Booths may overlap by so much: lengths were measured by hand, and turned corners are rounded to millimetres."""
MOST_POINTS = 500
"""So many points a part of a hall may have."""

_QUARTERS = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
_LEAST_AREA = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The view of a booth on itself: u along its front from left to right, v from its front to its back.

    `x`, `y` is where its front left corner stands on the floor, `cos` and `sin` are those of its rotation.
    """

    x: float
    y: float
    cos: float
    sin: float

    def on_floor(self, u: float, v: float) -> Place:
        """Return where a place of the booth is on the floor."""
        return self.x + u * self.cos - v * self.sin, self.y + u * self.sin + v * self.cos

    def seen(self, place: Place) -> Place:
        """Return where a place on the floor is for the booth."""
        x, y = place[0] - self.x, place[1] - self.y
        return x * self.cos + y * self.sin, y * self.cos - x * self.sin


def direction(rotation: int) -> tuple[float, float]:
    """Return cosine and sine of whole degrees, exact at quarter turns."""
    turn = rotation % FULL_TURN
    return _QUARTERS.get(turn) or (math.cos(math.radians(turn)), math.sin(math.radians(turn)))


def extent(width: float, depth: float, rotation: int) -> tuple[float, float]:
    """Return how much a turned rectangle covers in x and in y."""
    cos, sin = map(abs, direction(rotation))
    return width * cos + depth * sin, width * sin + depth * cos


def frame(booth: Booth) -> Frame:
    """Return the view of a booth on itself."""
    cos, sin = direction(booth.rotation)
    width, depth = booth.width_mm, booth.depth_mm
    ends = [(u * cos - v * sin, u * sin + v * cos) for u, v in ((0, 0), (width, 0), (0, depth), (width, depth))]
    return Frame(booth.x_mm - min(x for x, _ in ends), booth.y_mm - min(y for _, y in ends), cos, sin)


def corners(booth: Booth, inset: float = 0) -> Polygon:
    """Return the four corners, front left first and clockwise; `inset` makes the booth so much smaller all round."""
    least = min(booth.width_mm, booth.depth_mm) / 4
    cut = min(inset, least)
    view, right, back = frame(booth), booth.width_mm - cut, booth.depth_mm - cut
    return tuple(view.on_floor(u, v) for u, v in ((cut, cut), (right, cut), (right, back), (cut, back)))


def front(booth: Booth) -> tuple[Place, Place]:
    """Return the two ends of the front."""
    left, right, *_ = corners(booth)
    return left, right


def covered(booth: Booth) -> tuple[float, float, float, float]:
    """Return the least x and y and the greatest x and y of what a booth covers."""
    width, depth = extent(booth.width_mm, booth.depth_mm, booth.rotation)
    return booth.x_mm, booth.y_mm, booth.x_mm + width, booth.y_mm + depth


def centre(booth: Booth) -> Place:
    """Return the middle of a booth."""
    left, top, right, bottom = covered(booth)
    return (left + right) / 2, (top + bottom) / 2


def centred(booth: Booth, middle: Place) -> Booth:
    """Return the booth with its middle there, to the millimetre."""
    width, depth = extent(booth.width_mm, booth.depth_mm, booth.rotation)
    return replace(booth, x_mm=round(middle[0] - width / 2), y_mm=round(middle[1] - depth / 2))


def turned(booths: Sequence[Booth], degrees: int) -> tuple[Booth, ...]:
    """Return booths turned clockwise together, about the middle of what they cover."""
    if not booths:
        return ()
    edges = [covered(booth) for booth in booths]
    middle_x = (min(each[0] for each in edges) + max(each[2] for each in edges)) / 2
    middle_y = (min(each[1] for each in edges) + max(each[3] for each in edges)) / 2
    cos, sin = direction(degrees)
    found = []
    for booth in booths:
        x, y = centre(booth)
        x, y = x - middle_x, y - middle_y
        place = (middle_x + x * cos - y * sin, middle_y + x * sin + y * cos)
        found.append(centred(replace(booth, rotation=(booth.rotation + degrees) % FULL_TURN), place))
    return tuple(found)


# ---- areas


def area(polygon: Sequence[Place]) -> float:
    """Return the size of an area, in square millimetres."""
    closed = [*polygon, *polygon[:1]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed))) / 2


def clipped(polygon: Polygon, window: Polygon) -> Polygon:
    """Return the part of any area that lies in a convex one whose corners go clockwise (Sutherland and Hodgman)."""
    left: list[Place] = list(polygon)
    for start, end in zip(window, (*window[1:], window[0]), strict=True):
        sides = [_side(start, end, place) for place in left]
        kept: list[Place] = []
        for at, place in enumerate(left):
            before, side = sides[at - 1], sides[at]
            if (before >= 0) != (side >= 0):
                share = before / (before - side)
                other = left[at - 1]
                kept.append((other[0] + (place[0] - other[0]) * share, other[1] + (place[1] - other[1]) * share))
            if side >= 0:
                kept.append(place)
        left = kept
        if not left:
            break
    return tuple(left)


def overlap(one: Booth, other: Booth) -> bool:
    """Say whether two booths stand on the same floor by more than the slack."""
    return _touch(one, other) and meets(corners(one, SLACK_MM / 2), corners(other, SLACK_MM / 2))


def meets(polygon: Polygon, convex: Polygon) -> bool:
    """Say whether any area and a convex one, whose corners go clockwise, have floor in common."""
    return area(clipped(polygon, convex)) > _LEAST_AREA


def inside(booth: Booth, outline: Polygon) -> bool:
    """Say whether a booth stands in an area but for the slack."""
    shape = corners(booth, SLACK_MM)
    return area(clipped(outline, shape)) >= area(shape) - _LEAST_AREA


def is_simple(points: Sequence[Point]) -> bool:
    """Say whether points go round an area without crossing their own way."""
    edges = list(zip(points, (*points[1:], *points[:1]), strict=True))
    last = len(edges) - 1
    return area(points) > 0 and not any(
        _cross(*edges[one], *edges[other])
        for one in range(len(edges))
        for other in range(one + 2, len(edges))
        if (one, other) != (0, last)
    )


def band(start: Place, end: Place, width: float) -> Polygon:
    """Return the rectangle around a line, half of `width` on each side, its corners clockwise."""
    length = math.dist(start, end)
    if not length:
        return square(start, width)
    x, y = (end[1] - start[1]) / length * width / 2, (start[0] - end[0]) / length * width / 2
    return (
        (start[0] + x, start[1] + y),
        (end[0] + x, end[1] + y),
        (end[0] - x, end[1] - y),
        (start[0] - x, start[1] - y),
    )


def square(middle: Place, width: float) -> Polygon:
    """Return a square around a place, its corners clockwise."""
    x, y = middle
    half = width / 2
    return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)


def shape_of(part: HallPart) -> Polygon:
    """Return the area of an outline, a pillar, a service area or a zone."""
    if len(part.points) == 1:
        return square(part.points[0], part.width_mm)
    return part.points


def fits_kind(part: HallPart) -> bool:
    """Say whether the points of a part make what its kind is: an area, a line, or the middle of a pillar."""
    points = part.points
    is_area = 3 <= len(points) <= MOST_POINTS and is_simple(points)
    match part.kind:
        case PartKind.OUTLINE | PartKind.SERVICE | PartKind.ZONE:
            return is_area
        case PartKind.PILLAR:
            return is_area or (len(points) == 1 and part.width_mm > 0)
        case PartKind.ENTRANCE | PartKind.EMERGENCY_EXIT | PartKind.ESCAPE_ROUTE:
            return 2 <= len(points) <= MOST_POINTS and len(set(points)) > 1
        case _:
            assert_never(part.kind)


def _touch(one: Booth, other: Booth) -> bool:
    """Say whether what they cover in x and y has something in common."""
    a, b = covered(one), covered(other)
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _side(start: Place, end: Place, place: Place) -> float:
    return (end[0] - start[0]) * (place[1] - start[1]) - (end[1] - start[1]) * (place[0] - start[0])


def _cross(a: Place, b: Place, c: Place, d: Place) -> bool:
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0
