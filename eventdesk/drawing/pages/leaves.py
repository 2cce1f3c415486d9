"""Pages with what all papers share: title and event above, small print and page number below."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from eventdesk.codes import Holding
from eventdesk.drawing.about import About
from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fitting import Align, Fitted, Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import Imprint
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.files import target
from eventdesk.outputs import Content
from eventdesk.words import Words

if TYPE_CHECKING:
    from eventdesk.drawing.paper import Paper

TITLE = 19.0
SUBTITLE = 9.5
SMALL = 7.5
MARGIN = 12 * POINTS_PER_MM
LINE = Colour.parse("#c3c9d5")
_HEAD = 1.25
_GAP = 11.0
_ENDLESS = 1e5


class Pen(NamedTuple):
    """What pages are drawn with, and where remarks go."""

    paper: "Paper"
    kit: Kit
    words: Words
    remarks: Remarks

    def fit(self, text: str, weight: Weight, room: Room, about: str) -> Fitted:
        """Return a text fitted into a room, and note what is wrong with it."""
        return self.remarks.note(about, self.kit.fit(text, weight, room))

    def fit_whole(self, text: str, weight: Weight, room: Room, about: str, *, least: float = 6.0) -> Fitted:
        """Return a text fitted into a room; if a word is too wide, it is broken, and set smaller, down to `least`."""
        fitted = self.kit.fit(text, weight, room)
        size = room.max_size
        while fitted.overflow and size >= least:
            broken = self.kit.flow(text, weight, size, room.width, leading=room.leading, lines=room.lines)
            if broken.block_height <= room.height and not broken.cut:
                fitted = broken
            size = round(size * 0.9, 2)
        return self.remarks.note(about, fitted)

    def put_first(self, fitted: Fitted, x: float, top: float, colour: Colour = INK) -> None:
        """Draw a text flush with the side of its box that it is read from: the right one for Arabic or Hebrew."""
        self.put(fitted, x, top, Align.RIGHT if fitted.right_to_left else Align.LEFT, colour)

    def put(self, fitted: Fitted, x: float, top: float, align: Align = Align.LEFT, colour: Colour = INK) -> None:
        """Draw a fitted text; (x, top) is the upper left corner of its box."""
        self.kit.draw(self.paper, fitted, x, top, align, colour)


Draw = Callable[[Pen, Area], None]
"""Draws the contents of a page into an area."""


class Leaf(NamedTuple):
    """One page: its size in points, how much larger than A4 its small print is, and who draws what stands on it."""

    size: tuple[float, float]
    scale: float
    title: str
    subtitle: str
    draw: Draw
    bare: bool = False
    """Whether it is a page without title and small print, such as a sign."""

    @property
    def body(self) -> Area:
        """What the contents of the page may take."""
        return self.margins if self.bare else body(self.size, self.scale, subtitle=bool(self.subtitle))

    @property
    def margins(self) -> Area:
        """The page without its margins."""
        width, height = self.size
        edge = margin(self.scale)
        return Area(edge, height - edge, width - 2 * edge, height - 2 * edge)


def one_line(kit: Kit, text: str, weight: Weight, size: float) -> Fitted:
    """Return a text on one line at this size, whatever room it takes."""
    return kit.flow(text, weight, size, _ENDLESS)


def margin(scale: float) -> float:
    """Return the white at each edge: on large paper a smaller part of it."""
    return float(MARGIN * scale**0.5)


def body(size: tuple[float, float], scale: float, *, subtitle: bool = False) -> Area:
    """Return what the contents of a page may take."""
    edge = margin(scale)
    above = edge + scale * (TITLE * _HEAD + _GAP + (SUBTITLE * 1.5 if subtitle else 0.0))
    below = edge + scale * (SMALL + _GAP)
    return Area(edge, size[1] - above, size[0] - 2 * edge, size[1] - above - below)


def write_leaves(
    leaves: Sequence[Leaf],
    out: BinaryIO | Path,
    kit: Kit,
    imprint: Imprint,
    remarks: Remarks,
    *,
    papers: int = 1,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write pages as a PDF. The same pages give the same bytes; a path is written whole or not at all.

    `progress` is told the number of pages after each; what it raises cancels the work. Raises `KnownError` DISK_FULL or
    CANNOT_WRITE.
    """
    from eventdesk.drawing.paper import Paper

    words = Words(imprint.language)
    title = " · ".join(dict.fromkeys(part for part in (leaves[0].title if leaves else "", imprint.event) if part))
    with target(out, Content(Holding.PAPER, len(leaves))) as file:
        first = leaves[0].size if leaves else (1.0, 1.0)
        paper = Paper(file, first, About(title, imprint.organiser, imprint.language))
        pen = Pen(paper, kit, words, remarks)
        for number, leaf in enumerate(leaves, 1):
            paper.resize(leaf.size)
            if not leaf.bare:
                _furnish(pen, leaf, imprint, number, len(leaves))
            leaf.draw(pen, leaf.body)
            paper.showPage()
            if progress is not None:
                progress(number)
        paper.save()
    return remarks.report(len(leaves), papers)


def _furnish(pen: Pen, leaf: Leaf, imprint: Imprint, number: int, count: int) -> None:
    area, scale = leaf.margins, leaf.scale
    size = TITLE * scale
    title = pen.fit(leaf.title, Weight.BOLD, Room(area.width * 0.58, size * _HEAD, size, size * 0.5), leaf.title)
    baseline = area.top - size
    _on(pen, title, area.left, baseline, Align.LEFT, INK)
    beside = area.width - min(title.block_width, title.room.width) - _GAP * scale
    least = SMALL * 0.8 * scale
    room = Room(beside, size * _HEAD, SUBTITLE * scale, least, 2, 1.25, 0.75, least)
    about = pen.fit(imprint.head(pen.words), Weight.REGULAR, room, imprint.event)
    _on(pen, about, area.right - room.width, baseline, Align.RIGHT, MUTED)
    if leaf.subtitle:
        under = Room(area.width, SUBTITLE * scale * 1.3, SUBTITLE * scale, SMALL * 0.8 * scale)
        text = pen.fit(leaf.subtitle, Weight.REGULAR, under, leaf.title)
        _on(pen, text, area.left, baseline - SUBTITLE * 1.6 * scale, Align.LEFT, MUTED)
    foot = area.bottom + SMALL * 0.3 * scale
    small = Room(area.width * 0.8, SMALL * scale * 1.5, SMALL * scale, SMALL * 0.7 * scale)
    below = pen.fit(imprint.foot(pen.words), Weight.REGULAR, small, imprint.event)
    _on(pen, below, area.left, foot, Align.LEFT, MUTED)
    page = pen.words.t("Page {number} of {count}", number=number, count=count)
    told = one_line(pen.kit, page, Weight.REGULAR, SMALL * scale)
    _on(pen, told, area.right - told.block_width, foot, Align.LEFT, MUTED)


def _on(pen: Pen, fitted: Fitted, x: float, baseline: float, align: Align, colour: Colour) -> None:
    """Draw a text so that its last line stands on a baseline."""
    pen.put(fitted, x, baseline + fitted.baselines[-1], align, colour)
