"""The person's own day on a badge: rows of time, title and place, all in one size, as many as can be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from eventdesk.badges.badge import Appointment
from eventdesk.badges.design.template import POINTS_PER_MM, READABLE, Programme
from eventdesk.drawing.fitting import Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit

_GUTTER = 1.0
"""White between the times and the titles, per font size."""

_ROW = 0.45
"""White above and below a hairline, per font size."""

_SMALLER = 0.92
_WIDEST_TIME = 0.4
_LEADING = 1.22


@dataclass(frozen=True, slots=True)
class Row:
    """One appointment, its texts with their distance below the upper edge of the box, in points."""

    time: Fitted | None
    title: Fitted | None
    place: Fitted | None
    top: float
    place_top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Day:
    """All rows. Titles and places begin `left` points from the edge of the box.

    `lines` are the distances of the hairlines between rows below its upper edge; `left_out` counts the appointments
    that had no room at a readable size.
    """

    rows: tuple[Row, ...]
    left: float
    size: float
    left_out: int

    @property
    def even(self) -> bool:
        """Whether every text has the size of the day, and none had to be smaller to fit its lines."""
        texts = [text for row in self.rows for text in (row.title, row.place) if text is not None]
        return all(not text.shrunk for text in texts)

    @property
    def lines(self) -> tuple[float, ...]:
        """Where the hairlines between rows lie."""
        return tuple((above.bottom + below.top) / 2 for above, below in pairwise(self.rows))


def lay_out(kit: Kit, box: Programme, programme: Sequence[Appointment]) -> Day:
    """Return the day in the largest size between the readable one and that of the box at which all of it fits.

    If not even that is enough, the last appointments are left out.
    """
    height = box.height * POINTS_PER_MM
    size = box.max_size
    while True:
        day = _rows(kit, box, programme, size)
        fits = not day.rows or day.rows[-1].bottom <= height
        if fits and (day.even or size <= box.min_size):
            return day
        if size <= READABLE:
            kept = tuple(row for row in day.rows if row.bottom <= height)
            return Day(kept, day.left, size, len(day.rows) - len(kept))
        size = max(size * _SMALLER, READABLE)


def _rows(kit: Kit, box: Programme, programme: Sequence[Appointment], size: float) -> Day:
    width, height = box.width * POINTS_PER_MM, box.height * POINTS_PER_MM
    widest = max(
        (kit.width(each.time, Weight.BOLD, size, tabular=True) for each in programme if each.time), default=0.0
    )
    left = min(widest, width * _WIDEST_TIME) + _GUTTER * size if widest else 0.0
    times = Room(max(left - _GUTTER * size, 1.0), height, size, READABLE)
    texts = Room(width - left, height, size, READABLE, box.lines, _LEADING, 0.99, min(READABLE, size))
    rows: list[Row] = []
    top = 0.0
    for each in programme:
        if not (each.time or each.title or each.place):
            continue
        time = kit.fit(each.time, Weight.BOLD, times, tabular=True) if each.time else None
        title = _shown(kit.fit(each.title, Weight.REGULAR, texts))
        place = _shown(kit.fit(each.place, Weight.REGULAR, texts))
        place_top = top + (title.block_height if title else 0.0)
        bottom = max(place_top + (place.block_height if place else 0.0), top + (time.block_height if time else 0.0))
        rows.append(Row(time, title, place, top, place_top, bottom))
        top = bottom + 2 * _ROW * size
    return Day(tuple(rows), left, size, 0)


def _shown(fitted: Fitted) -> Fitted | None:
    return fitted if fitted.text else None
