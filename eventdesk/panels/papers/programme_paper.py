"""The programme for everybody: each day as a grid on A4 or larger, then all sessions as a list."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Draw, Leaf, Pen, body, one_line, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.paper_size import Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import HAIR, Column, Text, row
from eventdesk.panels.papers.agenda import Agenda, Item
from eventdesk.panels.papers.grid import Detail, Grid, Sheet, Style
from eventdesk.panels.papers.grid_layout import Band, bands, columns_of
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.telling import crew_lines, joined, languages_text, moderators_text, time_text, title_text
from eventdesk.words import Words
from eventdesk.words.days import days_text

_STYLES = (
    *(Style(scale, Detail.ALL) for scale in (1.35, 1.25, 1.15, 1.08, 1.0, 0.94, 0.88)),
    *(Style(scale, Detail.NAMES) for scale in (1.0, 0.92, 0.85)),
    *(Style(scale, Detail.NOTHING) for scale in (0.92, 0.85)),
)
"""What is tried in turn until a day fits on a page: the letters grow smaller, then less is told; the list tells all."""

_TORN = (Style(1.0, Detail.ALL), Style(0.92, Detail.NAMES), Style(0.85, Detail.NOTHING))
"""What is tried in turn for a day that needs several pages."""

_LEAST_COLUMN = 92.0
"""A room's column is at least so wide on A4, in points at a scale of 1."""

_WIDE = 3
"""So many rooms side by side lay the page on its side."""


