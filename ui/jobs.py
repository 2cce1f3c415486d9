"""Work beside the window, one piece after the other. What comes of it is delivered in the window's own thread."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

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
        self._pool = QThreadPool(QCoreApplication.instance())
        self._pool.setMaxThreadCount(1)
        self.destroyed.connect(self._pool.deleteLater)  # not with this: that may be let go of in the other thread
        self._open, self._round = 0, 0
        self._waiting: deque[tuple[int, Callable[[], Any], Callable[[Any], None]]] = deque()
        self._finished.connect(self._deliver)

    def run(self, work: Callable[[], T], deliver: Callable[[Ok[T] | Err], None]) -> None:
        """Do `work` in the other thread, then call `deliver` in this one."""
        self._open += 1
        self._waiting.append((self._round, work, deliver))
        self._pool.start(self._do_next)

    def idle(self) -> bool:
        """Say whether everything was delivered."""
        return self._open == 0

    def stop(self) -> None:
        """Forget what has not begun and wait for the rest."""
        self._waiting.clear()
        self.wait()

    def drop(self) -> None:
        """Forget what has not begun, let the rest come to its end, and deliver none of it."""
        self._waiting.clear()
        self._open, self._round = 0, self._round + 1

    def end(self) -> None:
        """Forget everything, and be gone when what has begun has come to its end; nobody has to wait for that."""
        self.drop()
        self.run(lambda: None, lambda _result: self.deleteLater())

    def wait(self) -> None:
        """Wait for what has begun, in any thread but the one that does it."""
        self._pool.waitForDone()

    def forget(self) -> None:
        """Forget what has not begun, wait for the rest, and deliver none of it."""
        self.drop()
        self.wait()

    def _do_next(self) -> None:
        """Do what has waited longest, in the other thread. The pool never lets go of work that it does not begin."""
        try:
            round_, work, deliver = self._waiting.popleft()
        except IndexError:
            return
        try:
            result: Ok[Any] | Err = Ok(work())
        except Exception as error:  # noqa: BLE001 - whoever asked for the work decides what it means
            result = Err(error)
        self._finished.emit(round_, deliver, result)

    def _deliver(self, round_: int, deliver: Callable[[Any], None], result: Any) -> None:
        if round_ == self._round:
            self._open -= 1
            deliver(result)
