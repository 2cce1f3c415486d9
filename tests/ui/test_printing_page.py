"""The page of the printer: choose, measure, move, try the scanner; by keyboard, in every size."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.badges.printers import raster
from eventdesk.people.scanner import TEST_TEXT
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.printer_driver import PrinterDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.print_places import Setup
from ui.printer.fit_card import millimetres, number
from ui.printer.scanner_card import ENDS_WITHIN_MS

__all__ = ["home"]


@pytest.fixture
def page(application: Application, desk: DeskDriver, tmp_path: Path) -> PrinterDriver:
    """A desk on this page, in English, that prints into a folder."""
    return PrinterDriver.at(desk).chooses_folder(tmp_path / "badges")


def setup(page: PrinterDriver) -> Setup:
    return page.printing.places.setup(page.printing.places.chosen)


def printed(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "badges").glob("*.pdf"))


def test_f9_comes_and_esc_goes_back(page: PrinterDriver) -> None:
    page.goes_to(PageId.PEOPLE).presses("F9")
    assert page.printer.isVisible()
    assert QApplication.focusWidget() is page.printer.place.printers
    page.says("Back to “People”").presses("Esc")
    assert page.frame.people.isVisible()
    page.goes_to(PageId.PRINTER).does_not_say("Back to “People”")


def test_the_test_frame_is_printed_as_the_printer_needs_it(page: PrinterDriver, tmp_path: Path) -> None:
    page.presses("F3").waits_for_prints()
    (path,) = printed(tmp_path)
    assert raster.page_sizes(path)[0] == pytest.approx((148, 105), abs=0.1)
    page.clicks("90°").presses("F3").waits_for_prints()
    assert raster.page_sizes(printed(tmp_path)[1])[0] == pytest.approx((105, 148), abs=0.1)
    assert page.items() == []


def test_what_was_measured_is_put_right(page: PrinterDriver) -> None:
    page.writes(page.printer.fitting.wide, "98")
    assert setup(page).across == pytest.approx(100 / 98)
    page.says("Pages are printed 102 % wide and 100 % high, so that they measure right.")
    page.writes(page.printer.fitting.wide, "100,5")
    assert setup(page).across == pytest.approx(100 / 98 * 100 / 100.5)
    page.clicks("Back to the true size").does_not_say("so that they measure right")
    assert setup(page).across == 1.0


def test_offsets_with_comma_or_point(page: PrinterDriver) -> None:
    page.writes(page.printer.fitting.right, "1,5").writes(page.printer.fitting.down, "-2.5")
    assert (setup(page).right, setup(page).down) == (1.5, -2.5)
    page.writes(page.printer.fitting.right, "far")
    page.says("A number of mm from -30 to 30, please.")
    assert setup(page).right == 1.5
    assert (number("−3"), millimetres(-2.0), millimetres(1.25)) == (-3.0, "-2", "1.2")


def test_each_printer_is_set_up_by_itself(page: PrinterDriver, tmp_path: Path) -> None:
    page.writes(page.printer.fitting.right, "4").chooses_folder(tmp_path / "others")
    assert setup(page) == Setup()
    assert page.printer.fitting.right.text() == "0"
    page.chooses_folder(tmp_path / "badges")
    assert page.printer.fitting.right.text() == "4"


def test_a_label_printer_in_the_network(page: PrinterDriver) -> None:
    place = page.printer.place
    place.printers.setCurrentIndex(place.printers.findText("A label printer in the network …"))
    place.printers.activated.emit(place.printers.currentIndex())
    page.settles()
    assert QApplication.focusWidget() is place.address
    page.types("ql 820").presses("Enter").says("This is no address.")
    place.address.selectAll()
    place.model.setCurrentIndex(place.model.findText("Brother QL, 62x100 mm"))
    page.types("192.168.1.41").presses("Enter")
    assert page.printing.places.chosen == "brother:192.168.1.41|62x100"
    page.says("Printer: Brother QL 192.168.1.41 (62x100)").does_not_say("Its address")
    assert "brother:192.168.1.41|62x100" in page.printing.others()


def test_the_scanner_is_tried(page: PrinterDriver) -> None:
    page.says("Press F2 or click into the field").presses("F2")
    assert QApplication.focusWidget() is page.printer.scanner.field
    page.types(TEST_TEXT).presses("Enter").says("All is well")
    page.types("EVENTdeskßzyß0123456789").presses("Enter").says("Y and Z are swapped")
    page.types(f"#1{TEST_TEXT}").presses("Tab").says("The scanner writes “#1” before each code.")
    assert QApplication.focusWidget() is page.printer.scanner.field
    page.types("eventDESK-YZ-0123456789").presses("Enter").says("Caps Lock is on")


def test_a_missing_enter_is_told(page: PrinterDriver) -> None:
    page.presses("F2").types(TEST_TEXT)
    until(lambda: "does not press Enter" in page.printer.scanner.answer.text(), ENDS_WITHIN_MS * 10)
    assert page.printer.scanner.field.text() == ""


def test_a_badge_scanned_here_is_checked_in(page: PrinterDriver, codes: dict[str, str]) -> None:
    page.presses("F2").scan(codes["elif"]).says("Welcome", "Elif Demirtaş")
    assert page.frame.page_id is PageId.CHECK_IN


def test_every_control_has_a_name_and_is_reached_by_tab(page: PrinterDriver) -> None:
    wanted = {
        each
        for each in page.printer.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
    }
    assert all(each.accessibleName() for each in wanted), [each for each in wanted if not each.accessibleName()]
    page.printer.place.printers.setFocus()
    met = set()
    for _ in range(len(wanted) + 30):
        met.add(QApplication.focusWidget())
        page.window.focusNextPrevChild(True)
    assert wanted <= met


@pytest.mark.parametrize(("percent", "size"), [(100, (1024, 640)), (200, (1024, 640)), (150, (1440, 900))])
@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_is_wider_than_the_page(
    page: PrinterDriver, percent: int, size: tuple[int, int], language: str
) -> None:
    page.application.preferences.text_size, page.application.preferences.language = percent, language
    page.application.rebuild()
    page.window.resize(*size)
    page.settles()
    inside = page.printer.widget()
    assert inside is not None
    assert inside.width() <= page.printer.viewport().width()
    for card in page.printer.cards:
        assert card.geometry().right() < inside.width()
