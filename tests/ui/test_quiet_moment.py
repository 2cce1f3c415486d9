"""What takes a moment is done while nobody does anything, and only then."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui import application, turns
from ui.turns import QuietMoment


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "QUIET_MS", 60)


@pytest.fixture
def widget(dressed: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.deleteLater()


def press(widget: QWidget) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(widget, event)


@pytest.mark.usefixtures("short")
def test_it_is_done_once_all_is_quiet(widget: QWidget) -> None:
    done: list[str] = []
    moment = QuietMoment(widget, lambda: done.append("done"))
    moment.wait()
    until(lambda: done != [])
    assert not moment._pause.isActive()


def test_it_waits_from_the_last_key(widget: QWidget) -> None:
    moment = QuietMoment(widget, lambda: None)
    moment.wait()
    moment._pause.stop()
    press(widget)
    assert moment._pause.isActive()
    moment.forget()
    assert not moment._pause.isActive()
    press(widget)
    assert not moment._pause.isActive()


@pytest.mark.usefixtures("short")
def test_what_an_event_left_behind_is_looked_through_at_the_start_page_only(
    desk: DeskDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[bool] = []
    monkeypatch.setattr(application, "look_through", lambda: looks.append(desk.application.opened is None))
    path = desk.application.opened.event.path if desk.application.opened is not None else None
    assert path is not None
    desk.application.close_event()
    desk.application.open(path)
    desk.settles()
    assert looks == []
    desk.application.close_event()
    until(lambda: looks != [])
    assert looks == [True]
