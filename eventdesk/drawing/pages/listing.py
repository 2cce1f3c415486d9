"""Pages of a list on A4: blocks in columns, with the same head on each page."""

from collections.abc import Sequence

from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, Page, Placed, column_width, draw_page, pages
from eventdesk.drawing.pages.leaves import Draw, Leaf, Pen, body
from eventdesk.drawing.pages.paper_size import Area, PaperSize
from eventdesk.drawing.pages.table import TEXT, Text, paragraph


class Listing:
    """One list: what stands above it, and in how many columns it runs."""

    def __init__(self, title: str, subtitle: str = "", *, columns: int = 1, gutter: float = 0.0) -> None:
        self.title, self.subtitle, self.columns, self.gutter = title, subtitle, columns, gutter
        self._size = PaperSize.A4.points()
        self._area = body(self._size, 1.0, subtitle=bool(subtitle))

    @property
    def width(self) -> float:
        """How wide a column is, in points."""
        return column_width(self._area.width, self.columns, self.gutter)

    def leaves(
        self,
        kit: Kit,
        blocks: Sequence[Block],
        nothing: str = "",
        *,
        head: Block | None = None,
        tail: Sequence[Block] = (),
    ) -> list[Leaf]:
        """Return pages with all blocks, each below the same `head`, then the `tail`, which needs none above it.

        Without any blocks one page says `nothing`.
        """
        if not blocks:
            told = paragraph(kit, Text(nothing, Weight.REGULAR, TEXT, MUTED), self.width)
            return [self._leaf(self._drawn((Placed(told, 0, 0.0),), None))]
        above = head.height if head is not None else 0.0
        filled = pages([*blocks, *tail], self._area.height - above, self.columns)
        last = set(map(id, tail))
        headed = [any(id(placed.block) not in last for placed in page) for page in filled]
        return [
            self._leaf(self._drawn(page, head if wanted else None)) for page, wanted in zip(filled, headed, strict=True)
        ]

    def _leaf(self, draw: Draw) -> Leaf:
        return Leaf(self._size, 1.0, self.title, self.subtitle, draw)

    def _drawn(self, page: Page, head: Block | None) -> Draw:
        def draw(pen: Pen, area: Area) -> None:
            below = area
            if head is not None:
                head.draw(pen, area.left, area.top)
                below = area._replace(top=area.top - head.height, height=area.height - head.height)
            draw_page(pen, page, below, self.columns, self.gutter)

        return draw
