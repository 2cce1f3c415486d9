"""What is shown while there is no hall, or no booth in it: what to do, and the button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import IconView
from ui.look import Look
from ui.widgets.button import Button, primary
from ui.widgets.text import Text


class Empty(QWidget):
    """A drawing, a sentence, a button."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, theme = look.words, look.theme
        self._words = words
        self._title, self._sentence = Text("", "heading", wrap=True), Text("", "muted", wrap=True)
        for text in (self._title, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(look, words.t("Add a hall"), primary(theme.colours), size=15, high=42)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(32), theme.space(16), theme.space(32), theme.space(16))
        column.setSpacing(theme.space(12))
        column.addStretch(1)
        column.addWidget(
            IconView(look.icons, "fair", theme.colours.muted, theme.text_px(48)), 0, Qt.AlignmentFlag.AlignHCenter
        )
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._title.setText(words.t("There is no hall yet"))
        self._sentence.setText(
            words.t("Add a hall with its width and depth in metres; then draw booths in it, a row in one go.")
        )
