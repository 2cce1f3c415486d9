"""A reportlab canvas whose pages are compressed and written as soon as they are finished.

Import this module only where a PDF is made: it loads reportlab.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from eventdesk.drawing.about import About
from eventdesk.drawing.bookmarks import Bookmark
from eventdesk.drawing.colour import Colour
from eventdesk.drawing.document import StreamedDocument
from eventdesk.drawing.embedding import packed, stream
from eventdesk.drawing.fitting import Align, Fitted
from eventdesk.drawing.pen import TextPen
from eventdesk.drawing.picture import Picture
from eventdesk.drawing.shapes import Matrix


class Paper(Canvas):
    """A document with pages of one size, in points, unless they are resized. The same drawing gives the same bytes."""

    _code: list[str]
    _doc: StreamedDocument
    _pagesize: tuple[float, float]
    _annotationrefs: list[Any]
    _formsinuse: list[str]
    _shadingUsed: dict[str, Any]  # noqa: N815 - reportlab names it
    _colorsUsed: dict[str, Any]  # noqa: N815
    _extgstate: Any
    _startPage: Callable[[], None]  # noqa: N815

    def __init__(self, out: BinaryIO, size: tuple[float, float], about: About) -> None:
        super().__init__(out, pagesize=size, pageCompression=1, invariant=1)
        self._doc = StreamedDocument(out, about.language)
        self.setTitle(about.title)
        self.setAuthor(about.author)
        self.setCreator("eventdesk")
        self._preamble = ""
        self._shared: Any = pdfdoc.PDFResourceDictionary()
        self._shared.basicFonts()
        self._resources = self._doc.number(self._shared)
        self._pages = self._doc.number(self._doc.Pages)
        self._doc.share_with_pages(size, self._shared)
        self._pen = TextPen(self._doc.delayedFonts.append)
        self._usual = size
        self._begun: list[tuple[str, bool]] = []

    def resize(self, size: tuple[float, float]) -> None:
        """Let this page and those after it have another size, in points."""
        self._pagesize = size

    def text(self, fitted: Fitted, x: float, y: float, align: Align, colour: Colour) -> None:
        """Draw a fitted text; (x, y) is the upper left corner of its block, within which its lines are aligned."""
        self._pen.write(self._code, fitted, x, y, align, colour)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle; (x, y) is its upper left corner, in points."""
        self._code.append(f"q {colour.fill} {x:.2f} {y - height:.2f} {width:.2f} {height:.2f} re f Q")

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of a page, in points."""
        return self._pagesize

    def path(self, operators: str, colour: Colour) -> None:
        """Fill the path that `operators` describe, in a coordinate system that they may change."""
        self._code.append(f"q {colour.fill}\n{operators}f Q")

    def shape(self, operators: str, colour: Colour) -> None:
        """Fill a path that has holes: what lies within an even number of its outlines stays as it is."""
        self._code.append(f"q {colour.fill}\n{operators}f* Q")

    def stroke(self, operators: str, colour: Colour, width: float, dashes: tuple[float, ...] = ()) -> None:
        """Draw a line along the path that `operators` describe; widths and lengths of dashes in points."""
        pattern = f"[{' '.join(f'{each:.2f}' for each in dashes)}] 0 d " if dashes else ""
        self._code.append(f"q {colour.line} {width:.2f} w {pattern}\n{operators}S Q")

    @contextmanager
    def clipped(self, operators: str) -> Iterator[None]:
        """Show what is drawn inside only within the path that `operators` describe."""
        self._code.append(f"q\n{operators}W n")
        yield
        self._code.append("Q")

    @contextmanager
    def moved(self, matrix: Matrix) -> Iterator[None]:
        """Draw what is drawn inside in another system of coordinates."""
        self._code.append(_moving(matrix))
        yield
        self._code.append("Q")

    @contextmanager
    def form(self, name: str, size: tuple[float, float] | None = None) -> Iterator[None]:
        """Collect what is drawn inside as a form, to be put on any page with `place`; it may not use other forms.

        What lies outside of `size`, by default that of the page, is not shown.
        """
        outside, self._code = self._code, []
        yield
        entries = (
            f"/Type /XObject /Subtype /Form {_box('BBox', size or self._pagesize)} /Resources {self._resources} 0 R"
        )
        self._shared.XObject[name] = b"%d 0 R" % self._doc.write_object(self._collected(entries))
        self._code = outside

    def place(self, name: str) -> None:
        """Put a form on the page."""
        self._code.append(f"/{name} Do")

    def keep(self, name: str, picture: Picture) -> None:
        """Write a picture into the file, to be put on any page with `show`."""
        entries, mask = picture.entries, picture.mask
        if mask is not None:
            entries += f" /SMask {self._doc.write_object(packed(mask, picture.mask_entries))} 0 R"
        self._shared.XObject[name] = b"%d 0 R" % self._doc.write_object(packed(picture.data, entries))

    def show(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Put a picture on the page; (x, y) is its upper left corner, in points."""
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {y - height:.2f} cm /{name} Do Q")

    def bookmark(self, title: str, *, below: bool = False) -> None:
        """Let a part begin on this page, which viewers show beside the pages; `below`: as one of the part before."""
        self._begun.append((title, below))

    def showPage(self) -> None:  # noqa: N802 - reportlab names it
        """Finish the page. What is not text, path or form of ours is left to reportlab."""
        used = (self._annotationrefs, self._formsinuse, self._shadingUsed, self._colorsUsed)
        if any(used) or self._extgstate.getState():
            super().showPage()
            return
        document = self._doc
        content = document.write_object(self._collected())
        box = "" if self._pagesize == self._usual else _box("MediaBox", self._pagesize)
        page = f"<</Type/Page{box}/Parent {self._pages} 0 R/Contents {content} 0 R>>"
        number = document.write_small(page.encode("ascii"))
        document.Pages.addPage(b"%d 0 R" % number)
        document.bookmarks += [Bookmark(title, number, below) for title, below in self._begun]
        self._begun = []
        document.pageCounter += 1
        document.inObject = None
        self._startPage()

    def _collected(self, entries: str = "") -> bytes:
        """Return what was drawn so far as a stream object with these dictionary entries."""
        return stream("\n".join(self._code).encode("latin-1"), entries)


@lru_cache(maxsize=64)
def _moving(matrix: Matrix) -> str:
    """Return the operators that change coordinates: on every page the same ones, for the places of a sheet."""
    return f"q {' '.join([_number(part) for part in matrix])} cm"


def _number(value: float) -> str:
    """Return a number with four decimals at most."""
    return str(value) if isinstance(value, int) else f"{value:.4f}".rstrip("0").rstrip(".")


def _box(kind: str, size: tuple[float, float]) -> str:
    return f"/{kind} [0 0 {size[0]:.4f} {size[1]:.4f}]"
