"""A field of several lines: what is typed is handed on when one goes elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from ui.look import Look
from ui.widgets.keys import claims


class LinesEdit(QPlainTextEdit):
    """Tab goes on to the next field; Ctrl with Enter hands on and says so."""

    finished = Signal()
    written = Signal()

    def __init__(self, look: Look, name: str, *, high: float = 150, hint: str = "", kind: str = "findings") -> None:
        """Be at least so `high`, in pixels at 100 %; `kind` is how the style sheet calls it."""
        super().__init__()
        self.setObjectName(kind)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(look.theme.text_px(high))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what is known; what was typed since is gone."""
        self.show_text("\n".join(lines))

    def show_text(self, text: str) -> None:
        """Show a text, unless it stands there already."""
        if self.toPlainText() != text:
            self.setPlainText(text)
        self.document().setModified(False)

    def lines(self) -> list[str]:
        """Return what stands there."""
        return self.toPlainText().split("\n")

    def event(self, event: QEvent) -> bool:
        """Leave the key of undo to the page, unless something was typed here that nobody has stored yet."""
        if not self.document().isModified() and claims(event, QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on by Ctrl with Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand on what was typed when somebody goes elsewhere."""
        super().focusOutEvent(event)
        self.written.emit()
