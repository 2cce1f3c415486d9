"""Writes badges as a PDF, on sheets or one side per page: any number of them, in memory that hardly grows with it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.design.template import POINTS_PER_MM, Template
from eventdesk.badges.design.templates import classic
from eventdesk.badges.painting.painter import qr_table
from eventdesk.badges.painting.press import Press
from eventdesk.badges.painting.qr import DIGITS
from eventdesk.badges.sheets.imposition import Imposition
from eventdesk.badges.sheets.sheet import Placing, alone
from eventdesk.badges.sheets.sheet_press import SheetPress
from eventdesk.codes import Holding
from eventdesk.drawing.about import About
from eventdesk.drawing.kit import Kit
from eventdesk.files import target
from eventdesk.outputs import Content

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture


def badge_pdf(
    badges: Iterable[BadgeData],
    out: BinaryIO | Path,
    kit: Kit,
    *,
    template: Template | None = None,
    placing: Placing | None = None,
    pictures: "Mapping[str, Picture] | None" = None,
    about: About | None = None,
    progress: Callable[[int], None] | None = None,
) -> BadgeReport:
    """Write badges onto sheets, or one page for each side of each badge, and return what should be looked at.

    The same badges give the same bytes. A path is written whole or not at all. Without a template it is the classic
    one; `pictures` are those of the event, by name. `progress` is told the number of badges after each page; what it
    raises cancels the work. Raises `KnownError` DISK_FULL or CANNOT_WRITE, `TooLargeError` if a badge does not fit its
    place, and ValueError if the sheet has no place to start from.
    """
    from eventdesk.drawing.paper import Paper

    chosen = template or classic()
    size = chosen.width, chosen.height
    placed = placing or alone(*size)
    where = Imposition(placed.sheet, size, chosen.sides, start=placed.start, duplex=placed.duplex)
    page = placed.sheet.page_width * POINTS_PER_MM, placed.sheet.page_height * POINTS_PER_MM
    content = Content(Holding.BADGES)
    with target(out, content) as file:
        paper = Paper(file, page, about or About())
        press = Press(paper, kit, chosen, pictures)
        sheets = SheetPress(paper, press, where, placed.shift)
        done = content.amount = sheets.print(badges, progress)
        paper.save()
    remarks = press.remarks
    return BadgeReport(
        badges=done,
        pages=sheets.pages,
        shrunk=tuple(remarks.shrunk),
        overflow=tuple(remarks.overflow),
        missing_glyphs=tuple(remarks.missing),
    )


def warm(kit: Kit) -> None:
    """Load and build what the first badge would have to, while nobody waits."""
    kit.warm()
    classic()
    qr_table().path("0" * DIGITS)
