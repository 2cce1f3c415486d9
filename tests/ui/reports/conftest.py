"""What the tests of this page share: a desk on it, when some people have come and something was found."""

import shutil
from pathlib import Path

import pytest

from eventdesk import paths
from eventdesk.checkin import records as checkin
from eventdesk.checkin.actions import check_in_person
from eventdesk.checkin.point import PointKind
from eventdesk.desk import open_event
from eventdesk.eventfolder import create_from
from eventdesk.fair import records as stands
from eventdesk.findings.actions import set_findings
from eventdesk.findings.finding import FindingKind
from eventdesk.panels import records as panels
from eventdesk.people import records as people
from eventdesk.reports.brochure.actions import choose
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.reports_driver import ReportsDriver
from ui.application import Application

__all__ = ["home"]

BEGIN = "2017-06-15T15:00:00+00:00"
CAME = 70
"""So many of about a hundred."""


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands at the evening of the day."""
    return FakeClock("2017-06-15T20:00:00+00:00")


@pytest.fixture(scope="session")
def over_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the event file of the sample with café and forums, after most people have come."""
    path, clock = tmp_path_factory.mktemp("over") / "harburg.eventdesk", FakeClock(BEGIN)
    folder = paths.seeds() / "harburg-integrationskonferenz"
    create_from(path, folder, desk="Büro", clock=clock).opened().close()
    with open_event(path, desk="Büro", clock=clock) as event:
        entrance = next(each for each in checkin.points(event.db) if each.kind is PointKind.ENTRANCE)
        for number in people.ids(event.db, CAME):
            clock.advance(seconds=40)
            check_in_person(event, number, entrance)
        session = panels.sessions(event.db)[0]
        set_findings(event, FindingKind.SESSION, session.id, ["Mehr Treffpunkte"], "Anke Schröder")
    return path


@pytest.fixture
def over(application: Application, over_file: Path, tmp_path: Path, clock: FakeClock) -> ReportsDriver:
    """Return a desk on the page after the day."""
    return _at(application, over_file, tmp_path, clock)


@pytest.fixture
def fair(application: Application, fair_file: Path, tmp_path: Path, clock: FakeClock) -> ReportsDriver:
    """Return a desk on the page, with 81 projects; nobody has come yet."""
    return _at(application, fair_file, tmp_path, clock)


@pytest.fixture(scope="session")
def empty_file(fair_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an event file with 81 projects, none of which stands in the brochure: that is drawn quickly."""
    path = Path(shutil.copy(fair_file, tmp_path_factory.mktemp("empty") / fair_file.name))
    with open_event(path) as event:
        choose(event, [each.id for each in stands.exhibitors(event.db)], chosen=False)
    return path


@pytest.fixture
def empty(application: Application, empty_file: Path, tmp_path: Path, clock: FakeClock) -> ReportsDriver:
    """Return a desk on the page, with no project in the brochure."""
    return _at(application, empty_file, tmp_path, clock)


def _at(application: Application, file: Path, folder: Path, clock: FakeClock) -> ReportsDriver:
    application.open(Path(shutil.copy(file, folder / file.name)))
    return ReportsDriver.at(DeskDriver(application, clock).settles())
