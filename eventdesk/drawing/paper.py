"""A reportlab canvas whose pages are compressed and written as soon as they are finished.

Import this module only where a PDF is made: it loads reportlab.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from eventdesk.drawing.about import About
from eventdesk.drawing.colour import Colour
from eventdesk.drawing.document import StreamedDocument
from eventdesk.drawing.embedding import stream


class Paper(Canvas):
    """A document with pages of one size, in points. The same drawing gives the same bytes."""

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
        self._parent = self._doc.number(self._doc.Pages)

    def box(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """Fill a rectangle; (x, y) is its upper left corner, in points."""
        self._code.append(f"q {colour.fill} {x:.2f} {y - height:.2f} {width:.2f} {height:.2f} re f Q")

    def path(self, operators: str, colour: Colour) -> None:
        """Fill the path that `operators` describe, in a coordinate system that they may change."""
        self._code.append(f"q {colour.fill}\n{operators}f Q")

    @contextmanager
    def form(self, name: str) -> Iterator[None]:
        """Collect what is drawn inside as a form, to be put on any page with `place`; it may not use other forms."""
        outside, self._code = self._code, []
        yield
        entries = f"/Type /XObject /Subtype /Form {self._box('BBox')} /Resources {self._resources} 0 R"
        self._shared.XObject[name] = b"%d 0 R" % self._doc.write_object(self._collected(entries))
        self._code = outside

    def place(self, name: str) -> None:
        """Put a form on the page."""
        self._code.append(f"/{name} Do")

    def showPage(self) -> None:  # noqa: N802 - reportlab names it
        """Finish the page. What is not text, path or form of ours is left to reportlab."""
        used = (self._annotationrefs, self._formsinuse, self._shadingUsed, self._colorsUsed)
        if any(used) or self._extgstate.getState():
            super().showPage()
            return
        document = self._doc
        page = (
            f"<< /Type /Page {self._box('MediaBox')} /Parent {self._parent} 0 R /Resources {self._resources} 0 R "
            f"/Contents {document.write_object(self._collected())} 0 R >>"
        )
        document.Pages.addPage(b"%d 0 R" % document.write_object(page.encode("ascii")))
        document.pageCounter += 1
        document.inObject = None
        self._startPage()

    def _collected(self, entries: str = "") -> bytes:
        """Return what was drawn so far as a stream object with these dictionary entries."""
        return stream("\n".join(self._code).encode("latin-1"), entries)

    def _box(self, kind: str) -> str:
        width, height = self._pagesize
        return f"/{kind} [0 0 {width:.4f} {height:.4f}]"
