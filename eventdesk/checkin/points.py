"""Choosing, adding and changing check-in points."""

from eventdesk.checkin import records
from eventdesk.checkin.point import Point, PointKind, default_rule
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.store.access import Reader, new_id


def find_point(reader: Reader, named: str | None = None) -> Point:
    """Return the point with this name or id; None: the first entrance, or the first point if there is no entrance.

    Raises KnownError (UNKNOWN_POINT, with `point` and `known`) if there is none.
    """
    known = records.points(reader)
    if named is None:
        entrances = [point for point in known if point.kind is PointKind.ENTRANCE]
        fitting = entrances or known
    else:
        wanted = named.strip().casefold()
        fitting = [point for point in known if wanted in {point.name.casefold(), str(point.id)}]
    if not known:
        raise KnownError(Fault.NO_POINT)
    if not fitting:
        raise KnownError(Fault.UNKNOWN_POINT, point=named or "", known=", ".join(point.name for point in known))
    return fitting[0]


def add_point(event: Event, name: str, kind: PointKind = PointKind.ENTRANCE, capacity: int | None = None) -> Point:
    """Add a point with the rule of its kind, last in the list. `change_point` sets the rest."""
    places = [point.place for point in records.points(event.db)]
    point = Point(new_id(), name, kind, default_rule(kind), capacity=capacity, place=max(places, default=0) + 1)
    with event.transact(Op.SETTINGS, name) as tx:
        records.insert_point(tx, point)
    return point


def change_point(event: Event, after: Point) -> Point:
    """Write what is different in `after` from the stored point with the same id."""
    before = records.point(event.db, after.id)
    if before is None:
        raise KnownError(Fault.UNKNOWN_POINT, point=after.name, known="")
    with event.transact(Op.SETTINGS, after.name) as tx:
        records.change_point(tx, before, after)
    return after


def ensure_point(event: Event, name: str) -> Point:
    """Return the first entrance; an event without any point gets an entrance called `name`."""
    if not records.points(event.db):
        return add_point(event, name)
    return find_point(event.db)
