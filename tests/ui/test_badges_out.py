"""Badges come out: who needs a look before, what is printed, saved, noted; one more, one in place of a lost one."""

from pathlib import Path

import pytest

from eventdesk.badges import records
from eventdesk.badges.actions import mark_printed
from eventdesk.badges.printers import raster
from eventdesk.codes import Op
from eventdesk.people import actions as people_actions
from eventdesk.people import records as people_records
from eventdesk.people.person import Person, Status
from tests.ui.badges_driver import BadgesDriver
from tests.ui.conftest import GUESTS, Answers
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.scenes import dress
from tests.ui.waiting import until
from ui.actions import ActionId, PageId
from ui.badges.wish import Start

__all__ = ["home"]

MAY_COME = sum(guest.status in (Status.REGISTERED, Status.PENDING) for guest in GUESTS.values())
LONG = "Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg"


@pytest.fixture
def page(desk: DeskDriver, tmp_path: Path) -> BadgesDriver:
    """A desk on this page, in English, that prints into a folder."""
    return BadgesDriver.at(desk).prints_into(tmp_path / "out")


def add(page: BadgesDriver, *people: Person) -> list[int]:
    ids = [people_actions.add(page.event, person).id for person in people]
    page.rests()
    return ids


def pdfs(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "out").glob("*.pdf"))


def printed(page: BadgesDriver) -> int:
    return records.counts(page.event.db).printed


# ---- who needs a look


def test_whoever_needs_a_look_is_listed_and_shown(page: BadgesDriver) -> None:
    assert any(line.startswith(f"{LONG}\nFamily name is printed small") for line in page.remarks())
    page.presses("F4")
    while LONG not in page.badges.prepare.remarks.list.currentItem().text():
        page.presses("F4")
    page.rests()
    at = page.names().index(LONG)
    assert page.page_number() == f"Page {at + 1} of {MAY_COME}"


def test_a_name_is_put_right_in_place(page: BadgesDriver) -> None:
    remarks = page.badges.prepare.remarks
    page.presses("F4")
    while "Family name" not in remarks.list.currentItem().text():
        page.presses("F4")
    page.presses("Enter").types("von Sonderburg").presses("Enter")
    (entry,) = page.event.journal(1)
    assert entry.op is Op.EDIT_PERSON
    assert "Hans-Joachim von Sonderburg" in page.names()
    assert not any("Family name" in line for line in page.remarks())
    page.presses("Ctrl+Z")
    assert LONG in page.names()


def test_a_name_cannot_be_emptied(page: BadgesDriver) -> None:
    (person,) = add(page, Person(0, "", "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaftschaferswessen"))
    page.badges.prepare.remarks.corrected.emit(person, "family_name", "")
    page.rests()
    found = people_records.person(page.event.db, person)
    assert found is not None
    assert found.family_name
    assert page.frame.banner.isVisible()


def test_letters_that_no_font_has(page: BadgesDriver) -> None:
    add(page, Person(0, "გიორგი", "Tester"))
    (line,) = [line for line in page.remarks() if "there is no letter for" in line]
    assert "This is printed:" in line


def test_a_line_leads_to_the_person(page: BadgesDriver) -> None:
    page.presses("F4")
    while LONG not in page.badges.prepare.remarks.list.currentItem().text():
        page.presses("F4")
    page.clicks("Open in People")
    assert page.frame.page_id is PageId.PEOPLE
    until(lambda: not page.frame.people.busy)
    page.settles().says(LONG)


# ---- out


def test_all_are_printed_and_noted_when_they_came_out(page: BadgesDriver, tmp_path: Path) -> None:
    page.presses("F5").waits_for_prints()
    page.rests()
    (path,) = pdfs(tmp_path)
    assert len(raster.page_sizes(path)) == MAY_COME
    assert printed(page) == MAY_COME
    assert {each.template for each in records.print_log(page.event.db)} == {"a6-classic"}
    page.says(f"{MAY_COME} of {MAY_COME}")
    page.chooses(page.badges.prepare.whose.start, "Who has no badge yet")
    assert page.names() == []


def test_a_badge_that_changed_is_counted_and_chosen(page: BadgesDriver) -> None:
    page.presses("F5").waits_for_prints()
    page.rests()
    assert not page.badges.head.changed.isVisible()
    elif_ = page.flow.people[0]
    people_actions.edit(page.event, elif_.id, organisation="Ein anderer Verein")
    page.rests().says("One has changed since").clicks("One has changed since")
    assert page.names() == ["Elif Demirtaş"]
    assert page.flow.wish.start is Start.CHANGED


