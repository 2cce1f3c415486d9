"""The figures of the event: counted anew, or those that were kept when it was finished."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from eventdesk.files import naming_nobody
from eventdesk.reports.figures.figure import Figures
from eventdesk.reports.figures.gathering import figures_in_steps
from eventdesk.reports.figures.kept import kept
from eventdesk.reports.imprint import Imprint
from ui.reports.flow.reports_flow import Read, ReportsFlow, in_parts
from ui.work import Part, Task

WORKBOOK = ".xlsx"


def counting(flow: ReportsFlow) -> Generator[Part, None, Figures]:
    """Count in short steps, if anything has changed; anew if it changes meanwhile. What was kept needs no counting."""
    before = kept(flow.event)
    if before is not None:
        flow.figures = Read(before, flow.turn)
        yield Part(1, 1)
        return before
    while True:
        known = flow.figures
        if known.value is not None and known.turn == flow.turn:
            return known.value
        turn = flow.turn
        found = yield from in_parts(figures_in_steps(flow.event))
        flow.figures = Read(found, turn, flow.event.local_now().strftime("%H:%M"))


@dataclass(frozen=True)
class Counted:
    """What papers of figures are made of."""

    figures: Figures
    imprint: Imprint


def gathering(flow: ReportsFlow) -> Generator[Part, None, Counted]:
    """Count what papers need."""
    found = yield from counting(flow)
    return Counted(found, flow.imprint())


def write(counted: Counted, path: Path, task: Task) -> object:
    """Write a PDF or a workbook, as the ending says, in any thread. Raises KnownError."""
    if path.suffix.lower() == WORKBOOK:
        from eventdesk.reports.figures.workbook import figures_workbook

        return figures_workbook(counted.figures, counted.imprint, path)
    from eventdesk.drawing.kit import Kit
    from eventdesk.reports.figures.paper import figures_paper

    with naming_nobody(path) as out:
        return figures_paper(counted.figures, counted.imprint, out, Kit(), progress=lambda done: task.tell(done, 0))
