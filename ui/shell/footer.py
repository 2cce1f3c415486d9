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
GAP = 12


class Hint(QWidget):
    """One key and what it does; a click does it, too."""

    asked = Signal(ActionId)

    def __init__(self, look: Look, action: Action) -> None:
        super().__init__()
        self._id, self.spare = action.id, action.spare
        words, key = look.words, key_text(look.words, action.shown_keys[0])
        self._whole, self._brief = words.t(action.text), words.t(action.brief or action.text)
        self._text = Text(self._whole, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(6))
        row.addWidget(KeyCap(look.theme, key))
        row.addWidget(self._text)
        self.setAccessibleName(f"{self._whole} ({key})")
        self.setToolTip(words.t(action.help))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def be_brief(self, *, brief: bool) -> None:
        """Say it in fewer letters, or in full again."""
        self._text.setText(self._brief if brief else self._whole)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do it."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit(self._id)


class Footer(QFrame):
    """Shows as many keys as fit, the most important first; where they do not all fit, in fewer letters."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._look = look
        theme = look.theme
        self.setMinimumHeight(theme.space(HEIGHT))
        self._hints: list[Hint] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.space(GAP))
        self._said, self._more = "", ""
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

    def show_state(self, text: str, more: str = "") -> None:
        """Show what the printer does; `more` is the same in more words, for where there is room for it."""
        self._said, self._more = text, more or text
        self.setToolTip(more)
        self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as fit now."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        widest = self.width() // 4
        letters = self._state.fontMetrics()
        said, more = (min(letters.horizontalAdvance(text) + 4, widest) for text in (self._said, self._more))
        room = self.width() - self._look.theme.space(64 - GAP) - said
        whole = [hint for hint in self._hints if not hint.spare]
        for brief in (False, True):
            for hint in self._hints:
                hint.be_brief(brief=brief)
            if sum(map(self._width_of, whole)) <= room:
                break
        room = self._show_hints(whole, room)
        has_room = room >= more - said
        self._state.setText(self._more if has_room else self._said)
        self._show_hints([hint for hint in self._hints if hint.spare], room - (more - said if has_room else 0))

    def _show_hints(self, hints: Sequence[Hint], room: int) -> int:
        """Show the first of them that fit into `room`; returns what is left of it."""
        for hint in hints:
            room -= self._width_of(hint)
            hint.setVisible(room >= 0)
        return room

    def _width_of(self, hint: Hint) -> int:
        return hint.sizeHint().width() + self._look.theme.space(GAP)
