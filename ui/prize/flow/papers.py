"""Papers of the audience prize: which there are, and the work of making one, which needs no file of the event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from eventdesk.drawing.pages.imprint import EventImprint, Imprint
from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.prize.count import Count
from eventdesk.prize.papers.ballots import Pile, ballots_paper, piles_of
from eventdesk.prize.papers.notice import notice
from eventdesk.prize.papers.protocol import local, protocol
from eventdesk.prize.poll import Poll
from ui.prize.flow.prize_flow import PrizeFlow
from ui.work import Task


class Paper(Enum):
    """What can be printed. NEW_BALLOTS makes those that are missing first."""

    NEW_BALLOTS = "new_ballots"
    BALLOTS = "ballots"
    NOTICE = "notice"
    PROTOCOL = "protocol"


@dataclass(frozen=True)
class PaperWish:
    """One paper as it is wanted. `spare`: so many ballots for people who are not on the list."""

    paper: Paper
    poll: int
    size: PaperSize = PaperSize.A4
    spare: int = 0


@dataclass(frozen=True)
class Material:
    """What papers are made of, without the file of the event. `count` of a closed poll, at local times."""

    poll: Poll
    imprint: Imprint
    piles: Sequence[Pile] = ()
    count: Count | None = None


def material_of(flow: PrizeFlow, wish: PaperWish, poll: Poll, made: Sequence[int] | None = None) -> Material:
    """Read what a paper needs; `made`: only ballots of these row ids."""
    event = flow.event
    piles: Sequence[Pile] = ()
    if wish.paper in (Paper.NEW_BALLOTS, Paper.BALLOTS):
        piles = piles_of(event.db, poll, made)
    count = flow.count(poll)
    if count is not None:
        count = replace(count, poll=local(count.poll, event.zone))
    return Material(poll, EventImprint.of(event), piles, count)


def making(material: Material, wish: PaperWish, path: Path) -> Callable[[Task], object]:
    """Return the work of writing a paper to a file. It raises KnownError."""
    poll, imprint = material.poll, material.imprint

    def make(task: Task) -> object:
        from eventdesk.drawing.kit import Kit

        kit = Kit()
        if wish.paper is Paper.NOTICE:
            return notice(poll, imprint, path, kit, size=wish.size)
        if wish.paper is Paper.PROTOCOL:
            return protocol(material.count, imprint, path, kit) if material.count is not None else None
        cells = sum(len(pile.ballots) + (pile.barred is not None) for pile in material.piles)
        sheets = (cells + 7) // 8
        return ballots_paper(poll, material.piles, imprint, path, kit, progress=lambda done: task.tell(done, sheets))

    return make
