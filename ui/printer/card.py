"""What the cards of this page are made of: those of any page, with controls that have their names beside them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.widgets import card as widgets_card
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping


class Card(widgets_card.Card):
    """One card of the page."""

    def __init__(self, look: Look, title: str, sentence: str = "") -> None:
        super().__init__(look, title, sentence)
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

    @staticmethod
    def show_some(line: Wrapping, shown: Mapping[Button, bool]) -> None:
        """Show some of the buttons of a line and arrange them anew; without any the line takes no room."""
        for button, wanted in shown.items():
            button.setVisible(wanted)
        line.setVisible(any(shown.values()))
        line.place()
        line.setMinimumHeight(line.heightForWidth(line.width()))

    def fit(self, *, narrow: bool) -> None:
        """Arrange everything for a narrow card, or a wide one."""
        turn(*self._rows, narrow=narrow)
