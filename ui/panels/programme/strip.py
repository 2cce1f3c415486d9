"""The line above the grid while another timetable is looked at: which one is shown, today's or the other."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.turning import turn

BESIDE = 520


class Strip(QWidget):
    """A sentence, and a choice between both."""

    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._scale = look.theme.scale
        self.sentence = Text("", "strong", wrap=True)
        self.sides = Segments(look, [words.t("Today"), words.t("Compared")], 1, words.t("Which timetable"))
        self.sides.chosen.connect(self.turned)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(space(14), space(10), space(14), space(2))
        self._line.setSpacing(space(10))
        self._line.addWidget(self.sentence, 1)
        self._line.addWidget(self.sides)
        self.hide()

    def say(self, sentence: str, *, choice: bool) -> None:
        """Say what is shown; nothing: the line is not needed. `choice`: there are two timetables."""
        self.sentence.setText(sentence)
        self.sides.setVisible(choice)
        self.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice below the sentence where there is little room."""
        super().resizeEvent(event)
        turn(self._line, narrow=self.width() < BESIDE * self._scale)
