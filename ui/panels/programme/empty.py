"""What is shown while there is no room, no slot or no session: what to do, and the buttons that do it."""

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
        self.button = Button(look, words.t("Add a room"), primary(theme.colours), size=15, high=42)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(32), theme.space(16), theme.space(32), theme.space(16))
        column.setSpacing(theme.space(12))
        column.addStretch(1)
        icon = IconView(look.icons, "panels", theme.colours.muted, theme.text_px(48))
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._title, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.hide()

    def show_missing(self, *, rooms: bool, slots: bool) -> None:
        """Say what is missing first; nothing of both: the grid is there."""
        words = self._words
        self.setVisible(rooms or slots)
        if rooms:
            self._title.setText(words.t("There is no room yet"))
            self._sentence.setText(words.t("Add the rooms with their seats, then slots and sessions."))
            self.button.say(words.t("Add a room"))
        elif slots:
            self._title.setText(words.t("There is no slot yet"))
            self._sentence.setText(words.t("Add when sessions begin and end; then sessions can be put into the grid."))
            self.button.say(words.t("Add a slot"))
