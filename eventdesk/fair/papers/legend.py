"""The legend of a plan: what colours, marks and signs mean, how long a metre is, where north is, who is not named."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from math import cos, radians, sin

from eventdesk.drawing.colour import INK, MUTED, WHITE
from eventdesk.drawing.fitting import Fitted
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Pen, one_line
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM
from eventdesk.drawing.shapes import path, rectangle
from eventdesk.fair.booth import Power
from eventdesk.fair.floor.geometry import FULL_TURN
from eventdesk.fair.hall import Hall, HallPart, PartKind
from eventdesk.fair.papers import booth_art, floor_art
from eventdesk.fair.papers.cells import Cell
from eventdesk.fair.papers.themes import NOTHING, ThemeLook
from eventdesk.words import Words
from eventdesk.words.numbers import decimal_text

TEXT = 8.0
_SMALL = 6.6
_ROW = 13.5
_SWATCH = 12.0
_GAP = 9.0
_BARS: tuple[float, ...] = tuple(digit * 10.0**power for power in range(-1, 4) for digit in (1, 2, 5))
_DEGREES = re.compile(r"^([+-]?[0-9]{1,4}(?:[.,][0-9]{1,3})?) ?°?$")
_LONGEST_BAR = 32 * POINTS_PER_MM

Sign = Callable[[Pen, float, float, float], None]
"""Draws what a row explains: at x, around a height, so large."""


class Legend:
    """Makes the blocks of a legend, as wide as its column; `grown`: how much larger than on A4."""

    def __init__(self, kit: Kit, words: Words, width: float, grown: float) -> None:
        self.kit, self.words, self.width, self.grown = kit, words, width, grown

    def themes(self, drawn: Sequence[Cell], looks: Mapping[str, ThemeLook]) -> list[Block]:
        """Return a row for each theme that stands on the plan, in the order of all themes."""
        there = {exhibitor.theme for cell in drawn for exhibitor in cell.exhibitors}
        shown = [look for name, look in looks.items() if name in there]
        blocks = [self._swatch(look, look.name) for look in shown]
        if "" in there and shown:
            blocks.append(self._swatch(NOTHING, self.words.t("Without a theme")))
        return blocks

    def signs(self, drawn: Sequence[Cell], parts: Sequence[HallPart]) -> list[Block]:
        """Return a row for each sign that stands on the plan."""
        words = self.words
        powers = {booth.power for cell in drawn for booth in cell.booths}
        blocks = []
        if Power.V230 in powers:
            blocks.append(self._row(words.t("Power 230 V"), partial(_bolts, Power.V230)))
        if Power.V400 in powers:
            blocks.append(self._row(words.t("Power 400 V"), partial(_bolts, Power.V400)))
        if any(not cell.exhibitors and not cell.blocked for cell in drawn):
            blocks.append(self._row(words.t("free"), _free))
        if any(cell.blocked for cell in drawn):
            blocks.append(self._row(words.t("blocked"), _blocked))
        kinds = {part.kind for part in parts}
        if PartKind.ESCAPE_ROUTE in kinds:
            blocks.append(self._row(words.t("Escape route, keep clear"), _escape))
        if PartKind.EMERGENCY_EXIT in kinds:
            blocks.append(self._row(words.t("Emergency exit"), _exit))
        return [blocks[0]._replace(above=_GAP * self.grown), *blocks[1:]] if blocks else []

    def scale_bar(self, points_per_mm: float) -> Block:
        """Return a bar of some metres, as long as they are on this plan."""
        metres = self.longest_bar(points_per_mm)
        length, grown = metres * points_per_mm * 1000, self.grown
        marks = [(0.0, "0"), (length / 2, _metres(self.words, metres / 2)), (length, _metres(self.words, metres, "m"))]

        def draw(pen: Pen, x: float, top: float) -> None:
            line = 1.4 * grown
            ticks = "".join(path(((x + at, top), (x + at, top - 5 * grown)), closed=False) for at, _ in marks)
            pen.paper.stroke(ticks, INK, line * 0.6)
            pen.paper.box(x, top - 4 * grown, length, line, INK)
            for at, text in marks:
                told = one_line(pen.kit, text, Weight.REGULAR, _SMALL * grown)
                start = x + at - (told.block_width / 2 if at else 0.0)
                pen.put(told, start, top - 7 * grown, colour=INK)

        return Block(17 * grown, draw, above=_GAP * 1.6 * grown)

    def longest_bar(self, points_per_mm: float) -> float:
        """Return the largest round number of metres that is no longer than a scale bar may be."""
        longest = _LONGEST_BAR * self.grown / (points_per_mm * 1000)
        return max((bar for bar in _BARS if bar <= longest), default=_BARS[0])

    def north(self, degrees: float) -> Block:
        """Return an arrow that points north, so many degrees clockwise from up."""
        grown = self.grown
        half = 11 * grown

        def draw(pen: Pen, x: float, top: float) -> None:
            middle = x + half, top - half
            needle = [_turned(middle, degrees, across * grown, up * grown) for across, up in
                      ((0, 9.5), (4.2, -6), (0, -3), (-4.2, -6))]  # fmt: skip
            pen.paper.path(path(needle), INK)
            pen.paper.path(path((needle[0], needle[1], needle[2])), WHITE)
            pen.paper.stroke(path(needle), INK, 0.7 * grown)
            told = one_line(pen.kit, pen.words.t("North"), Weight.SEMIBOLD, TEXT * grown)
            pen.put(told, x + 2 * half + 3 * grown, top - half + told.block_height / 2)

        return Block(2 * half, draw, above=_GAP * grown)

    def index(self, drawn: Sequence[Cell], title: str) -> Iterator[Block]:
        """Yield who stands where, for those whose name found no room on the plan."""
        size = _SMALL * self.grown
        numbers = [" + ".join(booth.ref for booth in cell.booths) for cell in drawn]
        column = min(
            max((self.kit.width(each, Weight.BOLD, size) for each in numbers), default=0.0) + 0.6 * size,
            self.width * 0.45,
        )
        if title and drawn:
            yield self._heading(title)
        for cell, number in zip(drawn, numbers, strict=True):
            ref = self.kit.flow(number, Weight.BOLD, size, column - 0.4 * size, leading=1.2)
            name = self.kit.flow(unbroken(cell.name), Weight.REGULAR, size, self.width - column, leading=1.2)
            yield _entry(ref, name, column)

    def _heading(self, title: str) -> Block:
        text = self.kit.flow(title, Weight.SEMIBOLD, _SMALL * self.grown, self.width)
        return Block(text.block_height, lambda pen, x, top: pen.put(text, x, top, colour=MUTED),
                     above=_GAP * 1.4 * self.grown, head=True)  # fmt: skip

    def _swatch(self, look: ThemeLook, name: str) -> Block:
        def draw(pen: Pen, x: float, y: float, size: float) -> None:
            shape = rectangle(x, y + size / 2, size, size, 2 * self.grown)
            pen.paper.path(shape, look.colour)
            pen.paper.stroke(shape, booth_art.EDGE, 0.6 * self.grown)
            booth_art.draw_mark(pen, look, x + size / 2, y, size * 0.27)

        return self._row(name, draw)

    def _row(self, name: str, draw_sign: Sign) -> Block:
        size = _SWATCH * self.grown
        left = size * 1.6
        text = self.kit.flow(name, Weight.REGULAR, TEXT * self.grown, self.width - left, leading=1.2)
        height = max(text.block_height, size)

        def draw(pen: Pen, x: float, top: float) -> None:
            draw_sign(pen, x, top - height / 2, size)
            pen.put(pen.remarks.note(name, text), x + left, top - (height - text.block_height) / 2)

        return Block(height, draw, above=(_ROW - _SWATCH) * self.grown)


def _entry(ref: Fitted, name: Fitted, column: float) -> Block:
    def draw(pen: Pen, x: float, top: float) -> None:
        pen.put(ref, x, top)
        pen.put(pen.remarks.note(name.original, name), x + column, top)

    return Block(max(ref.block_height, name.block_height), draw, above=0.12 * ref.size)


def north_of(hall: Hall) -> float | None:
    """Return where north is on the plan of a hall, in degrees clockwise from up, if the event folder says so."""
    for name, value in hall.extra.items():
        if name.strip().casefold() in {"north", "norden", "north_deg"}:
            found = _DEGREES.match(value.strip())
            return float(found[1].replace(",", ".")) % FULL_TURN if found else None
    return None


def _metres(words: Words, metres: float, unit: str = "") -> str:
    text = decimal_text(words, metres, 2)
    return f"{text} {unit}" if unit else text


def _turned(middle: tuple[float, float], degrees: float, across: float, up: float) -> tuple[float, float]:
    turn = radians(degrees)
    return middle[0] + across * cos(turn) + up * sin(turn), middle[1] + up * cos(turn) - across * sin(turn)


def _bolts(power: Power, pen: Pen, x: float, y: float, size: float) -> None:
    booth_art.draw_bolts(pen, power, x + size * (0.72 if power is Power.V230 else 0.95), y, size * 0.85)


def _free(pen: Pen, x: float, y: float, size: float) -> None:
    shape = rectangle(x, y + size * 0.38, size, size * 0.76, size / 7)
    pen.paper.stroke(shape, booth_art.EDGE, size / 18, (size / 5, size / 7.5))


def _blocked(pen: Pen, x: float, y: float, size: float) -> None:
    shape = rectangle(x, y + size * 0.38, size, size * 0.76, size / 7)
    top, bottom = y + size * 0.38, y - size * 0.38
    cross = path(((x, top), (x + size, bottom)), closed=False) + path(((x, bottom), (x + size, top)), closed=False)
    pen.paper.stroke(cross, booth_art.BLOCKED_CROSS, size / 22)
    pen.paper.stroke(shape, booth_art.BLOCKED, size / 18, (size / 5, size / 7.5))


def _escape(pen: Pen, x: float, y: float, size: float) -> None:
    pen.paper.box(x, y + size * 0.3, size, size * 0.6, floor_art.ESCAPE)
    line = path(((x, y), (x + size, y)), closed=False)
    pen.paper.stroke(line, floor_art.ESCAPE_LINE, size / 16, (size / 4, size / 8))


def _exit(pen: Pen, x: float, y: float, size: float) -> None:
    floor_art.draw_arrow(pen, (x + size * 0.85, y), (1, 0), size * 0.42, floor_art.ESCAPE_LINE)
    bar = path(((x + size * 0.2, y + size / 2), (x + size * 0.2, y - size / 2)), closed=False)
    pen.paper.stroke(bar, floor_art.ESCAPE_LINE, size / 7, (size / 5, size / 9))
