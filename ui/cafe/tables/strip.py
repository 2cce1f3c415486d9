"""The line above the tables: what is looked at if it is not how things are, or whom one is asked to choose."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.segments import Segments
from ui.widgets.text import Text
from ui.widgets.turning import turn

BESIDE = 520


class Strip(QWidget):
    """A sentence, and a choice between today and the proposal, or a way out."""

    turned = Signal(int)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._scale = look.theme.scale
        self.sentence = Text("", "strong", wrap=True)
        self.sides = Segments(look, [words.t("Today"), words.t("Proposal")], 1, words.t("Which tables"))
        self.sides.chosen.connect(self.turned)
        self.leave = Button(look, words.t("Leave it"), plain(look.theme.colours), key=words.t("Esc"), size=14, high=34)
        self.leave.clicked.connect(self.left)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(space(14), space(8), space(14), space(2))
        self._line.setSpacing(space(10))
        self._line.addWidget(self.sentence, 1)
        self._line.addWidget(self.sides)
        self._line.addWidget(self.leave)
        self.hide()

    def say(self, sentence: str, *, choice: bool = False, way_out: bool = False) -> None:
        """Say something; nothing: the line is not needed."""
        self.sentence.setText(sentence)
        self.sides.setVisible(choice)
        self.leave.setVisible(way_out)
        self.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice below the sentence where there is little room."""
        super().resizeEvent(event)
        turn(self._line, narrow=self.width() < BESIDE * self._scale)
