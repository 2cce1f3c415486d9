"""A desk for tests: one event, one point, a clock, and the few things that people do there."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from eventdesk.checkin import actions, presence, records
from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.points import add_point, change_point
from eventdesk.checkin.scan import Counts, Direction
from eventdesk.checkin.verdict import Verdict
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people.person import Person
from tests.clock import FakeClock


@dataclass
class Desk:
    """Five seconds pass before each scan, so that none is taken for the echo of another."""

    event: Event
    clock: FakeClock
    point: Point

    def person(self, name: str = "Elif Demirtaş", **fields) -> Person:
        given, _, family = name.partition(" ")
        return people.add(self.event, Person(0, given, family, **fields))

    def add_point(self, name: str, kind: PointKind = PointKind.ROOM, **fields) -> Point:
        return self.change(add_point(self.event, name, kind), **fields)

    def change(self, point: Point, **fields) -> Point:
        return change_point(self.event, replace(point, **fields))

    def scan(self, code: str | Person, point: Point | None = None, **wishes) -> Verdict:
        self.clock.advance(seconds=5)
        return self.scan_at_once(code, point, **wishes)

    def scan_at_once(self, code: str | Person, point: Point | None = None, **wishes) -> Verdict:
        text = code.code if isinstance(code, Person) else code
        return actions.check_in(self.event, text, point or self.point, **wishes)

    def leave(self, code: str | Person, point: Point | None = None, **wishes) -> Verdict:
        return self.scan(code, point, direction=Direction.OUT, **wishes)

    def counts(self) -> Counts:
        return presence.counts(self.event.db, self.event.now(), self.event.zone)

    def scans(self) -> int:
        return len(records.recent(self.event.db, 10_000))

    def ago(self, **span: float) -> datetime:
        return self.event.now() - timedelta(**span)
