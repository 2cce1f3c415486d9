"""Fills the first window: log, fonts, hooks for what nobody foresaw, and what is to be opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from eventdesk import log
from ui import theme
from ui.application import Application
from ui.collecting import Collector
from ui.dialogs import Dialogs
from ui.errors import Alarm, listen_to_qt
from ui.preferences import Preferences
from ui.window import Window


def start(
    app: QApplication, window: Window, preferences: Preferences, *, file: Path | None, sample: str, folder: Path | None
) -> Callable[[], None]:
    """Make the application in this window and open what was named. Returns what ends it."""
    collector = Collector()
    handler = log.start()
    deafen = listen_to_qt()
    theme.load_fonts()
    application = Application(app, preferences, Dialogs(), window=window)
    alarm = Alarm()
    alarm.raised.connect(application.tell_bug)
    unwatch = log.watch(alarm.tell)
    if file is not None:
        application.open(file)
    elif sample:
        application.open_sample(sample, folder)
    else:
        application.show_start()

    def end() -> None:
        application.quit()
        collector.end()
        unwatch()
        deafen()
        if handler is not None:
            log.stop(handler)

    return end
