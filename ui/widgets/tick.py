"""A tick with a text that takes as many lines as it needs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.text import Text


class Tick(QWidget):
    """A click on the text ticks, too."""

    toggled = Signal(bool)

    def __init__(self, theme: Theme, text: str, *, ticked: bool) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setChecked(ticked)
        self.box.setAccessibleName(text)
        self.box.toggled.connect(self.toggled)
        label = Text(text, "", wrap=True)
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(4))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick."""
        if self.rect().contains(event.position().toPoint()):
            self.box.toggle()
