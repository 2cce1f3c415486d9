"""Puts an event file and all features' derived data together: the way to open one, and what is in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from eventdesk import panels, wellformed
from eventdesk.cafe import records as cafe
from eventdesk.checkin import presence
from eventdesk.checkin import records as checkin
from eventdesk.event import Clock, Event, EventDetails, State, Transaction, system_clock
from eventdesk.fair import records as fair
from eventdesk.panels import records as sessions
from eventdesk.people import records as people
from eventdesk.people import search
from eventdesk.store.derived import Refresher


def refreshers() -> tuple[Refresher, ...]:
    """Return what keeps all derived tables true."""
    return (search.refresher(), presence.refresher(), panels.refresher())


def open_event(
    path: Path, *, desk: str = "", actor: str = "", clock: Clock = system_clock, known: State | None = None
) -> Event:
    """Open an event file with everything that is derived from it. Raises as `Event.open`."""
    event = Event.open(path, refreshers=refreshers(), desk=desk, actor=actor, clock=clock, known=known)
    if known is None:
        try:
            wellformed.check(event)
        except BaseException:
            event.close()
            raise
    return event


def create_event(
    path: Path,
    *,
    details: EventDetails | None = None,
    fill: Callable[[Transaction], None] | None = None,
    desk: str = "",
    actor: str = "",
    clock: Clock = system_clock,
) -> Event:
    """Create an event file with what `fill` writes, and open it. Raises as `Event.create`."""
    made_of = refreshers()
    return Event.create(path, details=details, fill=fill, refreshers=made_of, desk=desk, actor=actor, clock=clock)


def figures(event: Event) -> dict[str, Any]:
    """Return what is in the file: `counts` by kind, and how many people are `inside` and `expected` today."""
    found = {**fair.counts(event.db), **sessions.counts(event.db), **cafe.counts(event.db)}
    counts = {
        "people": people.count(event.db),
        **found,
        "scans": checkin.count(event.db),
        "entries": event.journal_length(),
    }
    house = presence.counts(event.db, event.now(), event.zone)
    return {"counts": counts, "inside": house.inside, "expected": house.expected}
