"""What was begun to be written on the page of the event outlives a change of language and colours."""

import pytest

from eventdesk.details import Detail
from tests.ui.settings_driver import SettingsDriver
from ui.settings.desk_card import SHADES


def choose_language(page: SettingsDriver, number: int) -> None:
    page.settings.desk_card.language.chosen.emit(number)
    page.settles()
    page.settings.make_all()


def test_what_cannot_be_taken_yet_is_still_there(page: SettingsDriver) -> None:
    page.writes(page.settings.event_card.fields[Detail.ENDS], "5.3.")
    choose_language(page, 0)
    field = page.settings.event_card.fields[Detail.ENDS]
    assert field.text() == "5.3."
    assert field.note()
    page.writes(field, "6.3.2017 17:00")
    choose_language(page, 1)
    assert page.settings.event_card.fields[Detail.ENDS].text() == "06.03.2017 17:00"
    assert page.settings.event_card.fields[Detail.ENDS].note() == "Monday, 6 March 2017, 17:00"


def test_a_name_that_waits_for_enter_is_still_there(page: SettingsDriver) -> None:
    page.writes(page.settings.points.new, "Saal 3", end="")
    page.settings.desk_card.shade.chosen.emit(SHADES.index("dark"))
    page.settles()
    page.settings.make_all()
    assert page.settings.points.new.text() == "Saal 3"
    page.settings.points.new.edit.setFocus()
    page.presses("Enter").says("Saal 3")
    assert any(point.name == "Saal 3" for point in page.settings._flow.points())
    choose_language(page, 0)
    assert page.settings.points.new.text() == ""


def test_a_form_is_open_again_with_what_was_typed(page: SettingsDriver) -> None:
    form = page.opens_point("Haupteingang")
    page.writes(form.capacity, "many")
    choose_language(page, 0)
    again = page.settings.points.fold.form()
    assert again is not None
    assert again is not form
    assert again.capacity.text() == "many"  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["Messe", ""])
def test_what_was_put_back_or_taken_is_not_written_again(page: SettingsDriver, text: str) -> None:
    field = page.settings.event_card.fields[Detail.VENUE]
    page.writes(field, "Irgendwo", end="Esc")
    page.writes(page.settings.event_card.fields[Detail.SUBTITLE], text)
    choose_language(page, 0)
    fields = page.settings.event_card.fields
    assert (fields[Detail.VENUE].text(), fields[Detail.SUBTITLE].text()) == ("Convention Center Hannover", text)
    assert not fields[Detail.VENUE].edit.isModified()


def test_what_was_begun_waits_while_another_page_is_looked_at(page: SettingsDriver) -> None:
    page.writes(page.settings.event_card.fields[Detail.STARTS], "neulich")
    page.presses("Ctrl+2")
    page.application.rebuild()
    page.presses("Ctrl+9")
    page.settings.make_all()
    assert page.settings.event_card.fields[Detail.STARTS].text() == "neulich"
