"""A text on its way to a page: fonts chosen per cluster, directions known, measured, wrapped in logical order."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from eventdesk.drawing import direction
from eventdesk.drawing.fonts import Face
from eventdesk.drawing.letters import DIRECTION_MARKS, clean, clusters, has_ink
from eventdesk.drawing.plain import PlainSetter
from eventdesk.drawing.shaping import Run, shape

_BREAKS = re.compile(r" (?![·•|–—\-/&])|(?<=[^ \-])[-‐–—/](?=[^ ])")
"""Where a line may end: at a blank, unless a sign follows that must not begin a line, and behind a hyphen in a word."""

_REMEMBERED = 4096
REPLACEMENT = "\ufffd"
ELLIPSIS = "…"


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


class Extent(NamedTuple):
    """What a line takes, as in `Line`."""

    left: float
    right: float
    top: float
    bottom: float


class Word(NamedTuple):
    """A part of a text that is never broken: from `start` to `end`, and `gap` thousandths of blank behind it."""

    start: int
    end: int
    width: float
    gap: float


class Block(NamedTuple):
    """Lines below each other. Thousandths of the font size, because all measures grow with it.

    `spans` are where each line begins and ends in the text.
    """

    spans: tuple[tuple[int, int], ...]
    width: float
    drops: tuple[float, ...]
    """How far below the top of the block each baseline stands."""
    height: float


class Typesetter:
    """Sets texts in one chain of faces, the first of which serves most of them."""

    def __init__(self, chain: Sequence[Face], *, tabular: bool = False) -> None:
        self.chain = chain
        self.plain = PlainSetter(chain[0], tabular=tabular)
        self._tabular = tabular
        self.shaped = lru_cache(_REMEMBERED)(self._shape)

    def _shape(self, face: Face, text: str, right_to_left: bool) -> Run:
        return shape(face, text, right_to_left=right_to_left, tabular=self._tabular)


class Paragraph:
    """A cleaned text whose every cluster has a face. What no face has is transliterated and told in `missing`."""

    def __init__(self, text: str, setter: Typesetter) -> None:
        self._setter = setter
        self.original = text
        self.text = clean(text)
        self.missing: tuple[str, ...] = ()
        self.blocks: dict[tuple[int, float], Block] = {}
        """The text on so many lines with this leading, as far as it was tried: sizes are, again and again."""
        self._lines: dict[tuple[int, int], Line] = {}
        self._faces: list[Face] = []
        self._levels: tuple[int, ...] | None = None
        self._plain = setter.plain.characters.issuperset(self.text)
        if not self._plain:
            self.text, self._faces, self.missing = _choose(self.text, setter.chain)
            self._levels = direction.levels(self.text)

    @cached_property
    def right_to_left(self) -> bool:
        """Whether the text as a whole begins at the right."""
        return self._levels is not None and direction.base_level(self.text) == 1

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The unbreakable parts, in the order in which they are read. Widths are good enough to compare lines by."""
        before = self._positions()
        found, start = [], 0
        for match in _BREAKS.finditer(self.text):
            end = match.start() if match[0] == " " else match.end()
            found.append(Word(start, end, before[end] - before[start], before[match.end()] - before[end]))
            start = match.end()
        end = len(self.text)
        return (*found, Word(start, end, before[end] - before[start], 0.0))

    @cached_property
    def clusters(self) -> list[str]:
        """The letters with their marks, in the order in which they are read."""
        return clusters(self.text)

    def cut(self, count: int) -> "Paragraph":
        """Return the first `count` clusters and a sign that something was left out."""
        return Paragraph("".join(self.clusters[:count]).rstrip() + ELLIPSIS, self._setter)

    def whole(self) -> Line:
        """Return the text as one line."""
        return self.set(0, len(self.text))

    def extent(self, start: int, end: int) -> Extent:
        """Return what the characters from `start` up to `end` take as one line.

        Quicker than to set it, if its letters are plain and it is only a part. The whole is drawn most of the time.
        """
        if self._plain and 0 < end - start < len(self.text):
            return Extent(*self._setter.plain.extent(self.text[start:end]))
        line = self.set(start, end)
        return Extent(line.left, line.right, line.top, line.bottom)

    def set(self, start: int, end: int) -> Line:
        """Return the characters from `start` up to `end` as one line, in visual order."""
        line = self._lines.get((start, end))
        if line is None:
            line = self._lines[start, end] = self._set(start, end)
        return line

    def _set(self, start: int, end: int) -> Line:
        if self._plain:
            run = self._setter.plain.run(self.text[start:end])
            return Line((run,), run.left, run.right, run.top, run.bottom)
        runs = direction.visual_order(self._runs(start, end))
        advance, left, right = 0.0, 0.0, 0.0
        for run in runs:
            left, right = min(left, advance + run.left), max(right, advance + run.right)
            advance += run.advance
        top = max((run.top for run in runs), default=0.0)
        bottom = min((run.bottom for run in runs), default=0.0)
        return Line(tuple(runs), left, right, top, bottom)

    def _positions(self) -> list[float]:
        """Return where each character begins, and where the last one ends, were all of them on one endless line."""
        if self._plain:
            return list(accumulate(self._setter.plain.advances(self.text), initial=0.0))
        cuts = {0, len(self.text)}
        for match in _BREAKS.finditer(self.text):
            cuts |= {match.start(), match.end()}
        ordered = sorted(cuts)
        positions = [0.0] * (len(self.text) + 1)
        for start, end in pairwise(ordered):
            positions[end] = positions[start] + sum(run.advance for _, run in self._runs(start, end))
        return positions

    def _runs(self, start: int, end: int) -> list[tuple[int, Run]]:
        """Cut a line into runs of one face and one level, in logical order."""
        found = []
        for first, behind, face, level in self._stretches:
            visible = self.text[max(first, start) : min(behind, end)]
            if not DIRECTION_MARKS.isdisjoint(visible):
                visible = "".join(sign for sign in visible if sign not in DIRECTION_MARKS)
            if visible:
                found.append((level, self._setter.shaped(face, visible, level % 2 == 1)))
        return found

    @cached_property
    def _stretches(self) -> list[tuple[int, int, Face, int]]:
        """The parts of the text that have one face and one level: first character, the one behind, face, level."""
        found, first = [], 0
        levels = self._levels or (0,) * len(self.text)
        for (face, level), signs in groupby(zip(self._faces, levels, strict=True)):
            behind = first + sum(1 for _ in signs)
            found.append((first, behind, face, level))
            first = behind
        return found


