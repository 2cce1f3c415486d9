"""The kit that all papers are drawn with: it holds the fonts, fits texts into boxes and puts them on pages."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from eventdesk import paths
from eventdesk.drawing import fitting
from eventdesk.drawing.colour import BLACK, Colour
from eventdesk.drawing.embedding import EmbeddedFace
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import EM, Face, Fonts, Weight
from eventdesk.drawing.text import Paragraph, Typesetter

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_REMEMBERED = 4096


class Kit:
    """Fonts and what was worked out with them. Build one, hand it to whoever draws; it may serve many documents."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the fonts in `folder`, by default those that come with eventdesk. They are read when first used."""
        self.fonts = Fonts(folder or paths.resources() / "fonts")
        self._embedded: WeakKeyDictionary[Any, dict[Face, EmbeddedFace]] = WeakKeyDictionary()
        self._paragraphs = lru_cache(_REMEMBERED)(self._paragraph)
        self._fitted = lru_cache(_REMEMBERED)(self._fit)
        self._setters: dict[tuple[Weight, bool], Typesetter] = {}

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

    def width(self, text: str, weight: Weight, size: float, *, tabular: bool = False) -> float:
        """Return how wide `text` is on one line, in points."""
        return self._paragraphs(text, weight, tabular).whole().width * size / EM

    def draw(
        self,
        canvas: "Canvas",
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
        left = x + align.value * (fitted.room.width - fitted.block_width)
        scale = fitted.size / EM
        size = f"{fitted.size:.2f} Tf"
        faces = self._faces(canvas)
        code = ["q", colour.fill, "BT"]
        for line, drop in zip(fitted.lines, fitted.baselines, strict=True):
            start = left + inner.value * (fitted.block_width - line.width * scale) - line.left * scale
            code.append(f"1 0 0 1 {start:.2f} {y - drop:.2f} Tm")
            for run in line.runs:
                embedded = faces.get(run.face) or self._embed(canvas, run.face)
                embedded.glyphs.update(run.glyphs)
                code.append(f"/{embedded.name} {size}")
                for piece in run.pieces:
                    if piece.rise:
                        code.append(f"{piece.rise * fitted.size / EM:.2f} Ts {piece.operand} TJ 0 Ts")
                    else:
                        code.append(f"{piece.operand} TJ")
        code.append("ET Q")
        collected: list[str] = canvas._code  # type: ignore[attr-defined]  # noqa: SLF001 - where a canvas collects operators
        collected.append("\n".join(code))

    def _faces(self, canvas: "Canvas") -> dict[Face, EmbeddedFace]:
        """Return what the document of a canvas has embedded so far."""
        document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001 - where fonts are announced
        faces = self._embedded.get(document)
        if faces is None:
            faces = self._embedded[document] = {}
        return faces

    def _embed(self, canvas: "Canvas", face: Face) -> EmbeddedFace:
        faces = self._faces(canvas)
        embedded = faces[face] = EmbeddedFace(face, f"E{len(faces) + 1}")
        canvas._doc.delayedFonts.append(embedded)  # type: ignore[attr-defined]  # noqa: SLF001 - where fonts are announced
        return embedded

    def _fit(self, text: str, weight: Weight, room: Room, tabular: bool) -> Fitted:
        return fitting.fit(self._paragraphs(text, weight, tabular), room)

    def _paragraph(self, text: str, weight: Weight, tabular: bool) -> Paragraph:
        setter = self._setters.get((weight, tabular))
        if setter is None:
            setter = self._setters[weight, tabular] = Typesetter(self.fonts.chain(weight), tabular=tabular)
        return Paragraph(text, setter)
