"""Draws the floor of a hall: walls and what is in them, pillars, routes, service areas, zones. Booths come on top."""

from collections.abc import Sequence
from math import atan2, degrees, hypot

from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.shapes import path, rectangle
from eventdesk.fair.floor.checks import ESCAPE_ROUTE_MM
from eventdesk.fair.floor.geometry import Place, Polygon, band, shape_of
from eventdesk.fair.hall import Hall, HallPart, PartKind
from eventdesk.fair.papers.view import View, turned_about
from eventdesk.words import Words

FLOOR = Colour.parse("#fbfcfe")
SERVICE = Colour.parse("#e9edf4")
SERVICE_LINE = Colour.parse("#aab3c3")
ESCAPE = Colour.parse("#dff1e4")
ESCAPE_LINE = Colour.parse("#1b7f3b")
LABEL = 7.0
BAND = 12.0
"""Room for words outside of the walls, in points on A4."""

NO_BAND = 1.0
OPENINGS = frozenset({PartKind.ENTRANCE, PartKind.EMERGENCY_EXIT})

_WALL = 1.8
_LEAST_LABEL = 4.5
_EDGE = 14.0
"""No word stands nearer to the edge of the page, in points."""

_ALONG = 0.99
"""A direction whose part along an axis is larger runs along it."""


def walls(hall: Hall, parts: Sequence[HallPart]) -> tuple[Polygon, ...]:
    """Return the outlines of a hall: as they were drawn, else its rectangle."""
    drawn = tuple(shape_of(part) for part in parts if part.kind is PartKind.OUTLINE)
    width, depth = hall.width_mm, hall.depth_mm
    return drawn or (((0, 0), (width, 0), (width, depth), (0, depth)),)


def draw_ground(pen: Pen, view: View, hall: Hall, parts: Sequence[HallPart]) -> None:
    """Draw what lies below the booths."""
    for part in parts:
        if part.kind is PartKind.ESCAPE_ROUTE:
            _route(pen, view, part)
    for part in parts:
        if part.kind is PartKind.SERVICE:
            _service(pen, view, part)
        elif part.kind is PartKind.PILLAR:
            pen.paper.path(view.path(shape_of(part)), INK)
    for outline in walls(hall, parts):
        pen.paper.stroke(f"1 j\n{view.path(outline)}", INK, _WALL * view.grown)


def draw_floor(pen: Pen, view: View, hall: Hall, parts: Sequence[HallPart]) -> None:
    """Fill the floor; a picture of it may come on top."""
    for outline in walls(hall, parts):
        pen.paper.path(view.path(outline), FLOOR)


def draw_openings(pen: Pen, view: View, hall: Hall, parts: Sequence[HallPart]) -> None:
    """Draw what must be seen whatever else there is: entrances and emergency exits, and the names of zones."""
    outlines = walls(hall, parts)
    corners = [corner for outline in outlines for corner in outline]
    middle = sum(x for x, _ in corners) / len(corners), sum(y for _, y in corners) / len(corners)
    for part in parts:
        if part.kind in OPENINGS:
            _opening(pen, view, part, middle)
        elif part.kind is PartKind.ZONE:
            _zone(pen, view, part)


def opening_name(words: Words, part: HallPart) -> str:
    """Return what an entrance or an emergency exit is called."""
    if part.name:
        return part.name
    return words.t("Entrance") if part.kind is PartKind.ENTRANCE else words.t("Emergency exit")


def _route(pen: Pen, view: View, part: HallPart) -> None:
    width = part.width_mm or ESCAPE_ROUTE_MM
    steps = list(zip(part.points, part.points[1:], strict=False))
    for start, end in steps:
        pen.paper.path(view.path(band(start, end, width)), ESCAPE)
    for corner in part.points[1:-1]:
        pen.paper.path(view.path(band((corner[0] - width / 2, corner[1]), (corner[0] + width / 2, corner[1]), width)),
                       ESCAPE)  # fmt: skip
    line = view.path(part.points, closed=False)
    pen.paper.stroke(line, ESCAPE_LINE, 0.7 * view.grown, (3.5 * view.grown, 2 * view.grown))
    if steps:
        before, tip = (view.at(place) for place in steps[-1])
        draw_arrow(pen, tip, (tip[0] - before[0], tip[1] - before[1]), 3.2 * view.grown, ESCAPE_LINE)


def _service(pen: Pen, view: View, part: HallPart) -> None:
    shape = shape_of(part)
    pen.paper.path(view.path(shape), SERVICE)
    pen.paper.stroke(view.path(shape), SERVICE_LINE, 0.6 * view.grown)
    left, top, width, height = _box(view, shape)
    pad = 2.5 * view.grown
    room = Room(width - 2 * pad, height - 2 * pad, LABEL * view.grown, _LEAST_LABEL, 3, 1.2)
    if part.name and room.width > 0 and room.height > 0:
        text = pen.fit(part.name, Weight.REGULAR, room, part.name)
        pen.put(text, left + pad, top - (height - text.block_height) / 2, Align.CENTRE, MUTED)


