"""The booths of a hall as they stand on a plan: each with who stands there, two booths of one exhibitor as one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from eventdesk.fair.booth import Booth, BoothState
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.geometry import centre
from eventdesk.fair.papers.order import booths_in_order
from eventdesk.fair.papers.themes import NOTHING, ThemeLook
from eventdesk.fair.papers.view import View

_QUARTER = 90


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the middle of its cell; y grows upwards."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """One shape on the plan: the booth, or the two booths, of an exhibitor, or a booth where nobody stands.

    (x, y) is its middle on the page, `turn` how far its words are turned clockwise, at most an eighth of a turn.
    """

    booths: tuple[Booth, ...]
    boxes: tuple[Box, ...]
    x: float
    y: float
    turn: float
    exhibitors: tuple[Exhibitor, ...]

    @property
    def name(self) -> str:
        """Who stands there; empty for nobody."""
        return " / ".join(exhibitor.name for exhibitor in self.exhibitors)

    @property
    def blocked(self) -> bool:
        """Whether nobody may stand there, and nobody does."""
        return not self.exhibitors and self.booths[0].state is BoothState.BLOCKED

    @property
    def whole(self) -> Box:
        """The box around its booths."""
        left, top = min(box.left for box in self.boxes), max(box.top for box in self.boxes)
        right = max(box.left + box.width for box in self.boxes)
        bottom = min(box.top - box.height for box in self.boxes)
        return Box(left, top, right - left, top - bottom)

    def look(self, looks: Mapping[str, ThemeLook]) -> ThemeLook:
        """Return the look of who stands there."""
        return looks.get(self.exhibitors[0].theme, NOTHING) if self.exhibitors else NOTHING


def cells(fair: Fair, hall: int, view: View, inset: float) -> list[Cell]:
    """Return what is drawn for the booths of a hall; `inset` in points leaves white between them."""
    return [_cell(fair, group, view, inset) for group in _groups(fair, hall)]


def _groups(fair: Fair, hall: int) -> Iterator[tuple[Booth, ...]]:
    done: set[int] = set()
    for booth in booths_in_order(booth for booth in fair.booths if booth.hall == hall):
        if booth.id in done:
            continue
        group = (booth, *_partner(fair, booth))
        done.update(each.id for each in group)
        yield group


def _partner(fair: Fair, booth: Booth) -> tuple[Booth, ...]:
    """Return the booth beside this one that the same exhibitor has for themselves."""
    there = fair.standing_on.get(booth.id, ())
    if len(there) != 1:
        return ()
    for other in fair.stands[there[0]]:
        pair = (min(booth.id, other), max(booth.id, other))
        beside = fair.booth_of.get(other)
        if beside is not None and pair in fair.beside and fair.standing_on.get(other) == there:
            return (beside,)
    return ()


def _cell(fair: Fair, group: Sequence[Booth], view: View, inset: float) -> Cell:
    quarters = round(group[0].rotation / _QUARTER)
    turn = group[0].rotation - quarters * _QUARTER
    flat = [_flat(booth, view, turn, turned=quarters % 2 == 1) for booth in group]
    x = (min(box.left for box in flat) + max(box.left + box.width for box in flat)) / 2
    y = (max(box.top for box in flat) + min(box.top - box.height for box in flat)) / 2
    order = sorted(zip(group, flat, strict=True), key=lambda each: (-round(each[1].top, 1), each[1].left))
    middle = _turn(x, y, turn)
    there = fair.standing_on.get(group[0].id, ())
    return Cell(
        booths=tuple(booth for booth, _ in order),
        boxes=_inset([Box(box.left - x, box.top - y, box.width, box.height) for _, box in order], inset),
        x=middle[0],
        y=middle[1],
        turn=turn,
        exhibitors=tuple(fair.exhibitor_of[each] for each in there if each in fair.exhibitor_of),
    )


def _flat(booth: Booth, view: View, turn: float, *, turned: bool) -> Box:
    """Return the box of a booth on the page, once the page is turned back by `turn`."""
    x, y = _turn(*view.at(centre(booth)), -turn)
    width, height = booth.width_mm * view.scale, booth.depth_mm * view.scale
    if turned:
        width, height = height, width
    return Box(x - width / 2, y + height / 2, width, height)


def _turn(x: float, y: float, degrees: float) -> tuple[float, float]:
    """Return a place turned clockwise about the corner of the page."""
    across, up = cos(radians(degrees)), sin(radians(degrees))
    return x * across + y * up, y * across - x * up


def _inset(boxes: Sequence[Box], inset: float) -> tuple[Box, ...]:
    """Return boxes that are smaller all round, but not where they touch each other."""
    left, right = min(box.left for box in boxes), max(box.left + box.width for box in boxes)
    top, bottom = max(box.top for box in boxes), min(box.top - box.height for box in boxes)
    found = []
    for box in boxes:
        cut = min(inset, box.width / 4, box.height / 4)
        at_left, at_right = box.left - left < cut, right - box.left - box.width < cut
        at_top, at_bottom = top - box.top < cut, box.top - box.height - bottom < cut
        found.append(
            Box(
                box.left + cut * at_left,
                box.top - cut * at_top,
                box.width - cut * (at_left + at_right),
                box.height - cut * (at_top + at_bottom),
            )
        )
    return tuple(found)
