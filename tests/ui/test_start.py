"""The start page: going on, making an event of nothing, of a folder, of a workbook; what recent files hold."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from eventdesk import paths
from eventdesk.people.code import new_code
from eventdesk.starting import file_name
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.english import home
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.start.new_panel import NewPanel
from ui.start.page import StartPage
from ui.start.problems_panel import ProblemsPanel

__all__ = ["home"]


class StartDriver(DeskDriver):
    """A person at the start page."""

    @property
    def start(self) -> StartPage:
        """Return the start page."""
        beginning = self.application.beginning
        assert beginning is not None
        return beginning.page

    def looks(self) -> "StartDriver":
        """Wait until all recent files have been looked at."""
        self.settles()
        until(self._has_looked)
        self.settles()
        return self

    def _has_looked(self) -> bool:
        beginning = self.application.beginning
        return beginning is not None and beginning.idle() and all(file.card.figures() for file in self.start.recent)

    def panel(self) -> NewPanel:
        """Return the panel for a new event."""
        assert isinstance(self.start.panel, NewPanel)
        return self.start.panel


@pytest.fixture
def start(application: Application, clock: FakeClock) -> StartDriver:
    """Return a window that shows the start page, in English."""
    driver = StartDriver(application, clock)
    driver.settles()
    return driver


def again(start: StartDriver, *files: Path) -> StartDriver:
    """Show the start page after these files were open, the last one last."""
    for path in files:
        start.application.preferences.remember(path)
    start.application.show_start()
    start.settles()
    return start.looks()


def test_enter_goes_on_with_what_was_open_last(start: StartDriver, file: Path) -> None:
    again(start, file).presses("Enter").says("4. Integrationskonferenz", "Ready")
    assert start.application.opened is not None
    assert start.application.opened.event.path == file


def test_the_cards_tell_what_is_in_the_files(start: StartDriver, file: Path) -> None:
    again(start, file)
    card = start.start.recent[0].card
    assert card.accessibleName().startswith("Go on with 4. Integrationskonferenz. konferenz.eventdesk")
    assert card.figures() == "14 people · 0 checked in · used just now"
    assert not list(file.parent.glob("*-journal"))


def test_a_file_that_is_gone_can_be_taken_from_the_list(start: StartDriver, file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.eventdesk"
    again(start, file, gone)
    first = start.start.recent[0]
    assert not first.card.isEnabled()
    assert first.card.figures() == "This file is not there any more."
    assert QApplication.focusWidget() is start.start.recent[1].card
    start.clicks("Remove from list")
    assert start.application.preferences.known_files() == [file]
    assert first.isHidden()


def test_what_cannot_be_read_says_so_and_harms_nothing(start: StartDriver, file: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.eventdesk"
    letter.write_text("Dear all", encoding="utf-8")
    again(start, letter, file)
    assert [each.card.figures() for each in start.start.recent][1] == "Cannot be read"
    start.clicks("letter").says("was not made by eventdesk")


def test_an_event_of_three_answers(start: StartDriver, home: Path) -> None:
    start.presses("Ctrl+N").types("Sommerfest: Tag 1").presses("Tab").types("6.3.2027 9:00")
    assert start.panel().day.note() == "Saturday, 6 March 2027, 9:00"
    start.says("Sommerfest Tag 1.eventdesk").presses("Tab").types("Stadtpark").presses("Enter")
    start.says("Sommerfest: Tag 1", "Nobody is in the list yet")
    opened = start.application.opened
    assert opened is not None
    assert opened.event.path == home / "events" / "Sommerfest Tag 1.eventdesk"
    assert (opened.event.details.starts, opened.event.details.venue) == ("2027-03-06T09:00", "Stadtpark")


def test_a_wrong_day_is_told_and_nothing_made(start: StartDriver, home: Path) -> None:
    start.presses("Ctrl+N").types("Fest").presses("Tab").types("bald").presses("Enter")
    assert "no day" in start.panel().day.note()
    assert not (home / "events").exists()
    start.presses("Esc")
    assert start.start.panel is None
    start.says("Try it out")


def test_a_title_is_needed(start: StartDriver) -> None:
    start.presses("Ctrl+N", "Enter")
    assert "title" in start.panel().title.note()


def test_another_place(start: StartDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "anders.eventdesk"
    start.presses("Ctrl+N").types("Fest").clicks("Other place …").clicks("Make the event")
    start.says("Fest", "Nobody is in the list yet")
    assert start.application.opened is not None
    assert start.application.opened.event.path == answers.path


@pytest.mark.parametrize(
    ("title", "name"), [("Fest/Markt: a?", "Fest Markt a"), ("...", ""), ("  Ö  ", "Ö"), ("x" * 200, "x" * 80)]
)
def test_names_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name


def test_an_event_of_a_folder(start: StartDriver, answers: Answers, home: Path) -> None:
    answers.path = paths.seeds() / "integra-erkner" if (paths.seeds() / "integra-erkner").exists() else None
    if answers.path is None:
        answers.path = next(each for each in sorted(paths.seeds().iterdir()) if (each / "event.toml").is_file())
    start.clicks("From a folder").says("Ready")
    assert start.application.opened is not None
    assert start.application.opened.event.path.parent == home / "events"


def test_wrong_cells_are_listed_and_nothing_is_made(
    start: StartDriver, answers: Answers, home: Path, tmp_path: Path
) -> None:
    source = tmp_path / "fest"
    source.mkdir()
    (source / "event.toml").write_text('title = "Fest"\nstarts = "2027-03-06"\n', encoding="utf-8")
    (source / "rooms.csv").write_text("room;name;capacity\nr1;Saal;viele\n", encoding="utf-8")
    answers.path = source
    start.clicks("From a folder").says("No event was made of “fest”")
    assert isinstance(start.start.panel, ProblemsPanel)
    assert "rooms.csv, line 2, column “capacity”: “viele”" in start.start.panel.text.toPlainText()
    assert list((home / "events").iterdir()) == []
    (source / "rooms.csv").write_text("room;name;capacity\nr1;Saal;40\n", encoding="utf-8")
    start.clicks("Try again").says("Fest", "Nobody is in the list yet")


def test_a_workbook_that_is_none_is_told(start: StartDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "letter.xlsx"
    answers.path.write_text("Dear all", encoding="utf-8")
    start.clicks("From a workbook").says("letter.xlsx")
    assert start.application.opened is None


def test_a_restart_is_back_where_the_desk_was(start: StartDriver, file: Path) -> None:
    start.application.open(file)
    start.settles().presses("F4").goes_to(PageId.EVENT)
    start.application.show_start()
    start.application._close()
    start.application.open(file)
    start.settles()
    assert start.frame.page_id is PageId.EVENT
    assert start.page.flow.point.name == "Eingang Foyer"


def test_who_closes_an_event_begins_at_the_check_in_again(start: StartDriver, file: Path) -> None:
    start.application.open(file)
    start.settles().goes_to(PageId.EVENT).clicks("Close and go to the start page")
    start.application.open(file)
    assert start.settles().has_the_focus()


def test_the_point_is_kept_without_closing(start: StartDriver, file: Path) -> None:
    start.application.open(file)
    start.settles().presses("F4", "F3").types("Mariam Haidari").presses("Enter")
    assert start.application.preferences.point_of(file) == "Eingang Foyer"


def test_copies_of_a_file_do_not_hinder_each_other(start: StartDriver, file: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(file, tmp_path / "kopie.eventdesk"))
    again(start, file, other)
    assert [each.card.text() for each in start.start.recent] == ["kopie", "konferenz"]


def test_the_event_stands_above_its_file_before_anybody_looked(start: StartDriver, file: Path) -> None:
    start.application.open(file)
    start.settles()
    start.application.close_event()
    start.settles()
    assert start.start.recent[0].card.accessibleName().startswith("Go on with 4. Integrationskonferenz. konf")


def test_without_an_event_there_is_no_clock(start: StartDriver, file: Path) -> None:
    def clocks() -> list[QLabel]:
        return [each for each in start.visible(QLabel) if each.property("kind") == "clock"]  # type: ignore[misc]

    assert not clocks()
    start.application.open(file)
    start.settles()
    assert len(clocks()) == 1


def test_an_event_of_a_folder_says_what_was_taken_in_and_where_it_lies(
    start: StartDriver, answers: Answers, home: Path
) -> None:
    answers.path = paths.seeds() / "integrationskonferenz-4"
    start.clicks("From a folder").settles()
    start.says("was made", "people", "check-in point", str(home / "events" / "integrationskonferenz-4.eventdesk"))
    assert start.frame.banner.property("good")


@pytest.mark.parametrize("end", ["Enter", "Tab"])
def test_a_badge_that_is_scanned_too_early_is_told_what_to_do(start: StartDriver, end: str) -> None:
    code = new_code()
    start.types(code).presses(end).says("No event is open. Open one first, then scan.")
    start.presses("Ctrl+N").types(code).presses(end).says("No event is open. Open one first, then scan.")
    assert start.application.opened is None
