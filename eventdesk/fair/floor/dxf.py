"""Reads the lines of a drawing in DXF, as text: what shows on a floor plan, in the units that it says it is in.

The file is read once from its beginning to its end; how much is kept and how deep blocks may lie in blocks is limited.
"""

import io
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from eventdesk.codes import BackgroundTrouble
from eventdesk.fair.floor.geometry import Place
from eventdesk.fair.floor.strokes import (
    FURTHEST,
    MOST_COLLECTED,
    MOST_KEPT,
    Strokes,
    Transform,
    WrongDrawingError,
    arc,
    bulged,
    spline,
)

MOST_THINGS = 100_000
"""So many things are read from a file, and drawn; blocks count as often as they are drawn."""
_DEEPEST = 8
_LONGEST_VALUE = 300
"""Names that are longer are compared by their beginning."""
_KEPT = frozenset({2, 8, 10, 11, 20, 21, 40, 41, 42, 44, 45, 50, 51, 60, 62, 67, 70, 71, 230})
_DRAWN = frozenset({"LINE", "LWPOLYLINE", "POLYLINE", "CIRCLE", "ARC", "ELLIPSE", "SPLINE", "INSERT"})
_UNITS_KEY = "$INSUNITS"
_QUIET = frozenset({"SECTION", "ENDBLK", "SEQEND", "VERTEX", "ATTRIB", "ATTDEF", "VIEWPORT"})
_CLOSED = 1
_MESH = 16 | 64

