"""The page of the event under impatient hands: switches while work goes on, wrong files, points and roles in use."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Op
from eventdesk.details import Detail
from eventdesk.people.rolebook import add_role
from eventdesk.store import backup, settings
from eventdesk.store.peek import peek
from tests.ui import reading
from tests.ui.driver import DeskDriver
from tests.ui.settings_driver import SettingsDriver
from tests.ui.watchdog import BUSY_MS, Watchdog
from ui.actions import ActionId, PageId
from ui.settings.page import CARDS

Codes = dict[str, str]


def test_a_switch_of_language_while_a_backup_is_taken(
    page: SettingsDriver, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PIECE", 512)
    monkeypatch.setattr("ui.work.SLICE_MS", 0)
    page.settings.backup.choose_folder(stick)
    page.waits_for_work()
    page.settings.backup.back_up()
    page.application.preferences.language = "de"
    page.application.rebuild()
    page.settles()
    page.waits_for_work()
    (written,) = stick.iterdir()
    assert peek(written).people
    page.says("Sicherung geschrieben")


def test_a_switch_of_language_while_backups_are_looked_for(page: SettingsDriver, stick: Path) -> None:
    page.settings.backup.choose_folder(stick)
    for _ in range(3):
        page.settings.do(ActionId.PREVIOUS_CARD)
        page.settings.backup.look_for_backups()
        page.application.rebuild()
    page.settles()
    page.waits_for_work()


def test_a_backup_is_not_taken_twice_at_once_across_a_switch(
    page: SettingsDriver, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "PIECE", 512)
    monkeypatch.setattr("ui.work.SLICE_MS", 0)
    page.settings.backup.choose_folder(stick)
    page.settings.backup.back_up()
    page.application.rebuild()
    page.presses("Ctrl+S")
    page.settles()
    page.waits_for_work()
    assert len(list(stick.iterdir())) <= 2


def test_a_backup_goes_on_where_the_folder_is_missing_only_in_words(page: SettingsDriver, tmp_path: Path) -> None:
    page.settings.backup.choose_folder(tmp_path / "media" / "stick")
    page.presses("Ctrl+S")
    page.waits_for_work().says("Put the stick back, or choose another folder")
    assert not (tmp_path / "media").exists()
    assert page.settings.backup.now.isEnabled()


def test_a_file_with_settings_written_by_hand_shows_its_page(page: SettingsDriver) -> None:
    event = page.event
    with event.transact(Op.SETTINGS, "by hand") as tx:
        for key, value in {
            "starts": "soon",
            "ends": "9999-99-99",
            "timezone": "Mars/Olympus",
            "language": "xx",
            "title": "",
            "role.colour.guest": "red",
            "role.colour.exhibitor": "#808080",
        }.items():
            settings.put(tx, key, value)
    page.settles()
    page.application.rebuild()
    page.settles()
    page.opens_role(page.settings.roles.fold.lines()[0].text())
    page.opens_point("Haupteingang")
    page.goes_to(PageId.CHECK_IN).goes_to(PageId.EVENT)
    assert page.settings.event_card.zone.currentText() == "Europe/Berlin"


def test_a_title_that_is_too_long_is_told_and_not_cut(page: SettingsDriver) -> None:
    title = page.settings.event_card.fields[Detail.TITLE]
    page.writes(title, "x" * 300)
    assert "too long" in title.note()
    assert page.event.details.title == "4. Integrationskonferenz"
    assert title.text() == "x" * 300


def test_a_number_of_places_is_never_cut_to_another(page: SettingsDriver) -> None:
    form = page.opens_point("Haupteingang")
    for text in ("10000001", "0", "-1", "1e3", "99999999"):
        page.writes(form.capacity, text)
        assert "number" in form.capacity.note(), text
    assert all(point.capacity is None for point in page.settings.points._flow.points())


@pytest.mark.usefixtures("little_in_memory")
def test_the_first_showing_does_not_keep_the_desk_waiting(desk: DeskDriver) -> None:
    desk.settles()
    with Watchdog(limit_ms=BUSY_MS) as dog:
        desk.frame.rail.chosen.emit(PageId.EVENT)
        for _ in range(60):
            QApplication.processEvents()
        desk.settles()
    assert len(desk.frame.settings.cards) == len(CARDS)
    assert dog.turns == [], dog.culprits()


def test_the_points_are_whole_in_large_letters(desk: DeskDriver) -> None:
    desk.application.preferences.text_size = 200
    desk.application.rebuild()
    desk.window.resize(1024, 640)
    page = SettingsDriver.at(desk.settles())
    for name in ("Haupteingang", "Saal 3A"):
        page.opens_point(name)
        assert reading.cut(page.window) == []


def test_a_role_that_people_have_stays_when_its_name_is_forgotten(page: SettingsDriver) -> None:
    form = page.opens_role("Guest")
    page.writes(form.names["en"], "Friend")
    page.says("Friend").clicks("As it was").says("Guest")
    page.presses("Ctrl+Z").says("Friend")


def test_the_longest_name_of_a_role_fits_into_the_narrowest_window(desk: DeskDriver) -> None:
    assert desk.application.opened is not None
    add_role(desk.application.opened.event, "Ehrenamtliche Begleitung der Kinder aus dem Sprachkurs B1 xx")
    desk.application.preferences.text_size = 200
    desk.application.rebuild()
    desk.window.resize(1024, 640)
    page = SettingsDriver.at(desk.settles())
    page.opens_point("Haupteingang")
    assert reading.cut(page.window) == []
