"""The watchdog itself: it names who kept the window waiting, and only that."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui import floor
from tests.ui.floor import Floor
from tests.ui.watchdog import Watchdog

LIMIT_MS = 50


def greedy() -> None:
    """Keep the processor busy for much longer than the limit, however slow the machine is."""
    here = Floor()
    spend(3 * LIMIT_MS * here.slower() / 1000)
    here.close()


def spend(seconds: float) -> None:
    """Keep the processor busy."""
    began = time.thread_time()
    while time.thread_time() - began < seconds:
        pass


def modest() -> None:
    """Be done at once."""


def run(*deeds: Callable[[], None]) -> Watchdog:
    """Do these things one after the other in an event loop under watch."""
    loop = QEventLoop()
    for number, deed in enumerate(deeds):
        QTimer.singleShot(10 * (number + 1), deed)
    QTimer.singleShot(10 * len(deeds) + 250, loop.quit)
    with Watchdog(limit_ms=LIMIT_MS) as dog:
        loop.exec()
    return dog


def test_who_blocks_is_named(dressed: QApplication) -> None:
    dog = run(modest, greedy, modest)
    assert dog.longest_ms >= 100
    assert "greedy" in dog.culprits()


def test_waiting_is_no_blocking(dressed: QApplication) -> None:
    assert run(modest, modest).turns == []


def test_the_limit_of_a_slow_machine_is_higher_by_as_much_as_it_is_slower(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floor, "REFERENCE_MS", Floor().milliseconds() / 20)
    dog = run(modest, lambda: spend(2 * LIMIT_MS / 1000), modest)
    assert dog.longest_ms >= 2 * LIMIT_MS
    assert dog.limit_ms > 4 * LIMIT_MS
    assert dog.turns == []


def test_a_fast_machine_keeps_the_limit(dressed: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floor, "REFERENCE_MS", 10_000)
    assert run(modest).limit_ms == LIMIT_MS
