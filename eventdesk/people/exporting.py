"""People as a table for other programs, with headers that the import knows: what is written comes back the same."""

from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from eventdesk.codes import Holding
from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.code import grouped
from eventdesk.people.importing.mapping import EXTRA_PREFIX, is_known
from eventdesk.people.listing.wanted import Part
from eventdesk.people.person import Person
from eventdesk.store.access import Reader
from eventdesk.tables.writing import write_table

_COLUMNS = {
    "id": "foreign_id",
    "given_name": "given_name",
    "family_name": "family_name",
    "native_name": "native_name",
    "title": "title",
    "organisation": "organisation",
    "position": "position",
    "sector": "sector",
    "roles": "roles",
    "email": "email",
    "phone": "phone",
    "town": "town",
    "languages": "languages",
    "needs": "needs",
    "note": "note",
    "attention": "attention",
    "status": "status",
    "group": "party",
    "exhibitor": "exhibitor",
    "wishes": "wishes",
    "consents": "consents",
    "days": "days",
    "code": "ticket",
    "badge_code": "code",
    "source": "source",
    "origin": "origin",
}
"""The column of the file behind each header."""

HEADER = tuple(_COLUMNS)
PeopleTable = tuple[list[str], list[list[str]]]
"""A header, and a row for each person."""
_PIECE = 200


def export_people(event: Event, path: Path) -> int:
    """Write everybody to a CSV, XLSX or JSON file; returns how many. Raises KnownError as write_table does."""
    header, rows = people_table(event.db)
    write_table(path, header, rows, sheet="people", holding=Holding.PEOPLE)
    return len(rows)


def people_table(reader: Reader) -> tuple[list[str], list[list[str]]]:
    """Return header and rows of everybody."""
    names = records.extra_names(reader)
    return [*HEADER, *extra_headers(names)], list(_rows(records.everyone(reader), names))


def gathering(reader: Reader, ids: Sequence[int]) -> Generator[Part, None, PeopleTable]:
    """Read header and rows of some people in their order, a piece at a time; who is gone is left out."""
    names = records.extra_names(reader)
    rows: list[list[str]] = []
    for start in range(0, len(ids), _PIECE):
        rows += _rows(records.people(reader, ids[start : start + _PIECE]), names)
        yield Part(start, len(ids))
    return [*HEADER, *extra_headers(names)], rows


def write_people(path: Path, table: PeopleTable, tell: Callable[[int, int], None]) -> int:
    """Write what `gathering` returned; `tell` hears how many rows of how many are written, and may raise to stop.

    Knows no event, so that it can work beside the window. Returns how many. Raises KnownError as write_table does.
    """
    header, rows = table

    def told() -> Iterator[list[str]]:
        for number, row in enumerate(rows):
            if number % _PIECE == 0:
                tell(number, len(rows))
            yield row

    write_table(path, header, told(), sheet="people", holding=Holding.PEOPLE)
    return len(rows)


def extra_headers(names: Sequence[str]) -> list[str]:
    """Return the headers of extra fields: marked where the import would take the name itself for another column."""
    return [f"{EXTRA_PREFIX}{name}" if is_known(name) else name for name in names]


def _rows(people: Sequence[Person], extra: Sequence[str]) -> Iterator[list[str]]:
    for person in people:
        stored = dict(zip(records.COLUMNS, map(str, records.row_of(person)), strict=True))
        stored["code"] = grouped(person.code)  # with blanks in it, or a spreadsheet makes 1.48E+15 of it
        yield [
            *(stored[column] for column in _COLUMNS.values()),
            *(person.extra.get(name, "") for name in extra),
        ]
