"""Tells when a widget was painted."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class Painted(QObject):
    """Counts the paints of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False

    def wait(self, since: int, turn: Callable[[], None] = QCoreApplication.sendPostedEvents) -> None:
        """Return as soon as it has been painted; what waits for a timer comes later, unless a `turn` sees to it."""
        while self.times == since:
            turn()
