"""Names with a field beside each."""

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.look import Look
from ui.widgets.text import ElidedText


class Pairs(QWidget):
    """Names with a field beside each, which takes the room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._names: dict[QWidget, QWidget] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(10))
        self._grid.setVerticalSpacing(look.theme.space(6))
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, field: QWidget) -> None:
        """Add a field."""
        at = self._grid.rowCount()
        self._names[field] = ElidedText(name, "small")
        self._grid.addWidget(self._names[field], at, 0)
        self._grid.addWidget(field, at, 1)

    def show_field(self, field: QWidget, *, shown: bool) -> None:
        """Show a field with its name, or neither."""
        self._names[field].setVisible(shown)
        field.setVisible(shown)
