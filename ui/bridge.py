"""From the core to Qt: what changed in the open event becomes one signal."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from eventdesk.event import Changes, Event


class Bridge(QObject):
    """Tells widgets that something in the event changed, and what kind of thing."""

    changed = Signal(object)

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        self._held: list[Changes] | None = None
        event.changed.append(self._tell)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Tell what changes inside only at its end, whatever comes of it: somebody waits for something else first."""
        if self._held is not None:
            yield
            return
        held: list[Changes] = []
        self._held = held
        try:
            yield
        finally:
            self._held = None
            for changes in held:
                self.changed.emit(changes)

    def close(self) -> None:
        """Stop listening."""
        self._event.changed.remove(self._tell)

    def _tell(self, changes: Changes) -> None:
        if self._held is None:
            self.changed.emit(changes)
        else:
            self._held.append(changes)
