"""The look that the desk has chosen: colours, size of text, language; the system's own where nothing was chosen."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from eventdesk.words import Words
from ui import theme
from ui.icons import Icons
from ui.look import Look
from ui.preferences import AS_SYSTEM, Preferences
from ui.theme import Theme
from ui.window import Window


class Wardrobe:
    """Dresses one window."""

    def __init__(self, app: QApplication, window: Window, preferences: Preferences) -> None:
        self.icons = Icons()
        self._app, self._window, self._preferences = app, window, preferences
        self._translator = QTranslator(app)
        self._system_scale, self._system_is_dark = theme.system_scale(app), theme.system_is_dark(app)
        self._worn: tuple[bool, float] | None = None

    def look(self) -> Look:
        """Return what is chosen now, and put it on. Whatever is in the window then is dressed anew."""
        kept = self._preferences
        dark = self._system_is_dark if kept.shade == AS_SYSTEM else kept.shade == "dark"
        dress = Theme(dark=dark, scale=kept.text_size / 100 if kept.text_size else self._system_scale)
        if self._worn != (dress.dark, dress.scale):
            dress.apply(self._app, self._window)
            self._window.be(dark=dress.dark)
            self._worn = (dress.dark, dress.scale)
            self.icons = Icons()  # what was drawn in other colours and sizes is not needed any more
        words = Words(kept.language)
        self._app.removeTranslator(self._translator)
        texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{words.language}", texts):
            self._app.installTranslator(self._translator)
        return Look(dress, self.icons, words)
