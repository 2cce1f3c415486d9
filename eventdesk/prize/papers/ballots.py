"""Ballots, eight on a sheet of A4: a code to vote with, room to write a number, and a stub to tear off and keep.

They come in a random order, which is written down nowhere. What belongs to a packet follows its slip, on which stands
for whom it is; a ballot of a packet says itself what it cannot be cast for.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from eventdesk.drawing.kit import Kit
from eventdesk.drawing.pages.imprint import Imprint
from eventdesk.drawing.pages.leaves import Leaf, Pen, write_leaves
from eventdesk.drawing.pages.paper_size import Area, PaperSize
from eventdesk.drawing.pages.report import PaperReport, Remarks
from eventdesk.prize import records
from eventdesk.prize.ballot import Ballot
from eventdesk.prize.papers.ballot_art import BallotArt, draw_cuts
from eventdesk.prize.poll import Poll, PollEntry
from eventdesk.store.access import Reader
from eventdesk.words import Words

COLUMNS, ROWS = 2, 4
_ON_A_SHEET = COLUMNS * ROWS


@dataclass(frozen=True, slots=True)
class Pile:
    """Ballots for the same people: `barred` None for anybody, else for those who belong to this entry's stand."""

    barred: PollEntry | None
    ballots: tuple[Ballot, ...]


def piles_of(reader: Reader, poll: Poll, only: Collection[int] | None = None) -> tuple[Pile, ...]:
    """Return the ballots of a poll that count, in a new random order; `only` those of these row ids."""
    return in_piles(poll, records.ballots(reader, poll.id, only))


def in_piles(poll: Poll, ballots: Sequence[Ballot]) -> tuple[Pile, ...]:
    """Return those of the ballots that count in their piles, each in the order that they have.

    The pile for anybody comes first, then the packets by the numbers of their entries.
    """
    valid = [ballot for ballot in ballots if not ballot.void]
    barred = (None, *(entry.id for entry in poll.entries))
    found = (Pile(poll.entry(each), tuple(b for b in valid if b.barred == each)) for each in barred)
    return tuple(pile for pile in found if pile.ballots)


def ballots_paper(
    poll: Poll,
    piles: Sequence[Pile],
    imprint: Imprint,
    out: BinaryIO | Path,
    kit: Kit,
    *,
    progress: Callable[[int], None] | None = None,
) -> PaperReport:
    """Write ballots with cut marks, each packet after a slip of its own. `papers` of the report counts the ballots.

    `progress` is told the number of sheets after each; what it raises cancels the work. Raises `KnownError` DISK_FULL
    or CANNOT_WRITE.
    """
    art = BallotArt(poll, imprint.event, Words(imprint.language))
    cells: list[Ballot | Pile] = []
    for pile in piles:
        cells += [*([pile] if pile.barred is not None else []), *pile.ballots]
    sheets = [cells[at : at + _ON_A_SHEET] for at in range(0, len(cells), _ON_A_SHEET)]
    leaves = [Leaf(PaperSize.A4.points(), 1.0, poll.title, "", _drawn(art, sheet), bare=True) for sheet in sheets]
    made = sum(len(pile.ballots) for pile in piles)
    return write_leaves(leaves, out, kit, imprint, Remarks(), papers=made, progress=progress)


def _drawn(art: BallotArt, cells: Sequence[Ballot | Pile]) -> Callable[[Pen, Area], None]:
    def draw(pen: Pen, _: Area) -> None:
        width, height = PaperSize.A4.points()
        draw_cuts(pen, (width, height), COLUMNS, ROWS)
        for at, cell in enumerate(cells):
            row, column = divmod(at, COLUMNS)
            area = Area(column * width / COLUMNS, height - row * height / ROWS, width / COLUMNS, height / ROWS)
            if isinstance(cell, Ballot):
                art.ballot(pen, cell, area)
            elif cell.barred is not None:
                art.slip(pen, cell.barred, len(cell.ballots), area)

    return draw
