"""The directory of exhibitors from A to Z: who they are, where they stand, how to reach them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED
from eventdesk.drawing.fitting import Align, Fitted
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.leaves import LINE, Pen, one_line, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import HAIR, SMALL
from eventdesk.fair.exhibitor import Exhibitor
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.booth_art import draw_mark
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.order import by_name, hall_names, stand_text
from eventdesk.fair.papers.themes import NOTHING, theme_looks
from eventdesk.people.sorting import sort_key
from eventdesk.words import Words

_NAME = 10.0
_BLURB = 8.5
_GAP = 9.0
_MARK = 2.5
_STAND_SHARE = 0.4
_LEADING = 1.3


def directory(fair: Fair, imprint: Imprint, out: BinaryIO | Path, kit: Kit) -> PaperReport:
    """Write all exhibitors who come, in the order of German lists. Raises `KnownError` DISK_FULL or CANNOT_WRITE."""
    words = Words(imprint.language)
    listing = Listing(words.t("Exhibitors from A to Z"), columns=2, gutter=24.0)
    blocks = list(_Writer(fair, kit, words, listing.width).blocks())
    leaves = listing.leaves(kit, blocks, words.t("There are no exhibitors yet."))
    return write_leaves(leaves, out, kit, imprint, Remarks())


class _Writer:
    """Makes the entries, as wide as a column."""

    def __init__(self, fair: Fair, kit: Kit, words: Words, width: float) -> None:
        self.fair, self.kit, self.words, self.width = fair, kit, words, width
        self.looks = theme_looks(exhibitor.theme for exhibitor in fair.exhibitors)

    def blocks(self) -> Iterator[Block]:
        """Yield the entries, and a letter above the first one that begins with it."""
        before = ""
        for exhibitor in by_name(each for each in self.fair.exhibitors if each.comes):
            letter = initial(exhibitor.name)
            if letter != before:
                yield self._letter(letter)
            yield self._entry(exhibitor, above=_GAP if letter == before else 5.0)
            before = letter

    def _letter(self, letter: str) -> Block:
        text = one_line(self.kit, letter, Weight.BOLD, 13.0)

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.put(text, x, top)
            pen.paper.box(x, top - text.block_height, self.width, HAIR, LINE)

        return Block(text.block_height + HAIR, draw, above=14.0, head=True)

    def _entry(self, exhibitor: Exhibitor, above: float) -> Block:
        stands = self.fair.stands.get(exhibitor.id, ())
        where = stand_text(self.fair, stands) or self.words.t("no stand yet")
        weight = Weight.BOLD if stands else Weight.REGULAR
        wanted = self.kit.width(where, weight, _NAME) + 1.0
        column = min(wanted, self.width * _STAND_SHARE)
        stand = self.kit.flow(where, weight, _NAME, column, leading=1.2)
        name = self.kit.flow(unbroken(exhibitor.name), Weight.BOLD, _NAME, self.width - column - 8.0, leading=1.2)
        below = self._below(exhibitor, hall_names(self.fair, stands))
        look = self.looks.get(exhibitor.theme, NOTHING)
        head = max(stand.block_height, name.block_height)

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.put(pen.remarks.note(exhibitor.name, name), x, top)
            pen.put(stand, x + self.width - column, top, Align.RIGHT, INK if stands else MUTED)
            at = top - head
            if look.mark is not None:
                draw_mark(pen, look, x + _MARK, at - SMALL * 0.62, _MARK)
            for text, left, muted in below:
                pen.put(pen.remarks.note(exhibitor.name, text), x + left, at, colour=MUTED if muted else INK)
                at -= text.block_height

        return Block(head + sum(text.block_height for text, _, _ in below), draw, above=above)

    def _below(self, exhibitor: Exhibitor, halls: str) -> Sequence[tuple[Fitted, float, bool]]:
        """Return what stands below a name: texts, how far from the left, and whether they are small print."""
        indent = 3.6 * _MARK if self.looks.get(exhibitor.theme, NOTHING).mark is not None else 0.0
        lines = (
            (" · ".join(part for part in (exhibitor.theme, halls) if part), SMALL, indent, True),
            (exhibitor.blurb, _BLURB, 0.0, False),
            *((line, SMALL, 0.0, True) for line in self._contact(exhibitor)),
        )
        return [
            (self.kit.flow(text, Weight.REGULAR, size, self.width - left, leading=_LEADING), left, muted)
            for text, size, left, muted in lines
            if text
        ]

    def _contact(self, exhibitor: Exhibitor) -> tuple[str, ...]:
        """Return how to reach somebody: on one line, or the address by itself so that it is not torn apart."""
        person = " · ".join(part for part in (exhibitor.contact, exhibitor.phone) if part)
        whole = " · ".join(part for part in (person, exhibitor.email) if part)
        fits = self.kit.width(whole, Weight.REGULAR, SMALL) <= self.width
        return (whole,) if fits else (person, exhibitor.email)


def initial(name: str) -> str:
    """Return the letter that a name stands under; "0–9" for numbers, "#" for other signs."""
    key = sort_key(name)
    first = key[:1] if key[:1].isascii() else next((sign for sign in name if sign.isalpha()), "")
    if first.isdigit():
        return "0–9"
    return first.upper() if first.isalpha() else "#"
