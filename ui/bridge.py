"""From the core to Qt: what changed in the open event becomes one signal."""

from PySide6.QtCore import QObject, Signal

from eventdesk.event import Changes, Event


class Bridge(QObject):
    """Tells widgets that something in the event changed, and what kind of thing."""

    changed = Signal(object)

    def __init__(self, event: Event) -> None:
        super().__init__()
        self._event = event
        event.changed.append(self._tell)

    def close(self) -> None:
        """Stop listening."""
        self._event.changed.remove(self._tell)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
