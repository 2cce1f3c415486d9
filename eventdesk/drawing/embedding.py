"""Embeds the used glyphs of a face in a PDF made with reportlab, as a composite font whose codes are glyph numbers.

So a run of text looks the same in every document and is worked out once, and a page may use any glyph that shaping
brings forth. The file of the subset keeps the glyph numbers of the whole font (ISO 32000-1, 9.7.4: CIDToGIDMap
Identity), cut out by HarfBuzz.
"""

import hashlib
import zlib
from typing import Any

from eventdesk.drawing.fonts import Face

_UNNEEDED = ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap")
_DESCRIPTOR = (
    "<< /Type /FontDescriptor /FontName /{name} /Flags 4 /ItalicAngle 0 /StemV {stem} /FontBBox [{box}] "
    "/Ascent {ascent} /Descent {descent} /CapHeight {capital} /FontFile2 {file} >>"
)
_DESCENDANT = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDToGIDMap /Identity /FontDescriptor {descriptor} "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [{widths}] >>"
)
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant}] "
    "/ToUnicode {meanings} >>"
)
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_SMALL = 8192
"""The operators of a page with one badge are a quarter of this, those of a sheet with eight are more."""

_SMALL_LEVEL = 4
_BLOCK = 100
"""A ToUnicode map lists at most this many glyphs at once."""


class EmbeddedFace:
    """One face in one document. reportlab calls `addObjects` when the document is saved."""

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.glyphs: dict[int, str] = {}
        """The glyphs that were drawn, and the text that each stands for."""

    def addObjects(self, document: Any) -> None:  # noqa: N802 - reportlab names it
        """Write the font with all glyphs that were drawn."""
        face = self.face
        extents = face.font.get_font_extents("ltr")
        name = f"{self._tag()}+{face.name}"
        file = self._subset()
        descriptor = _DESCRIPTOR.format(
            name=name,
            stem=150 if face.name.endswith("Bold") else 90,
            box=" ".join(map(str, self._box())),
            ascent=round(extents.ascender * face.scale),
            descent=round(extents.descender * face.scale),
            capital=round(face.ink(face.glyph("H")).top),
            file=self._add(document, "file", stream(file, f"/Length1 {len(file)}")),
        )
        descendant = _DESCENDANT.format(
            name=name,
            descriptor=self._add(document, "descriptor", descriptor),
            widths="".join(f"{glyph}[{face.advance(glyph):.2f}]" for glyph in sorted(self.glyphs)),
        )
        font = _FONT.format(
            name=name,
            descendant=self._add(document, "descendant", descendant),
            meanings=self._add(document, "meanings", stream(self._meanings().encode("ascii"))),
        )
        document.idToObject["BasicFonts"].dict[self.name] = font.encode("ascii")

    def _add(self, document: Any, part: str, content: bytes | str) -> str:
        """Give an object of the PDF its number, and return the reference to it."""
        data = content if isinstance(content, bytes) else content.encode("ascii")
        added = document.Reference(data, f"{self.name}.{part}")
        return f"{document.idToObjectNumberAndVersion[added.name][0]} 0 R"

    def _subset(self) -> bytes:
        """Return a font file that holds the drawn glyphs alone, under their own numbers."""
        import uharfbuzz

        wanted = uharfbuzz.SubsetInput()
        wanted.glyph_set.update(self.glyphs)
        wanted.flags = (
            uharfbuzz.SubsetFlags.RETAIN_GIDS
            | uharfbuzz.SubsetFlags.NO_HINTING
            | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
            | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        )
        for table in _UNNEEDED:
            wanted.drop_table_tag_set.add(int.from_bytes(table.encode("ascii"), "big"))
        return bytes(uharfbuzz.subset(self.face.for_subsets, wanted).blob.data)

    def _box(self) -> list[int]:
        inks = [self.face.ink(glyph) for glyph in self.glyphs] or [self.face.ink(0)]
        lefts, bottoms, rights, tops = zip(*inks, strict=True)
        return [int(min(lefts)) - 1, int(min(bottoms)) - 1, int(max(rights)) + 1, int(max(tops)) + 1]

    def _meanings(self) -> str:
        """Return the map that lets viewers find and copy text."""
        lines = [
            f"<{glyph:04X}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(self.glyphs.items()) if text
        ]
        blocks = [lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK)]
        return _CMAP.format(
            blocks="\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        )

    def _tag(self) -> str:
        """Return six capitals that name this subset, the same for the same glyphs."""
        digest = hashlib.sha256(repr(sorted(self.glyphs)).encode("ascii")).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def stream(content: bytes, entries: str = "") -> bytes:
    """Return a compressed stream object.

    What is small is packed well, in a third more time than at the fastest level. Of large ones the fastest level leaves
    a quarter more, but the badges on a sheet with many take so little each that time matters more.
    """
    level = _SMALL_LEVEL if len(content) <= _SMALL else zlib.Z_BEST_SPEED
    return packed(zlib.compress(content, level), f"{entries}/Filter/FlateDecode")


def packed(data: bytes, entries: str) -> bytes:
    """Return a stream object whose data are compressed already, as `entries` tell."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries.encode("ascii"), len(data), data)
