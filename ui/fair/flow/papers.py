"""Papers of the fair as PDF: which there are, and the work of making one, which needs no file of the event."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.fair.papers.snapshot import backdrops_of, imprint_of
from ui.fair.flow.fair_flow import FairFlow
from ui.work import Task

if TYPE_CHECKING:
    from eventdesk.drawing.pages.report import PaperReport


class Paper(Enum):
    """What can be printed."""

    PLAN = "plan"
    SIGNS = "signs"
    DIRECTORY = "directory"
    THEMES = "themes"
    SETUP = "setup"
    CHANGES = "changes"
    RUNNER = "runner"


@dataclass(frozen=True)
class PaperWish:
    """One paper as it is wanted; `hall` 0 for all halls."""

    paper: Paper
    size: PaperSize = PaperSize.A4
    names: bool = True
    hall: int = 0
    new_only: bool = False
    """Only the signs of those who stand elsewhere than in the version before."""


def making(flow: FairFlow, wish: PaperWish, path: Path) -> Callable[[Task], "PaperReport"]:
    """Return the work of writing a paper to a file. It raises KnownError."""
    fair, imprint, backdrops = flow.fair, imprint_of(flow.event, flow.fair), backdrops_of(flow.event)
    found = flow.before()
    changes = flow.differences(found[1]) if found is not None else ()
    since = found[0] if found is not None else None

    def make(_task: Task) -> "PaperReport":
        from eventdesk.drawing.kit import Kit
        from eventdesk.fair.papers import moves
        from eventdesk.fair.papers.directory import directory
        from eventdesk.fair.papers.errands import errands
        from eventdesk.fair.papers.floor_plan import floor_plan
        from eventdesk.fair.papers.plan_layout import PlanWish
        from eventdesk.fair.papers.setup_list import setup_list
        from eventdesk.fair.papers.signs import signs
        from eventdesk.fair.papers.theme_index import theme_index

        kit, todo = Kit(), errands(fair, changes)
        halls = (wish.hall,) if wish.hall else ()
        if wish.paper is Paper.PLAN:
            plan = PlanWish(wish.size, names=wish.names, halls=halls)
            return floor_plan(fair, imprint, path, kit, plan, backdrops)
        if wish.paper is Paper.SIGNS:
            only = moves.signs_to_print(fair, todo) if wish.new_only else None
            return signs(fair, imprint, path, kit, size=wish.size, only=only)
        if wish.paper is Paper.DIRECTORY:
            return directory(fair, imprint, path, kit)
        if wish.paper is Paper.THEMES:
            return theme_index(fair, imprint, path, kit)
        if wish.paper is Paper.SETUP:
            return setup_list(fair, imprint, path, kit, halls)
        if wish.paper is Paper.CHANGES:
            return moves.changes(fair, todo, imprint, path, kit, since=since)
        return moves.runner_sheets(fair, todo, imprint, path, kit, since=since)

    return make
