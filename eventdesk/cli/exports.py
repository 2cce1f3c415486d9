"""What `eventdesk export` writes beside people: scans, booths, sessions and the journal."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

from eventdesk.checkin import records as checkin
from eventdesk.event import Entry, Event
from eventdesk.fair import records as fair
from eventdesk.panels import records as panels
from eventdesk.people.exporting import export_people
from eventdesk.tables.writing import write_table
from eventdesk.words import Words
from eventdesk.words.ops import deed

_PAGE = 1000


class Kind(StrEnum):
    """What can be exported."""

    PEOPLE = "people"
    SCANS = "scans"
    BOOTHS = "booths"
    SESSIONS = "sessions"
    JOURNAL = "journal"


def export(event: Event, kind: Kind, target: Path, words: Words) -> int:
    """Write all rows of a kind to a CSV, XLSX or JSON file; returns how many. Raises `KnownError`."""
    match kind:
        case Kind.PEOPLE:
            return export_people(event, target)
        case Kind.SCANS:
            header, rows = _scans(event)
        case Kind.BOOTHS:
            header, rows = _booths(event)
        case Kind.SESSIONS:
            header, rows = _records(panels.sessions(event.db))
        case Kind.JOURNAL:
            header, rows = _journal(event, words)
    write_table(target, header, rows, sheet=kind.value)
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


def _booths(event: Event) -> Table:
    halls = {hall.id: hall.ref for hall in fair.halls(event.db)}
    header, rows = _records(fair.booths(event.db))
    place = header.index("hall") if header else 0
    return header, [[*row[:place], halls[int(row[place])], *row[place + 1 :]] for row in rows]


def _records(records: Sequence[object]) -> Table:
    names = [field.name for field in fields(records[0]) if field.name not in {"id", "extra"}] if records else []  # type: ignore[arg-type]
    return names, [[_text(getattr(record, name)) for name in names] for record in records]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


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
