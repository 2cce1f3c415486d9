"""Lists of many people and many entries never keep the window from keys and paints: whoever does is named here."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eventdesk.codes import Op
from eventdesk.desk import create_event
from eventdesk.event import EventDetails
from eventdesk.people import records
from eventdesk.people.code import new_codes
from eventdesk.people.listing import Facet, Presence, Wanted
from eventdesk.people.person import Person
from eventdesk.store.access import new_id
from tests.clock import FakeClock
from tests.ui import watchdog
from tests.ui.driver import DeskDriver
from ui.actions import PageId
from ui.application import Application

pytestmark = pytest.mark.usefixtures("little_in_memory")
PEOPLE = 20_000
LIMIT_MS = 150
"""Generous, as a test shares its machine with others; what is aimed at is a third of it."""
comes_round = partial(watchdog.comes_round, limit_ms=LIMIT_MS, beat_ms=60, patience_ms=60_000)
TOWNS = ("Peine", "Celle", "Hannover", "Salzgitter", "")


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an event file with many people, each added by an entry of its own hundred."""
    path = tmp_path_factory.mktemp("large") / "messe.eventdesk"
    codes = sorted(new_codes(PEOPLE))
    with create_event(path, details=EventDetails(title="Messe"), desk="Büro", clock=FakeClock()) as event:
        for start in range(0, PEOPLE, 1000):
            with event.transact(Op.IMPORT, f"liste-{start}.csv") as tx:
                for number in range(start, start + 1000):
                    records.insert(tx, _somebody(number, codes[number]))
    return path


def _somebody(number: int, code: str) -> Person:
    return Person(
        new_id(),
        f"Vorname{number % 700}",
        f"Nachname{number % 9000}",
        organisation=f"Verein {number % 4000}",
        town=TOWNS[number % 5],
        roles=("guest",) if number % 3 else ("volunteer", "speaker"),
        code=code,
    )


@pytest.fixture
def desk(application: Application, large: Path, tmp_path: Path, clock: FakeClock) -> DeskDriver:
    application.preferences.language = "en"
    application.open(Path(shutil.copy(large, tmp_path / large.name)))
    return DeskDriver(application, clock).settles()


def test_people_are_shown_filtered_ordered_and_scrolled(desk: DeskDriver) -> None:
    page = desk.frame.people
    wanted = Wanted()

    def filtered(change: Wanted) -> Callable[[], None]:
        return lambda: page._filter(change)

    comes_round(
        lambda: page.busy or page.editor.busy,
        lambda: desk.frame.show_page(PageId.PEOPLE),
        lambda: page.table.selectRow(5),
        lambda: page._turn_pane(page.filters),
        filtered(wanted.with_presence(Presence.MISSING)),
        filtered(wanted.toggled(Facet.ROLE, "speaker")),
        filtered(wanted.toggled(Facet.ORGANISATION, "Verein 17")),
        filtered(wanted),
        lambda: page._order("town", backwards=True),
        page.table.scrollToBottom,
        page.table.selectAll,
        lambda: page.bar.search.field.setText("vorname1"),
        page.bar.search.field.clear,
        lambda: page._order("name", backwards=False),
        page.table.scrollToTop,
        lambda: desk.window.resize(1024, 640),
        lambda: desk.window.resize(1900, 1000),
    )
    assert len(page.model.ids) == PEOPLE


def test_the_journal_is_shown_searched_and_paged(desk: DeskDriver) -> None:
    page = desk.frame.journal
    comes_round(
        lambda: page.busy,
        lambda: desk.frame.show_page(PageId.JOURNAL),
        lambda: page.list.choose(3),
        lambda: page._show_parts(first=False),
        lambda: page.filters.field.setText("liste"),
        lambda: page.filters.field.setText("nobody is called so"),
        page.filters.clear,
        page.list.scrollToBottom,
    )
    assert page.lines.rowCount() > PEOPLE // 1000


def test_an_import_taken_back_in_the_journal_leaves_the_desk_its_turns(desk: DeskDriver) -> None:
    page = desk.frame.journal
    busy = lambda: page.busy or not desk.application.work.idle()
    comes_round(busy, lambda: desk.frame.show_page(PageId.JOURNAL), lambda: page.list.choose(0), page.undo)
    assert page.lines.line(1).gone  # type: ignore[union-attr]
