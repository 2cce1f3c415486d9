"""A badge is scanned: what the screen says, and that no scan is ever lost or cut."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from eventdesk.codes import Outcome
from eventdesk.words import Words, verdicts
from tests.ui.driver import DeskDriver
from ui.actions import PageId

Codes = dict[str, str]


def test_a_scan_welcomes(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    desk.says("Willkommen", "Elif Demirtaş", "Bürgerinitiative Gemeinsam in Salzgitter", "Haupteingang · 09:00:04")
    desk.says("Deutsch · Türkisch", "Standausweis und Parkkarte liegen im Umschlag")
    assert desk.field() == ""
    assert desk.has_the_focus()
    assert desk.counts() == "1 von 11 erwartet"
    assert desk.last() == ["Demirtaş, Elif"]


def test_what_was_confirmed_is_shown_as_saved(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).says("gespeichert 09:00:04")


def test_a_second_scan_says_since_when_and_where(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    desk.clock.advance(minutes=12)
    desk.scan(codes["elif"]).says("Schon da", "Elif Demirtaş", "Erster Scan: 09:00 · Haupteingang · Schalter 1")
    desk.says("Trotzdem einlassen")
    assert desk.counts() == "1 von 11 erwartet"


def test_forced_admission_is_recorded_as_forced(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["cancelled"]).says("Storniert", "Anke Schröder")
    desk.clock.advance(seconds=20)
    desk.presses("Ctrl+Enter").says("Willkommen", "Anke Schröder", "Trotzdem eingelassen: Storniert")
    opened = desk.application.opened
    assert opened is not None
    assert [scan.forced for scan in opened.flow.recent()] == [True, False]


@pytest.mark.parametrize(
    ("guest", "word"),
    [("cancelled", "Storniert"), ("pending", "Noch nicht bestätigt"), ("waiting", "Auf der Warteliste")],
)
def test_who_may_not_come_in(desk: DeskDriver, codes: Codes, guest: str, word: str) -> None:
    desk.scan(codes[guest]).says(word, "Trotzdem einlassen")
    assert desk.counts().startswith("0 ")


def test_an_unknown_code_offers_the_search_and_a_walk_in(desk: DeskDriver) -> None:
    desk.scan("1234567890123456").says("Code unbekannt", "1234 5678 9012 3456")
    desk.says("Scannen, suchen", "Spontananmeldung")


def test_a_foreign_ticket_is_a_scan(desk: DeskDriver) -> None:
    desk.scan("hx7-QK-2209").says("Willkommen", "Thị Hạnh Nguyễn")


def test_a_text_with_digits_that_nobody_has_is_an_unknown_code(desk: DeskDriver) -> None:
    desk.scan("zz9-nobody-77").says("Code unbekannt")


def test_tab_ends_a_scan_too(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["joern"], end="Tab").says("Willkommen", "Jörn Meyer-Lüerßen")
    assert desk.has_the_focus()


def test_tab_in_the_empty_field_goes_on(desk: DeskDriver) -> None:
    desk.presses("Tab")
    assert not desk.has_the_focus()


def test_a_scan_that_begins_on_a_button_arrives_whole(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).focuses("Rückgängig")
    assert not desk.has_the_focus()
    desk.scan(codes["joern"]).says("Willkommen", "Jörn Meyer-Lüerßen")
    assert desk.last() == ["Meyer-Lüerßen, Jörn", "Demirtaş, Elif"]


def test_a_scan_that_begins_in_the_list_arrives_whole(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    desk.page.recent.list.setFocus(Qt.FocusReason.TabFocusReason)
    desk.scan(codes["joern"]).says("Jörn Meyer-Lüerßen")


def test_a_scan_on_another_page_comes_back_to_check_in(desk: DeskDriver, codes: Codes) -> None:
    desk.goes_to(PageId.EVENT)
    desk.scan(codes["joern"]).says("Willkommen", "Jörn Meyer-Lüerßen")
    assert desk.frame.page_id is PageId.CHECK_IN


def test_a_scan_into_another_text_field_is_taken_out_of_it(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F3").types("Mari")
    desk.scan(codes["joern"]).says("Willkommen", "Jörn Meyer-Lüerßen")
    assert desk.last() == ["Meyer-Lüerßen, Jörn"]


def test_a_scan_over_the_help_arrives_whole(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F1").says("Tasten")
    desk.scan(codes["joern"]).says("Willkommen", "Jörn Meyer-Lüerßen")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_scan_over_an_open_choice_arrives_whole(desk: DeskDriver, codes: Codes) -> None:
    desk.page.point_card.points.showPopup()
    desk.settles()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    window = popup.windowHandle()
    desk.types(codes["joern"], into=window).presses("Enter", into=window)
    desk.says("Willkommen", "Jörn Meyer-Lüerßen")
    assert QApplication.activePopupWidget() is None
    assert desk.page.point_card.points.currentText() == "Haupteingang"


def test_the_line_of_age_runs_out(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    assert desk.page.card.freshness() > 0.9


def test_exit_and_return(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).presses("F7").says("Ausgang")
    desk.clock.advance(minutes=5)
    desk.scan(codes["elif"]).says("Auf Wiedersehen", "Elif Demirtaş")
    assert desk.counts() == "0 von 11 erwartet"
    desk.clock.advance(minutes=5)
    desk.scan(codes["elif"]).says("War nicht im Haus")
    desk.presses("F7").scan(codes["elif"]).says("Willkommen")
    assert desk.counts() == "1 von 11 erwartet"


def test_the_next_point_by_a_key(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F4").does_not_say("Gescannt wird jetzt")
    assert desk.page.point_card.points.currentText() == "Eingang Foyer"
    desk.scan(codes["elif"]).says("Eingang Foyer · 09:00")
    desk.presses("F4", "F4").scan(codes["joern"]).says("Haupteingang · 09:00")


def test_the_next_point_is_told_where_its_card_has_no_room(desk: DeskDriver) -> None:
    desk.application.preferences.text_size = 200
    desk.application.rebuild()
    desk.window.resize(1024, 700)
    desk.settles()
    assert desk.page.point_card.isHidden()
    desk.presses("F4").says("Eingang Foyer")
    desk.presses("F3", "F4").says("Gescannt wird jetzt: Saal 3A")


def test_at_the_exit_the_note_for_arrivals_is_not_shown(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).says("Standausweis und Parkkarte")
    desk.presses("F7").scan(codes["elif"]).says("Auf Wiedersehen", "Elif Demirtaş")
    desk.does_not_say("Standausweis und Parkkarte")


def test_the_list_tells_first_what_it_was(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).scan(codes["elif"])
    lines = [desk.page.recent.list.line(number) for number in range(2)]
    assert [line.remark for line in lines if line] == [
        "war schon da · Bürgerinitiative Gemeinsam in Salzgitter",
        "Bürgerinitiative Gemeinsam in Salzgitter",
    ]


def test_where_to_go_is_told_in_the_new_language(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"])
    opened = desk.application.opened
    assert opened is not None
    assert opened.flow.verdict is not None
    opened.flow.verdict = replace(opened.flow.verdict, where=("Stand B-14",))
    desk.application.preferences.language = "en"
    desk.application.rebuild()
    desk.settles().says("Welcome", "Elif Demirtaş").does_not_say("Stand B-14")


@pytest.mark.parametrize("name", ["Anna Maria " * 11, "Kiridurayalage" * 9])
@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
def test_a_very_long_name_stays_larger_than_the_organisation(
    desk: DeskDriver, name: str, size: tuple[int, int]
) -> None:
    desk.window.resize(*size)
    desk.settles().presses("F3").types(name.strip()).presses("Tab").types("Kirchenkreis").presses("Enter")
    card = desk.page.card
    assert card.name_size()[0] >= card.organisation_size()[0]
    assert card.name_size()[1] <= 4


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_outcome_has_its_word_and_its_next_step(language: str) -> None:
    words = Words(language)
    said = {verdicts.word(words, outcome) for outcome in Outcome}
    assert len(said) == len(Outcome)
    silent = {outcome for outcome in Outcome if not verdicts.next_step(words, outcome)}
    assert silent == {Outcome.ACCEPTED, Outcome.LEFT}
    assert [outcome for outcome in Outcome if not verdicts.remark(words, outcome)] == [Outcome.ACCEPTED]


@pytest.mark.parametrize("key", ["F4", "F7"])
def test_a_verdict_ends_where_another_point_or_way_begins(desk: DeskDriver, codes: Codes, key: str) -> None:
    desk.scan(codes["cancelled"]).presses(key).does_not_say("Anke Schröder, ", "Storniert ·")
    assert desk.page.flow.verdict is None
    desk.presses("Ctrl+Enter")
    assert desk.counts().startswith("0")
