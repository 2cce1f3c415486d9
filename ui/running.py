"""Fills the first window: log, fonts, hooks for what nobody foresaw, and what is to be opened."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QApplication

from eventdesk import crashes, log
from eventdesk.backups.copies import is_restored
from ui import theme
from ui.application import Application
from ui.collecting import Collector
from ui.dialogs import Dialogs
from ui.errors import Alarm, listen_to_qt
from ui.last_time import LastTime
from ui.preferences import Preferences
from ui.window import Window


def start(
    app: QApplication, window: Window, preferences: Preferences, *, file: Path | None, sample: str, folder: Path | None
) -> Callable[[], None]:
    """Make the application in this window and open what was named. Returns what ends it."""
    collector = Collector()
    handler = log.start()
    left, session = crashes.left_behind(), crashes.begin(versions=(f"PySide6 {qt_version}",))
    deafen = listen_to_qt()
    theme.load_fonts()
    dialogs = Dialogs()
    application = Application(app, preferences, dialogs, window=window)

    def zone() -> ZoneInfo | None:
        return application.opened.event.zone if application.opened is not None else None

    def whole() -> bool:
        return application.opened is not None and not is_restored(application.opened.event)

    around = (lambda: application.look, dialogs, preferences, application.notices)
    last_time = LastTime(left, window, *around, zone, whole)
    application.inside.framed.connect(last_time.serve)
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
        if session is not None:
            session.end()

    return end
