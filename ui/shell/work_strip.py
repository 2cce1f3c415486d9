"""A line above the footer while something long is under way: what, how far, and a button that stops it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from ui.look import Look
from ui.timers import single_shot
from ui.widgets.button import Button, plain
from ui.widgets.text import ElidedText, Text
from ui.work import Task, Work

PATIENCE_MS = 300
"""What is done sooner is not announced."""
STEPS = 1000


class WorkStrip(QFrame):
    """Shows the oldest piece of work."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("workstrip")
        theme, words = look.theme, look.words
        self._work: Work | None = None
        self._task: Task | None = None
        self._title = ElidedText("", "strong")
        self._figures = Text("", "small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.space(8))
        self.bar.setAccessibleName(words.t("Progress"))
        self.stop_button = Button(look, words.t("Stop"), plain(theme.colours), size=14, high=34)
        self.stop_button.clicked.connect(self._stop)
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(24), theme.space(6), theme.space(24), theme.space(6))
        row.setSpacing(theme.space(14))
        row.addWidget(self._title, 2)
        row.addWidget(self.bar, 3, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._figures)
        row.addWidget(self.stop_button)
        self._patience = single_shot(self, self.show, PATIENCE_MS)
        self.hide()

    def follow(self, work: Work) -> None:
        """Show what is under way there."""
        self._work = work
        work.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        tasks = self._work.tasks if self._work is not None else ()
        task = tasks[0] if tasks else None
        if task is self._task:
            return
        self._task = task
        if task is None:
            self._patience.stop()
            self.hide()
            return
        task.changed.connect(self._show_progress)
        self._show_progress()
        if self.isHidden():
            self._patience.start()

    def _show_progress(self) -> None:
        task = self._task
        if task is None:
            return
        self._title.setText(self._words.t("Stopping …") if task.stopped else task.title)
        self.stop_button.setEnabled(not task.stopped)
        share = task.share
        self.bar.setRange(0, 0 if share is None else STEPS)
        if share is None:
            self._figures.setText("")
            return
        self.bar.setValue(round(share * STEPS))
        counted = self._words.t("{done} of {total}", done=f"{task.done:n}", total=f"{task.total:n}")
        self._figures.setText(counted)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()
