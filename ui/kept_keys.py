"""Keeps what is typed while there is no page that could take it: a scan may come at any time."""

from collections import deque

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

from ui.timers import single_shot

MOST_KEYS = 5_000
"""Presses and releases. Sixty people with codes of 16 digits are 2,040 of them."""
SLICE_MS = 12
"""So long kept keys are given back before new ones, which wait behind them, and paints have their turn."""


class KeptKeys(QObject):
    """`escaped` tells that Esc was pressed where only what is written is kept; `lost`, that too much came."""

    escaped = Signal()
    lost = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: deque[QKeyEvent] = deque()
        self._keeping = self._every = self._sending = self._too_many = False
        self._window: QWindow | None = None
        self._go_on = single_shot(self, self._give)

    def keep(self, *, every: bool = False) -> None:
        """Keep what is written from now on, or `every` key."""
        if not self._keeping:
            self._forget_all()
        self._window, self._every = None, every
        self._go_on.stop()
        self._listen(listen=True)

    def forget(self) -> None:
        """Keep none any more, and none of those that came."""
        self._listen(listen=False)
        self._forget_all()

    @property
    def busy(self) -> bool:
        """Whether some of the keys have still to arrive."""
        return self._go_on.isActive()

    def give_back(self, window: QWindow | None) -> None:
        """Let the keys arrive in the order in which they were typed; what is typed meanwhile arrives behind them."""
        if window is None:
            self.forget()
        elif self._keeping:
            self._window, self._every = window, True
            self._give()

    def _give(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._kept and self._window is not None:
            if spent.hasExpired(SLICE_MS):
                self._go_on.start()
                return
            self._send(self._window, self._kept.popleft())
        if self._window is not None:  # nobody wants them to be kept again, or forgotten
            too_many = self._too_many
            self.forget()
            if too_many:
                self.lost.emit()

    def _send(self, window: QWindow, event: QKeyEvent) -> None:
        self._sending = True
        try:
            QCoreApplication.sendEvent(window, event)
        finally:
            self._sending = False

    def _forget_all(self) -> None:
        self._go_on.stop()
        self._kept.clear()
        self._window, self._too_many = None, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that no page can take now, before anybody else sees them."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
        if self._sending or event.type() not in keys or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent) or QApplication.activeModalWidget() is not None:
            return False
        if not self._every and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.escaped.emit()
            return True
        if not self._every and not self._is_written(event):
            return False
        if len(self._kept) >= MOST_KEYS:
            self._too_many = True
            return True
        again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat())
        again.setTimestamp(event.timestamp())  # by which a scanner is told from a hand
        self._kept.append(again)
        return True

    def _is_written(self, event: QKeyEvent) -> bool:
        """Say whether a key is written somewhere, or ends a scan; before any other it may press a button instead."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) or event.text() == " ":
            return bool(self._kept)
        return bool(event.text()) and event.text().isprintable()

    def _listen(self, *, listen: bool) -> None:
        app = QCoreApplication.instance()
        if app is None or listen == self._keeping:
            return
        self._keeping = listen
        if listen:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)
