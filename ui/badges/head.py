"""The head of the page: the figures, what is out of date, and the two things that can be looked at."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.badges.counts import CountsBar
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.segments import Segments
from ui.widgets.turning import turn

ROOM_BESIDE = 760


class Head(QWidget):
    """Beside each other where there is room; badges that have changed can be chosen at once."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, words = look, look.words
        self.counts = CountsBar(look)
        self.changed = Button(look, "", plain(look.theme.colours), icon="again", size=14, high=36)
        self.changed.hide()
        self.views = Segments(look, [words.t("To print"), words.t("Print log")], 0, words.t("Badges"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.space(10))
        self._row.addWidget(self.counts, 1)
        self._row.addWidget(self.changed, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_changed(self, count: int) -> None:
        """Say how many badges are out of date; nothing if none is."""
        self.changed.say(self._look.words.n("One has changed since", "{count} have changed since", count))
        self.changed.setVisible(count > 0)

    def be_low(self, *, low: bool) -> None:
        """Leave out the figures in a low window."""
        self.counts.setVisible(not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other where there is room."""
        super().resizeEvent(event)
        turn(self._row, narrow=self.width() < ROOM_BESIDE * self._look.theme.scale)
