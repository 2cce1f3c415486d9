"""Papers of the programme: which there are, and the work of making one, which needs no file of the event."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.fair.records import halls
from eventdesk.panels.actions_timetable import differences
from eventdesk.panels.draws.records import last_draw
from eventdesk.panels.papers.agenda import Agenda
from eventdesk.panels.papers.calendar_file import CalendarFacts
from eventdesk.panels.papers.imprint import Imprint
from eventdesk.panels.papers.snapshot import agenda_in_steps, before, calendar_facts, imprint_of
from eventdesk.panels.place import Draw
from eventdesk.panels.version import Change, Version
from ui.panels.flow.programme_flow import PanelsFlow
from ui.work import Part, Task


class Paper(Enum):
    """What can be printed."""

    PROGRAMME = "programme"
    SIGNS = "signs"
    LISTS = "lists"
    SIGNATURES = "signatures"
    PEOPLE = "people"
    CHANGES = "changes"
    PROTOCOL = "protocol"
    CALENDAR = "calendar"


@dataclass(frozen=True)
class PaperWish:
    """One paper as it is wanted. `each`: a sign for each session; `changed`: only doors where something has changed."""

    paper: Paper
    size: PaperSize = PaperSize.A4
    each: bool = False
    changed: bool = False


def missing(flow: PanelsFlow, wish: PaperWish) -> bool:
    """Say whether there is nothing that this paper could show."""
    programme = flow.programme
    if wish.paper is Paper.PROTOCOL:
        return last_draw(flow.event.db) is None
    if wish.paper is Paper.CHANGES or (wish.paper is Paper.SIGNS and wish.changed):
        found = before(flow.event, programme)
        return found is None or not differences(found[1], programme.timetable)
    if wish.paper is Paper.PEOPLE:
        return not programme.people or not programme.sessions
    if wish.paper is Paper.PROGRAMME:
        return not programme.sessions
    return not any(each.slot is not None and each.room is not None for each in programme.sessions)


@dataclass(frozen=True)
class Material:
    """What papers are made of, without the file of the event. `draw` is the last one, at local time.

    `now` is the local time ("2026-11-21T11:00"): a door sign needs nothing that is over.
    """

    agenda: Agenda
    imprint: Imprint
    facts: CalendarFacts
    since: Version | None
    changes: tuple[Change, ...]
    draw: Draw | None
    now: str


def gathering(flow: PanelsFlow) -> Generator[Part, None, Material]:
    """Read what papers need in short steps; anew if it changes meanwhile."""
    event, read = flow.event, None
    while read is None or not flow.is_today(read.programme):
        for _ in flow.look_in_steps():
            yield Part(0)
        programme = flow.programme
        steps = agenda_in_steps(event.db, programme, {hall.ref: hall.name for hall in halls(event.db)})
        read = yield from _counted(steps, len(programme.people))
    found, draw = before(event, read.programme), last_draw(event.db)
    return Material(
        read,
        imprint_of(event, read.programme),
        calendar_facts(event),
        found[0] if found is not None else None,
        differences(found[1], read.programme.timetable) if found is not None else (),
        replace(draw, at=draw.at.astimezone(event.zone)) if draw is not None else None,
        event.local_now().strftime("%Y-%m-%dT%H:%M"),
    )


def _counted(steps: Generator[int, None, Agenda], total: int) -> Generator[Part, None, Agenda]:
    while True:
        try:
            yield Part(next(steps), total)
        except StopIteration as done:
            agenda: Agenda = done.value
            return agenda


def making(material: Material, wish: PaperWish, path: Path) -> Callable[[Task], object]:
    """Return the work of writing a paper to a file. It raises KnownError."""
    agenda, imprint, changes = material.agenda, material.imprint, material.changes

    def make(task: Task) -> object:
        from eventdesk.drawing.kit import Kit
        from eventdesk.panels.papers import (
            calendar_file,
            changes_paper,
            door_signs,
            draw_paper,
            person_pages,
            programme_paper,
            session_lists,
        )

        if wish.paper is Paper.CALENDAR:
            return calendar_file.calendar_file(agenda, material.facts, list(agenda.items), path)
        kit = Kit()
        if wish.paper is Paper.PROGRAMME:
            return programme_paper.programme(agenda, imprint, path, kit, size=wish.size)
        if wish.paper is Paper.SIGNS:
            over = material.now if door_signs.rooms_with_signs(agenda, material.now) else ""
            wanted = set(door_signs.rooms_with_signs(agenda, over))
            if wish.changed:
                wanted &= set(changes_paper.rooms_to_print(agenda, changes))
            return door_signs.door_signs(
                agenda, imprint, path, kit, size=wish.size, only=wanted, each=wish.each, since=over
            )
        if wish.paper in (Paper.LISTS, Paper.SIGNATURES):
            write = session_lists.room_lists if wish.paper is Paper.LISTS else session_lists.signature_lists
            only = [item.session.id for item in session_lists.sessions_with_lists(agenda)]
            return write(agenda, imprint, path, kit, only=only, progress=lambda done: task.tell(done, len(only)))
        if wish.paper is Paper.PEOPLE:
            count = len(agenda.in_order)
            return person_pages.person_pages(agenda, imprint, path, kit, progress=lambda done: task.tell(done, count))
        if wish.paper is Paper.CHANGES and material.since is not None:
            return changes_paper.changes_paper(agenda, changes, imprint, path, kit, since=material.since)
        if material.draw is not None:
            return draw_paper.draw_paper(agenda, material.draw, imprint, path, kit)
        return None

    return make
