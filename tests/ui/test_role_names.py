"""Roles are called on every page as the organiser calls them, from the moment on when they are changed."""

from pathlib import Path

import pytest

from eventdesk.people.rolebook import add_role, change_role
from tests.ui.driver import DeskDriver
from tests.ui.importing_driver import ImportDriver
from ui.checkin.recent_lines import Line
from ui.importing.found import Found
from ui.importing.state import Step

Codes = dict[str, str]
GUEST = {"de": "Ehrengast", "en": "Guest of honour"}


@pytest.fixture
def renamed(desk: DeskDriver) -> DeskDriver:
    """Return a desk whose organiser has renamed a role while the window was open."""
    opened = desk.application.opened
    assert opened is not None
    change_role(opened.event, "guest", names=GUEST)
    return desk.settles()


def test_the_card_says_the_role_as_the_organiser_does(renamed: DeskDriver, codes: Codes) -> None:
    renamed.scan(codes["oksana"]).says("Ehrengast")
    assert "Ehrengast" in [line.remark for line in lines(renamed)]


def test_people_who_are_found_have_the_role_of_the_organiser(renamed: DeskDriver) -> None:
    renamed.types("oksana")
    assert "Ehrengast" in renamed.page.results.all()[0].below


def test_a_walk_in_may_get_the_roles_of_the_event(renamed: DeskDriver) -> None:
    opened = renamed.application.opened
    assert opened is not None
    add_role(opened.event, "Kinderbetreuung")
    renamed.settles().presses("F3").says("Ehrengast", "Kinderbetreuung")
    assert "Gast" not in renamed.reads()


def test_a_role_that_is_being_chosen_for_a_walk_in_stays_chosen(desk: DeskDriver) -> None:
    opened = desk.application.opened
    assert opened is not None
    desk.presses("F3").types("Mariam Haidari")
    box = desk.page.walk_in.role
    box.setCurrentIndex(box.findData("press"))
    add_role(opened.event, "Kinderbetreuung")
    desk.settles()
    assert box.currentData() == "press"


def test_somebody_alike_is_told_with_the_role_of_the_organiser(renamed: DeskDriver) -> None:
    renamed.presses("F3").types("Oksana Netschyporenko")
    renamed.page.walk_in.typed.emit("Oksana Netschyporenko")
    renamed.settles()
    assert any("Ehrengast" in each.text() for each in renamed.likenesses())


def test_a_list_is_checked_with_the_roles_of_the_organiser(renamed: DeskDriver, tmp_path: Path) -> None:
    file = tmp_path / "guests.csv"
    file.write_text("Name;Rolle;Stadt\nZoë Ünal;Gast;Peine\nOksana Netschyporenko;Presse;Peine\n", encoding="utf-8")
    page = ImportDriver.of(renamed)
    page.presses("Ctrl+I")
    page.drops(file).goes(Step.CHECK).looks_at(Found.ADDED)
    assert any("Ehrengast" in f"{line}" for line in page.lines())


def lines(desk: DeskDriver) -> list[Line]:
    """Return the lines of the last scans."""
    found = (desk.page.recent.list.line(number) for number in range(100))
    return [line for line in found if line is not None]
