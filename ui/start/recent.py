"""The files that were open last: a card for each, with what a short look at the file found."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from eventdesk.store.peek import Glance, Reach
from eventdesk.words import Words
from ui.amounts import age_text
from ui.look import Look
from ui.start.card import PressCard
from ui.titles import KnownFile
from ui.widgets.button import Button, plain


class RecentFile(QWidget):
    """One file; one that is gone can only be taken from the list."""

    asked = Signal(Path)
    forgotten = Signal(Path)

    def __init__(self, look: Look, known: KnownFile, *, first: bool) -> None:
        super().__init__()
        path, words = known.path, look.words
        self.path, self._look, self._first = path, look, first
        self._known = known
        self.card = PressCard(look, "file", path.stem, "", "").keep_room()
        self._show_lines()
        self.card.clicked.connect(partial(self._ask, path))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(4))
        column.addWidget(self.card)
        self.remove = Button(look, words.t("Remove from list"), plain(look.theme.colours), size=14, high=34)
        self.remove.setAccessibleDescription(path.stem)
        self.remove.clicked.connect(partial(self._forget, path))
        self.remove.hide()
        line = QHBoxLayout()
        line.addWidget(self.remove)
        line.addStretch(1)
        column.addLayout(line)
        self.setFocusProxy(self.card)

    def show_glance(self, glance: Glance, now: datetime) -> None:
        """Show what was found in the file."""
        gone = glance.reach is Reach.GONE
        self._first = self._first and not gone
        self._known = replace(self._known, title=glance.title or self._known.title)
        self._show_lines(told(self._look.words, glance, now))
        self.card.setEnabled(not gone)
        self.remove.setVisible(gone)

    def _show_lines(self, figures: str = "") -> None:
        """The event stands above its file."""
        name = self._known.name
        self.card.show_title(self._look.words.t("Go on with {name}", name=name) if self._first else name)
        self.card.show_lines(self._known.where, figures)

    def _ask(self, path: Path) -> None:
        self.asked.emit(path)

    def _forget(self, path: Path) -> None:
        self.forgotten.emit(path)


def told(words: Words, glance: Glance, now: datetime) -> str:
    """Return what a card says about a file: its figures, or why there are none."""
    match glance.reach:
        case Reach.GONE:
            return words.t("This file is not there any more.")
        case Reach.OPEN_ELSEWHERE:
            return words.t("Open in another window or program")
        case Reach.LEFT_OPEN:
            return words.t("Was not closed properly; opening it puts that right")
        case Reach.UNREADABLE:
            return words.t("Cannot be read")
        case Reach.READ:
            pass
    figures = [words.n("one person", "{count} people", glance.people)]
    figures.append(words.n("one checked in", "{count} checked in", glance.checked_in))
    if glance.used is not None:
        figures.append(words.t("used {age}", age=age_text(words, glance.used, now)))
    return " · ".join(figures)


def recent_files(look: Look, files: Sequence[KnownFile]) -> list[RecentFile]:
    """Return a card for each file; the first one is what is gone on with."""
    return [RecentFile(look, file, first=number == 0) for number, file in enumerate(files)]
