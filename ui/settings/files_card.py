"""The card of other files: what was open last, and the way back to the start page."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from eventdesk.words import mark
from ui.look import Look
from ui.settings.card import Card
from ui.settings.fold import Item, Line
from ui.titles import KnownFile
from ui.widgets.button import Button, plain
from ui.widgets.text import Text


class FileLine(Line):
    """One file: the title of its event, its name and folder."""

    def __init__(self, look: Look, file: KnownFile) -> None:
        super().__init__(look, Item(str(file.path), file.name, file.where))
        self.setCheckable(False)
        self.setToolTip(str(file.path))

    def sign(self) -> str:
        """Return that a press opens it."""
        return "open"


class FilesCard(Card):
    """Another file takes the place of the open one; all of that is saved."""

    TITLE = mark("Other events")

    file_asked = Signal(Path)
    close_asked = Signal()

    def __init__(self, look: Look, others: Sequence[KnownFile]) -> None:
        words, colours = look.words, look.theme.colours
        super().__init__(look, words.t(self.TITLE))
        if not others:
            self.column.addWidget(Text(words.t("No other file was open on this computer lately."), "muted", wrap=True))
        for file in others:
            line = FileLine(look, file)
            line.clicked.connect(partial(self._ask, file.path))
            self.column.addWidget(line)
        self.column.addSpacing(look.theme.space(4))
        self.close_button = Button(look, words.t("Close and go to the start page"), plain(colours), icon="home")
        self.close_button.clicked.connect(self.close_asked)
        self.column.addWidget(self.close_button)

    def _ask(self, path: Path) -> None:
        self.file_asked.emit(path)
