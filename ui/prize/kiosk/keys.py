"""The key by which the voting screen is left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

LEAVE_KEY = "Ctrl+Shift+Q"
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def leaves(event: QKeyEvent) -> bool:
    """Say whether this is the key that asks to leave."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Q and held == _MODIFIERS
