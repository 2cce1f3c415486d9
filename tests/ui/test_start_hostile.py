"""The start page and wrong files: what was typed stays, nothing falls over."""

import os
import shutil
from pathlib import Path

import pytest

from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.english import home
from tests.ui.test_start import StartDriver, again
from ui.application import Application

__all__ = ["home"]


@pytest.fixture
def start(application: Application, clock: FakeClock) -> StartDriver:
    """Return a window that shows the start page, in English."""
    driver = StartDriver(application, clock)
    driver.settles()
    return driver


def test_what_was_typed_stays_when_the_file_is_taken(start: StartDriver, answers: Answers, tmp_path: Path) -> None:
    answers.path = tmp_path / "taken.eventdesk"
    answers.path.write_text("a letter", encoding="utf-8")
    start.presses("Ctrl+N").types("Fest").clicks("Other place …").clicks("Make the event")
    assert start.panel().title.text() == "Fest"
    assert "taken.eventdesk" in start.panel().title.note()
    assert answers.path.read_text(encoding="utf-8") == "a letter"


def test_what_was_typed_stays_when_the_folder_is_a_file(start: StartDriver, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a letter", encoding="utf-8")
    answers.path = tmp_path / "file" / "fest.eventdesk"
    start.presses("Ctrl+N").types("Fest").clicks("Other place …").clicks("Make the event")
    assert start.panel().title.text() == "Fest"
    assert start.panel().title.note()


@pytest.mark.parametrize("title", ["ழ" * 80, "مؤتمر الاندماج " * 10, "🎪" * 60, "CON"])
def test_titles_in_every_script_make_an_event(start: StartDriver, title: str) -> None:
    start.presses("Ctrl+N")
    start.panel().title.edit.setText(title)
    start.presses("Enter").says("Nobody is in the list yet")
    assert start.application.opened is not None
    assert start.application.opened.event.details.title == title.strip()


def test_a_title_that_is_too_long_is_told(start: StartDriver) -> None:
    start.presses("Ctrl+N")
    start.panel().title.edit.setText("x" * 300)
    start.presses("Enter")
    assert "too long" in start.panel().title.note()


def test_recent_files_of_every_kind(start: StartDriver, file: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.eventdesk")
    (tmp_path / "folder.eventdesk").mkdir()
    damaged = tmp_path / "damaged.eventdesk"
    damaged.write_bytes(file.read_bytes()[:5000])
    long = Path(shutil.copy(file, tmp_path / f"{'ל' * 60}.eventdesk"))
    gone = tmp_path / f"{'x' * 300}.eventdesk"
    again(start, gone, long, damaged, tmp_path / "pipe.eventdesk", tmp_path / "folder.eventdesk", file)
    told = {each.card.text(): each.card.figures() for each in start.start.recent}
    assert told["pipe"] == told["folder"] == told["damaged"] == "Cannot be read"
    assert told["ל" * 60].startswith("14 people")
