"""What the page of the event asks of the core: the details, points, roles and backups of the open event."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from eventdesk import backups, desk, details
from eventdesk.backups import Backup
from eventdesk.checkin import points, presence, records
from eventdesk.checkin.point import Point, PointKind, PointTrouble, default_rule
from eventdesk.codes import Op
from eventdesk.details import Detail
from eventdesk.errors import KnownError
from eventdesk.event import Entry, Event, EventDetails, Undone, UndoRefused
from eventdesk.finishing import deletion_day
from eventdesk.people import rolebook
from eventdesk.people.role import Role
from eventdesk.people.rolebook import RoleBook
from eventdesk.store.belt import Belt, Taken

LOOKED_THROUGH = 2000
"""So many entries of the journal are looked through for one that was made on this page."""


@dataclass(frozen=True)
class RoleLine:
    """A role with how many registered people have it."""

    code: str
    people: int


@dataclass(frozen=True)
class Unfinished:
    """A text that nobody has stored yet: in which card, in the form of which thing (""), in which line there."""

    card: int
    form: str
    line: int
    text: str


class SettingsFlow:
    """One open event, as this page changes it; lives as long as the event is open, through all looks."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.unfinished: Sequence[Unfinished] = ()

    @property
    def closed(self) -> KnownError | None:
        """Why nothing can be changed in this file, if that is so."""
        return self.event.closed

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.event.path

    def size(self) -> int:
        """Return the size of the file in bytes."""
        try:
            return self.event.path.stat().st_size
        except OSError:
            return 0

    def figures(self) -> dict[str, int]:
        """Return how much of what is in the file."""
        counts: dict[str, int] = desk.figures(self.event)["counts"]
        return counts

    def now(self) -> datetime:
        """Return the present moment in the zone of the event."""
        return self.event.local_now()

    # ---- details

    @property
    def details(self) -> EventDetails:
        """Title, time, place and so on."""
        return self.event.details

    def understood(self, detail: Detail, text: str) -> str:
        """Return how a text would be stored. Raises WrongDetailError."""
        return details.understood(self.event.details, detail, text)

    def change_detail(self, detail: Detail, text: str) -> None:
        """Change one field. Raises WrongDetailError and KnownError."""
        details.change_detail(self.event, detail, text)

    def deletion_day(self) -> str:
        """Return the ISO day on which people are to be deleted, empty if nobody knows."""
        return _iso(deletion_day.deletion_day(self.event))

    def usual_deletion_day(self) -> str:
        """Return the ISO day that goes without saying."""
        return _iso(deletion_day.usual_day(self.event))

    def goes_by_the_end(self) -> bool:
        """Say whether the usual day is two weeks after the end."""
        return deletion_day.is_after_the_end(self.event)

    def understood_day(self, text: str) -> str:
        """Return how a day would be stored; the usual one for an empty text. Raises WrongDetailError."""
        return _iso(deletion_day.understood(text)) or self.usual_deletion_day()

    def choose_deletion_day(self, text: str) -> None:
        """Choose when people are to be deleted; nothing means the usual day. Raises as `change_detail`."""
        deletion_day.choose_deletion_day(self.event, deletion_day.understood(text))

    def days(self) -> list[str]:
        """Return the ISO days of the event."""
        return details.days(self.event.details)

    # ---- points

    def points(self) -> list[Point]:
        """Return all points, those in use first."""
        return sorted(records.all_points(self.event.db), key=lambda point: point.retired)

    def point(self, point_id: int) -> Point | None:
        """Look up a point."""
        return next((point for point in self.points() if point.id == point_id), None)

    def wrong_name(self, name: str, own: int = 0) -> PointTrouble | None:
        """Say what is wrong with the name of a point."""
        return points.wrong_name(self.points(), name, own)

    def add_point(self, name: str) -> Point:
        """Add a point: the first one is an entrance, later ones are too until somebody says otherwise."""
        return points.add_point(self.event, name.strip())

    def change_point(self, point: Point) -> None:
        """Change a point. Another kind brings its own rule, as nobody chose one for it."""
        before = self.point(point.id)
        if before is not None and before.kind is not point.kind and before.rule is default_rule(before.kind):
            point = replace(point, rule=default_rule(PointKind(point.kind)))
        if before is not None and before != point:
            points.change_point(self.event, point)

    def move_point(self, point_id: int, steps: int) -> None:
        """Move a point up or down."""
        points.move_point(self.event, point_id, steps)

    def remove_point(self, point_id: int) -> bool:
        """Delete a point, or retire it if somebody was scanned there. Returns whether it is gone."""
        return points.remove_point(self.event, point_id)

    def use_again(self, point_id: int) -> None:
        """Use a retired point again."""
        points.use_again(self.event, point_id)

    # ---- roles

    def book(self) -> RoleBook:
        """Return what roles are called and how they are coloured now."""
        return rolebook.role_book(self.event.db)

    def roles(self) -> list[RoleLine]:
        """Return all roles: those that people have, the most frequent first, then the others."""
        tallies = presence.counts(self.event.db, self.event.now(), self.event.zone).by_role
        found = {role: tally.expected for role, tally in tallies.items() if role and tally.expected}
        counted = dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))
        known = [*counted, *self.book().chosen(), *(role.value for role in Role)]
        return [RoleLine(code, counted.get(code, 0)) for code in dict.fromkeys(known)]

    def change_role(self, code: str, *, colour: str | None = None, names: dict[str, str] | None = None) -> None:
        """Give a role another colour or other names."""
        rolebook.change_role(self.event, code, colour=colour, names=names)

    def add_role(self, name: str) -> str:
        """Add a role; returns its code."""
        return rolebook.add_role(self.event, name)

    def forget_role(self, code: str) -> None:
        """Take away what was chosen for a role."""
        rolebook.forget_role(self.event, code)

    # ---- backups

    def backup_path(self, folder: Path) -> Path:
        """Return where the next backup goes."""
        return backups.backup_path(self.event, folder)

    def photograph(self, belt: Belt) -> Generator[Taken, None, None]:
        """Lay the whole file on the belt, in slices."""
        yield from self.event.photograph(belt)

    def looking_for_backups(self, folder: Path) -> Callable[[], list[Backup]]:
        """Return what looks for the backups in a folder, in another thread."""
        event, path = self.event.event_id, self.event.path
        return lambda: backups.backups_in(folder, event, path)

    # ---- undo

    def undo(self) -> Undone | UndoRefused | None:
        """Take back the last thing that was changed in the settings at this desk; None if there is none."""
        entry = next((entry for entry in self.event.journal(LOOKED_THROUGH) if self._is_own(entry)), None)
        return None if entry is None else self.event.undo(entry.eid)

    def _is_own(self, entry: Entry) -> bool:
        return entry.op is Op.SETTINGS and entry.desk == self.event.desk and not entry.undone


def write_backup(belt: Belt, target: Path, tell: Callable[[int, int], None]) -> Path:
    """Write and check a backup of what comes on the belt, in another thread."""
    return backups.write(belt, target, tell)


def open_copy(source: Path) -> Path:
    """Copy a backup under a name of its own, in another thread; returns the path of the copy."""
    return backups.open_copy(source, backups.copy_path(source))


def newest(found: Sequence[Backup]) -> Backup | None:
    """Return the newest backup."""
    return max(found, key=lambda each: each.at, default=None)


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
