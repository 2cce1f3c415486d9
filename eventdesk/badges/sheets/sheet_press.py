"""Prints badges onto sheets, page after page, in memory that does not grow with their number."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING

from eventdesk.badges.badge import BadgeData
from eventdesk.badges.design.template import POINTS_PER_MM
from eventdesk.badges.painting.press import Press
from eventdesk.badges.sheets.imposition import Imposition, Mark, SheetPage
from eventdesk.drawing.colour import MUTED

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper

_THIN = 0.3
"""Width of a mark, in points."""

_DASH = 1.0
"""Length of a dash and of the gap behind it, in millimetres."""


class SheetPress:
    """Puts what a press draws onto the places of sheets."""

    def __init__(self, paper: "Paper", press: Press, imposition: Imposition, shift: tuple[float, float]) -> None:
        """Take how far everything is moved to the right and downwards, in millimetres."""
        self._paper = paper
        self._press = press
        self._imposition = imposition
        self._shift = shift
        self._forms: dict[tuple[Mark, ...], str] = {}
        self.pages = 0

    def print(self, badges: Iterable[BadgeData], progress: Callable[[int], None] | None = None) -> int:
        """Draw all pages and return how many badges there were. `progress` is told that number after each sheet."""
        waiting = iter(badges)
        done = 0
        for capacity in self._imposition.per_page:
            together = list(islice(waiting, capacity))
            if not together:
                break
            for page in self._imposition.sheet_of(done, len(together)):
                self._page(page, together, done)
            done += len(together)
            if progress is not None:
                progress(done)
        return done

    def _page(self, page: SheetPage, badges: list[BadgeData], first: int) -> None:
        right, down = self._shift
        for slot in page.slots:
            self._press.draw(badges[slot.index - first], slot.side, slot.x + right, slot.y + down, slot.turn)
        if page.marks:
            self._paper.place(self._marks(page.marks))
        self._paper.showPage()
        self.pages += 1

    def _marks(self, marks: tuple[Mark, ...]) -> str:
        """Return the name of the form with the marks."""
        if marks not in self._forms:
            name = f"marks{len(self._forms) + 1}"
            with self._paper.form(name, self._paper.size):
                for mark in marks:
                    for piece in _pieces(mark):
                        self._line(piece)
            self._forms[marks] = name
        return self._forms[marks]

    def _line(self, mark: Mark) -> None:
        right, down = self._shift
        x, y = (min(mark.x1, mark.x2) + right) * POINTS_PER_MM, (min(mark.y1, mark.y2) + down) * POINTS_PER_MM
        wide, high = abs(mark.x2 - mark.x1) * POINTS_PER_MM, abs(mark.y2 - mark.y1) * POINTS_PER_MM
        left = x if wide else x - _THIN / 2
        top = self._paper.size[1] - (y if high else y - _THIN / 2)
        self._paper.box(left, top, max(wide, _THIN), max(high, _THIN), MUTED)


def _pieces(mark: Mark) -> Iterable[Mark]:
    """Yield a mark, or the dashes of it."""
    if not mark.dashed:
        yield mark
        return
    x, x_end = sorted((mark.x1, mark.x2))
    y, y_end = sorted((mark.y1, mark.y2))
    length = max(x_end - x, y_end - y)
    at = 0.0
    while at < length:
        end = min(at + _DASH, length)
        if x_end > x:
            yield Mark(x + at, y, x + end, y)
        else:
            yield Mark(x, y + at, x, y + end)
        at += 2 * _DASH
