"""The shapes of what is in a hall besides booths: moved, made larger, found below the pointer, proposed by number."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, Qt

from eventdesk.fair.floor import geometry
from eventdesk.fair.floor.checks import ESCAPE_ROUTE_MM
from eventdesk.fair.hall import Hall, HallPart, PartKind, Point
from ui.fair.ground_item import polygon, shape

LINES = frozenset({PartKind.ENTRANCE, PartKind.EMERGENCY_EXIT, PartKind.ESCAPE_ROUTE})
"""Parts that go along a line; the others are areas."""
SMALLEST_MM = 100
DOOR_MM = 2000
SIZES_MM = {PartKind.PILLAR: (500, 500), PartKind.SERVICE: (4000, 2000), PartKind.ZONE: (6000, 4000)}
Edges = tuple[int, int, int, int]


class Form(Enum):
    """How the numbers of a shape are told: two ends, a corner and a size, or all of its corners."""

    LINE = "line"
    BOX = "box"
    CORNERS = "corners"


def edges_of(part: HallPart) -> Edges:
    """Return the least and the greatest x and y."""
    points = [(round(x), round(y)) for x, y in geometry.shape_of(part)] if part.kind not in LINES else part.points
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def box(left: int, top: int, width: int, depth: int) -> tuple[Point, ...]:
    """Return the corners of an upright rectangle."""
    right, bottom = left + width, top + depth
    return (left, top), (right, top), (right, bottom), (left, bottom)


def form_of(part: HallPart) -> Form:
    """Return how the numbers of a part are told."""
    if part.kind in LINES:
        return Form.LINE if len(part.points) == 2 else Form.CORNERS
    left, top, right, bottom = edges_of(part)
    upright = len(part.points) == 1 or set(part.points) == set(box(left, top, right - left, bottom - top))
    return Form.BOX if upright and len(part.points) in (1, 4) else Form.CORNERS


def moved(part: HallPart, across: int, down: int) -> HallPart:
    """Return a part elsewhere."""
    return replace(part, points=tuple((x + across, y + down) for x, y in part.points))


def stretched(part: HallPart, across: int, down: int) -> HallPart:
    """Return a part whose right and lower edge, or whose end, is elsewhere; it keeps its least size."""
    if part.kind in LINES:
        *others, (x, y) = part.points
        end = (x + across, y + down)
        return replace(part, points=(*others, end)) if end != others[-1] else part
    if len(part.points) == 1:
        return replace(part, width_mm=max(SMALLEST_MM, part.width_mm + (across or down)))
    left, top, right, bottom = edges_of(part)
    wide, high = max(SMALLEST_MM, right - left + across), max(SMALLEST_MM, bottom - top + down)
    points = tuple(
        (left + round((x - left) * wide / (right - left)), top + round((y - top) * high / (bottom - top)))
        for x, y in part.points
    )
    return replace(part, points=points)


def proposed(kind: PartKind, hall: Hall) -> HallPart:
    """Return a part as it may be to begin with: a door in the lower wall, a way up from it, an area in the middle."""
    middle, low = hall.width_mm // 2, hall.depth_mm
    if kind is PartKind.ESCAPE_ROUTE:
        points: tuple[Point, ...] = ((middle, low), (middle, 0))
    elif kind in LINES:
        points = ((middle - DOOR_MM // 2, low), (middle + DOOR_MM // 2, low))
    elif kind is PartKind.OUTLINE:
        points = box(0, 0, hall.width_mm, hall.depth_mm)
    else:
        width, depth = SIZES_MM[kind]
        points = box(middle - width // 2, (low - depth) // 2, width, depth)
    return HallPart(0, hall.id, kind, "", points, ESCAPE_ROUTE_MM if kind is PartKind.ESCAPE_ROUTE else 0)


def part_at(parts: Iterable[HallPart], place: QPointF, near: float) -> HallPart | None:
    """Return the part at a place, the smallest if there are several; lines and walls within so many millimetres."""
    found: list[tuple[float, HallPart]] = []
    for part in parts:
        outline = polygon(part.points)
        if part.kind in LINES:
            if _far(part.points, place) <= max(near, part.width_mm / 2):
                found.append((0.0, part))
        elif part.kind is PartKind.OUTLINE:
            if _far((*part.points, part.points[0]), place) <= near:
                found.append((0.0, part))
        elif shape(part).containsPoint(place, Qt.FillRule.OddEvenFill):
            room = outline.boundingRect()
            found.append((room.width() * room.height() + 1, part))
    return min(found, key=lambda each: each[0], default=(0.0, None))[1]


def _far(points: Sequence[Point], place: QPointF) -> float:
    """Return how far a place is from the nearest of the lines between points."""
    return min(_far_from(QLineF(*one, *other), place) for one, other in pairwise(points))


def _far_from(line: QLineF, place: QPointF) -> float:
    length = line.dx() ** 2 + line.dy() ** 2
    along = ((place.x() - line.x1()) * line.dx() + (place.y() - line.y1()) * line.dy()) / length if length else 0.0
    return QLineF(line.pointAt(max(0.0, min(1.0, along))), place).length()
