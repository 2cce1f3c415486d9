"""Finds things out piece by piece, for a page that may be gone before it is done."""

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from ui.jobs import Err, Ok
from ui.work import Progress, Stopped, Task, Work

T = TypeVar("T")


class Errands:
    """Of several of one kind only the last one counts; the one before it is stopped. With `page` everything stops."""

    def __init__(self, work: Work, page: QObject) -> None:
        self._work = work
        self._tasks: dict[str, Task] = {}
        page.destroyed.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether something is still being found out."""
        return bool(self._tasks)

    def has(self, kind: str) -> bool:
        """Say whether something of this kind is being found out."""
        return kind in self._tasks

    def run(self, kind: str, title: str, slices: Generator[Progress, None, T], deliver: Callable[[T], object]) -> None:
        """Go through `slices` and hand on what they return; nothing if somebody stops it."""

        def ended(result: Ok[Any] | Err | Stopped) -> None:
            if self._tasks.get(kind) is not task:
                return
            del self._tasks[kind]
            if isinstance(result, Err):
                raise result.error
            if isinstance(result, Ok):
                deliver(result.value)

        self.stop(kind)
        self._tasks[kind] = task = self._work.in_slices(title, slices, ended)

    def stop(self, kind: str) -> None:
        """Stop what is being found out of this kind."""
        task = self._tasks.pop(kind, None)
        if task is not None:
            task.stop()

    def close(self) -> None:
        """Stop everything: the page is gone."""
        for kind in list(self._tasks):
            self.stop(kind)