def test_a_saved_file_is_noted_only_if_one_says_so(page: BadgesDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "badges.pdf"
    page.presses("Ctrl+E")
    assert len(raster.page_sizes(answers.path)) == MAY_COME
    page.says(f"{MAY_COME} badges are in badges.pdf.").clicks("Not yet")
    assert printed(page) == 0
    page.presses("Ctrl+E").clicks("Note as printed")
    assert printed(page) == MAY_COME
    assert {each.printer for each in records.print_log(page.event.db)} == {"badges.pdf"}


def test_nobody_is_asked_for_a_file_if_the_dialog_is_left(page: BadgesDriver) -> None:
    page.presses("Ctrl+E")
    assert not page.badges.notice.isVisible()


def test_what_cannot_be_written_is_told(page: BadgesDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "nowhere" / "badges.pdf"
    page.presses("Ctrl+E")
    assert page.frame.banner.isVisible()
    assert not page.badges.notice.isVisible()


def test_without_a_printer_the_page_says_what_to_do(page: BadgesDriver) -> None:
    page.printing.choose("")
    page.rests().says("No printer is chosen yet.").presses("F5").says("No printer is chosen yet. Choose one with F9.")
    page.clicks("Choose a printer")
    assert page.frame.page_id is PageId.PRINTER


def test_making_can_be_stopped(page: BadgesDriver, tmp_path: Path) -> None:
    page.badges.do(ActionId.PRINT)
    for task in page.application.work.tasks:
        task.stop()
    page.rests().says("Stopped. Nothing was printed.")
    assert pdfs(tmp_path) == []
    assert page.badges.foot.print.isEnabled()


def test_another_language_in_the_middle_loses_nothing(page: BadgesDriver, tmp_path: Path) -> None:
    page.badges.do(ActionId.PRINT)
    page.application.preferences.language = "de"
    page.application.rebuild()
    page.rests().waits_for_prints()
    page.rests()
    assert len(pdfs(tmp_path)) == 1
    assert printed(page) == MAY_COME


def test_the_question_waits_through_another_language(page: BadgesDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "badges.pdf"
    page.presses("Ctrl+E")
    dress(page, language="en", shade="dark")
    page.rests()
    page.clicks("Note as printed")
    assert printed(page) == MAY_COME
    assert not page.badges.notice.isVisible()


def test_the_event_can_be_closed_in_the_middle(page: BadgesDriver, tmp_path: Path) -> None:
    page.badges.do(ActionId.PRINT)
    page.badges.prepare.look_for_people()
    page.application.close_event()
    DeskDriver(page.application, page.clock).settles()
    assert pdfs(tmp_path) == []


# ---- the log


def test_one_more_with_a_reason(page: BadgesDriver, tmp_path: Path) -> None:
    page.presses("F5").waits_for_prints()
    page.rests().presses("F6")
    assert len(page.log()) == MAY_COME
    page.types("Demirtaş")
    (line,) = page.log()
    assert line.startswith("Elif Demirtaş\n")
    page.badges.log.list.setCurrentRow(0)
    page.chooses(page.badges.log.reprint.reason, "Name corrected")
    page.clock.advance(minutes=1)
    page.clicks("Print again").waits_for_prints()
    page.rests()
    assert len(page.log()) == 2
    assert "Name corrected" in page.log()[0]
    page.badges.log.list.setCurrentRow(0)
    page.chooses(page.badges.log.reprint.reason, "In own words")
    page.badges.log.reprint.own.setText("Coffee")
    page.clock.advance(minutes=1)
    page.clicks("Print again").waits_for_prints()
    page.rests()
    assert "Coffee" in page.log()[0]
    assert len(pdfs(tmp_path)) == 3


def test_a_lost_badge_gets_a_new_code(page: BadgesDriver) -> None:
    page.presses("F5").waits_for_prints()
    before = page.flow.people[0]
    page.rests().presses("F6").types("Demirtaş")
    page.badges.log.list.setCurrentRow(0)
    page.clock.advance(minutes=1)
    page.clicks("Lost: new code, new badge").waits_for_prints()
    page.rests()
    after = people_records.person(page.event.db, before.id)
    assert after is not None
    assert after.code != before.code
    assert "Lost" in page.log()[0]
    page.goes_to(PageId.CHECK_IN).scan(before.code)
    assert page.application.opened is not None
    assert page.event.journal(1)[0].op is not Op.UNDO
    page.scan(after.code).says("Elif Demirtaş")


def test_an_empty_log_says_so(page: BadgesDriver) -> None:
    page.clicks("Print log").says("Nothing was printed yet.")
    page.types("Nobody like that").says("Nothing was printed for that.")
    page.presses("F6")
    assert page.badges.stack.currentWidget() is page.badges.prepare


def test_older_prints_are_shown_on_demand(page: BadgesDriver) -> None:
    ids = [person.id for person in page.flow.people]
    for number in range(15):
        page.clock.advance(minutes=1)
        mark_printed(page.event, ids, f"round {number}", "batch")
    page.rests().presses("F6")
    assert len(page.log()) == 100
    assert "round 14" in page.log()[0]
    page.clicks("Show older ones")
    assert len(page.log()) == 15 * MAY_COME
