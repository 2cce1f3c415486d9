"""Sets plain letters without HarfBuzz: one glyph per character, kerning by pairs, both looked up.

Most names are Latin, Cyrillic or Greek without loose marks. For those the result is what HarfBuzz would give (a test
holds the two together), at a tenth of the time.
"""

import unicodedata
from functools import cached_property, lru_cache
from operator import add
from typing import NamedTuple

from eventdesk.drawing.fonts import Face
from eventdesk.drawing.letters import has_ink, unbroken
from eventdesk.drawing.shaping import Extent, Piece, Run, Word, shape

_PLAIN_KINDS = frozenset(
    {"Lu", "Ll", "Lt", "Lo", "Nd", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Zs"}
)
_REMEMBERED = 4096


class Part(NamedTuple):
    """Letters between which no line ends, worked out once for all texts that they occur in: many share their words.

    `head` is what to write for the first letter, `rest` for those behind it; the last stands `reach` from the first.
    """

    first: str
    last: str
    head: str
    rest: str
    reach: float
    top: float
    bottom: float
    glyphs: dict[int, str]


class Joint(NamedTuple):
    """What lies between the last letter of a part and the first of the next: its own `width`, and that of the blank.

    `code` is what to write for the blank, if there is one, and that first letter; `glyphs` are those of the blank.
    """

    width: float
    gap: float
    code: str
    glyphs: dict[int, str]


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
        self.part = lru_cache(_REMEMBERED)(self._part)
        self.lefts: dict[str, float] = {}
        """For a letter that begins a line: how far it reaches to the left, not above 0."""
        self.advances: dict[str, float] = {}
        self.rights: dict[str, float] = {}
        """For a letter that ends a line: how far it reaches to the right, at least its advance."""
        self._glyphs: dict[str, int] = {}
        self._codes: dict[str, str] = {}
        """For a letter: what to write for it."""
        self._tops: dict[str, float] = {}
        self._bottoms: dict[str, float] = {}
        self._steps: dict[str, float] = {}
        """For two letters: how far the second one stands from the first."""
        self._following: dict[str, str] = {}
        """For two letters: what to write for the second one, with the kerning before it."""
        self._joints: dict[str, Joint] = {}

    def measured(self, text: str) -> "PlainText | None":
        """Return `text` put together from its parts, or None if it is empty or not all of its letters are plain."""
        return PlainText(self, text) if text and self.characters.issuperset(text) else None

    def joint(self, letters: str) -> Joint:
        """Return what joins two parts: `letters` are the last one, perhaps a blank, and the first of the next part."""
        found = self._joints.get(letters)
        if found is None:
            self._learn(letters)
            pairs = list(map(add, letters, letters[1:]))
            width, *gap = map(self._steps.__getitem__, pairs)
            code = "".join(map(self._following.__getitem__, pairs))
            blank = {self._glyphs[sign]: sign for sign in letters[1:-1]}
            found = self._joints[letters] = Joint(width, sum(gap), code, blank)
        return found

    def _part(self, text: str) -> Part:
        pairs = list(map(add, text, text[1:]))
        try:
            rest = "".join(map(self._following.__getitem__, pairs))
            glyphs = dict(zip(map(self._glyphs.__getitem__, text), text, strict=True))
        except KeyError:
            self._learn(text)
            return self._part(text)
        return Part(
            text[0],
            text[-1],
            self._codes[text[0]],
            rest,
            sum(map(self._steps.__getitem__, pairs)),
            max(map(self._tops.__getitem__, text)),
            min(map(self._bottoms.__getitem__, text)),
            glyphs,
        )

    def _learn(self, text: str) -> None:
        for sign in set(text) - self._glyphs.keys():
            (glyph,) = shape(self.face, sign, right_to_left=False, tabular=self.tabular).glyphs
            ink, advance = self.face.ink(glyph), self.face.advance(glyph)
            self._codes[sign] = f"{glyph:04X}"
            self.advances[sign] = advance
            self.lefts[sign], self.rights[sign] = min(0.0, ink.left), max(advance, ink.right)
            self._tops[sign], self._bottoms[sign] = ink.top, ink.bottom
            self._glyphs[sign] = glyph
        for pair in set(map(add, text, text[1:])) - self._following.keys():
            first, second = pair[0], pair[1]
            apart = self.advances[first] + self.advances[second]
            together = shape(self.face, pair, right_to_left=False, tabular=self.tabular).advance
            kern = round(together - apart)
            self._steps[pair] = self.advances[first] + kern
            self._following[pair] = f">{-kern}<{self._codes[second]}" if kern else self._codes[second]


class PlainText:
    """A text in one face, put together from its parts, and so is every line that it can have."""

    def __init__(self, setter: PlainSetter, text: str) -> None:
        """Take a text that is not empty and every character of which is one of the setter's."""
        self._setter = setter
        self._text = text
        self._spans = unbroken(text)
        parts = self._parts = [setter.part(text[start:end]) for start, end in self._spans]
        self._starts = [0.0]
        """Where each part would begin on one endless line."""
        self._joints: list[Joint] = []
        self._codes = [parts[0].head + parts[0].rest]
        """What to write for each part, behind the one before."""
        if len(parts) > 1:
            self._join()

    def _join(self) -> None:
        setter, text, at = self._setter, self._text, 0.0
        before, end = self._parts[0], self._spans[0][1]
        for part, (start, behind) in zip(self._parts[1:], self._spans[1:], strict=True):
            joint = setter.joint(before.last + text[end:start] + part.first)
            at += before.reach + joint.width + joint.gap
            self._starts.append(at)
            self._joints.append(joint)
            self._codes.append(joint.code + part.rest)
            before, end = part, behind

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its parts with their widths, in the order in which they are read."""
        last = self._parts[-1]
        widths = [part.reach + joint.width for part, joint in zip(self._parts, self._joints, strict=False)]
        gaps = [joint.gap for joint in self._joints]
        widths.append(last.reach + self._setter.advances[last.last])
        gaps.append(0.0)
        return tuple([Word(*span, width, gap) for span, width, gap in zip(self._spans, widths, gaps, strict=True)])

    def extent(self, start: int, end: int) -> Extent:
        """Return what the characters from `start` up to `end` take as a line."""
        between = self._between(start, end)
        if between is None:
            return PlainText(self._setter, self._text[start:end]).extent(0, end - start)
        first, last = between
        begin, until = self._parts[first], self._parts[last]
        top, bottom = begin.top, begin.bottom
        for part in self._parts[first + 1 : last + 1]:
            top, bottom = max(top, part.top), min(bottom, part.bottom)
        reach = self._starts[last] - self._starts[first] + until.reach
        return Extent(self._setter.lefts[begin.first], reach + self._setter.rights[until.last], top, bottom)

    def run(self, start: int, end: int) -> Run:
        """Return these characters as a run."""
        between = self._between(start, end)
        if between is None:
            return PlainText(self._setter, self._text[start:end]).run(0, end - start)
        first, last = between
        setter, begin, until = self._setter, self._parts[first], self._parts[last]
        advance = self._starts[last] - self._starts[first] + until.reach + setter.advances[until.last]
        operand = f"[<{begin.head}{begin.rest}{''.join(self._codes[first + 1 : last + 1])}>]"
        return Run(setter.face, advance, *self.extent(start, end), (Piece(0.0, operand),), self._glyphs(first, last))

    def _glyphs(self, first: int, last: int) -> dict[int, str]:
        if first == last:
            return self._parts[first].glyphs
        found = dict(self._parts[first].glyphs)
        for joint, part in zip(self._joints[first:last], self._parts[first + 1 : last + 1], strict=True):
            found.update(joint.glyphs)
            found.update(part.glyphs)
        return found

    def _between(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and the last part of a line; None if it begins or ends within one."""
        if start == 0 and end == len(self._text):
            return 0, len(self._parts) - 1
        begins, ends = self._edges
        first, last = begins.get(start), ends.get(end)
        return None if first is None or last is None else (first, last)

    @cached_property
    def _edges(self) -> tuple[dict[int, int], dict[int, int]]:
        """The number of the part that begins at a place, and of that which ends there."""
        begins, ends = zip(*self._spans, strict=True)
        numbers = range(len(self._spans))
        return dict(zip(begins, numbers, strict=True)), dict(zip(ends, numbers, strict=True))
