"""Finds the largest size at which a text fits its box, on as few lines as look well; cut only below a readable size."""

import math
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from eventdesk.drawing.fonts import EM
from eventdesk.drawing.letters import LONGEST, clusters
from eventdesk.drawing.shaping import Line, Word
from eventdesk.drawing.text import Block, Paragraph

ASCENT = 950.0
DESCENT = -250.0
"""Room that every line takes above and below its baseline, so that "Ömer" and "Elif" stand on the same height."""

CLEARANCE = 40.0
"""Least white between the ink of two lines, in thousandths of the font size."""

HYPHEN_COST = 1.3
"""A line that ends inside a double name counts as this much wider, so that blanks are broken first."""


class Align(Enum):
    """Where a text stands in its box, and what all lines of it are flush with.

    `share` is the part of the room left over that is at its left: the value, which an enumeration hands out slowly.
    """

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0

    def __init__(self, share: float) -> None:
        self.share = share


class Room(NamedTuple):
    """What a text may take: a box in points, font sizes in points, number of lines, line pitch per font size.

    `compact`, at most 1: a text gets a further line only if it would be smaller than this part of what it could be with
    it. `floor`: what would be smaller than this many points is cut at its end instead.
    """

    width: float
    height: float
    max_size: float
    min_size: float
    lines: int = 1
    leading: float = 1.25
    compact: float = 0.8
    floor: float = 0.0


class Fitted(NamedTuple):
    """A text with its size and its lines, ready to be drawn anywhere. Lengths in points.

    `text` is what is drawn, `original` what was given. `cut`: the end of it is left out, an ellipsis says so.
    `missing`: clusters that no font has, shown in Latin letters instead.
    """

    text: str
    original: str
    cut: bool
    lines: tuple[Line, ...]
    baselines: tuple[float, ...]
    """How far below the top of the block each line stands."""
    size: float
    room: Room
    block_width: float
    block_height: float
    right_to_left: bool
    missing: tuple[str, ...]

    @property
    def rise(self) -> float:
        """How far ink stands above the first baseline, in points."""
        return self.lines[0].top * self.size / EM

    @property
    def depth(self) -> float:
        """How far ink hangs below the last baseline, in points."""
        return -self.lines[-1].bottom * self.size / EM

    @property
    def shrunk(self) -> bool:
        """Whether it had to be smaller than the box wanted it."""
        return self.size < _down(self.room.max_size)

    @property
    def overflow(self) -> bool:
        """Whether it had to be cut, or smaller than the box allows."""
        return self.cut or self.size < _down(self.room.min_size)


def fit(paragraph: Paragraph, room: Room) -> Fitted:
    """Return `paragraph` at the largest size that `room` allows, with the fewest lines that are worth it.

    What would be smaller than the floor of the room is cut to what fits at that size.
    """
    (largest, block), shown = _best(paragraph, room), paragraph
    size = _down(largest)
    if size < room.floor and size < _down(room.max_size):
        (largest, block), shown = _cut(paragraph, room, (largest, block))
        size = _down(largest)
    scale = size / EM
    return Fitted(
        text=shown.text,
        original=paragraph.original,
        cut=shown is not paragraph,
        lines=tuple([shown.set(start, end) for start, end in block.spans]),
        baselines=tuple([drop * scale for drop in block.drops]),
        size=size,
        room=room,
        block_width=block.width * scale,
        block_height=block.height * scale,
        right_to_left=paragraph.right_to_left,
        missing=paragraph.missing,
    )


def line(paragraph: Paragraph, size: float) -> Fitted:
    """Return `paragraph` on one line at this size."""
    whole = paragraph.whole()
    top, bottom = max(ASCENT, whole.top), min(DESCENT, whole.bottom)
    scale = size / EM
    width, height = whole.width * scale, (top - bottom) * scale
    return Fitted(
        text=paragraph.text,
        original=paragraph.original,
        cut=False,
        lines=(whole,),
        baselines=(top * scale,),
        size=size,
        room=Room(width, height, size, size),
        block_width=width,
        block_height=height,
        right_to_left=paragraph.right_to_left,
        missing=paragraph.missing,
    )


def flow(paragraph: Paragraph, size: float, width: float, leading: float, lines: int) -> Fitted:
    """Return `paragraph` at this size on as many lines as it needs, each filled before the next one begins.

    What needs more than so many lines is cut at its end, as is what is longer than any text that is drawn.
    """
    shown, room = paragraph, width * EM / size
    spans = list(_filled(shown, room))
    if len(spans) > lines or len(paragraph.original) > LONGEST:
        most = len(clusters(paragraph.text[: spans[:lines][-1][1]]))
        while most and (shown is paragraph or len(spans) > lines):
            shown, most = paragraph.cut(most), most - 1
            spans = list(_filled(shown, room))
    block = _measured(shown, tuple(spans), leading)
    scale = size / EM
    return Fitted(
        text=shown.text,
        original=paragraph.original,
        cut=shown is not paragraph,
        lines=tuple([shown.set(start, end) for start, end in spans]),
        baselines=tuple([drop * scale for drop in block.drops]),
        size=size,
        room=Room(width, block.height * scale, size, size, len(spans), leading),
        block_width=block.width * scale,
        block_height=block.height * scale,
        right_to_left=paragraph.right_to_left,
        missing=paragraph.missing,
    )


