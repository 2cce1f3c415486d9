"""Papers for a day on which stands change: a sheet for the runner in each hall, and a list of all changes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.colour import INK, MUTED, Colour
from eventdesk.drawing.fitting import Align
from eventdesk.drawing.fonts import Weight
from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.columns import Block
from eventdesk.drawing.pages.imprint import version_text
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.listing import Listing
from eventdesk.drawing.pages.names import unbroken
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.drawing.pages.table import SMALL, Column, Text, Tick, row
from eventdesk.drawing.shapes import rectangle
from eventdesk.fair.fair import Fair
from eventdesk.fair.papers.errands import Errand, reason_text
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.papers.order import booths_in_order, stand_text
from eventdesk.fair.plan import Version
from eventdesk.words import Words

NOTE = Colour.parse("#edf0f6")
_NAME, _PLACE = 11.5, 13.0
_UNBROKEN = "\u2011"
"""A hyphen at which no line ends."""

_PAD = 10.0
_TICK = 26.0


def runner_sheets(
    fair: Fair,
    errands: Sequence[Errand],
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    since: Version | None = None,
    fewest: bool = False,
) -> PaperReport:
    """Write a sheet for each hall in which something changes, with boxes to tick and the signs to print.

    `fewest` says that fewer moves are proven not to be enough. Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    leaves: list[Leaf] = []
    halls = [hall for hall in fair.halls if any(_touches(fair, errand, hall.id) for errand in errands)]
    for hall in halls:
        here = [errand for errand in errands if _touches(fair, errand, hall.id)]
        listing = Listing(words.t("Runner's sheet · {hall}", hall=hall.name), _changes_text(words, imprint, since))
        writer = _Writer(fair, kit, words, listing.width, ticks=True)
        note = writer.note(errands) if fewest else ()
        leaves += listing.leaves(kit, [*writer.lines(here), *writer.signs(here, hall.id), *note])
    if not leaves:
        listing = Listing(words.t("Runner's sheet"), _changes_text(words, imprint, since))
        leaves = listing.leaves(kit, (), words.t("Nothing has changed."))
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=len(halls))


def changes(
    fair: Fair,
    errands: Sequence[Errand],
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    since: Version | None = None,
) -> PaperReport:
    """Write all changes of all halls, to hang up beside an older plan.

    Raises `KnownError` DISK_FULL or CANNOT_WRITE.
    """
    words = Words(imprint.language)
    listing = Listing(words.t("What has changed"), _changes_text(words, imprint, since))
    writer = _Writer(fair, kit, words, listing.width, ticks=False)
    blocks = [*writer.lines(errands), *writer.signs(errands, None)]
    leaves = listing.leaves(kit, blocks, words.t("Nothing has changed."))
    return write_leaves(leaves, out, kit, imprint, Remarks())


def signs_to_print(fair: Fair, errands: Sequence[Errand], hall: int | None = None) -> list[int]:
    """Return who needs a new sign: everybody who stands elsewhere now, in this hall or in any."""
    return [
        errand.exhibitor
        for errand in errands
        if errand.after and (hall is None or any(fair.booth_of[each].hall == hall for each in errand.after))
    ]


class _Writer:
    """Makes the lines, as wide as the page."""

    def __init__(self, fair: Fair, kit: Kit, words: Words, width: float, *, ticks: bool) -> None:
        self.fair, self.kit, self.words, self.width, self.ticks = fair, kit, words, width, ticks

    def lines(self, errands: Sequence[Errand]) -> Iterator[Block]:
        """Yield a line for each exhibitor, in the order of where they stand now."""
        for errand in sorted(errands, key=self._order):
            exhibitor = self.fair.exhibitor_of[errand.exhibitor]
            walk = "" if errand.metres is None else self.words.t("{metres} m", metres=errand.metres)
            told = " · ".join(part for part in (reason_text(self.words, self.fair, errand), walk) if part)
            yield self._line(unbroken(exhibitor.name), told, place_text(self.words, self.fair, errand))

    def signs(self, errands: Sequence[Errand], hall: int | None) -> Iterator[Block]:
        """Yield the line that says which signs are to be printed."""
        wanted = set(signs_to_print(self.fair, errands, hall))
        if wanted:
            booths = [each for errand in errands if errand.exhibitor in wanted for each in errand.after]
            refs = [
                booth.ref.replace("-", _UNBROKEN)
                for booth in booths_in_order(self.fair.booth_of[each] for each in booths)
            ]
            count = self.words.t("print {count}", count=len(wanted))
            yield self._line(self.words.t("Signs"), ", ".join(refs), count)

    def note(self, errands: Sequence[Errand]) -> Iterator[Block]:
        """Yield what is proven about the number of moves."""
        moved = sum(bool(errand.before and errand.after) for errand in errands)
        told = self.words.t("No more is needed: proven fewest moves ({count}).", count=moved)
        text = self.kit.flow(told, Weight.REGULAR, 10.0, self.width - 2 * _PAD)

        def draw(pen: Pen, x: float, top: float) -> None:
            pen.paper.path(rectangle(x, top, self.width, text.block_height + 1.6 * _PAD, 6.0), NOTE)
            pen.put(text, x + _PAD, top - 0.8 * _PAD)

        yield Block(text.block_height + 1.6 * _PAD, draw, above=18.0)

    def _line(self, name: str, told: str, place: str) -> Block:
        left = _TICK if self.ticks else 0.0
        wanted = self.kit.width(place, Weight.BOLD, _PLACE) + 2.0
        right = min(wanted, self.width * 0.5)
        columns = [
            Column(0.0, _TICK),
            Column(left, self.width - left - right - 12.0),
            Column(self.width - right, right, Align.RIGHT),
        ]
        texts = Text(name, Weight.BOLD, _NAME), Text(told, Weight.REGULAR, SMALL + 1.5, MUTED)
        where = (Text(place, Weight.BOLD, _PLACE, INK),)
        return row(self.kit, columns, (Tick() if self.ticks else (), texts, where), about=name, pad=8.0)

    def _order(self, errand: Errand) -> tuple[bool, list[int]]:
        order = {booth.id: at for at, booth in enumerate(booths_in_order(self.fair.booths))}
        return not errand.after, sorted(order.get(each, 0) for each in errand.after or errand.before)


def place_text(words: Words, fair: Fair, errand: Errand) -> str:
    """Return "C-03 → B-17", "→ D-12" or "A-08 free"."""
    old, new = stand_text(fair, errand.before), stand_text(fair, errand.after)
    if not new:
        return words.t("{booth} free", booth=old) if old else "–"
    return f"{old} → {new}" if old else f"→ {new}"


def _touches(fair: Fair, errand: Errand, hall: int) -> bool:
    return any(fair.booth_of[each].hall == hall for each in (*errand.before, *errand.after) if each in fair.booth_of)


def _changes_text(words: Words, imprint: Imprint, since: Version | None) -> str:
    before, now = version_text(words, since), version_text(words, imprint.version)
    if before and now and not imprint.changed and since != imprint.version:
        return words.t("Changes: {before} → {now}", before=before, now=now)
    return words.t("Changes since {before}", before=before) if before else words.t("Changes")
