"""Waits until something has come about in the window, instead of for a time."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 20_000


def until(holds: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> None:
    """Let the window work until something holds."""
    waiting = QElapsedTimer()
    waiting.start()
    while not holds() and not waiting.hasExpired(patience_ms):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    assert holds()
