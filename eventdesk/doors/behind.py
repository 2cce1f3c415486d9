"""What is behind the doors of rooms, remembered until that changes: a scan asks for none of it anew."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from eventdesk.checkin.seating import AtDoor, Seat
from eventdesk.event import Changes, Event
from eventdesk.panels.doors import records
from eventdesk.panels.doors.door import Opened, opened_of, openings
from eventdesk.panels.doors.records import DoorRoom, Expected, Span
from eventdesk.store.access import Reader

_PLAN = frozenset({"point", "point_room", "room", "session", "setting", "slot"})
"""What decides which session a door leads to."""
_GUESTS = frozenset({"place", "waiting", "door_count"})
"""What decides who is expected at it."""
_UNKNOWN = 1 << 62


@dataclass(frozen=True, slots=True)
class Now:
    """What a door leads to now, since when people are counted for it, and who is expected.

    `known` is what the door knows of everybody with the same seat, kept for them or not, as long as nobody is counted.
    """

    opened: Opened
    day: date
    span: Span
    expected: Expected
    known: dict[tuple[Seat, bool], AtDoor] = field(default_factory=dict)


class Behind:
    """One room and what takes place in it."""

    def __init__(self, room: DoorRoom, known: tuple[Opened, ...]) -> None:
        """Know the room, and since when people come for each of its sessions."""
        self.room, self._openings = room, known
        self._now: Now | None = None
        self._most = _UNKNOWN

    def now(self, reader: Reader, now: datetime, zone: tzinfo) -> Now | None:
        """Return what takes place at this local time; None between sessions."""
        opened = opened_of(self._openings, now)
        if opened is None:
            return None
        if self._now is None or self._now.opened is not opened or self._now.day != now.date():
            span = span_of(self.room, opened, now, zone)
            expected = records.expected(reader, span, opened.sitting.session)
            self._now, self._most = Now(opened, now.date(), span, expected), _UNKNOWN
        return self._now

    def surely_fewer(self, reader: Reader, here: Now, people: int) -> bool:
        """Say whether fewer than so many people are inside, whatever they came for; False if that is to be counted."""
        if self._most >= people > 0:
            self._most = records.present(reader, here.span)
        return self._most < people

    def scanned(self, scans: int) -> None:
        """Note that so many scans were written or taken back: each may be one person more, or two by a merge."""
        self._most += 2 * scans

    def forget_guests(self) -> None:
        """Ask anew who is expected."""
        self._now = None


class Memory:
    """What was found out about doors; whatever changes in the event that may decide about it is forgotten."""

    def __init__(self, event: Event) -> None:
        """Remember from now on, as long as the event is open."""
        self._reader = event.db
        self._behind: dict[int, Behind | None] = {}
        event.changed.append(self._forget)

    def behind(self, point: int) -> Behind | None:
        """Return what is behind a point; None if it is no door of a room."""
        if point not in self._behind:
            room = records.room_of(self._reader, point)
            found = None if room is None else Behind(room, openings(records.sittings(self._reader, room)))
            self._behind[point] = found
        return self._behind[point]

    def _forget(self, changes: Changes) -> None:
        if not _PLAN.isdisjoint(changes.ids):
            self._behind.clear()
            return
        scans, is_about_guests = len(changes.ids.get("scan", ())), not _GUESTS.isdisjoint(changes.ids)
        for each in self._behind.values():
            if each is not None:
                each.scanned(scans)
                if is_about_guests:
                    each.forget_guests()


def span_of(room: DoorRoom, opened: Opened | None, now: datetime, zone: tzinfo) -> Span:
    """Return since when people came for what takes place now (local time); between sessions, on the whole day."""
    since = opened.since if opened is not None else datetime.combine(now, time.min)
    days = tuple(dict.fromkeys(day.date().isoformat() for day in (since, now)))
    return Span(room.points, days, since.replace(tzinfo=zone))
