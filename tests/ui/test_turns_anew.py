"""Opening and making events, another look, other pages: no turn of the event loop is long; who makes one is named."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eventdesk.desk import create_event
from tests.benchmarks.bench_checkin import crowd, fill
from tests.clock import FakeClock
from tests.ui import watchdog
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.watchdog import busy
from ui.actions import PageId
from ui.application import Application

__all__ = ["home"]

pytestmark = pytest.mark.usefixtures("little_in_memory")
FEW, MANY = 2_000, 40_000
LIMIT_MS = 120
"""Generous, as a test shares its machine with others; what is aimed at is 50 ms."""
PAGES = (PageId.PEOPLE, PageId.JOURNAL, PageId.EVENT, PageId.IMPORT, PageId.CHECK_IN)


def made(folder: Path, people: int) -> Path:
    path = folder / f"{people}.eventdesk"
    with create_event(path, clock=FakeClock()) as event:
        fill(event, crowd(people))
    return path


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Return what makes a file with so many people, once."""
    folder, known = tmp_path_factory.mktemp("crowds"), dict[int, Path]()

    def file(people: int) -> Path:
        if people not in known:
            known[people] = made(folder, people)
        return known[people]

    return file


@pytest.fixture(params=[FEW, pytest.param(MANY, marks=pytest.mark.slow)])
def crowded(request: pytest.FixtureRequest, files: Callable[[int], Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(files(request.param), tmp_path / "crowded.eventdesk"))


@pytest.fixture
def driver(application: Application, clock: FakeClock) -> DeskDriver:
    return DeskDriver(application, clock).settles()


def comes_round(application: Application, *deeds: Callable[[], object]) -> None:
    """Watch every turn; the beat is slow, so that the other pages are made as well."""
    at_work = partial(busy, application)
    watchdog.comes_round(at_work, *deeds, limit_ms=LIMIT_MS, beat_ms=250, patience_ms=90_000)


def chosen(application: Application, key: str, value: object) -> Callable[[], None]:
    def choose() -> None:
        setattr(application.preferences, key, value)
        application._rebuilding.soon()

    return choose


def test_a_file_is_opened_closed_and_opened_again(driver: DeskDriver, crowded: Path) -> None:
    application = driver.application
    comes_round(
        application, lambda: application.open(crowded), application._close_soon, lambda: application.open(crowded)
    )
    assert application.opened is not None


def test_pages_are_turned(driver: DeskDriver, crowded: Path) -> None:
    driver.application.open(crowded)
    driver.settles()
    turns = [lambda page=page: driver.frame.show_page(page) for page in (*PAGES, *PAGES)]
    comes_round(driver.application, *turns)


@pytest.mark.parametrize(
    ("people", "page"),
    [
        *((FEW, page) for page in PAGES),
        *(pytest.param(MANY, page, marks=pytest.mark.slow) for page in (PageId.PEOPLE, PageId.CHECK_IN)),
    ],
)
def test_language_colours_and_text_change_on_every_page(
    driver: DeskDriver, files: Callable[[int], Path], tmp_path: Path, people: int, page: PageId
) -> None:
    application = driver.application
    application.open(Path(shutil.copy(files(people), tmp_path / "crowded.eventdesk")))
    driver.settles()
    comes_round(
        application,
        lambda: driver.frame.show_page(page),
        chosen(application, "language", "de"),
        chosen(application, "shade", "dark"),
        chosen(application, "text_size", 150),
        chosen(application, "text_size", 100),
    )
    assert driver.frame.page_id is page


def test_samples_are_made(driver: DeskDriver, tmp_path: Path) -> None:
    application = driver.application
    comes_round(
        application,
        lambda: application.open_sample("integrationskonferenz-4", tmp_path),
        application._close_soon,
        lambda: application.create(tmp_path / "empty.eventdesk"),
        application._close_soon,
        application._begin_tour,
    )
    assert application.opened is not None
