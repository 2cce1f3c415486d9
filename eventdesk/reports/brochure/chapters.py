"""The chapters: each theme begins with a coloured band across the page, then come its projects."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from eventdesk.drawing.colour import INK
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.fair.papers.booth_art import draw_mark
from eventdesk.fair.papers.themes import NOTHING, ThemeLook, theme_looks
from eventdesk.reports.brochure.entry import Album, Entry, Look, entries
from eventdesk.reports.brochure.page import Sheet, Tab
from eventdesk.reports.brochure.project import Brochure, Chapter
from eventdesk.reports.brochure.spread import spread, whites
from eventdesk.reports.brochure.style import Style
from eventdesk.reports.brochure.tile import draw_tile
from eventdesk.words import Words

_AIRY = ((0.27, 1.0), (0.23, 1.0), (0.19, 1.0), (0.17, 0.6))
"""How high the band is, per height of the page, and how much of the white between projects is needed at least.

The first of these is taken, unless another one saves a page.
"""
_TILES = 0.46
"""The ornaments take so much of the width of a band at most."""
_STRETCH = 1.9


class Told(NamedTuple):
    """The pages of a chapter, and on which of them each project begins, counted from 0."""

    sheets: tuple[Sheet, ...]
    begins: dict[int, int]


def chapter_name(words: Words, brochure: Brochure, chapter: Chapter) -> str:
    """Return what a chapter is called; without a theme, by what it holds."""
    if chapter.theme:
        return chapter.theme
    return words.t("More projects") if len(brochure.chapters) > 1 else words.t("The projects")


def looks_of(brochure: Brochure) -> dict[str, ThemeLook]:
    """Return how each theme of the brochure is shown: as on the plans of the same event."""
    themes = (*brochure.themes, *(chapter.theme for chapter in brochure.chapters))
    return {**theme_looks(themes), "": NOTHING}


def chapter_sheets(brochure: Brochure, place: int, kit: Kit, words: Words, style: Style, album: Album) -> Told:
    """Lay out one chapter, the how manieth `place` says."""
    chapter = brochure.chapters[place]
    theme = looks_of(brochure)[chapter.theme]
    look = Look(kit, words, style, theme.colour, album)
    placed = [entry for project in chapter.projects for entry in entries(project, look, style.text_height)]
    heights = [entry.height for entry in placed]
    airs = [_Air(style.height * band, style.between * share) for band, share in _AIRY]
    laid = [(air, spread(heights, air.between, (_below(style, air), style.text_height))) for air in airs]
    air, pages = min(laid, key=lambda each: len(each[1]))
    tab = Tab(theme.colour, place, len(brochure.chapters))
    name = chapter_name(words, brochure, chapter)
    opener = _Opener(chapter, name, theme, air.band)
    sheets = []
    for at, page in enumerate(pages):
        last = at == len(pages) - 1
        sheets.append(_sheet(placed[page.start : page.stop], look, tab, name, None if at else opener, air, last=last))
    begins = {placed[each].project.number: at for at, page in enumerate(pages) for each in page if placed[each].first}
    return Told(tuple(sheets), begins)


class _Opener(NamedTuple):
    chapter: Chapter
    name: str
    theme: ThemeLook
    band: float


class _Air(NamedTuple):
    band: float
    between: float


def _below(style: Style, air: _Air) -> float:
    """Return how much room there is below a band."""
    return style.height - air.band - style.below - style.between


def _sheet(
    placed: Sequence[Entry], look: Look, tab: Tab, name: str, opener: _Opener | None, air: _Air, *, last: bool
) -> Sheet:
    def draw(pen: Pen, area: Area, _number: int) -> None:
        style = look.style
        top, room = area.top, area.height
        if opener is not None:
            _draw_band(pen, look, opener, area.left)
            top = style.height - opener.band - style.between
            room = top - area.bottom
        heights = [entry.height for entry in placed]
        most = style.between if last else style.between * _STRETCH
        white = whites(heights, air.between, room, most)
        for entry in placed:
            entry.draw(pen, look, area.left, top)
            top -= entry.height + white

    marks = tuple(entry.project.name for entry in placed if entry.first)
    return Sheet(draw, name, tab, opens=opener is not None, marks=marks)


def _draw_band(pen: Pen, look: Look, opener: _Opener, left: float) -> None:
    style, colour, band = look.style, opener.theme.colour, opener.band
    pen.paper.box(0, style.height, style.width, band, colour)
    tiles = _draw_tiles(pen, opener, style)
    width = style.width - left - tiles - style.gutter
    size = style.heading * 1.15
    room = Room(width, band * 0.62, size, style.name * 0.7, 4, 1.12, 0.95)
    heading = pen.fit_whole(opener.name, Weight.BOLD, room, opener.name)
    count = pen.words.n("one project", "{count} projects", len(opener.chapter.projects))
    small = pen.fit(count, Weight.REGULAR, Room(width, style.lead * 1.5, style.lead, style.small), opener.name)
    foot = style.height - band + style.between * 0.9
    pen.put_first(heading, left, foot + small.block_height + style.small * 0.6 + heading.block_height)
    pen.put(small, left + style.lead * 1.5, foot + small.block_height, colour=INK)
    draw_mark(pen, opener.theme, left + style.lead * 0.5, foot + small.block_height * 0.52, style.lead * 0.42)


def _draw_tiles(pen: Pen, opener: _Opener, style: Style) -> float:
    """Draw an ornament for each project at the right of a band; returns how wide they are together."""
    band, colour = opener.band, opener.theme.colour
    count = len(opener.chapter.projects)
    rows = next((rows for rows in range(2, 9) if rows * int(style.width * _TILES / (band / rows)) >= count), 8)
    side = band / rows
    columns = min(ceil(count / rows), int(style.width * _TILES / side))
    for at, project in enumerate(opener.chapter.projects[: rows * columns]):
        column, row = divmod(at, rows)
        draw_tile(pen, project.name, colour, style.width - (columns - column) * side, style.height - row * side, side)
    return columns * side


def all_chapters(brochure: Brochure, kit: Kit, words: Words, style: Style, album: Album) -> Iterator[Told]:
    """Yield the pages of all chapters."""
    for place in range(len(brochure.chapters)):
        yield chapter_sheets(brochure, place, kit, words, style, album)
