"""The notice for the wall: how to vote, and what for, in letters as large as one sheet has room for."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from eventdesk.drawing.colour import INK, MUTED, WHITE
from eventdesk.drawing.fitting import Room
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block, Page, column_width, draw_page, pages
from eventdesk.drawing.pages.imprint import Imprint
from eventdesk.drawing.pages.leaves import LINE, Draw, Leaf, Pen, write_leaves
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.paper_size import POINTS_PER_MM, Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.shapes import rectangle
from eventdesk.prize.poll import Poll, PollEntry
from eventdesk.words import Words
from eventdesk.words.prize import TIES

_EDGE = 16 * POINTS_PER_MM
_TITLE, _LEAST_TITLE, _EVENT = 46.0, 18.0, 13.0
_STEP, _SMALL = 12.5, 9.5
_BADGE = 20.0
_SIZES = (26.0, 23.0, 20.0, 18.0, 16.0, 14.5, 13.0, 12.0, 11.0, 10.0, 9.5, 9.0)
_MOST_COLUMNS = 3
_GUTTER = 18.0


class _Set(NamedTuple):
    """The entries as they stand in columns on one page or several."""

    pages: list[Page]
    columns: int


def notice(
    poll: Poll, imprint: Imprint, out: BinaryIO | Path, kit: Kit, *, size: PaperSize = PaperSize.A4
) -> PaperReport:
    """Write the notice; more than one sheet only if a sheet is too small for all. Raises `KnownError` as all papers."""
    drawer = _Drawer(poll, imprint, Words(imprint.language), size, kit)
    found = drawer.entries()
    leaves = [
        Leaf(size.points(), size.scale, poll.title, "", drawer.drawn(page, found.columns), bare=True)
        for page in found.pages
    ]
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(leaves))


class _Drawer:
    """Draws the sheets of one size."""

    def __init__(self, poll: Poll, imprint: Imprint, words: Words, size: PaperSize, kit: Kit) -> None:
        self.poll, self.imprint, self.words, self.kit, self.grown = poll, imprint, words, kit, size.scale
        width, height = size.points()
        edge = _EDGE * self.grown
        self.area = Area(edge, height - edge, width - 2 * edge, height - 2 * edge)

    def entries(self) -> _Set:
        """Return the entries at the largest size at which they fit one sheet, in as few columns as need be."""
        height = self.area.height - self._head_height() - self._foot_height()
        for size in _SIZES:
            for columns in range(1, _MOST_COLUMNS + 1):
                found = self._set(size * self.grown, columns, height)
                if len(found.pages) == 1:
                    return found
        return found

    def drawn(self, page: Page, columns: int) -> Draw:
        """Return what draws one sheet."""
        return lambda pen, _: self._draw(pen, page, columns)

    def _draw(self, pen: Pen, page: Page, columns: int) -> None:
        area, grown = self.area, self.grown
        top = area.top - self._head(pen)
        inner = Area(area.left, top, area.width, top - area.bottom - self._foot_height())
        draw_page(pen, page, inner, columns, _GUTTER * grown)
        below = area.bottom + self._foot_height() - 8 * grown
        pen.paper.box(area.left, below, area.width, 0.6 * grown, LINE)
        below -= 6 * grown
        for line in self._foot_lines():
            text = self.kit.flow(line, Weight.REGULAR, _SMALL * grown, area.width, leading=1.3)
            pen.put(text, area.left, below, colour=MUTED)
            below -= text.block_height

    # ---- what there is to vote for

    def _set(self, size: float, columns: int, height: float) -> _Set:
        width = column_width(self.area.width, columns, _GUTTER * self.grown)
        widest = max(self.kit.width(str(entry.number), Weight.BOLD, size) for entry in self.poll.entries)
        blocks = [self._entry(entry, size, width, widest) for entry in self.poll.entries]
        return _Set(pages(blocks, height, columns), columns)

    def _entry(self, entry: PollEntry, size: float, width: float, widest: float) -> Block:
        kit, indent = self.kit, widest + size * 0.7
        number = kit.line(str(entry.number), Weight.BOLD, size, tabular=True)
        name = kit.flow(unbroken(entry.name), Weight.REGULAR, size, width - indent, leading=1.15)
        height = name.block_height + size * 0.42

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.put(number, x + widest - number.block_width, top)
            beside = x + indent
            if name.right_to_left:  # flush right, but next to its number
                beside -= width - indent - name.block_width
            pen.put_first(pen.remarks.note(entry.name, name), beside, top)

        return Block(height, draw)

    # ---- above and below

    def _steps(self) -> Sequence[str]:
        words = self.words
        return (
            words.t("Everybody who has come gets one ballot."),
            words.t("Choose a number."),
            words.t("Scan the ballot at the voting screen, or write the number on it and put it into the ballot box."),
        )

    def _foot_lines(self) -> Sequence[str]:
        words, poll = self.words, self.poll
        lines = [words.t("Nobody can see who voted for what, not even the desk.")]
        if poll.own_barred:
            lines.append(words.t("Nobody votes for their own stand."))
        lines.append(words.t(TIES[poll.tie.value]))
        if poll.seed is not None:
            lines.append(
                words.t("The number that draws the lot was settled before the first vote: {seed}", seed=poll.seed)
            )
        return lines

    def _foot_height(self) -> float:
        texts = [
            self.kit.flow(line, Weight.REGULAR, _SMALL * self.grown, self.area.width, leading=1.3)
            for line in self._foot_lines()
        ]
        return sum(text.block_height for text in texts) + 14 * self.grown

    def _head_height(self) -> float:
        return self._head(None)

    def _head(self, pen: Pen | None) -> float:
        """Draw event, title and how to vote, unless there is nothing to draw with; return how high they are."""
        area, grown, kit = self.area, self.grown, self.kit
        event = kit.fit(self.imprint.event, Weight.REGULAR, Room(area.width, 20 * grown, _EVENT * grown, 6 * grown))
        room = Room(area.width, 110 * grown, _TITLE * grown, _LEAST_TITLE * grown, 2, 1.1, 0.8)
        title = kit.fit(self.poll.title, Weight.BOLD, room)
        top = area.top
        if pen is not None:
            pen.put_first(event, area.left, top, MUTED)
            pen.put_first(pen.remarks.note(self.poll.title, title), area.left, top - event.block_height)
        top -= event.block_height + title.block_height + 12 * grown
        badge = _BADGE * grown
        for number, step in enumerate(self._steps(), 1):
            text = kit.flow(step, Weight.REGULAR, _STEP * grown, area.width - badge * 1.5, leading=1.25)
            height = max(badge, text.block_height)
            if pen is not None:
                pen.paper.path(rectangle(area.left, top - (height - badge) / 2, badge, badge, badge / 2), INK)
                digit = kit.line(str(number), Weight.BOLD, _STEP * grown)
                middle = top - height / 2
                left = area.left + (badge - digit.block_width) / 2
                pen.put(digit, left, middle + digit.block_height / 2, colour=WHITE)
                pen.put(text, area.left + badge * 1.5, middle + text.block_height / 2)
            top -= height + 6 * grown
        if pen is not None:
            pen.paper.box(area.left, top - 4 * grown, area.width, 0.6 * grown, LINE)
        return area.top - top + 18 * grown
