"""Nobody is in two rooms: who comes into one has left the one where they were."""

from dataclasses import replace
from datetime import datetime, timedelta, tzinfo

from eventdesk.checkin import records
from eventdesk.checkin.presence import rooms_inside
from eventdesk.checkin.scan import Direction, Scan
from eventdesk.checkin.seating import AtDoor, Elsewhere
from eventdesk.codes import Outcome
from eventdesk.store.access import Reader, new_id

_A_MOMENT = timedelta(milliseconds=1)


def left_behind(reader: Reader, scan: Scan, zone: tzinfo, door: AtDoor | None) -> list[Scan]:
    """Return the exits that go with a scan which let somebody pass into a room or out of it, to be recorded with it.

    Who comes in leaves every other room where they came in today and no exit is known; who goes out leaves the other
    doors of the same room. Times from a paper list do not take anybody out of a room that they came into later.
    """
    if scan.person is None:
        return []
    own = door.points if door is not None else ()
    return [
        replace(
            scan,
            id=new_id(),
            point=room,
            direction=Direction.OUT,
            outcome=Outcome.LEFT,
            forced=False,
            at=max(scan.at, last_at + _A_MOMENT),
        )
        for room, last_at in rooms_inside(reader, scan.person, scan.at, zone)
        if room != scan.point and last_at <= scan.at and (scan.direction is Direction.IN or room in own)
    ]


def elsewhere(reader: Reader, person: int, door: AtDoor, moment: datetime, zone: tzinfo) -> Elsewhere | None:
    """Return the other room where somebody came in last on this day and did not leave; None if there is none."""
    others = [(since, room) for room, since in rooms_inside(reader, person, moment, zone) if room not in door.points]
    if not others:
        return None
    since, room = max(others)
    point = records.point(reader, room)
    return Elsewhere(point.name, since) if point is not None else None
