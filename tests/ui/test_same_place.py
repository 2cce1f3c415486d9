"""A new language, other colours, larger text: the focus stays where it was, and so does the page under one's eyes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.details import Detail
from tests.ui.driver import DeskDriver
from tests.ui.settings_driver import SettingsDriver
from ui.actions import ActionId, PageId


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def height_of(widget: QWidget, desk: DeskDriver) -> int:
    return widget.mapTo(desk.window, QPoint(0, 0)).y()


@pytest.fixture
def settings(desk: DeskDriver) -> SettingsDriver:
    """Return the card of this desk on the page of the event, reached by keys."""
    driver = SettingsDriver.at(desk)
    driver.presses("Ctrl+Down", "Ctrl+Down", "Ctrl+Down")
    return driver


def test_language_by_keys_then_on_to_the_brightness(settings: SettingsDriver) -> None:
    assert focused() is settings.settings.desk_card.desk
    settings.presses("Tab", "Right")
    assert settings.application.look.words.language == "en"
    assert settings.settings.desk_card.language.isAncestorOf(focused())
    settings.presses("Tab", "Right")
    assert settings.application.preferences.shade == "dark"
    assert settings.settings.desk_card.shade.isAncestorOf(focused())


def test_keys_in_one_go_reach_the_same_controls(settings: SettingsDriver) -> None:
    settings.presses("Tab")
    settings.window.resize(1024, 640)
    settings.presses("Right", "Tab", "Right", "Tab", "Tab")
    assert settings.application.preferences.shade == "dark"
    assert settings.settings.desk_card.sound.isAncestorOf(focused())


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_what_has_the_focus_stays_in_view(settings: SettingsDriver, width: int, text_size: int) -> None:
    settings.window.resize(width, 640)
    settings.settles()
    box = settings.settings.desk_card.text_size
    box.setFocus(Qt.FocusReason.TabFocusReason)
    settings.settles()
    before = height_of(box, settings)
    box.activated.emit((0, 100, 125, 150, 200).index(text_size))
    settings.settles()
    now = settings.settings.desk_card.text_size
    assert now is not box
    assert focused() is now
    assert not now.visibleRegion().isEmpty()
    assert abs(height_of(now, settings) - before) <= (2 if text_size == 100 else 200)


def test_the_page_does_not_jump_at_another_language(settings: SettingsDriver) -> None:
    settings.window.resize(1280, 700)
    settings.presses("Tab")
    before = height_of(focused(), settings)
    settings.presses("Right")
    assert abs(height_of(focused(), settings) - before) <= 2


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_arrows_on_a_closed_box_change_nothing(settings: SettingsDriver) -> None:
    box = settings.settings.desk_card.text_size
    box.setFocus(Qt.FocusReason.TabFocusReason)
    settings.presses("Down")
    assert box.view().isVisible()
    assert settings.application.preferences.text_size == 100
    assert settings.settings.desk_card.text_size is box
    box.hidePopup()


def test_escape_goes_back_from_the_printer(desk: DeskDriver) -> None:
    desk.presses("F9")
    printer = desk.frame.printer
    assert printer.isVisible()
    assert focused() is printer.place.printers
    assert printer.place.way_back.isVisible()
    desk.presses("Esc")
    assert desk.frame.page_id is PageId.CHECK_IN
    assert desk.has_the_focus()


def test_who_came_otherwise_is_not_sent_back(desk: DeskDriver) -> None:
    desk.presses("F9").goes_to(PageId.PEOPLE).goes_to(PageId.PRINTER).presses("F9")
    desk.frame.printer.place.printers.setFocus()
    desk.presses("Esc")
    assert desk.frame.page_id is PageId.PRINTER


def test_the_start_page_is_one_key_away(desk: DeskDriver) -> None:
    desk.presses("Ctrl+W")
    assert desk.application.opened is None
    assert desk.application.beginning is not None
    desk.presses("Enter")
    assert desk.application.opened is not None


def test_the_start_page_is_in_the_rail(desk: DeskDriver) -> None:
    desk.clicks("Start")
    assert desk.application.opened is None


def test_the_window_is_called_like_the_event_at_once(desk: DeskDriver) -> None:
    settings = SettingsDriver.at(desk)
    settings.writes(settings.settings.event_card.fields[Detail.TITLE], "Nachbarschaftsfest")
    assert desk.window.windowTitle() == "Nachbarschaftsfest – eventdesk"


def test_a_card_comes_into_view_at_the_first_key(desk: DeskDriver) -> None:
    desk.window.resize(1280, 800)
    desk.settles()
    desk.frame.show_page(PageId.EVENT)
    settings = desk.frame.settings
    for _ in range(3):
        settings.do(ActionId.NEXT_CARD)
    desk.settles()
    assert focused() is settings.desk_card.desk
    assert not settings.desk_card.desk.visibleRegion().isEmpty()
    assert height_of(settings.desk_card, desk) < 120
