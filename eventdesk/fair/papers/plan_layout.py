"""How a floor plan divides its page: halls as large as they can be, the legend beside or below them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from eventdesk.drawing.pages.leaves import body
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.geometry import covered
from eventdesk.fair.hall import Hall
from eventdesk.fair.papers.floor_art import BAND, NO_BAND, OPENINGS
from eventdesk.fair.papers.view import View

SIDE = 47 * POINTS_PER_MM
"""Width of a column of the legend, on A4."""

GUTTER = 16.0
HALL_NAME = 26.0
"""Room for the name of a hall above it, where a page shows several, on A4."""

LEAST_MM = 1000.0
"""A hall is shown as if it were at least so wide and deep."""


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What kind of plan is wanted. `landscape` None: whichever shows the halls larger. No `halls`: all of them.

    `together` puts all halls on one page.
    """

    size: PaperSize = PaperSize.A4
    landscape: bool | None = None
    names: bool = True
    halls: tuple[int, ...] = ()
    together: bool = False


class Extent(NamedTuple):
    """What a hall covers with all that stands in it, even where that is outside of its walls. Millimetres."""

    left: float
    top: float
    width: float
    depth: float


class Standing(NamedTuple):
    """A hall on a page, how it is looked at, and the height of its upper edge with its name."""

    hall: Hall
    extent: Extent
    view: View
    top: float


class Layout(NamedTuple):
    """A page: its size in points, its halls, and what is left for the legend, in so many columns."""

    size: tuple[float, float]
    halls: tuple[Standing, ...]
    legend: Area
    columns: int

    @property
    def scale(self) -> float:
        """Points per millimetre of the floor."""
        return self.halls[0].view.scale


def extent(fair: Fair, hall: Hall) -> Extent:
    """Return what a hall covers."""
    edges = [(0.0, 0.0, float(hall.width_mm), float(hall.depth_mm))]
    edges += [covered(booth) for booth in fair.booths if booth.hall == hall.id]
    edges += [(x, y, x, y) for part in fair.parts if part.hall == hall.id for x, y in part.points]
    left, top = min(each[0] for each in edges), min(each[1] for each in edges)
    right, bottom = max(each[2] for each in edges), max(each[3] for each in edges)
    return Extent(left, top, max(right - left, LEAST_MM), max(bottom - top, LEAST_MM))


def lay_out(fair: Fair, halls: Sequence[Hall], wish: PlanWish, strip: float) -> Layout:
    """Return the layout that shows the halls largest; `strip` is the height that a legend below them needs."""
    shown = [(hall, extent(fair, hall)) for hall in halls]
    named = any(part.kind in OPENINGS and part.hall in {hall.id for hall in halls} for part in fair.parts)
    band = (BAND if named else NO_BAND) * wish.size.scale
    ways = (True, False) if wish.landscape is None else (wish.landscape,)
    found = [each for way in ways for each in _layouts(shown, wish, strip, band, landscape=way)]
    return max(found, key=lambda each: each.scale)


def _layouts(
    shown: Sequence[tuple[Hall, Extent]], wish: PlanWish, strip: float, band: float, *, landscape: bool
) -> Iterator[Layout]:
    grown = wish.size.scale
    size = wish.size.points(landscape=landscape)
    area = body(size, grown)
    side, gutter = SIDE * grown, GUTTER * grown
    beside = area._replace(width=area.width - side - gutter)
    above = area._replace(height=area.height - strip - gutter)
    for columns in range(1, len(shown) + 1):
        halls, taken = _arranged(shown, beside, columns, grown, band)
        left = taken.right + gutter
        yield Layout(size, halls, Area(left, area.top, area.right - left, area.height),
                     int((area.right - left + gutter) // (side + gutter)) or 1)  # fmt: skip
        if above.height > strip:
            halls, taken = _arranged(shown, above, columns, grown, band)
            top = taken.bottom - gutter
            yield Layout(size, halls, Area(area.left, top, area.width, top - area.bottom), legend_columns(area, grown))


def legend_columns(area: Area, grown: float) -> int:
    """Return how many columns of a legend stand beside each other."""
    return max(1, int((area.width + GUTTER * grown) // ((SIDE + GUTTER) * grown)))


def _arranged(
    shown: Sequence[tuple[Hall, Extent]], area: Area, columns: int, grown: float, band: float
) -> tuple[tuple[Standing, ...], Area]:
    """Return halls in rows of so many, all at one scale, and what they take."""
    rows = [shown[at : at + columns] for at in range(0, len(shown), columns)]
    name = HALL_NAME * grown if len(shown) > 1 else 0.0
    wide = max(sum(extent.width for _, extent in row) for row in rows)
    deep = [max(extent.depth for _, extent in row) for row in rows]
    scale = min(
        (area.width - 2 * band * columns) / wide,
        (area.height - (2 * band + name) * len(rows)) / sum(deep),
    )
    found, top, right = [], area.top, area.left
    for row, depth in zip(rows, deep, strict=True):
        left = area.left
        for hall, extent in row:
            corner = left + band, top - name - band
            view = View(corner[0] - extent.left * scale, corner[1] + extent.top * scale, scale, grown)
            found.append(Standing(hall, extent, view, top))
            left += extent.width * scale + 2 * band
        right = max(right, left)
        top -= depth * scale + 2 * band + name
    return tuple(found), Area(area.left, area.top, right - area.left, area.top - top)
