"""What sessions and tables found, as it is typed in and printed."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eventdesk.cafe import records as cafe
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import Finding, FindingKind
from eventdesk.findings.records import findings
from eventdesk.panels import records as panels
from eventdesk.refs import as_counted
from eventdesk.reports.findings_paper import Chapter, collected
from eventdesk.reports.imprint import Imprint
from ui.reports.flow.reports_flow import ReportsFlow
from ui.work import Part, Task

Key = tuple[str, int]


@dataclass(frozen=True)
class Owner:
    """A session or a table, when and where it is or what was asked there, and what it found so far."""

    kind: FindingKind
    id: int
    name: str
    about: str = ""
    lines: tuple[str, ...] = ()
    author: str = ""

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return self.kind.value, self.id


def owners(flow: ReportsFlow) -> list[Owner]:
    """Return all sessions in the order of time, then all tables as people count them."""
    reader = flow.event.db
    found = findings(reader)
    slots, rooms = {each.id: each for each in panels.slots(reader)}, {each.id: each for each in panels.rooms(reader)}
    sessions = []
    for session in panels.sessions(reader):
        slot, room = slots.get(session.slot or 0), rooms.get(session.room or 0)
        time = f"{slot.starts[11:16]}–{slot.ends[11:16]}" if slot is not None else ""
        about = " · ".join(part for part in (time, room.name if room is not None else "") if part)
        order = (slot is None, slot.starts if slot is not None else "", as_counted(session.ref))
        sessions.append((order, Owner(FindingKind.SESSION, session.id, session.title, about)))
    tables = [Owner(FindingKind.TABLE, each.id, each.name, each.question) for each in cafe.tables(reader)]
    every = [owner for _, owner in sorted(sessions, key=lambda each: each[0])] + tables
    return [_with_lines(owner, found) for owner in every]


def _with_lines(owner: Owner, found: Mapping[tuple[FindingKind, int], tuple[Finding, ...]]) -> Owner:
    lines = found.get((owner.kind, owner.id), ())
    author = ", ".join(dict.fromkeys(each.author for each in lines if each.author))
    return Owner(owner.kind, owner.id, owner.name, owner.about, tuple(each.body for each in lines), author)


def note(flow: ReportsFlow, owner: Owner, lines: Sequence[str], author: str) -> bool:
    """Note what a session or table found; returns whether anything differed. Raises KnownError."""
    return flow.remember(set_findings(flow.event, owner.kind, owner.id, lines, author).eid)


@dataclass(frozen=True)
class Results:
    """What the paper is made of, and how it is wanted."""

    chapters: tuple[Chapter, ...]
    imprint: Imprint
    large: bool
    listed: bool


def gathering(flow: ReportsFlow, *, large: bool, listed: bool) -> Generator[Part, None, Results]:
    """Read what the paper needs."""
    yield Part(0)
    return Results(collected(flow.event), flow.imprint(), large, listed)


def write(results: Results, path: Path, task: Task) -> object:
    """Write the paper, in any thread. Raises KnownError."""
    from eventdesk.drawing.kit import Kit
    from eventdesk.reports.findings_paper import findings_paper

    chapters, imprint = results.chapters, results.imprint
    return findings_paper(
        chapters,
        imprint,
        path,
        Kit(),
        large=results.large,
        listed=results.listed,
        progress=lambda done: task.tell(done, 0),
    )
