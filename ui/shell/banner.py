"""A sentence under the header: what happened, what to do. It never asks for a click; good news goes by itself."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.icons import IconView
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, Dress
from ui.widgets.text import Text

GOOD_NEWS_MS = 8000


class Banner(QFrame):
    """Shows one sentence until the next scan, or until it is closed."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("banner")
        theme, colours = look.theme, look.theme.colours
        self._text = Text("", "", wrap=True)
        ground, ink = QColor(colours.warning), QColor(colours.on_warning)
        dress = Dress(ground, ink, ink, QColor(colours.card), QColor(colours.focus))
        self._close = Button(look, look.words.t("Got it"), dress, size=14, high=34)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(24), theme.space(8), theme.space(24), theme.space(8))
        row.setSpacing(theme.space(12))
        self._note = IconView(look.icons, "note", colours.on_warning, theme.text_px(22))
        self._tick = IconView(look.icons, "check", colours.on_saved, theme.text_px(22))
        for icon in (self._note, self._tick):
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._leaving = single_shot(self, self.hide, GOOD_NEWS_MS)
        self.hide()

    def say(self, sentence: str, *, good: bool = False) -> None:
        """Show a sentence; good news looks calm, needs no answer and leaves after some seconds."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._note.setVisible(not good)
        self._tick.setVisible(good)
        self._close.setVisible(not good)
        if self.property("good") != good:
            self.setProperty("good", good)
            for part in (self, self._text):
                self.style().unpolish(part)
                self.style().polish(part)
        self._leaving.start() if good else self._leaving.stop()
        self.show()

    def text(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return "" if self.isHidden() else self._text.text()

    def clear(self) -> None:
        """Take the sentence away."""
        self.hide()
        self.closed.emit()
