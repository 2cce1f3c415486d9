"""Sets plain letters without HarfBuzz: one glyph per character, kerning by pairs, both looked up.

Most names are Latin, Cyrillic or Greek without loose marks. For those the result is what HarfBuzz would give (a test
holds the two together), at a tenth of the time.
"""

import unicodedata
from operator import add

from eventdesk.drawing.fonts import Face
from eventdesk.drawing.letters import has_ink
from eventdesk.drawing.shaping import Piece, Run, shape

_PLAIN_KINDS = frozenset(
    {"Lu", "Ll", "Lt", "Lo", "Nd", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Zs"}
)


class PlainSetter:
    """Sets text in one face. `characters` are those that it can set.

    What is known of a letter or a pair lies in tables that fill up as texts come by. All measures are thousandths of
    the font size.
    """

    def __init__(self, face: Face, *, tabular: bool = False) -> None:
        self.face = face
        self.tabular = tabular
        self.characters = frozenset(
            sign for sign in face.characters if unicodedata.category(sign) in _PLAIN_KINDS and has_ink(sign)
        )
        self._glyphs: dict[str, int] = {}
        self._advances: dict[str, float] = {}
        self._tops: dict[str, float] = {}
        self._bottoms: dict[str, float] = {}
        self._steps: dict[str, float] = {}
        """For two letters: how far the second one stands from the first."""
        self._following: dict[str, str] = {}
        """For two letters: what to write for the second one, with the kerning before it."""

    def run(self, text: str) -> Run:
        """Return `text` as a run. Every character must be one of `characters`."""
        if not text:
            return Run(self.face, 0.0, 0.0, 0.0, 0.0, 0.0, (), {})
        pairs = list(map(add, text, text[1:]))
        try:
            following = "".join(map(self._following.__getitem__, pairs))
            glyphs = list(map(self._glyphs.__getitem__, text))
        except KeyError:
            self._learn(text, pairs)
            return self.run(text)
        ink = self.face.ink
        start = sum(map(self._steps.__getitem__, pairs))
        advance = start + self._advances[text[-1]]
        return Run(
            face=self.face,
            advance=advance,
            left=min(0.0, ink(glyphs[0]).left),
            right=max(advance, start + ink(glyphs[-1]).right),
            top=max(map(self._tops.__getitem__, text)),
            bottom=min(map(self._bottoms.__getitem__, text)),
            pieces=(Piece(0.0, f"[<{glyphs[0]:04X}{following}>]"),),
            glyphs=dict(zip(glyphs, text, strict=True)),
        )

    def extent(self, text: str) -> tuple[float, float, float, float]:
        """Return left, right, top and bottom of what `run` would draw, without making it. `text` must not be empty."""
        pairs = list(map(add, text, text[1:]))
        try:
            start = sum(map(self._steps.__getitem__, pairs))
            advance = start + self._advances[text[-1]]
        except KeyError:
            self._learn(text, pairs)
            return self.extent(text)
        ink = self.face.ink
        return (
            min(0.0, ink(self._glyphs[text[0]]).left),
            max(advance, start + ink(self._glyphs[text[-1]]).right),
            max(map(self._tops.__getitem__, text)),
            min(map(self._bottoms.__getitem__, text)),
        )

    def advances(self, text: str) -> list[float]:
        """Return the advance of each character, kerning with the next one included."""
        pairs = list(map(add, text, text[1:]))
        try:
            return [*map(self._steps.__getitem__, pairs), *map(self._advances.__getitem__, text[-1:])]
        except KeyError:
            self._learn(text, pairs)
            return self.advances(text)

    def _learn(self, text: str, pairs: list[str]) -> None:
        for sign in set(text) - self._glyphs.keys():
            (glyph,) = shape(self.face, sign, right_to_left=False, tabular=self.tabular).glyphs
            ink = self.face.ink(glyph)
            self._glyphs[sign] = glyph
            self._advances[sign] = self.face.advance(glyph)
            self._tops[sign], self._bottoms[sign] = ink.top, ink.bottom
        for pair in set(pairs) - self._following.keys():
            first, second = pair[0], pair[1]
            apart = self._advances[first] + self._advances[second]
            together = shape(self.face, pair, right_to_left=False, tabular=self.tabular).advance
            kern = round(together - apart)
            code = f"{self._glyphs[second]:04X}"
            self._following[pair] = f">{-kern}<{code}" if kern else code
            self._steps[pair] = self._advances[first] + kern
