"""A rectangle of whole pixels, for what is laid out and tested without a window."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rect:
    """A place on something that is drawn."""

    x: int
    y: int
    wide: int
    high: int

    def holds(self, x: int, y: int) -> bool:
        """Say whether a point lies in it."""
        return self.x <= x < self.x + self.wide and self.y <= y < self.y + self.high
