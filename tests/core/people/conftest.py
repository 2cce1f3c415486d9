"""What the tests of people share."""

import pytest

from eventdesk.checkin.point import Point
from eventdesk.checkin.points import add_point
from eventdesk.event import Event
from eventdesk.people import actions
from eventdesk.people.person import Person


@pytest.fixture
def three(event: Event) -> list[Person]:
    """Return three entries of one person."""
    people = [Person(0, "Elif", "Demirtaş", ticket=f"hx7-{number}", group="Kurs") for number in range(3)]
    return [actions.add(event, person) for person in people]


@pytest.fixture
def entrance(event: Event) -> Point:
    """Return the one check-in point."""
    return add_point(event, "Eingang")
