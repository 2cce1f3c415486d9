"""Plays a person at the desk: presses real keys, reads what stands on the screen."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from tests.clock import FakeClock
from tests.ui.waiting import until
from ui.actions import PageId
from ui.application import Application
from ui.checkin.page import CheckInPage
from ui.frames import EventFrame
from ui.widgets.button import Button

NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Space": Qt.Key.Key_Space,
    "Del": Qt.Key.Key_Delete,
    "Backspace": Qt.Key.Key_Backspace,
}


class DeskDriver:
    """One window with one event. Every call leaves the window painted and at rest."""

    def __init__(self, application: Application, clock: FakeClock) -> None:
        self.application, self.clock = application, clock

    # ---- what a person does

    def scan(self, code: str, end: str = "Enter") -> "DeskDriver":
        """Send a code as a scanner does: key by key, then Enter or Tab."""
        self.clock.advance(seconds=4)
        return self.types(code).presses(end)

    def types(self, text: str, into: QWindow | None = None) -> "DeskDriver":
        """Type a text, wherever the focus is; `into` another window than the desk's."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = key_of(letter) if letter.isascii() else Qt.Key.Key_unknown
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(into or self.window.windowHandle(), event)
        return self.settles()

    def presses(self, *keys: str, into: QWindow | None = None) -> "DeskDriver":
        """Press keys by their names: "F3", "Enter", "Ctrl+Z"."""
        for key in keys:
            modifiers = Qt.KeyboardModifier.NoModifier
            name = key
            if key.startswith("Ctrl+"):
                modifiers, name = Qt.KeyboardModifier.ControlModifier, key.removeprefix("Ctrl+")
            elif key.startswith("Shift+"):
                modifiers, name = Qt.KeyboardModifier.ShiftModifier, key.removeprefix("Shift+")
            code = NAMED.get(name) or key_of(name)
            QTest.keyClick(into or self.window.windowHandle(), code, modifiers)
            self.settles()
        return self

    def tabs(self, times: int) -> list[QWidget | None]:
        """Press Tab so often, as fast as a held key; returns what had the focus after each, in order."""
        reached = []
        for _ in range(times):
            QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        self.settles()
        return reached

    def clicks(self, text: str) -> "DeskDriver":
        """Click the button with this text."""
        button = self.button(text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, button.rect().center())
        return self.settles()

    def ticks(self, text: str) -> "DeskDriver":
        """Click the text beside a tick."""
        (label,) = [each for each in self.visible() if isinstance(each, QLabel) and each.text() == text]
        return self.clicks_at(label, label.rect().center())

    def clicks_at(self, widget: QWidget, place: QPoint) -> "DeskDriver":
        """Click a place of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        return self.settles()

    def focuses(self, text: str) -> "DeskDriver":
        """Give the focus to the button with this text, as Tab would."""
        self.button(text).setFocus(Qt.FocusReason.TabFocusReason)
        return self.settles()

    def goes_to(self, page: PageId) -> "DeskDriver":
        """Go to a page by the rail."""
        self.frame.rail.chosen.emit(page)
        return self.settles()

    def settles(self) -> "DeskDriver":
        """Let everything happen that is due, and what is being opened or made anew be there."""
        QApplication.processEvents()
        until(lambda: not self.application.busy)
        for _ in range(5):
            QApplication.processEvents()
        frame = self.application.frame
        if frame is not None and frame.check_in.side.due():
            frame.check_in.side.refresh()
            QApplication.processEvents()
        return self

    def waits_for_prints(self) -> "DeskDriver":
        """Let what runs beside the window finish and be delivered."""
        opened = self.application.opened
        until(lambda: self.application.jobs.idle() and (opened is None or opened.printing.idle()))
        return self.settles()

    # ---- what a person sees

    def says(self, *texts: str) -> "DeskDriver":
        """Check that the verdict, the panel or the banner shows each of these texts."""
        seen = self.reads()
        for text in texts:
            assert any(text in each for each in seen), f"{text!r} is not among {seen}"
        return self

    def does_not_say(self, *texts: str) -> "DeskDriver":
        """Check that none of these texts is to be seen."""
        for text in texts:
            assert not any(text in each for each in self.reads()), f"{text!r} is among {self.reads()}"
        return self

    def lists(self, *names: str) -> "DeskDriver":
        """Check that the search found exactly these people, in this order."""
        assert [result.name for result in self.page.results.all()] == list(names)
        return self

    def field(self) -> str:
        """Return what stands in the scan field."""
        return self.page.scan_bar.field.text()

    def has_the_focus(self) -> bool:
        """Say whether the next scan would arrive in the scan field."""
        return QApplication.focusWidget() is self.page.scan_bar.field

    def reads(self) -> list[str]:
        """Return every text on the screen."""
        return [text for widget in self.visible() for text in texts_of(widget) if text]

    def visible(self, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
        """Yield every widget that can be seen."""
        return (widget for widget in self.window.findChildren(kind) if widget.isVisible())

    def button(self, text: str) -> QAbstractButton:
        """Return the visible button with this text."""
        buttons = [each for each in self.visible() if isinstance(each, QAbstractButton) and each.text() == text]
        assert buttons, (
            f"no button {text!r} among {[b.text() for b in self.visible() if isinstance(b, QAbstractButton)]}"
        )
        return buttons[0]

    def likenesses(self) -> list[Button]:
        """Return the people whom the walk-in panel points out."""
        return self.page.walk_in.likenesses()

    def counts(self) -> str:
        """Return what the counts say: "1 von 9 erwartet"."""
        return self.page.counts.text()

    def last(self) -> list[str]:
        """Return the names in the list of the last scans."""
        lines = (self.page.recent.list.line(number) for number in range(100))
        return [line.name for line in lines if line is not None]

    @property
    def window(self) -> QWidget:
        return self.application.window

    @property
    def frame(self) -> EventFrame:
        frame = self.application.frame
        assert frame is not None
        return frame

    @property
    def page(self) -> CheckInPage:
        return self.frame.check_in


def key_of(name: str) -> Qt.Key:
    """Return the key with this name; PySide6's type hints do not know that a sequence has items."""
    sequence: Any = QKeySequence(name)
    key: Qt.Key = sequence[0].key()
    return key


def texts_of(widget: QWidget) -> list[str]:
    """Return what a person can read on a widget."""
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QLineEdit):
        return [widget.text() or widget.placeholderText()]
    if isinstance(widget, QComboBox):
        return [widget.itemText(number) for number in range(widget.count())]
    return []
