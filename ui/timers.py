"""Timers that call once and belong to who asked for them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer


def to_next_minute(now: datetime) -> int:
    """Return the milliseconds until the minute is over."""
    return (60 - now.second) * 1000


def single_shot(owner: QObject, do: Callable[[], object], milliseconds: int = 0) -> QTimer:
    """Return a timer that calls `do` once after each start; it is gone with its owner."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(do)
    return timer
