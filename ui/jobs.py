"""Work beside the window, one piece after the other. What comes of it is delivered in the window's own thread."""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
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
    """A serial runner. Work gets no connection and touches no widget: a snapshot in, a result out.

    The other thread never is the last to hold this, or whoever asked: they would be thrown away there, while the
    window's own thread delivers to them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._line = _Line()
        self.destroyed.connect(self._line.leave)

    def run(self, work: Callable[[], T], deliver: Callable[[Ok[T] | Err], None]) -> None:
        """Do `work` in the other thread, then call `deliver` in this one."""
        self._line.add(work, deliver)

    def idle(self) -> bool:
        """Say whether everything was delivered."""
        return self._line.idle()

    def stop(self) -> None:
        """Forget what has not begun and wait for the rest."""
        self._line.skip()
        self.wait()

    def drop(self) -> None:
        """Forget what has not begun, let the rest come to its end, and deliver none of it."""
        self._line.drop()

    def end(self) -> None:
        """Forget everything, and be gone when what has begun has come to its end; nobody has to wait for that."""
        self.drop()
        self.run(lambda: None, lambda _result: self.deleteLater())

    def wait(self) -> None:
        """Wait for what has begun, in any thread but the one that does it."""
        self._line.wait()

    def forget(self) -> None:
        """Forget what has not begun, wait for the rest, and deliver none of it."""
        self.drop()
        self.wait()


class _Line(QObject):
    """What waits, and the thread that does it. Belongs to the application until nothing is done here any more."""

    _finished = Signal(int, object)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: deque[int] = deque()
        self._works: dict[int, Callable[[], Any]] = {}
        self._delivers: dict[int, Callable[[Any], None]] = {}
        self._asked = self._ended = 0
        self._left = False
        self._finished.connect(self._deliver)

    def add(self, work: Callable[[], Any], deliver: Callable[[Any], None]) -> None:
        """Do this when what was asked for before is done."""
        self._asked += 1
        self._works[self._asked], self._delivers[self._asked] = work, deliver
        self._waiting.append(self._asked)
        self._pool.start(self._do_next)

    def idle(self) -> bool:
        """Say whether nobody waits for anything."""
        return not self._delivers

    def skip(self) -> None:
        """Begin nothing of what was asked for."""
        with suppress(IndexError):
            while True:
                number = self._waiting.popleft()
                del self._works[number], self._delivers[number]

    def drop(self) -> None:
        """Begin nothing any more, and deliver nothing."""
        self.skip()
        self._delivers.clear()

    def wait(self) -> None:
        """Wait for what has begun."""
        self._pool.waitForDone()

    def leave(self) -> None:
        """Be gone as soon as the other thread is done: nobody asks any more."""
        self._left = True
        self.drop()
        self._go_if_done()

    def _do_next(self) -> None:
        """Do what has waited longest, in the other thread. The pool never lets go of work that it does not begin."""
        number, result = 0, None
        with suppress(IndexError):
            number = self._waiting.popleft()
            result = _done(self._works[number])
        self._finished.emit(number, result)

    def _deliver(self, number: int, result: Any) -> None:
        self._ended += 1
        self._works.pop(number, None)
        deliver = self._delivers.pop(number, None)
        if deliver is not None:
            deliver(result)
        self._go_if_done()

    def _go_if_done(self) -> None:
        if self._left and self._ended == self._asked:
            self.deleteLater()


def _done(work: Callable[[], T]) -> Ok[T] | Err:
    try:
        return Ok(work())
    except Exception as error:  # noqa: BLE001 - whoever asked for the work decides what it means
        return Err(error)
