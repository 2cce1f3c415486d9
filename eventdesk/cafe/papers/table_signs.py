"""A sign for each table, folded to stand on it: the table to be found from afar, the question, who hosts."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import BinaryIO

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.imprint import Imprint
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Align, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.shapes import path, turned
from eventdesk.words import Words
from eventdesk.words.cafe import host_text, table_text

_EDGE = 14 * POINTS_PER_MM
_NAME, _LEAST_NAME = 118.0, 30.0
_QUESTION, _LEAST_QUESTION = 25.0, 11.0
_HOST, _SMALL = 15.0, 9.0
_GAP = 12.0


def table_signs(
    cafe: Cafe,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    size: PaperSize = PaperSize.A4,
    only: Collection[int] | None = None,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write a sign for each table: a page to be folded in the middle, so that it can be read from two sides.

    `only` is row ids of tables. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    drawer = _Drawer(cafe, imprint, Words(imprint.language), size)
    leaves = [drawer.leaf(table) for table in cafe.tables if only is None or table.id in only]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(leaves), progress=progress)


class _Drawer:
    """Draws signs of one size."""

    def __init__(self, cafe: Cafe, imprint: Imprint, words: Words, size: PaperSize) -> None:
        self.cafe, self.imprint, self.words, self.size, self.grown = cafe, imprint, words, size, size.scale

    def leaf(self, table: CafeTable) -> Leaf:
        """Return the page."""
        title = table_text(self.words, table.name)
        return Leaf(self.size.points(), self.grown, title, "", lambda pen, _: self._draw(pen, table), bare=True)

    def _draw(self, pen: Pen, table: CafeTable) -> None:
        width, height = self.size.points()
        half = Area(0.0, height / 2, width, height / 2)
        self._half(pen, table, half)
        with pen.paper.moved(turned(180, 0.0, height, width, height / 2)):
            self._half(pen, table, half)
        pen.paper.stroke(path([(0.0, height / 2), (width, height / 2)], closed=False), MUTED, 0.4, (2.5, 2.5))

    def _half(self, pen: Pen, table: CafeTable, page: Area) -> None:
        edge, grown, words = _EDGE * self.grown, self.grown, self.words
        area = Area(page.left + edge, page.top - edge, page.width - 2 * edge, page.height - 2 * edge)
        foot = pen.kit.flow(self.imprint.event, Weight.REGULAR, _SMALL * grown, area.width * 0.6, lines=2)
        spoken = " · ".join(part for part in (table.language, words.t("step-free") if table.step_free else "") if part)
        right = pen.kit.line(spoken, Weight.REGULAR, _SMALL * grown)
        pen.put(foot, area.left, area.bottom + foot.block_height, colour=MUTED)
        pen.put(right, area.right - right.block_width, area.bottom + foot.block_height, colour=MUTED)
        free = area.height - foot.block_height - _GAP * grown
        where = table_text(words, table.name)
        room = Room(area.width, free * 0.5, _NAME * grown, _LEAST_NAME * grown, 3, 1.05, 0.6)
        name = pen.fit_whole(where, Weight.BOLD, room, where)
        pen.put(name, area.left, area.top, Align.CENTRE, INK)
        top, left = area.top - name.block_height, free - name.block_height
        hosts = host_text(words, self.cafe.host_name(table))
        if hosts:
            room = Room(area.width, _HOST * 1.4 * grown, _HOST * grown, _SMALL * grown)
            host = pen.fit(hosts, Weight.REGULAR, room, where)
            pen.put(host, area.left, area.bottom + foot.block_height + _GAP * grown + host.block_height, Align.CENTRE)
            left -= host.block_height + _GAP * grown
        if table.question:
            wanted = Room(area.width, left - _GAP * grown, _QUESTION * grown, _LEAST_QUESTION * grown, 5, 1.2, 0.8)
            question = pen.fit_whole(table.question, Weight.SEMIBOLD, wanted, where)
            top -= max(0.0, left - question.block_height) / 2
            pen.put(question, area.left, top, Align.CENTRE)
