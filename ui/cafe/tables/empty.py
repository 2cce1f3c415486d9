"""What stands in place of the tables while there are none: what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, primary
from ui.widgets.text import Text


class Empty(QWidget):
    """Asks for tables, then for rounds."""

    tables_asked = Signal()
    rounds_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        space = look.theme.space
        self.title, self.sentence = Text("", "heading", wrap=True), Text("", "muted", wrap=True)
        self.button = Button(look, "", primary(look.theme.colours))
        self.button.clicked.connect(self._on_clicked)
        self._rounds = False
        column = QVBoxLayout(self)
        column.setContentsMargins(space(32), space(24), space(32), space(24))
        column.setSpacing(space(10))
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        self.hide()

    def show_missing(self, *, tables: bool, rounds: bool) -> None:
        """Show what is missing, if anything."""
        words = self._look.words
        self._rounds = not tables and rounds
        if tables:
            self.title.setText(words.t("No tables yet"))
            said = words.t("In a World Café people sit at tables and change them each round, so that everybody meets "
                           "others. Add the tables first, then the rounds.")  # fmt: skip
            self.sentence.setText(said)
            self.button.say(words.t("Add tables …"))
        elif rounds:
            self.title.setText(words.t("No rounds yet"))
            self.sentence.setText(words.t("How many rounds are there, and how long does each take?"))
            self.button.say(words.t("Set the rounds …"))
        self.setVisible(tables or rounds)

    def _on_clicked(self) -> None:
        (self.rounds_asked if self._rounds else self.tables_asked).emit()
