"""Measures pages as a person with a ruler would, and makes a page to measure."""

from pathlib import Path

from eventdesk.badges.printers import raster
from eventdesk.badges.printers.raster import MM_PER_INCH, POINTS_PER_MM, Bitmap

DPI = 600
FRAME = (100.0, 50.0)
THICK = 0.35
"""How thick the lines of the frame are, in millimetres."""


def framed_page(
    path: Path, size: tuple[float, float] = (148.0, 105.0), corner: tuple[float, float] = (20.0, 15.0)
) -> Path:
    """Write a page of `size` with a frame of 100 × 50 mm, its upper left corner at `corner`; all in millimetres."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM))
    canvas.setLineWidth(THICK * POINTS_PER_MM)
    low = size[1] - corner[1] - FRAME[1]
    canvas.rect(*(each * POINTS_PER_MM for each in (corner[0], low, *FRAME)))
    canvas.save()
    return path


def ink(bitmap: Bitmap) -> tuple[int, int, int, int]:
    """Return left, top, right and lower edge of what is black, in dots."""
    rows = [number for number in range(bitmap.height) if any(bitmap.row(number))]
    all_rows = 0
    for number in rows:
        all_rows |= int.from_bytes(bitmap.row(number), "big")
    dots = f"{all_rows:b}".zfill(bitmap.stride * 8)
    return dots.index("1"), rows[0], dots.rindex("1") + 1, rows[-1] + 1


def frame_on(path: Path, page: int = 0) -> tuple[float, float, float, float]:
    """Return how far left and down the frame begins, its width and its height, in millimetres, line to line."""
    left, top, right, low = (each * MM_PER_INCH / DPI for each in ink(raster.black_and_white(path, page, DPI)))
    return left + THICK / 2, top + THICK / 2, right - left - THICK, low - top - THICK
