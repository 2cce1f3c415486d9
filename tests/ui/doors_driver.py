"""Plays a helper at the door of a room, with a scanner or counting by hand."""

from eventdesk.people import records as people
from eventdesk.people.person import Person
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import House
from tests.ui.driver import DeskDriver
from ui.checkin.counter_card import CounterCard


class DoorDriver:
    """The check-in page of a desk that stands at a door."""

    def __init__(self, desk: DeskDriver) -> None:
        self.desk = desk
        opened = desk.application.opened
        assert opened is not None
        self.event = opened.event
        self.house = House(Desk(self.event, desk.clock, desk.page.flow.points[0]))

    def person(self, name: str) -> Person:
        """Return the guest with this family name."""
        return next(each for each in people.everyone(self.event.db) if each.family_name == name)

    def stands_at(self, room: str, capacity: int = 3) -> "DoorDriver":
        """Add a room with a door, and scan there."""
        point = self.house.room(room, capacity)
        self.desk.settles()
        for _ in self.desk.page.flow.points:
            if self.desk.page.flow.point.id != point.id:
                self.desk.presses("F4")
        assert self.desk.page.flow.point.id == point.id
        self.desk.settles()
        return self

    def at(self, time: str) -> "DoorDriver":
        """Let it be this local time."""
        self.house.turn_to(time)
        self.desk.page.side.tick()
        self.desk.page.counting.show_now()
        self.desk.settles()
        return self

    def counter(self) -> list[str]:
        """Return what the counter shows."""
        assert self.card.isVisible()
        return self.card.texts()

    def side(self) -> list[str]:
        """Return what the column at the side says."""
        return self.desk.page.counts.lines()

    @property
    def card(self) -> CounterCard:
        return self.desk.page.counter
