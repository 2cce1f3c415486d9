"""What counts where a desk scans: in a room who is inside, at a counter what was given out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from eventdesk.checkin.attendance.records import Servings
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.rules import local_day
from eventdesk.checkin.scan import Counts, Tally
from eventdesk.store.access import Reader


@dataclass(frozen=True, slots=True)
class Here:
    """The figures of one room or counter on one local day.

    `inside` counts the people who came in and did not leave, `arrived` those who came at least once, `served` the
    entries that were accepted, `in_house` who is in the whole house. `capacity` None: no limit.
    """

    kind: PointKind
    inside: int
    arrived: int
    served: int
    in_house: int
    capacity: int | None


class HereCounter:
    """Counts at the point where a desk scans. At an entrance the figures of the house say it all."""

    def __init__(self, zone: tzinfo) -> None:
        """`zone` is the event's: its midnight ends the day."""
        self._zone = zone
        self._servings: Servings | None = None

    def change(self, reader: Reader, scans: Collection[int]) -> None:
        """Bring up to date what these scans changed."""
        if self._servings is not None and scans:
            self._servings.update(reader, scans)

    def look(self, reader: Reader, point: Point, now: datetime) -> bool:
        """Count what is not counted yet, a bit of it if it is much; returns whether all is counted."""
        if point.kind is not PointKind.CATERING:
            self._servings = None
            return True
        if self._servings is None or not self._servings.covers(point.id, now):
            self._servings = Servings(point.id, *self._day(now))
        return self._servings.fill(reader)

    def here(self, point: Point, house: Counts) -> Here | None:
        """Return the figures of a room or a counter as far as they were counted; None at an entrance."""
        if point.kind is PointKind.ENTRANCE:
            return None
        tally = house.by_point.get(point.id, Tally())
        served = self._servings.count if self._servings is not None else 0
        return Here(point.kind, tally.inside, tally.arrived, served, house.inside, point.capacity)

    def _day(self, now: datetime) -> tuple[datetime, datetime]:
        today = local_day(now, self._zone)
        return (
            datetime.combine(today, time.min, self._zone),
            datetime.combine(today + timedelta(days=1), time.min, self._zone),
        )
