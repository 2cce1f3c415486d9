"""The field for what a table found: a line each."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from ui.look import Look
from ui.widgets.keys import claims


class LinesEdit(QPlainTextEdit):
    """Tab goes on to the next field. What was typed is written when somebody goes elsewhere."""

    written = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("findings")
        self.setTabChangesFocus(True)
        self.setAccessibleName(look.words.t("What the table found, a line each"))
        self.setPlaceholderText(look.words.t("One finding per line"))
        self.setMinimumHeight(look.theme.text_px(150))

    def show_lines(self, lines: list[str]) -> None:
        """Show what is known; what was typed since is gone."""
        self.setPlainText("\n".join(lines))
        self.document().setModified(False)

    def lines(self) -> list[str]:
        """Return what stands there."""
        return self.toPlainText().split("\n")

    def event(self, event: QEvent) -> bool:
        """Leave the key of undo to the page, unless something was typed here that is not written yet."""
        if not self.document().isModified() and claims(event, QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed when somebody goes elsewhere."""
        super().focusOutEvent(event)
        self.written.emit()