def _filled(paragraph: Paragraph, width: float) -> Iterator[tuple[int, int]]:
    """Yield where each line begins and ends. `width` in thousandths of the font size."""
    words = paragraph.words
    start, at = words[0].start, 0
    while at < len(words):
        last, taken = at, _width(paragraph, start, words[at].end)
        if taken > width:
            *whole, (rest, _) = _broken(paragraph, start, words[at].end, width)
            if whole:
                yield from whole
                start = rest
                continue
        while last + 1 < len(words) and taken + words[last].gap + words[last + 1].width <= width:
            taken += words[last].gap + words[last + 1].width
            last += 1
        while last > at and _width(paragraph, start, words[last].end) > width:  # widths of words are estimates
            last -= 1
        yield start, words[last].end
        at = last + 1
        start = words[at].start if at < len(words) else start


def _broken(paragraph: Paragraph, start: int, end: int, width: float) -> list[tuple[int, int]]:
    """Return the parts of a word that is wider than a line."""
    found, at = [], start
    for cluster in clusters(paragraph.text[start:end]):
        if at > start and _width(paragraph, start, at + len(cluster)) > width:
            found.append((start, at))
            start = at
        at += len(cluster)
    return [*found, (start, at)]


def _width(paragraph: Paragraph, start: int, end: int) -> float:
    extent = paragraph.extent(start, end)
    return extent.right - extent.left


def _cut(paragraph: Paragraph, room: Room, whole: tuple[float, Block]) -> tuple[tuple[float, Block], Paragraph]:
    """Return the longest beginning that fits at the floor, found by halving; all of it if not even a letter does."""
    floor = min(room.floor, _down(room.max_size))
    best = whole, paragraph
    low, high = 0, len(paragraph.clusters)
    while high - low > 1:
        middle = (low + high) // 2
        shorter = paragraph.cut(middle)
        attempt = _best(shorter, room)
        if _down(attempt[0]) >= floor:
            low, best = middle, (attempt, shorter)
        else:
            high = middle
    return best


def _best(paragraph: Paragraph, room: Room) -> tuple[float, Block]:
    """Return the largest size, and the lines of the text at it."""
    block = _block(paragraph, 1, room.leading)
    largest = _size(block, room)
    enough = room.max_size * room.compact
    if largest >= enough or room.lines == 1:
        return largest, block
    tried = [(largest, block)]
    most = min(room.lines, len(paragraph.words))
    while tried[-1][0] < enough and len(tried) < most:
        block = _block(paragraph, len(tried) + 1, room.leading)
        tried.append((_size(block, room), block))
    best = max([each[0] for each in tried])
    return next(each for each in tried if each[0] >= best * room.compact)


def _size(block: Block, room: Room) -> float:
    """Return the largest size at which a block fits."""
    return min(room.max_size, room.width * EM / max(block.width, 1.0), room.height * EM / block.height)


def _block(paragraph: Paragraph, count: int, leading: float) -> Block:
    """Return a text on so many lines, as even as can be; what was found is kept with the paragraph."""
    found = paragraph.blocks.get((count, leading))
    if found is None:
        spans: tuple[tuple[int, int], ...] = ((0, len(paragraph.text)),)
        if count > 1:
            words = paragraph.words
            spans = tuple([(words[first].start, words[last].end) for first, last in wrap(words, count)])
        found = paragraph.blocks[count, leading] = _measured(paragraph, spans, leading)
    return found


def _measured(paragraph: Paragraph, spans: tuple[tuple[int, int], ...], leading: float) -> Block:
    lines = [paragraph.extent(start, end) for start, end in spans]
    if len(lines) == 1:
        left, right, top, bottom = lines[0]
        drop = max(ASCENT, top)
        return Block(spans, right - left, (drop,), drop - min(DESCENT, bottom))
    drops = [max(ASCENT, lines[0].top)]
    for above, line in pairwise(lines):
        drops.append(drops[-1] + max(leading * EM, line.top - above.bottom + CLEARANCE))
    height = drops[-1] - min(DESCENT, lines[-1].bottom)
    width = max([line.right - line.left for line in lines])
    return Block(spans, width, tuple(drops), height)


def wrap(words: Sequence[Word], count: int) -> list[tuple[int, int]]:
    """Put `words` on `count` lines so that the widest is as narrow as can be; first and last word of each line.

    Exact, by dynamic programming over the end of each line. `count` must not exceed the number of words.
    """
    starts = [0.0]
    for word in words:
        starts.append(starts[-1] + word.width + word.gap)
    last = len(words) - 1

    def width(first: int, end: int) -> float:
        gap = words[end].gap
        return (starts[end + 1] - starts[first] - gap) * (1.0 if gap or end == last else HYPHEN_COST)

    widest = [width(0, end) for end in range(last + 1)]
    choices: list[list[int]] = []
    for line in range(1, count):
        chosen, following = [0] * (last + 1), [math.inf] * (last + 1)
        for end in range(line, last + 1):
            following[end], chosen[end] = min((max(widest[at - 1], width(at, end)), at) for at in range(line, end + 1))
        choices.append(chosen)
        widest = following
    lines = []
    end = last
    for chosen in reversed(choices):
        lines.append((chosen[end], end))
        end = chosen[end] - 1
    return [(0, end), *reversed(lines)]


def _down(size: float) -> float:
    """Round down to a hundredth of a point, as it is written to the page."""
    return math.floor(size * 100 + 1e-6) / 100
