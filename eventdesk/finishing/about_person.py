"""All that an event file holds about one person, for them to have (Art. 15 and 20 GDPR)."""

from typing import Any

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.finishing import records
from eventdesk.people import records as people
from eventdesk.store.access import Value

FORMAT = "eventdesk person 1"


def about_person(event: Event, person: int) -> dict[str, Any]:
    """Return everything that is stored about a person, as it can be written as JSON.

    `person` are their own fields, `stored` further rows by table, `tables` their way through the World Café,
    `ballots` that they were handed some, `looked_at` when their details were shown or given out, `journal` what was
    done that concerned them. Points, sessions and polls are called by their names. Raises KnownError if nobody
    has this id.
    """
    if people.person(event.db, person) is None:
        raise KnownError(Fault.UNKNOWN_PERSON, person=str(person))
    rows = records.rows_of(event.db, person)
    ids = {table: [int(row["id"] or 0) for row in found] for table, found in rows.items()}
    names = _names(event)
    (own,) = rows.pop("person")
    stored = {table: [_readable(row, names) for row in found] for table, found in rows.items() if found}
    return {
        "format": FORMAT,
        "event": event.details.title,
        "exported": event.local_now().isoformat(timespec="seconds"),
        "person": {name: value for name, value in own.items() if value not in ("", None)},
        "stored": stored,
        "tables": records.itinerary_of(event.db, person),
        "ballots": records.ballots_of(event.db, person),
        "looked_at": records.notes_about(event.db, person),
        "journal": records.entries_about(event.db, ids),
    }


def _names(event: Event) -> dict[str, dict[int, str]]:
    found = {}
    for table, column in (("point", "name"), ("session", "title"), ("poll", "title")):
        found[table] = {int(row["id"] or 0): str(row[column]) for row in records.all_rows(event.db, table)}
    return found


def _readable(row: dict[str, Value], names: dict[str, dict[int, str]]) -> dict[str, Value]:
    """Return a row without the numbers that only this file knows, things called by their names."""
    told: dict[str, Value] = {}
    for column, value in row.items():
        if column in names:
            told[column] = names[column].get(int(value or 0), "")
        elif column not in ("id", "eid", "person", "owner", "one", "other") and value not in ("", None):
            told[column] = value
    return told
