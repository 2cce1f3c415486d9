"""A field that scanners write into: what they write stays there until Enter or Tab ends it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COUNTS = {"+": 1, "-": -1, "−": -1}
LONGEST = 400
"""No code and no name is longer; a stuck key does not fill the memory."""


class ScanField(QLineEdit):
    """Enter or Tab ends a scan; the arrows move in the list below; Esc empties."""

    entered = Signal(str)
    moved = Signal(int)
    escaped = Signal()
    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.counts = False
        """Whether + and − in the empty field count people."""
        self.setMaxLength(LONGEST)

    def event(self, event: QEvent) -> bool:
        """Take Tab as the end of a scan, and leave Ctrl+Z to the desk while the field is empty."""
        if isinstance(event, QKeyEvent):
            kind, key = event.type(), event.key()
            if kind == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Z and _with_ctrl(event) and not self.text():
                event.ignore()
                return False
            if kind == QEvent.Type.KeyPress and key == Qt.Key.Key_Tab and self.text():
                self.entered.emit(self.text())
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what the keys mean here."""
        key = Qt.Key(event.key())
        if key in ENDS and not _with_ctrl(event):
            self.entered.emit(self.text())
        elif key in MOVES:
            self.moved.emit(MOVES[key])
        elif self.counts and not self.text() and event.text() in COUNTS:
            self.counted.emit(COUNTS[event.text()])
        elif key == Qt.Key.Key_Escape:
            event.setAccepted(bool(self.text()))
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _with_ctrl(event: QKeyEvent) -> bool:
    return Qt.KeyboardModifier.ControlModifier in event.modifiers()
