"""A sheet for each host: the question of the table, and who comes in which round."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import BinaryIO

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.imprint import Imprint, round_text
from eventdesk.cafe.round import CafeRound
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import Leaf, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import SMALL, Column, Text, Tick, paragraph, row
from eventdesk.words import Words
from eventdesk.words.cafe import host_text, table_text

_QUESTION, _ROUND, _NAME = 17.0, 14.0, 11.5
_GUTTER, _TICK = 24.0, 16.0


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
        name = table_text(words, table.name)
        self.listing = Listing(name, host_text(words, cafe.host_name(table)), columns=2, gutter=_GUTTER)
        self.whole = Listing(name, self.listing.subtitle).width

    def leaves(self) -> list[Leaf]:
        """Return the pages."""
        blocks = [block for each in self.cafe.rounds for block in self._round(each)]
        return self.listing.leaves(self.kit, blocks, self.words.t("There are no rounds yet."), head=self._question())

    def _question(self) -> Block | None:
        if not self.table.question:
            return None
        asked = paragraph(self.kit, Text(self.table.question, Weight.BOLD, _QUESTION), self.whole)
        return asked._replace(height=asked.height + 16.0)

    def _round(self, each: CafeRound) -> Iterator[Block]:
        width, words = self.listing.width, self.words
        there = [
            guest for guest in self.cafe.at(each.id, self.table.id) if self.cafe.hosted_by.get(guest) != self.table.id
        ]
        yield paragraph(self.kit, Text(round_text(words, each), Weight.BOLD, _ROUND), width, above=18.0, head=True)
        if each.question:
            yield paragraph(self.kit, Text(each.question, Weight.REGULAR, 9.5, MUTED), width, above=2.0, head=True)
        if not self.table.open_in(each.number):
            yield paragraph(self.kit, Text(words.t("This table is closed then."), Weight.REGULAR, 9.0, MUTED), width)
            return
        told = words.n("{count} guest", "{count} guests", len(there))
        yield paragraph(self.kit, Text(told, Weight.REGULAR, SMALL, MUTED), width, above=4.0, head=bool(there))
        columns = Column(0.0, _TICK), Column(_TICK, width - _TICK)
        for person in there:
            guest = self.cafe.guests[person]
            cell = (
                Text(guest.name, Weight.SEMIBOLD, _NAME),
                Text(unbroken(guest.organisation), Weight.REGULAR, SMALL, MUTED),
            )
            yield row(self.kit, columns, (Tick(), cell), about=guest.name, pad=4.0)
