"""What is wrong in a template file: every wrong line, so that its author can put it right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from eventdesk.badges.design.template_words import problem
from eventdesk.badges.design.toml_cells import FileProblem
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text


class Problems(QFrame):
    """Stands in place of the editor until it is closed; nothing was opened."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "card")
        words, space = look.words, look.theme.space
        column = QVBoxLayout(self)
        column.setContentsMargins(space(18), space(14), space(18), space(14))
        column.setSpacing(space(8))
        self.title = Text("", "strong", wrap=True)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setAccessibleName(words.t("What is wrong in the file"))
        self.list.setTabChangesFocus(True)
        self.close_button = Button(look, words.t("Got it"), plain(look.theme.colours), size=14, high=36)
        self.close_button.clicked.connect(self.closed)
        for widget in (self.title, self.list, self.close_button):
            column.addWidget(widget)
        self.hide()

    def show_problems(self, found: Sequence[FileProblem]) -> None:
        """Show all of them; none: nothing."""
        self.setVisible(bool(found))
        if not found:
            return
        words = self._look.words
        self.title.setText(
            words.n(
                "This template cannot be used: one line is wrong. Nothing was changed.",
                "This template cannot be used: {count} lines are wrong. Nothing was changed.",
                len(found),
            )
        )
        self.list.setPlainText("\n".join(problem(words, each) for each in found))
        self.list.setFocus()
