"""The index by theme: who is to be found under each theme, and where."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import MUTED
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import EM, Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import LINE, Pen, one_line, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import TEXT
from eventdesk.drawing.shapes import path, rectangle
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.booth_art import EDGE, draw_mark
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.order import by_name, stand_text
from eventdesk.fair.papers.themes import NOTHING, ThemeLook, theme_looks
from eventdesk.words import Words

_THEME = 11.5
_SWATCH = 14.0
_STAND_SHARE = 0.4


def theme_index(fair: Fair, imprint: Imprint, out: BinaryIO | Path, kit: Kit) -> PaperReport:
    """Write all exhibitors who come under their themes. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    listing = Listing(words.t("Exhibitors by theme"), columns=2, gutter=24.0)
    blocks = list(_blocks(fair, kit, words, listing.width))
    leaves = listing.leaves(kit, blocks, words.t("There are no exhibitors yet."))
    return write_leaves(leaves, out, kit, imprint, Remarks())


def _blocks(fair: Fair, kit: Kit, words: Words, width: float) -> Iterator[Block]:
    looks = theme_looks(exhibitor.theme for exhibitor in fair.exhibitors)
    for look in (*looks.values(), NOTHING):
        found = by_name(each for each in fair.exhibitors if each.comes and each.theme == look.name)
        if found:
            yield _head(kit, look, look.name or words.t("Without a theme"), len(found), width)
            for exhibitor in found:
                yield _line(kit, exhibitor, stand_text(fair, fair.stands.get(exhibitor.id, ())) or "–", width)


def _head(kit: Kit, look: ThemeLook, name: str, number: int, width: float) -> Block:
    left = _SWATCH * 1.5
    count = one_line(kit, str(number), Weight.REGULAR, TEXT)
    text = kit.flow(name, Weight.BOLD, _THEME, width - left - count.block_width - 6.0, leading=1.2)
    height = max(_SWATCH, text.block_height)

    def draw(pen: Pen, x: float, top: float) -> None:
        shape = rectangle(x, top - (height - _SWATCH) / 2, _SWATCH, _SWATCH, 2.5)
        pen.paper.path(shape, look.colour)
        pen.paper.stroke(shape, EDGE, 0.6)
        draw_mark(pen, look, x + _SWATCH / 2, top - height / 2, _SWATCH * 0.27)
        first = top - (height - text.block_height) / 2
        pen.put(pen.remarks.note(name, text), x + left, first)
        baseline = first - text.baselines[0]
        pen.put(count, x + width - count.block_width, baseline + count.baselines[0], colour=MUTED)

    return Block(height + 2.0, draw, above=17.0, head=True)


def _line(kit: Kit, exhibitor: Exhibitor, stand: str, width: float) -> Block:
    """Return a name, a row of dots, and a number."""
    column = min(kit.width(stand, Weight.SEMIBOLD, TEXT) + 1.0, width * _STAND_SHARE)
    where = kit.flow(stand, Weight.SEMIBOLD, TEXT, column, leading=1.2)
    name = kit.flow(unbroken(exhibitor.name), Weight.REGULAR, TEXT, width - column - 14.0, leading=1.2)
    last = name.lines[-1].width * TEXT / EM

    def draw(pen: Pen, x: float, top: float) -> None:
        pen.put(pen.remarks.note(exhibitor.name, name), x, top)
        low = top - name.baselines[-1]
        start, end = x + last + 4.0, x + width - where.lines[0].width * TEXT / EM - 4.0
        if end > start + 3.0 and not name.right_to_left:
            pen.paper.stroke(
                f"1 J\n{path(((start, low + 0.6), (end, low + 0.6)), closed=False)}", LINE, 0.8, (0.01, 3.0)
            )
        pen.put(where, x + width - column, low + where.baselines[0], Align.RIGHT)

    deep = name.baselines[-1] - where.baselines[0] + where.block_height
    return Block(max(name.block_height, deep), draw, above=3.0)
