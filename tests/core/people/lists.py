"""Lists of people as files, and what an import makes of them."""

from pathlib import Path

from eventdesk.event import Event
from eventdesk.people import records
from eventdesk.people.importing import ImportResult, import_people
from eventdesk.people.person import Person
from eventdesk.tables.writing import write_table


def listed(folder: Path, *rows: str, name: str = "people.csv", delimiter: str = ";") -> Path:
    """Write a list by hand, as an organiser or another program does."""
    path = folder / name
    path.write_text("\n".join(row.replace(";", delimiter) for row in rows) + "\n", "utf-8")
    return path


def sheet(folder: Path, header: list[str], *rows: list[str], name: str = "people.xlsx") -> Path:
    path = folder / name
    write_table(path, header, rows)
    return path


def imported(event: Event, path: Path, **options) -> ImportResult:
    result = import_people(event, path, **options)
    assert result.done, result.plan.problems
    return result


def person(event: Event, name: str) -> Person:
    """Return the one person of this name."""
    (found,) = [each for each in records.everyone(event.db) if each.name == name]
    return found


def names(event: Event) -> list[str]:
    return [each.name for each in records.everyone(event.db)]


def counts(result: ImportResult) -> dict[str, int]:
    """Return the counts that are not 0."""
    found = result.as_json()
    return {key: found[key] for key in ("read", "added", "changed", "unchanged", "repeated", "rejected") if found[key]}
