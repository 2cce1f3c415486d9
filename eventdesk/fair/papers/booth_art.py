"""Draws the booths of a plan: colour and mark of the theme, number, name where it fits, current, free and blocked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from eventdesk.drawing.colour import INK, MUTED, WHITE, Colour
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import EM, Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.shapes import path, rectangle
from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.papers.cells import Box, Cell
from eventdesk.fair.papers.themes import ThemeLook, mark_path
from eventdesk.fair.papers.view import turned_about

EDGE = Colour.parse("#7b8696")
BLOCKED = Colour.parse("#b3261e")
BLOCKED_CROSS = Colour.parse("#e6b8b4")
BOLT = Colour.parse("#8a4000")
LEAST_NUMBER = 5.5
LEAST_NAME = 5.0
"""The smallest letters on A4 that are read well, in points. On larger paper, seen from further away, they are larger:
numbers, which are looked for, more than names, which are read from near."""

INSET = 0.7
_ROUND = 1.6
_PAD = 0.055
_LINE = 0.5
_NUMBER_SHARE = 0.27
_ALONE_SHARE = 0.44
_NAME_PER_NUMBER = 0.9
_LEADING = 1.13
_COMPACT = 0.97
_LARGEST = 13.0
_ALIKE = 0.75
_ALIKE_NAMES = 0.45
"""The part of the names that may be smaller than the others, which have one size."""

_SIGN = 0.92
"""Room for the mark of a theme or the sign for current, per size of the number."""

_SMALLER = 0.7
"""So much smaller signs may be, to stand beside the number."""

_APART = 0.25


@dataclass(frozen=True, slots=True)
class Lettering:
    """How large things are written on one plan: wanted and least size of numbers and of names, in points."""

    number: float
    name: float
    least_number: float
    least_name: float
    grown: float
    names: bool


def lettering(kit: Kit, drawn: Sequence[Cell], grown: float, *, names: bool) -> Lettering:
    """Return sizes that suit most booths of a plan, so that their numbers look alike."""
    least = LEAST_NUMBER * grown**0.5
    share = _NUMBER_SHARE if names else _ALONE_SHARE
    fits = [
        min(share * box.height, _inner(box, grown) / (kit.width(booth.ref, Weight.BOLD, EM) / EM or 1.0))
        for cell in drawn
        for booth, box in zip(cell.booths, cell.boxes, strict=True)
    ]
    wanted = min(_LARGEST * grown, max(min(fits), _ALIKE * median(fits))) if fits else least
    number = max(wanted, least)
    found = Lettering(number, number * _NAME_PER_NUMBER, least, LEAST_NAME * grown**0.25, grown, names)
    sizes = sorted(text.size for text in (_fitted_name(kit, cell, found) for cell in drawn if cell.exhibitors) if text)
    return replace(found, name=sizes[int(len(sizes) * _ALIKE_NAMES)]) if names and sizes else found


def is_named(kit: Kit, cell: Cell, letters: Lettering) -> bool:
    """Say whether the plan can tell who stands on a cell: the name fits, or there is nobody, or no names are wanted."""
    return not (letters.names and cell.exhibitors) or _fitted_name(kit, cell, letters) is not None


def draw_cell(pen: Pen, cell: Cell, looks: Mapping[str, ThemeLook], letters: Lettering) -> None:
    """Draw one cell of the plan."""
    with pen.paper.moved(turned_about(cell.x, cell.y, cell.turn)):
        look = cell.look(looks)
        _ground(pen, cell, look, letters)
        for booth, box in zip(cell.booths, cell.boxes, strict=True):
            marked = cell.exhibitors and booth is cell.booths[-1]
            _number(pen, booth, box, letters, look if marked else None)
        if letters.names:
            (_name if cell.exhibitors else _remark)(pen, cell, letters)


def _ground(pen: Pen, cell: Cell, look: ThemeLook, letters: Lettering) -> None:
    box, grown = cell.whole, letters.grown
    shape = rectangle(box.left, box.top, box.width, box.height, _ROUND * grown)
    line = _LINE * grown
    if cell.exhibitors:
        pen.paper.path(shape, look.colour)
        for number, (one, other) in enumerate(pairwise(cell.boxes)):
            pen.paper.stroke(_between(one, other, _end(pen.kit, cell, letters, number)), EDGE, line)
        pen.paper.stroke(shape, EDGE, line)
        return
    pen.paper.path(shape, WHITE)
    if cell.blocked:
        right, bottom = box.left + box.width, box.top - box.height
        cross = path(((box.left, box.top), (right, bottom)), closed=False)
        cross += path(((box.left, bottom), (right, box.top)), closed=False)
        with pen.paper.clipped(shape):
            pen.paper.stroke(cross, BLOCKED_CROSS, line)
    pen.paper.stroke(shape, BLOCKED if cell.blocked else EDGE, line * 1.2, (2.4 * grown, 1.6 * grown))


def _between(one: Box, other: Box, end: float) -> str:
    """Return the line where two booths of one exhibitor meet, only down to where their numbers end."""
    if abs(one.top - other.top) < min(one.height, other.height) / 2:
        x = (one.left + one.width + other.left) / 2
        return path(((x, one.top), (x, one.top - end)), closed=False)
    y = (one.top - one.height + other.top) / 2
    return path(((one.left, y), (one.left + one.width, y)), closed=False)


def _fitted_number(kit: Kit, booth: Booth, box: Box, letters: Lettering) -> Fitted:
    """Return the number of a booth as large as it is wanted and fits."""
    pad = _pad(box, letters.grown)
    height = (letters.number if letters.names else box.height * 0.7) * 1.25
    room = Room(box.width - 2 * pad, min(height, box.height - 2 * pad), letters.number, letters.least_number)
    return kit.fit(booth.ref, Weight.BOLD, room)


def _number(pen: Pen, booth: Booth, box: Box, letters: Lettering, look: ThemeLook | None) -> None:
    """Write the number of a booth with its signs."""
    pad = _pad(box, letters.grown)
    text = _fitted_number(pen.kit, booth, box, letters)
    if text.overflow:
        pen.remarks.small[booth.ref] = None
    signs = _Signs(pen, booth, look, text.size * _SIGN)
    spare = box.width - 2 * pad - text.block_width - _APART * text.size
    beside = signs.smaller(max(signs.size * _SMALLER, signs.size * min(1.0, spare / (signs.width or 1.0))))
    if letters.names and beside.width <= spare:
        pen.put(text, box.left + pad, box.top - pad + text.baselines[0] - text.rise)
        beside.draw(box.left + box.width - pad, box.top - pad - text.rise / 2)
    else:
        _alone(pen, box, text, letters, signs)


def _alone(pen: Pen, box: Box, text: Fitted, letters: Lettering, signs: "_Signs") -> None:
    """Write a number by itself, the signs in the lower right corner if there is room."""
    pad = _pad(box, letters.grown)
    small = signs.smaller(min(box.height * 0.22, text.size * 0.7))
    below = box.height - 2 * pad - text.rise
    with_signs = 0 < small.width <= box.width - 2 * pad and below > small.size * 1.15
    if letters.names:
        pen.put(text, box.left + pad, box.top - pad + text.baselines[0] - text.rise)
    else:
        baseline = box.top - (box.height + text.rise) / 2 + small.size / 2
        pen.put(text, box.left + (box.width - text.room.width) / 2, baseline + text.baselines[0], Align.CENTRE)
    if with_signs:
        small.draw(box.left + box.width - pad, box.top - box.height + pad + small.size / 2)


def _end(kit: Kit, cell: Cell, letters: Lettering, number: int) -> float:
    """Return how far below the top of a box the number of a booth ends."""
    box = cell.boxes[number]
    text = _fitted_number(kit, cell.booths[number], box, letters)
    return _pad(box, letters.grown) + text.rise + text.size * 0.12


class _Signs:
    """The mark of the theme and the sign for current, side by side, flush at the right."""

    def __init__(self, pen: Pen, booth: Booth, look: ThemeLook | None, size: float) -> None:
        self._pen, self._booth, self._look = pen, booth, look
        self.size = size

    @property
    def width(self) -> float:
        """How wide they are together, in points."""
        marked = self._look is not None and self._look.mark is not None
        return self.size * (0.95 * marked + 0.55 * self._booth.power.value)

    def smaller(self, size: float) -> "_Signs":
        """Return them at this size at most."""
        return _Signs(self._pen, self._booth, self._look, min(self.size, size))

    def draw(self, right: float, middle: float) -> None:
        """Draw them: current first, the mark outermost."""
        if self._look is not None and self._look.mark is not None:
            radius = self.size * 0.33
            draw_mark(self._pen, self._look, right - radius, middle, radius)
            right -= self.size * 0.95
        draw_bolts(self._pen, self._booth.power, right, middle, self.size * 0.9)


def draw_mark(pen: Pen, look: ThemeLook, x: float, y: float, radius: float) -> None:
    """Draw the mark of a theme around a point."""
    if look.mark is not None:
        pen.paper.shape(mark_path(look.mark, x, y, radius), INK)


def draw_bolts(pen: Pen, power: Power, right: float, middle: float, size: float) -> None:
    """Draw the sign for current, once for 230 V and twice for 400 V, ending at `right`."""
    for number in range(power.value):
        left = right - size * 0.6 * (number + 1)
        points = [
            (left + size * x, middle + size * (0.5 - y))
            for x, y in ((0.36, 0), (0.06, 0.56), (0.26, 0.56), (0.18, 1), (0.52, 0.4), (0.31, 0.4), (0.44, 0))
        ]
        pen.paper.path(path(points), BOLT)


def _free(kit: Kit, cell: Cell, letters: Lettering) -> tuple[Box, float]:
    """Return where words below the numbers may stand: a box, and how much of its height the numbers take."""
    if len(cell.boxes) > 1 and abs(cell.boxes[0].top - cell.boxes[1].top) > 1:  # one booth above the other
        return cell.boxes[0], _end(kit, cell, letters, 0)
    return cell.whole, max(_end(kit, cell, letters, number) for number in range(len(cell.boxes)))


def _fitted_name(kit: Kit, cell: Cell, letters: Lettering) -> Fitted | None:
    """Return who stands there as it fits below the number; None if nobody could read it."""
    room = _below(*_free(kit, cell, letters), letters, 5)
    if room.height <= 0 or room.width <= 0:
        return None
    text = kit.fit(cell.name, Weight.REGULAR, room)
    return None if text.overflow or not text.text else text


def _name(pen: Pen, cell: Cell, letters: Lettering) -> None:
    text = _fitted_name(pen.kit, cell, letters)
    if text is not None:
        pen.remarks.note(cell.name, text)
        box, end = _free(pen.kit, cell, letters)
        pen.put(text, box.left + _pad(box, letters.grown), box.top - end)


def _remark(pen: Pen, cell: Cell, letters: Lettering) -> None:
    """Write why nobody stands there, if there is room."""
    words = pen.words
    told = [words.t("free")]
    if cell.blocked:
        reason = cell.booths[0].reason
        told = [*([words.t("blocked: {reason}", reason=reason)] if reason else []), words.t("blocked")]
    box, end = _free(pen.kit, cell, letters)
    room = _below(box, end, letters, 3)
    fitted = [pen.kit.fit(each, Weight.REGULAR, room) for each in told if room.height > 0]
    for text in [each for each in fitted if not each.overflow][:1]:
        left, top = box.left + _pad(box, letters.grown), box.top - end
        pen.paper.box(left, top, text.block_width, text.block_height, WHITE)
        pen.put(text, left, top, colour=BLOCKED if cell.blocked else MUTED)


def _below(box: Box, end: float, letters: Lettering, lines: int) -> Room:
    """Return the room below a number."""
    pad = _pad(box, letters.grown)
    height = box.height - end - 0.6 * pad
    return Room(box.width - 2 * pad, height, letters.name, letters.least_name, lines, _LEADING, _COMPACT)


def _inner(box: Box, grown: float) -> float:
    return box.width - 2 * _pad(box, grown)


def _pad(box: Box, grown: float) -> float:
    return min(max(_PAD * min(box.width, box.height), 0.7), 3.0 * grown)
