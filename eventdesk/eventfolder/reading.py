"""Reads and checks a whole event folder or workbook; nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from eventdesk.eventfolder import about, content, fair_remarks, guests, programme_remarks
from eventdesk.eventfolder.about import About
from eventdesk.eventfolder.content import Content
from eventdesk.eventfolder.source import NAMES, Source, open_source
from eventdesk.people.importing.drafts import Drafts
from eventdesk.tables.problems import TableProblem, TableRemark
from eventdesk.tables.references import Ids


@dataclass(frozen=True, slots=True)
class EventSource:
    """What a folder holds, without the rows that have a problem. `people` is None without a list of people.

    `ignored` names CSV files or sheets that eventdesk has no use for; `hall_places` and `exhibitor_places` the file and
    the line of each hall and exhibitor.
    """

    about: About
    content: Content
    people: Drafts | None
    problems: tuple[TableProblem, ...]
    remarks: tuple[TableRemark, ...]
    ignored: tuple[str, ...]
    hall_places: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    exhibitor_places: Mapping[int, tuple[str, int]] = field(default_factory=dict)


def read_source(path: Path, *, good_rows: bool = False) -> EventSource:
    """Read an event folder or workbook and collect everything that is wrong in its cells.

    With `good_rows`, rows that need a row with a problem have a problem themselves. Raises KnownError with NO_FILE,
    CANNOT_READ, BAD_SETTINGS, BAD_TABLE or TOO_LARGE if a file of it cannot be read at all.
    """
    source = open_source(path)
    problems: list[TableProblem] = []
    facts = about.read(source.outline, problems)
    reading = content.Reading(source.tables, problems)
    people = guests.read(source.tables["people"]) if "people" in source.tables else None
    people_ids = set(people.column("foreign_id")) if people else set()
    things = reading.content(people_ids, ZoneInfo(facts.details.timezone), good_only=good_rows)
    if people is not None:
        wrong = guests.check(people, reading.ids)
        problems += wrong
        people = guests.without(people, wrong) if wrong else people
    of_fair = fair_remarks.found(things, reading.ids)
    of_programme = programme_remarks.found(things, people, reading.ids)
    remarks = (*source.remarks, *(people.remarks if people else ()), *of_fair, *of_programme)
    return EventSource(
        facts,
        things,
        people,
        _in_order(source, problems),
        remarks,
        source.ignored,
        _places(reading.ids["halls"]),
        _places(reading.ids["exhibitors"]),
    )


def _places(ids: Ids) -> dict[int, tuple[str, int]]:
    return {row.id: (row.record.file, row.record.line) for row in ids.rows.values()}


def _in_order(source: Source, problems: list[TableProblem]) -> tuple[TableProblem, ...]:
    """Return the problems as somebody mends them: file by file, from the first line to the last, each once."""
    files = [source.outline.event.file, *(source.tables[name].file for name in NAMES if name in source.tables)]
    places = {file: place for place, file in reversed(list(enumerate(files)))}
    once = dict.fromkeys(problems)
    return tuple(sorted(once, key=lambda problem: (places.get(problem.file, len(files)), problem.line)))
