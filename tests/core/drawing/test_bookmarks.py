"""Bookmarks: viewers list the parts of a document, each with its page."""

import io

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.drawing.about import About
from eventdesk.drawing.colour import INK
from eventdesk.drawing.paper import Paper

Part = tuple[str, bool]
parts = st.lists(st.tuples(st.sampled_from(["Sprache", "Café & Tee", "بيت", "(x)", "𝄞"]), st.booleans()), max_size=4)


def listed(pages: list[list[Part]]) -> list[tuple[int, str, int]]:
    """Return level, title and page of each bookmark of a document with these parts on its pages."""
    out = io.BytesIO()
    paper = Paper(out, (200, 200), About("Heft"))
    for begun in pages:
        for title, below in begun:
            paper.bookmark(title, below=below)
        paper.box(10, 100, 20, 20, INK)
        paper.showPage()
    paper.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    found = []
    for each in document.get_toc():
        place = each.get_dest()
        assert place is not None
        found.append((each.level, each.get_title(), place.get_index()))
    assert len(document) == len(pages)
    document.close()
    return found


@given(st.lists(parts, min_size=1, max_size=5))
def test_every_part_is_listed_with_its_page_in_order(pages: list[list[Part]]):
    wanted = [(title, below, page) for page, begun in enumerate(pages) for title, below in begun]
    expected = [(int(below and at > 0), title, page) for at, (title, below, page) in enumerate(wanted)]
    assert listed(pages) == expected


def test_a_document_without_parts_has_no_outline():
    out = io.BytesIO()
    paper = Paper(out, (200, 200), About("Heft"))
    paper.showPage()
    paper.save()
    assert b"Outlines" not in out.getvalue()
