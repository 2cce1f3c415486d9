"""The line at the foot: the keys that work on this page, and at the right what the printer does."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.actions import Action, ActionId, key_text
from ui.look import Look
from ui.widgets.keys import KeyCap
from ui.widgets.text import ElidedText, Text

HEIGHT = 38


class Hint(QWidget):
    """One key and what it does; a click does it, too."""

    asked = Signal(ActionId)

    def __init__(self, look: Look, action: Action) -> None:
        super().__init__()
        self._id = action.id
        words, key = look.words, key_text(look.words, action.keys[0])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(6))
        row.addWidget(KeyCap(look.theme, key))
        row.addWidget(Text(words.t(action.text), "small"))
        self.setAccessibleName(f"{words.t(action.text)} ({key})")
        self.setToolTip(words.t(action.help))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do it."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit(self._id)


class Footer(QFrame):
    """Shows as many keys as fit, the most important first."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._look = look
        theme = look.theme
        self.setMinimumHeight(theme.space(HEIGHT))
        self._hints: list[Hint] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.space(22))
        self._state = ElidedText("", "small")
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(24), 2, theme.space(24), 2)
        line.setSpacing(theme.space(16))
        line.addLayout(self._row)
        line.addWidget(self._state, 1)

    def show_keys(self, actions: Sequence[Action]) -> None:
        """Show the keys of a page."""
        for hint in self._hints:
            hint.deleteLater()
            hint.hide()
        self._hints = []
        for action in actions:
            hint = Hint(self._look, action)
            hint.asked.connect(self.asked)
            self._row.addWidget(hint)
            self._hints.append(hint)
        self._show_what_fits()

    def show_state(self, text: str) -> None:
        """Show what the printer does."""
        self._state.setText(text)
        self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as fit now."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        theme = self._look.theme
        room = self.width() - theme.space(64)
        room -= min(self._state.sizeHint().width(), self.width() // 4) if self._state.text() else 0
        for hint in self._hints:
            room -= hint.sizeHint().width() + theme.space(22)
            hint.setVisible(room >= 0)
