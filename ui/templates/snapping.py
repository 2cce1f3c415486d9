"""Draws a box to what it should stand flush with: edges and middles of others, the middle of the badge, its margins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventdesk.badges.design.template_check import Edges

MARGIN = 5.0


@dataclass(frozen=True)
class Guide:
    """A line to which something was drawn: upright at x, or level at y, in millimetres."""

    upright: bool
    at: float


@dataclass(frozen=True)
class Snap:
    """By how much to move in order to stand flush, and the lines that this is about."""

    across: float = 0.0
    down: float = 0.0
    guides: tuple[Guide, ...] = ()


def snap(
    moving: Edges,
    others: Iterable[Edges],
    size: tuple[float, float],
    within: float,
    *,
    across: Sequence[int] = (-1, 0, 1),
    down: Sequence[int] = (-1, 0, 1),
) -> Snap:
    """Find the nearest line within some millimetres, for each direction.

    `across` and `down` say what of `moving` may be drawn: -1 its left or upper edge, 0 its middle, 1 the other edge.
    """
    others = tuple(others)
    beside, above = [(each[0], each[2]) for each in others], [(each[1], each[3]) for each in others]
    found = (
        _nearest(_lines(moving[0], moving[2], across), _targets(size[0], beside), within),
        _nearest(_lines(moving[1], moving[3], down), _targets(size[1], above), within),
    )
    by = [0.0 if each is None else each[0] for each in found]
    guides = tuple(
        Guide(upright, each[1]) for upright, each in zip((True, False), found, strict=True) if each is not None
    )
    return Snap(by[0], by[1], guides)


def _lines(low: float, high: float, which: Sequence[int]) -> list[float]:
    return [{-1: low, 0: (low + high) / 2, 1: high}[each] for each in which]


def _targets(size: float, others: Sequence[tuple[float, float]]) -> list[float]:
    found = [0.0, MARGIN, size / 2, size - MARGIN, size]
    for low, high in others:
        found += (low, (low + high) / 2, high)
    return found


def _nearest(lines: Sequence[float], targets: Sequence[float], within: float) -> tuple[float, float] | None:
    pairs = [(target - line, target) for line in lines for target in targets]
    best = min(pairs, key=lambda pair: abs(pair[0]), default=None)
    return best if best is not None and abs(best[0]) <= within else None
