"""The cards of clerks and organisers and of what is to be done before the day."""

from pathlib import Path

import pytest

from eventdesk import pins
from eventdesk.rights import Level
from tests.ui.rights_driver import RightsDriver
from tests.ui.settings_driver import SettingsDriver
from ui.preferences import key_of_file
from ui.rights.keeper import Standing
from ui.settings.before_card import TRIED


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make hashes of PINs as fast as they must not be at a desk."""
    monkeypatch.setattr(pins, "_N", 2)


@pytest.fixture
def rights(page: SettingsDriver) -> RightsDriver:
    """Return a desk with the card of clerks and organisers in view."""
    page.settings.make_all()
    page.clicks("Clerks and organisers")
    return RightsDriver(page.application, page.clock)


def test_pins_are_set_changed_and_taken_away(rights: RightsDriver) -> None:
    card = rights.frame.settings.rights
    assert card.lines[Level.CLERK].isHidden(), "a PIN for clerks alone would lock everybody out"
    rights.clicks("Set a PIN …").types("24").presses("Enter").types("25").presses("Enter")
    rights.says("The two are not the same.")
    rights.types("24").presses("Enter").says("At least 4 digits or letters, please.")
    rights.types("2468").presses("Enter").types("2468").presses("Enter")
    rights.waits_for_pin().says("Set: every desk starts for clerks.")
    assert rights.works_for(Standing.ORGANISER), "whoever sets the first PIN is an organiser"
    assert pins.pins(rights.keeper._event).organiser
    card.lines[Level.CLERK].set_button.click()
    rights.types("2468").presses("Enter").types("2468").presses("Enter")
    rights.waits_for_pin().says("This is the other PIN already.")
    rights.types("1357").presses("Enter").types("1357").presses("Enter")
    rights.waits_for_pin().says("Ctrl Shift L locks the desk.")
    card.minutes.chosen.emit(pins.MINUTES.index(30))
    assert rights.keeper.pins.minutes == 30
    assert "2468" not in " ".join(rights.reads())
    card.lines[Level.ORGANISER].drop_button.click()
    rights.settles().says("None: everybody may do everything.")
    assert rights.works_for(Standing.FREE)
    assert pins.pins(rights.keeper._event).clerk == ""


def test_a_pin_that_was_begun_is_kept_nowhere(rights: RightsDriver) -> None:
    rights.clicks("Set a PIN …").types("2468")
    rights.application.rebuild()
    rights.settles()
    rights.frame.settings.make_all()
    assert rights.frame.settings.rights.new.isHidden()
    assert rights.frame.settings.rights.new.first.text() == ""
    assert rights.frame.settings.event_card.findChildren(type(rights.frame.settings.rights.new.first)) == []


def test_what_is_to_be_done_before_the_day(page: SettingsDriver, stick: Path) -> None:
    page.settings.make_all()
    page.clicks("Before the day")
    card, kept = page.settings.before, page.application.preferences
    done = [line.done for line in card.lines]
    assert done == [False, False, False, done[3], False]
    card.encrypted.button.click()
    card.tried.click()
    page.settings.choose_backup_folder(stick)
    assert [line.done for line in card.lines] == [True, False, True, done[3], True]
    assert kept.kept(key_of_file(TRIED, page.event.path)) == "yes"
    stick.rename(stick.with_name("pulled out"))
    card.refresh()
    assert not card.second.done
    page.says("The second place is not there at the moment")
    pins.keep(page.event, Level.ORGANISER, pins.hashed("2468"))
    page.settles()
    assert card.pin.done
    assert card.pin.accessibleName() == "A PIN for organisers is set: done"
    card.encrypted.button.click()
    assert not card.encrypted.done
    for button, there in ((card.pin.button, page.settings.rights), (card.second.button, page.settings.backup)):
        button.click()
        page.settles()
        assert there.isAncestorOf(page.application.window.focusWidget())
    card.printer.button.click()
    page.settles()
    assert page.frame.page_id.value == "printer"
