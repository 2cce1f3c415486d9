"""Badges come out while the desk goes on scanning."""

from pathlib import Path

import pytest

from eventdesk.badges import records as prints
from eventdesk.people import records as people
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from ui.actions import PageId
from ui.preferences import Preferences

Codes = dict[str, str]


@pytest.fixture
def folder(application: object, tmp_path: Path) -> Path:
    """Return the folder that badges of this desk go to."""
    folder = tmp_path / "badges"
    Preferences().printer = f"folder:{folder}"
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.pdf"))


def log_of(desk: DeskDriver, name: str) -> list[str]:
    opened = desk.application.opened
    assert opened is not None
    (person,) = [each for each in people.everyone(opened.event.db) if each.name == name]
    return [line.reason for line in prints.prints(opened.event.db, person.id)]


def test_a_walk_in_gets_a_badge_at_once(folder: Path, desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Enter").waits_for_prints()
    desk.says("Namensschild gedruckt (badges)", "Nochmal drucken")
    assert names(folder) == ["0001 Mariam Haidari.pdf"]
    assert log_of(desk, "Mariam Haidari") == ["walk_in"]


def test_a_check_in_does_not_unless_wanted(folder: Path, desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).waits_for_prints()
    assert names(folder) == []
    desk.application.preferences.print_policy = "always"
    desk.scan(codes["joern"]).waits_for_prints().says("Namensschild gedruckt (badges)")
    assert names(folder) == ["0001 Jörn Meyer-Lüerßen.pdf"]
    assert log_of(desk, "Jörn Meyer-Lüerßen") == ["check_in"]


def test_by_hand_and_once_more(folder: Path, desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).says("Namensschild drucken").presses("F5").waits_for_prints()
    desk.clock.advance(minutes=1)
    desk.says("Nochmal drucken").clicks("Nochmal drucken").presses("Enter").waits_for_prints()
    assert names(folder) == ["0001 Elif Demirtaş.pdf", "0002 Elif Demirtaş.pdf"]
    assert log_of(desk, "Elif Demirtaş") == ["damaged", "by_hand"]
    assert desk.has_the_focus()


def test_who_has_a_badge_is_offered_another(folder: Path, desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F5").waits_for_prints().scan(codes["joern"]).does_not_say("Nochmal drucken")
    desk.scan(codes["elif"]).says("Schon da", "Nochmal drucken")


def test_undo_leaves_the_print_in_the_log(folder: Path, desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F5").waits_for_prints().presses("F8").says("Rückgängig gemacht")
    assert log_of(desk, "Elif Demirtaş") == ["by_hand"]


def test_without_a_printer_a_sentence_says_where_to_choose_one(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F5").says("Noch ist kein Drucker gewählt", "F9")


def test_without_a_person_there_is_nothing_to_print(folder: Path, desk: DeskDriver) -> None:
    desk.presses("F5").says("Zuerst eine Person scannen")


def test_a_folder_that_cannot_be_written_is_told(folder: Path, desk: DeskDriver, codes: Codes) -> None:
    folder.write_text("in the way", encoding="utf-8")
    desk.scan(codes["elif"]).presses("F5").waits_for_prints().says("Das Namensschild wartet auf badges:")
    assert log_of(desk, "Elif Demirtaş") == []
    desk.scan(codes["joern"]).says("Willkommen")


def test_the_next_scan_does_not_wait_for_the_printer(folder: Path, desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F5").scan(codes["joern"]).says("Jörn Meyer-Lüerßen")
    desk.waits_for_prints().does_not_say("Namensschild gedruckt")
    assert log_of(desk, "Elif Demirtaş") == ["by_hand"]


def test_the_folder_is_chosen_on_the_page_of_the_printer(desk: DeskDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "schilder"
    settings = desk.goes_to(PageId.PRINTER).frame.printer.place
    settings.printers.setCurrentIndex(settings.printers.findText("Anderer Ordner …"))
    settings.printers.activated.emit(settings.printers.currentIndex())
    desk.waits_for_prints().says("Namensschilder: Ordner schilder")
    assert Preferences().printer == f"folder:{tmp_path / 'schilder'}"
    assert settings.printers.currentText() == "Namensschilder: Ordner schilder"
