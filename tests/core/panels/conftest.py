"""The small programme in a real file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, EventDetails
from eventdesk.panels.programme import Programme
from eventdesk.panels.records import read_programme
from tests.clock import FakeClock
from tests.core.panels import programme_of_tests

DETAILS = EventDetails(title="4. Integrationskonferenz", venue="Convention Center Hannover", language="de")


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with the programme of the tests, to be copied."""
    path = tmp_path_factory.mktemp("prepared") / "programme.eventdesk"
    with create_event(path, details=DETAILS, desk="Schalter 1", clock=FakeClock()) as event:
        programme_of_tests.build(event)
    return path


@pytest.fixture
def event(request: pytest.FixtureRequest, tmp_path: Path, clock: FakeClock) -> Iterator[Event]:
    """Open an event at desk "Schalter 1": empty, or with the programme if the test asks for it."""
    path = tmp_path / "test.eventdesk"
    if "prepared" in request.fixturenames:
        shutil.copy(request.getfixturevalue("prepared"), path)
        opened = open_event(path, desk="Schalter 1", clock=clock)
    else:
        opened = create_event(path, details=DETAILS, desk="Schalter 1", clock=clock)
    with opened:
        yield opened


@pytest.fixture
def programme(event: Event, prepared: Path) -> Programme:
    """Return the programme of the tests as it was read from the event."""
    assert prepared.exists()
    return read_programme(event.db)
