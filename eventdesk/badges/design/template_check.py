"""Rules that a template keeps: nothing leaves the badge, codes can be scanned, texts can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.badges.badge import Field
from eventdesk.badges.design.template import (
    Box,
    CodeBox,
    Digits,
    Panel,
    Programme,
    Rule,
    Side,
    Stack,
    Template,
    TextBox,
)
from eventdesk.badges.design.toml_cells import Expected, plain

LEAST_CODE = 20.0
"""Millimetres below which a code is not read by every phone and scanner at arm's length."""

LEAST_CODE_ON_A_LABEL = 15.0
SMALL_LABEL = 40.0
"""A badge with an edge shorter than this many millimetres has no room for a larger code."""

_SLACK = 0.01
_DIGITS_DEPTH = 0.4
"""Height of a line of digits in millimetres, per point of their size."""

_DIGITS_WIDTH = 3.95
"""Width of all digits in one line in millimetres, per point of their size."""

_NAMES = frozenset({Field.GIVEN_NAME, Field.FAMILY_NAME, Field.NAME, Field.NATIVE_NAME, Field.TITLE})

Edges = tuple[float, float, float, float]


class HintKind(StrEnum):
    """What is allowed in a template, and should be known."""

    SMALL_CODE = "small_code"
    NO_CODE = "no_code"
    NO_NAME = "no_name"


