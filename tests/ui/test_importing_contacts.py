"""E-mail addresses and telephone numbers of a list come in when somebody says so, and not before."""

from pathlib import Path

import pytest

from eventdesk.people.importing import Field
from tests.core.people.lists import listed
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from ui.importing.state import Step

HEADER = "Name;E-Mail;Telefon;E-Mail privat;Wie erreichbar;Essen"
ROWS = (HEADER, "Amal Khatib;amal@example.org;0511 12345;a.k@example.org;amal@example.net;vegan", "Jörg Öztürk;;;;;")


@pytest.fixture
def page(desk: DeskDriver) -> ImportDriver:
    """Return a desk that shows the import page."""
    driver = ImportDriver.of(desk)
    driver.presses("Ctrl+I")
    return driver


def test_they_stay_out_unless_somebody_ticks(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *ROWS)).goes(Step.COLUMNS)
    listing = page.importing.flow.listing
    assert listing.meanings() == [Field.NAME, *[Field.IGNORE] * 4, Field.EXTRA]
    assert not page.importing.columns.contacts.box.isChecked()
    assert not listing.corrected
    page.forward().forward()
    amal = page.everybody()["Amal Khatib"]
    assert (amal.email, amal.phone, amal.extra) == ("", "", {"Essen": "vegan"})
    assert b"@example" not in page.event.path.read_bytes()


def test_one_tick_takes_them_over_and_another_leaves_them_out(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *ROWS)).goes(Step.COLUMNS).takes_contacts()
    columns = page.importing.columns
    assert columns.contacts.box.isChecked()
    page.takes_contacts()
    assert not columns.contacts.box.isChecked()
    page.takes_contacts().forward().forward()
    amal = page.everybody()["Amal Khatib"]
    assert (amal.email, amal.phone) == ("amal@example.org", "0511 12345")
    assert amal.extra == {"E-Mail privat": "a.k@example.org", "Wie erreichbar": "amal@example.net", "Essen": "vegan"}


def test_what_was_said_holds_for_the_next_list_with_these_columns(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *ROWS)).goes(Step.COLUMNS).takes_contacts().forward().forward()
    page.drops(listed(tmp_path, HEADER, "Lena Wolf;lena@example.org;;;;")).goes(Step.COLUMNS)
    assert page.importing.columns.contacts.box.isChecked()
    page.clicks(page.importing.columns.reset.text())
    assert not page.importing.columns.contacts.box.isChecked()


def test_a_list_without_any_asks_nothing(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, "Name;Essen", "Amal Khatib;vegan")).goes(Step.COLUMNS)
    assert not page.importing.columns.contacts.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagateSizeHints)")
def test_one_column_can_be_chosen_by_itself(page: ImportDriver, tmp_path: Path) -> None:
    page.drops(listed(tmp_path, *ROWS)).goes(Step.COLUMNS).means("Telefon", Field.PHONE).forward().forward()
    amal = page.everybody()["Amal Khatib"]
    assert (amal.email, amal.phone) == ("", "0511 12345")
