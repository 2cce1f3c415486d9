"""Waits until something has come about in the window, instead of for a time."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 20_000
LOOK_EVERY_MS = 2


def until(holds: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> None:
    """Let the window work until something holds; it sleeps meanwhile, as other threads need the processor, too."""
    waiting, beat = QElapsedTimer(), QTimer()
    waiting.start()
    beat.start(LOOK_EVERY_MS)
    while not holds() and not waiting.hasExpired(patience_ms):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    beat.stop()
    assert holds()