Tag = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a drawing, and the code of its unit of length (0: it does not say)."""

    strokes: Strokes
    unit: int


@dataclass(slots=True)
class _Thing:
    """One line, circle, insertion and so on, with all its values by their codes."""

    kind: str
    values: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    corners: list["_Thing"] = field(default_factory=list)
    line: list[Place] | None = None
    """The places that it goes through, once they were asked for: a block may be drawn very often."""

    def text(self, code: int) -> str:
        """Return a text, empty if there is none."""
        return self.values[code][0] if code in self.values else ""

    def number(self, code: int, usual: float = 0) -> float:
        """Return a number. Raises `WrongDrawingError` for what is none."""
        return _number(self.values[code][0]) if code in self.values else usual

    def numbers(self, code: int) -> list[float]:
        """Return all numbers of a code."""
        return [_number(each) for each in self.values.get(code, ())]

    def place(self, code: int) -> Place:
        """Return a place, whose y has the code that is ten higher."""
        return self.number(code), self.number(code + 10)

    def places(self, code: int) -> list[Place]:
        """Return all places of a code."""
        return list(zip(self.numbers(code), self.numbers(code + 10), strict=False))

    @property
    def mirrored(self) -> bool:
        """Whether it is drawn as seen from below."""
        return self.number(230, 1) < 0


@dataclass(slots=True)
class _Block:
    base: Place = (0, 0)
    things: list[_Thing] = field(default_factory=list)


def read_dxf(data: bytes) -> Drawing:
    """Read a drawing. Raises `WrongDrawingError`."""
    reader = _Reader()
    reader.read(_tags(data))
    drawer = _Drawer(reader)
    drawer.draw(reader.things, Transform(), 0)
    return Drawing(drawer.strokes, reader.unit)


def _tags(data: bytes) -> Iterator[Tag]:
    """Yield codes and values. Only names are texts that count; older programs write them in Windows letters."""
    lines = io.TextIOWrapper(io.BytesIO(data), encoding=_encoding(data), errors="replace")
    for code in lines:
        if not code.strip():
            continue
        value = next(lines, None)
        if value is None:
            return
        try:
            yield int(code), value[:_LONGEST_VALUE].strip()
        except ValueError:
            raise WrongDrawingError(BackgroundTrouble.DAMAGED) from None


def _encoding(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class _Reader:
    """Takes a file apart: its unit, the layers that are switched off, its blocks, its things."""

    def __init__(self) -> None:
        self.unit = 0
        self.hidden: set[str] = set()
        self.blocks: dict[str, _Block] = {}
        self.things: list[_Thing] = []
        self._count = 0
        self._values = 0
        self._section = ""
        self._begun = False
        self._block: _Block | None = None
        self._polyline: _Thing | None = None

    def read(self, tags: Iterable[Tag]) -> None:
        """Read all of it."""
        thing = _Thing("")
        key = ""
        for code, value in tags:
            if code == 0:
                self._take(thing)
                thing = _Thing(value.upper())
            elif thing.kind == "SECTION" and code == 2:
                self._section, self._begun = value.upper(), True
            elif thing.kind == "SECTION" and code == 9:
                key = value.upper()
            elif thing.kind == "SECTION" and code == 70 and key == _UNITS_KEY:
                self.unit = int(_number(value))
            elif code in _KEPT and self._section in {"TABLES", "BLOCKS", "ENTITIES"}:
                self._keep(thing, code, value)
        self._take(thing)
        if not self._begun:
            raise WrongDrawingError(BackgroundTrouble.DAMAGED)

    def _keep(self, thing: _Thing, code: int, value: str) -> None:
        self._values += 1
        if self._values > 4 * MOST_COLLECTED:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_KEPT)
        of_corner = thing.kind == "LWPOLYLINE" and thing.values[42]
        if code == 42 and of_corner:
            of_corner[-1] = value
            return
        thing.values[code].append(value)
        if code == 10 and thing.kind == "LWPOLYLINE":  # most programs leave out the bulge of a straight side
            thing.values[42].append("0")

    def _take(self, thing: _Thing) -> None:
        if self._section == "TABLES" and thing.kind == "LAYER":
            if thing.number(62) < 0 or int(thing.number(70)) & 1:
                self.hidden.add(thing.text(2).upper())
        elif self._section in {"BLOCKS", "ENTITIES"}:
            self._count += 1
            if self._count > MOST_THINGS:
                raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_THINGS)
            self._sort(thing)

    def _sort(self, thing: _Thing) -> None:
        if thing.kind == "BLOCK":
            self._block = self.blocks.setdefault(thing.text(2).upper(), _Block(thing.place(10)))
        elif thing.kind == "ENDBLK":
            self._block = None
        elif thing.kind == "VERTEX" and self._polyline is not None:
            self._polyline.corners.append(thing)
        elif thing.kind == "ENDSEC":
            self._section = ""
        elif thing.kind not in _QUIET:
            self._polyline = thing if thing.kind == "POLYLINE" else None
            if thing.kind not in _DRAWN:
                thing.values = defaultdict(
                    list, {code: thing.values[code] for code in (8, 60, 67) if code in thing.values}
                )
            if self._section == "ENTITIES":
                self.things.append(thing)
            elif self._block is not None:
                self._block.things.append(thing)


class _Drawer:
    """Draws things, and blocks as often as they are inserted."""

    def __init__(self, reader: _Reader) -> None:
        self.strokes = Strokes()
        self._reader = reader
        self._drawn = 0

    def draw(self, things: Iterable[_Thing], where: Transform, depth: int) -> None:
        for thing in things:
            if thing.text(8).upper() in self._reader.hidden or thing.number(67) or thing.number(60):
                continue
            self._drawn += 1
            if self._drawn > MOST_THINGS:
                raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_THINGS)
            own = where @ Transform(a=-1) if thing.mirrored and thing.kind not in _NEVER_MIRRORED else where
            if thing.kind == "INSERT":
                self._insert(thing, own, depth)
            else:
                if thing.line is None:
                    thing.line = _line(thing)
                if thing.line:
                    self.strokes.add(thing.line, own)
                else:
                    self.strokes.left_out += 1

    def _insert(self, thing: _Thing, where: Transform, depth: int) -> None:
        block = self._reader.blocks.get(thing.text(2).upper())
        if block is None or depth >= _DEEPEST:
            self.strokes.left_out += 1
            return
        x, y = thing.place(10)
        across, down = thing.number(41, 1), thing.number(42, 1)
        turned = Transform(e=x, f=y) @ Transform.turning(thing.number(50))
        columns, rows = max(int(thing.number(70, 1)), 1), max(int(thing.number(71, 1)), 1)
        if columns * rows > MOST_THINGS:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_THINGS)
        for column in range(columns):
            for row in range(rows):
                moved = Transform(e=column * thing.number(44), f=row * thing.number(45))
                inner = Transform(across, 0, 0, down, -block.base[0] * across, -block.base[1] * down)
                self._drawn += 1
                if self._drawn > MOST_THINGS:
                    raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_THINGS)
                self.draw(block.things, where @ turned @ moved @ inner, depth + 1)


_NEVER_MIRRORED = frozenset({"LINE", "SPLINE", "ELLIPSE"})
"""These say where they are in the drawing itself, whichever way they are seen."""


def _line(thing: _Thing) -> list[Place]:
    """Return the places that a thing goes through; none for what is no line."""
    match thing.kind:
        case "LINE":
            return [thing.place(10), thing.place(11)]
        case "LWPOLYLINE":
            return _polyline(thing, thing.places(10), thing.numbers(42))
        case "POLYLINE" if not int(thing.number(70)) & _MESH:
            places = [corner.place(10) for corner in thing.corners]
            return _polyline(thing, places, [corner.number(42) for corner in thing.corners])
        case "CIRCLE":
            radius = thing.number(40)
            return arc(thing.place(10), (radius, radius), 0, 2 * math.pi)
        case "ARC":
            radius, start = thing.number(40), math.radians(thing.number(50))
            sweep = (math.radians(thing.number(51)) - start) % (2 * math.pi) or 2 * math.pi
            return arc(thing.place(10), (radius, radius), start, sweep)
        case "ELLIPSE":
            return _ellipse(thing)
        case "SPLINE":
            return spline(int(thing.number(71)), thing.numbers(40), thing.places(10)) or thing.places(11)
        case _:
            return []


def _polyline(thing: _Thing, places: list[Place], bulges: list[float]) -> list[Place]:
    if not places:
        return []
    closed = bool(int(thing.number(70)) & _CLOSED)
    around = [*places, places[0]] if closed else places
    found = [around[0]]
    for at, (start, end) in enumerate(pairwise(around)):
        found += bulged(start, end, bulges[at] if at < len(bulges) else 0)
        if len(found) > MOST_COLLECTED:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_KEPT)
    return found


def _ellipse(thing: _Thing) -> list[Place]:
    major, ratio = thing.place(11), thing.number(40, 1)
    length = math.hypot(*major)
    start = thing.number(41)
    sweep = (thing.number(42, 2 * math.pi) - start) % (2 * math.pi) or 2 * math.pi
    side = -1 if thing.mirrored else 1
    turned = Transform.turning(math.degrees(math.atan2(major[1], major[0])))
    return arc(thing.place(10), (length, side * length * ratio), start, sweep, turned)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        raise WrongDrawingError(BackgroundTrouble.DAMAGED) from None
    if not abs(number) < FURTHEST:
        raise WrongDrawingError(BackgroundTrouble.DAMAGED)
    return number
