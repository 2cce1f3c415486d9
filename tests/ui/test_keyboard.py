"""The window by keys alone: Enter presses, Tab comes to what is chosen, the focus stays where it was."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from eventdesk.details import Detail
from tests.clock import FakeClock
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.shell.rail import RailButton
from ui.start.page import StartPage
from ui.widgets.pressable import Pressable
from ui.widgets.segments import Segment

Codes = dict[str, str]


def focused() -> str:
    """Return the text of the button with the focus."""
    widget = QApplication.focusWidget()
    return widget.text() if isinstance(widget, Pressable) else ""


def test_enter_opens_a_card_of_the_start_page(application: Application, clock: FakeClock) -> None:
    start = DeskDriver(application, clock).settles()
    page = application.window.findChild(StartPage)
    assert page is not None
    page.cards()[-1].setFocus(Qt.FocusReason.TabFocusReason)
    start.presses("Enter").says("Bereit")


def test_enter_presses_a_button(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT)
    until(desk.frame.is_whole)
    desk.focuses("Schließen und zur Startseite").presses("Enter").says("Neue Veranstaltung")


def test_enter_presses_a_button_of_the_verdict(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).focuses("Rückgängig").presses("Enter")
    assert desk.counts().startswith("0")


def test_enter_turns_to_a_page_of_the_rail(desk: DeskDriver) -> None:
    event = next(each for each in desk.visible(RailButton) if each.accessibleName() == "Veranstaltung")
    event.setFocus(Qt.FocusReason.TabFocusReason)
    desk.settles().presses("Enter")
    assert desk.frame.page_id is PageId.EVENT


def test_enter_after_digits_on_a_button_belongs_to_the_scan(desk: DeskDriver, codes: Codes) -> None:
    desk.scan(codes["elif"]).focuses("Rückgängig")
    desk.clock.advance(seconds=1)
    desk.types(codes["joern"]).presses("Enter")
    assert desk.last() == ["Meyer-Lüerßen, Jörn", "Demirtaş, Elif"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_no_further_and_presses_once_while_it_is_held(dressed: QApplication, key: Qt.Key) -> None:
    around, button, pressed = Around(), Button(), []
    QVBoxLayout(around).addWidget(button)
    button.clicked.connect(lambda: pressed.append(key))
    for held in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", held)
        QCoreApplication.sendEvent(button, event)
    assert (len(pressed), around.heard) == (1, 0)
    around.deleteLater()


def test_tab_comes_to_the_chosen_segment(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT).clicks("Dunkel")
    reached = []
    for _ in range(40):
        desk.presses("Tab")
        if isinstance(QApplication.focusWidget(), Segment):
            reached.append(focused())
    assert set(reached) == {"Deutsch", "Dunkel", desk.application.look.words.t("Off")}


def test_arrows_change_the_choice_and_keep_the_focus(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT).focuses("Hell").presses("Right")
    assert desk.application.preferences.shade == "dark"
    assert focused() == "Dunkel"
    desk.presses("Left", "Left")
    assert desk.application.preferences.shade == "light"
    assert focused() == "Hell"


def test_the_focus_stays_through_another_language(desk: DeskDriver) -> None:
    desk.goes_to(PageId.EVENT).focuses("Deutsch").presses("Right").says("Language")
    assert focused() == "English"
    desk.presses("Tab")
    assert focused() == "Light"


def test_the_focus_stays_on_the_start_page_too(application: Application, clock: FakeClock) -> None:
    start = DeskDriver(application, clock).settles()
    start.focuses("Deutsch").presses("Right").says("New event")
    assert focused() == "English"


def test_the_page_of_the_event_begins_at_its_title_and_goes_from_card_to_card(desk: DeskDriver) -> None:
    settings = desk.goes_to(PageId.EVENT).frame.settings
    assert QApplication.focusWidget() is settings.event_card.fields[Detail.TITLE].edit
    for card in settings.cards[1:]:
        desk.presses("Ctrl+Down")
        assert QApplication.focusWidget() in card.findChildren(QWidget)
    for card in reversed(settings.cards[:-1]):
        desk.presses("Ctrl+Up")
        assert QApplication.focusWidget() in card.findChildren(QWidget)


def test_a_scan_into_the_name_of_the_desk_does_not_rename_it(desk: DeskDriver, codes: Codes) -> None:
    desk.goes_to(PageId.EVENT).scan(codes["joern"]).says("Jörn Meyer-Lüerßen", "Schalter 1")
    assert desk.application.preferences.desk == "Schalter 1"


def test_a_scan_behind_a_long_name_arrives_whole(desk: DeskDriver, codes: Codes) -> None:
    desk.goes_to(PageId.EVENT)
    desk.frame.settings.desk_card.desk.setText("Anmeldung im Foyer rechts neben der Tür")
    desk.scan(codes["joern"]).says("Willkommen", "Jörn Meyer-Lüerßen")


class Around(QWidget):
    """Counts the keys that its button did not keep."""

    heard = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard += 1


class Button(Pressable):
    """Has no looks."""

    def paintEvent(self, event: object) -> None:
        """Draw nothing."""
