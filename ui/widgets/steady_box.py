"""A choice that takes effect at once, and therefore only when it was made on purpose."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from ui.widgets.choice import ChoiceBox

_OPENING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class SteadyBox(ChoiceBox):
    """Closed, it never changes: arrows open the list, Enter or a click chooses there."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list for the keys that would go through it unseen."""
        if event.key() in _OPENING:
            self.showPopup()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
