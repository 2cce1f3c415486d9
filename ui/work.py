"""Long work as people see it: what is being done, how far it is, and a way to stop it. The desk goes on meanwhile."""

import logging
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from eventdesk import log, outputs
from eventdesk.outputs import Content
from ui.jobs import Err, Jobs, Ok
from ui.notices import Notices

T = TypeVar("T")
SLICE_MS = 10
"""So long the window's own thread works before it looks at keys and paints again."""
BREATH_MS = 1


class Progress(Protocol):
    """How far a piece of work is: so many of so many."""

    @property
    def done(self) -> int:
        """How many are done."""

    @property
    def total(self) -> int:
        """How many there are; 0 if nobody knows."""


@dataclass(frozen=True)
class Part:
    """So many of so many."""

    done: int
    total: int = 0


@dataclass(frozen=True)
class Stopped:
    """Somebody stopped the work."""


class StoppedError(Exception):
    """Raised inside work in another thread when somebody has stopped it."""


Answer = Callable[[Ok[Any] | Err | Stopped], None]


class Task(QObject):
    """One piece of long work."""

    changed = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.done, self.total = 0, 0
        self._stop = Flag()

    @property
    def share(self) -> float | None:
        """How much is done, 0 to 1; None while nobody knows."""
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def stopped(self) -> bool:
        """Whether somebody has stopped it."""
        return self._stop.is_set()

    def tell(self, done: int, total: int) -> None:
        """Say how far it is, from any thread. Raises StoppedError if somebody has stopped the work."""
        if self._stop.is_set():
            raise StoppedError
        self.done, self.total = done, total
        self.changed.emit()

    def stop(self) -> None:
        """Stop the work as soon as it can be stopped."""
        self._stop.set()
        self.changed.emit()


class Work(QObject):
    """Everything long that is under way. Work in the other thread waits for its turn, slices take turns.

    What came of it is best told by `notices`: the page that asked may be gone by then. `handed_over` names the files
    that were written for people in another thread.
    """

    changed = Signal()
    handed_over = Signal(list)

    def __init__(self, notices: Notices | None = None) -> None:
        super().__init__()
        self.notices = notices or Notices()
        self._jobs = Jobs()
        self._tasks: list[Task] = []
        self._slicers: list[_Slicer] = []

    @property
    def tasks(self) -> tuple[Task, ...]:
        """What is under way, the oldest first."""
        return tuple(self._tasks)

    def idle(self) -> bool:
        """Say whether nothing is under way."""
        return not self._tasks

    def beside(self, title: str, work: Callable[[Task], T], deliver: Answer) -> Task:
        """Do `work` in another thread, then call `deliver` in this one. It gets no connection and no widget."""
        task = self._begin(title)
        files: list[tuple[Path, Content]] = []

        def doing() -> T:
            with outputs.heard(lambda path, content: files.append((path, content))):
                return work(task)

        def ended(result: Ok[T] | Err) -> None:
            self._end(task)
            if files:
                self.handed_over.emit(files)
            stopped = task.stopped or (isinstance(result, Err) and isinstance(result.error, StoppedError))
            deliver(Stopped() if stopped else result)

        self._jobs.run(doing, ended)
        return task

    def in_slices(self, title: str, slices: Generator[Progress, None, T], deliver: Answer) -> Task:
        """Do a piece after the other in this thread, between keys and paints; `deliver` gets what they return.

        A piece should take less than 20 ms. A stop closes the generator between two pieces. One that is `waiting` has
        nothing to do for the moment: then the next comes after a breath.
        """
        task = self._begin(title)
        slicer = _Slicer(task, slices)
        self._slicers.append(slicer)

        def ended(result: object) -> None:
            self._slicers.remove(slicer)
            slicer.deleteLater()
            self._end(task)
            deliver(result)  # type: ignore[arg-type]  # a signal carries any object

        slicer.ended.connect(ended)
        slicer.begin()
        return task

    def stop(self) -> None:
        """Stop everything and wait for it; nothing is delivered any more."""
        for task in self._tasks:
            task.stop()
        for slicer in self._slicers:
            slicer.give_up()
        self._slicers.clear()
        self._jobs.forget()
        for task in self._tasks:
            task.deleteLater()
        self._tasks.clear()
        self.changed.emit()

    def _begin(self, title: str) -> Task:
        task = Task(title, self)
        self._tasks.append(task)
        self.changed.emit()
        return task

    def _end(self, task: Task) -> None:
        self._tasks.remove(task)
        task.deleteLater()
        self.changed.emit()


class _Slicer(QObject):
    """Goes through a generator, a few milliseconds at a time."""

    ended = Signal(object)

    def __init__(self, task: Task, slices: Generator[Progress, None, Any]) -> None:
        super().__init__(task)
        self._task, self._slices = task, slices
        self._timer = QTimer(self)
        self._timer.setInterval(BREATH_MS)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        self._timer.start()

    def give_up(self) -> None:
        self._timer.stop()
        self._slices.close()

    def _go_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        try:
            while not spent.hasExpired(SLICE_MS):
                if self._task.stopped:
                    raise StoppedError
                piece = next(self._slices)
                self._task.tell(piece.done, piece.total)
                if getattr(piece, "waiting", False):
                    break
        except StoppedError:
            self.give_up()
            self.ended.emit(Stopped())
        except StopIteration as end:
            self._timer.stop()
            self.ended.emit(Ok(end.value))
        except Exception as error:  # noqa: BLE001 - whoever asked for the work decides what it means
            self._timer.stop()
            logging.getLogger(__name__).debug("A piece of work ended with %s", log.describe(error))
            self.ended.emit(Err(error))
