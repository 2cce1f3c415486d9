"""A page to measure with a ruler: a frame of 100 × 50 mm with millimetres along its edges."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from eventdesk.badges.printers.raster import POINTS_PER_MM as MM
from eventdesk.drawing.about import About
from eventdesk.drawing.colour import INK
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.files import replacing
from eventdesk.words import Words

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper as Sheet

FRAME_MM = (100.0, 50.0)
CORNER_MM = 5.0
"""So far from the left and from above the frame begins."""
_LINE = 0.3
_CROSS = 3.0


class Paper(StrEnum):
    """What the frame is printed on."""

    LABEL = "label"
    A6 = "a6"
    A4 = "a4"


PAPERS = (Paper.LABEL, Paper.A6, Paper.A4)
SIZES_MM = {Paper.LABEL: (110.0, 60.0), Paper.A6: (148.0, 105.0), Paper.A4: (210.0, 297.0)}


def frame_pdf(out: Path, kit: Kit, words: Words, paper: Paper, printer: str) -> tuple[float, float]:
    """Write the page; returns its width and height in mm. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    from eventdesk.drawing.paper import Paper as NewSheet

    width, height = SIZES_MM[paper]
    with replacing(out) as making, making.open("wb") as file:
        about = About(title=words.t("Test frame"), language=words.language)
        sheet = NewSheet(file, (width * MM, height * MM), about)
        _Frame(sheet, height).draw()
        _write(sheet, kit, words, printer, height)
        sheet.showPage()
        sheet.save()
    return width, height


class _Frame:
    """Draws lines that are given by millimetres from the upper left corner."""

    def __init__(self, sheet: "Sheet", height: float) -> None:
        self._sheet, self._height = sheet, height

    def draw(self) -> None:
        left = top = CORNER_MM
        wide, high = FRAME_MM
        for y in (top, top + high):
            self._line(left, y, wide, 0)
        for x in (left, left + wide):
            self._line(x, top, 0, high)
        for x in (left, left + wide):
            for y in (top, top + high):
                self._line(x - _CROSS, y, 2 * _CROSS, 0)
                self._line(x, y - _CROSS, 0, 2 * _CROSS)
        for at in range(1, int(wide)):
            self._line(left + at, top, 0, _tick(at))
        for at in range(1, int(high)):
            self._line(left, top + at, _tick(at), 0)

    def _line(self, x: float, y: float, wide: float, high: float) -> None:
        """Draw a line whose middle is where it is said to be."""
        thick = _LINE if max(wide, high) > 4 else _LINE / 2
        x, wide = (x - thick / 2, thick) if not wide else (x, wide)
        y, high = (y - thick / 2, thick) if not high else (y, high)
        self._sheet.box(x * MM, (self._height - y) * MM, wide * MM, high * MM, INK)


def _tick(at: int) -> float:
    return 4.0 if not at % 10 else 3.0 if not at % 5 else 2.0


def _write(sheet: "Sheet", kit: Kit, words: Words, printer: str, height: float) -> None:
    lines = (
        (words.t("100 × 50 mm"), Weight.BOLD, 18.0, 12.0),
        (words.t("Measure the frame from line to line. If it is not 100 mm wide and 50 mm high, type what you measured "
                 "on the page “Printer” (F9)."), Weight.REGULAR, 9.5, 21.0),
        (words.t("The corner at the top left is 5 mm from both edges of the paper. If not, type how far everything has "
                 "to move to the right and down."), Weight.REGULAR, 9.5, 33.0),
        (printer, Weight.REGULAR, 8.0, 45.0),
    )  # fmt: skip
    for text, weight, size, top in lines:
        room = Room(86 * MM, 11 * MM, size, 6.0, 3)
        kit.draw(
            sheet, kit.fit(text, weight, room), (CORNER_MM + 8) * MM, (height - CORNER_MM + 5 - top) * MM, colour=INK
        )
