"""Right-to-left text: the bidirectional level of every character, and the order in which runs stand on a line.

The levels are those of UAX 9, found by fpdf2; reordering (rule L2) happens per line, after the text was wrapped.
"""

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLI", "FSI", "RLE", "RLO"})
_PURE = frozenset({"R", "AL", "NSM", "WS", "BN"})
"""Kinds of characters that are all on one level if there are no others (rules W1, W3, N1, N2, I2 and X9)."""

T = TypeVar("T")


def levels(text: str) -> tuple[int, ...] | None:
    """Return the embedding level of each character, or None if the whole text runs from left to right."""
    if text.isascii():
        return None
    kinds = set(map(unicodedata.bidirectional, text))
    if kinds.isdisjoint(_RIGHT_TO_LEFT):
        return None
    if kinds <= _PURE:
        return (1,) * len(text)
    from fpdf.bidi import BidiParagraph

    found = {each.character_index: each.embedding_level for each in BidiParagraph(text).characters}
    result: list[int] = []
    for at in range(len(text)):
        # fpdf leaves joiners out (rule X9): they belong to the letter before them.
        before = result[-1] if result else 0
        result.append(found.get(at, before))
    return tuple(result)


def base_level(text: str) -> int:
    """Return 1 if the first strong character runs from right to left, else 0 (rules P2 and P3)."""
    depth = 0
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in {"LRI", "RLI", "FSI"}:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return 0 if kind == "L" else 1
    return 0


def visual_order(runs: Sequence[tuple[int, T]]) -> list[T]:
    """Return the runs of one line from left to right, given with their levels in logical order (rule L2)."""
    if len(runs) == 1:
        return [runs[0][1]]
    ordered = list(runs)
    highest = max((level for level, _ in ordered), default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(ordered):
            end = start
            while end < len(ordered) and ordered[end][0] >= level:
                end += 1
            if end > start:
                ordered[start:end] = reversed(ordered[start:end])
            start = end + 1
    return [run for _, run in ordered]
