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

    _finished = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open = 0
        self._finished.connect(self._deliver)

    def run(self, work: Callable[[], T], deliver: Callable[[Ok[T] | Err], None]) -> None:
        """Do `work` in the other thread, then call `deliver` in this one."""
        self._open += 1

        def in_the_other_thread() -> None:
            try:
                result: Ok[T] | Err = Ok(work())
            except Exception as error:  # noqa: BLE001 - whoever asked for the work decides what it means
                result = Err(error)
            self._finished.emit(deliver, result)

        self._pool.start(in_the_other_thread)

    def idle(self) -> bool:
        """Say whether everything was delivered."""
        return self._open == 0

    def stop(self) -> None:
        """Forget what has not begun and wait for the rest."""
        self._pool.clear()
        self._pool.waitForDone()

    def _deliver(self, deliver: Callable[[Any], None], result: Any) -> None:
        self._open -= 1
        deliver(result)
