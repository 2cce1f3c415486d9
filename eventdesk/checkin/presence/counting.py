"""What is read from the tables of presence."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.presence import records
from eventdesk.checkin.presence.stay import EVERY_DAY, HOUSE
from eventdesk.checkin.rules import local_day
from eventdesk.checkin.scan import Counts, Tally
from eventdesk.people.records import split
from eventdesk.store import times
from eventdesk.store.access import Reader


@dataclass(frozen=True, slots=True)
class Presence:
    """One person today at one place: inside or not, when they first came in (None: only an exit), the last scan."""

    inside: bool
    first_at: datetime | None
    last_at: datetime


def place_of(point: Point) -> int:
    """Return the place that a point leads to: all entrances lead into one house."""
    return HOUSE if point.kind is PointKind.ENTRANCE else point.id


def counts(reader: Reader, now: datetime, zone: tzinfo) -> Counts:
    """Return the figures of the local day of `now`; the same effort however many people there are."""
    kinds = records.point_kinds(reader)
    house = [0, 0, 0]
    by_role: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    by_roles: defaultdict[tuple[str, ...], list[int]] = defaultdict(lambda: [0, 0, 0])
    by_point = {point: [0, 0, 0] for point in kinds}
    for point, roles, *figures in records.tallies(reader, (_day(now, zone), EVERY_DAY)):
        if point in by_point:
            _add(by_point[point], figures)
        if point == HOUSE or kinds.get(point) == PointKind.ENTRANCE:
            _add(house, figures)
            _add(by_roles[split(roles)], figures)
            for role in split(roles) or ("",):
                _add(by_role[role], figures)
    return Counts(
        inside=house[0],
        arrived=house[1],
        expected=house[2],
        by_role={role: Tally(*figures) for role, figures in sorted(by_role.items())},
        by_point={point: Tally(*figures) for point, figures in by_point.items()},
        by_roles={roles: Tally(*figures) for roles, figures in by_roles.items()},
    )


def inside_count(reader: Reader, point: Point, now: datetime, zone: tzinfo) -> int:
    """Return how many people are inside a room, or for an entrance in the house."""
    return records.inside(reader, _day(now, zone), point.id, whole_house=point.kind is PointKind.ENTRANCE)


def presence_of(
    reader: Reader, people: Collection[int], now: datetime, zone: tzinfo, point: Point | None = None
) -> Mapping[int, Presence]:
    """Return who of these people was scanned today at the point's place (None: the house); the others are left out."""
    place = HOUSE if point is None else place_of(point)
    return {
        row[0]: Presence(bool(row[1]), row[2] and times.from_text(row[2]), times.from_text(row[3]))
        for row in records.stays_on(reader, people, place, _day(now, zone))
    }


def rooms_inside(reader: Reader, person: int, now: datetime, zone: tzinfo) -> list[tuple[int, datetime]]:
    """Return the points of the rooms where a person came in today and did not leave, with the time of the last scan."""
    return [(row[0], times.from_text(row[1])) for row in records.rooms_inside(reader, person, _day(now, zone))]


def group_size(reader: Reader, group: str, point: Point, now: datetime, zone: tzinfo) -> tuple[int, int]:
    """Return how many registered people a group has, and how many have not come to the point's place today."""
    return records.group_size(reader, group, place_of(point), _day(now, zone))


def _day(now: datetime, zone: tzinfo) -> str:
    return local_day(now, zone).isoformat()


def _add(total: list[int], figures: list[int]) -> None:
    for place, figure in enumerate(figures):
        total[place] += figure
