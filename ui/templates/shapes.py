"""Where a box is and how it is moved, made larger and made anew: pure arithmetic in millimetres."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import (
    Box,
    CodeBox,
    Panel,
    Picture,
    Programme,
    Rule,
    Side,
    Stack,
    Template,
    TextBox,
)
from eventdesk.badges.design.template_check import LEAST_CODE as LEAST_READ
from eventdesk.badges.design.template_check import LEAST_CODE_ON_A_LABEL as LEAST_CODE
from eventdesk.badges.design.template_check import SMALL_LABEL, check, extent, reach
from eventdesk.drawing.fonts import Weight

LEAST = 3.0
"""No box is made smaller than this by hand."""
MARGIN = 5.0
MOST_PLACES = 16
"""So many places are tried in each direction when room is looked for."""


@dataclass(frozen=True)
class Handle:
    """A place of a frame that is taken hold of: which edges it moves, -1 left or top, 1 right or bottom, 0 none."""

    across: int
    down: int


CORNERS = tuple(Handle(across, down) for down in (-1, 1) for across in (-1, 1))
ALL_ROUND = (*CORNERS, Handle(0, -1), Handle(-1, 0), Handle(1, 0), Handle(0, 1))


class Kind(Enum):
    """What can be put on a badge. The value is what it is called in a template file, and "text" for one text alone."""

    TEXT = "stack"
    CODE = "code"
    PANEL = "panel"
    PICTURE = "picture"
    PROGRAMME = "programme"
    LINE = "rule"


_KINDS: Mapping[type[Box], Kind] = {
    Stack: Kind.TEXT,
    CodeBox: Kind.CODE,
    Panel: Kind.PANEL,
    Picture: Kind.PICTURE,
    Programme: Kind.PROGRAMME,
    Rule: Kind.LINE,
}
_SIZES: Mapping[Kind, tuple[tuple[float, float], ...]] = {
    Kind.TEXT: ((40, 12), (30, 9), (20, 7)),
    Kind.CODE: ((22, 22), (20, 20), (15, 15)),
    Kind.PANEL: ((40, 12), (20, 8)),
    Kind.PICTURE: ((24, 16), (16, 10), (8, 6)),
    Kind.PROGRAMME: ((80, 60), (50, 40), (30, 20)),
    Kind.LINE: ((40, 0), (20, 0), (10, 0)),
}
"""The sizes in which something new is tried, the first that finds room is taken."""


def kind_of(box: Box) -> Kind:
    """Return what a box is."""
    return _KINDS[type(box)]


def handles(box: Box) -> tuple[Handle, ...]:
    """Return where a box can be taken hold of."""
    match box:
        case CodeBox():
            return CORNERS
        case Rule():
            return (Handle(0, -1), Handle(0, 1)) if box.upright else (Handle(-1, 0), Handle(1, 0))
        case _:
            return ALL_ROUND


def moved(box: Box, across: float, down: float) -> Box:
    """Return a box at another place."""
    return replace(box, x=_round(box.x + across), y=_round(box.y + down))


def held_inside(box: Box, width: float, height: float) -> Box:
    """Return a box moved back onto the badge, with all that it may draw, as far as it fits there."""
    left, top, right, bottom = reach(box)
    across = max(-left, 0.0) if left < 0 else min(width - right, 0.0)
    down = max(-top, 0.0) if top < 0 else min(height - bottom, 0.0)
    return moved(box, across, down) if across or down else box


def resized(box: Box, handle: Handle, across: float, down: float) -> Box:
    """Return a box of which the edges of a handle are moved; a code stays square, nothing is turned inside out."""
    left, top, right, bottom = extent(box)
    match box:
        case CodeBox():
            grown = max(handle.across * across, handle.down * down, key=abs)
            size = max(LEAST_CODE, _round(box.size + grown))
            return replace(
                box,
                x=box.x if handle.across > 0 else _round(right - size),
                y=box.y if handle.down > 0 else _round(bottom - size),
                size=size,
            )
        case Rule():
            grown = handle.down * down if box.upright else handle.across * across
            length = max(LEAST, _round(box.length + grown))
            if handle.across < 0:
                return replace(box, x=_round(right - length), length=length)
            if handle.down < 0:
                return replace(box, y=_round(bottom - length), length=length)
            return replace(box, length=length)
        case _:
            left, right = _stretched(left, right, handle.across, across)
            top, bottom = _stretched(top, bottom, handle.down, down)
            return replace(box, x=left, y=top, width=_round(right - left), height=_round(bottom - top))


def _stretched(low: float, high: float, which: int, by: float) -> tuple[float, float]:
    if which < 0:
        low = min(max(0.0, low + by), high - LEAST)
    elif which > 0:
        high = max(high + by, low + LEAST)
    return _round(low), _round(high)


def grown(box: Box, across: float, down: float) -> Box:
    """Return a box that is wider and higher, its upper left corner where it was: for the keys."""
    match box:
        case CodeBox():
            return resized(box, Handle(1, 1), across or down, across or down)
        case Rule():
            return resized(box, Handle(0, 1) if box.upright else Handle(1, 0), across, down)
        case _:
            return resized(box, Handle(1, 1), across, down)


def made(kind: Kind, x: float, y: float, width: float, height: float) -> Box:
    """Return something new of this kind in a place."""
    match kind:
        case Kind.TEXT:
            return Stack(x, y, width, height, (TextBox(Field.ORGANISATION, 14, 8, Weight.REGULAR, lines=2),))
        case Kind.CODE:
            return CodeBox(x, y, width)
        case Kind.PANEL:
            return Panel(x, y, width, height, colour="role")
        case Kind.PICTURE:
            return Picture(x, y, width, height)
        case Kind.PROGRAMME:
            return Programme(x, y, width, height)
        case Kind.LINE:
            return Rule(x, y, width)


def new_box(kind: Kind, template: Template, side: Side) -> Box | None:
    """Return something new where it covers nothing, else where it breaks no rule; None if there is no such place."""
    smallest = LEAST_CODE if min(template.width, template.height) < SMALL_LABEL else LEAST_READ
    for width, height in _SIZES[kind]:
        if kind is Kind.CODE and width < smallest:
            continue
        places = [made(kind, x, y, width, height) for x, y in _places(template, width, height)]
        others = tuple(box for box in template.side(side) if not isinstance(box, Panel))
        free = (box for box in places if not _covers(box, others))
        for box in (*free, *reversed(places)):
            if keeps_rules(added(template, side, box)):
                return box
    return None


def _places(template: Template, width: float, height: float) -> Iterator[tuple[float, float]]:
    if width > template.width or height > template.height:
        return
    for y in _steps(template.height - height):
        for x in _steps(template.width - width):
            yield x, y


def _steps(room: float) -> list[float]:
    """Return where something may begin: from margin to margin where there is room for that."""
    margin = MARGIN if room >= 2 * MARGIN else 0.0
    step = (room - 2 * margin) / MOST_PLACES
    return [_round(margin + at * step - 0.04) for at in range(MOST_PLACES + 1)]


def _covers(box: Box, others: tuple[Box, ...]) -> bool:
    left, top, right, bottom = reach(box)
    return any(
        left < other[2] and other[0] < right and top <= other[3] and other[1] <= bottom for other in map(reach, others)
    )


def keeps_rules(template: Template) -> bool:
    """Say whether a template breaks no rule."""
    return next(check(template), None) is None


# ---- the boxes of a template


def with_side(template: Template, side: Side, boxes: tuple[Box, ...]) -> Template:
    """Return a template with other boxes on one side."""
    return replace(template, front=boxes) if side is Side.FRONT else replace(template, back=boxes)


def added(template: Template, side: Side, box: Box) -> Template:
    """Return a template with one more box, on top of the others."""
    return with_side(template, side, (*template.side(side), box))


def exchanged(template: Template, side: Side, at: int, box: Box) -> Template:
    """Return a template with another box in the place of one."""
    boxes = template.side(side)
    return with_side(template, side, (*boxes[:at], box, *boxes[at + 1 :]))


def without(template: Template, side: Side, at: int) -> Template:
    """Return a template without one of its boxes."""
    boxes = template.side(side)
    return with_side(template, side, (*boxes[:at], *boxes[at + 1 :]))


def reordered(template: Template, side: Side, at: int, steps: int) -> Template:
    """Return a template with one box drawn later (in front of others), or sooner."""
    boxes = list(template.side(side))
    boxes.insert(max(0, min(at + steps, len(boxes) - 1)), boxes.pop(at))
    return with_side(template, side, tuple(boxes))


def duplicate(template: Template, side: Side, at: int) -> Box | None:
    """Return a copy of a box, a little beside it where rules allow, else anywhere; None if nowhere."""
    box = template.side(side)[at]
    near = [moved(box, step * 5, step * 5) for step in (1, 2, -1, -2)]
    width, height = template.width, template.height
    anywhere = [replace(box, x=x, y=y) for x, y in _places(template, *_size(box))]
    for copy in (*near, *anywhere):
        if held_inside(copy, width, height) == copy and keeps_rules(added(template, side, copy)):
            return copy
    return None


def _size(box: Box) -> tuple[float, float]:
    left, top, right, bottom = extent(box)
    return right - left, bottom - top


def _round(length: float) -> float:
    """Return a length in tenths of a millimetre, never below nothing by a rounding."""
    return max(0.0, round(length, 1)) if length > -0.05 else round(length, 1)
