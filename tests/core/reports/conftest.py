"""Events that took place: a small one of which every minute is known, and a sample with an invented day."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk.checkin.point import PointKind
from eventdesk.checkin.points import add_point
from eventdesk.desk import create_event, open_event
from eventdesk.drawing.kit import Kit
from eventdesk.event import Event, EventDetails
from eventdesk.starting import create_sample
from tests.clock import FakeClock
from tests.core.checkin.desk import Desk
from tests.core.checkin.programme import House
from tests.core.reports.day import live_through

DETAILS = EventDetails(
    title="4. Integrationskonferenz",
    subtitle="Werkstatt",
    starts="2017-03-06T09:00",
    ends="2017-03-06T17:00",
    venue="Convention Center",
    address="Messegelände, 30521 Hannover",
    organiser="Bündnis",
    language="en",
)


@pytest.fixture(scope="session")
def kit() -> Kit:
    """Return the fonts, read once."""
    return Kit()


@pytest.fixture
def event(tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    """Open an empty event on 6 March 2017, from nine to five."""
    with create_event(tmp_path / "test.eventdesk", details=DETAILS, desk="Schalter 1", clock=clock) as opened:
        yield opened


@pytest.fixture
def house(event: Event, clock: FakeClock) -> House:
    """Stand at an entrance, with two rooms: Saal 1 (10:00 Forum 1, 13:00 Forum 3) and Saal 2 (10:00 Forum 2)."""
    desk = Desk(event, clock, add_point(event, "Haupteingang", PointKind.ENTRANCE))
    house = House(desk)
    house.room("Saal 1", 40)
    house.room("Saal 2", 20)
    return house


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample of a hundred people with a day behind it, to be copied."""
    with create_sample("harburg-integrationskonferenz", tmp_path_factory.mktemp("lived"), desk="Schalter 1") as event:
        live_through(event)
        return event.path


@pytest.fixture
def sample(lived: Path, tmp_path: Path) -> Iterator[Event]:
    """Open a copy of the sample after its day."""
    path = tmp_path / "sample.eventdesk"
    shutil.copy(lived, path)
    with open_event(path, desk="Schalter 1", clock=FakeClock("2017-06-15T20:00:00+00:00")) as opened:
        yield opened
