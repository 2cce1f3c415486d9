"""A text on its way to a page: fonts chosen per cluster, directions known, measured, wrapped in logical order."""

import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from eventdesk.drawing import direction
from eventdesk.drawing.fonts import Face
from eventdesk.drawing.letters import DIRECTION_MARKS, clean, clusters, has_ink, unbroken
from eventdesk.drawing.plain import PlainSetter
from eventdesk.drawing.shaping import Extent, Line, Run, Word, shape

_REMEMBERED = 4096
REPLACEMENT = "\ufffd"
ELLIPSIS = "…"


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
        self.right_to_left = False
        """Whether the text as a whole begins at the right."""
        self._plain = setter.plain.measured(self.text)
        if self._plain is None:
            self.text, self._faces, self.missing = _choose(self.text, setter.chain)
            self._levels = direction.levels(self.text)
            self.right_to_left = self._levels is not None and direction.base_level(self.text) == 1

    @property
    def words(self) -> tuple[Word, ...]:
        """The unbreakable parts, in the order in which they are read. Widths are good enough to compare lines by."""
        return self._words if self._plain is None else self._plain.words

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        spans = unbroken(self.text)
        return tuple(
            Word(start, end, self._advance(start, end), self._advance(end, following))
            for (start, end), (following, _) in pairwise([*spans, (len(self.text), 0)])
        )

    def _advance(self, start: int, end: int) -> float:
        return sum((run.advance for _, run in self._runs(start, end)), 0.0)

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
        """Return what the characters from `start` up to `end` take as one line; quicker than to set plain letters."""
        if self._plain is not None:
            return self._plain.extent(start, end)
        line = self.set(start, end)
        return Extent(line.left, line.right, line.top, line.bottom)

    def set(self, start: int, end: int) -> Line:
        """Return the characters from `start` up to `end` as one line, in visual order."""
        line = self._lines.get((start, end))
        if line is None:
            line = self._lines[start, end] = self._set(start, end)
        return line

    def _set(self, start: int, end: int) -> Line:
        if self._plain is not None:
            run = self._plain.run(start, end)
            return Line((run,), run.left, run.right, run.top, run.bottom)
        runs = direction.visual_order(self._runs(start, end))
        advance, left, right = 0.0, 0.0, 0.0
        for run in runs:
            left, right = min(left, advance + run.left), max(right, advance + run.right)
            advance += run.advance
        top = max((run.top for run in runs), default=0.0)
        bottom = min((run.bottom for run in runs), default=0.0)
        return Line(tuple(runs), left, right, top, bottom)

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
