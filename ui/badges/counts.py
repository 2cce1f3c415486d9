"""How far the badges are: printed, handed out, checked in are three different things."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.badges.flow import BadgeCounts
from ui.look import Look
from ui.widgets.text import Text


class Figure(QWidget):
    """A number and what it counts."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._name = name
        self.number = Text("", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.theme.space(18), 0)
        column.setSpacing(0)
        column.addWidget(self.number)
        column.addWidget(Text(name, "small"))

    def show_number(self, text: str) -> None:
        """Show another number."""
        self.number.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")


class CountsBar(QWidget):
    """Three figures beside each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, words = look, look.words
        self.printed = Figure(look, words.t("printed"))
        self.handed_out = Figure(look, words.t("handed out"))
        self.checked_in = Figure(look, words.t("checked in"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(10))
        for figure in (self.printed, self.handed_out, self.checked_in):
            row.addWidget(figure)
        row.addStretch(1)

    def show_counts(self, counts: BadgeCounts) -> None:
        """Show what is counted."""
        of_all = self._look.words.t("{count} of {all}", count=counts.printed, all=counts.expected)
        self.printed.show_number(of_all)
        self.handed_out.show_number(str(counts.handed_out))
        self.checked_in.show_number(str(counts.checked_in))
