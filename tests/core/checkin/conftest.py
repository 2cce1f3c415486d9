"""A desk at the main entrance."""

import pytest

from eventdesk.checkin.points import add_point
from eventdesk.event import Event
from tests.clock import FakeClock
from tests.core.checkin.desk import Desk


@pytest.fixture
def desk(event: Event, clock: FakeClock) -> Desk:
    return Desk(event, clock, add_point(event, "Haupteingang"))
