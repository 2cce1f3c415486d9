"""Puts an event file and all features' derived data together: the way to open one."""

import importlib
from pathlib import Path

from eventdesk.event import Clock, Event, EventDetails, system_clock
from eventdesk.store.derived import Refresher


def refreshers() -> tuple[Refresher, ...]:
    """INTERIM while modules land: picks up those that stand."""
    found = []
    for name in ("eventdesk.people.search", "eventdesk.checkin.presence", "eventdesk.panels"):
        try:
            found.append(importlib.import_module(name).refresher())
        except (ImportError, AttributeError):
            continue
    return tuple(found)


def open_event(path: Path, *, desk: str = "", actor: str = "", clock: Clock = system_clock) -> Event:
    """Open an event file with everything that is derived from it. Raises as `Event.open`."""
    return Event.open(path, refreshers=refreshers(), desk=desk, actor=actor, clock=clock)


def create_event(
    path: Path, *, details: EventDetails | None = None, desk: str = "", actor: str = "", clock: Clock = system_clock
) -> Event:
    """Create an event file and open it. Raises as `Event.create`."""
    return Event.create(path, details=details, refreshers=refreshers(), desk=desk, actor=actor, clock=clock)
