"""Papers of the programme: which there are, and the work of making one, which needs no file of the event."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from eventdesk.drawing.pages.paper_size import PaperSize
from eventdesk.fair.records import halls
from eventdesk.panels.actions_timetable import differences
from eventdesk.panels.draws.records import last_draw
from eventdesk.panels.papers.snapshot import agenda_of, before, calendar_facts, imprint_of
from ui.panels.flow.programme_flow import PanelsFlow
from ui.work import Task


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


def making(flow: PanelsFlow, wish: PaperWish, path: Path) -> Callable[[Task], object]:
    """Return the work of writing a paper to a file. It raises KnownError."""
    event = flow.event
    agenda = agenda_of(event.db, {hall.ref: hall.name for hall in halls(event.db)})
    imprint, facts = imprint_of(event, agenda.programme), calendar_facts(event)
    found = before(event, agenda.programme)
    changes = differences(found[1], agenda.programme.timetable) if found is not None else ()
    draw = last_draw(event.db)
    local = replace(draw, at=draw.at.astimezone(event.zone)) if draw is not None else None

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
            return calendar_file.calendar_file(agenda, facts, list(agenda.items), path)
        kit = Kit()
        if wish.paper is Paper.PROGRAMME:
            return programme_paper.programme(agenda, imprint, path, kit, size=wish.size)
        if wish.paper is Paper.SIGNS:
            wanted = set(door_signs.rooms_with_signs(agenda, ""))
            if wish.changed:
                wanted &= set(changes_paper.rooms_to_print(agenda, changes))
            return door_signs.door_signs(agenda, imprint, path, kit, size=wish.size, only=wanted, each=wish.each)
        if wish.paper in (Paper.LISTS, Paper.SIGNATURES):
            write = session_lists.room_lists if wish.paper is Paper.LISTS else session_lists.signature_lists
            only = [item.session.id for item in session_lists.sessions_with_lists(agenda)]
            return write(agenda, imprint, path, kit, only=only, progress=lambda done: task.tell(done, len(only)))
        if wish.paper is Paper.PEOPLE:
            count = len(agenda.in_order)
            return person_pages.person_pages(agenda, imprint, path, kit, progress=lambda done: task.tell(done, count))
        if wish.paper is Paper.CHANGES and found is not None:
            return changes_paper.changes_paper(agenda, changes, imprint, path, kit, since=found[0])
        if local is not None:
            return draw_paper.draw_paper(agenda, local, imprint, path, kit)
        return None

    return make
