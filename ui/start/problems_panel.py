"""Why no event was made of a folder or workbook: every wrong cell in a sentence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text

LINES = 12


class ProblemsPanel(QFrame):
    """Nothing was made; the sentences can be copied for whoever mends the tables."""

    again = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, sentences: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        words, theme = look.words, look.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(24), theme.space(18), theme.space(24), theme.space(20))
        column.setSpacing(theme.space(8))
        column.addWidget(Text(words.t("No event was made of “{name}”", name=name), "heading", wrap=True))
        count = words.n("One cell does not fit.", "{count} cells do not fit.", len(sentences))
        told = words.t("{count} Nothing was changed. Mend them in the tables, then try again.", count=count)
        column.addWidget(Text(told, "", wrap=True))
        self.text = QPlainTextEdit("\n".join(sentences))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words.t("What does not fit"))
        self.text.setMinimumHeight(theme.metrics(13).height() * LINES)
        column.addWidget(self.text)
        self.retry = Button(look, words.t("Try again"), primary(theme.colours))
        self.retry.clicked.connect(self.again)
        copy = Button(look, words.t("Copy"), plain(theme.colours))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        back = Button(look, words.t("Back"), plain(theme.colours), key=words.t("Esc"))
        back.clicked.connect(self.left)
        line = QHBoxLayout()
        line.setSpacing(theme.space(10))
        for button in (self.retry, copy, back):
            line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)

    def start(self) -> None:
        """Begin at what is wrong."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
