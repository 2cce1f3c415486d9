"""The SQL of attendance: who has come on one day, and what was given out, kept up scan by scan."""

import json
from collections.abc import Collection, Iterator
from datetime import datetime

from eventdesk.checkin.presence.records import people_of
from eventdesk.checkin.presence.stay import HOUSE
from eventdesk.store import times
from eventdesk.store.access import Reader, Row

_STEP = 2000
_STAYS = "SELECT person, inside, entries FROM presence WHERE place = ? AND day = ?"
_NEXT = (
    "SELECT person, place, day, inside, entries FROM presence WHERE (person, place, day) > (?, ?, ?) "
    "ORDER BY person, place, day LIMIT ?"
)
"""All days and places: to leave out all others in SQL would mean to wait until enough of this day are found."""
_MANY = 10_000
_LET_IN = "direction = 'in' AND outcome = 'accepted'"
_DAY_OF_SCANS = (
    f"SELECT id, at, point = ? AND {_LET_IN} FROM scan WHERE (at, id) > (?, ?) AND at < ? ORDER BY at, id LIMIT ?"
)
_THESE_SCANS = (
    "SELECT id FROM scan WHERE id IN (SELECT value FROM json_each(?)) "
    f"AND point = ? AND at >= ? AND at < ? AND {_LET_IN}"
)


class Attendance:
    """Everybody who came into the house on a local day (ISO), and who of them is inside."""

    def __init__(self, day: str) -> None:
        self.day = day
        self.arrived: set[int] = set()
        self.inside: set[int] = set()

    def filling(self, reader: Reader) -> Iterator[int]:
        """Read everybody in, piece by piece; yields how many have come."""
        person, place, day = -1, HOUSE, ""
        while rows := reader.rows(_NEXT, person, place, day, _STEP):
            person, place, day, *_ = rows[-1]
            here = [(row[0], *row[3:]) for row in rows if row[1] == HOUSE and row[2] == self.day]
            self._take(here)
            yield len(self.arrived)

    def update(self, reader: Reader, scans: Collection[int], people: Collection[int]) -> set[int]:
        """Bring those up to date whom these scans were ever recorded for, and these people; returns all of them."""
        touched = {*people, *people_of(reader, scans)}
        self.arrived -= touched
        self.inside -= touched
        self._take(self._of(reader, list(touched)))
        return touched

    def _of(self, reader: Reader, people: Collection[int]) -> list[Row]:
        chosen = f"{_STAYS} AND person IN (SELECT value FROM json_each(?))"
        return reader.rows(chosen, HOUSE, self.day, json.dumps(list(people)))

    def _take(self, rows: Collection[Row | tuple[int, ...]]) -> None:
        self.arrived.update(row[0] for row in rows if row[2])
        self.inside.update(row[0] for row in rows if row[1])


class Servings:
    """How often a point let somebody in on a local day, kept up scan by scan: every meal counts, second ones too."""

    def __init__(self, point: int, since: datetime, until: datetime) -> None:
        """Count what is scanned from `since` on and before `until`, both aware: where the local day begins and ends."""
        self.point = point
        self._span = (times.to_text(since), times.to_text(until))
        self._reached = (self._span[0], -1)
        self._scans: set[int] = set()

    @property
    def count(self) -> int:
        """So many, of what was read so far."""
        return len(self._scans)

    def covers(self, point: int, moment: datetime) -> bool:
        """Say whether this counts what is scanned at a point in a moment."""
        return point == self.point and self._span[0] <= times.to_text(moment) < self._span[1]

    def fill(self, reader: Reader) -> bool:
        """Read a piece of the day, the first or the next; returns whether all of it is read."""
        rows = reader.rows(_DAY_OF_SCANS, self.point, *self._reached, self._span[1], _MANY)
        if rows:
            self._reached = (rows[-1][1], rows[-1][0])
        self._scans.update(row[0] for row in rows if row[2])
        return len(rows) < _MANY

    def update(self, reader: Reader, scans: Collection[int]) -> None:
        """Bring up to date what was written or taken back."""
        self._scans.difference_update(scans)
        rows = reader.rows(_THESE_SCANS, json.dumps(list(scans)), self.point, *self._span)
        self._scans.update(row[0] for row in rows)
