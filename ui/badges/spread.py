"""Which badges stand on which page: what is needed to draw one page of a thousand."""

from dataclasses import dataclass

from eventdesk.badges.design.template import Template
from eventdesk.badges.sheets.imposition import Imposition
from eventdesk.badges.sheets.sheet import Placing, alone


@dataclass(frozen=True)
class Part:
    """One page by itself: the badges on its sheet, from which place on, and which page of that sheet it is."""

    first: int
    count: int
    start: int
    number: int


class Spread:
    """All pages of a batch. Raises `TooLargeError` if a badge of this template has no room on the sheet."""

    def __init__(self, template: Template, placing: Placing | None, badges: int) -> None:
        size = template.width, template.height
        placed = placing or alone(*size)
        self.sheet = placed.sheet
        laid = Imposition(placed.sheet, size, template.sides, start=placed.start, duplex=placed.duplex)
        self._start, self._badges = placed.start, badges
        self._on_first = next(iter(laid.per_page))
        self.sides = laid.pages(1)
        self.pages = laid.pages(badges)

    @property
    def sheets(self) -> int:
        """How many pieces of paper it takes."""
        return self.pages // self.sides

    def part(self, page: int) -> Part:
        """Return what stands on a page, counted from 0."""
        sheet, number = divmod(page, self.sides)
        if sheet == 0:
            return Part(0, min(self._on_first, self._badges), self._start, number)
        first = self._on_first + (sheet - 1) * self.sheet.capacity
        return Part(first, min(self.sheet.capacity, self._badges - first), 1, number)

    def page_of(self, badge: int) -> int:
        """Return the page with the front of a badge, both counted from 0."""
        behind = badge - self._on_first
        sheet = 0 if behind < 0 else 1 + behind // self.sheet.capacity
        return sheet * self.sides
