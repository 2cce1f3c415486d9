"""The window's process: the window is on the screen first, everything else is loaded behind it."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.memory import keep_together
from ui.preferences import Preferences
from ui.window import Window


def run(*, file: Path | None = None, sample: str = "", folder: Path | None = None) -> int:
    """Open the window, with a file or a sample event if named, and stay until it is closed. Returns the exit code."""
    keep_together()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("eventdesk")
    app.setStyle("Fusion")
    preferences = Preferences()
    window = Window(dark=preferences.shade == "dark")
    if preferences.geometry is not None:
        window.restoreGeometry(preferences.geometry)
    quits = []

    def load() -> None:
        from ui.running import start

        quits.append(start(app, window, preferences, file=file, sample=sample, folder=folder))

    window.show()
    window.activateWindow()  # without a window manager nobody else does, and no key would work
    window.wait("", load)
    code = app.exec()
    for quit_ in quits:
        quit_()
    return code
