"""The fonts that come with eventdesk: a face per file, read when first needed, and the order in which to try them."""

from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

EM = 1000
"""All measures of a glyph are given in thousandths of the font size."""


class Weight(IntEnum):
    """How bold a text is set, as CSS and OpenType count it."""

    REGULAR = 400
    SEMIBOLD = 600
    BOLD = 700


class Ink(NamedTuple):
    """The box around the ink of a glyph, from its origin, in thousandths of the font size."""

    left: float
    bottom: float
    right: float
    top: float


class Face:
    """One font file. Glyphs are known by their number in the file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        self._inks: dict[int, Ink] = {}
        self._advances: dict[int, float] = {}

    def __repr__(self) -> str:
        return f"Face({self.name})"

    @cached_property
    def shaper(self) -> Any:
        """The face as HarfBuzz sees it."""
        import uharfbuzz

        return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)))

    @cached_property
    def for_subsets(self) -> Any:
        """The same face, prepared so that cutting out glyphs takes microseconds."""
        import uharfbuzz

        return uharfbuzz.subset_preprocess(self.shaper)

    @cached_property
    def font(self) -> Any:
        """The font as HarfBuzz shapes it, in the units of the file."""
        import uharfbuzz

        return uharfbuzz.Font(self.shaper)

    @cached_property
    def scale(self) -> float:
        """Thousandths of the font size per unit of the file."""
        return EM / float(self.shaper.upem)

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that has a glyph of its own."""
        return frozenset(map(chr, self.shaper.unicodes))

    def glyph(self, character: str) -> int:
        """Return the glyph of one character, 0 if there is none."""
        return self.font.get_nominal_glyph(ord(character)) or 0

    def advance(self, glyph: int) -> float:
        """Return how far the pen moves after `glyph`, without kerning."""
        found = self._advances.get(glyph)
        if found is None:
            found = self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.scale
        return found

    def ink(self, glyph: int) -> Ink:
        """Return the box around the ink of `glyph`."""
        found = self._inks.get(glyph)
        if found is None:
            box = self.font.get_glyph_extents(glyph)
            left, top = box.x_bearing * self.scale, box.y_bearing * self.scale
            found = Ink(left, top + box.height * self.scale, left + box.width * self.scale, top)
            self._inks[glyph] = found
        return found


class Fonts:
    """All faces in a folder, as chains to be tried one after the other for each cluster of letters."""

    FAMILIES = ("Inter", "NotoSansArabic", "Heebo", "NotoSansTamil", "NotoSans")
    STYLES = ((Weight.REGULAR, "Regular"), (Weight.SEMIBOLD, "SemiBold"), (Weight.BOLD, "Bold"))

    def __init__(self, folder: Path) -> None:
        self._faces = {
            (family, weight): Face(folder / f"{family}-{style}.ttf")
            for family in self.FAMILIES
            for weight, style in self.STYLES
            if (folder / f"{family}-{style}.ttf").is_file()
        }

        self._chains = {weight: tuple(self._nearest(family, weight) for family in self.FAMILIES) for weight in Weight}

    def chain(self, weight: Weight) -> tuple[Face, ...]:
        """Return the faces for a weight, first choice first. A family without this weight gives the next bolder one."""
        return self._chains[weight]

    def faces(self) -> Iterable[Face]:
        """Return every face."""
        return self._faces.values()

    def _nearest(self, family: str, weight: Weight) -> Face:
        weights = [each for name, each in self._faces if name == family]
        bold_enough = [each for each in weights if each >= weight]
        return self._faces[family, min(bold_enough) if bold_enough else max(weights)]
