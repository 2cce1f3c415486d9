"""The window around the pages: starting, opening, faults in words, language, colours, keys."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from eventdesk import paths
from eventdesk.desk import open_event
from eventdesk.words import Words
from tests.clock import FakeClock
from tests.ui.conftest import Answers
from tests.ui.driver import DeskDriver
from tests.ui.people_driver import PeopleDriver
from ui.actions import ACTIONS, PageId, key_text
from ui.application import Application
from ui.frames import EventFrame
from ui.preferences import Preferences
from ui.start.page import StartPage
from ui.start.samples import samples

Codes = dict[str, str]


@pytest.fixture
def start(application: Application, clock: FakeClock) -> DeskDriver:
    """Return the driver of a window that shows the start page."""
    return DeskDriver(application, clock).settles()


def page_of(driver: DeskDriver) -> StartPage:
    page = driver.window.findChild(StartPage)
    assert page is not None
    return page


def test_the_start_page_tells_what_this_is(start: DeskDriver) -> None:
    start.says("eventdesk", "Der Schalter für eine Konferenz", "Öffnen", "Neue Veranstaltung")
    assert [card.text() for card in page_of(start).cards()] == [sample.title for sample in samples()]


def test_the_samples_are_told_with_their_numbers() -> None:
    largest = samples()[0]
    assert (largest.name, largest.people, largest.exhibitors) == ("integrationskonferenz-4", 700, 81)
    assert len(samples()) == 4


def test_a_sample_opens_and_waits_for_a_scan(start: DeskDriver, home: Path) -> None:
    start.clicks(samples()[-1].title).says("Bereit", samples()[-1].title)
    assert start.has_the_focus()
    opened = start.application.opened
    assert opened is not None
    assert opened.event.path.parent == home / "events"


def test_the_same_sample_twice_makes_two_files(start: DeskDriver, home: Path) -> None:
    for _ in range(2):
        start.application.open_sample(samples()[-1].name)
        start.settles()
    assert len(list((home / "events").glob("*.eventdesk"))) == 2


def test_a_new_event_has_an_entrance(start: DeskDriver, answers: Answers, tmp_path: Path) -> None:
    start.presses("Ctrl+N").types("Sommerfest").presses("Enter").says(
        "Sommerfest", "Haupteingang", "Noch niemand in der Liste"
    )
    start.presses("F3").types("Mariam Haidari").presses("Enter").says("Willkommen", "Mariam Haidari")


def test_open_by_the_dialog(start: DeskDriver, answers: Answers, file: Path) -> None:
    answers.path = file
    start.presses("Ctrl+O").says("4. Integrationskonferenz", "Convention Center Hannover · 6. März 2017")


def test_a_cancelled_dialog_changes_nothing(start: DeskDriver) -> None:
    start.presses("Ctrl+O").says("eventdesk")


def test_what_was_open_is_offered_again(desk: DeskDriver, file: Path) -> None:
    desk.application.close_event()
    desk.settles().says("Zuletzt geöffnet", "konferenz")
    desk.clicks("konferenz").says("4. Integrationskonferenz")


def test_a_file_that_is_gone_is_not_offered(home: Path, tmp_path: Path) -> None:
    preferences = Preferences()
    preferences.remember(tmp_path / "gone.eventdesk")
    assert preferences.recent() == []


def test_a_file_dropped_on_the_window_opens(start: DeskDriver, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(start.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(start.window, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, none))
    start.settles().says("4. Integrationskonferenz")


def test_a_file_of_another_kind_is_told_in_a_sentence(start: DeskDriver, tmp_path: Path) -> None:
    other = tmp_path / "letter.eventdesk"
    other.write_text("Dear all", encoding="utf-8")
    start.application.open(other)
    start.settles().says("letter.eventdesk", "eventdesk")
    assert other.read_text(encoding="utf-8") == "Dear all"
    assert start.application.opened is None


def test_a_file_that_is_open_elsewhere_is_told_in_a_sentence(start: DeskDriver, file: Path) -> None:
    with open_event(file):
        start.application.open(file)
        start.settles().says("konferenz.eventdesk")
    assert start.application.opened is None


def test_a_file_for_reading_only_can_be_looked_at(start: DeskDriver, file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "later.eventdesk"
    shutil.copy(file, copy)
    raise_version(copy)
    start.application.open(copy)
    start.settles().says("Nur ansehen", "Bereit")
    start.types("demirtas").presses("Enter").says("later.eventdesk")
    start.does_not_say("Willkommen")


def raise_version(path: Path) -> None:
    """Make a file look as if a newer eventdesk had written it: the version stands at byte 60."""
    content = bytearray(path.read_bytes())
    content[60:64] = (int.from_bytes(content[60:64]) + 1000).to_bytes(4)
    path.write_bytes(content)


def test_another_language_at_once(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).goes_to(PageId.EVENT).says("Sprache").clicks("English").says("Language", "Size of text")
    assert desk.frame.page_id is PageId.EVENT
    desk.goes_to(PageId.CHECK_IN).says("Welcome", "Elif Demirtaş", "of 11 expected")
    desk.scan(codes["joern"]).says("Welcome", "Jörn Meyer-Lüerßen")


def test_the_choice_of_language_is_kept(start: DeskDriver) -> None:
    start.clicks("English").says("Open", "New event")
    assert Preferences().language == "en"


def test_dark_and_light(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT).clicks("Dunkel")
    assert desk.application.look.theme.dark
    assert QApplication.palette().window().color().lightness() < 60
    desk.clicks("Hell")
    assert QApplication.palette().window().color().lightness() > 200


def test_the_name_of_the_desk(desk: DeskDriver, codes: Codes) -> None:
    desk.goes_to(PageId.EVENT)
    desk.frame.settings.desk_card.desk.setFocus()
    desk.types("Foyer links").presses("Tab").goes_to(PageId.CHECK_IN).says("Foyer links")
    desk.scan(codes["elif"])
    desk.clock.advance(minutes=1)
    desk.scan(codes["elif"]).says("Foyer links")


def test_the_point_is_remembered(desk: DeskDriver, file: Path, codes: Codes) -> None:
    desk.presses("F4")
    desk.application.close_event()
    desk.application.open(file)
    desk.settles().scan(codes["elif"]).says("Eingang Foyer · 09:00")


def test_size_and_place_of_the_window_are_remembered(desk: DeskDriver) -> None:
    desk.window.resize(1111, 777)
    desk.settles().window.close()
    assert Preferences().geometry is not None


def test_help_lists_every_key_of_the_page(desk: DeskDriver) -> None:
    desk.presses("F1")
    words = desk.application.look.words
    for line in ACTIONS:
        if line.page in (PageId.CHECK_IN, None) and desk.frame.gate.allows(line.id):
            desk.says(words.t(line.text), words.t(line.help), key_text(words, (*line.keys, *line.own)[0]))
    desk.presses("F1").does_not_say(words.t("Keys"))
    assert desk.has_the_focus()


def test_the_help_of_the_start_page_names_no_page_that_is_not_there(start: DeskDriver) -> None:
    start.presses("F1").says("Neue Veranstaltung", "Strg N").does_not_say("Strg 2", "Strg 9")


def test_any_key_takes_the_help_away(desk: DeskDriver) -> None:
    desk.presses("F1", "Esc").does_not_say("Tasten")
    assert desk.has_the_focus()


def test_after_the_help_work_goes_on_where_it_was(desk: DeskDriver) -> None:
    """Who looks up the keys while somebody is chosen in the list comes back to the list, not to the search field."""
    people = PeopleDriver(desk).types("demir").presses("Enter")
    assert people.page.table.hasFocus()
    for leave in ("Esc", "F1"):
        people.presses("F1", leave)
        assert people.page.table.hasFocus()
    people.presses("Enter")
    field = desk.window.focusWidget()
    people.presses("F1", "Esc")
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    assert people.page.isAncestorOf(field)


def test_after_the_help_of_another_page_work_begins_where_it_begins(desk: DeskDriver) -> None:
    people = PeopleDriver(desk).types("demir").presses("Enter")
    people.presses("F1", "Ctrl+1")
    assert desk.has_the_focus()


def test_full_screen(desk: DeskDriver) -> None:
    desk.presses("F11")
    assert desk.window.isFullScreen()
    desk.presses("F11")
    assert not desk.window.isFullScreen()


def test_pages_by_keys(desk: DeskDriver) -> None:
    desk.presses("Ctrl+9").says("Name dieses Schalters")
    desk.presses("Ctrl+1").says("Bereit")
    assert desk.has_the_focus()


def test_a_click_on_the_footer_does_what_it_says(desk: DeskDriver) -> None:
    desk.frame.footer.asked.emit(ACTIONS[2].id)
    desk.settles().says("Spontananmeldung", "Aufnehmen und einlassen")


def test_a_banner_goes_with_the_next_scan(desk: DeskDriver, codes: Codes) -> None:
    desk.presses("F8").says("Von diesem Schalter gibt es nichts")
    desk.scan(codes["elif"]).does_not_say("Von diesem Schalter gibt es nichts")


def test_a_banner_can_be_closed(desk: DeskDriver) -> None:
    desk.presses("F8").clicks("Verstanden").does_not_say("Von diesem Schalter")
    assert desk.has_the_focus()


def test_good_news_looks_calm_and_asks_for_nothing(desk: DeskDriver) -> None:
    desk.frame.say("Something is wrong")
    assert desk.button("Verstanden").isVisible()
    desk.frame.tell("All is well")
    desk.settles().says("All is well").does_not_say("Verstanden")
    assert desk.frame.banner.property("good") is True
    desk.frame.say("Something is wrong")
    desk.settles().says("Verstanden")
    assert desk.frame.banner.property("good") is False


def test_no_two_actions_share_a_key() -> None:
    for page in PageId:
        keys = [key for line in ACTIONS if line.page in (page, None) for key in line.keys]
        assert len(keys) == len(set(keys))


def test_keys_are_called_as_on_the_keyboard() -> None:
    assert key_text(Words("de"), "Ctrl+Z") == "Strg Z"
    assert key_text(Words("en"), "Ctrl+Z") == "Ctrl Z"


def test_the_frame_is_made_for_the_open_event(desk: DeskDriver) -> None:
    assert isinstance(desk.frame, EventFrame)
    assert desk.window.windowTitle() == "4. Integrationskonferenz – eventdesk"


def test_every_icon_that_is_named_is_there(desk: DeskDriver) -> None:
    assert (paths.resources() / "icons" / "check-in.svg").is_file()
