"""A card while something long is under way: what, how far, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.work import Task

STEPS = 1000


class ProgressCard(QFrame):
    """Says that the desk goes on scanning meanwhile."""

    stop_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._words = look.words
        theme = look.theme
        self.title = Text("", "heading", wrap=True)
        self.hint = Text("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.space(10))
        self.bar.setAccessibleName(look.words.t("Progress"))
        self.figures = Text("", "strong")
        self.stop_button = Button(look, look.words.t("Stop"), plain(theme.colours))
        self.stop_button.clicked.connect(self.stop_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(24), theme.space(20), theme.space(24), theme.space(20))
        column.setSpacing(theme.space(12))
        column.addWidget(self.title)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(theme.space(12))
        row.addWidget(self.figures, 1)
        row.addWidget(self.stop_button)
        column.addLayout(row)
        column.addWidget(self.hint)

    def show_task(self, title: str, hint: str, task: Task | None) -> None:
        """Show what is under way and how far it is."""
        stopping = task is not None and task.stopped
        self.title.setText(self._words.t("Stopping …") if stopping else title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        share = None if task is None else task.share
        self.bar.setRange(0, 0 if share is None else STEPS)
        if task is None or share is None:
            self.figures.setText("")
            return
        self.bar.setValue(round(share * STEPS))
        self.figures.setText(self._words.t("{done} of {total}", done=task.done, total=task.total))
