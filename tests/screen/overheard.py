"""Runs eventdesk as its command does, and keeps what can be read in its window in a file, for a test to look at."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QWidget

from ui import launch, running

WORDS = "EVENTDESK_WORDS"
"""The variable that names the file."""
LOOK_EVERY_MS = 100


def read(window: QWidget) -> Iterator[str]:
    """Yield every text that is to be seen."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield widget.currentText()
        elif isinstance(widget, QListWidget):
            yield from (widget.item(at).text() for at in range(widget.count()))


class Overheard:
    """Writes down what the window says whenever that has changed."""

    def __init__(self, window: QWidget, file: Path) -> None:
        """Look at the window again and again."""
        self._window, self._file = window, file
        self._before: list[str] = []
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        texts = [text for text in read(self._window) if text]
        if texts != self._before:
            self._before = texts
            making = self._file.with_suffix(".new")
            making.write_text(json.dumps(texts), encoding="utf-8")
            making.replace(self._file)


def main() -> int:
    """Run eventdesk with the arguments of this process."""
    begin: Callable[..., Callable[[], None]] = running.start
    heard: list[Overheard] = []

    def start(app: Any, window: QWidget, *rest: Any, **named: Any) -> Callable[[], None]:
        end = begin(app, window, *rest, **named)
        heard.append(Overheard(window, Path(os.environ[WORDS])))
        return end

    running.start = start
    return launch.main()


if __name__ == "__main__":
    sys.exit(main())
