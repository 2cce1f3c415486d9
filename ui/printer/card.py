"""What the cards of this page are made of: a title, a sentence, named controls, buttons side by side."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


class Card(QFrame):
    """One card of the page."""

    def __init__(self, look: Look, title: str, sentence: str = "") -> None:
        super().__init__()
        self.look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        space = look.theme.space
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(24), space(18), space(24), space(20))
        self.column.setSpacing(space(10))
        self.column.addWidget(Text(title, "title", wrap=True))
        if sentence:
            self.column.addWidget(Text(sentence, "muted", wrap=True))
        self._rows: list[QBoxLayout] = []

    def add_row(self, title: str, control: QWidget) -> Text:
        """Add a control with its name beside it, or above it where there is little room; returns the name."""
        label = Text(title, "", wrap=True)
        label.setBuddy(control)
        control.setAccessibleName(title)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self.look.theme.space(8))
        row.addWidget(label, 2)
        row.addWidget(control, 3)
        self.column.addLayout(row)
        self._rows.append(row)
        return label

    def add_buttons(self, buttons: Sequence[Button]) -> Wrapping:
        """Add buttons beside each other, as many in a line as fit."""
        line = Wrapping(self.look.theme.space(10), buttons)
        self.column.addWidget(line)
        return line

    @staticmethod
    def show_some(line: Wrapping, shown: Mapping[Button, bool]) -> None:
        """Show some of the buttons of a line and arrange them anew; without any the line takes no room."""
        for button, wanted in shown.items():
            button.setVisible(wanted)
        line.setVisible(any(shown.values()))
        line.place()
        line.setMinimumHeight(line.heightForWidth(line.width()))

    def button(self, text: str, key: str = "") -> Button:
        """Make a button for this card."""
        return Button(self.look, text, plain(self.look.theme.colours), key=key, size=14, high=38)

    def fit(self, *, narrow: bool) -> None:
        """Arrange everything for a narrow card, or a wide one."""
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(way)