def programme(
    agenda: Agenda,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    size: PaperSize = PaperSize.A4,
    landscape: bool | None = None,
    grid: bool = True,
    listed: bool = True,
) -> PaperReport:
    """Write the programme as a grid for each day, as a list, or as both.

    A day that cannot be drawn as a grid, because too much is on at once, stands in the list alone, which is written
    then. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    leaves: list[Leaf] = []
    undrawn = False
    for day in agenda.days if grid else ():
        found = list(_day_leaves(agenda, kit, words, day, _Page(size, landscape)))
        leaves += found
        undrawn = undrawn or not found
    if listed or undrawn or not leaves:
        leaves += _list_leaves(agenda, kit, words)
    return write_leaves(leaves, out, kit, imprint, Remarks())


class _Page:
    """What a page of the grid is like: its size, and how it lies; None: as the rooms need it."""

    def __init__(self, size: PaperSize, landscape: bool | None) -> None:
        self.size, self.landscape = size, landscape

    def points(self, rooms: int) -> tuple[float, float]:
        """Return width and height for so many rooms side by side."""
        lying = rooms >= _WIDE if self.landscape is None else self.landscape
        return self.size.points(landscape=lying)


def _day_leaves(agenda: Agenda, kit: Kit, words: Words, day: str, page: _Page) -> Iterator[Leaf]:
    items = [item for item in agenda.items if item.timed is not None and item.day == day]
    columns = columns_of(items)
    points = page.points(_abreast(bands(items, columns)))
    title = words.t("Programme")
    subtitle = days_text(words, day, day)
    area = body(points, page.size.scale, subtitle=bool(subtitle))
    drawer = Grid(agenda, kit, words, area.width)
    for sheet in _sheets(drawer, items, columns, area, page.size.scale):
        yield Leaf(points, page.size.scale, title, subtitle, _drawn(drawer, sheet))


def _abreast(found: Sequence[Band]) -> int:
    """Return how many sessions stand side by side at most if every room has its column."""
    lanes: dict[int, int] = {}
    for band in found:
        for cell in band.cells if not band.wide else ():
            lanes[cell.column] = max(lanes.get(cell.column, 1), cell.lanes)
    return sum(lanes.values())


def _drawn(drawer: Grid, sheet: Sheet) -> Draw:
    def draw(pen: Pen, area: Area) -> None:
        drawer.draw(pen, sheet, area)

    return draw


def _sheets(drawer: Grid, items: Sequence[Item], columns: Sequence[int], area: Area, grown: float) -> list[Sheet]:
    """Return the pages of a day: one if its sessions fit on it, else several; none if one band alone is too high."""
    if not items:
        return []
    most = max(1, int(area.width / (_LEAST_COLUMN * grown)))
    if len(columns) <= most:
        for style in _STYLES:
            whole = Sheet(bands(items, columns), tuple(columns), Style(style.scale * grown, style.detail))
            if drawer.height(whole) <= area.height:
                return [whole]
    for across in range(min(most, max(1, len(columns))), 0, -1):
        for style in _TORN:
            found = _torn(drawer, items, _parts(columns, across), Style(style.scale * grown, style.detail), area.height)
            if found:
                return found
    return []


def _parts(columns: Sequence[int], across: int) -> list[Sequence[int]]:
    """Return columns in parts that are as even as can be, none of more than `across`."""
    count = -(-len(columns) // across) or 1
    each = -(-len(columns) // count)
    return [columns[at : at + each] for at in range(0, len(columns), each)] or [()]


def _torn(
    drawer: Grid, items: Sequence[Item], parts: Sequence[Sequence[int]], style: Style, height: float
) -> list[Sheet]:
    """Return sheets with as many bands as fit on each; none if one of them does not fit alone."""
    found: list[Sheet] = []
    for columns in parts:
        page: list[Band] = []
        for band in bands(items, columns):
            if drawer.height(Sheet((band,), tuple(columns), style)) > height:
                return []
            if page and drawer.height(Sheet((*page, band), tuple(columns), style)) > height:
                found.append(Sheet(tuple(page), tuple(columns), style))
                page = []
            page.append(band)
        if page:
            found.append(Sheet(tuple(page), tuple(columns), style))
    return found


# ---- the list


def _list_leaves(agenda: Agenda, kit: Kit, words: Words) -> list[Leaf]:
    listing = Listing(words.t("Programme from start to end"))
    blocks = list(_Lister(agenda, kit, words, listing.width).blocks())
    return listing.leaves(kit, blocks, words.t("There are no sessions yet."))


class _Lister:
    """Makes the entries of the list, as wide as the page."""

    def __init__(self, agenda: Agenda, kit: Kit, words: Words, width: float) -> None:
        self.agenda, self.kit, self.words, self.width = agenda, kit, words, width
        where = width * 0.24
        self.columns = Column(0.0, where), Column(where + 12.0, width - where - 12.0)

    def blocks(self) -> Iterator[Block]:
        """Yield the sessions below their times, the days above them if there are several."""
        several = len(self.agenda.days) > 1
        day = ""
        for (when, time), items in groupby(self.agenda.items, self._when):
            if several and when != day:
                day = when
                if day:
                    yield self._head(days_text(self.words, day, day), 13.0, above=22.0)
            yield self._head(time or self._open(), 11.0, above=14.0)
            for item in items:
                yield self._entry(item)

    def _when(self, item: Item) -> tuple[str, str]:
        return item.day, time_text(item.slot) if item.slot is not None else ""

    def _open(self) -> str:
        return self.words.t("Time still open")

    def _head(self, told: str, size: float, above: float) -> Block:
        text = one_line(self.kit, told, Weight.BOLD, size)

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.put(text, x, top)
            pen.paper.box(x, top - text.block_height - 1.5, self.width, HAIR * 2, INK)

        return Block(text.block_height + 3.0, draw, above=above, head=True)

    def _entry(self, item: Item) -> Block:
        session, room = item.session, item.room
        hall = self.agenda.hall(room) if room is not None else ""
        name = room.name if room is not None else self.words.t("Room still open")
        where = (
            Text(name, Weight.SEMIBOLD, 10.0, INK if room is not None else MUTED),
            Text(hall if hall != name else "", Weight.REGULAR, 8.5, MUTED),
        )
        told = (
            *crew_lines(self.agenda.who(session.speakers)),
            moderators_text(self.words, self.agenda, session, organisations=True),
            joined((languages_text(self.words, self.agenda, session), session.note)),
        )
        what = (
            Text(title_text(session), Weight.BOLD, 10.5),
            *(Text(text, Weight.REGULAR, 9.0, MUTED) for text in told),
        )
        return row(self.kit, self.columns, (where, what), about=session.title, pad=5.0)
