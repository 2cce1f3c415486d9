"""Writes texts into the operators of a page and says nothing twice."""

from collections.abc import Callable

from eventdesk.drawing.colour import Colour
from eventdesk.drawing.embedding import EmbeddedFace
from eventdesk.drawing.fitting import Align, Fitted
from eventdesk.drawing.fonts import EM, Face

_END = "ET Q"


class TextPen:
    """Puts texts on the pages of one document.

    Texts that follow each other in one colour stand in one block, where a font stays chosen and each place is told from
    the one before: a badge with a programme becomes a thirtieth smaller.
    """

    def __init__(self, announce: Callable[[EmbeddedFace], None]) -> None:
        """Take what tells the document about a face that is drawn with."""
        self._announce = announce
        self._faces: dict[Face, EmbeddedFace] = {}
        self._code: list[str] = []
        self._colour: Colour | None = None
        self._font: tuple[str, float] | None = None
        self._at = 0, 0
        """Where the last line began, in hundredths of a point, because so it is written."""

    def write(self, code: list[str], fitted: Fitted, x: float, y: float, align: Align, colour: Colour) -> None:
        """Write a fitted text into the operators of a page or a form; (x, y) is the upper left corner of its block.

        Its lines are flush with what `align` says.
        """
        font, (at_x, at_y) = self._begin(code, colour)
        size, width, share = fitted.size, fitted.block_width, align.share
        scale = size / EM
        for line, drop in zip(fitted.lines, fitted.baselines, strict=True):
            spare = width - (line.right - line.left) * scale
            to_x, to_y = round((x + share * spare - line.left * scale) * 100), round((y - drop) * 100)
            code.append(f"{(to_x - at_x) / 100:g} {(to_y - at_y) / 100:g} Td")
            at_x, at_y = to_x, to_y
            for run in line.runs:
                embedded = self._faces.get(run.face) or self._embed(run.face)
                embedded.glyphs.update(run.glyphs)
                if font != (embedded.name, size):
                    font = embedded.name, size
                    code.append(f"/{embedded.name} {size:g} Tf")
                for rise, operand in run.pieces:
                    code.append(f"{rise * scale:.2f} Ts {operand} TJ 0 Ts" if rise else f"{operand} TJ")
        code.append(_END)
        self._font, self._at = font, (at_x, at_y)

    def _begin(self, code: list[str], colour: Colour) -> tuple[tuple[str, float] | None, tuple[int, int]]:
        """Go on with the block before if nothing else was drawn since; return its font and the place where it ended.

        A page and a form have lists of operators of their own, so that no block goes on in another one.
        """
        if code is self._code and colour is self._colour and code and code[-1] is _END:
            code.pop()
            return self._font, self._at
        code.append(f"q {colour.fill} BT")
        self._code, self._colour = code, colour
        return None, (0, 0)

    def _embed(self, face: Face) -> EmbeddedFace:
        embedded = self._faces[face] = EmbeddedFace(face, f"E{len(self._faces) + 1}")
        self._announce(embedded)
        return embedded
