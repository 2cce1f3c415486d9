"""Attendance as a table for other programs: a row for each person who was there."""

from pathlib import Path

from eventdesk.codes import Holding
from eventdesk.reports.attendance.attended import Attendance, Attended
from eventdesk.reports.attendance.lists import days_with_people
from eventdesk.reports.choice import Choice
from eventdesk.tables.writing import write_table

_WHO = ("name", "full_name", "organisation", "town", "roles")


def attendance_table(attendance: Attendance, path: Path, *, choice: Choice | None = None) -> int:
    """Write who was there to a CSV, XLSX or JSON file; returns how many people. Raises KnownError as write_table does.

    Times are local, lengths are minutes; a column for each session whose door was scanned holds the minutes in it.
    """
    days = days_with_people(attendance)
    sessions = [each for each in attendance.sessions if each.scanned]
    header = [*_WHO]
    for day in days:
        header += [f"{day} came", f"{day} left", f"{day} minutes"]
    header += [f"{each.starts[11:16]} {each.title}".strip() for each in sessions]
    there = [each for each in (choice or Choice()).of(attendance.people) if each.came]
    rows = [
        [*_who(each), *_times(each, days), *(str(each.minutes.get(session.id, "")) for session in sessions)]
        for each in there
    ]
    write_table(path, header, rows, sheet="attendance", holding=Holding.ATTENDANCE)
    return len(rows)


def _who(person: Attended) -> list[str]:
    return [person.list_name, person.name, person.organisation, person.town, ", ".join(person.roles)]


def _times(person: Attended, days: tuple[str, ...]) -> list[str]:
    found = {day.day: day for day in person.days}
    cells: list[str] = []
    for day in days:
        on = found.get(day)
        minutes = "" if on is None or on.minutes is None else str(on.minutes)
        cells += [on.came[11:16], on.left[11:16], minutes] if on is not None else ["", "", ""]
    return cells
