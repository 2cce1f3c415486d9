"""Plays a hand and a scanner: the same keys, each at its own speed, as the system tells it by the time of each key."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from tests.ui.driver import NAMED, DeskDriver, key_of

SCANNER_MS = 8
HAND_MS = 140
_PAUSE_MS = 2_000


class Typist:
    """Types in the desk's window, or in another one, wherever the focus is there."""

    def __init__(self, desk: DeskDriver, into: QWindow | None = None) -> None:
        self.desk = desk
        self._into = into or desk.window.windowHandle()
        self._now = 10_000

    def scans(self, text: str, end: str = "Enter") -> DeskDriver:
        """Send a text and its end as fast as a scanner."""
        return self._type(text, end, SCANNER_MS)

    def types(self, text: str, end: str = "Enter") -> DeskDriver:
        """Type a text and its end as fast as a hand."""
        return self._type(text, end, HAND_MS)

    def holds(self, letter: str, times: int, end: str = "Enter") -> DeskDriver:
        """Hold a key down: it repeats as fast as a scanner."""
        self._now += _PAUSE_MS
        for number in range(times):
            self._press(key_of(letter), letter, SCANNER_MS, held=number > 0)
        self._press(NAMED[end], "\r", SCANNER_MS)
        return self.desk.settles()

    def _type(self, text: str, end: str, gap: int) -> DeskDriver:
        self._now += _PAUSE_MS
        for letter in text:
            self._press(NAMED["Space"] if letter == " " else key_of(letter), letter, gap)
        if end:
            self._press(NAMED[end], "\t" if end == "Tab" else "\r", gap)
        return self.desk.settles()

    def _press(self, key: Qt.Key, text: str, gap: int, *, held: bool = False) -> None:
        self._now += gap
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, held)
            event.setTimestamp(self._now)
            QCoreApplication.sendEvent(self._into, event)