def _zone(pen: Pen, view: View, part: HallPart) -> None:
    shape = shape_of(part)
    pen.paper.stroke(view.path(shape), MUTED, 0.6 * view.grown, (4 * view.grown, 2.5 * view.grown))
    if part.name:
        left, top, width, _ = _box(view, shape)
        pad = 2 * view.grown
        room = Room(width, LABEL * 1.3 * view.grown, LABEL * 0.9 * view.grown, _LEAST_LABEL)
        text = pen.fit(part.name, Weight.SEMIBOLD, room, part.name)
        ground = left, top + text.block_height / 2, text.block_width + 2 * pad, text.block_height
        pen.paper.path(rectangle(ground[0] + pad, *ground[1:], 1.5 * view.grown), WHITE)
        pen.put(text, left + 2 * pad, top + text.block_height / 2, Align.LEFT, MUTED)


def _opening(pen: Pen, view: View, part: HallPart, middle: Place) -> None:
    """Draw a gap in the wall, an arrow through it, and its name outside."""
    emergency = part.kind is PartKind.EMERGENCY_EXIT
    colour = ESCAPE_LINE if emergency else INK
    start, end = view.at(part.points[0]), view.at(part.points[-1])
    inner = view.at(middle)
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    out = _outwards(start, end, (x - inner[0], y - inner[1]))
    thick = _WALL * view.grown
    pen.paper.stroke(path((start, end), closed=False), WHITE, 2 * thick)
    if emergency:
        pen.paper.stroke(path((start, end), closed=False), colour, thick, (2.2 * thick, thick))
    size = min(3.4, max(hypot(end[0] - start[0], end[1] - start[1]) / view.grown / 3, 1.5)) * view.grown
    away = (out[0], out[1]) if emergency else (-out[0], -out[1])
    tip = (x + away[0] * size * 0.6, y + away[1] * size * 0.6)
    draw_arrow(pen, tip, away, size, colour)
    _opening_name(pen, view, part, (x, y), out)


def _opening_name(pen: Pen, view: View, part: HallPart, at: Place, out: Place) -> None:
    """Write along the wall, outside of it."""
    colour = ESCAPE_LINE if part.kind is PartKind.EMERGENCY_EXIT else INK
    size = LABEL * view.grown
    page = pen.paper.size
    white = [min(at[axis], page[axis] - at[axis]) for axis in (0, 1) if abs(out[axis]) < _ALONG]
    longest = max(2 * (min(white) - _EDGE), _EDGE)
    room = Room(longest, size * 1.3, size, _LEAST_LABEL, floor=_LEAST_LABEL)
    text = pen.fit(opening_name(pen.words, part), Weight.SEMIBOLD, room, part.name)
    turn = degrees(atan2(out[0], out[1]))  # clockwise from up
    if turn > 90 or turn < -90:
        turn += 180
    far = (3.0 + LABEL * 0.62) * view.grown
    with pen.paper.moved(turned_about(at[0] + out[0] * far, at[1] + out[1] * far, turn)):
        pen.put(text, -longest / 2, text.block_height / 2, Align.CENTRE, colour)


def _outwards(start: Place, end: Place, away: Place) -> Place:
    """Return the direction across a wall that leads out of the hall, of length 1."""
    x, y = start[1] - end[1], end[0] - start[0]
    if not (x or y):
        x, y = away
    length = hypot(x, y) or 1.0
    sign = 1 if x * away[0] + y * away[1] >= 0 else -1
    return sign * x / length, sign * y / length


def draw_arrow(pen: Pen, tip: Place, towards: Place, size: float, colour: Colour) -> None:
    """Fill a triangle whose tip stands at a point and points somewhere."""
    length = hypot(*towards) or 1.0
    x, y = towards[0] / length * size, towards[1] / length * size
    back = tip[0] - 1.3 * x, tip[1] - 1.3 * y
    pen.paper.path(path((tip, (back[0] - 0.65 * y, back[1] + 0.65 * x), (back[0] + 0.65 * y, back[1] - 0.65 * x))),
                   colour)  # fmt: skip


def _box(view: View, shape: Polygon) -> tuple[float, float, float, float]:
    """Return the box around an area on the page: left, top, width, height."""
    xs, ys = zip(*(view.at(place) for place in shape), strict=True)
    return min(xs), max(ys), max(xs) - min(xs), max(ys) - min(ys)
