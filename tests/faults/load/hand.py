"""One pair of hands at the desk, and a scanner: keys come when they are due, whether or not the window has time."""

import random
import time
from collections.abc import Callable, Generator
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest

from tests.clock import FakeClock
from tests.faults.load.day import Coming, Visit
from ui.application import Application
from ui.checkin.shown import Shown

KEY_S = 0.001
"""Between two keys of a scanner."""
READ_S = 0.02
"""So long somebody looks at the list before pressing Enter."""
GIVE_UP_S = 30
Wait = Generator[float | Callable[[], bool], None, None]
"""Seconds to wait, or what to wait for."""


class Hand(QObject):
    """Does one visit after the other. A verdict's time runs from the moment at which Enter was due.

    `own_ms` is what the window's thread worked for it: on a machine that has other things to do, the rest is waiting.
    """

    ended = Signal()

    def __init__(
        self,
        application: Application,
        clock: FakeClock,
        visits: list[Visit],
        every_s: float,
        between: Callable[[int], object],
    ) -> None:
        """Do `visits`, one every `every_s` seconds on average; `between` is called behind each with their number."""
        super().__init__()
        self._between = between
        self._application, self._clock = application, clock
        self._start, self._visits = clock(), visits
        self._chance, self._every_s = random.Random(len(visits)), every_s
        self.spent_ms: list[float] = []
        self.own_ms: list[float] = []
        self.wrong: list[str] = []
        self.done = 0
        self._seen: list[tuple[float, float, Shown]] = []
        self._way = self._work()
        self._due = 0.0
        self._until: Callable[[], bool] | None = None
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(1)
        self._beat.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin with the first visit."""
        self._watch()
        self._due = time.perf_counter()
        self._beat.start()

    # ---- what is to be done

    def _work(self) -> Wait:
        for visit in self._visits:
            self._clock.set((self._start + timedelta(seconds=visit.at)).isoformat())
            yield from self._do(visit)
            self.done += 1
            self._between(self.done)
            self._due = max(self._due, time.perf_counter())  # the same hands did that
            yield self._chance.expovariate(1 / self._every_s)

    def _do(self, visit: Visit) -> Wait:
        self._seen.clear()
        if visit.how is Coming.WALK_IN:
            self._press("F3")
            yield KEY_S
        for letter in visit.text:
            self._type(letter)
            yield KEY_S
        if visit.how is Coming.SEARCH:
            yield self._is_listed
            yield READ_S
        due, own = self._due, time.thread_time()
        if visit.how is Coming.UNDO:
            self._press("F8")
        else:
            self._press("Return")
        yield lambda: bool(self._seen)
        at, own_at, shown = self._seen[0]
        self.own_ms.append((own_at - own) * 1000)
        self.spent_ms.append((at - due) * 1000)
        answer = type(shown.answer).__name__ if shown.answer is not None else ""
        if (answer, shown.name if visit.verdict != "UnknownCode" else "") != (visit.verdict, visit.name):
            self.wrong.append(f"{visit}: {answer} {shown.word}")

    def _is_listed(self) -> bool:
        frame = self._application.frame
        return frame is not None and frame.check_in.finder.is_listing()

    # ---- how

    def _watch(self) -> None:
        """Note when each verdict was on the screen: the card paints itself before it returns."""
        frame = self._application.frame
        assert frame is not None
        card = frame.check_in.card
        show = card.show_verdict

        def shown(what: Shown) -> None:
            show(what)
            self._seen.append((time.perf_counter(), time.thread_time(), what))

        card.show_verdict = shown  # type: ignore[method-assign,assignment]

    def _go_on(self) -> None:
        now = time.perf_counter()
        while now >= self._due:
            if self._until is not None:
                if not self._until():
                    if now > self._due + GIVE_UP_S:
                        self._give_up()
                    return
                self._until, self._due = None, now
            step = next(self._way, None)
            if step is None:
                self._beat.stop()
                self.ended.emit()
                return
            if callable(step):
                self._until = step
            else:
                self._due += step
            now = time.perf_counter()

    def _give_up(self) -> None:
        self.wrong.append(f"nothing came of {self._visits[self.done]} for {GIVE_UP_S} s")
        self._beat.stop()
        self.ended.emit()

    def _type(self, letter: str) -> None:
        key = _key("Space" if letter == " " else letter.upper())
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._application.window.windowHandle(), event)

    def _press(self, name: str) -> None:
        QTest.keyClick(self._application.window.windowHandle(), _key(name))


def _key(name: str) -> Qt.Key:
    sequence: Any = QKeySequence(name)  # the type hints do not know that a sequence has items
    key: Qt.Key = sequence[0].key()
    return key
