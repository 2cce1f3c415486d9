"""The kit that all papers are drawn with: it holds the fonts, fits texts into boxes and puts them on pages."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventdesk import paths
from eventdesk.drawing import fitting
from eventdesk.drawing.colour import BLACK, Colour
from eventdesk.drawing.digits import DigitSetter
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import EM, Fonts, Weight
from eventdesk.drawing.text import Paragraph, Typesetter

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper

_REMEMBERED = 4096


class Kit:
    """Fonts and what was worked out with them. Build one, hand it to whoever draws; it may serve many documents."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the fonts in `folder`, by default those that come with eventdesk. They are read when first used."""
        self.fonts = Fonts(folder or paths.resources() / "fonts")
        self._paragraphs = lru_cache(_REMEMBERED)(self._paragraph)
        self._fitted = lru_cache(_REMEMBERED)(self._fit)
        self._setters: dict[tuple[Weight, bool], Typesetter] = {}
        self._digits: dict[Weight, DigitSetter] = {}

    def warm(self) -> None:
        """Load what the first text would load, while nobody waits: reportlab, the fonts, both directions."""
        import reportlab.pdfgen.canvas  # noqa: F401

        for weight in Weight:
            self.fit("Aa ا", weight, Room(100, 100, 10, 5))

    def fit(self, text: str, weight: Weight, room: Room, *, tabular: bool = False) -> Fitted:
        """Return `text` at the largest size at which it fits into `room`; below the floor of it, its beginning.

        `tabular` gives all digits the same width.
        """
        return self._fitted(text, weight, room, tabular)

    def line(self, text: str, weight: Weight, size: float, *, tabular: bool = False) -> Fitted:
        """Return `text` on one line at this size, whatever room it takes; nothing of it is remembered."""
        return fitting.line(self._paragraph(text, weight, tabular), size)

    def digits(self, number: str, weight: Weight, size: float) -> Fitted:
        """Return digits and blanks on one line at this size, whatever room it takes; nothing of it is remembered."""
        setter = self._digits.get(weight)
        if setter is None:
            setter = self._digits[weight] = DigitSetter(self._setter(weight, tabular=True))
        return setter.line(number, size)

    def flow(
        self, text: str, weight: Weight, size: float, width: float, *, leading: float = 1.35, lines: int = 12
    ) -> Fitted:
        """Return `text` at this size on as many lines as it needs; a word that is wider than a line is broken.

        What needs more than so many lines is cut at its end.
        """
        return fitting.flow(self._paragraphs(text, weight, False), size, width, leading, lines)

    def width(self, text: str, weight: Weight, size: float, *, tabular: bool = False) -> float:
        """Return how wide `text` is on one line, in points."""
        return self._paragraphs(text, weight, tabular).whole().width * size / EM

    def draw(
        self,
        paper: "Paper",
        fitted: Fitted,
        x: float,
        y: float,
        align: Align = Align.LEFT,
        colour: Colour = BLACK,
    ) -> None:
        """Put a fitted text on the page; (x, y) is the upper left corner of its box, in points.

        Several lines that run from right to left are flush at the right within their block, wherever the block stands.
        """
        inner = Align.RIGHT if fitted.right_to_left and align is Align.LEFT else align
        left = x + align.share * (fitted.room.width - fitted.block_width)
        paper.text(fitted, left, y, inner, colour)

    def _fit(self, text: str, weight: Weight, room: Room, tabular: bool) -> Fitted:
        return fitting.fit(self._paragraphs(text, weight, tabular), room)

    def _paragraph(self, text: str, weight: Weight, tabular: bool) -> Paragraph:
        return Paragraph(text, self._setter(weight, tabular=tabular))

    def _setter(self, weight: Weight, *, tabular: bool) -> Typesetter:
        setter = self._setters.get((weight, tabular))
        if setter is None:
            setter = self._setters[weight, tabular] = Typesetter(self.fonts.chain(weight), tabular=tabular)
        return setter
