"""The page of the badges: whose, how, on what; who needs a look; printed, saved, lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget, QWidget

from eventdesk.badges import raster, records, stock
from eventdesk.badges.actions import mark_printed
from eventdesk.badges.sheet import Duplex
from eventdesk.badges.spooler import Sides
from eventdesk.codes import Op
from eventdesk.people import actions as people_actions
from eventdesk.people import records as people_records
from eventdesk.people.listing import Facet
from eventdesk.people.person import Person, Status
from tests.ui.badges_driver import BadgesDriver
from tests.ui.conftest import GUESTS, Answers
from tests.ui.driver import DeskDriver
from tests.ui.scenes import dress
from tests.ui.waiting import until
from tests.ui.watchdog import Watchdog
from ui.actions import ActionId, PageId
from ui.application import Application
from ui.badges.wish import Start
from ui.widgets.button import Button

MAY_COME = sum(guest.status in (Status.REGISTERED, Status.PENDING) for guest in GUESTS.values())
LONG = "Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg"


@pytest.fixture
def page(application: Application, desk: DeskDriver, tmp_path: Path) -> BadgesDriver:
    """A desk on this page, in English, that prints into a folder."""
    application.preferences.language = "en"
    application.rebuild()
    desk.settles()
    return BadgesDriver.at(desk).prints_into(tmp_path / "out")


def add(page: BadgesDriver, *people: Person) -> list[int]:
    ids = [people_actions.add(page.event, person).id for person in people]
    page.rests()
    return ids


def pdfs(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "out").glob("*.pdf"))


def printed(page: BadgesDriver) -> int:
    return page.flow.counts().printed


def sides(page: BadgesDriver) -> Sides:
    return page.flow.printed_sides


# ---- whose


def test_everybody_who_may_come_by_name(page: BadgesDriver) -> None:
    assert page.frame.page_id is PageId.BADGES
    assert len(page.names()) == MAY_COME
    assert page.names()[:2] == ["Elif Demirtaş", "Leila Ebrahimi"]
    assert page.wanted() == f"{MAY_COME} badges"
    assert page.page_number() == f"Page 1 of {MAY_COME}"
    page.says(f"0 of {MAY_COME}")


def test_the_choice_is_narrowed_and_widened(page: BadgesDriver) -> None:
    whose = page.badges.prepare.whose
    page.chooses(whose.boxes[Facet.ROLE], "Guest")
    assert sorted(page.names()) == ["Anna Schmidt", "Oksana Netschyporenko"]
    page.chooses(whose.order, "Code")
    assert [person.code for person in page.flow.people] == sorted(person.code for person in page.flow.people)
    page.presses("F2").types("Oksana")
    assert page.names() == ["Oksana Netschyporenko"]
    page.presses("Esc")
    page.clicks("Do not narrow down")
    assert len(page.names()) == MAY_COME


def test_each_facet_and_start(page: BadgesDriver) -> None:
    whose = page.badges.prepare.whose
    for facet, text, names in (
        (Facet.STATUS, "cancelled", ["Anke Schröder"]),
        (Facet.ORGANISATION, "IHK", ["Anna Schmidt"]),
        (Facet.GROUP, "Sprachkurs B1", ["Leila Ebrahimi", "Selam Fessehaye", "Lina Touma"]),
    ):
        page.chooses(whose.boxes[facet], text)
        assert page.names() == names
        page.chooses(whose.boxes[facet], "All")
    page.chooses(whose.start, "Whose badge has changed")
    assert page.names() == []
    assert not page.badges.foot.print.isEnabled()
    page.presses("F5").says("There is nothing to print.")


def test_people_who_were_chosen_elsewhere(page: BadgesDriver) -> None:
    ids = [person.id for person in page.flow.people[:2]]
    page.badges.choose_people(ids)
    page.rests().says("Only 2 people who were chosen in the list")
    assert [person.id for person in page.flow.people] == ids
    page.clicks("Do not narrow down")
    assert len(page.names()) == MAY_COME


def test_what_happens_elsewhere_shows_here(page: BadgesDriver) -> None:
    add(page, Person(0, "Zoë", "Ähren"))
    assert "Zoë Ähren" in page.names()
    page.goes_to(PageId.CHECK_IN)
    people_actions.add(page.event, Person(0, "Yusuf", "Zander"))
    page.goes_to(PageId.BADGES).settles()
    page.rests()
    assert "Yusuf Zander" in page.names()
    page.goes_to(PageId.CHECK_IN).scan(page.flow.people[0].code).goes_to(PageId.BADGES)
    page.rests()
    assert page.badges.head.counts.checked_in.number.text() == "1"


# ---- how


def test_a_design_is_chosen_and_kept_in_the_event(page: BadgesDriver) -> None:
    gallery = page.badges.prepare.gallery
    page.chooses(gallery.sizes, "90 × 54 mm")
    assert all(button.drawn for button in gallery.buttons.values())
    gallery.buttons["card-classic"].click()
    page.rests()
    assert stock.chosen(page.event).template == "card-classic"
    gallery.buttons["card-classic"].setFocus(Qt.FocusReason.TabFocusReason)
    page.presses("Right")
    chosen = stock.chosen(page.event).template
    assert chosen.startswith("card-")
    assert chosen != "card-classic"
    page.presses("Ctrl+Z")
    assert stock.chosen(page.event).template == "card-classic"
    assert gallery.buttons["card-classic"].isChecked()


def test_the_gallery_shows_who_has_the_longest_name(page: BadgesDriver) -> None:
    gallery = page.badges.prepare.gallery
    picture = gallery.buttons["a6-classic"].picture()
    page.clicks("Longest name")
    assert all(button.drawn for button in gallery.buttons.values())
    assert gallery.buttons["a6-classic"].picture() != picture


def test_printing_begins_at_a_place_of_a_used_sheet(page: BadgesDriver) -> None:
    prepare = page.badges.prepare
    page.chooses(prepare.gallery.sizes, "90 × 54 mm")
    prepare.gallery.buttons["card-plain"].click()
    page.rests().chooses(prepare.paper.sheet, "A4, 10 badges")
    assert page.wanted() == f"{MAY_COME} badges · 2 sheets"
    prepare.paper.view.setFocus(Qt.FocusReason.TabFocusReason)
    page.presses("Down").says("Begins at place 3 of 10")
    places = prepare.paper.view.places()
    page.clicks_at(prepare.paper.view, places[9].center().toPoint()).says("Begins at place 10 of 10")
    assert stock.chosen(page.event).start == 10
    assert page.page_number() == "Page 1 of 3"
    assert prepare.spread is not None
    assert [prepare.spread.part(number).count for number in range(3)] == [1, 10, MAY_COME - 11]


def test_backs_take_pages_of_their_own(page: BadgesDriver) -> None:
    prepare = page.badges.prepare
    prepare.gallery.buttons["a6-day-classic"].click()
    page.rests()
    assert sides(page) is Sides.LONG_EDGE
    assert page.page_number() == f"Page 1 of {2 * MAY_COME}"
    page.chooses(prepare.paper.sheet, "A4, 4 badges")
    assert prepare.paper.duplex.isVisible()
    assert sides(page) is Sides.ONE
    page.clicks("Short edge")
    assert stock.chosen(page.event).duplex is Duplex.SHORT
    assert sides(page) is Sides.SHORT_EDGE
    assert page.page_number() == f"Page 1 of {2 * -(-MAY_COME // 4)}"


def test_a_badge_that_is_too_large_for_the_sheet(page: BadgesDriver) -> None:
    prepare = page.badges.prepare
    page.chooses(prepare.gallery.sizes, "90 × 54 mm")
    prepare.gallery.buttons["card-plain"].click()
    page.rests().chooses(prepare.paper.sheet, "A4, 10 badges")
    page.chooses(prepare.gallery.sizes, "A6 upright")
    prepare.gallery.buttons["a6-plain"].click()
    page.rests().says("The badge is too large for this sheet.")
    assert not page.badges.foot.save.isEnabled()


def test_a_sheet_of_ones_own(page: BadgesDriver) -> None:
    paper = page.badges.prepare.paper
    page.clicks("Another sheet …")
    page.types("Big labels")
    for key, text in {"columns": "1", "rows": "two", "width": "500"}.items():
        paper.form.fields[key].edit.setText(text)
    page.clicks("Keep this sheet").says("A number, please.")
    paper.form.fields["rows"].edit.setText("1")
    page.clicks("Keep this sheet").says("Expected: ")
    paper.form.fields["width"].edit.setText("120,5")
    page.clicks("Keep this sheet")
    sheet = stock.sheets_of(page.event)["own-1"]
    assert (sheet.title.en, sheet.columns, sheet.rows, sheet.width) == ("Big labels", 1, 1, 120.5)
    assert stock.chosen(page.event).sheet == "own-1"
    assert paper.sheet.currentText() == "Big labels"
    page.clicks("Forget this sheet")
    assert "own-1" not in stock.sheets_of(page.event)


def test_boxes_say_where_a_badge_lies(page: BadgesDriver) -> None:
    page.chooses(page.badges.prepare.paper.boxes, "at most 25")
    assert page.badge_of("Elif Demirtaş").box.endswith("1")
    page.presses("F5").waits_for_prints()
    page.rests()
    assert all(each.spot is not None for each in records.print_log(page.event.db))


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
    page.chooses(page.badges.log.reason, "Name corrected")
    page.clock.advance(minutes=1)
    page.clicks("Print again").waits_for_prints()
    page.rests()
    assert len(page.log()) == 2
    assert "Name corrected" in page.log()[0]
    page.badges.log.list.setCurrentRow(0)
    page.chooses(page.badges.log.reason, "In own words")
    page.badges.log.own.setText("Coffee")
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


# ---- everything


def test_an_event_without_people(application: Application, desk: DeskDriver, tmp_path: Path) -> None:
    dress(desk, language="en")
    application.create(tmp_path / "empty.eventdesk")
    desk.settles()
    page = BadgesDriver.at(desk)
    page.says("No badges yet")
    assert page.badges.field_for_letters() is None
    people_actions.add(page.event, Person(0, "Elif", "Demirtaş"))
    page.rests().does_not_say("No badges yet")
    assert page.names() == ["Elif Demirtaş"]


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize(("size", "percent"), [((1440, 900), 100), ((1024, 640), 100), ((1024, 640), 200)])
def test_everything_is_named_and_nothing_is_cut(
    page: BadgesDriver, shade: str, size: tuple[int, int], percent: int
) -> None:
    page.window.resize(*size)
    dress(page, language="en", shade=shade, percent=percent)
    page.goes_to(PageId.BADGES)
    page.rests().presses("F4")
    page.rests()
    kinds = QAbstractButton | QComboBox | QLineEdit | QListWidget
    inside = page.badges
    for widget in inside.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        assert widget.accessibleName() or widget.accessibleDescription(), widget
        if isinstance(widget, Button):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
        right = widget.mapTo(inside, QPoint(widget.width(), 0)).x()
        assert right <= inside.width(), (widget, widget.accessibleName())


def test_tab_reaches_every_control(page: BadgesDriver) -> None:
    page.badges.take_focus()
    reached = []
    for _ in range(60):
        page.presses("Tab")
        focused = QApplication.focusWidget()
        if focused in reached:
            break
        reached.append(focused)
    prepare = page.badges.prepare
    wanted = [*prepare.whose.boxes.values(), prepare.gallery.sizes, prepare.paper.sheet, prepare.preview.view]
    for control in (*wanted, page.badges.foot.print, page.badges.foot.save, prepare.remarks.list):
        assert control in reached, control.accessibleName()


def test_the_desk_goes_on_while_hundreds_are_looked_over(page: BadgesDriver) -> None:
    with page.event.transact(Op.IMPORT, "many") as tx:
        for number in range(700):
            people_records.insert(
                tx, Person(10_000 + number, f"Vorname{number}", "Familienname", code=f"{number:016d}")
            )
    with Watchdog(limit_ms=50) as dog:
        loop, beat = QEventLoop(), QTimer()
        beat.timeout.connect(lambda: loop.quit() if not page.badges.busy else None)
        beat.start(20)
        loop.exec()
        beat.stop()
    assert len(page.names()) == MAY_COME + 700
    assert not dog.turns, dog.culprits()
