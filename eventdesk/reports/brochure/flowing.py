"""Pages of running text below a heading: the greeting, what the forums found, the contents, the index."""

from collections.abc import Callable, Sequence

from eventdesk.drawing.colour import INK, Colour
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import EM, Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, Page, column_width, draw_page, pages
from eventdesk.drawing.pages.leaves import LINE, Pen
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.shapes import path
from eventdesk.reports.brochure.page import Sheet
from eventdesk.reports.brochure.setting import Face, Line, draw_lines, set_text
from eventdesk.reports.brochure.style import Style

_SCALES = (1.0, 0.95, 0.9, 0.84)
_FIRST = 0.155
"""The contents of a first page begin so much below its top, per height of the page."""


def on_one_page(lay_out: Callable[[float], list[Sheet]]) -> list[Sheet]:
    """Return what `lay_out` makes at the largest scale at which it is one page, or else in full size."""
    for scale in _SCALES:
        found = lay_out(scale)
        if len(found) == 1:
            return found
    return lay_out(1.0)


def heading_height(style: Style) -> float:
    """Return how much a heading takes from the top of the contents of a page."""
    return style.height * _FIRST - style.above * 0.4


def flowing(style: Style, heading: str, blocks: Sequence[Block], *, columns: int = 1, even: bool = True) -> list[Sheet]:
    """Return pages with blocks in columns, the first one with a heading."""
    white = heading_height(style)
    rest = list(blocks)
    first = _first_page(rest, style.text_height - white, columns, even=even)
    found = [_sheet(style, heading, first, columns, white)]
    left = rest[len(first) :]
    found += [_sheet(style, heading, page, columns, 0.0) for page in pages(left, style.text_height, columns, even=even)]
    return found


def _first_page(blocks: Sequence[Block], height: float, columns: int, *, even: bool) -> Page:
    found = pages(blocks, height, columns, even=even)
    return found[0] if found else ()


def _sheet(style: Style, heading: str, page: Page, columns: int, white: float) -> Sheet:
    def draw(pen: Pen, area: Area, _number: int) -> None:
        if white:
            draw_heading(pen, style, heading, area)
        inner = Area(area.left, area.top - white, area.width, area.height - white)
        draw_page(pen, page, inner, columns, style.gutter)

    return Sheet(draw, heading, opens=bool(white))


def draw_heading(pen: Pen, style: Style, heading: str, area: Area) -> None:
    """Draw the heading of a part at the top of a page."""
    room = Room(area.width, style.heading * 2.6, style.heading, style.name, 2, 1.12)
    pen.put_first(pen.fit_whole(heading, Weight.BOLD, room, heading), area.left, area.top + style.above * 0.15)


def width_of_column(style: Style, columns: int) -> float:
    """Return how wide each of some columns is."""
    return column_width(style.text_width, columns, style.gutter)


def text_blocks(lines: Sequence[Line], width: float, about: str, *, head: bool = False) -> list[Block]:
    """Return lines as blocks, so that a column may end behind each of them."""

    def drawing(line: Line) -> Callable[[Pen, float, float], None]:
        def draw(pen: Pen, x: float, top: float) -> None:
            draw_lines(pen, [line], x, top, width, about)

        return draw

    return [Block(line.height, drawing(line), line.above, head) for line in lines]


def leader_block(
    kit: Kit, text: str, page: str, face: Face, width: float, *, above: float = 0.0, head: bool = False
) -> Block:
    """Return a name, a row of dots and a number; the dots begin behind the last line of the name."""
    number = kit.line(page, Weight.SEMIBOLD, face.size, tabular=True)
    column = max(kit.width("000", Weight.SEMIBOLD, face.size, tabular=True), number.block_width) + face.size * 0.8
    lines = set_text(kit, text, face, width - column)
    height = sum(line.height for line in lines)

    def draw(pen: Pen, x: float, top: float) -> None:
        end = draw_lines(pen, lines, x, top, width - column, text)
        _put_number(pen, number, x + width, end, face)
        last = lines[-1].fitted if lines else None
        if last is not None and not last.right_to_left:
            start = x + last.lines[0].width * last.size / EM + face.size * 0.5
            _dots(pen, start, x + width - number.block_width - face.size * 0.5, end + face.size * 0.42, LINE)

    return Block(height, draw, above, head)


def _put_number(pen: Pen, number: Fitted, right: float, bottom: float, face: Face) -> None:
    pad = (face.size * face.leading - number.block_height) / 2
    pen.put(number, right - number.block_width, bottom + pad + number.block_height, Align.LEFT, INK)


def _dots(pen: Pen, start: float, end: float, low: float, colour: Colour) -> None:
    if end > start + 3.0:
        pen.paper.stroke(f"1 J\n{path(((start, low), (end, low)), closed=False)}", colour, 0.7, (0.01, 3.0))
