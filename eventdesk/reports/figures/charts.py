"""Charts as blocks of a page: large numbers, columns over time, bars. They can be read without colour."""

from collections.abc import Sequence

from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import LINE, Pen, one_line
from eventdesk.drawing.pages.table import HAIR
from eventdesk.drawing.shapes import rectangle
from eventdesk.reports.figures.figure import DayFigures
from eventdesk.reports.figures.telling import Number

PALE = Colour.parse("#dde1ea")
BLUE = Colour.parse("#8c9fcb")
_VALUE, _CAPTION = 30.0, 9.0
_LABEL, _SMALL = 9.0, 7.5
_THICK = 9.0
_ROUND = 2.0
_GAP = 8.0
_TICKS = 12.0
_LONGEST_LABEL = 24.0
"""The least room between two times under a chart, in points."""


def numbers(kit: Kit, found: Sequence[Number], width: float, *, size: float = _VALUE, across: int = 4) -> Block:
    """Return large numbers beside each other, with what they are below."""
    step = width / across
    inner = step - _GAP
    values = [one_line(kit, str(each.value), Weight.BOLD, size) for each in found]
    labels = [kit.flow(each.label, Weight.REGULAR, _CAPTION, inner, leading=1.25) for each in found]
    high = max(each.block_height for each in values)
    height = high + max(each.block_height for each in labels) + 2.0

    def draw(pen: Pen, x: float, top: float) -> None:
        for at, (value, label) in enumerate(zip(values, labels, strict=True)):
            pen.put(value, x + at * step, top)
            pen.put(pen.remarks.note(label.original, label), x + at * step, top - high - 2.0, colour=MUTED)

    return Block(height, draw)


def columns(kit: Kit, day: DayFigures, width: float, height: float, peak: str) -> Block:
    """Return arrivals as columns, full hours below, and what is to be said of the highest column above it."""
    arrivals, minutes = day.arrivals, day.minutes
    most = max(people for _, people in arrivals)
    step = width / max(len(arrivals), 24)
    thick = min(step * 0.78, 16.0)
    told = one_line(kit, peak, Weight.SEMIBOLD, _LABEL)
    above, below = told.block_height + 3.0, _TICKS + 2.0
    room = height - above - below
    hour = step * 60 / minutes
    every = next((number for number in (1, 2, 3, 4, 6, 12) if number * hour >= _LONGEST_LABEL), 24)

    def draw(pen: Pen, x: float, top: float) -> None:
        base = top - above - room
        for at, (time, people) in enumerate(arrivals):
            left, high = x + at * step, room * people / most
            if high:
                pen.paper.path(rectangle(left, base + high, thick, high, min(_ROUND, high / 2)), BLUE)
            if people == most:
                shift = min(max(left + thick / 2 - told.block_width / 2, x), x + width - told.block_width)
                pen.put(told, shift, base + high + above - 1.0)
            if time.endswith(":00") and int(time[:2]) % every == 0:
                pen.paper.box(left, base, HAIR, 3.0, LINE)
                tick = one_line(pen.kit, time, Weight.REGULAR, _SMALL)
                pen.put(tick, min(left, x + width - tick.block_width), base - 4.0, colour=MUTED)
        pen.paper.box(x, base, width, HAIR, LINE)

    return Block(height, draw)


class Bars:
    """A chart of lines, each with its label, a bar, and its figures; `most` is what a whole bar stands for."""

    def __init__(self, kit: Kit, width: float, most: int, *, label: float = 0.38, told: float = 0.22) -> None:
        """Take what part of the width labels and figures have."""
        self.kit, self.width, self.most = kit, width, max(most, 1)
        self.label, self.told = width * label, width * told

    def line(self, label: str, part: int, whole: int, told: str, under: str = "") -> Block:
        """Return one line: `part` is dark, what is missing to `whole` pale."""
        kit, inner = self.kit, self.label - _GAP
        name = kit.flow(label, Weight.SEMIBOLD, _LABEL, inner, leading=1.2)
        more = kit.flow(under, Weight.REGULAR, _SMALL, inner, leading=1.2) if under else None
        room = Room(self.told - 2.0, _LABEL * 1.4, _LABEL, _SMALL * 0.8)
        figures = kit.fit(told, Weight.REGULAR, room, tabular=True)
        height = max(name.block_height + (more.block_height if more else 0.0), _THICK + 3.0) + 5.0
        across = self.width - self.label - self.told

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.put(pen.remarks.note(label, name), x, top)
            if more is not None:
                pen.put(pen.remarks.note(under, more), x, top - name.block_height, colour=MUTED)
            left, upper = x + self.label, top - 1.5
            for people, colour in ((whole, PALE), (part, INK)):
                if people:
                    long = max(across * people / self.most, 1.5)
                    pen.paper.path(rectangle(left, upper, long, _THICK, _ROUND), colour)
            pen.put(pen.remarks.note(label, figures), x + self.width - room.width, top, Align.RIGHT)

        return Block(height, draw)


def beside(left: Sequence[Block], right: Sequence[Block], shift: float, most: float) -> list[Block]:
    """Return two lists of blocks beside each other, those at the right from `shift` on.

    What would be higher than `most` stands below each other instead, so that pages can be filled with it.
    """
    one, other = stacked(left), stacked(right)
    if max(one.height, other.height) > most:
        return [*left, *right]

    def draw(pen: Pen, x: float, top: float) -> None:
        one.draw(pen, x, top)
        other.draw(pen, x + shift, top)

    above = max((each.above for each in (*left[:1], *right[:1])), default=0.0)
    return [Block(max(one.height, other.height), draw, above)]


def stacked(blocks: Sequence[Block]) -> Block:
    """Return blocks below each other as one that is not torn apart."""
    height = sum(block.height + (block.above if at else 0.0) for at, block in enumerate(blocks))

    def draw(pen: Pen, x: float, top: float) -> None:
        for at, block in enumerate(blocks):
            top -= block.above if at else 0.0
            block.draw(pen, x, top)
            top -= block.height

    return Block(height, draw, blocks[0].above if blocks else 0.0)


def title(kit: Kit, text: str, width: float, *, above: float = 16.0) -> Block:
    """Return the title of a part of a page."""
    fitted = kit.flow(text, Weight.BOLD, 12.0, width, leading=1.2)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.put(pen.remarks.note(text, fitted), x, top)

    return Block(fitted.block_height + 5.0, draw, above, head=True)
