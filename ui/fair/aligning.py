"""Draws what is moved or drawn to the edges of other booths and of the hall, else to tenths of a metre."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Edges = tuple[float, float, float, float]
"""The least x and y, the greatest x and y, in millimetres."""
GRID_MM = 100


@dataclass(frozen=True)
class Aligned:
    """By how much to move, and the lines that it then stands at: (upright, where)."""

    across: float
    down: float
    lines: tuple[tuple[bool, float], ...] = ()


def align(edges: Edges, others: Iterable[Edges], within: float) -> Aligned:
    """Find the nearest edges within some millimetres, for each direction; where there is none, the grid."""
    left, top, right, bottom = edges
    beside: list[float] = []
    above: list[float] = []
    for each in others:
        beside += (each[0], each[2])
        above += (each[1], each[3])
    across = _nearest((left, right), beside, within)
    down = _nearest((top, bottom), above, within)
    lines = []
    if across is not None:
        lines.append((True, across[1]))
    if down is not None:
        lines.append((False, down[1]))
    return Aligned(
        across[0] if across is not None else round(left / GRID_MM) * GRID_MM - left,
        down[0] if down is not None else round(top / GRID_MM) * GRID_MM - top,
        tuple(lines),
    )


def around(all_edges: Iterable[Edges]) -> Edges:
    """Return what holds all of these."""
    each = tuple(all_edges)
    return (
        min(edges[0] for edges in each),
        min(edges[1] for edges in each),
        max(edges[2] for edges in each),
        max(edges[3] for edges in each),
    )


def _nearest(edges: Sequence[float], targets: Sequence[float], within: float) -> tuple[float, float] | None:
    pairs = [(target - edge, target) for edge in edges for target in targets]
    best = min(pairs, key=lambda pair: abs(pair[0]), default=None)
    return best if best is not None and abs(best[0]) <= within else None
