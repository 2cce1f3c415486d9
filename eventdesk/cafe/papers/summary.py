"""What the tables found, in large letters: the organisers read it out when all come together."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from eventdesk.cafe.cafe import Cafe
from eventdesk.cafe.papers.imprint import Imprint
from eventdesk.cafe.table import CafeTable
from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, together
from eventdesk.drawing.pages.leaves import Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import Text, paragraph
from eventdesk.findings.finding import Finding, FindingKind
from eventdesk.words import Words
from eventdesk.words.cafe import table_text

_TABLE, _QUESTION, _LINE, _SMALL = 20.0, 12.0, 15.0, 9.5
_INDENT, _DOT, _BELOW_TITLE = 20.0, 4.5, 10.0
_MOST_LINES = 40
_MOST = 620.0
"""What a table found is not torn apart if it is at most this high, in points."""

Findings = Mapping[tuple[FindingKind, int], tuple[Finding, ...]]


def summary(
    cafe: Cafe,
    found: Findings,
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write what each table found, and which found nothing yet. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    listing = Listing(words.t("Results of the World Café"))
    told = [table for table in cafe.tables if found.get((FindingKind.TABLE, table.id))]
    blocks = [
        block for table in told for block in together(list(_table(kit, words, listing.width, table, found)), _MOST)
    ]  # fmt: skip
    missing = [table_text(words, table.name) for table in cafe.tables if table not in told]
    if blocks and missing:
        text = words.t("Nothing noted yet: {tables}", tables=", ".join(missing))
        blocks.append(paragraph(kit, Text(text, Weight.REGULAR, _SMALL, MUTED), listing.width, above=28.0))
    leaves = listing.leaves(kit, blocks, words.t("Nothing was noted yet."), head=Block(_BELOW_TITLE, lambda *_: None))
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(told), progress=progress)


def _table(kit: Kit, words: Words, width: float, table: CafeTable, found: Findings) -> Iterator[Block]:
    lines = found[FindingKind.TABLE, table.id]
    name = table_text(words, table.name)
    yield paragraph(kit, Text(name, Weight.BOLD, _TABLE), width, above=30.0, head=True)
    if table.question:
        yield paragraph(kit, Text(table.question, Weight.REGULAR, _QUESTION, MUTED), width, head=True)
    authors = ", ".join(dict.fromkeys(line.author for line in lines if line.author))
    for at, line in enumerate(lines, 1):
        yield _line(kit, line.body, width, name)._replace(head=bool(authors) and at == len(lines))
    if authors:
        said = words.t("Told by {names}", names=authors)
        yield paragraph(kit, Text(said, Weight.REGULAR, _SMALL, MUTED), width, above=6.0)


def _line(kit: Kit, text: str, width: float, about: str) -> Block:
    """Return one line of what was found, behind a dot."""
    fitted = kit.flow(text, Weight.REGULAR, _LINE, width - _INDENT, leading=1.35, lines=_MOST_LINES)

    def draw(pen: Pen, x: float, top: float) -> None:
        middle = top - fitted.baselines[0] + _LINE * 0.31
        side = x + width - _DOT if fitted.right_to_left else x
        pen.paper.box(side, middle + _DOT / 2, _DOT, _DOT, INK)
        pen.put_first(pen.remarks.note(about, fitted), x if fitted.right_to_left else x + _INDENT, top)

    return Block(fitted.block_height, draw, above=8.0)
