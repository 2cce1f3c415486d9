"""What the tests of the page of the World Café share: a desk on it, with tables given to everybody or not yet."""

import shutil
from pathlib import Path

import pytest

from eventdesk import paths
from eventdesk.cafe.actions_ways import apply_rotation
from eventdesk.cafe.planning import problem_of
from eventdesk.cafe.records import read_cafe
from eventdesk.cafe.rotation.suggest import suggest
from eventdesk.desk import open_event
from eventdesk.eventfolder import create_from
from tests.clock import FakeClock
from tests.ui.cafe_driver import CafeDriver
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from ui.application import Application

__all__ = ["home"]

BEGIN = "2017-06-15T15:50:00+00:00"
"""A quarter of an hour before the first round."""


@pytest.fixture(autouse=True)
def _quick_thinking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let suggestions be thought out in no time: the first is free of repeats, and better mixed ones are not needed."""
    monkeypatch.setattr("ui.cafe.flow.thinking.SECONDS", 0.05)


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands shortly before the first round."""
    return FakeClock(BEGIN)


@pytest.fixture(scope="session")
def bare_cafe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the event file of the sample with 13 tables and three rounds, at which nobody sits yet."""
    path = tmp_path_factory.mktemp("cafe") / "cafe.eventdesk"
    folder = paths.seeds() / "harburg-integrationskonferenz"
    create_from(path, folder, desk="Büro", clock=FakeClock(BEGIN)).opened().close()
    return path


@pytest.fixture(scope="session")
def seated_cafe(tmp_path_factory: pytest.TempPathFactory, bare_cafe: Path) -> Path:
    """Return the same file when everybody has a way, and nobody meets anybody twice."""
    path = Path(shutil.copy(bare_cafe, tmp_path_factory.mktemp("seated") / "cafe.eventdesk"))
    with open_event(path, desk="Büro", clock=FakeClock(BEGIN)) as event:
        cafe = read_cafe(event.db)
        *_, found = suggest(problem_of(cafe), seconds=0.05, seed=1)
        assert found.repeats == 0
        apply_rotation(event, cafe, found)
    return path


@pytest.fixture
def bare(application: Application, bare_cafe: Path, tmp_path: Path, clock: FakeClock) -> CafeDriver:
    """Return a desk on the page, where nobody sits yet."""
    return _at(application, bare_cafe, tmp_path, clock)


@pytest.fixture
def seated(application: Application, seated_cafe: Path, tmp_path: Path, clock: FakeClock) -> CafeDriver:
    """Return a desk on the page, where everybody sits."""
    return _at(application, seated_cafe, tmp_path, clock)


def _at(application: Application, file: Path, folder: Path, clock: FakeClock) -> CafeDriver:
    application.open(Path(shutil.copy(file, folder / file.name)))
    return CafeDriver.at(DeskDriver(application, clock).settles())
