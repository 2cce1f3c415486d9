"""Work beside the window, one piece after the other. What comes of it is delivered in the window's own thread."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

T = TypeVar("T")


@dataclass(frozen=True)
class Ok(Generic[T]):
    """The work is done."""

    value: T


@dataclass(frozen=True)
class Err:
    """The work failed."""

    error: Exception


class Jobs(QObject):
    """A serial runner. Work gets no connection and touches no widget: a snapshot in, a result out."""

    _finished = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open, self._round = 0, 0
        self._finished.connect(self._deliver)

    def run(self, work: Callable[[], T], deliver: Callable[[Ok[T] | Err], None]) -> None:
        """Do `work` in the other thread, then call `deliver` in this one."""
        self._open += 1
        round_ = self._round

        def in_the_other_thread() -> None:
            try:
                result: Ok[T] | Err = Ok(work())
            except Exception as error:  # noqa: BLE001 - whoever asked for the work decides what it means
                result = Err(error)
            self._finished.emit(round_, deliver, result)

        self._pool.start(in_the_other_thread)

    def idle(self) -> bool:
        """Say whether everything was delivered."""
        return self._open == 0

    def stop(self) -> None:
        """Forget what has not begun and wait for the rest."""
        self._pool.clear()
        self.wait()

    def drop(self) -> None:
        """Forget what has not begun, let the rest come to its end, and deliver none of it."""
        self._pool.clear()
        self._open, self._round = 0, self._round + 1

    def wait(self) -> None:
        """Wait for what has begun, in any thread but the one that does it."""
        self._pool.waitForDone()

    def forget(self) -> None:
        """Forget what has not begun, wait for the rest, and deliver none of it."""
        self.drop()
        self.wait()

    def _deliver(self, round_: int, deliver: Callable[[Any], None], result: Any) -> None:
        if round_ == self._round:
            self._open -= 1
            deliver(result)
