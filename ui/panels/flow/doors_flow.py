"""The doors of one event as this desk looks at them: how full rooms are, which point leads where, who was there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eventdesk import doors
from eventdesk.checkin import records as checkin
from eventdesk.checkin.point import Point, PointKind
from eventdesk.doors import Fill
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.panels import records as panels
from eventdesk.panels.doors import actions, records
from eventdesk.panels.doors.attending import Attendance
from eventdesk.people import records as people
from eventdesk.people.sorting import sort_key
from eventdesk.store import times
from ui.panels.flow.programme_flow import PanelsFlow

DoorRoom = records.DoorRoom
KINDS = frozenset({"scan", "door_count", "point_room", "point", "room", "slot", "session", "place", "waiting"})
"""Kinds of changes after which the rooms may be fuller, or the doors others."""


@dataclass(frozen=True)
class DoorPoint:
    """A check-in point that is a door, or may be one, and the room that it leads to (None: to none)."""

    point: Point
    room: int | None


@dataclass(frozen=True)
class Attended:
    """A session, and who was there. `title` and `when` ("11:00") are what it is called; `goes_on`: it is not over."""

    session: int
    title: str
    when: str
    attendance: Attendance
    goes_on: bool


class DoorsFlow:
    """Lives as long as the page."""

    def __init__(self, flow: PanelsFlow) -> None:
        self.event: Event = flow.event

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    # ---- what there is

    def rooms(self) -> list[DoorRoom]:
        """Return all rooms with their doors, in the order of the programme."""
        order = {room.id: number for number, room in enumerate(panels.rooms(self.event.db))}
        return sorted(records.rooms(self.event.db), key=lambda room: order[room.id])

    def fills(self) -> list[tuple[DoorRoom, Fill]]:
        """Return how full every room is now."""
        now = self.event.now()
        return [(room, doors.fill_of_room(self.event, room, now)) for room in self.rooms()]

    def points(self) -> list[DoorPoint]:
        """Return the points that are doors of rooms or may become some, in their order."""
        leads = {point: room.id for room in self.rooms() for point in room.points}
        known = checkin.points(self.event.db)
        return [
            DoorPoint(each, leads.get(each.id)) for each in known if each.kind is PointKind.ROOM or each.id in leads
        ]

    def inside(self, room: int) -> list[str]:
        """Return the names of those who came into a room today and were not seen to leave it, in their order."""
        known = self.rooms()
        own = next((each.points for each in known if each.id == room), ())
        today, last = self.event.local_now().date(), dict[int, bool]()
        for person, point, inwards, at in records.passes(self.event.db, [each for one in known for each in one.points]):
            last[person] = inwards and point in own and self._day(at) == today
        there = [person for person, is_in in last.items() if is_in]
        return [each.name for each in sorted(people.people(self.event.db, there), key=lambda each: sort_key(each.name))]

    def attendance(self) -> list[Attended]:
        """Return who was in which session, in the order of the programme.

        Sessions that have not begun, and those that nobody was seen in, are left out.
        """
        now = self.event.local_now().isoformat()[:16]
        plan = panels.read_plan(self.event.db)
        found: Mapping[int, Attendance] = doors.attendance(self.event)
        talks = [
            (plan.slot_of[each.slot], each)
            for each in plan.sessions
            if each.slot is not None and each.id in found and found[each.id].people
        ]
        talks.sort(key=lambda pair: (pair[0].starts, pair[1].title))
        return [
            Attended(each.id, each.title, slot.starts[11:16], found[each.id], now < slot.ends)
            for slot, each in talks
            if slot.starts <= now
        ]

    # ---- doing it

    def count(self, room: DoorRoom, change: int) -> bool:
        """Count somebody without a name in or out; returns whether that is possible. Raises KnownError."""
        if not room.points or doors.fill_of_room(self.event, room).inside + change < 0:
            return False
        actions.count(self.event, room.points[0], change)
        return True

    def lead_to(self, point: Point, room: int | None) -> None:
        """Make a point the door of a room; None: of the one that is called like it. Raises KnownError."""
        actions.lead_to(self.event, point.id, room, point.name)

    def add_missing(self) -> list[Point]:
        """Add a check-in point for every room that has none. Raises KnownError."""
        return doors.add_missing_doors(self.event)

    def _day(self, at: str) -> date:
        return times.from_text(at).astimezone(self.event.zone).date()
