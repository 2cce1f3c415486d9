"""The watchdog itself: it names who kept the window waiting, and only that."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.watchdog import Watchdog


def greedy() -> None:
    """Keep the processor busy."""
    began = time.thread_time()
    while time.thread_time() - began < 0.12:
        pass


def modest() -> None:
    """Be done at once."""


def run(*deeds: Callable[[], None]) -> Watchdog:
    """Do these things one after the other in an event loop under watch."""
    loop = QEventLoop()
    for number, deed in enumerate(deeds):
        QTimer.singleShot(10 * (number + 1), deed)
    QTimer.singleShot(10 * len(deeds) + 250, loop.quit)
    with Watchdog(limit_ms=50) as dog:
        loop.exec()
    return dog


def test_who_blocks_is_named(dressed: QApplication) -> None:
    dog = run(modest, greedy, modest)
    assert dog.longest_ms >= 100
    assert "greedy" in dog.culprits()


def test_waiting_is_no_blocking(dressed: QApplication) -> None:
    assert run(modest, modest).turns == []
