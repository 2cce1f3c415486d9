"""The SQL of attendance: who has come on one day, kept up scan by scan."""

import json
from collections.abc import Collection, Iterator

from eventdesk.checkin.presence.records import people_of
from eventdesk.checkin.presence.stay import HOUSE
from eventdesk.store.access import Reader, Row

_STEP = 2000
_STAYS = "SELECT person, inside, entries FROM presence WHERE place = ? AND day = ?"
_NEXT = (
    "SELECT person, place, day, inside, entries FROM presence WHERE (person, place, day) > (?, ?, ?) "
    "ORDER BY person, place, day LIMIT ?"
)
"""All days and places: to leave out all others in SQL would mean to wait until enough of this day are found."""


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
