"""What the tests of the page of the fair share: a desk on it, everybody placed or nearly nobody, or without a hall."""

import shutil
from pathlib import Path
from typing import Protocol

import pytest

from eventdesk.event import Event
from eventdesk.fair.actions_plans import apply_plan
from eventdesk.fair.placing.problem import problem
from eventdesk.fair.placing.suggest import suggest
from eventdesk.fair.plan import PlanFacts
from eventdesk.fair.records import read_fair
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.fair_driver import FairDriver
from ui.application import Application

__all__ = ["home"]


class Opening(Protocol):
    """Opens a copy of a file on this page."""

    def __call__(self, file: Path, language: str = "en") -> FairDriver:
        """Return a desk on this page, in this language."""


@pytest.fixture(scope="session")
def placed_file(fair_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the same event with everybody placed by the best plan there is; tests work on copies of it."""
    path = Path(shutil.copy(fair_file, tmp_path_factory.mktemp("placed") / fair_file.name))
    with Event.open(path, desk="Büro", clock=FakeClock()) as event:
        *_, best = suggest(problem(read_fair(event.db)))
        apply_plan(event, best.assignments, PlanFacts.of(best))
    return path


@pytest.fixture
def opening(application: Application, clock: FakeClock, tmp_path: Path) -> Opening:
    """Return a function that opens a copy of a file on this page."""

    def opened(file: Path, language: str = "en") -> FairDriver:
        if application.preferences.language != language:
            application.preferences.language = language
            application.rebuild()
        application.open(Path(shutil.copy(file, tmp_path / file.name)))
        desk = DeskDriver(application, clock)
        desk.settles()
        return FairDriver.at(desk)

    return opened


@pytest.fixture
def page(opening: Opening, fair_file: Path) -> FairDriver:
    """Return a desk on this page, with the fair of the sample, in which few stand anywhere yet."""
    return opening(fair_file)


@pytest.fixture
def placed(opening: Opening, placed_file: Path) -> FairDriver:
    """Return a desk on this page, with everybody placed."""
    return opening(placed_file)


@pytest.fixture
def empty(opening: Opening, prepared: Path) -> FairDriver:
    """Return a desk on this page, without any hall."""
    return opening(prepared)
