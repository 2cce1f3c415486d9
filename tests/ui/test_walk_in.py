"""Somebody comes who is not registered, and a group comes together."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from eventdesk.people.actions import add
from eventdesk.people.person import Person
from tests.ui.driver import DeskDriver
from ui.shell.rail import RailButton

Codes = dict[str, str]


def test_a_name_is_enough(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Enter").says("Willkommen", "Mariam Haidari")
    assert desk.last() == ["Haidari, Mariam"]
    assert desk.has_the_focus()


def test_organisation_and_role(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Tab").types("AWO Peine").presses("Tab", "Down", "Enter")
    desk.says("Willkommen", "Mariam Haidari", "AWO Peine")


def test_without_a_name_nothing_is_added(desk: DeskDriver) -> None:
    desk.presses("F3", "Enter").says("Bitte einen Namen eintragen.")
    desk.types("Mariam").does_not_say("Bitte einen Namen eintragen.")


def test_escape_goes_back(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F3").does_not_say("Elif Demirtaş")
    desk.presses("Esc").says("Elif Demirtaş")
    assert desk.has_the_focus()


def test_somebody_registered_is_pointed_out_and_taken_instead(desk: DeskDriver) -> None:
    desk.presses("F3").types("Elif Demirtas")
    desk.page.walk_in.typed.emit("Elif Demirtas")
    desk.settles().says("Vielleicht schon angemeldet:")
    (likeness,) = desk.likenesses()
    assert likeness.text().startswith("Elif Demirtaş · Bürgerinitiative")
    desk.clicks_at(likeness, likeness.rect().center()).says("Willkommen", "Standausweis")
    assert desk.counts() == "1 von 11 erwartet"


@pytest.fixture
def english(desk: DeskDriver) -> DeskDriver:
    """Return the desk in English."""
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    return desk.settles()


@pytest.mark.parametrize("typed", ["Elif Demirtaş", "elif demirtas", "Demirtaş, Elif", "Frau Elif Demirtas"])
def test_the_first_enter_goes_to_whoever_is_registered_under_exactly_this_name(english: DeskDriver, typed: str) -> None:
    english.presses("F3").types(typed).presses("Enter").says("This person seems to be registered")
    assert QApplication.focusWidget() is english.likenesses()[0]
    assert english.counts() == "0 of 11 expected"
    english.presses("Enter").says("Welcome", "Elif Demirtaş", "Standausweis")
    assert english.counts() == "1 of 11 expected"


def test_somebody_else_of_the_same_name_is_added_all_the_same(english: DeskDriver) -> None:
    english.presses("F3").types("Elif Demirtas")
    english.page.walk_in.organisation.setFocus()
    english.settles().types("AWO").presses("Enter")
    assert QApplication.focusWidget() is english.likenesses()[0]
    english.presses("Tab").says("Add all the same").does_not_say("Add and admit")
    english.presses(*["Tab"] * 3)
    assert QApplication.focusWidget() is english.page.walk_in.add_button
    english.presses("Enter").says("Welcome", "Elif Demirtas", "AWO")
    assert english.counts() == "1 of 12 expected"


def test_a_click_on_the_button_asks_first_too(english: DeskDriver) -> None:
    english.presses("F3").types("Elif Demirtas").clicks("Add and admit").says("This person seems to be registered")
    assert QApplication.focusWidget() is english.likenesses()[0]
    english.clicks("Add all the same").says("Welcome", "Elif Demirtas")
    assert english.counts() == "1 of 12 expected"


def test_enter_chooses_none_of_several_of_the_name(english: DeskDriver) -> None:
    english.presses("F3").types("Anna Schmidt").presses("Enter", "Enter").says("Several people of this name")
    assert english.counts() == "0 of 11 expected"
    english.presses("Tab", "Tab", "Enter").says("Welcome", "Anna Schmidt")
    assert english.counts() == "1 of 11 expected"


def test_another_name_asks_no_more(english: DeskDriver) -> None:
    english.presses("F3").types("Elif Demirtas").presses("Enter")
    english.page.walk_in.name.setFocus()
    english.settles().presses("End").types("chi").presses("Enter").says("Welcome", "Elif Demirtaschi")


def test_who_has_the_same_address_is_pointed_out(english: DeskDriver) -> None:
    opened = english.application.opened
    assert opened is not None
    add(opened.event, Person(0, "Mia", "Neu", email="Mia@neu.example"))
    english.presses("F3").types("Maria Alt mia@NEU.example").presses("Enter")
    assert [button.text() for button in english.likenesses()] == ["Mia Neu"]
    english.presses("Enter").says("Welcome", "Mia Neu")


def test_an_address_behind_the_name_is_kept_as_such(english: DeskDriver) -> None:
    english.presses("F3").types("Maria Alt maria@alt.example").presses("Enter").says("Welcome", "Maria Alt")
    opened = english.application.opened
    assert opened is not None
    verdict = opened.flow.verdict
    assert verdict is not None
    assert verdict.person is not None
    assert (verdict.person.name, verdict.person.email) == ("Maria Alt", "maria@alt.example")


def test_a_closed_panel_looks_for_nobody(desk: DeskDriver, codes: Codes) -> None:
    panel = desk.presses("F3").page.walk_in
    desk.types("Mari")
    assert [timer for timer in panel.findChildren(QTimer) if timer.isActive()]
    desk.scan(codes["elif"])
    assert not panel.isVisible()
    assert not [timer for timer in panel.findChildren(QTimer) if timer.isActive()]


def test_enter_on_somebody_registered_takes_them(desk: DeskDriver) -> None:
    desk.presses("F3").types("Elif Demirtas")
    desk.page.walk_in.typed.emit("Elif Demirtas")
    desk.settles().presses("Tab")
    assert QApplication.focusWidget() is desk.likenesses()[0]
    desk.presses("Enter").says("Willkommen", "Standausweis")
    assert desk.counts() == "1 von 11 erwartet"
    assert desk.last() == ["Demirtaş, Elif"]


def test_tab_goes_from_the_name_to_the_likenesses_to_the_rest(desk: DeskDriver) -> None:
    desk.presses("F3").types("Anna Schmidt")
    desk.page.walk_in.typed.emit("Anna Schmidt")
    panel, order = desk.settles().page.walk_in, []
    for _ in range(7):
        order.append(QApplication.focusWidget())
        desk.presses("Tab")
    likenesses = desk.likenesses()
    assert len(likenesses) == 2
    assert order == [panel.name, *likenesses, panel.organisation, panel.role, panel.back_button, panel.do_button]


def test_escape_leaves_the_panel_wherever_the_focus_is(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    panel = desk.page.walk_in
    elsewhere = (
        panel.role,
        panel.do_button,
        desk.page.recent.list,
        desk.page.point_card.points,
        desk.page.scan_bar.field,
    )
    rail = [each for each in desk.visible() if isinstance(each, RailButton)]
    for widget in (*elsewhere, *rail):
        desk.presses("F3").does_not_say("Elif Demirtaş")
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        desk.settles().presses("Esc").says("Elif Demirtaş")
        assert desk.has_the_focus()


def test_escape_on_the_help_leaves_the_panel_open(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam").presses("F1", "Esc")
    assert desk.page.walk_in.isVisible()
    assert not desk.frame.help.isVisible()
    assert desk.page.walk_in.name.text() == "Mariam"


def test_a_scan_in_between_leaves_the_draft(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Tab").types("AWO Peine").scan(codes["elif"])
    desk.says("Willkommen", "Elif Demirtaş").presses("F3")
    panel = desk.page.walk_in
    assert (panel.name.text(), panel.organisation.text()) == ("Mariam Haidari", "AWO Peine")
    desk.presses("Enter").says("Willkommen", "Mariam Haidari").presses("F3")
    assert (panel.name.text(), panel.organisation.text()) == ("", "")


def test_who_goes_back_leaves_no_draft(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam").presses("Esc", "F3")
    assert desk.page.walk_in.name.text() == ""


def test_one_undo_takes_back_person_and_check_in(desk: DeskDriver) -> None:
    desk.presses("F3").types("Mariam Haidari").presses("Enter", "F8").says("Rückgängig gemacht", "Mariam Haidari")
    desk.types("haidari").says("Niemand heißt „haidari“.")


def test_a_scanned_text_in_the_field_is_not_taken_as_a_name(desk: DeskDriver) -> None:
    desk.types("123456").presses("F3")
    assert desk.page.walk_in.name.text() == ""


def test_a_whole_group_by_one_key(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).says("Gruppe Sprachkurs B1")
    desk.presses("F6").says("Sprachkurs B1", "2 Personen einlassen")
    desk.presses("Enter").says("Willkommen", "2 Personen", "Sprachkurs B1")
    assert desk.counts() == "3 von 11 erwartet"


def test_who_is_absent_is_left_out(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).presses("F6", "Space").says("Eine Person einlassen")
    desk.presses("Enter").says("Eine Person", "Ausgelassen: Selam Fessehaye")
    assert desk.counts() == "2 von 11 erwartet"


def test_a_group_from_the_search(desk: DeskDriver) -> None:
    desk.types("ebrahimi").presses("F6").says("Sprachkurs B1", "3 Personen einlassen")
    desk.presses("Enter").says("3 Personen")
    assert desk.counts() == "3 von 11 erwartet"


def test_one_undo_takes_back_the_group(desk: DeskDriver) -> None:
    desk.types("ebrahimi").presses("F6", "Enter", "F8").says("Rückgängig gemacht")
    assert desk.counts() == "0 von 11 erwartet"


def test_a_person_without_a_group(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F6").says("Diese Person gehört zu keiner Gruppe.")


def test_escape_leaves_the_group_outside(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["leila"]).presses("F6", "Esc").says("Leila Ebrahimi")
    assert desk.counts() == "1 von 11 erwartet"
