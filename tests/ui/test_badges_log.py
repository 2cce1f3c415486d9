"""The print log is narrowed down by printer, desk, reason and time, as calmly as the journal."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QApplication

from eventdesk.badges.actions import mark_printed
from eventdesk.codes import Op
from eventdesk.store.access import new_id
from tests.ui.badges_driver import BadgesDriver
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.scenes import dress
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.actions import PageId
from ui.badges.log_filters import LogFilters

__all__ = ["home"]


@pytest.fixture
def page(desk: DeskDriver, tmp_path: Path) -> BadgesDriver:
    """A desk on the print log, in English: two printers, two desks, three reasons, two days."""
    page = BadgesDriver.at(desk).prints_into(tmp_path / "out")
    ids = [person.id for person in page.flow.people]
    page.event.desk = "Schalter 1"
    mark_printed(page.event, ids[:4], "Zebra", "batch")
    page.clock.advance(hours=25)
    page.event.desk = "Foyer"
    mark_printed(page.event, ids[:2], "Zebra", "lost")
    page.clock.advance(minutes=30)
    page.event.desk = "Schalter 1"
    mark_printed(page.event, ids[2:3], "Laser", "Kaffee drüber")
    page.clock.advance(minutes=1)
    page.rests()
    page.presses("F6")
    return page.rests()


def filters(page: BadgesDriver) -> LogFilters:
    return page.badges.log.filters


def offered(page: BadgesDriver) -> list[list[str]]:
    return [[box.itemText(at) for at in range(box.count())] for box in filters(page).boxes]


def test_what_there_is_can_be_chosen(page: BadgesDriver) -> None:
    assert len(page.log()) == 7
    printers, desks, reasons, times = offered(page)
    assert printers == ["All printers", "Laser", "Zebra"]
    assert desks == ["All desks", "Foyer", "Schalter 1"]
    assert reasons[0] == "All reasons"
    assert {"All together", "Lost", "Kaffee drüber", "Damaged"} < set(reasons)
    assert times == ["Any time", "Last 15 minutes", "Last hour", "Today", "6 Mar 2017"]


def test_each_choice_narrows_and_all_hold_together(page: BadgesDriver) -> None:
    page.chooses(filters(page).printer, "Zebra")
    assert len(page.log()) == 6
    page.chooses(filters(page).when, "Today")
    assert len(page.log()) == 2
    assert all("Foyer · Zebra · Lost" in line for line in page.log())
    page.chooses(filters(page).reason, "Kaffee")
    page.says("Nothing was printed for that.", "Show everything")
    page.chooses(filters(page).printer, "All printers")
    assert len(page.log()) == 1
    page.chooses(filters(page).reason, "All reasons").chooses(filters(page).when, "Last 15 minutes")
    assert len(page.log()) == 1
    page.chooses(filters(page).when, "6 Mar 2017")
    assert len(page.log()) == 4
    page.chooses(filters(page).desk, "Foyer").says("Nothing was printed for that.")
    page.clicks("Show everything")
    assert len(page.log()) == 7
    assert QApplication.focusWidget() is filters(page).field


def test_words_and_choices_hold_together(page: BadgesDriver) -> None:
    name = page.log()[0].split("\n")[0]
    filters(page).field.setFocus()
    page.types(name)
    assert len(page.log()) == 2
    page.chooses(filters(page).printer, "Laser")
    assert [line.split("\n")[0] for line in page.log()] == [name]
    filters(page).field.setFocus()
    page.presses("Esc")
    assert len(page.log()) == 1
    assert filters(page).field.text() == ""


def test_what_is_printed_meanwhile_appears_if_it_fits_and_can_be_chosen(page: BadgesDriver) -> None:
    page.chooses(filters(page).printer, "Zebra")
    ids = [person.id for person in page.flow.people]
    mark_printed(page.event, ids[5:6], "Brother", "damaged")
    mark_printed(page.event, ids[6:7], "Zebra", "damaged")
    page.rests()
    assert len(page.log()) == 7
    assert filters(page).printer.currentText() == "Zebra"
    page.chooses(filters(page).printer, "Brother")
    assert len(page.log()) == 1


def test_the_chosen_line_stays_chosen(page: BadgesDriver) -> None:
    log = page.badges.log
    log.list.setCurrentRow(0)
    chosen = log.chosen()
    assert chosen is not None
    page.chooses(filters(page).printer, "Laser")
    assert log.chosen() == chosen
    page.chooses(filters(page).printer, "Zebra")
    assert log.chosen() is None
    assert not log.reprint.isVisible()


def test_older_ones_are_narrowed_too(page: BadgesDriver) -> None:
    ids = [person.id for person in page.flow.people]
    for number in range(20):
        mark_printed(page.event, ids, "Zebra" if number % 2 else "Laser", f"round {number % 2}")
        page.clock.advance(minutes=1)
    page.rests().chooses(filters(page).printer, "Zebra")
    assert len(page.log()) == 100
    page.clicks("Show older ones")
    assert len(page.log()) == 10 * len(ids) + 6
    assert all("Zebra" in line for line in page.log())
    assert not page.badges.log.more.isVisible()


def test_by_keyboard_alone(page: BadgesDriver) -> None:
    filters(page).field.setFocus()
    for box in filters(page).boxes:
        page.presses("Tab")
        assert QApplication.focusWidget() is box


@pytest.mark.usefixtures("little_in_memory")
def test_a_long_log_holds_nobody_up(page: BadgesDriver) -> None:
    columns = ("id", "person", "at", "desk", "printer", "reason", "template", "digest", "box", "number")
    person = page.flow.people[0].id
    with page.event.transact(Op.PRINT, "many") as tx:
        rows = (
            (
                new_id(),
                person,
                f"2017-02-{1 + number % 28:02d}T08:{number % 60:02d}:00.000000+00:00",
                "Büro",
                "Old",
                "batch",
                "",
                "",
                "",
                0,
            )
            for number in range(60_000)
        )
        tx.insert_many("badge_print", columns, rows)
    page.rests()
    loop, beat = QEventLoop(), QTimer()
    beat.timeout.connect(lambda: loop.quit() if not page.badges.busy else None)
    with Watchdog(limit_ms=BUSY_MS) as dog:
        filters(page).printer.setCurrentIndex(filters(page).printer.findData("Laser"))
        filters(page).printer.activated.emit(1)
        beat.start(20)
        loop.exec()
        beat.stop()
    assert len(page.log()) == 1
    assert not dog.turns, dog.culprits()


@pytest.mark.parametrize(
    ("size", "percent", "shade"),
    [((1440, 900), 100, "light"), ((1024, 640), 100, "dark"), ((1024, 640), 200, "light"), ((1024, 640), 200, "dark")],
)
def test_everything_fits(page: BadgesDriver, shade: str, size: tuple[int, int], percent: int) -> None:
    page.window.resize(*size)
    dress(page, language="en", shade=shade, percent=percent)
    page.goes_to(PageId.BADGES)
    page.rests()
    page.badges.show_log(shown=True)
    page.rests()
    log = page.badges.log
    for box in (*log.filters.boxes, log.filters.field):
        assert box.accessibleName()
        left, right = box.mapTo(log, QPoint(0, 0)).x(), box.mapTo(log, QPoint(box.width(), 0)).x()
        assert left >= 0
        assert right <= log.width()
    assert log.width() <= page.badges.stack.width()
