"""The page of the badges: whose, how, on what; who needs a look; printed, saved, lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QListWidget, QWidget

from eventdesk.badges import records, stock
from eventdesk.badges.actions import mark_printed
from eventdesk.badges.printers.spooler import Sides
from eventdesk.badges.sheets.sheet import Duplex
from eventdesk.codes import Op
from eventdesk.people import actions as people_actions
from eventdesk.people import records as people_records
from eventdesk.people.listing import Facet
from eventdesk.people.person import Person, Status
from tests.ui.badges_driver import BadgesDriver
from tests.ui.conftest import GUESTS
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.scenes import dress
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.actions import PageId
from ui.badges.page import COUNT_AFTER_MS, BadgesPage
from ui.widgets.button import Button

__all__ = ["home"]

MAY_COME = sum(guest.status in (Status.REGISTERED, Status.PENDING) for guest in GUESTS.values())
LOOKS = (
    ((1440, 900), 100, "light"),
    ((1440, 900), 100, "dark"),
    ((1024, 640), 100, "light"),
    ((1024, 640), 100, "dark"),
    ((1024, 640), 200, "light"),
    ((1024, 640), 200, "dark"),
)
LONG = "Hans-Joachim Freiherr von Schleswig-Holstein-Sonderburg-Glücksburg"


@pytest.fixture
def page(desk: DeskDriver, tmp_path: Path) -> BadgesDriver:
    """A desk on this page, in English, that prints into a folder."""
    return BadgesDriver.at(desk).prints_into(tmp_path / "out")


def add(page: BadgesDriver, *people: Person) -> list[int]:
    ids = [people_actions.add(page.event, person).id for person in people]
    page.rests()
    return ids


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


def test_what_changes_while_somebody_looks_is_counted_a_moment_later(page: BadgesDriver) -> None:
    """Not at once for each: a group that comes in would be counted person by person."""
    page.rests()
    mark_printed(page.event, [page.flow.people[0].id], "Zebra", "batch")
    timer = page.badges._count
    assert timer.isActive()
    assert timer.interval() == COUNT_AFTER_MS


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


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_role_is_chosen_by_keyboard(page: BadgesDriver) -> None:
    box = page.badges.prepare.whose.boxes[Facet.ROLE]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    page.presses("Down")
    names = [box.itemText(number) for number in range(box.count())]
    assert names[0] == "All"
    assert "Guest · 2" in names
    for _ in range(names.index("Guest · 2")):
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    page.rests()
    assert box.currentText() == "Guest · 2"
    assert sorted(page.names()) == ["Anna Schmidt", "Oksana Netschyporenko"]


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


# ---- everything


def test_an_event_without_people(desk: DeskDriver, tmp_path: Path) -> None:
    desk.application.create(tmp_path / "empty.eventdesk")
    desk.settles()
    page = BadgesDriver.at(desk)
    page.says("No badges yet")
    assert page.badges.field_for_letters() is None
    people_actions.add(page.event, Person(0, "Elif", "Demirtaş"))
    page.rests().does_not_say("No badges yet")
    assert page.names() == ["Elif Demirtaş"]


def test_everything_is_named_and_nothing_is_cut(page: BadgesDriver) -> None:
    for size, percent, shade in LOOKS:
        page.window.resize(*size)
        dress(page, language="en", shade=shade, percent=percent)
        page.goes_to(PageId.BADGES)
        page.rests().presses("F4")
        page.rests()
        assert (page.window.width(), page.window.height()) == size
        assert_all_named_and_whole(page.badges)


def assert_all_named_and_whole(inside: BadgesPage) -> None:
    kinds = QAbstractButton | QComboBox | QLineEdit | QListWidget
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


@pytest.mark.usefixtures("little_in_memory")
def test_the_desk_goes_on_while_hundreds_are_looked_over(page: BadgesDriver) -> None:
    with page.event.transact(Op.IMPORT, "many") as tx:
        for number in range(700):
            people_records.insert(
                tx, Person(10_000 + number, f"Vorname{number}", "Familienname", code=f"{number:016d}")
            )
    with Watchdog(limit_ms=BUSY_MS) as dog:
        loop, beat = QEventLoop(), QTimer()
        beat.timeout.connect(lambda: loop.quit() if not page.badges.busy else None)
        beat.start(20)
        loop.exec()
        beat.stop()
    assert len(page.names()) == MAY_COME + 700
    assert not dog.turns, dog.culprits()
