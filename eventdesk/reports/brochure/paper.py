"""Writes the brochure as a PDF: lays all parts out, counts their pages, and draws them."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from eventdesk.badges.stock import read_pictures
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.paper_size import Area
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.reports.brochure import front
from eventdesk.reports.brochure.chapters import all_chapters
from eventdesk.reports.brochure.entry import UPRIGHT, Album, Kept
from eventdesk.reports.brochure.index import Numbers, contents, index
from eventdesk.reports.brochure.page import Sheet, furnish
from eventdesk.reports.brochure.project import Brochure
from eventdesk.reports.brochure.style import STYLES, BrochureSize, Style
from eventdesk.reports.imprint import Imprint
from eventdesk.words import Words

_DOTS = 300 / 72
"""So many pixels a picture has per point of its width."""

_FOLDED = 4
"""So many pages a folded sheet has: the back of the brochure is the last of them."""


def brochure_paper(
    brochure: Brochure,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    size: BrochureSize = BrochureSize.A4,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write the brochure. The same brochure gives the same bytes; a path is written whole or not at all.

    `progress` is told the number of pages after each; what it raises cancels the work. Raises `KnownError` DISK_FULL or
    CANNOT_WRITE.
    """
    style, words = STYLES[size], Words(brochure.facts.language)
    pixels = round(style.side * _DOTS * UPRIGHT)
    album = {
        name: Kept(f"Picture{number}", picture)
        for number, (name, picture) in enumerate(read_pictures(brochure.pictures, pixels).items(), 1)
    }
    sheets = laid_out(brochure, kit, words, style, album)
    imprint = Imprint(brochure.title, "", brochure.facts.language, brochure.facts.venue, brochure.facts.organiser)
    leaves = [_leaf(sheet, number, style, brochure, album) for number, sheet in enumerate(sheets, 1)]
    return write_leaves(leaves, out, kit, imprint, Remarks(), progress=progress)


def laid_out(brochure: Brochure, kit: Kit, words: Words, style: Style, album: Album) -> list[Sheet]:
    """Return all pages in their order, with the numbers that contents and index tell."""
    chapters = list(all_chapters(brochure, kit, words, style, album))
    greeting = front.greeting(brochure, kit, words, style)
    results = front.results(brochure.results, kit, words, style)
    before = [sheets[0].head for sheets in (greeting, results) if sheets]
    after = [words.t("Index")]
    unknown = Numbers({}, {}, {})
    opening = 2 + len(contents(brochure, kit, words, style, unknown, before, after))
    at = opening + 1
    parts: dict[str, int] = {}
    for sheets in (greeting, results):
        if sheets:
            parts[sheets[0].head] = at
        at += len(sheets)
    of_chapters: dict[int, int] = {}
    of_projects: dict[int, int] = {}
    for place, told in enumerate(chapters):
        of_chapters[place] = at
        of_projects |= {project: at + page for project, page in told.begins.items()}
        at += len(told.sheets)
    parts[after[0]] = at
    numbers = Numbers(parts, of_chapters, of_projects)
    found = [
        front.cover(brochure, words, style),
        front.imprint(brochure, kit, words, style),
        *contents(brochure, kit, words, style, numbers, before, after),
        *greeting,
        *results,
        *(sheet for told in chapters for sheet in told.sheets),
        *index(brochure, kit, words, style, numbers),
    ]
    found += [front.notes(words, style)] * (-(len(found) + 1) % _FOLDED)
    return [*found, front.back(brochure, words, style)]


def _leaf(sheet: Sheet, number: int, style: Style, brochure: Brochure, album: Album) -> Leaf:
    def draw(pen: Pen, _area: Area) -> None:
        if number == 1:
            for kept in album.values():
                pen.paper.keep(kept.key, kept.picture)
        if sheet.opens:
            pen.paper.bookmark(sheet.head)
        for mark in sheet.marks:
            pen.paper.bookmark(mark, below=True)
        sheet.draw(pen, style.area(number), number)
        furnish(pen, style, sheet, number, brochure.title)

    return Leaf(style.size, 1.0, brochure.title, "", draw, bare=True)
