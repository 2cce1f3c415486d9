"""Lines of a list: a tick box, texts in columns of fixed width, a hairline below."""

from collections.abc import Sequence
from typing import NamedTuple

from eventdesk.drawing.colour import INK, Colour
from eventdesk.drawing.fitting import Align, Fitted
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import LINE, Pen
from eventdesk.drawing.shapes import path, rectangle

TEXT = 9.0
SMALL = 7.5
HAIR = 0.5
_TICK = 9.0


class Text(NamedTuple):
    """A text in a cell: its weight, size and colour."""

    text: str
    weight: Weight = Weight.REGULAR
    size: float = TEXT
    colour: Colour = INK


class Tick(NamedTuple):
    """A box to be ticked."""

    ticked: bool = False


class Column(NamedTuple):
    """Where a column begins, how wide it is, and what its texts are flush with."""

    left: float
    width: float
    align: Align = Align.LEFT


Cell = Tick | tuple[Text, ...]


def row(kit: Kit, columns: Sequence[Column], cells: Sequence[Cell], *, about: str, pad: float = 5.0) -> Block:
    """Return one line of a list; the texts of a cell stand below each other, all of them whole."""
    fitted = [
        cell if isinstance(cell, Tick) else [(text, _flow(kit, text, column)) for text in cell if text.text]
        for column, cell in zip(columns, cells, strict=True)
    ]
    heights = [
        _TICK if isinstance(cell, Tick) else sum(each.block_height for _, each in cell) for cell in fitted
    ]  # fmt: skip
    height = max(heights) + 2 * pad
    right = columns[-1].left + columns[-1].width

    def draw(pen: Pen, x: float, top: float) -> None:
        for column, cell in zip(columns, fitted, strict=True):
            if isinstance(cell, Tick):
                tick_box(pen, x + column.left, top - pad, _TICK, ticked=cell.ticked)
                continue
            below = top - pad
            for text, each in cell:
                pen.put(pen.remarks.note(about, each), x + column.left, below, column.align, text.colour)
                below -= each.block_height
        pen.paper.box(x, top - height + HAIR, right, HAIR, LINE)

    return Block(height, draw)


def heading(kit: Kit, columns: Sequence[Column], names: Sequence[str], colour: Colour) -> Block:
    """Return the line with the names of the columns."""
    cells: list[Cell] = [(Text(name, Weight.SEMIBOLD, SMALL, colour),) for name in names]
    return row(kit, columns, cells, about="", pad=3.0)


def paragraph(kit: Kit, text: Text, width: float, *, above: float = 0.0, head: bool = False) -> Block:
    """Return a text over the whole width."""
    fitted = kit.flow(text.text, text.weight, text.size, width)

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.put(pen.remarks.note(text.text, fitted), x, top, colour=text.colour)

    return Block(fitted.block_height, draw, above, head)


def tick_box(pen: Pen, x: float, top: float, size: float, *, ticked: bool = False) -> None:
    """Draw a box for a tick, perhaps with the tick in it."""
    pen.paper.stroke(rectangle(x, top, size, size, size / 5), INK, size / 11)
    if ticked:
        points = [(x + size * across, top - size * down) for across, down in ((0.2, 0.52), (0.43, 0.75), (0.8, 0.25))]
        pen.paper.stroke(f"1 J 1 j\n{path(points, closed=False)}", INK, size / 7)


def _flow(kit: Kit, text: Text, column: Column) -> Fitted:
    """Return a text as wide as its column, so that it can be flush with either side."""
    return kit.flow(text.text, text.weight, text.size, column.width, leading=1.25)
