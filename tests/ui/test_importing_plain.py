"""The import page says plainly what it can do with a list, and what it can't."""

from pathlib import Path

import pytest

from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from tests.ui.scenes import dress
from ui.importing.state import Step


@pytest.fixture
def page(desk: DeskDriver) -> ImportDriver:
    """Return a desk that speaks English and shows the import page."""
    dress(desk, language="en")
    driver = ImportDriver.of(desk)
    driver.presses("Ctrl+I")
    return driver


def checked(page: ImportDriver, path: Path, *lines: str) -> None:
    """Bring a list to the check."""
    path.write_text("\n".join(lines), encoding="utf-8")
    page.drops(path).goes(Step.CHECK)


def test_a_list_that_is_in_the_file_already_says_so(page: ImportDriver, tmp_path: Path) -> None:
    for _ in range(2):
        checked(page, tmp_path / "again.csv", "Name;E-Mail", "Zoë Ünal;z@example.org", "Hạnh Phạm;h@example.org")
        page.forward()
    assert page.at is Step.CHECK
    page.says("Nothing would change: 2 people are in the file as the list has them.", "Nothing happens to them.")
    page.says("Nothing to import. Ctrl O takes another list.").does_not_say("Nobody new in this list.", "0 people")


def test_rows_with_errors_do_not_hide_that_the_others_are_in_the_file(page: ImportDriver, tmp_path: Path) -> None:
    for _ in range(2):
        checked(page, tmp_path / "again.csv", "Name;E-Mail", "Zoë Ünal;z@example.org", "Hạnh Phạm;h(at)example.org")
        page.forward()
    page.says("Nothing would change: one person is in the file as the list has them. One row has an error")
    page.does_not_say("nothing can be imported", "Nothing can be imported")


def test_a_list_of_nothing_but_errors_says_so(page: ImportDriver, tmp_path: Path) -> None:
    checked(page, tmp_path / "bad.csv", "Name;E-Mail", "Hạnh Phạm;h(at)example.org")
    page.says("Nothing can be imported from this list yet. One row has an error").does_not_say("0 people")


def test_a_list_without_headings_is_asked_for_them(page: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("Zoë Ünal;Peine\nHạnh Phạm;Celle\n", encoding="utf-8")
    page.drops(path).goes(Step.COLUMNS).says("Perhaps the first row is a person already")
