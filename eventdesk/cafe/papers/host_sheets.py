"""A sheet for each host: the question of the table, and who comes in which round."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.imprint import Imprint, round_text
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, together
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.naming import above_page
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import SMALL, Column, Text, Tick, paragraph, row
from eventdesk.words import Words
from eventdesk.words.cafe import host_text, table_text

_LONG, _QUESTION, _ROUND, _APART = 19.0, 17.0, 14.0, 6.0
_GUTTER, _TICK = 24.0, 16.0
_MOST = 560.0
"""A round of at most this height, in points, stands in one column."""


class _Set(NamedTuple):
    """How large names are, and how much white is above and below each of them and above each round."""

    name: float
    pad: float
    apart: float


_SETS = _Set(11.5, 4.0, 18.0), _Set(11.0, 3.0, 14.0), _Set(10.0, 2.0, 11.0)
"""The first with which a table has one page is taken."""


def host_sheets(
    cafe: Cafe,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write for each table who comes in which round, with boxes to tick; `only` is row ids of tables.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    tables = [table for table in cafe.tables if only is None or table.id in only]
    leaves = [leaf for table in tables for leaf in _Sheet(cafe, kit, words, table).leaves()]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(tables), progress=progress)


class _Sheet:
    """Makes the pages of one table."""

    def __init__(self, cafe: Cafe, kit: Kit, words: Words, table: CafeTable) -> None:
        self.cafe, self.kit, self.words, self.table = cafe, kit, words, table
        self.above = above_page(kit, table_text(words, table.name), words.t("World Café"))
        self.listing = Listing(self.above.title, host_text(words, cafe.host_name(table)), columns=2, gutter=_GUTTER)
        self.whole = Listing(self.above.title, self.listing.subtitle).width

    def leaves(self) -> list[Leaf]:
        """Return the pages."""
        nothing, head = self.words.t("There are no rounds yet."), self._head()
        for tried in _SETS:
            blocks = [
                block for each in self.cafe.rounds for block in together(list(self._round(each, tried)), _MOST)
            ]  # fmt: skip
            found = self.listing.leaves(self.kit, blocks, nothing, head=head)
            if len(found) == 1:
                break
        return found

    def _head(self) -> Block | None:
        """Return what stands above the rounds: a name that is too long for the head of the page, and the question."""
        told = ((self.above.below, Weight.BOLD, _LONG), (self.table.question, self._weight, _QUESTION))
        texts = [paragraph(self.kit, Text(text, weight, size), self.whole) for text, weight, size in told if text]
        if not texts:
            return None

        def draw(pen: Pen, x: float, top: float) -> None:
            for text in texts:
                text.draw(pen, x, top)
                top -= text.height + _APART

        return Block(sum(text.height + _APART for text in texts) + 16.0 - _APART, draw)

    @property
    def _weight(self) -> Weight:
        return Weight.REGULAR if self.above.below else Weight.BOLD

    def _round(self, each: CafeRound, size: _Set) -> Iterator[Block]:
        width, words = self.listing.width, self.words
        there = [
            guest for guest in self.cafe.at(each.id, self.table.id) if self.cafe.hosted_by.get(guest) != self.table.id
        ]
        yield paragraph(
            self.kit, Text(round_text(words, each), Weight.BOLD, _ROUND), width, above=size.apart, head=True
        )
        if each.question:
            yield paragraph(self.kit, Text(each.question, Weight.REGULAR, 9.5, MUTED), width, above=2.0, head=True)
        if not self.table.open_in(each.number):
            yield paragraph(self.kit, Text(words.t("This table is closed then."), Weight.REGULAR, 9.0, MUTED), width)
            return
        told = words.n("{count} guest", "{count} guests", len(there))
        count = paragraph(self.kit, Text(told, Weight.REGULAR, SMALL, MUTED), width, above=3.0, head=bool(there))
        yield count._replace(height=count.height + 3.0)
        columns = Column(0.0, _TICK), Column(_TICK, width - _TICK)
        for person in there:
            guest = self.cafe.guests[person]
            cell = (
                Text(guest.name, Weight.SEMIBOLD, size.name),
                Text(unbroken(guest.organisation), Weight.REGULAR, SMALL, MUTED),
            )
            yield row(self.kit, columns, (Tick(), cell), about=guest.name, pad=size.pad)
