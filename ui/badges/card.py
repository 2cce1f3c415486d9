"""What the cards of this page are made of: controls with their names, lists."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QListWidget, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets import card as widgets_card
from ui.widgets.text import Text


class Card(widgets_card.Card):
    """One card of the page."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, title, edges=(20, 16, 20, 18))


class Pairs(QWidget):
    """Controls in two columns, each with its name above it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(14))
        self._grid.setVerticalSpacing(look.theme.space(8))
        self._between, self._count = look.theme.space(2), 0
        for column in range(2):
            self._grid.setColumnStretch(column, 1)

    def add(self, name: str, control: QWidget, *, wide: bool = False) -> None:
        """Add a control; a `wide` one takes both columns."""
        label = Text(name, "label")
        label.setBuddy(control)
        control.setAccessibleName(name)
        self._count += self._count % 2 if wide else 0
        row, column = divmod(self._count, 2)
        span = 2 if wide else 1
        cell = QVBoxLayout()
        cell.setSpacing(self._between)
        cell.addWidget(label)
        cell.addWidget(control)
        self._grid.addLayout(cell, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._count += span


class Rows(QWidget):
    """Controls below each other, each with its name before it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(12))
        self._grid.setVerticalSpacing(look.theme.space(8))
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._rows: dict[QWidget, Text] = {}

    def add(self, name: str, control: QWidget) -> None:
        """Add a control."""
        label, row = Text(name, "", wrap=True), self._grid.rowCount()
        label.setBuddy(control)
        control.setAccessibleName(name)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(control, row, 1)
        self._rows[control] = label

    def show_row(self, control: QWidget, *, shown: bool) -> None:
        """Show a control with its name, or neither."""
        self._rows[control].setVisible(shown)
        control.setVisible(shown)


class Lines(QListWidget):
    """A list in which what is long wraps."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("badgelist")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
