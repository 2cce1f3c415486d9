"""What all tests share: a real event file in a fresh folder, and a clock that tests move."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from eventdesk.desk import create_event, open_event
from eventdesk.event import Event, EventDetails
from tests.clock import FakeClock

pytest_plugins = ["tests.strict"]
settings.register_profile("same-examples", derandomize=True, database=None)
"""What has to pass before a change lands tries the same examples each time; everywhere else new ones are invented."""
settings.register_profile("mutants", derandomize=True, database=None, max_examples=10)
"""Against thousands of mutants few examples are tried, the same ones against each."""


@pytest.fixture
def clock() -> FakeClock:
    """Stand at nine in the morning (Berlin) of 6 March 2017."""
    return FakeClock()


@pytest.fixture(scope="session")
def empty_event(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a new, empty event file; tests work on copies of it, as making one takes longer."""
    path = tmp_path_factory.mktemp("empty") / "test.eventdesk"
    details = EventDetails(title="4. Integrationskonferenz", venue="Convention Center Hannover", language="de")
    create_event(path, details=details, desk="Schalter 1", clock=FakeClock()).close()
    return path


@pytest.fixture
def event(tmp_path: Path, empty_event: Path, clock: FakeClock) -> Iterator[Event]:
    """Open a new, empty event at desk "Schalter 1"."""
    path = Path(shutil.copy(empty_event, tmp_path / empty_event.name))
    with open_event(path, desk="Schalter 1", clock=clock) as opened:
        yield opened
