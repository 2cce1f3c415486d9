"""A reportlab document that writes finished objects to its file at once, so that its size costs no memory.

reportlab itself keeps every page as a tree of objects, formats all of them at the end and joins the result in memory:
most of the time and of the memory that thousands of badges would take. What it makes here is written at the end as
usual; the two kinds of object share one numbering and one cross-reference table.
"""

from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc

_HEADER = b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n"


class StreamedDocument(pdfdoc.PDFDocument):
    """A PDF that grows in `out` while it is made. The same calls give the same bytes."""

    Catalog: Any
    Pages: Any
    objectcounter: int

    def __init__(self, out: BinaryIO, language: str) -> None:
        super().__init__(compression=1, invariant=1, lang=language or None)
        self._out = out
        self._offset = 0
        self._offsets: dict[int, int] = {}
        self._write(_HEADER)

    def write_object(self, content: bytes) -> int:
        """Write an object now and return its number, for references to it. It can't be changed any more."""
        self.objectcounter += 1
        self._write_numbered(self.objectcounter, b"%d 0 obj\n%b\nendobj\n" % (self.objectcounter, content))
        return int(self.objectcounter)

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
        number = 0
        while number < self.objectcounter:  # formatting one object may bring forth others
            number += 1
            if number not in self._offsets:
                name = self.numberToId[number]
                self._write_numbered(number, pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self))
        trailer = pdfdoc.PDFTrailer(startxref=self._offset, Size=number + 1, Root=root, Info=info, ID=self.ID())
        lines = [f"{self._offsets[each]:010d} 00000 n \n" for each in range(1, number + 1)]
        self._write(f"xref\n0 {number + 1}\n0000000000 65535 f \n{''.join(lines)}".encode("ascii"))
        self._write(trailer.format(self))
        return b""

    def _write_numbered(self, number: int, data: bytes) -> None:
        self._offsets[number] = self._offset
        self._write(data)

    def _write(self, data: bytes) -> None:
        self._offset += len(data)
        self._out.write(data)
