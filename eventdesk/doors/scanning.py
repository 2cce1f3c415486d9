"""What a scan at the door of a room needs to know: who may go in, how full it is, who was there."""

from dataclasses import dataclass, replace
from datetime import datetime

from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.points import add_points
from eventdesk.checkin.seating import AtDoor, Doors, Seat
from eventdesk.doors.behind import Behind, Memory, Now, span_of
from eventdesk.event import Event
from eventdesk.panels.doors import records
from eventdesk.panels.doors.attending import Attendance, attendances
from eventdesk.panels.doors.door import (
    Claim,
    Crowd,
    free_at,
    is_nearly_full,
    kept_before,
    opened_at,
)
from eventdesk.panels.doors.records import DoorRoom
from eventdesk.people.person import Person
from eventdesk.store.access import Reader


@dataclass(frozen=True, slots=True)
class Fill:
    """How full a room is now.

    `title`, `starts` and `ends` (local times) are of the session that its door leads to; without one `session` is 0,
    and all who came in on the day count. `inside` includes the people `counted` without names. `kept` places are of
    people who are not in yet and may come until `kept_until`, `waiting` people wait and are not in. `capacity` is None
    where there is no limit.
    """

    room: str
    points: tuple[int, ...]
    session: int = 0
    title: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    inside: int = 0
    counted: int = 0
    kept: int = 0
    kept_until: datetime | None = None
    waiting: int = 0
    capacity: int | None = None

    @property
    def free(self) -> int | None:
        """How many more people fit in, whoever they are; None: there is no limit."""
        return None if self.capacity is None else max(0, self.capacity - self.inside)

    @property
    def full(self) -> bool:
        """Whether nobody fits in any more."""
        return self.free == 0

    @property
    def nearly_full(self) -> bool:
        """Whether it is time to warn: nine of ten seats are taken, or all."""
        return is_nearly_full(self.inside, self.capacity)


def doors_for(event: Event) -> Doors:
    """Return what tells the check-in at a point what the door of its room knows about a person.

    Made once for an open event: it remembers what takes place where until that changes.
    """
    memory = Memory(event)

    def door(point: Point, person: Person, moment: datetime, others: int) -> AtDoor | None:
        behind = memory.behind(point.id)
        return None if behind is None else _at_door(event, behind, person, moment, others)

    return door


def fill_of(event: Event, point: Point, moment: datetime | None = None) -> Fill | None:
    """Return how full the room is that a point is the door of; None if it is no door of a room."""
    room = records.room_of(event.db, point.id)
    return None if room is None else _fill(event, room, moment or event.now())


def fill_of_room(event: Event, room: DoorRoom, moment: datetime | None = None) -> Fill:
    """Return how full a room is."""
    return _fill(event, room, moment or event.now())


def add_missing_doors(event: Event) -> list[Point]:
    """Add a check-in point for every room that has none, called like the room, in one entry; returns them."""
    names = dict.fromkeys(room.name for room in records.rooms(event.db) if not room.points)
    return add_points(event, list(names), PointKind.ROOM)


def attendance(event: Event) -> dict[int, Attendance]:
    """Return who was in which session for how long, by the session's row id; sessions without a room are left out."""
    rooms = [(room.points, records.sittings(event.db, room)) for room in records.rooms(event.db)]
    points = [point for doors, _ in rooms for point in doors]
    return attendances(
        rooms,
        records.passes(event.db, points),
        records.expected_in(event.db),
        records.counts_by_session(event.db),
        event.zone,
    )


def _at_door(event: Event, behind: Behind, person: Person, moment: datetime, others: int) -> AtDoor:
    room, now = behind.room, _local(event, moment)
    here = behind.now(event.db, now, event.zone)
    if here is None:
        return AtDoor(room.points, room.name)
    sitting, expected = here.opened.sitting, here.expected
    claim = expected.claim(person.id, person.foreign_id)
    entitled = len(expected.places) + expected.waiting
    seat, own_kept = _seat(claim, anybody=entitled > 0), claim.place and now < sitting.kept_until
    known = here.known.get((seat, own_kept))
    if known is None:
        known = here.known[seat, own_kept] = AtDoor(
            points=room.points,
            room=room.name,
            session=sitting.session,
            title=sitting.title,
            seat=seat,
            since=here.span.since,
            own_kept=own_kept,
        )
    if claim.part or sitting.capacity is None:
        return known
    left = sitting.capacity - expected.counted - others - (0 if claim.place else entitled)
    if behind.surely_fewer(event.db, here, left):
        return known
    seated, before = records.seated_and_before(event.db, here.span)
    if seated + (min(before, len(expected.places)) if claim.place else 0) < left:
        return known
    return _counted_out(event.db, known, here, (person.id, claim), (seated, before), now)


def _counted_out(
    reader: Reader, known: AtDoor, here: Now, who: tuple[int, Claim], looked: tuple[int, int], now: datetime
) -> AtDoor:
    """Return what a door knows where every seat counts."""
    (person, claim), (seated, before), sitting = who, looked, here.opened.sitting
    stayed = records.stayed(reader, here.span, sitting.session) if before else 0
    inside = seated + here.expected.counted + stayed
    if claim.expected:
        return replace(known, inside=inside, capacity=sitting.capacity)
    line = records.still_waiting(reader, here.span, sitting.session) if here.expected.waiting else []
    claim = replace(claim, number=line.index(person) + 1 if person in line else 0)
    crowd = Crowd(inside, records.missing(reader, here.span, sitting.session), len(line))
    return replace(
        known,
        inside=inside,
        kept=kept_before(claim, crowd, sitting, now),
        capacity=sitting.capacity,
        own_kept=claim.number > 0 and now < sitting.waiting_until,
        number=claim.number,
        free_at=free_at(claim, crowd, sitting, now),
    )


def _fill(event: Event, room: DoorRoom, moment: datetime) -> Fill:
    reader, now = event.db, _local(event, moment)
    opened = opened_at(records.sittings(reader, room), now)
    span = span_of(room, opened, now, event.zone)
    if opened is None:
        counted = records.counted(reader, span, None)
        inside = records.seated(reader, span) + counted
        return Fill(room.name, room.points, inside=inside, counted=counted, capacity=room.capacity)
    sitting = opened.sitting
    counted = records.counted(reader, span, sitting.session)
    return Fill(
        room=room.name,
        points=room.points,
        session=sitting.session,
        title=sitting.title,
        starts=sitting.starts,
        ends=sitting.ends,
        inside=records.seated(reader, span) + records.stayed(reader, span, sitting.session) + counted,
        counted=counted,
        kept=records.missing(reader, span, sitting.session) if now < sitting.kept_until else 0,
        kept_until=sitting.kept_until,
        waiting=len(records.still_waiting(reader, span, sitting.session)),
        capacity=sitting.capacity,
    )


def _seat(claim: Claim, *, anybody: bool) -> Seat:
    if claim.part:
        return Seat.PART
    if claim.place:
        return Seat.RESERVED
    return Seat.FREE if anybody else Seat.OPEN


def _local(event: Event, moment: datetime) -> datetime:
    """Return what the clock at the venue shows."""
    return moment.astimezone(event.zone).replace(tzinfo=None)
