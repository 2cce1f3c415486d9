"""Signs for stands, on A4 or A3: the number to be read from ten metres, the name, and the exhibitor's code.

The code is the exhibitor's id in the event folder as text, in a QR code: it leads nowhere outside, works without a
network, and is what lists and other tools know the exhibitor by.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing import qr_text
from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.booth_art import draw_mark
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.order import booths_in_order, hall_names, stand_text
from eventdesk.fair.papers.themes import NOTHING, ThemeLook, theme_looks

BAND = 0.3
"""The part of a sign's height that has the colour of the theme."""

_NUMBER, _LEAST_NUMBER = 190.0, 40.0
_NAME, _BROKEN_NAME, _LEAST_NAME = 70.0, 30.0, 18.0
_BLURB, _LEAST_BLURB = 23.0, 11.0
_THEME = 22.0
_SMALL = 12.0
_EDGE = 16 * POINTS_PER_MM
_QR = 30 * POINTS_PER_MM
_LONGEST_CODE = 200
"""Bytes of an id that a code of this size is still read with."""


def signs(
    fair: Fair,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    size: PaperSize = PaperSize.A4,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write a sign for everybody who has a stand, or `only` for some of them, in the order of the booths.

    `progress` is told the number of signs after each; what it raises cancels the work. Raises `KnownError` DISK_FULL or
    CANNOT_WRITE.
    """
    remarks = Remarks()
    leaves = [
        _Sign(fair, imprint, exhibitor, size).leaf()
        for exhibitor in in_booth_order(fair)
        if only is None or exhibitor.id in only
    ]
    return write_leaves(leaves, out, kit, imprint, remarks, papers=len(leaves), progress=progress)


def in_booth_order(fair: Fair) -> list[Exhibitor]:
    """Return who has a stand, in the order in which one walks past."""
    found: dict[int, Exhibitor] = {}
    for hall in fair.halls:
        for booth in booths_in_order(each for each in fair.booths if each.hall == hall.id):
            for who in fair.standing_on.get(booth.id, ()):
                if who in fair.exhibitor_of:
                    found.setdefault(who, fair.exhibitor_of[who])
    return list(found.values())


class _Sign:
    """The sign of one exhibitor."""

    def __init__(self, fair: Fair, imprint: Imprint, exhibitor: Exhibitor, size: PaperSize) -> None:
        looks = theme_looks(each.theme for each in fair.exhibitors)
        self.look: ThemeLook = looks.get(exhibitor.theme, NOTHING)
        self.exhibitor, self.size, self.grown = exhibitor, size, size.scale
        self.number = stand_text(fair, fair.stands[exhibitor.id])
        self.foot = " · ".join(part for part in (imprint.event, hall_names(fair, fair.stands[exhibitor.id])) if part)

    def leaf(self) -> Leaf:
        """Return the page."""
        return Leaf(self.size.points(), self.grown, self.number, "", lambda pen, _: self._draw(pen), bare=True)

    def _draw(self, pen: Pen) -> None:
        width, height = self.size.points()
        edge = _EDGE * self.grown
        band = height * BAND
        pen.paper.box(0, height, width, band, self.look.colour)
        inner = width - 2 * edge
        self._in_band(pen, Area(edge, height, inner, band))
        foot = edge + (_QR * self.grown if self.exhibitor.ref else _SMALL * self.grown)
        top = height - band - edge * 0.8
        room = Room(
            inner, (top - foot) * 0.62, _NAME * self.grown, _LEAST_NAME * self.grown, 5, 1.12, 0.95, _LEAST_NAME
        )
        name = self._name(pen, room)
        self._put(pen, name, edge, top)
        below = top - name.block_height - _BLURB * 0.7 * self.grown
        left = below - foot - 0.3 * edge
        least = _LEAST_BLURB * self.grown
        if self.exhibitor.blurb and left > least:
            room = Room(inner, left, _BLURB * self.grown, least, 12, 1.4, 0.97, _LEAST_BLURB)
            blurb = self._fit(pen, self.exhibitor.blurb, Weight.REGULAR, room)
            self._put(pen, blurb, edge, below, muted=True)
        self._foot(pen, Area(edge, foot, inner, foot - edge))

    def _name(self, pen: Pen, room: Room) -> Fitted:
        """Return the name on few lines; a word that is too wide for any is broken, so that nothing is left out."""
        name = unbroken(self.exhibitor.name)
        fitted = pen.kit.fit(name, Weight.BOLD, room)
        if fitted.overflow:
            broken = pen.kit.flow(name, Weight.BOLD, _BROKEN_NAME * self.grown, room.width, leading=1.15)
            if broken.block_height <= room.height and not broken.cut:
                fitted = broken
        return pen.remarks.note(self.exhibitor.name, fitted)

    def _in_band(self, pen: Pen, area: Area) -> None:
        grown = self.grown
        line = _THEME * grown
        baseline = area.bottom + line * 1.1
        number = self._fit(pen, self.number, Weight.BOLD, Room(
            area.width, area.height - line * 3.4, _NUMBER * grown, _LEAST_NUMBER * grown, 2, 1.05))  # fmt: skip
        ink = number.baselines[-1] - number.baselines[0] + number.rise + number.depth
        middle = (area.top + baseline + line * 0.75) / 2
        pen.put(number, area.left, middle + ink / 2 + number.baselines[0] - number.rise)
        if self.look.name:
            radius = line * 0.36
            draw_mark(pen, self.look, area.left + radius, baseline + line * 0.36, radius)
            room = Room(area.width - 3 * radius, line * 1.4, line, line * 0.5)
            theme = self._fit(pen, self.look.name, Weight.SEMIBOLD, room)
            pen.put(theme, area.left + 3.2 * radius, baseline + theme.baselines[-1])

    def _foot(self, pen: Pen, area: Area) -> None:
        grown = self.grown
        size = _SMALL * grown
        qr = _QR * grown
        ref = self.exhibitor.ref
        coded = bool(ref) and len(ref.encode()) <= _LONGEST_CODE
        room = Room(area.width - (qr * 1.3 if coded else 0.0), 3 * size, size, size * 0.6, 2)
        foot = self._fit(pen, self.foot, Weight.REGULAR, room)
        pen.put(foot, area.left, area.bottom + foot.block_height - 0.25 * size, colour=MUTED)
        if coded:
            pen.paper.path(qr_text.path(qr_text.dots(ref), area.right - qr, area.bottom + qr, qr), INK)
            below = pen.kit.fit(ref, Weight.REGULAR, Room(qr, size * 1.3, size * 0.8, size * 0.4))
            pen.put(below, area.right - qr, area.bottom - size * 0.25, Align.CENTRE, MUTED)

    def _fit(self, pen: Pen, text: str, weight: Weight, room: Room) -> Fitted:
        return pen.fit(text, weight, room, self.exhibitor.name)

    def _put(self, pen: Pen, fitted: Fitted, x: float, top: float, *, muted: bool = False) -> None:
        align = Align.RIGHT if fitted.right_to_left else Align.LEFT
        pen.put(fitted, x, top, align, MUTED if muted else INK)
