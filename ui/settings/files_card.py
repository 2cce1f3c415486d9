"""The card of other files: what was open last, and the way back to the start page."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from eventdesk.words import mark
from ui.look import Look
from ui.settings.card import Card
from ui.widgets.button import Button, plain
from ui.widgets.text import Text


class FilesCard(Card):
    """Another file takes the place of the open one; all of that is saved."""

    TITLE = mark("Other events")

    file_asked = Signal(Path)
    close_asked = Signal()

    def __init__(self, look: Look, others: Sequence[Path]) -> None:
        words, colours = look.words, look.theme.colours
        super().__init__(look, words.t(self.TITLE))
        if not others:
            self.column.addWidget(Text(words.t("No other file was open on this computer lately."), "muted", wrap=True))
        for path in others:
            button = Button(look, path.stem, plain(colours), icon="file", size=14, high=38)
            button.setToolTip(str(path))
            button.setAccessibleDescription(str(path))
            button.clicked.connect(partial(self._ask, path))
            self.column.addWidget(button)
        self.column.addSpacing(look.theme.space(4))
        self.close_button = Button(look, words.t("Close and go to the start page"), plain(colours), icon="home")
        self.close_button.clicked.connect(self.close_asked)
        self.column.addWidget(self.close_button)

    def _ask(self, path: Path) -> None:
        self.file_asked.emit(path)
