"""Badges from the page of the people: one more with a reason, one for a lost one, those of all who are shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.badges import records
from eventdesk.badges.actions import mark_printed
from eventdesk.event import Event
from eventdesk.people import records as people_records
from eventdesk.people.person import Person
from tests.ui.badges_driver import BadgesDriver
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.people_driver import PeopleDriver
from ui.actions import PageId
from ui.reprinting import Reprint

__all__ = ["home"]


@pytest.fixture
def people(desk: DeskDriver, tmp_path: Path) -> PeopleDriver:
    """Return a desk on this page, in English, that prints into a folder; Elif has a badge."""
    desk.application.preferences.printer = f"folder:{tmp_path / 'badges'}"
    driver = PeopleDriver(desk)
    mark_printed(driver.event, [elif_of(driver).id], "Zebra", "batch")
    desk.clock.advance(minutes=1)
    return driver.rests()


def elif_of(people: PeopleDriver) -> Person:
    return next(each for each in people_records.everyone(people.event.db) if each.given_name == "Elif")


def box_of(people: PeopleDriver) -> Reprint:
    return people.page.panel.reprint


def reasons(event: Event) -> list[str]:
    return [each.reason for each in records.print_log(event.db)]


def test_the_first_badge_asks_nothing(people: PeopleDriver) -> None:
    people.chooses("Netschyporenko, Oksana").presses("F5")
    people.desk.waits_for_prints()
    assert reasons(people.event) == ["by_hand", "batch"]
    assert box_of(people).isHidden()


def test_one_more_asks_why_and_is_printed_with_the_reason(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F5").says("Why once more", "Lost: new code, new badge")
    assert QApplication.focusWidget() is box_of(people).reason
    assert reasons(people.event) == ["batch"]
    people.presses("F5")
    people.desk.waits_for_prints()
    people.says("The badge of Elif Demirtaş is being printed.")
    assert reasons(people.event) == ["damaged", "batch"]
    assert box_of(people).isHidden()


def test_a_reason_in_own_words(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F5")
    box = box_of(people)
    at = box.reason.findText("In own words …")
    box.reason.setCurrentIndex(at)
    box.reason.activated.emit(at)
    assert QApplication.focusWidget() is box.own
    people.types("Coffee").presses("Tab")
    assert QApplication.focusWidget() is box.again
    people.presses("Space")
    people.desk.waits_for_prints()
    assert reasons(people.event) == ["Coffee", "batch"]


def test_esc_and_another_person_take_the_question_away(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F5", "Esc")
    assert box_of(people).isHidden()
    assert QApplication.focusWidget() is people.page.panel.head.print
    people.presses("F5")
    assert box_of(people).isVisible()
    people.chooses("Netschyporenko, Oksana")
    assert box_of(people).isHidden()
    people.chooses("Demirtaş, Elif")
    assert box_of(people).isHidden()
    assert reasons(people.event) == ["batch"]


def test_a_change_elsewhere_leaves_the_question(people: PeopleDriver) -> None:
    people.chooses("Demirtaş, Elif").presses("F5")
    mark_printed(people.event, [elif_of(people).id], "Zebra", "batch")
    people.rests()
    assert box_of(people).isVisible()


def test_a_lost_badge_gets_a_new_code_and_the_old_one_is_refused(people: PeopleDriver) -> None:
    before = elif_of(people)
    people.chooses("Demirtaş, Elif").presses("F5").clicks("Lost: new code, new badge")
    people.desk.waits_for_prints()
    people.says("Elif Demirtaş has a new code; the lost badge is refused. The new badge is being printed.")
    after = elif_of(people)
    assert after.code != before.code
    assert people_records.by_lost_code(people.event.db, before.code) == [after]
    assert reasons(people.event) == ["lost", "batch"]
    people.desk.goes_to(PageId.CHECK_IN).scan(before.code).does_not_say("Welcome")
    people.desk.scan(after.code).says("Welcome", "Elif Demirtaş")


def test_a_lost_badge_is_refused_without_a_printer_too(people: PeopleDriver) -> None:
    before = elif_of(people)
    people.desk.application.preferences.printer = ""
    people.chooses("Demirtaş, Elif").presses("F5").clicks("Print again").says("No printer is chosen yet.")
    assert box_of(people).isVisible()
    people.clicks("Lost: new code, new badge")
    people.says("Elif Demirtaş has a new code; the lost badge is refused. No printer is chosen yet.")
    assert elif_of(people).code != before.code


def test_what_was_replaced_by_mistake_is_undone_here(people: PeopleDriver) -> None:
    before = elif_of(people)
    people.chooses("Demirtaş, Elif").presses("F5").clicks("Lost: new code, new badge")
    people.desk.waits_for_prints()
    people.rests()
    people.page.table.setFocus()
    people.presses("Ctrl+Z")
    assert elif_of(people).code == before.code


# ---- all of them


def wanted(people: PeopleDriver) -> list[str]:
    """Whose badges are wanted on the page of the badges."""
    page = BadgesDriver(people.desk.application, people.desk.clock).rests()
    assert page.frame.page_id is PageId.BADGES
    return page.names()


def test_the_badges_of_those_who_are_found(people: PeopleDriver) -> None:
    people.presses("F2").types("schmidt")
    people.clicks("Badges of these people")
    assert wanted(people) == ["Anna Schmidt", "Anna Schmidt"]
    people.desk.says("Only 2 people who were chosen in the list")


def test_the_badges_of_those_who_are_marked(people: PeopleDriver) -> None:
    people.marks("Demirtaş, Elif", "Rahmani, Farid", "Netschyporenko, Oksana")
    people.says("Badges of 3 marked people").presses("Ctrl+P")
    assert wanted(people) == ["Elif Demirtaş", "Oksana Netschyporenko", "Farid Rahmani"]


def test_one_chosen_row_means_all_who_are_shown(people: PeopleDriver) -> None:
    people.presses("F2").types("schmidt")
    people.chooses("Schmidt, Anna").presses("Ctrl+P")
    assert wanted(people) == ["Anna Schmidt", "Anna Schmidt"]


def test_everybody_means_everybody_who_may_come(people: PeopleDriver) -> None:
    people.presses("Ctrl+P")
    names = wanted(people)
    assert len(names) == 12
    assert "Anke Schröder" not in names
    people.desk.does_not_say("who were chosen in the list")


def test_what_is_being_typed_counts(people: PeopleDriver) -> None:
    people.presses("F2").types("demirtas")
    people.presses("Ctrl+P")
    assert wanted(people) == ["Elif Demirtaş"]


def test_nobody_has_no_badges(people: PeopleDriver) -> None:
    people.presses("F2").types("qqqqzzzz")
    people.presses("Ctrl+P").says("Nobody is shown whose badge could be printed.")
    assert people.desk.frame.page_id is PageId.PEOPLE


def test_the_choice_is_taken_out_of_the_print_log(people: PeopleDriver) -> None:
    page = BadgesDriver.at(people.desk)
    page.presses("F6")
    assert page.badges.shows_log()
    page.goes_to(PageId.PEOPLE)
    people.presses("F2").types("rahmani").presses("Ctrl+P")
    assert wanted(people) == ["Farid Rahmani"]
    assert not page.badges.shows_log()


@pytest.mark.parametrize(("size", "percent"), [((1440, 900), 100), ((1024, 640), 100), ((1024, 640), 200)])
def test_the_question_fits(people: PeopleDriver, size: tuple[int, int], percent: int) -> None:
    people.desk.application.preferences.text_size = percent
    people.desk.application.rebuild()
    people.desk.window.resize(*size)
    people.rests()
    people.chooses("Demirtaş, Elif").presses("F5")
    box = box_of(people)
    assert box.isVisible()
    assert QApplication.focusWidget() is box.reason
    for button in (box.again, box.lost):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.geometry().right() <= box.buttons.width()
