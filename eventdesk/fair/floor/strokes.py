"""Lines of a drawing: straight ones, and curves turned into short straight ones; moved, turned and brought to size."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventdesk.codes import BackgroundTrouble
from eventdesk.fair.floor.geometry import Place
from eventdesk.fair.hall import Point

MOST_COLLECTED = 600_000
"""So many points are taken from a file, curves included."""
MOST_KEPT = 150_000
"""So many points are kept in the event's file."""
_FINEST = 20_000
"""A drawing is kept as fine as if its longer side had so many units."""
_ARC_STEP = math.pi / 24
_CURVE_STEPS = 12
_STEEPEST = 5
"""Splines of a higher degree are not drawn by people; to follow them takes long."""
FURTHEST = 1e12
"""No number in a drawing may be larger: what is calculated from such numbers stays a number."""


class WrongDrawingError(ValueError):
    """A file is no drawing that can be used. `trouble` says why, `limit` which figure it breaks."""

    def __init__(self, trouble: BackgroundTrouble, limit: int = 0) -> None:
        super().__init__(trouble.value, limit)
        self.trouble = trouble
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Transform:
    """Where a drawing's places come: x becomes a·x + c·y + e, y becomes b·x + d·y + f."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def __matmul__(self, inner: "Transform") -> "Transform":
        """Return what does the inner one first."""
        return Transform(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def at(self, place: Place) -> Place:
        """Return where a place comes."""
        x, y = place
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @classmethod
    def turning(cls, degrees: float) -> "Transform":
        """Return a turn about the origin, from the x axis towards the y axis."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return cls(cos, sin, -sin, cos)


class Strokes:
    """The lines of a drawing, as they are read. `left_out` counts what is no line."""

    def __init__(self) -> None:
        self.lines: list[list[Place]] = []
        self.left_out = 0
        self._points = 0

    def add(self, places: Iterable[Place], where: Transform) -> None:
        """Add one line through these places. Raises `WrongDrawingError` if there are too many, or one is nowhere."""
        line = [where.at(place) for place in places]
        self._points += len(line)
        if self._points > MOST_COLLECTED:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_KEPT)
        if not all(abs(x) < FURTHEST and abs(y) < FURTHEST for x, y in line):
            raise WrongDrawingError(BackgroundTrouble.DAMAGED)
        if len(line) > 1:
            self.lines.append(line)

    def box(self) -> tuple[float, float, float, float]:
        """Return the least x and y and the greatest x and y. Raises `WrongDrawingError` if there is no line."""
        if not self.lines:
            raise WrongDrawingError(BackgroundTrouble.NOTHING)
        xs = [x for line in self.lines for x, _ in line]
        ys = [y for line in self.lines for _, y in line]
        return min(xs), min(ys), max(xs), max(ys)

    def fitted(self, scale: float, *, upwards: bool) -> tuple[tuple[tuple[Point, ...], ...], int, int]:
        """Return the lines in whole units from the upper left corner of them all, and how wide and deep they are.

        `scale` turns lengths into the units that are wanted; `upwards`: y grows to the top in the file. What is finer
        than anybody sees on a plan is left out. Raises `WrongDrawingError` if too much is left, or nothing.
        """
        left, top, right, bottom = self.box()
        width, depth = (right - left) * scale, (bottom - top) * scale
        grain = max(round(max(width, depth) / _FINEST), 1)
        found = []
        points = 0
        for line in self.lines:
            whole = []
            for x, y in line:
                down = bottom - y if upwards else y - top
                whole.append((round((x - left) * scale / grain) * grain, round(down * scale / grain) * grain))
            kept = [*(here for before, here in pairwise([None, *whole]) if here is not None and here != before)]
            if len(kept) > 1:
                points += len(kept)
                found.append(tuple(kept))
        if points > MOST_KEPT:
            raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_KEPT)
        if not found:
            raise WrongDrawingError(BackgroundTrouble.NOTHING)
        return tuple(found), max(round(width), 1), max(round(depth), 1)


# ---- curves


def arc(middle: Place, radius: Place, start: float, sweep: float, turned: Transform | None = None) -> list[Place]:
    """Return places on an arc of an ellipse, angles in radians; `turned` turns it about its middle."""
    steps = max(2, min(math.ceil(abs(sweep) / _ARC_STEP), 96))
    turn = turned or Transform()
    found = []
    for step in range(steps + 1):
        angle = start + sweep * step / steps
        x, y = turn.at((radius[0] * math.cos(angle), radius[1] * math.sin(angle)))
        found.append((middle[0] + x, middle[1] + y))
    return found


def bulged(start: Place, end: Place, bulge: float) -> list[Place]:
    """Return places on the arc between two corners of a polyline, the end included: `bulge` is tan(angle / 4)."""
    chord = math.dist(start, end)
    if not bulge or not chord or abs(bulge) > FURTHEST:
        return [end]
    angle = 4 * math.atan(bulge)
    radius = chord / (2 * math.sin(angle / 2))
    away = radius * math.cos(angle / 2)
    across = ((end[0] - start[0]) / chord, (end[1] - start[1]) / chord)
    middle = (
        (start[0] + end[0]) / 2 - across[1] * away,
        (start[1] + end[1]) / 2 + across[0] * away,
    )
    begin = math.atan2(start[1] - middle[1], start[0] - middle[0])
    return [*arc(middle, (abs(radius), abs(radius)), begin, angle)[1:-1], end]


def bezier(corners: Sequence[Place]) -> list[Place]:
    """Return places on a curve of three or four corners, the first left out."""
    found = []
    for step in range(1, _CURVE_STEPS + 1):
        share = step / _CURVE_STEPS
        level = list(corners)
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(level)]
        found.append(level[0])
    return found


def spline(degree: int, knots: Sequence[float], corners: Sequence[Place]) -> list[Place]:
    """Return places on a B-spline (de Boor); its corners themselves where its knots do not fit them."""
    count = len(corners)
    if not 1 <= degree <= _STEEPEST or count <= degree or len(knots) != count + degree + 1:
        return list(corners)
    if count * _CURVE_STEPS > MOST_COLLECTED:
        raise WrongDrawingError(BackgroundTrouble.TOO_MANY, MOST_KEPT)
    found = []
    for span in range(degree, count):
        low, high = knots[span], knots[span + 1]
        if high <= low:
            continue
        shares = (step / _CURVE_STEPS for step in range(_CURVE_STEPS + (span == count - 1)))
        found += [_de_boor(degree, knots, corners, span, low + (high - low) * share) for share in shares]
    return found


def _de_boor(degree: int, knots: Sequence[float], corners: Sequence[Place], span: int, at: float) -> Place:
    level = [corners[span - degree + each] for each in range(degree + 1)]
    for depth in range(1, degree + 1):
        for each in range(degree, depth - 1, -1):
            left = knots[span - degree + each]
            room = knots[each + 1 + span - depth] - left
            share = (at - left) / room if room else 0.0
            before, here = level[each - 1], level[each]
            level[each] = (before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share)
    return level[degree]