@dataclass(frozen=True, slots=True)
class Hint:
    """Something about a template that its author should know. `size`: of its smallest code, in millimetres."""

    kind: HintKind
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a box breaks: which box of which side, where inside of it, and what was expected instead."""

    side: Side
    box: int
    inside: tuple[str | int, ...]
    key: str
    value: str
    expected: Expected
    args: tuple[str, ...] = ()


def extent(box: Box) -> Edges:
    """Return the edges of a box: left, top, right, bottom. Those of a code without the white around it."""
    match box:
        case CodeBox():
            return box.x, box.y, box.x + box.size, box.y + box.size
        case Rule():
            across, down = (0.0, box.length) if box.upright else (box.length, 0.0)
            return box.x, box.y, box.x + across, box.y + down
        case _:
            return box.x, box.y, box.x + box.width, box.y + box.height


def around(box: Box) -> Edges:
    """Return the edges of a box: left, top, right, bottom. Those of a code with the white that it needs."""
    left, top, right, bottom = extent(box)
    more = box.quiet if isinstance(box, CodeBox) else 0.0
    return left - more, top - more, right + more, bottom + more


def reach(box: Box) -> Edges:
    """Return the edges of all that a box may draw: a code has white around it, and digits below it or beside it."""
    if not isinstance(box, CodeBox):
        return extent(box)
    left, top, right, bottom = around(box)
    line = box.digit_size * _DIGITS_DEPTH
    match box.digits:
        case Digits.BELOW:
            beyond = 2 * (box.align.value - 0.5) * box.quiet
            lines = 1 if box.digit_size * _DIGITS_WIDTH <= right - left else 2
            return left - max(beyond, 0.0), top, right + max(-beyond, 0.0), bottom + lines * line
        case Digits.RIGHT:
            return left, top, right + 5 * line, bottom
        case Digits.NONE:
            return left, top, right, bottom


def contains(outer: Edges, inner: Edges, slack: float = _SLACK) -> bool:
    """Say whether `inner` lies within `outer`."""
    return (
        outer[0] <= inner[0] + slack
        and outer[1] <= inner[1] + slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def check(template: Template) -> Iterator[Finding]:
    """Yield every rule that is broken."""
    for side in template.sides:
        boxes = template.side(side)
        for number, box in enumerate(boxes):
            yield from _inside(template, side, number, box)
            yield from _texts(side, number, box)
            if isinstance(box, CodeBox):
                yield from _code(template, side, number, box)


def hints(template: Template) -> Iterator[Hint]:
    """Yield what should be known about a template without being wrong."""
    boxes = [box for side in template.sides for box in template.side(side)]
    codes = [box.size for box in boxes if isinstance(box, CodeBox)]
    if not codes:
        yield Hint(HintKind.NO_CODE)
    elif min(codes) < LEAST_CODE:
        yield Hint(HintKind.SMALL_CODE, min(codes))
    shown = {text.field for box in boxes for text in texts_of(box)}
    spoken = [said for box in boxes for text in texts_of(box) for said in (text.text.de, text.text.en)]
    if not shown & _NAMES and not any("name}" in said for said in spoken):
        yield Hint(HintKind.NO_NAME)


def texts_of(box: Box) -> tuple[TextBox, ...]:
    """Return the texts in a box."""
    match box:
        case Stack():
            return box.texts
        case Panel():
            return (box.text,) if box.text is not None else ()
        case _:
            return ()


def _inside(template: Template, side: Side, number: int, box: Box) -> Iterator[Finding]:
    left, top, right, bottom = extent(box)
    across, down = {CodeBox: ("size", "size"), Rule: ("length", "length")}.get(type(box), ("width", "height"))
    size = (plain(template.width), plain(template.height))
    if left > template.width + _SLACK or right > template.width + _SLACK:
        yield Finding(side, number, (), across, plain(round(right, 2)), Expected.INSIDE, size)
    if top > template.height + _SLACK or bottom > template.height + _SLACK:
        yield Finding(side, number, (), down, plain(round(bottom, 2)), Expected.INSIDE, size)
    if isinstance(box, Panel) and 2 * box.padding >= (box.height if box.turn % 180 else box.width):
        yield Finding(side, number, (), "padding", plain(box.padding), Expected.AT_MOST, ("width",))


def _texts(side: Side, number: int, box: Box) -> Iterator[Finding]:
    if isinstance(box, Programme) and box.min_size > box.max_size:
        yield Finding(side, number, (), "min_size", plain(box.min_size), Expected.AT_MOST, ("max_size",))
    for at, text in enumerate(texts_of(box)):
        inside: tuple[str | int, ...] = ("texts", at) if isinstance(box, Stack) else ("text",)
        spoken = text.text.de or text.text.en
        if (text.field is Field.TEXT) != bool(spoken):
            yield Finding(side, number, inside, "field", text.field.value, Expected.FIELD_OR_TEXT)
        if text.min_size > text.max_size:
            yield Finding(side, number, inside, "min_size", plain(text.min_size), Expected.AT_MOST, ("max_size",))
        if text.capitals and text.field in _NAMES:
            yield Finding(side, number, inside, "capitals", "true", Expected.NOT_CAPITALS)


def _code(template: Template, side: Side, number: int, box: CodeBox) -> Iterator[Finding]:
    small = min(template.width, template.height) < SMALL_LABEL
    least = LEAST_CODE_ON_A_LABEL if small else LEAST_CODE
    if box.size < least - _SLACK:
        yield Finding(side, number, (), "size", plain(box.size), Expected.CODE_SIZE, (plain(least),))
    page = (0.0, 0.0, template.width, template.height)
    white = around(box)
    if not contains(page, white) or not contains(page, reach(box)):
        yield Finding(side, number, (), "size", plain(box.size), Expected.WHITE, (plain(round(box.quiet, 1)),))
    for at, other in enumerate(template.side(side)):
        below = at < number and isinstance(other, Panel)
        if at == number or below or (other.show_if and box.show_if) or not _overlap(white, extent(other)):
            continue
        yield Finding(side, at, (), "box", "", Expected.UNCOVERED, (plain(round(box.quiet, 1)),))


def _overlap(one: Edges, other: Edges) -> bool:
    return (
        one[0] < other[2] - _SLACK
        and other[0] < one[2] - _SLACK
        and one[1] < other[3] - _SLACK
        and other[1] < one[3] - _SLACK
    )
