"""Watches the window's thread: whoever keeps it from keys and paints for too long is named."""

import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.floor import Floor
from ui.application import Application

LOOK_EVERY_S = 0.004
BEAT_MS = 5
BUSY_MS = 100
"""Twice the 50 ms that are wanted: tests share their machine and its caches with others."""


@dataclass
class Turn:
    """A stretch in which the event loop did not come round: its length, and what ran when it was looked at."""

    milliseconds: float
    seen: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.milliseconds:.0f} ms in\n{self.seen[len(self.seen) // 2] if self.seen else '(nothing was seen)'}"


class Watchdog:
    """Use it around a running event loop. A timer beats in it; what counts is the processor time between two beats.

    Processor time, because a test shares its machine with others; so the sync of a commit does not count. On a slower
    machine the limit is higher by as much as the same small piece of work takes longer there, at the beginning or at
    the end of the watch.
    """

    def __init__(self, limit_ms: float = 50) -> None:
        """Remember turns longer than `limit_ms` of a machine as fast as ours."""
        self.limit_ms = limit_ms
        self.turns: list[Turn] = []
        self._floor = Floor()
        self._asked_ms = limit_ms
        self.longest_ms = 0.0
        self._thread = threading.get_ident()
        self._began, self._began_wall = 0.0, 0.0
        self._seen: list[str] = []
        self._over = threading.Event()
        self._looker = threading.Thread(target=self._look, daemon=True)
        self._heart = QTimer()
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.setInterval(BEAT_MS)
        self._heart.timeout.connect(self._beat)

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._know_the_machine()
        self._begin()
        self._looker.start()
        self._heart.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop watching."""
        self._heart.stop()
        self._over.set()
        self._looker.join()
        self._know_the_machine()
        self._floor.close()
        self.turns = [turn for turn in self.turns if turn.milliseconds > self.limit_ms]

    def culprits(self) -> str:
        """Return the long turns, the longest first."""
        return "\n\n".join(str(turn) for turn in sorted(self.turns, key=lambda turn: -turn.milliseconds))

    def _know_the_machine(self) -> None:
        self.limit_ms = max(self.limit_ms, self._asked_ms * self._floor.slower())

    def _begin(self) -> None:
        self._began, self._began_wall, self._seen = time.thread_time(), time.perf_counter(), []

    def _beat(self) -> None:
        spent = (time.thread_time() - self._began) * 1000
        self.longest_ms = max(self.longest_ms, spent)
        if spent > self.limit_ms:
            self.turns.append(Turn(spent, self._seen))
        self._begin()

    def _look(self) -> None:
        """Note what the watched thread does while a turn is already long."""
        while not self._over.wait(LOOK_EVERY_S):
            if (time.perf_counter() - self._began_wall) * 1000 < self.limit_ms / 2:
                continue
            frame = sys._current_frames().get(self._thread)
            if frame is not None:
                self._seen.append("".join(traceback.format_stack(frame)[-8:]))


def busy(application: Application) -> bool:
    """Say whether something is opened, made anew, worked at, or read for a list."""
    frame = application.frame
    return application.busy or not application.work.idle() or (frame is not None and frame.reads())


def comes_round(
    at_work: Callable[[], bool], *deeds: Callable[[], object], limit_ms: float, beat_ms: int, patience_ms: int
) -> None:
    """Do things one after the other, each when the one before is at rest, and watch every turn of the event loop.

    One single turn up to twice the limit is put down to whoever else uses the machine: what is slow by itself is so
    again with the next piece of work, or by more than that.
    """
    loop, waiting, left = QEventLoop(), QElapsedTimer(), list(deeds)
    waiting.start()

    def go_on() -> None:
        if at_work() and not waiting.hasExpired(patience_ms):
            return
        if left:
            left.pop(0)()
        else:
            loop.quit()

    beat = QTimer()
    beat.setInterval(beat_ms)
    beat.timeout.connect(go_on)
    with Watchdog(limit_ms) as dog:
        beat.start()
        loop.exec()
        beat.stop()
    assert not at_work()
    alone = len(dog.turns) == 1 and dog.longest_ms < 2 * dog.limit_ms
    assert alone or not dog.turns, dog.culprits()
    QApplication.processEvents()
