"""What becomes of a box that the mouse holds: where it rests, and which lines draw it to them. Knows no widget."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF

from eventdesk.badges.design.template import Box
from eventdesk.badges.design.template_check import Edges, extent
from ui.templates import shapes
from ui.templates.snapping import Guide, snap

FINE = 0.5
"""What is dragged freely comes to rest at halves of a millimetre."""


@dataclass
class Drag:
    """What the mouse does: which box it holds (by a handle or as a whole), since where, and whether it has moved."""

    box: Box
    start: QPointF
    pressed: QPoint
    handle: shapes.Handle | None = None
    moving: bool = False
    below: bool = False


@dataclass(frozen=True)
class Dragged:
    """Where a box is now, the lines to which it is drawn, and whether the edge of the badge has stopped it."""

    box: Box
    guides: tuple[Guide, ...] = ()
    stopped: bool = False


def dragged(drag: Drag, by: QPointF, others: Sequence[Edges], size: tuple[float, float], within: float) -> Dragged:
    """Return what is held, moved `by` millimetres on a badge of this size. Nothing draws it if `within` is 0."""
    across, down = (_rested(by.x()), _rested(by.y())) if within else (by.x(), by.y())
    if drag.handle is not None:
        return _resized(drag, drag.handle, by, others, size, within)
    box = shapes.moved(drag.box, across, down)
    found = snap(_moved(extent(drag.box), by), others, size, within)
    if within:
        ways = {guide.upright for guide in found.guides}
        box = shapes.moved(
            drag.box,
            by.x() + found.across if True in ways else across,
            by.y() + found.down if False in ways else down,
        )
    held = shapes.held_inside(box, *size)
    return Dragged(held, found.guides, held != box)


def _resized(
    drag: Drag, handle: shapes.Handle, by: QPointF, others: Sequence[Edges], size: tuple[float, float], within: float
) -> Dragged:
    across, down = (_rested(by.x()), _rested(by.y())) if within else (by.x(), by.y())
    found = snap(
        extent(shapes.resized(drag.box, handle, by.x(), by.y())),
        others,
        size,
        within,
        across=(handle.across,) if handle.across else (),
        down=(handle.down,) if handle.down else (),
    )
    if not found.guides or not within:
        return Dragged(shapes.resized(drag.box, handle, across, down))
    ways = {guide.upright for guide in found.guides}
    snapped = shapes.resized(
        drag.box,
        handle,
        by.x() + found.across if True in ways else across,
        by.y() + found.down if False in ways else down,
    )
    return Dragged(snapped, found.guides)


def _moved(edges: Edges, by: QPointF) -> Edges:
    return edges[0] + by.x(), edges[1] + by.y(), edges[2] + by.x(), edges[3] + by.y()


def _rested(length: float) -> float:
    return round(length / FINE) * FINE
