"""A day at an event as entrances and doors record it: invented, the same each time, written at once."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from eventdesk.checkin import records as checkin
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.scan import Direction, Scan
from eventdesk.codes import Op, Outcome
from eventdesk.doors import add_missing_doors
from eventdesk.event import Event
from eventdesk.panels.doors import records as doors
from eventdesk.panels.doors.door import Sitting
from eventdesk.people import records as people
from eventdesk.people.person import Status
from eventdesk.store.access import new_id


def live_through(event: Event, seed: int = 4, *, coming: float = 0.86, scanning_doors: bool = True) -> None:
    """Let most people come in the morning, go to sessions, and some of them leave through an exit."""
    if scanning_doors:
        add_missing_doors(event)
    day = _Day(event, random.Random(seed), scanning_doors=scanning_doors)
    with event.transact(Op.IMPORT, "scans") as tx:
        for person in sorted(people.everyone(event.db), key=lambda each: (each.list_name, each.foreign_id)):
            if person.status is Status.REGISTERED and day.chance.random() < coming:
                for scan in day.of(person.id):
                    checkin.insert_scan(tx, scan)


class _Day:
    def __init__(self, event: Event, chance: random.Random, *, scanning_doors: bool) -> None:
        self.event, self.chance = event, chance
        self.entrances = [each for each in checkin.points(event.db) if each.kind is PointKind.ENTRANCE]
        self.begins = datetime.fromisoformat(event.details.starts)
        self.ends = datetime.fromisoformat(event.details.ends)
        rooms = [(room, doors.sittings(event.db, room)) for room in doors.rooms(event.db) if room.points]
        self.sittings = [(room.points[0], each) for room, found in rooms for each in found] if scanning_doors else []

    def of(self, person: int) -> Iterator[Scan]:
        """Yield the scans of one person's day."""
        came = self.begins + timedelta(minutes=self.chance.gauss(-12, 22))
        yield self._scan(person, self._entrance().id, came, Direction.IN)
        for starts in sorted({each.starts for _, each in self.sittings}):
            choice = [pair for pair in self.sittings if pair[1].starts == starts]
            if choice and self.chance.random() < 0.8 and starts > came:
                point, sitting = self._choose(choice)
                yield self._scan(person, point, starts - timedelta(minutes=self.chance.randint(0, 8)), Direction.IN)
                if self.chance.random() < 0.6:
                    early = timedelta(minutes=self.chance.choice([0, 0, 0, 10, 25]))
                    yield self._scan(person, point, sitting.ends - early, Direction.OUT)
        if self.chance.random() < 0.55:
            yield self._scan(person, self._entrance().id, self.ends - timedelta(minutes=self.chance.randint(0, 120)),
                             Direction.OUT)  # fmt: skip

    def _choose(self, choice: list[tuple[int, Sitting]]) -> tuple[int, Sitting]:
        return self.chance.choices(choice, [each.capacity or 100 for _, each in choice])[0]

    def _entrance(self) -> Point:
        return self.chance.choices(self.entrances, [3, *([1] * (len(self.entrances) - 1))])[0]

    def _scan(self, person: int, point: int, local: datetime, direction: Direction) -> Scan:
        at = local.replace(tzinfo=self.event.zone, second=self.chance.randint(0, 59), microsecond=0)
        outcome = Outcome.ACCEPTED if direction is Direction.IN else Outcome.LEFT
        return Scan(new_id(), "", person, "", point, direction, outcome, False, at, "Schalter 1")
