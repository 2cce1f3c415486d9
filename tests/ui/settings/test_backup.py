"""Backups from the page of the event: taken while the desk works, told in words, opened as copies."""

import os
from pathlib import Path

import pytest

from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.store import backup
from eventdesk.store.peek import peek
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.settings_driver import SettingsDriver
from ui.amounts import age_text, size_text

Codes = dict[str, str]


def test_the_first_backup_asks_for_a_folder_and_is_told(page: SettingsDriver, stick: Path, codes: Codes) -> None:
    page.scan(codes["elif"])
    page = SettingsDriver.at(page)
    page.says("No folder chosen yet").presses("Ctrl+S")
    page.waits_for_work()
    (written,) = stick.iterdir()
    assert peek(written).check_ins == 1
    os.utime(written, (page.clock().timestamp() - 485,) * 2)
    page.settings.backup.look_for_backups()
    page.waits_for_work().says("Backup written and checked", "Newest backup there: 8 minutes ago, one check-in")


def test_the_second_asks_nothing_and_overwrites_nothing(page: SettingsDriver, stick: Path, answers: Answers) -> None:
    page.presses("Ctrl+S")
    page.waits_for_work()
    answers.path = None
    page.presses("Ctrl+S")
    page.waits_for_work()
    assert len(list(stick.iterdir())) == 2
    assert len([line for line in page.reads() if line == "Open a copy"]) == 2


def test_scans_go_on_while_a_backup_is_taken(
    page: SettingsDriver, stick: Path, codes: Codes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PIECE", 512)
    monkeypatch.setattr("ui.work.SLICE_MS", 0)
    page.settings.backup.choose_folder(stick)
    page.settings.backup.back_up()
    assert page.application.opened is not None
    add(page.application.opened.event, Person(0, "Mariam", "Haidari"))
    page.scan(codes["elif"]).says("Elif Demirtaş")
    page.waits_for_work()
    (written,) = stick.iterdir()
    assert peek(written).people == len(codes) + 1


def test_a_folder_that_is_gone_is_told_in_a_sentence(page: SettingsDriver, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    page.settings.backup.choose_folder(tmp_path / "file" / "stick")
    page.presses("Ctrl+S")
    page.waits_for_work().says("The folder for backups is not there", "Put the stick back", "not there at the moment")
    assert page.settings.backup.now.isEnabled()


def test_a_copy_opens_under_another_name(page: SettingsDriver, stick: Path, codes: Codes) -> None:
    page.presses("Ctrl+S")
    page.waits_for_work()
    page.scan(codes["elif"])
    SettingsDriver.at(page).waits_for_work().clicks("Open a copy")
    page.waits_for_work().settles()
    opened = page.application.opened
    assert opened is not None
    assert opened.event.path == stick / "konferenz 2.eventdesk"
    assert page.counts().startswith("0")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(5, "just now"), (61, "one minute ago"), (485, "8 minutes ago"), (7200, "2 hours ago"), (90_000, "one day ago")],
)
def test_ages_in_words(seconds: int, said: str, clock: FakeClock) -> None:
    before = clock()
    clock.advance(seconds=seconds)
    assert age_text(Words("en"), before, clock()) == said


def test_an_old_backup_has_its_day(clock: FakeClock) -> None:
    before = clock()
    clock.advance(seconds=40 * 86400)
    assert age_text(Words("en"), before, clock()) == "on 6 March 2017"


def test_sizes_in_words() -> None:
    assert (size_text(Words("en"), 10), size_text(Words("en"), 840_000)) == ("1 kB", "840 kB")
    assert (size_text(Words("en"), 12_340_000), size_text(Words("de"), 12_340_000)) == ("12.3 MB", "12,3 MB")
