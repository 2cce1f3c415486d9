"""The sheets that badges are printed on: plain paper to cut or fold, and labels. All lengths are millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from eventdesk.badges.design.template import Said

_SLACK = 0.25
"""A badge may be larger than its place by this much: A6 is 0.25 mm less than a quarter of A4."""


class Fold(StrEnum):
    """How a place is folded into a badge with two sides.

    The fold lies at the left of the front or above it. Crosswise the upper half goes behind the lower one, which is
    then folded like the first.
    """

    NONE = "none"
    SIDE = "side"
    TOP = "top"
    CROSS = "cross"


class Duplex(StrEnum):
    """Where backs are printed: nowhere, or on the back of the paper, which is turned over a long or a short edge."""

    NONE = "none"
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with places for badges, row by row from the upper left.

    `left` and `top` are where the first place begins. A place that is folded holds the back and the front of one badge.
    `cut`: the sheet is plain paper, and marks help to cut it.
    """

    name: str
    title: Said
    page_width: float
    page_height: float
    columns: int
    rows: int
    left: float
    top: float
    width: float
    height: float
    column_gap: float = 0
    row_gap: float = 0
    fold: Fold = Fold.NONE
    cut: bool = False

    @property
    def capacity(self) -> int:
        """How many badges a page holds."""
        return self.columns * self.rows

    @property
    def panel(self) -> tuple[float, float]:
        """Width and height of what one side of a badge may take."""
        match self.fold:
            case Fold.SIDE:
                return self.width / 2, self.height
            case Fold.TOP:
                return self.width, self.height / 2
            case Fold.CROSS:
                return self.width / 2, self.height / 2
            case Fold.NONE:
                return self.width, self.height

    @property
    def columns_at(self) -> tuple[float, ...]:
        """Where the columns begin."""
        return tuple(self.left + number * (self.width + self.column_gap) for number in range(self.columns))

    @property
    def rows_at(self) -> tuple[float, ...]:
        """Where the rows begin, from the upper edge."""
        return tuple(self.top + number * (self.height + self.row_gap) for number in range(self.rows))

    def cells(self) -> Iterator[tuple[float, float]]:
        """Yield the upper left corner of each place."""
        for y in self.rows_at:
            for x in self.columns_at:
                yield x, y

    def turn_for(self, width: float, height: float) -> int | None:
        """Return by how much a badge has to be turned to fit into a place, 0 or 90 degrees; None if it is too large."""
        wide, high = self.panel
        for turn, (across, down) in ((0, (width, height)), (90, (height, width))):
            if across <= wide + _SLACK and down <= high + _SLACK:
                return turn
        return None


@dataclass(frozen=True, slots=True)
class Placing:
    """How badges come onto sheets: from which place of the first one, with backs or without.

    `shift` is how far everything is moved to the right and downwards, in millimetres.
    """

    sheet: Sheet
    start: int = 1
    duplex: Duplex = Duplex.NONE
    shift: tuple[float, float] = (0, 0)


def alone(width: float, height: float) -> Placing:
    """Return pages of the size of a badge, each with one side of one badge."""
    size = width, height
    sheet = Sheet("", Said(), *size, columns=1, rows=1, left=0, top=0, width=width, height=height)
    edge = Duplex.LONG if height >= width else Duplex.SHORT
    return Placing(sheet, duplex=edge)
