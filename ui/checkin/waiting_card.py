"""What stands in the place of the verdict before the first scan."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import ActionId, action, key_of
from ui.icons import IconView
from ui.look import Look
from ui.widgets.keys import KeyCap
from ui.widgets.text import Text

HINTS = (ActionId.WALK_IN, ActionId.UNDO, ActionId.HELP)


class WaitingCard(QFrame):
    """Ready: what to do first, and three keys to know."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        theme, words = look.theme, look.words
        middle = Qt.AlignmentFlag.AlignHCenter
        self._icon = IconView(look.icons, "scan", theme.colours.muted, theme.text_px(64))
        self._ready = Text(words.t("Ready"), "display")
        self._lead = Text(words.t("Scan a badge, or type the first letters of a name."), "lead", wrap=True)
        self._lead.setAlignment(middle)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(theme.space(8))
        for hint in HINTS:
            keys.addWidget(KeyCap(theme, key_of(words, hint)))
            keys.addWidget(Text(words.t(action(hint).text), "small"))
            keys.addSpacing(theme.space(10) if hint is not HINTS[-1] else 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(24), theme.space(12), theme.space(24), theme.space(20))
        self._column.setSpacing(theme.space(8))
        self._column.addStretch(2)
        self._column.addWidget(self._icon, 0, middle)
        self._column.addWidget(self._ready, 0, middle)
        self._column.addWidget(self._lead)
        self._column.addStretch(3)
        self._column.addWidget(self._keys, 0, middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low or narrow card leave out the keys, then the icon."""
        super().resizeEvent(event)
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        room = self.height() - margins.top() - margins.bottom() - 5 * self._column.spacing()
        room -= self._ready.sizeHint().height() + self._lead.heightForWidth(width)
        keys = self._keys.sizeHint()
        self._keys.setVisible(keys.width() <= width and keys.height() <= room)
        room -= keys.height() if not self._keys.isHidden() else 0
        self._icon.setVisible(self._icon.height() <= room)
