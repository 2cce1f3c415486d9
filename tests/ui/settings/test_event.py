"""The page of the event: its details are checked while they are typed, saved one by one, and undone."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from eventdesk.details import Detail
from tests.ui.driver import DeskDriver
from tests.ui.settings_driver import SettingsDriver
from ui.actions import PageId
from ui.application import Application
from ui.settings.card import Card

Codes = dict[str, str]


def holds_the_focus(card: Card) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)


def test_a_new_title_is_in_the_header_at_once_and_one_entry(page: SettingsDriver) -> None:
    entries = page.event.journal_length()
    page.writes(page.settings.event_card.fields[Detail.TITLE], "5. Integrationskonferenz")
    assert page.event.details.title == "5. Integrationskonferenz"
    assert page.event.journal_length() == entries + 1
    assert "5. Integrationskonferenz" in page.frame.header._title.text()
    page.presses("F8").says("4. Integrationskonferenz", "Taken back")
    assert page.event.details.title == "4. Integrationskonferenz"
    assert page.settings.event_card.fields[Detail.TITLE].text() == "4. Integrationskonferenz"


def test_undo_goes_back_step_by_step(page: SettingsDriver) -> None:
    fields = page.settings.event_card.fields
    page.writes(fields[Detail.VENUE], "Pavillon").writes(fields[Detail.CONTACT], "Frau Yıldız, 0511 123456")
    assert page.event.details.contact == "Frau Yıldız, 0511 123456"
    page.settings.roles.new.edit.setFocus()
    page.presses("F8", "F8")
    assert (page.event.details.venue, page.event.details.contact) == ("Convention Center Hannover", "")


def test_what_is_wrong_is_told_while_typing_and_not_saved(page: SettingsDriver) -> None:
    field = page.settings.event_card.fields[Detail.ENDS]
    page.writes(field, "5.3.2017", end="")
    assert "after the beginning" in field.note()
    page.presses("Tab")
    assert page.event.details.ends == ""
    page.writes(field, "6.3.2017 17:00", end="")
    assert field.note() == "Monday, 6 March 2017, 17:00"
    page.presses("Tab")
    assert page.event.details.ends == "2017-03-06T17:00"
    assert field.text() == "06.03.2017 17:00"


def test_escape_puts_back_what_was_there(page: SettingsDriver) -> None:
    field = page.settings.event_card.fields[Detail.VENUE]
    page.writes(field, "Irgendwo", end="Esc")
    assert field.text() == "Convention Center Hannover"
    assert page.event.details.venue == "Convention Center Hannover"


def test_a_title_is_needed(page: SettingsDriver) -> None:
    field = page.settings.event_card.fields[Detail.TITLE]
    page.writes(field, "")
    assert "needs a title" in field.note()
    assert page.event.details.title == "4. Integrationskonferenz"


def test_zone_and_language_of_the_event(page: SettingsDriver) -> None:
    card = page.settings.event_card
    card.zone.setFocus()
    card.zone.setCurrentIndex(card.zone.findText("Europe/Lisbon"))
    card.zone.activated.emit(card.zone.currentIndex())
    card.language.activated.emit(1)
    page.settles()
    assert (page.event.details.timezone, page.event.details.language) == ("Europe/Lisbon", "en")


def test_a_scan_into_a_field_changes_nothing_and_is_taken(page: SettingsDriver, codes: Codes) -> None:
    field = page.settings.event_card.fields[Detail.VENUE]
    field.edit.setFocus()
    page.scan(codes["elif"])
    assert page.frame.page_id is PageId.CHECK_IN
    assert page.event.details.venue == "Convention Center Hannover"
    page.says("Elif Demirtaş")


def test_changes_made_elsewhere_are_shown_when_the_page_is_looked_at_again(page: SettingsDriver) -> None:
    page.goes_to(PageId.CHECK_IN)
    page.event.undo()
    from eventdesk.details import change_detail

    change_detail(page.event, Detail.VENUE, "Anderswo")
    page.goes_to(PageId.EVENT)
    assert page.settings.event_card.fields[Detail.VENUE].text() == "Anderswo"


def test_the_index_leads_to_every_card(page: SettingsDriver) -> None:
    for number, card in enumerate(page.settings.cards):
        page.settings.index.places[number].click()
        page.settles()
        assert holds_the_focus(card)
        assert page.settings.index.places[number].isChecked()
        assert card.visibleRegion().boundingRect().height() > 0


def test_in_a_small_window_the_index_is_one_choice(page: SettingsDriver) -> None:
    page.application.preferences.text_size = 200
    page.application.rebuild()
    page.window.resize(1024, 640)
    page.goes_to(PageId.EVENT)
    index = page.settings.index
    assert index.box.isVisible()
    assert not any(place.isVisible() for place in index.places)
    index.box.activated.emit(3)
    page.settles()
    assert holds_the_focus(page.settings.cards[3])


def test_a_file_that_can_only_be_looked_at_is_readable_and_closed(
    application: Application, desk: DeskDriver, file: Path, tmp_path: Path
) -> None:
    application.close_event()
    folder = tmp_path / "ro"
    folder.mkdir()
    locked = Path(shutil.copy(file, folder / "locked.eventdesk"))
    locked.chmod(0o444)
    application.preferences.language = "en"
    application.rebuild()
    application.open(locked)
    desk.settles()
    page = SettingsDriver.at(desk)
    page.says("read-only", "Haupteingang")
    cards: list[Card] = [page.settings.event_card, page.settings.points, page.settings.roles]
    for card in cards:
        assert not [edit for edit in card.findChildren(QLineEdit) if edit.isEnabled()]
    form = page.opens_point("Haupteingang")
    assert not [edit for edit in form.findChildren(QLineEdit) if edit.isEnabled()]
    assert not form.remove.isEnabled()


def test_the_desk_hears_what_it_chooses(page: SettingsDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    sounds = page.application.sounds
    monkeypatch.setattr(sounds, "play", lambda _sound: heard.append(sounds.volume))
    page.clicks("Quiet").clicks("Try")
    assert heard[0] == page.application.preferences.sound_volume == 30
    assert len(heard) == 2


def test_versions_licences_and_what_helpers_need(page: SettingsDriver) -> None:
    page.says("Python", "SQLite", "eventdesk.log").clicks("Licences")
    text = page.settings.about.text.toPlainText()
    assert "MIT" in text
    assert "SIL OPEN FONT LICENSE" in text.upper()
    assert "reportlab" in text
    page.clicks("Copy what helpers need")
    assert "SQLite" in QApplication.clipboard().text()
    assert "Integrationskonferenz" not in QApplication.clipboard().text()
