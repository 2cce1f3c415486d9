"""What is done at the doors of rooms: saying which room a point leads to, and counting people without names."""

from dataclasses import dataclass
from datetime import datetime

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.panels.doors import records
from eventdesk.panels.doors.door import opened_at
from eventdesk.words.doors import signed


@dataclass(frozen=True, slots=True)
class Counted:
    """People were counted at a door without names; `session` is the row id of what took place (None: nothing)."""

    eid: str
    point: int
    session: int | None
    change: int


def count(event: Event, point_id: int, change: int, at: datetime | None = None) -> Counted:
    """Write that `change` people came in through a point, or went out if it is negative: one entry, one undo."""
    moment = at or event.now()
    room = records.room_of(event.db, point_id)
    local = moment.astimezone(event.zone).replace(tzinfo=None)
    opened = opened_at(records.sittings(event.db, room), local) if room is not None else None
    session = opened.sitting.session if opened is not None else None
    label = f"{room.name} {signed(change)}" if room is not None else signed(change)
    with event.transact(Op.PANELS_COUNT, label) as tx:
        records.insert_count(tx, point_id, session, moment, event.desk, change)
        return Counted(tx.eid, point_id, session, change)


def lead_to(event: Event, point_id: int, room_id: int | None, label: str = "") -> str:
    """Make a point the door of a room (None: of none that is named) and return the entry; `label` says which point."""
    with event.transact(Op.PANELS_DOOR, label) as tx:
        records.link(tx, point_id, room_id)
        return tx.eid
