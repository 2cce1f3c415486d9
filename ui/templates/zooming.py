"""How large a badge is shown: pure arithmetic. 1 is its size on paper, where a screen has 96 dots to the inch."""

from math import sqrt

PER_MM = 96 / 25.4
"""So many pixels a millimetre has at 1."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
WHEEL = 1.2
"""So much larger it becomes by one notch of the wheel."""
_NOTCH = 120
_NEXT = 1.02
"""A step is at least so much larger."""
MOST_DOTS = 6_000_000
"""A picture of a badge gets no more dots: more than paper takes, and the window would hesitate."""


def larger(now: float) -> float:
    """Return the next larger step."""
    return next((step for step in STEPS if step > now * _NEXT), STEPS[-1])


def smaller(now: float) -> float:
    """Return the next smaller step."""
    return next((step for step in reversed(STEPS) if step < now / _NEXT), STEPS[0])


def turned(now: float, degrees: int) -> float:
    """Return how large it is after the wheel was turned, in eighths of a degree."""
    return held(now * WHEEL ** (degrees / _NOTCH))


def held(wanted: float) -> float:
    """Return what is wanted within what is possible."""
    return max(STEPS[0], min(STEPS[-1], wanted))


def dots_to_draw(size: tuple[float, float], dots_per_mm: float) -> float:
    """Return how many dots a millimetre of a badge of this size is drawn with where the screen shows so many."""
    return min(dots_per_mm, sqrt(MOST_DOTS / (size[0] * size[1])))
