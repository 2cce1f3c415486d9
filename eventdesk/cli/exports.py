"""What `eventdesk export` writes beside people: scans, printed badges, booths, exhibitors, sessions and the journal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from eventdesk.badges import records as badges
from eventdesk.checkin import records as checkin
from eventdesk.codes import Holding
from eventdesk.event import Entry, Event
from eventdesk.fair import records as fair
from eventdesk.fair.columns import BOOTHS, EXHIBITORS, booth_cells, exhibitor_cells
from eventdesk.panels import records as panels
from eventdesk.panels.columns import SESSIONS, session_cells
from eventdesk.people.exporting import export_people
from eventdesk.tables.writing import write_table
from eventdesk.words import Words
from eventdesk.words.badges import reason_text
from eventdesk.words.ops import deed

_PAGE = 1000


class Kind(StrEnum):
    """What can be exported."""

    PEOPLE = "people"
    SCANS = "scans"
    PRINTS = "prints"
    BOOTHS = "booths"
    EXHIBITORS = "exhibitors"
    SESSIONS = "sessions"
    JOURNAL = "journal"


def export(event: Event, kind: Kind, target: Path, words: Words) -> int:
    """Write all rows of a kind to a CSV, XLSX or JSON file; returns how many. Raises `KnownError`."""
    match kind:
        case Kind.PEOPLE:
            return export_people(event, target)
        case Kind.SCANS:
            header, rows = _scans(event)
        case Kind.PRINTS:
            header, rows = _prints(event, words)
        case Kind.BOOTHS:
            header, rows = _booths(event)
        case Kind.EXHIBITORS:
            header, rows = _exhibitors(event)
        case Kind.SESSIONS:
            header, rows = _sessions(event)
        case Kind.JOURNAL:
            header, rows = _journal(event, words)
    write_table(target, header, rows, sheet=kind.value, holding=Holding(kind.value))
    return len(rows)


Table = tuple[list[str], list[list[str]]]


def _scans(event: Event) -> Table:
    header = ["time", "point", "direction", "outcome", "forced", "name", "organisation", "code", "desk"]
    rows = [
        [
            scan.at.astimezone(event.zone).isoformat(timespec="seconds"),
            scan.point,
            scan.direction.value,
            scan.outcome.value,
            "yes" if scan.forced else "no",
            scan.name,
            scan.organisation,
            scan.code,
            scan.desk,
        ]
        for scan in checkin.recent(event.db, limit=-1)
    ]
    return header, rows


def _prints(event: Event, words: Words) -> Table:
    header = ["time", "name", "organisation", "printer", "reason", "template", "box", "number", "desk", "sentence"]
    rows = [
        [
            each.at.astimezone(event.zone).isoformat(timespec="seconds"),
            each.list_name,
            each.organisation,
            each.printer,
            each.reason,
            each.template,
            each.spot.box if each.spot else "",
            str(each.spot.number) if each.spot else "",
            each.desk,
            reason_text(words, each.reason),
        ]
        for each in badges.print_log(event.db, limit=-1)
    ]
    return header, rows


def _booths(event: Event) -> Table:
    found = fair.read_fair(event.db)
    halls = {hall.id: hall.ref for hall in found.halls}
    rows = []
    for booth in found.booths:
        there = (found.exhibitor_of[each].ref for each in found.standing_on.get(booth.id, ()))
        rows.append({**booth_cells(booth, halls), "exhibitor": ", ".join(there)})
    return _table(BOOTHS, rows)


def _exhibitors(event: Event) -> Table:
    booths = {booth.id: booth.ref for booth in fair.booths(event.db)}
    return _table(EXHIBITORS, [exhibitor_cells(each, booths) for each in fair.exhibitors(event.db)])


def _sessions(event: Event) -> Table:
    slots = {slot.id: slot.ref for slot in panels.slots(event.db)}
    rooms = {room.id: room.ref for room in panels.rooms(event.db)}
    return _table(SESSIONS, [session_cells(session, slots, rooms) for session in panels.sessions(event.db)])


def _table(columns: Iterable[str], rows: Sequence[Mapping[str, str]]) -> Table:
    """Return the columns of the event folder, and behind them those that the organiser added."""
    header = list(dict.fromkeys((*columns, *(name for row in rows for name in row))))
    return header, [[row.get(name, "") for name in header] for row in rows]


def _journal(event: Event, words: Words) -> Table:
    header = ["time", "entry", "desk", "by", "what", "about", "undoes", "part_of", "undone", "sentence"]
    rows = [
        [
            entry.at.astimezone(event.zone).isoformat(timespec="seconds"),
            entry.eid,
            entry.desk,
            entry.actor,
            entry.op.value,
            entry.label,
            entry.undoes or "",
            entry.part_of or "",
            "yes" if entry.undone else "no",
            deed(words, entry.op, entry.label),
        ]
        for entry in _entries(event)
    ]
    return header, rows


def _entries(event: Event) -> Iterator[Entry]:
    offset = 0
    while page := event.journal(_PAGE, offset):
        yield from page
        offset += len(page)
