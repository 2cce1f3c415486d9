"""A sheet for each table to write on: what every round found, and at the end what is read out to all."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.imprint import Imprint, round_text
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import LINE, Leaf, Pen, write_leaves
from eventdesk.drawing.pages.naming import above_page
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.shapes import rectangle
from eventdesk.words import Words
from eventdesk.words.cafe import host_text, table_text

_QUESTION, _LEAST_QUESTION, _TOLD = 22.0, 12.0, 9.5
_PITCH = 9 * POINTS_PER_MM
"""How far ruled lines stand apart: room for a pen in a hurry."""
_PAD, _GAP = 12.0, 12.0
_END_SHARE = 0.34
"""The part of the page that is for what is read out."""
_ON_A_PAGE = 4


def result_sheets(
    cafe: Cafe,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write for each table where to note what it finds; `only` is row ids of tables.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    drawer = _Drawer(cafe, kit, Words(imprint.language))
    tables = [table for table in cafe.tables if only is None or table.id in only]
    leaves = [drawer.leaf(table) for table in tables]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(tables), progress=progress)


class _Drawer:
    """Draws the sheets."""

    def __init__(self, cafe: Cafe, kit: Kit, words: Words) -> None:
        self.cafe, self.kit, self.words = cafe, kit, words

    def leaf(self, table: CafeTable) -> Leaf:
        """Return the page of one table."""
        above = above_page(self.kit, table_text(self.words, table.name), self.words.t("World Café"))
        return Leaf(
            PaperSize.A4.points(),
            1.0,
            above.title,
            host_text(self.words, self.cafe.host_name(table)),
            lambda pen, area: self._draw(pen, table, above.below, area),
        )

    def _draw(self, pen: Pen, table: CafeTable, name: str, area: Area) -> None:
        top = area.top
        if name:
            wanted = Room(area.width, 60.0, _QUESTION, _LEAST_QUESTION, 2, 1.15, 0.9)
            title = pen.fit_whole(name, Weight.BOLD, wanted, name)
            pen.put_first(title, area.left, top)
            top -= title.block_height + _GAP / 2
        if table.question:
            wanted = Room(area.width, 90.0, _QUESTION, _LEAST_QUESTION, 3, 1.2, 0.9)
            asked = pen.fit_whole(table.question, Weight.REGULAR if name else Weight.BOLD, wanted, table.name)
            pen.put_first(asked, area.left, top)
            top -= asked.block_height + _GAP
        height = top - area.bottom
        end = height * _END_SHARE
        rounds = [each for each in self.cafe.rounds if table.open_in(each.number)]
        left = height - end - _GAP
        if 0 < len(rounds) <= _ON_A_PAGE:
            each_high = (left - (len(rounds) - 1) * _GAP) / len(rounds)
            for at, each in enumerate(rounds):
                box = Area(area.left, top - at * (each_high + _GAP), area.width, each_high)
                self._box(pen, box, round_text(self.words, each), each.question)
        else:
            self._box(pen, Area(area.left, top, area.width, left), self.words.t("Notes from all rounds"), "")
        self._end(pen, Area(area.left, area.bottom + end, area.width, end))

    def _box(self, pen: Pen, area: Area, title: str, told: str) -> None:
        pen.paper.stroke(rectangle(area.left, area.top, area.width, area.height, 8.0), LINE, 0.8)
        self._ruled(pen, area, title, told)

    def _end(self, pen: Pen, area: Area) -> None:
        """Draw the box for what is read out, which is noted on the page of the World Café in the break."""
        pen.paper.stroke(rectangle(area.left, area.top, area.width, area.height, 8.0), INK, 1.4)
        told = self.words.t("In at most three sentences. Please hand this sheet in after the last round.")
        self._ruled(pen, area, self.words.t("Our result for everybody"), told)

    def _ruled(self, pen: Pen, area: Area, title: str, told: str) -> None:
        """Draw the title of a box and lines to write on below it."""
        width, x = area.width - 2 * _PAD, area.left + _PAD
        head = pen.fit(title, Weight.BOLD, Room(width, 16.0, 11.5, 8.0), title)
        pen.put_first(head, x, area.top - _PAD * 0.7)
        top = area.top - _PAD * 0.7 - head.block_height
        if told:
            text = pen.kit.flow(told, Weight.REGULAR, _TOLD, width, lines=3)
            pen.put_first(pen.remarks.note(title, text), x, top, MUTED)
            top -= text.block_height
        top -= _PITCH
        while top > area.top - area.height + _PAD * 0.6:
            pen.paper.box(x, top, width, 0.5, LINE)
            top -= _PITCH
