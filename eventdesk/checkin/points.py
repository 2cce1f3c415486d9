"""Choosing, adding, changing, moving and retiring check-in points."""

from collections.abc import Sequence
from dataclasses import replace

from eventdesk.checkin import records
from eventdesk.checkin.point import Point, PointKind, PointTrouble, default_rule
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.store.access import Reader, new_id

LONGEST_NAME = 80
MOST_PEOPLE = 1_000_000


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


def wrong_name(points: Sequence[Point], name: str, own: int = 0) -> PointTrouble | None:
    """Say what is wrong with a name for the point with the id `own` (0: a new one); None if nothing is."""
    wanted = name.strip().casefold()
    if not wanted:
        return PointTrouble.NO_NAME
    if any(point.name.casefold() == wanted and point.id != own for point in points):
        return PointTrouble.NAME_TAKEN
    return None


def add_point(event: Event, name: str, kind: PointKind = PointKind.ENTRANCE, capacity: int | None = None) -> Point:
    """Add a point with the rule of its kind, last in the list. `change_point` sets the rest."""
    return add_points(event, [name], kind, capacity)[0]


def add_points(event: Event, names: Sequence[str], kind: PointKind, capacity: int | None = None) -> list[Point]:
    """Add several points at once, in one entry: one undo takes them all away. Nothing is written for none."""
    if not names:
        return []
    last = max((point.place for point in records.all_points(event.db)), default=0)
    points = [
        Point(new_id(), name, kind, default_rule(kind), capacity=capacity, place=place)
        for place, name in enumerate(names, last + 1)
    ]
    with event.transact(Op.SETTINGS, ", ".join(names)) as tx:
        for point in points:
            records.insert_point(tx, point)
    return points


def change_point(event: Event, after: Point) -> Point:
    """Write what is different in `after` from the stored point with the same id. `retired` is left as it is."""
    before = _stored(event, after.id, after.name)
    with event.transact(Op.SETTINGS, after.name) as tx:
        records.change_point(tx, before, after)
    return after


def move_point(event: Event, point_id: int, steps: int) -> None:
    """Move a point up (negative) or down in the list of those in use, as one entry; at the ends nothing happens."""
    points = records.points(event.db)
    at = next((number for number, point in enumerate(points) if point.id == point_id), None)
    if at is None or not 0 <= at + steps < len(points):
        return
    moved = points.pop(at)
    points.insert(at + steps, moved)
    with event.transact(Op.SETTINGS, moved.name) as tx:
        for place, point in enumerate(points, 1):
            records.change_point(tx, point, replace(point, place=place))


def remove_point(event: Event, point_id: int) -> bool:
    """Take a point out of use: deleted if nobody was ever scanned there, otherwise retired, so that scans keep a name.

    Returns whether it was deleted. Raises KnownError NO_POINT rather than take away the last one.
    """
    point = _stored(event, point_id)
    if [each.id for each in records.points(event.db)] == [point_id]:
        raise KnownError(Fault.NO_POINT)
    unused = not records.scans_at(event.db, point_id)
    with event.transact(Op.SETTINGS, point.name) as tx:
        if unused:
            records.forget_room(tx, point_id)
            tx.delete("point", point_id)
        else:
            records.set_retired(tx, point_id, retired=True)
    return unused


def use_again(event: Event, point_id: int) -> None:
    """Put a retired point into use again."""
    point = _stored(event, point_id)
    with event.transact(Op.SETTINGS, point.name) as tx:
        records.set_retired(tx, point_id, retired=False)


def ensure_point(event: Event, name: str) -> Point:
    """Return the first entrance; an event without any point gets an entrance called `name`."""
    if not records.points(event.db):
        return add_point(event, name)
    return find_point(event.db)


def _stored(event: Event, point_id: int, name: str = "") -> Point:
    point = records.point(event.db, point_id)
    if point is None:
        raise KnownError(Fault.UNKNOWN_POINT, point=name, known="")
    return point
