"""What a desk chooses for itself, and where files are proposed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QLabel

from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from ui.actions import ActionId, PageId, key_of
from ui.application import Application
from ui.preferences import HOME, Preferences
from ui.shell.footer import Hint

Codes = dict[str, str]


@pytest.fixture
def empty(application: Application, clock: FakeClock, tmp_path: Path) -> DeskDriver:
    """Return a desk with a new event that nobody is in."""
    application.create(tmp_path / "Sommerfest.eventdesk")
    return DeskDriver(application, clock).settles()


def test_undo_works_after_another_language(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan("1234567890123456").goes_to(PageId.EVENT).clicks("English").goes_to(PageId.CHECK_IN)
    desk.presses("F2", "Ctrl+Z")
    assert desk.counts().startswith("0")


def test_a_desk_has_a_name_from_its_first_start_on(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT).says("Schalter 1").clicks("English").says("Schalter 1").does_not_say("Desk 1")
    assert Preferences().desk == "Schalter 1"


def test_a_desk_is_never_without_a_name(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT)
    desk.frame.settings.desk_card.desk.setFocus()
    desk.frame.settings.desk_card.desk.selectAll()
    desk.presses("Backspace", "Tab")
    assert desk.frame.settings.desk_card.desk.text() == desk.application.preferences.desk == "Schalter 1"


def test_without_a_printer_there_is_no_occasion_to_print(desk: DeskDriver, answers: Answers, tmp_path: Path) -> None:
    settings = desk.goes_to(PageId.PRINTER).frame.printer.place
    assert not settings.policy.isEnabled()
    answers.path = tmp_path
    settings.printers.setCurrentIndex(settings.printers.findText("Anderer Ordner …"))
    settings.printers.activated.emit(settings.printers.currentIndex())
    desk.settles()
    assert settings.policy.isEnabled()


def test_the_way_to_the_printers_is_named(desk: DeskDriver) -> None:
    key = key_of(desk.application.look.words, ActionId.PRINTER)
    assert key in desk.frame.footer.toolTip()


def test_a_new_event_says_how_people_come_into_it(empty: DeskDriver) -> None:
    empty.goes_to(PageId.EVENT).says("Strg I", "F3")
    labels = [each for each in empty.visible(QLabel) if empty.frame.settings.isAncestorOf(each)]
    assert [each for each in labels if isinstance(each, QLabel) and not each.text()] == []


def test_the_figures_are_those_of_now(empty: DeskDriver) -> None:
    empty.goes_to(PageId.EVENT).goes_to(PageId.CHECK_IN)
    empty.presses("F3").types("Mariam Haidari").presses("Enter").goes_to(PageId.EVENT).says("1 Person")


def test_dialogs_begin_in_the_folder_used_last(application: Application, answers: Answers, file: Path) -> None:
    answers.path = file
    desk = DeskDriver(application, FakeClock()).settles().presses("Ctrl+O").says("Bereit")
    desk.application.close_event()
    answers.path = None
    desk.settles().presses("Ctrl+O")
    assert answers.began_in == file.parent


def test_dialogs_begin_in_a_folder_that_is_there(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preferences = Preferences()
    preferences.chosen(tmp_path / "gone" / "list.csv")
    assert preferences.folder_for_files() in (home, tmp_path)
    monkeypatch.delenv(HOME)
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(documents))
    assert preferences.folder_for_files() == documents


def hints(desk: DeskDriver) -> list[str]:
    """Return the names of the keys that the footer shows."""
    return [hint.accessibleName() for hint in desk.frame.footer.findChildren(Hint) if hint.isVisible()]


def test_the_footer_shows_every_key_that_fits(desk: DeskDriver) -> None:
    desk.window.resize(1280, 800)
    assert "Vollbild (F11)" in hints(desk.settles())
    desk.window.resize(1800, 900)
    assert {"Nächster Punkt (F4)", "Einlass oder Ausgang (F7)"} <= set(hints(desk.settles()))


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_help_needs_no_scrolling_in_the_smallest_window(desk: DeskDriver, language: str) -> None:
    desk.application.preferences.language = language
    desk.application.rebuild()
    desk.window.resize(1024, 640)
    desk.settles().presses("F1").says("Esc schließt" if language == "de" else "Esc closes")
    lines = [widget for widget in desk.visible(QLabel) if desk.frame.help.isAncestorOf(widget)]
    card = desk.frame.help
    lefts = {line.mapTo(card, line.rect().topLeft()).x() for line in lines if line.property("kind") == "strong"}
    assert len(lefts) == 2
    for line in lines:
        assert line.visibleRegion().boundingRect() == line.rect()
