"""What all that can be pressed has in common: Enter presses it as the space bar does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = ~Qt.KeyboardModifier.KeypadModifier


class Pressable(QAbstractButton):
    """A button that knows Enter. The key goes no further; one that is held down presses once."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter."""
        if event.key() not in ENTER or event.modifiers() & _MODIFIERS:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()
