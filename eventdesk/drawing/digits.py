"""Sets numbers in digits of one width, as on every badge: one number takes the place of another glyph by glyph."""

from functools import lru_cache

from eventdesk.drawing import fitting
from eventdesk.drawing.fitting import Fitted
from eventdesk.drawing.shaping import Line, Piece, Run
from eventdesk.drawing.text import Paragraph, Typesetter

_SIGNS = "0123456789 "
_ZEROS = str.maketrans(dict.fromkeys("123456789", "0"))


class DigitSetter:
    """Sets digits and blanks, which stand apart by their widths alone (a test asks HarfBuzz about each pair)."""

    def __init__(self, setter: Typesetter) -> None:
        """Take a tabular setter: it gives all digits one width."""
        self._setter = setter
        parts = [setter.plain.part(sign) for sign in _SIGNS]
        self._glyphs = {glyph: sign for part in parts for glyph, sign in part.glyphs.items()}
        self._codes = str.maketrans({part.first: part.head for part in parts})
        self._model = lru_cache(maxsize=64)(self._fitted)

    def line(self, text: str, size: float) -> Fitted:
        """Return `text` on one line, where a line of zeros would stand."""
        model = self._model(text.translate(_ZEROS), size)
        line = model.lines[0]
        (run,) = line.runs
        pieces = (Piece(0.0, f"[<{text.translate(self._codes)}>]"),)
        drawn = Run(run.face, run.advance, run.left, run.right, run.top, run.bottom, pieces, self._glyphs)
        return Fitted(text, text, False, (Line((drawn,), *line[1:]),), *model[4:])

    def _fitted(self, zeros: str, size: float) -> Fitted:
        return fitting.line(Paragraph(zeros, self._setter), size)
