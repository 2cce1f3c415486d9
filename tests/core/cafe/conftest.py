"""The small World Café in a real file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk.cafe.cafe import Cafe
from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, EventDetails
from tests.clock import FakeClock
from tests.core.cafe import cafes

DETAILS = EventDetails(title="Integrationskonferenz", venue="Rathaus", language="de", starts="2017-03-06T09:00")


@pytest.fixture(scope="session")
def prepared_cafe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with the World Café of the tests, in which nobody sits yet, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "cafe.eventdesk"
    with create_event(path, details=DETAILS, desk="Schalter 1", clock=FakeClock()) as event:
        cafes.build(event)
    return path


@pytest.fixture
def party(prepared_cafe: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    """Open an event with a World Café in which nobody sits yet."""
    path = Path(shutil.copy(prepared_cafe, tmp_path / "cafe.eventdesk"))
    with open_event(path, desk="Schalter 1", clock=clock) as opened:
        yield opened


@pytest.fixture
def cafe(party: Event) -> Cafe:
    """Give everybody a way."""
    return cafes.seated(party)
