"""Sets long texts line by line, so that they can go on in another column: a fitted text holds eight hundred letters."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventdesk.drawing.colour import INK, Colour
from eventdesk.drawing.fitting import Align, Fitted
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.letters import clusters, unbroken
from eventdesk.drawing.pages.leaves import Pen
from eventdesk.drawing.pages.names import unbroken as names_unbroken

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_ADDRESS = (re.compile(r"(?<=[@/])(?=\w)"), re.compile(r"(?<=[@/._-])(?=\w)"))
"""Where an address may be torn: first where it looks best."""

_MOST_LETTERS = 700
"""No line is longer than a text that is drawn whole."""


class Face(NamedTuple):
    """How a text is set: weight, size in points, distance of its lines per size, colour."""

    size: float
    weight: Weight = Weight.REGULAR
    leading: float = 1.48
    colour: Colour = INK


class Line(NamedTuple):
    """One line: its text, set; how far its baseline is below the line's top; how high it is; white above it."""

    fitted: Fitted
    height: float
    colour: Colour
    above: float = 0.0


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which empty lines part."""
    found = (_BLANKS.sub(" ", part).strip() for part in _PARAGRAPHS.split(text.replace("\r\n", "\n")))
    return [part for part in found if part]


def set_text(kit: Kit, text: str, face: Face, width: float, *, above: float = 0.0) -> list[Line]:
    """Return the lines of all paragraphs; `above` is the white before each but the first."""
    lines: list[Line] = []
    for paragraph in paragraphs(text):
        for at, fitted in enumerate(_lines(kit, names_unbroken(paragraph), face, width)):
            white = above if at == 0 and lines else 0.0
            lines.append(Line(fitted, face.size * face.leading, face.colour, white))
    return lines


def set_address(kit: Kit, text: str, face: Face, width: float) -> list[Line]:
    """Return the lines of an e-mail or web address, which are torn where it has a sign that is no letter."""
    if kit.width(text, face.weight, face.size) <= width:
        return set_text(kit, text, face, width)
    rows: list[str] = []
    for tear in _ADDRESS:
        first, *others = tear.split(text)
        rows = [first]
        for part in others:
            if kit.width(rows[-1] + part, face.weight, face.size) <= width:
                rows[-1] += part
            else:
                rows.append(part)
        if all(kit.width(row, face.weight, face.size) <= width for row in rows):
            break
    return [line for row in rows for line in set_text(kit, row, face, width)]


def height_of(lines: Sequence[Line]) -> float:
    """Return how high lines are together; the white above the first does not count."""
    return sum(line.height + (line.above if at else 0.0) for at, line in enumerate(lines))


def draw_lines(pen: Pen, lines: Sequence[Line], x: float, top: float, width: float, about: str) -> float:
    """Draw lines below each other; returns where the last one ends."""
    for at, line in enumerate(lines):
        top -= line.above if at else 0.0
        fitted = line.fitted
        pad = (line.height - fitted.block_height) / 2
        align = Align.RIGHT if fitted.right_to_left else Align.LEFT
        left = x + (width - fitted.block_width if align is Align.RIGHT else 0.0)
        pen.put(pen.remarks.note(about, fitted), left, top - pad, Align.LEFT, line.colour)
        top -= line.height
    return top


def _lines(kit: Kit, text: str, face: Face, width: float) -> Iterator[Fitted]:
    """Yield a paragraph line by line, each filled before the next begins."""
    face = face._replace(size=round(face.size, 2))  # as it is written to the page
    spans = unbroken(text)
    start = at = 0
    while at < len(spans):
        start, end = spans[at]
        last, taken = at, kit.width(text[start:end], face.weight, face.size)
        while last + 1 < len(spans) and spans[last + 1][1] - start < _MOST_LETTERS:
            more = kit.width(text[spans[last][1] : spans[last + 1][1]], face.weight, face.size)
            blank = kit.width("n n", face.weight, face.size) - 2 * kit.width("n", face.weight, face.size)
            taken += more + (blank if spans[last + 1][0] > spans[last][1] else 0.0)
            if taken > width:
                break
            last += 1
        fitted = kit.line(text[start : spans[last][1]], face.weight, face.size)
        while fitted.block_width > width and last > at:  # the sum of the words is an estimate
            last -= 1
            fitted = kit.line(text[start : spans[last][1]], face.weight, face.size)
        if fitted.block_width > width:
            yield from _torn(kit, text[start : spans[last][1]], face, width)
        else:
            yield fitted
        at = last + 1


def _torn(kit: Kit, word: str, face: Face, width: float) -> Iterator[Fitted]:
    """Yield the parts of a word that is wider than a line."""
    part = ""
    for cluster in clusters(word):
        if part and kit.line(part + cluster, face.weight, face.size).block_width > width:
            yield kit.line(part, face.weight, face.size)
            part = ""
        part += cluster
    yield kit.line(part, face.weight, face.size)
