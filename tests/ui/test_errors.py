"""What nobody foresaw: it is logged, told once with a text to copy, and the desk goes on scanning."""

import logging
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from eventdesk import log
from tests.ui.driver import DeskDriver
from ui.errors import Alarm, BugDialog, listen_to_qt
from ui.widgets.button import Button

SECRET = "Elif" + " Demirtaş"
Codes = dict[str, str]


@pytest.fixture
def alarm(desk: DeskDriver) -> Iterator[Alarm]:
    """Return the alarm as `run` sets it up."""
    alarm = Alarm()
    alarm.raised.connect(desk.application.tell_bug)
    restore = log.watch(alarm.tell)
    yield alarm
    restore()


def dialog_of(desk: DeskDriver) -> BugDialog:
    dialog = desk.window.findChild(BugDialog)
    assert dialog is not None
    return dialog


def break_something(desk: DeskDriver) -> None:
    """Raise where Qt calls us, as a mistake of ours would: through the hook that `log.watch` set."""
    try:
        raise ZeroDivisionError(SECRET)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    desk.settles()


@pytest.mark.logs_errors
def test_a_mistake_of_ours_is_told_and_the_desk_goes_on(desk: DeskDriver, alarm: Alarm, codes: Codes) -> None:
    break_something(desk)
    dialog = dialog_of(desk)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert "ZeroDivisionError" in dialog.text()
    assert "test_errors.py" in dialog.text()
    desk.scan(codes["elif"]).says("Willkommen", "Elif Demirtaş")


@pytest.mark.logs_errors
def test_the_report_names_no_guest(desk: DeskDriver, alarm: Alarm) -> None:
    break_something(desk)
    assert SECRET not in dialog_of(desk).text()


@pytest.mark.logs_errors
def test_the_report_can_be_copied(desk: DeskDriver, alarm: Alarm) -> None:
    break_something(desk)
    desk.clicks("Bericht kopieren")
    assert QGuiApplication.clipboard().text() == dialog_of(desk).text()


@pytest.mark.logs_errors
def test_a_scan_while_the_report_has_the_focus_arrives_whole(desk: DeskDriver, alarm: Alarm, codes: Codes) -> None:
    break_something(desk)
    text = dialog_of(desk).findChild(QPlainTextEdit)
    assert text is not None
    dialog_of(desk).activateWindow()
    text.setFocus()
    desk.scan(codes["elif"]).says("Willkommen", "Elif Demirtaş")


@pytest.mark.logs_errors
def test_a_second_mistake_is_added_to_the_first(desk: DeskDriver, alarm: Alarm) -> None:
    break_something(desk)
    break_something(desk)
    assert dialog_of(desk).text().count("· PySide6") == 2
    assert len(desk.window.findChildren(BugDialog)) == 1


@pytest.mark.logs_errors
def test_an_exception_in_a_slot_reaches_the_dialog(
    desk: DeskDriver, alarm: Alarm, qtbot: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[BaseException] = []
    alarm.raised.connect(heard.append)
    hook = sys.excepthook

    def slot() -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(sys, "excepthook", hook)
        QTimer.singleShot(0, slot)
        desk.settles()
    assert [type(error) for error in heard] == [ZeroDivisionError]


@pytest.mark.logs_errors
def test_what_qt_says_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    restore = listen_to_qt()
    try:
        with caplog.at_level(logging.DEBUG, logger="qt"):
            logging.getLogger("qt").setLevel(logging.DEBUG)
            qWarning("")
    finally:
        restore()
    assert [record.levelname for record in caplog.records] == ["WARNING"]


@pytest.mark.logs_errors
def test_the_error_says_what_it_says_on_the_screen_alone(desk: DeskDriver, alarm: Alarm) -> None:
    break_something(desk)
    desk.says(f"ZeroDivisionError: {SECRET}")
    assert SECRET not in dialog_of(desk).text()


@pytest.mark.logs_errors
def test_the_report_lies_below_the_scan_field(desk: DeskDriver, alarm: Alarm) -> None:
    desk.window.resize(1024, 640)
    desk.settles()
    break_something(desk)
    bar = desk.page.scan_bar
    lowest = bar.mapToGlobal(bar.rect().bottomLeft()).y()
    assert dialog_of(desk).frameGeometry().top() > lowest


@pytest.mark.logs_errors
def test_the_report_is_reached_and_closed_by_keys(desk: DeskDriver, alarm: Alarm, codes: Codes) -> None:
    break_something(desk)
    dialog = dialog_of(desk)
    desk.presses("F12")
    assert dialog.isActiveWindow()
    focus = QApplication.focusWidget()
    assert isinstance(focus, Button)
    assert focus.text() == "Schließen"
    desk.presses("Esc", into=dialog.windowHandle())
    assert not dialog.isVisible()
    assert desk.window.isActiveWindow()
    desk.scan(codes["elif"]).says("Willkommen", "Elif Demirtaş")


@pytest.mark.logs_errors
def test_a_scan_after_the_key_of_the_report_arrives(desk: DeskDriver, alarm: Alarm, codes: Codes) -> None:
    break_something(desk)
    desk.presses("F12").types(codes["elif"], into=dialog_of(desk).windowHandle()).presses("Enter")
    desk.says("Willkommen", "Elif Demirtaş")
