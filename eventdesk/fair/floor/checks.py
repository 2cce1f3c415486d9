"""Rules of the floor: what is wrong with where booths stand. Codes and data; the sentences are in `words.fair`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from eventdesk.codes import FloorCode
from eventdesk.fair.booth import Booth, number_order
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor import geometry
from eventdesk.fair.floor.geometry import Polygon, band, corners, covered, frame, meets, shape_of
from eventdesk.fair.floor.neighbours import TOUCH_MM
from eventdesk.fair.hall import HallPart, PartKind

AISLE_MM = 1500
"""Between fronts of booths there is to be so much room, as long as nobody says anything else."""
ESCAPE_ROUTE_MM = 1200
"""So wide is an escape route of which nobody says how wide it is."""
EXIT_MM = 1500
"""So much is kept free on both sides of an emergency exit, and of an entrance."""

_CELL_MM = 5000
_MOST_CELLS = 400
"""Larger booths than so many cells, a hundred metres and more, are nowhere but everywhere."""
_MOST_IN_A_CELL = 60
"""If more booths stand in one place, it is enough to tell of the first."""
_MOST_TOLD = 5_000
_NOWHERE = 2**62
_Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class FloorTrouble:
    """What is wrong with one booth: its row id and number, and what it collides with.

    `other` is the row id of a booth or of a part of the hall, 0 for the hall itself; `other_name` its number or name,
    which may be empty. `gap_mm` is the width of a narrow aisle.
    """

    code: FloorCode
    hall: int
    booth: int
    booth_ref: str
    other: int = 0
    other_name: str = ""
    gap_mm: int = 0


def floor_troubles(fair: Fair, *, aisle_mm: int = AISLE_MM) -> tuple[FloorTrouble, ...]:
    """Return what is wrong on the floors of all halls, by hall and number; each pair of booths is told once."""
    floor = Floor(fair, aisle_mm=aisle_mm)
    every = (trouble for booth in fair.booths for trouble in floor.troubles_of([booth]) if _told_here(trouble))
    found = set(islice(every, _MOST_TOLD))
    return tuple(sorted(found, key=lambda each: (each.hall, number_order(each.booth_ref), each.code, each.other)))


def troubles_of(fair: Fair, moved: Sequence[Booth], *, aisle_mm: int = AISLE_MM) -> tuple[FloorTrouble, ...]:
    """Return what would be wrong with these booths if they stood as they are here: moved, turned or new (id 0)."""
    return Floor(fair, aisle_mm=aisle_mm).troubles_of(moved)


class Floor:
    """All booths of a fair by where they stand, so that only those nearby are compared: made once, asked many times."""

    def __init__(self, fair: Fair, *, aisle_mm: int = AISLE_MM) -> None:
        """Between fronts of booths there is to be an aisle of `aisle_mm`."""
        self._fair = fair
        self._aisle = aisle_mm
        self._cells: defaultdict[_Cell, list[Booth]] = defaultdict(list)
        self._of_hall: defaultdict[int, list[Booth]] = defaultdict(list)
        self._refs: defaultdict[str, list[Booth]] = defaultdict(list)
        self._outlines: dict[int, list[Polygon]] = {}
        self._parts: defaultdict[int, list[tuple[FloorCode, HallPart, Polygon]]] = defaultdict(list)
        for booth in fair.booths:
            self._refs[booth.ref].append(booth)
            for cell in _cells(booth, 0) or [_everywhere(booth)]:
                if len(self._cells[cell]) < _MOST_IN_A_CELL:
                    self._cells[cell].append(booth)
            self._of_hall[booth.hall].append(booth)
        for hall in fair.halls:
            outlines = [shape_of(part) for part in fair.parts if part.hall == hall.id and part.kind is PartKind.OUTLINE]
            width, depth = hall.width_mm, hall.depth_mm
            self._outlines[hall.id] = outlines or [((0, 0), (width, 0), (width, depth), (0, depth))]
        for part in fair.parts:
            self._parts[part.hall] += [(code, part, shape) for code, shape in _kept_free(part)]

    def troubles_of(self, moved: Sequence[Booth]) -> tuple[FloorTrouble, ...]:
        """Return what would be wrong with these booths if they stood as they are here: moved, turned or new (id 0)."""
        # New booths are told apart by ids that no row has
        named = [booth if booth.id else replace(booth, id=-place) for place, booth in enumerate(moved, 1)]
        here = {booth.id: booth for booth in named}
        found = (trouble for booth in named for trouble in self._troubles(booth, here))
        return tuple(dict.fromkeys(found))

    def _troubles(self, booth: Booth, moved: Mapping[int, Booth]) -> Iterator[FloorTrouble]:
        shape = corners(booth, geometry.SLACK_MM)
        outlines = self._outlines.get(booth.hall, [])
        if outlines and not any(geometry.inside(booth, outline) for outline in outlines):
            hall = self._fair.hall_of[booth.hall]
            yield FloorTrouble(FloorCode.OUTSIDE_HALL, booth.hall, booth.id, booth.ref, 0, hall.name)
        told: set[tuple[FloorCode, int]] = set()
        for code, part, area in self._parts[booth.hall]:
            if (code, part.id) not in told and meets(area, shape):
                told.add((code, part.id))
                yield FloorTrouble(code, booth.hall, booth.id, booth.ref, part.id, part.name)
        same = [other for other in self._refs[booth.ref] if other.id not in moved]
        for other in (*same, *(other for other in moved.values() if other.ref == booth.ref and other.id != booth.id)):
            yield FloorTrouble(FloorCode.NUMBER_TWICE, booth.hall, booth.id, booth.ref, other.id, other.ref)
        near = {other.id: other for other in self._near(booth)}
        others = {**{each: other for each, other in near.items() if each not in moved}, **moved}
        del others[booth.id]
        for other in others.values():
            if other.hall == booth.hall and _is_near(booth, other, self._aisle):
                yield from self._of_pair(booth, other)

    def _near(self, booth: Booth) -> Iterator[Booth]:
        cells = _cells(booth, self._aisle)
        if cells:
            yield from (other for cell in (*cells, _everywhere(booth)) for other in self._cells.get(cell, ()))
        else:
            yield from self._of_hall[booth.hall][:_MOST_IN_A_CELL]

    def _of_pair(self, booth: Booth, other: Booth) -> Iterator[FloorTrouble]:
        if geometry.overlap(booth, other):
            yield FloorTrouble(FloorCode.OVERLAP, booth.hall, booth.id, booth.ref, other.id, other.ref)
            return
        gaps = [gap for gap in (_gap(booth, other, self._aisle), _gap(other, booth, self._aisle)) if gap is not None]
        if gaps:
            gap = round(min(gaps))
            yield FloorTrouble(FloorCode.NARROW_AISLE, booth.hall, booth.id, booth.ref, other.id, other.ref, gap)


def _is_near(one: Booth, other: Booth, around: int) -> bool:
    a, b = covered(one), covered(other)
    return all(a[low] - around < b[low + 2] and b[low] - around < a[low + 2] for low in (0, 1))


def _gap(booth: Booth, other: Booth, aisle_mm: int) -> float | None:
    """Return how far away another booth is in front of one, if that is nearer than an aisle is wide; not if it touches.

    Rows that touch leave no aisle between them on purpose, whichever way their booths are turned.
    """
    view = frame(booth)
    side = min(TOUCH_MM, booth.width_mm / 4)
    ends = ((side, -aisle_mm), (booth.width_mm - side, -aisle_mm), (booth.width_mm - side, 0), (side, 0))
    seen = geometry.clipped(corners(other), tuple(view.on_floor(u, v) for u, v in ends))
    if geometry.area(seen) < TOUCH_MM:
        return None
    nearest = min(-view.seen(place)[1] for place in seen)
    return nearest if TOUCH_MM < nearest < aisle_mm - 1 else None


def _kept_free(part: HallPart) -> Iterator[tuple[FloorCode, Polygon]]:
    """Yield what a part keeps free of booths, and how that is called."""
    match part.kind:
        case PartKind.PILLAR:
            yield FloorCode.ON_PILLAR, shape_of(part)
        case PartKind.SERVICE:
            yield FloorCode.ON_SERVICE_AREA, shape_of(part)
        case PartKind.ESCAPE_ROUTE:
            for start, end in pairwise(part.points):
                yield FloorCode.ON_ESCAPE_ROUTE, band(start, end, part.width_mm or ESCAPE_ROUTE_MM)
        case PartKind.EMERGENCY_EXIT | PartKind.ENTRANCE:
            emergency = part.kind is PartKind.EMERGENCY_EXIT
            code = FloorCode.BEFORE_EMERGENCY_EXIT if emergency else FloorCode.BEFORE_ENTRANCE
            points = part.points if len(part.points) > 1 else part.points * 2
            for start, end in pairwise(points):
                yield code, band(start, end, 2 * EXIT_MM)
        case PartKind.OUTLINE | PartKind.ZONE:
            return


def _cells(booth: Booth, around: int) -> list[_Cell]:
    """Return the cells that a booth and what is around it touch; none if they are too many."""
    left, top, right, bottom = (round(edge) for edge in covered(booth))
    across = range((left - around) // _CELL_MM, (right + around) // _CELL_MM + 1)
    down = range((top - around) // _CELL_MM, (bottom + around) // _CELL_MM + 1)
    return [(booth.hall, x, y) for x in across for y in down] if len(across) * len(down) <= _MOST_CELLS else []


def _everywhere(booth: Booth) -> _Cell:
    """Return the cell of all booths of a hall that are too large for any other."""
    return booth.hall, _NOWHERE, _NOWHERE


def _told_here(trouble: FloorTrouble) -> bool:
    """Say whether a trouble is not that of a pair of booths which is told about the other one."""
    if trouble.code not in {FloorCode.OVERLAP, FloorCode.NARROW_AISLE, FloorCode.NUMBER_TWICE}:
        return True
    return (number_order(trouble.booth_ref), trouble.booth) < (number_order(trouble.other_name), trouble.other)
