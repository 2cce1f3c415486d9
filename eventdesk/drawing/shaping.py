"""Turns a run of text in one font and one direction into placed glyphs, and these into PDF operators."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from eventdesk.drawing.fonts import Face


class Piece(NamedTuple):
    """An operand of TJ whose glyphs all stand `rise` thousandths above the baseline."""

    rise: float
    operand: str


class Word(NamedTuple):
    """A part of a text that is never broken: from `start` to `end`, and `gap` thousandths of blank behind it."""

    start: int
    end: int
    width: float
    gap: float


class Extent(NamedTuple):
    """What a line takes, in thousandths of the font size, from its origin."""

    left: float
    right: float
    top: float
    bottom: float


class Run(NamedTuple):
    """Shaped text in one face. All measures in thousandths of the font size, from the run's own origin."""

    face: Face
    advance: float
    left: float
    right: float
    top: float
    bottom: float
    pieces: tuple[Piece, ...]
    glyphs: Mapping[int, str]
    """Every glyph drawn, with the text it stands for (empty if it is only a part of it)."""


class Line(NamedTuple):
    """One line, its runs from left to right. Measures in thousandths of the font size, from the line's origin."""

    runs: tuple[Run, ...]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """How much room the line takes: its advance, and ink that hangs over at either end."""
        return self.right - self.left


def shape(face: Face, text: str, *, right_to_left: bool, tabular: bool = False) -> Run:
    """Shape `text`, which must not be empty, run in one direction and have all its glyphs in `face`."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    # Contextual forms of Latin, such as a raised colon, would depend on more than a letter and its neighbour.
    uharfbuzz.shape(face.font, buffer, {"calt": False, "tnum": tabular})
    return _Tracer(face).trace(buffer.glyph_infos, buffer.glyph_positions, text)


class _Tracer:
    """Walks over shaped glyphs and collects what a page needs to draw and to measure them."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.pieces: list[Piece] = []
        self.operand: list[str] = []
        self.hexes: list[str] = []
        self.rise = 0.0
        self.pen = 0.0
        """Where the pen of a viewer stands, who knows the advances of the font alone."""

    def trace(self, infos: Sequence[Any], positions: Sequence[Any], text: str) -> Run:
        face, scale = self.face, self.face.scale
        origin, left, right, top, bottom = 0.0, 0.0, 0.0, 0.0, 0.0
        glyphs: dict[int, str] = {}
        meanings = _meanings([info.cluster for info in infos], text)
        for info, position in zip(infos, positions, strict=True):
            glyph: int = info.codepoint
            x, rise = origin + position.x_offset * scale, position.y_offset * scale
            if rise != self.rise:
                self._close_piece()
                self.rise = rise
            self._move_to(x)
            self.hexes.append(f"{glyph:04X}")
            self.pen += face.advance(glyph)
            ink = face.ink(glyph)
            if ink.right > ink.left:
                left, right = min(left, x + ink.left), max(right, x + ink.right)
                top, bottom = max(top, rise + ink.top), min(bottom, rise + ink.bottom)
            glyphs[glyph] = glyphs.get(glyph) or meanings.pop(info.cluster, "")
            origin += position.x_advance * scale
        self._move_to(origin)
        self._close_piece()
        return Run(face, origin, left, max(right, origin), top, bottom, tuple(self.pieces), glyphs)

    def _move_to(self, x: float) -> None:
        step = round(x - self.pen)
        if step:
            self._close_string()
            self.operand.append(str(-step))
            self.pen += step

    def _close_string(self) -> None:
        if self.hexes:
            self.operand.append(f"<{''.join(self.hexes)}>")
            self.hexes.clear()

    def _close_piece(self) -> None:
        self._close_string()
        if self.operand:
            self.pieces.append(Piece(self.rise, f"[{''.join(self.operand)}]"))
            self.operand.clear()


def _meanings(starts: Sequence[int], text: str) -> dict[int, str]:
    """Return for each cluster the text it stands for, so that a viewer can find and copy it."""
    ordered = sorted(set(starts))
    return {start: text[start:end] for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True)}
