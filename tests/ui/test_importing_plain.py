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
        checked(page, tmp_path / "again.csv", "Name;E-Mail", "Zoë Ünal;z@example.org", ";h(at)example.org")
        page.forward()
    page.says("Nothing would change: one person is in the file as the list has them. One row has an error")
    page.does_not_say("nothing can be imported", "Nothing can be imported")


def test_a_list_of_nothing_but_errors_says_so(page: ImportDriver, tmp_path: Path) -> None:
    checked(page, tmp_path / "bad.csv", "Name;E-Mail", ";h(at)example.org")
    page.says("Nothing can be imported from this list yet. One row has an error").does_not_say("0 people")


def test_a_cell_that_does_not_fit_is_told_and_costs_nobody_their_place(page: ImportDriver, tmp_path: Path) -> None:
    two = "b@example.org / c@example.org"
    rows = ("Name;Organisation;E-Mail;Tage;Status", "Zoë Ünal;;z(at)example.org;;", "Hạnh;;;neulich;", "An;;;;quatsch")
    checked(page, tmp_path / "cells.csv", *rows, ";Stadt Peine;;;", f"Bo;;{two};;")
    page.goes(Step.COLUMNS).takes_contacts().goes(Step.CHECK)
    page.says("5 people will be added. 5 cells do not fit; these people come in without them.", "Import 5 people")
    page.does_not_say("errors and", "good rows", "has an error")
    said = [line.below for line in page.lines()]
    kept = "The person is imported without it; it is kept as an extra field."
    assert said == [
        f"“z(at)example.org” is not one e-mail address. {kept}",
        "“neulich” is not a day, like 2027-03-06. The person may come on every day.",
        "“quatsch” is no status that is known here. The person is taken as registered.",
        "No name stands there. The person is called “Stadt Peine” for now.",
        f"“{two}” is more than one e-mail address. “b@example.org” was taken; the whole is kept as an extra field.",
    ]


def test_a_list_without_headings_is_asked_for_them(page: ImportDriver, tmp_path: Path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text("Zoë Ünal;Peine\nHạnh Phạm;Celle\n", encoding="utf-8")
    page.drops(path).goes(Step.COLUMNS).says("Perhaps the first row is a person already")
