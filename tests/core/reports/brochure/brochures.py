"""Brochures to print, of as many projects as wanted."""

import io
from collections.abc import Sequence

from eventdesk.drawing.kit import Kit
from eventdesk.reports.brochure.paper import brochure_paper
from eventdesk.reports.brochure.project import Brochure, Chapter, Facts, Project, Result
from eventdesk.reports.brochure.style import BrochureSize
from eventdesk.reports.brochure.texts import Texts
from tests.core.pdf_text import words_of

FACTS = Facts("4. Conference", "Workshop", "2017-03-06", "2017-03-06", "Stadthalle", "Am Markt 1", "Alliance", "en")
STORY = "Twice a week two people sit at one table, and both of them learn. " * 5


def project(number: int, **fields: str) -> Project:
    """Return a project that tells a little of itself."""
    told = {"name": f"Project {number:03d}", "blurb": "What it is about.", "portrait": f"{STORY}\n\n{STORY}"}
    return Project(number, **{**told, **fields})


def brochure(*themes: int, greeting: str = "", results: Sequence[Result] = (), **fields: str) -> Brochure:
    """Return a brochure with so many projects in each of its themes."""
    chapters, number = [], 0
    for place, count in enumerate(themes):
        there = tuple(project(number + each, **fields) for each in range(count))
        chapters.append(Chapter(f"Theme {place + 1}", there))
        number += count
    names = tuple(chapter.theme for chapter in chapters)
    return Brochure(FACTS, Texts(greeting=greeting, greeted_by="The team"), tuple(chapters), tuple(results), names)


def pages(found: Brochure, kit: Kit, size: BrochureSize = BrochureSize.A4) -> list[str]:
    """Return the text of each page."""
    return words_of(printed(found, kit, size))


def printed(found: Brochure, kit: Kit, size: BrochureSize = BrochureSize.A4) -> bytes:
    """Return the brochure as a file; everything in it has to fit."""
    out = io.BytesIO()
    report = brochure_paper(found, out, kit, size=size)
    assert not report.overflow
    assert not report.missing_glyphs
    return out.getvalue()
