"""What the door of a room knows about somebody who comes: a seat of their own, a free one, or none. Pure.

Which session it is, who has a place there and who is inside is told by whoever hands in `Doors`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from enum import StrEnum

from eventdesk.checkin.point import Point, Rule
from eventdesk.checkin.rules import Past, local_day
from eventdesk.checkin.scan import Direction
from eventdesk.people.person import Person


class Seat(StrEnum):
    """On what ground somebody may sit in a session."""

    RESERVED = "reserved"
    """They have a place."""
    PART = "part"
    """They speak or moderate: the door is never too full for them."""
    FREE = "free"
    """They have none, but there are some."""
    OPEN = "open"
    """Nobody has one: the session is for everybody, or there is none now."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another room where a person is by their scans: what its door is called, and since when they are there."""

    door: str
    since: datetime


@dataclass(frozen=True, slots=True)
class AtDoor:
    """One person at the door of a room, at one moment.

    `session` is the row id of what takes place (0: nothing), `since` when people began to come for it (None: nothing
    takes place). `inside` people are there, `kept` seats are kept for others, `capacity` fit in; it is None where there
    is no limit, or so much room that nobody was counted. `points` are all doors of the room. `own_kept`: one of the
    seats that are kept for others is theirs. `number` is theirs in the waiting list (0: they are not on it), `free_at`
    the local time when kept seats become free. `here_since`: they came in for this before and are not known to have
    left; `elsewhere`: where they are who go out here but are not in this room.
    """

    points: tuple[int, ...]
    room: str = ""
    session: int = 0
    title: str = ""
    seat: Seat = Seat.OPEN
    since: datetime | None = None
    inside: int = 0
    kept: int = 0
    capacity: int | None = None
    own_kept: bool = False
    number: int = 0
    free_at: datetime | None = None
    here_since: datetime | None = None
    elsewhere: Elsewhere | None = None

    def taken(self, entering: Sequence["AtDoor | None"]) -> int:
        """Return how many seats are not to be had, when these others of a group go in with this person."""
        theirs = sum(other is not None and other.own_kept for other in entering)
        return self.inside + len(entering) + max(0, self.kept - theirs)


Doors = Callable[[Point, Person, datetime, int], AtDoor | None]
"""Tells what the door at a point knows about a person who goes in with so many others; None: no room is behind it."""


def limited(point: Point, door: AtDoor) -> Point:
    """Return the point with the limit that holds at its door now: the smallest one."""
    limits = [limit for limit in (point.capacity, door.capacity) if limit is not None]
    return replace(point, capacity=min(limits, default=None))


def concerning(door: AtDoor, history: Sequence[Past], direction: Direction, rule: Rule) -> Sequence[Past]:
    """Return the scans that matter: who was here for the session before has not come for this one yet.

    An exit looks at all of them, and so does a rule that lets nobody in twice.
    """
    if door.since is None or direction is Direction.OUT or rule in {Rule.ONCE, Rule.ONCE_A_DAY}:
        return history
    return [past for past in history if past.at >= door.since]


def came_for_this(door: AtDoor | None, last_at: datetime) -> bool:
    """Say whether somebody who was scanned last at this time came for what takes place now."""
    return door is None or door.since is None or last_at >= door.since


def coming(door: AtDoor, history: Sequence[Past], moment: datetime, zone: tzinfo) -> AtDoor:
    """Return what a door knows about somebody who comes in at `moment`: whether they are in the room already.

    `history` holds their scans at the doors of the room, in their order.
    """
    here_since: datetime | None = None
    for past in history:
        if past.at > moment or local_day(past.at, zone) != local_day(moment, zone):
            continue
        if past.direction is Direction.OUT:
            here_since = None
        elif here_since is None and (door.since is None or past.at >= door.since):
            here_since = past.at
    return door if here_since == door.here_since else replace(door, here_since=here_since)


def as_json(door: AtDoor, zone: tzinfo) -> dict[str, object]:
    """Return what a door knew as the command line prints it."""
    return {
        "room": door.room,
        "session": door.title,
        "seat": door.seat.value,
        "waiting_list": door.number,
        "here_since": None
        if door.here_since is None
        else door.here_since.astimezone(zone).isoformat(timespec="seconds"),
        "elsewhere": None if door.elsewhere is None else door.elsewhere.door,
    }
