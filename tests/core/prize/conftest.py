"""The small prize in a real file."""

import shutil
from pathlib import Path

import pytest

from eventdesk.desk import create_event
from eventdesk.event import Event, EventDetails
from tests.clock import FakeClock
from tests.core.prize import prize_of_tests
from tests.core.prize.prize_of_tests import Prize

DETAILS = EventDetails(title="4. Integrationskonferenz", venue="Convention Center Hannover", language="de")


@pytest.fixture(scope="session")
def voting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with stands, people and an open poll, to be copied."""
    path = tmp_path_factory.mktemp("voting") / "prize.eventdesk"
    with create_event(path, details=DETAILS, desk="Schalter 1", clock=FakeClock()) as event:
        prize_of_tests.build(event)
    return path


@pytest.fixture
def empty_event(request: pytest.FixtureRequest, empty_event: Path) -> Path:
    """Return what the event of a test is a copy of: an empty one, or the one with the open poll if it asks for it."""
    return request.getfixturevalue("voting") if "voting" in request.fixturenames else empty_event


@pytest.fixture
def prize(event: Event, voting: Path) -> Prize:
    """Return the poll of the tests as it was opened."""
    assert voting.exists()
    return Prize(event, int(event.db.value("SELECT id FROM poll")))


@pytest.fixture
def copied(tmp_path: Path, voting: Path) -> Path:
    """Return a copy of the file with the open poll that nobody has opened yet."""
    return Path(shutil.copy(voting, tmp_path / "copied.eventdesk"))
