"""A file that can only be looked at: every key answers, and nothing is taken for saved."""

import shutil
from pathlib import Path

import pytest

from eventdesk.desk import open_event
from eventdesk.people import records
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.test_shell import raise_version
from ui.application import Application


@pytest.fixture
def closed(application: Application, prepared: Path, tmp_path: Path, clock: FakeClock) -> DeskDriver:
    """Return a desk with a file of a newer version open."""
    path = Path(shutil.copy(prepared, tmp_path / "later.eventdesk"))
    raise_version(path)
    application.open(path)
    desk = DeskDriver(application, clock).settles()
    return desk.presses("Esc").does_not_say("later.eventdesk")


@pytest.fixture
def code(prepared: Path) -> str:
    """Return the code of Elif."""
    with open_event(prepared) as event:
        return next(each.code for each in records.everyone(event.db) if each.given_name == "Elif")


def test_a_scan_is_told_as_not_saved(closed: DeskDriver, code: str) -> None:
    closed.scan(code).says(closed.application.look.words.t("Not saved"), "Elif Demirtaş", "later.eventdesk")
    closed.does_not_say("Willkommen")
    assert closed.field() == ""
    assert closed.has_the_focus()


def test_so_is_the_scan_of_nobody(closed: DeskDriver) -> None:
    closed.scan("1234567890123456").says(closed.application.look.words.t("Not saved"), "1234 5678 9012 3456")
    assert closed.field() == ""


def test_so_is_who_was_found_by_name(closed: DeskDriver) -> None:
    closed.types("demirtas").presses("Enter")
    closed.says(closed.application.look.words.t("Not saved"), "Elif Demirtaş", "later.eventdesk")


@pytest.mark.parametrize("key", ["F3", "F6", "Ctrl+Z", "F8"])
def test_each_key_says_why(closed: DeskDriver, key: str) -> None:
    closed.presses(key).says("later.eventdesk", "Bereit")


@pytest.mark.parametrize("typed", ["mariam", "demirta elif", "schmit"])
def test_nobody_is_offered_to_be_added(closed: DeskDriver, typed: str) -> None:
    closed.types(typed)
    assert not closed.page.results.isHidden()
    assert "F3" not in closed.page.results.hint()
