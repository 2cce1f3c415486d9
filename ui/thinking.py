"""Has something thought out beside the window: answers that become better and better. The first comes at once."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.jobs import Err, Ok
from ui.work import Stopped, Task, Work


class Thinking(QObject):
    """One question at a time; a new one takes the place of the one before. What was best stays when it is stopped."""

    changed = Signal()
    failed = Signal(object)
    _came = Signal(int, object)

    def __init__(self, work: Work, think: Callable[[Any, Callable[[], bool]], Iterator[Any]]) -> None:
        """Let `think` work in another thread; it yields better and better answers until it is told to stop."""
        super().__init__()
        self._work, self._think = work, think
        self._task: Task | None = None
        self._round = 0
        self.asked: Any = None
        self.best: Any = None
        self.stopped = False
        self._came.connect(self._take)

    @property
    def busy(self) -> bool:
        """Whether a better answer may still come."""
        return self._task is not None

    def ask(self, title: str, asked: Any) -> None:
        """Begin to think; forget what was asked before."""
        self.forget()
        self.asked = asked
        number = self._round

        def think(task: Task) -> None:
            for answer in self._think(asked, lambda: task.stopped):
                self._came.emit(number, answer)

        def ended(result: Ok[Any] | Err | Stopped) -> None:
            if number != self._round:
                return
            self._task = None
            self.stopped = isinstance(result, Stopped)
            if isinstance(result, Err):
                self.failed.emit(result.error)
            self.changed.emit()

        self._task = self._work.beside(title, think, ended)
        self.changed.emit()

    def stop(self) -> None:
        """Think no further; what was found so far stays."""
        if self._task is not None:
            self._task.stop()

    def forget(self) -> None:
        """Forget the question and all answers."""
        self.stop()
        self._round += 1
        self._task, self.asked, self.best, self.stopped = None, None, None, False

    def _take(self, number: int, answer: Any) -> None:
        if number == self._round:
            self.best = answer
            self.changed.emit()
