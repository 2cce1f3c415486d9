"""The tray that paper comes from: offered where the printer has several, kept for each printer, handed to it."""

from pathlib import Path

import pytest

from tests.core.badges.test_cups import Cups
from tests.ui.driver import DeskDriver
from tests.ui.printer_driver import PrinterDriver
from tests.ui.waiting import until
from ui.application import Application
from ui.widgets.steady_box import SteadyBox


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cups:
    """Have two printers, seen through stand-ins for the programs of CUPS."""
    (tmp_path / "cups").mkdir()
    stand_in = Cups(tmp_path / "cups")
    monkeypatch.setenv("PATH", str(tmp_path / "cups/bin"), prepend=":")
    monkeypatch.setenv("EVENTDESK_LANGUAGE", "en")
    return stand_in


@pytest.fixture
def page(cups: Cups, application: Application, desk: DeskDriver) -> PrinterDriver:
    """A desk on this page, with a laser printer chosen."""
    application.preferences.language = "en"
    application.preferences.printer = "system:Laser"
    application.rebuild()
    return asked(PrinterDriver.at(desk))


def asked(page: PrinterDriver) -> PrinterDriver:
    """Wait until every printer was asked."""
    until(page.printing.runner.idle)
    page.settles()
    return page


def choose(page: PrinterDriver, box: SteadyBox, text: str) -> None:
    at = box.findText(text)
    assert at >= 0, [box.itemText(number) for number in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)
    asked(page)


def offered(page: PrinterDriver) -> list[str]:
    box = page.printer.place.tray
    return [box.itemText(at) for at in range(box.count())] if box.isVisible() else []


def printed_from(page: PrinterDriver, cups: Cups) -> list[str]:
    """Print a test frame; return what was said about trays."""
    page.presses("F3").waits_for_prints()
    return [part for part in cups.asked("lp")[-1] if "=" in part and ("Slot" in part or "source" in part)]


def test_trays_are_offered_kept_and_handed_over(page: PrinterDriver, cups: Cups) -> None:
    assert offered(page) == ["As the printer sees fit", "Auto", "Tray1", "Tray2"]
    assert printed_from(page, cups) == []
    choose(page, page.printer.place.tray, "Tray2")
    assert printed_from(page, cups) == ["InputSlot=Tray2"]
    page.application.rebuild()
    page.presses("F9")
    asked(page)
    assert page.printer.place.tray.currentText() == "Tray2"
    choose(page, page.printer.place.tray, "As the printer sees fit")
    assert printed_from(page, cups) == []


def test_each_printer_has_its_own_tray(page: PrinterDriver, cups: Cups) -> None:
    choose(page, page.printer.place.tray, "Tray1")
    choose(page, page.printer.place.printers, "Printer: QL-820")
    assert page.printer.place.tray.currentText() == "As the printer sees fit"
    choose(page, page.printer.place.printers, "Printer: Laser")
    assert page.printer.place.tray.currentText() == "Tray1"
    assert printed_from(page, cups) == ["InputSlot=Tray1"]


def test_nothing_is_offered_where_there_is_no_choice(page: PrinterDriver, cups: Cups, tmp_path: Path) -> None:
    cups.set(trays="InputSlot/Tray: *Only")
    page.clicks("Look for printers again")
    asked(page)
    assert offered(page) == []
    page.chooses_folder(tmp_path / "badges")
    assert offered(page) == []


def test_the_tray_that_was_chosen_stays_while_the_printer_says_nothing(page: PrinterDriver, cups: Cups) -> None:
    choose(page, page.printer.place.tray, "Tray1")
    cups.set(trays="")
    page.clicks("Look for printers again")
    asked(page)
    assert offered(page) == ["As the printer sees fit", "Tray1"]


def test_trays_of_driverless_printers(page: PrinterDriver, cups: Cups) -> None:
    cups.set(trays="media-source/Media Source: *auto main bypass")
    page.clicks("Look for printers again")
    asked(page)
    choose(page, page.printer.place.tray, "bypass")
    assert printed_from(page, cups) == ["media-source=bypass"]
