"""A calm question that waits for its answer, while everything else goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text
from ui.widgets.turning import turn

ROOM_BESIDE = 560


class Notice(QFrame):
    """A strip with a sentence and two answers; `answered` says whether it was the first one."""

    answered = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self._scale = theme.scale
        self.setObjectName("notice")
        self.sentence = Text("", "", wrap=True)
        self.yes = Button(look, "", primary(theme.colours), size=14, high=36)
        self.no = Button(look, "", plain(theme.colours), size=14, high=36)
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(theme.space(12))
        for button in (self.yes, self.no):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._buttons.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.space(24), theme.space(8), theme.space(24), theme.space(8))
        self._row.setSpacing(theme.space(12))
        self._row.addWidget(self.sentence, 1)
        self._row.addLayout(self._buttons)
        self.hide()

    def ask(self, sentence: str, yes: str, no: str) -> None:
        """Ask."""
        self.sentence.setText(sentence)
        self.yes.say(yes)
        self.no.say(no)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below the sentence, and below each other, where there is little room."""
        super().resizeEvent(event)
        edges = self._row.contentsMargins()
        needed = self.yes.sizeHint().width() + self._row.spacing() + self.no.sizeHint().width()
        turn(self._buttons, narrow=needed > self.width() - edges.left() - edges.right())
        turn(self._row, narrow=self.width() < ROOM_BESIDE * self._scale)
