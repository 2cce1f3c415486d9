"""What papers need of an event, taken out of its file, so that they can be made elsewhere."""

from collections.abc import Mapping
from dataclasses import replace

from eventdesk.event import Event
from eventdesk.fair.fair import Fair
from eventdesk.fair.floor.records import picture_body, pictures
from eventdesk.fair.papers.backdrop import Backdrop
from eventdesk.fair.papers.imprint import Imprint
from eventdesk.fair.plan import Version
from eventdesk.fair.versions.records import stands_of, versions

Stands = Mapping[int, tuple[int, ...]]


def imprint_of(event: Event, fair: Fair) -> Imprint:
    """Return the small print of papers that are made now."""
    newest = next(iter(versions(event.db)), None)
    return replace(
        Imprint.of(event),
        version=None if newest is None else _local(event, newest),
        changed=newest is not None and not _same(stands_of(event.db, newest.id), fair.stands),
    )


def backdrops_of(event: Event) -> tuple[Backdrop, ...]:
    """Return the pictures of all halls with what is in them."""
    found = ((picture, picture_body(event.db, picture.id)) for picture in pictures(event.db))
    return tuple(Backdrop(picture, body) for picture, body in found if body is not None)


def before(event: Event, fair: Fair, name: str = "") -> tuple[Version, Stands] | None:
    """Return the placement to compare today's with, its time local; None if none was kept.

    With a `name` it is the newest version of that name, else the newest one that differs from today's.
    """
    for version in versions(event.db):
        stands = stands_of(event.db, version.id)
        if version.name == name if name else not _same(stands, fair.stands):
            return _local(event, version), stands
    return None


def _local(event: Event, version: Version) -> Version:
    return replace(version, at=version.at.astimezone(event.zone))


def _same(one: Stands, other: Stands) -> bool:
    return {who: set(booths) for who, booths in one.items()} == {who: set(booths) for who, booths in other.items()}
