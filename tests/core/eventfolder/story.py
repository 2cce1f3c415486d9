"""What an event file tells, with the folder's ids in place of random row ids, so that two files can be compared."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from eventdesk.cafe import records as cafe
from eventdesk.checkin import records as checkin
from eventdesk.event import Event
from eventdesk.fair import records as fair
from eventdesk.panels import records as panels
from eventdesk.people import records as people
from eventdesk.store import settings


def story(event: Event) -> dict[str, Any]:
    """Return everything that a folder can bring."""
    db = event.db
    groups: list[Sequence[Any]] = [
        fair.halls(db),
        fair.booths(db),
        fair.exhibitors(db),
        panels.slots(db),
        panels.rooms(db),
        panels.sessions(db),
        cafe.tables(db),
    ]
    refs = {thing.id: thing.ref for group in groups for thing in group}
    things = [[_named(asdict(thing), refs) for thing in group] for group in groups]
    return {
        "settings": settings.all_of(db),
        "points": [replace(point, id=0) for point in checkin.points(db)],
        "things": things,
        "people": [replace(person, id=0, code="") for person in people.everyone(db)],
    }


def _named(values: dict[str, Any], refs: dict[int, str]) -> dict[str, Any]:
    tied = {"id", "hall", "pinned", "slot", "room"}
    return {key: refs.get(value, value) if key in tied else value for key, value in values.items()}
