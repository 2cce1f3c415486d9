"""What is assumed to happen, a line each with a sign that takes it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.emptied import empty
from ui.widgets.text import Text


class CaseList(QWidget):
    """The lines."""

    removed = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.space(4))
        self._shown: tuple[str, ...] = ()

    def show_cases(self, sentences: Sequence[str]) -> None:
        """Show what is assumed now."""
        if tuple(sentences) == self._shown:
            return
        self._shown = tuple(sentences)
        empty(self._column)
        for number, sentence in enumerate(sentences):
            self._column.addWidget(self._line(number, sentence))
        self.setVisible(bool(sentences))

    def _line(self, number: int, sentence: str) -> QWidget:
        words = self._look.words
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(sentence, "strong", wrap=True), 1)
        away = Button(self._look, words.t("Take back"), plain(self._look.theme.colours), size=13, high=30)
        away.setAccessibleDescription(sentence)
        away.clicked.connect(self._remover(number))
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _remover(self, number: int) -> Callable[[], None]:
        return lambda: self.removed.emit(number)
