"""Keeps what is typed while there is no page that could take it: a scan may come at any time."""

from collections import deque

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication

MOST_KEYS = 400


class KeptKeys(QObject):
    """`escaped` tells that Esc was pressed where only what is written is kept."""

    escaped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: deque[QKeyEvent] = deque(maxlen=MOST_KEYS)
        self._keeping = self._every = False

    def keep(self, *, every: bool = False) -> None:
        """Keep what is written from now on, or `every` key."""
        if not self._keeping:
            self._kept.clear()
        self._every = every
        self._listen(listen=True)

    def forget(self) -> None:
        """Keep none any more, and none of those that came."""
        self._listen(listen=False)
        self._kept.clear()

    def give_back(self, window: QWindow | None) -> None:
        """Let the keys arrive in the order in which they were typed."""
        self._listen(listen=False)
        while self._kept and window is not None and not self._keeping:
            QCoreApplication.sendEvent(window, self._kept.popleft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that no page can take now, before anybody else sees them."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(watched, QWindow):
            return False
        if not isinstance(event, QKeyEvent) or QApplication.activeModalWidget() is not None:
            return False
        if not self._every and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.escaped.emit()
            return True
        if not self._every and not self._is_written(event):
            return False
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
