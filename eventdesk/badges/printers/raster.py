"""Turns pages of a PDF into dots, and lays pages anew: moved, turned, scaled as a printer needs it.

All use of pdfium goes through this module: pdfium must never run in two threads at once, so each call holds one lock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pypdfium2

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH
TURNS = (0, 90, 180, 270)
BLACK_BELOW = 128
"""A dot darker than this is black: letters get sharp edges, which a dithered grey would fray."""

_ONE_AT_A_TIME: Final = RLock()
_STRIP = 512
_DARK = bytes(ord("1") if value < BLACK_BELOW else ord("0") for value in range(256))


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Dots, one bit each: 1 is black. Each row is `stride` bytes, its first dot the highest bit of its first byte."""

    width: int
    height: int
    data: bytes

    @property
    def stride(self) -> int:
        """How many bytes a row has."""
        return (self.width + 7) // 8

    def row(self, number: int) -> bytes:
        """Return one row, from the top."""
        return self.data[number * self.stride : (number + 1) * self.stride]


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of a page as grey dots (0 black, 255 white), or as blue, green, red, nothing where `coloured`."""

    top: int
    width: int
    height: int
    coloured: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Placing:
    """How one printer needs its pages. Millimetres as seen on the badge held upright, then turned clockwise.

    `across` and `along` stretch the page's width and height around its upper left corner.
    """

    right: float = 0.0
    down: float = 0.0
    turn: int = 0
    across: float = 1.0
    along: float = 1.0

    @property
    def changes_nothing(self) -> bool:
        """Whether a page stays as it is."""
        return self == Placing()

    def size(self, size_mm: tuple[float, float]) -> tuple[float, float]:
        """Return width and height of the page that is printed, for a page of `size_mm`."""
        return (size_mm[1], size_mm[0]) if self.turn in (90, 270) else size_mm


def page_sizes(pdf: Path) -> list[tuple[float, float]]:
    """Return width and height of every page in millimetres."""
    with _opened(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    return [(width / POINTS_PER_MM, height / POINTS_PER_MM) for width, height in sizes]


def black_and_white(pdf: Path, page: int, dpi: float) -> Bitmap:
    """Return a page in black and white dots; neither greys nor half-tones are made up."""
    rows: list[bytes] = []
    width = 0
    for band in bands(pdf, page, dpi):
        width = band.width
        stride = (width + 7) // 8
        spare = stride * 8 - width
        for at in range(0, len(band.data), width):
            bits = int(band.data[at : at + width].translate(_DARK), 2) << spare
            rows.append(bits.to_bytes(stride, "big"))
    return Bitmap(width, len(rows), b"".join(rows))


def turned(bitmap: Bitmap, turn: int) -> Bitmap:
    """Return a picture turned clockwise by 0, 90, 180 or 270 degrees."""
    if turn not in TURNS:
        raise ValueError(turn)
    rows = [_signs(bitmap, number) for number in range(bitmap.height)]
    if turn in (90, 270):
        rows = ["".join(column) for column in zip(*reversed(rows), strict=True)]
    if turn in (180, 270):
        rows = [row[::-1] for row in reversed(rows)]
    width = len(rows[0])
    stride = (width + 7) // 8
    packed = [(int(row, 2) << (stride * 8 - width)).to_bytes(stride, "big") for row in rows]
    return Bitmap(width, len(rows), b"".join(packed))


def _signs(bitmap: Bitmap, number: int) -> str:
    return f"{int.from_bytes(bitmap.row(number), 'big'):0{bitmap.stride * 8}b}"[: bitmap.width]


def bands(
    pdf: Path, page: int, dpi: float, *, coloured: bool = False, whole: tuple[int, int] | None = None
) -> Iterator[Band]:
    """Yield a page in strips of a few hundred rows, from the top: memory stays small for any resolution.

    `whole` is the size of the page in dots, where the printer says it; else it follows from `dpi`.
    """
    if whole is None:
        with _opened(pdf) as document:
            wide, high = document.get_page_size(page)
        whole = max(1, round(wide * dpi / 72)), max(1, round(high * dpi / 72))
    for top in range(0, whole[1], _STRIP):
        with _opened(pdf) as document:
            data = _strip(document[page], whole, (top, min(_STRIP, whole[1] - top)), coloured=coloured)
        yield Band(top, whole[0], min(_STRIP, whole[1] - top), coloured, data)


def place(pdf: Path, out: Path, placing: Placing) -> None:
    """Write the pages of a PDF as `placing` wants them to `out`; what is text stays text.

    All pages are taken over at once and moved where they are: what they share, fonts above all, is written once.
    """
    import pypdfium2
    from pypdfium2 import raw

    with _opened(pdf) as source:
        target = pypdfium2.PdfDocument.new()
        try:
            target.import_pages(source)
            for number in range(len(target)):
                page = target[number]
                wide, high = page.get_size()
                across, along = placing.size((wide, high))
                moved = _moved(placing, wide, high).to_raw()
                raw.FPDFPage_TransFormWithClip(page, moved, raw.FS_RECTF(0, along, across, 0))
                page.set_mediabox(0, 0, across, along)
                page.set_cropbox(0, 0, across, along)
                page.close()
            target.save(str(out))
        finally:
            target.close()


def _moved(placing: Placing, wide: float, high: float) -> "pypdfium2.PdfMatrix":
    """Return how a page of so many points gets where it is wanted."""
    from pypdfium2 import PdfMatrix

    stretched = PdfMatrix().scale(placing.across, placing.along).translate(0, high * (1 - placing.along))
    moved = stretched.translate(placing.right * POINTS_PER_MM, -placing.down * POINTS_PER_MM)
    return _turned(moved, placing.turn, wide, high)


def _turned(matrix: "pypdfium2.PdfMatrix", turn: int, wide: float, high: float) -> "pypdfium2.PdfMatrix":
    """Turn clockwise, so that the page lies in the positive quarter again."""
    if turn not in TURNS:
        raise ValueError(turn)
    drops = {0: (0.0, 0.0), 90: (0.0, wide), 180: (wide, high), 270: (high, 0.0)}
    return matrix.rotate(turn).translate(*drops[turn])


def _strip(page: "pypdfium2.PdfPage", whole: tuple[int, int], part: tuple[int, int], *, coloured: bool) -> bytes:
    """Return the dots of the rows that begin at the first of `part`, as many as its second says."""
    import pypdfium2
    from pypdfium2 import raw

    kind, size = (raw.FPDFBitmap_BGRx, 4) if coloured else (raw.FPDFBitmap_Gray, 1)
    (width, height), (top, rows) = whole, part
    bitmap = pypdfium2.PdfBitmap.new_native(width, rows, kind)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, rows)
        flags = raw.FPDF_PRINTING | raw.FPDF_ANNOT | (0 if coloured else raw.FPDF_GRAYSCALE)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, flags)
        dots = bytes(bitmap.buffer)
        wide = width * size
        if bitmap.stride == wide:
            return dots
        return b"".join(dots[at * bitmap.stride : at * bitmap.stride + wide] for at in range(rows))
    finally:
        bitmap.close()
        page.close()


@contextmanager
def _opened(pdf: Path) -> Iterator["pypdfium2.PdfDocument"]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
