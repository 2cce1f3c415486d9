"""A question that says what its answer means. It takes the place of the view until it is answered."""

from PySide6.QtCore import Qt, Signal

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.card import Card
from ui.widgets.reason_line import Line, ReasonLine
from ui.widgets.text import Text
from ui.widgets.wrapping import Wrapping


class QuestionCard(Card):
    """Two answers; Esc is the second one, and so is Enter: the first one is meant when it is pressed itself."""

    answered = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", edges=(32, 28, 32, 28))
        words, theme = look.words, look.theme
        self.title.be("heading")
        self._lines: list[ReasonLine] = []
        self.sentence = Text("", "", wrap=True)
        self.yes = Button(look, "", primary(theme.colours), size=15, high=44)
        self.no = Button(look, words.t("Not yet"), plain(theme.colours), key=words.t("Esc"), size=15, high=44)
        self.column.setSpacing(theme.space(12))
        self.column.addWidget(self.sentence)
        self._at = self.column.count()
        self._answers = Wrapping(theme.space(10), [self.yes, self.no])
        self.column.addSpacing(theme.space(6))
        self.column.addWidget(self._answers)
        self.column.addStretch(1)
        self.yes.clicked.connect(lambda: self.answered.emit(True))
        self.no.clicked.connect(lambda: self.answered.emit(False))

    def ask(self, title: str, sentence: str, lines: tuple[Line, ...], yes: str) -> None:
        """Ask; `lines` say what follows from it."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        for line in self._lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [ReasonLine(self.look, line) for line in lines]
        for number, widget in enumerate(self._lines):
            self.column.insertWidget(self._at + number, widget)
        self.yes.say(yes)
        self.setAccessibleDescription(" ".join((sentence, *(line.text for line in lines))))

    def take_focus(self) -> None:
        """Begin at the answer that changes nothing."""
        self.no.setFocus(Qt.FocusReason.TabFocusReason)
