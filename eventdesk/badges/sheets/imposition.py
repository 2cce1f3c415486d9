"""Where each badge stands on which page: rows of labels, backs behind their fronts, folds, and marks to cut along."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from eventdesk.badges.design.template import Side
from eventdesk.badges.sheets.sheet import Duplex, Fold, Sheet

MARK = 5.0
"""The length of a mark, in millimetres."""

_NEGLIGIBLE = 0.5
"""A badge that leaves this little of its place free is cut with it."""

_APART = 1.0
"""White between a mark and the badge, where there is room for it."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One side of a badge on a page: the upper left corner of the area that it takes up, in millimetres.

    `index` counts the badges from 0; `turn` is clockwise.
    """

    index: int
    side: Side
    x: float
    y: float
    turn: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A thin line from one point to another, in millimetres from the upper left; dashed ones show a fold."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class SheetPage:
    """What stands on one page."""

    slots: tuple[Slot, ...]
    marks: tuple[Mark, ...]


class TooLargeError(ValueError):
    """The badge does not fit into a place of the sheet, however it is turned."""


class Imposition:
    """Lays badges of one size out on one sheet, from the place `start` on its first page."""

    def __init__(
        self,
        sheet: Sheet,
        size: tuple[float, float],
        sides: Iterable[Side],
        *,
        start: int = 1,
        duplex: Duplex = Duplex.NONE,
    ) -> None:
        """Take a badge that is `size` wide and high. Places count from 1.

        Raises `TooLargeError`, and ValueError if the sheet has no place `start`.
        """
        turn = sheet.turn_for(*size)
        if turn is None:
            raise TooLargeError(sheet.name)
        if not 1 <= start <= sheet.capacity:
            raise ValueError(start)
        self._sheet = sheet
        self._turn = turn
        self._taken = size if turn == 0 else (size[1], size[0])
        self._start = start - 1
        self._has_back = Side.BACK in set(sides)
        self._duplex = duplex if self._has_back and sheet.fold is Fold.NONE else Duplex.NONE
        self._cells = tuple(sheet.cells())
        self._marks = tuple(marks(sheet, self._taken)) if sheet.cut else tuple(folds(sheet))

    def pages(self, count: int) -> int:
        """Return how many pages `count` badges take."""
        sheets = -(-(count + self._start) // self._sheet.capacity) if count else 0
        return sheets * (1 if self._duplex is Duplex.NONE else 2)

    @property
    def per_page(self) -> Iterator[int]:
        """Yield how many badges come onto the first page, the second, and so on without end."""
        yield self._sheet.capacity - self._start
        while True:
            yield self._sheet.capacity

    def sheet_of(self, first: int, count: int) -> Iterator[SheetPage]:
        """Yield the pages of one sheet of paper with `count` badges, the first of which has the number `first`."""
        skipped = self._start if first == 0 else 0
        places = list(enumerate(self._cells[skipped : skipped + count], first))
        fronts = [slot for index, cell in places for slot in self._place(index, cell)]
        yield SheetPage(tuple(fronts), self._marks)
        if self._duplex is not Duplex.NONE:
            yield SheetPage(tuple(self._behind(index, cell) for index, cell in places), ())

    def _place(self, index: int, cell: tuple[float, float]) -> Iterator[Slot]:
        (x, y), (wide, high) = cell, self._sheet.panel
        match self._sheet.fold:
            case Fold.NONE:
                yield self._slot(index, Side.FRONT, x, y, self._turn)
            case Fold.SIDE:
                yield self._slot(index, Side.FRONT, x + wide, y, self._turn)
                if self._has_back:
                    yield self._slot(index, Side.BACK, x, y, (360 - self._turn) % 360)
            case Fold.TOP:
                yield self._slot(index, Side.FRONT, x, y + high, self._turn)
                if self._has_back:
                    yield self._slot(index, Side.BACK, x, y, (180 - self._turn) % 360)
            case Fold.CROSS:
                yield self._slot(index, Side.FRONT, x + wide, y + high, self._turn)
                if self._has_back:
                    yield self._slot(index, Side.BACK, x, y + high, (360 - self._turn) % 360)

    def _behind(self, index: int, cell: tuple[float, float]) -> Slot:
        """Return the back of a badge, as it lies when the paper is turned over.

        Over an upright edge, left and right change places; over a level one, top and bottom do, and backs that are to
        hang as their fronts do stand on their heads.
        """
        sheet, (x, y) = self._sheet, cell
        portrait = sheet.page_height >= sheet.page_width
        if portrait is (self._duplex is Duplex.LONG):
            return self._slot(index, Side.BACK, sheet.page_width - x - sheet.width, y, (360 - self._turn) % 360)
        return self._slot(index, Side.BACK, x, sheet.page_height - y - sheet.height, (180 - self._turn) % 360)

    def _slot(self, index: int, side: Side, x: float, y: float, turn: int) -> Slot:
        """Put one side into the middle of its panel."""
        (wide, high), (across, down) = self._sheet.panel, self._taken
        return Slot(index, side, x + (wide - across) / 2, y + (high - down) / 2, turn)


def marks(sheet: Sheet, badge: tuple[float, float]) -> Iterator[Mark]:
    """Yield what shows where to cut and where to fold: short lines at the edges of the page, in line with each cut.

    A `badge` that is smaller than its place, as it lies there, is cut along its own edges.
    """
    wide, high = sheet.panel
    inset = ((wide - badge[0]) / 2, (high - badge[1]) / 2) if sheet.fold is Fold.NONE else (0.0, 0.0)
    uprights = _edges(sheet.columns_at, sheet.width, sheet.page_width, inset[0])
    levels = _edges(sheet.rows_at, sheet.height, sheet.page_height, inset[1])
    yield from _at_ends(sheet, uprights, levels, dashed=False)
    yield from folds(sheet)


def folds(sheet: Sheet) -> Iterator[Mark]:
    """Yield what shows where to fold."""
    if sheet.fold in {Fold.SIDE, Fold.CROSS}:
        yield from _at_ends(sheet, [x + sheet.width / 2 for x in sheet.columns_at], [], dashed=True)
    if sheet.fold in {Fold.TOP, Fold.CROSS}:
        yield from _at_ends(sheet, [], [y + sheet.height / 2 for y in sheet.rows_at], dashed=True)


def _edges(starts: tuple[float, ...], length: float, page: float, inset: float) -> list[float]:
    """Return where cuts go: both edges of each badge, but not along the edge of the page itself."""
    less = inset if inset > _NEGLIGIBLE else 0.0
    found = sorted({round(edge, 3) for start in starts for edge in (start + less, start + length - less)})
    inside = [edge for edge in found if _APART <= edge <= page - _APART]
    return inside[:1] + [after for before, after in pairwise(inside) if after - before > 0.01]


def _at_ends(sheet: Sheet, uprights: Iterable[float], levels: Iterable[float], *, dashed: bool) -> Iterator[Mark]:
    bottom = sheet.rows_at[-1] + sheet.height
    right = sheet.columns_at[-1] + sheet.width
    for x in uprights:
        for start, end in (_span(sheet.top, 0.0, -1), _span(bottom, sheet.page_height, 1)):
            yield Mark(x, start, x, end, dashed)
    for y in levels:
        for start, end in (_span(sheet.left, 0.0, -1), _span(right, sheet.page_width, 1)):
            yield Mark(start, y, end, y, dashed)


def _span(edge: float, border: float, outwards: int) -> tuple[float, float]:
    """Return where a mark begins and ends beyond the places; on the badge's own edge if there is no margin."""
    if abs(border - edge) > _APART + 1.0:
        near = edge + outwards * _APART
        far = near + outwards * MARK
        return near, max(far, border) if outwards < 0 else min(far, border)
    return border, border - outwards * MARK
