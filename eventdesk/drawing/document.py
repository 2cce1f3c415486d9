"""A reportlab document that writes finished objects to its file at once, so that its size costs no memory.

reportlab itself keeps every page as a tree of objects, formats all of them at the end and joins the result in memory:
most of the time and of the memory that thousands of badges would take. What it makes here is written at the end as
usual; the two kinds of object share one numbering and one cross-reference table.

What thousands of pages have each, and what hardly differs from one to the next, is compressed together (PDF 1.5, ISO
32000-1, 7.5.7 and 7.5.8): a page takes a tenth of the room then.
"""

import zlib
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc

from eventdesk.drawing.bookmarks import Bookmark, write_bookmarks
from eventdesk.drawing.embedding import packed

_HEADER = b"%PDF-1.5\n%\x93\x8c\x8b\x9e\n"
_TOGETHER = 200
"""So many small objects are compressed together: a viewer reads all of them to find one."""

_WIDTHS = "[1 5 2]"
"""How many bytes of an entry say of what kind it is, where the object stands, and which one it is there."""

_COLUMNS = 8
_FREE, _PLAIN, _PACKED = (kind << 56 for kind in range(3))
_HIGH = 0x8080808080808080


class StreamedDocument(pdfdoc.PDFDocument):
    """A PDF that grows in `out` while it is made. The same calls give the same bytes."""

    Catalog: Any
    Pages: Any
    objectcounter: int

    def __init__(self, out: BinaryIO, language: str) -> None:
        super().__init__(compression=1, invariant=1, lang=language or None)
        self._out = out
        self._offset = 0
        self._entries: dict[int, int] = {0: _FREE | 65535}
        """For each object the entry of the cross-reference table."""
        self._small: list[tuple[int, bytes]] = []
        self.bookmarks: list[Bookmark] = []
        """The parts of the document, in their order."""
        self._write(_HEADER)

    def write_object(self, content: bytes) -> int:
        """Write an object now and return its number, for references to it. It can't be changed any more."""
        self.objectcounter += 1
        self._write_numbered(self.objectcounter, content)
        return int(self.objectcounter)

    def write_small(self, content: bytes) -> int:
        """Write a small object that is no stream together with others of its kind; returns its number."""
        self.objectcounter += 1
        self._small.append((self.objectcounter, content))
        number = int(self.objectcounter)
        if len(self._small) == _TOGETHER:
            self._write_together()
        return number

    def number(self, thing: Any) -> int:
        """Return the number of an object that reportlab will write at the end."""
        reference: Any = self.Reference(thing)  # type: ignore[no-untyped-call]  # reportlab has no types
        return int(self.idToObjectNumberAndVersion[reference.name][0])

    def share_with_pages(self, size: tuple[float, float], resources: Any) -> None:
        """Give all pages their size in points and their resources at once: a page inherits what it does not have."""
        self.Pages.__Defaults__ = {
            **self.Pages.__Defaults__,
            "MediaBox": pdfdoc.PDFArray([0, 0, *size]),
            "Resources": self.Reference(resources),  # type: ignore[no-untyped-call]  # reportlab has no types
        }

    def format(self) -> bytes:
        """Write what is left, the cross-reference table and the trailer; called once by reportlab's own `save`."""
        root: Any = self.Reference(self.Catalog)  # type: ignore[no-untyped-call]  # reportlab has no types
        info: Any = self.Reference(self.info)  # type: ignore[no-untyped-call]  # reportlab has no types
        self._write_together()
        if self.bookmarks:
            first = self.objectcounter + 1
            self.Catalog.Outlines = b"%d 0 R" % write_bookmarks(self.bookmarks, first, self.write_object)
        number = 0
        while number < self.objectcounter:  # formatting one object may bring forth others
            number += 1
            if number not in self._entries:
                thing = self.idToObject[self.numberToId[number]]
                content = pdfdoc.format(thing, self, toplevel=1)
                if thing is self.Pages:
                    self._small.append((number, content))
                    self._write_together()
                else:
                    self._write_numbered(number, content)
        self._write_references(b"/Root %b/Info %b/ID %b" % (root.format(self), info.format(self), self.ID()))
        return b""

    def _write_together(self) -> None:
        """Write the small objects that wait for it as one stream."""
        if not self._small:
            return
        places, contents = "", b""
        for number, content in self._small:
            places += f"{number} {len(contents)} "
            contents += content + b"\n"
        head = places.encode("ascii")
        entries = f"/Type/ObjStm/N {len(self._small)}/First {len(head)}/Filter/FlateDecode"
        stream = self.write_object(packed(zlib.compress(head + contents), entries))
        for at, (number, _) in enumerate(self._small):
            self._entries[number] = _PACKED | stream << 16 | at
        self._small.clear()

    def _write_references(self, trailer: bytes) -> None:
        """Write where each object stands, as a stream, each entry told from the one before; it ends the file."""
        self.objectcounter += 1
        start, count = self._offset, self.objectcounter + 1
        self._entries[self.objectcounter] = _PLAIN | start << 16
        rows, before = [], 0
        for number in range(count):
            entry = self._entries[number]
            difference = ((entry | _HIGH) - (before & ~_HIGH)) ^ ((entry ^ ~before) & _HIGH)  # of each byte by itself
            rows.append((2 << 64 | difference).to_bytes(_COLUMNS + 1, "big"))
            before = entry
        entries = (
            f"/Type/XRef/Size {count}/W {_WIDTHS}/Filter/FlateDecode"
            f"/DecodeParms<</Predictor 12/Columns {_COLUMNS}>>{trailer.decode('latin-1')}"
        )
        self._write_numbered(self.objectcounter, packed(zlib.compress(b"".join(rows)), entries))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write_numbered(self, number: int, content: bytes) -> None:
        self._entries[number] = _PLAIN | self._offset << 16
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    def _write(self, data: bytes) -> None:
        self._offset += len(data)
        self._out.write(data)
