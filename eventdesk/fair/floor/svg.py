"""Reads the lines of a drawing in SVG: shapes and paths with their transforms. Nothing outside the file is ever opened.

The parser is Python's expat, told to refuse a document type: without one there are no entities to grow or to fetch.
"""

import math
import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from eventdesk.codes import BackgroundTrouble
from eventdesk.fair.floor.geometry import Place
from eventdesk.fair.floor.strokes import FURTHEST, Strokes, Transform, WrongDrawingError, arc
from eventdesk.fair.floor.svg_path import path_lines

MOST_THINGS = 100_000
_DEEPEST = 100
_BYTES_AT_ONCE = 1 << 16
_LARGEST_TAG = 4_000_000
"""So many bytes one element may take with all that it says about itself."""
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CALL = re.compile(r"(?<!\w)(\w++)\s*+\(([^()]*+)\)")
_GROUPS = frozenset({"svg", "g", "a", "switch"})
_SILENT = frozenset({"title", "desc", "metadata", "style", "script", "defs", "namedview"})
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)")
Attributes = Mapping[str, str]


def read_svg(data: bytes) -> Strokes:
    """Read a drawing, y downwards. Raises `WrongDrawingError`."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse
    parser.ProcessingInstructionHandler = _ignore
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    try:
        for at in range(0, len(data), _BYTES_AT_ONCE):
            parser.Parse(data[at : at + _BYTES_AT_ONCE], False)
            if at - parser.CurrentByteIndex > _LARGEST_TAG:
                raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_THINGS)
        parser.Parse(b"", True)
    except WrongDrawingError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:  # the latter two for encodings that it cannot read
        raise WrongDrawingError(BackgroundTrouble.DAMAGED) from error
    return reader.strokes


def _refuse(*_names: object) -> None:
    raise WrongDrawingError(BackgroundTrouble.UNSAFE)


def _ignore(_target: str, _data: str) -> None:
    """Follow no instruction, such as a style sheet elsewhere."""


class _Reader:
    """Hears of elements as they begin and end."""

    def __init__(self) -> None:
        self.strokes = Strokes()
        self._open: list[tuple[Transform, bool]] = []
        self._count = 0

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an element; what is inside a hidden one is not drawn."""
        self._count += 1
        if self._count > MOST_THINGS or len(self._open) > _DEEPEST:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_THINGS)
        name = tag.rpartition(" ")[2].lower()
        outer, shown = self._open[-1] if self._open else (Transform(), True)
        where = outer @ _transform(attributes.get("transform", ""))
        if name == "svg" and self._open:
            where = where @ Transform(e=_number(attributes, "x"), f=_number(attributes, "y"))
        visible = shown and attributes.get("display") != "none" and attributes.get("visibility") != "hidden"
        visible = visible and not _HIDDEN.search(attributes.get("style", "")) and name not in _SILENT
        inside = visible and name in _GROUPS
        if visible and not inside:
            self._draw(name, attributes, where)
        self._open.append((where, inside))

    def end(self, _tag: str) -> None:
        """Leave an element."""
        self._open.pop()

    def _draw(self, name: str, attributes: Attributes, where: Transform) -> None:
        lines = list(_lines(name, attributes))
        for line in lines:
            self.strokes.add(line, where)
        if not lines:
            self.strokes.left_out += 1


def _lines(name: str, attributes: Attributes) -> Iterator[list[Place]]:
    """Yield the lines of a shape; nothing for what is none."""

    def number(key: str) -> float:
        return _number(attributes, key)

    match name:
        case "line":
            yield [(number("x1"), number("y1")), (number("x2"), number("y2"))]
        case "rect":
            x, y, right, bottom = (
                number("x"),
                number("y"),
                number("x") + number("width"),
                number("y") + number("height"),
            )
            yield [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)]
        case "circle":
            yield arc((number("cx"), number("cy")), (number("r"), number("r")), 0, 2 * math.pi)
        case "ellipse":
            yield arc((number("cx"), number("cy")), (number("rx"), number("ry")), 0, 2 * math.pi)
        case "polyline" | "polygon":
            numbers = _numbers(attributes.get("points", ""))
            places = list(zip(numbers[::2], numbers[1::2], strict=False))
            if places:
                yield [*places, places[0]] if name == "polygon" else places
        case "path":
            yield from path_lines(attributes.get("d", ""))
        case _:
            return


def _transform(text: str) -> Transform:
    found = Transform()
    for name, inside in _CALL.findall(text):
        numbers = _numbers(inside)
        found = found @ _one(name.lower(), numbers)
    return found


def _one(name: str, numbers: list[float]) -> Transform:
    match name, numbers:
        case "matrix", [a, b, c, d, e, f]:
            return Transform(a, b, c, d, e, f)
        case "translate", [x, *rest]:
            return Transform(e=x, f=rest[0] if rest else 0)
        case "scale", [x, *rest]:
            return Transform(a=x, d=rest[0] if rest else x)
        case "rotate", [degrees]:
            return Transform.turning(degrees)
        case "rotate", [degrees, x, y]:
            return Transform(e=x, f=y) @ Transform.turning(degrees) @ Transform(e=-x, f=-y)
        case "skewx", [degrees]:
            return Transform(c=math.tan(math.radians(degrees)))
        case "skewy", [degrees]:
            return Transform(b=math.tan(math.radians(degrees)))
        case _:
            raise WrongDrawingError(BackgroundTrouble.DAMAGED)


def _number(attributes: Attributes, key: str) -> float:
    """Return a length; its unit counts for nothing, as drawings are measured on the plan anyway."""
    found = _NUMBER.match(attributes.get(key, "").strip())
    return _finite(found[0]) if found else 0.0


def _numbers(text: str) -> list[float]:
    return [_finite(found[0]) for found in _NUMBER.finditer(text)]


def _finite(text: str) -> float:
    number = float(text)
    if not abs(number) < FURTHEST:
        raise WrongDrawingError(BackgroundTrouble.DAMAGED)
    return number
