"""A page of the brochure before it is drawn, and what most pages share: head, number, the tab of the chapter."""

from collections.abc import Callable
from dataclasses import dataclass

from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.shapes import rectangle
from eventdesk.reports.brochure.style import Style

_TAB = 0.022
"""How wide a tab is, per width of the page."""


@dataclass(frozen=True, slots=True)
class Tab:
    """The coloured edge by which a chapter is found: the how manieth of how many."""

    colour: Colour
    place: int
    count: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `head` is what stands above it on the right of the fold; `draw` gets pen, area and number of the page.

    `opens`: it begins with a heading of its own and has no head above that; `bare`: it has no number, either.
    `marks` are what else begins on it, which viewers list beside the pages.
    """

    draw: Callable[[Pen, Area, int], None]
    head: str = ""
    tab: Tab | None = None
    opens: bool = False
    marks: tuple[str, ...] = ()
    bare: bool = False


def furnish(pen: Pen, style: Style, sheet: Sheet, number: int, title: str) -> None:
    """Draw what pages share: the title of the brochure on the left of the fold, that of the part on the right."""
    if sheet.tab is not None and not sheet.opens:
        _draw_tab(pen, style, sheet.tab, number)
    if sheet.bare:
        return
    left, width = style.left(number), style.text_width
    right_page = bool(number % 2)
    text = (sheet.head or title) if right_page else title
    align = Align.RIGHT if right_page else Align.LEFT
    if not sheet.opens:
        head = pen.fit(text, Weight.REGULAR, Room(width, style.small * 1.5, style.small, style.small * 0.6), title)
        pen.put(head, left, style.height - style.above * 0.5, align, MUTED)
    foot = pen.fit(str(number), Weight.SEMIBOLD, Room(60, style.body * 1.4, style.body, style.small), str(number))
    pen.put(foot, left + (width - 60 if right_page else 0.0), style.below * 0.58, align, INK)


def _draw_tab(pen: Pen, style: Style, tab: Tab, number: int) -> None:
    width = style.width * _TAB
    room = style.text_height / max(tab.count, 1)
    high = min(room, style.height * 0.09)
    top = style.height - style.above - tab.place * room
    x = style.width - width if number % 2 else 0.0
    pen.paper.path(rectangle(x, top, width, high), tab.colour)
