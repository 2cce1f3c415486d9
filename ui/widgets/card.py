"""What cards of pages are made of: a title, perhaps a sentence, and below that a column with buttons side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


class Card(QFrame):
    """One card of a page."""

    def __init__(
        self, look: Look, title: str, sentence: str = "", *, edges: tuple[int, int, int, int] = (24, 18, 24, 20)
    ) -> None:
        """Leave so much room at the `edges`: left, top, right, bottom."""
        super().__init__()
        self.look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        space = look.theme.space
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*map(space, edges))
        self.column.setSpacing(space(10))
        self.title = Text(title, "title", wrap=True)
        self.column.addWidget(self.title)
        if sentence:
            self.column.addWidget(Text(sentence, "muted", wrap=True))

    def button(self, text: str, key: str = "") -> Button:
        """Make a button for this card."""
        return Button(self.look, text, plain(self.look.theme.colours), key=key, size=14, high=38)

    def add_buttons(self, buttons: Sequence[Button]) -> Wrapping:
        """Add buttons beside each other, as many in a line as fit."""
        line = Wrapping(self.look.theme.space(10), buttons)
        self.column.addWidget(line)
        return line
