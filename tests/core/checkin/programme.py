"""A programme for tests at doors: rooms, sessions at times of 6 March 2017, places and waiting lists."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from eventdesk.checkin.point import Point, PointKind
from eventdesk.checkin.points import add_point
from eventdesk.checkin.scan import Direction
from eventdesk.checkin.verdict import Verdict
from eventdesk.codes import Op
from eventdesk.doors import doors_for
from eventdesk.panels import records
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session
from eventdesk.panels.slot import Slot
from eventdesk.people.person import Person
from eventdesk.store.access import new_id
from tests.core.checkin.desk import Desk

DAY = "2017-03-06"
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass
class House:
    """Rooms with doors, and what takes place in them."""

    desk: Desk
    points: dict[str, Point] = field(default_factory=dict)
    rooms: dict[str, int] = field(default_factory=dict)

    def room(self, name: str, capacity: int = 3) -> Point:
        """Add a room and the point that is called like it."""
        self.rooms[name] = new_id()
        with self.desk.event.transact(Op.SETTINGS, name) as tx:
            records.insert_room(tx, Room(self.rooms[name], name, name, capacity))
        self.points[name] = add_point(self.desk.event, name, PointKind.ROOM)
        return self.points[name]

    def session(self, title: str, room: str, starts: str, ends: str, **fields) -> int:
        """Add a session; returns its row id."""
        slot, session = new_id(), new_id()
        with self.desk.event.transact(Op.SETTINGS, title) as tx:
            records.insert_slot(tx, Slot(slot, f"{starts}-{ends}", f"{DAY}T{starts}", f"{DAY}T{ends}"))
            records.insert_session(tx, Session(session, title, title, slot=slot, room=self.rooms[room], **fields))
        return session

    def place(self, session: int, *people: Person) -> None:
        """Give people places."""
        with self.desk.event.transact(Op.SETTINGS, "") as tx:
            for person in people:
                tx.insert("place", {"person": person.id, "session": session, "how": "drawn"})

    def wait(self, session: int, *people: Person) -> None:
        """Put people on the waiting list, in this order."""
        with self.desk.event.transact(Op.SETTINGS, "") as tx:
            for number, person in enumerate(people):
                at = f"2017-03-01T08:{number:02}:00.000Z"
                tx.insert("waiting", {"person": person.id, "session": session, "at": at})

    def people(self, number: int, **fields) -> list[Person]:
        """Add people with names of their own."""
        return [self.desk.person(f"Gast Nummer{each}-{new_id() % 10_000}", **fields) for each in range(number)]

    def turn_to(self, time: str) -> None:
        """Let it be this local time."""
        wanted = datetime.fromisoformat(f"{DAY}T{time}").replace(tzinfo=BERLIN)
        self.desk.clock.advance(seconds=(wanted - self.desk.event.now()) / timedelta(seconds=1))

    def scan(self, person: Person, room: str, at: str = "", direction: Direction = Direction.IN, **wishes) -> Verdict:
        """Scan somebody at the door of a room, at a local time or a few seconds later than before."""
        if at:
            self.turn_to(at)
        doors = doors_for(self.desk.event)
        return self.desk.scan(person, self.points[room], direction=direction, doors=doors, **wishes)

    def leave(self, person: Person, room: str, at: str = "", **wishes) -> Verdict:
        """Scan somebody who goes out."""
        return self.scan(person, room, at, Direction.OUT, **wishes)
