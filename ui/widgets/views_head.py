"""The line above the views of a page: which one is shown, and what can be done in it as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.segments import Segments
from ui.widgets.turning import turn


class ViewsHead(QWidget):
    """Views at the left, the deeds of the one that is shown at the right; below each other in little room."""

    chosen = Signal(int)

    def __init__(self, look: Look, names: Sequence[str], deeds: Sequence[ButtonRow]) -> None:
        """Take the name and the row of deeds of each view, in their order."""
        super().__init__()
        self._look, self._deeds = look, deeds
        self.tabs = Segments(look, names, 0, look.words.t("View"))
        self.tabs.chosen.connect(self.chosen)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(look.theme.space(8))
        self._line.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._line.addStretch(1)
        self.setMinimumHeight(look.theme.space(38))
        for row in deeds:
            self._line.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)

    def show_tab(self, at: int) -> None:
        """Show which view is looked at, and its deeds."""
        self.tabs.choose(at)
        for number, row in enumerate(self._deeds):
            row.setVisible(number == at and row.natural_width() > 0)
        self.arrange()

    def arrange(self) -> None:
        """Take one line or two, as the deeds need it."""
        gap = self._look.theme.space(16)
        for row in self._deeds:
            if row.isHidden():
                continue
            needed = row.natural_width()
            narrow = self.tabs.sizeHint().width() + needed + gap > self.width()
            turn(self._line, narrow=narrow)
            row.setMinimumWidth(0 if narrow else needed)
            row.setMaximumWidth(max(1, self.width()) if narrow else needed)
            row.refit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        self.arrange()