def _choose(text: str, chain: Sequence[Face]) -> tuple[str, list[Face], tuple[str, ...]]:
    """Give each cluster the first face that has all of it; blanks follow the letter before them."""
    one = _only(text, chain)
    if one is not None:
        return text, [one] * len(text), ()
    parts: list[str] = []
    faces: list[Face] = []
    missing: list[str] = []
    for cluster in clusters(text):
        if cluster == " " and (not parts or parts[-1] == " "):
            continue  # what stood before this blank could not be shown
        face = faces[-1] if faces and cluster in {" ", "\u00a0"} else None
        face = face if face is not None and _covers(face, cluster) else _first(cluster, chain)
        shown = cluster
        if face is None:
            missing.append(cluster)
            face, shown = chain[0], transliterated(cluster, chain)
        if shown:
            parts.append(shown)
            faces += [face] * len(shown)
    shown = "".join(parts).rstrip(" ")
    return shown, faces[: len(shown)], tuple(dict.fromkeys(missing))


def _only(text: str, chain: Sequence[Face]) -> Face | None:
    """Return the face of a text in one script: it has all letters, and no face before it has any of their parts."""
    letters = {sign for sign in set(text) if has_ink(sign)} - {" ", "\u00a0"}
    parts = letters.union(unicodedata.normalize("NFD", "".join(letters)))
    for face in chain:
        if letters <= face.characters:
            return face if letters and " " in face.characters and "\u00a0" in face.characters else None
        if not parts.isdisjoint(face.characters):
            return None
    return None


def _first(cluster: str, chain: Sequence[Face]) -> Face | None:
    return next((face for face in chain if _covers(face, cluster)), None)


def _covers(face: Face, cluster: str) -> bool:
    """Say whether `face` can draw a cluster, whole or put together from its parts."""
    return all(sign in face.characters or not has_ink(sign) for sign in cluster) or all(
        sign in face.characters or not has_ink(sign) for sign in unicodedata.normalize("NFD", cluster)
    )


def transliterated(cluster: str, chain: Sequence[Face]) -> str:
    """Return Latin letters for a cluster that no face has. A sign without letters, such as an emoji, goes."""
    from anyascii import anyascii

    if unicodedata.category(cluster[0]) in {"So", "Sk", "Cn", "Co"}:
        return ""
    latin = "".join(sign for sign in clean(anyascii(cluster)) if sign in chain[0].characters)
    return latin or (REPLACEMENT if REPLACEMENT in chain[0].characters else "?")
