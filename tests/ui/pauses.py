"""Lets a page not wait for a hand that may go on: what it would do a moment later, it does now."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer

from tests.ui.waiting import until

LONGEST_MS = 1500
"""No page keeps anybody waiting for longer than this once a hand rests."""


def skip(*pauses: QTimer) -> bool:
    """End the pause that would be over next; returns whether one was under way."""
    under_way = [pause for pause in pauses if pause.isActive()]
    if not under_way:
        return False
    next_one = min(under_way, key=QTimer.remainingTime)
    assert next_one.isSingleShot()
    assert next_one.interval() <= LONGEST_MS
    next_one.stop()
    next_one.timeout.emit()
    return True


def until_skipping(holds: Callable[[], bool], pauses: Callable[[], Iterable[QTimer]]) -> None:
    """Let the window work until something holds, but wait for none of these pauses."""
    until(lambda: holds() or (skip(*pauses()) and holds()))
