"""Opens, places and closes the large clock, as long as the file is open."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.cafe.clock.keeper import ClockKeeper
from ui.cafe.clock.telling import clock_face
from ui.cafe.clock.window import USUAL_HEIGHT, USUAL_WIDTH, ClockWindow
from ui.look import Look
from ui.timers import single_shot, to_next_minute


class ClockScreen(QObject):
    """The large clock of one desk. `turned` tells when it comes or goes."""

    turned = Signal(bool)

    def __init__(self, keeper: ClockKeeper, title: Callable[[], str], now: Callable[[], datetime]) -> None:
        """Show what `keeper` says; `title` is what the event is called, `now` the local time."""
        super().__init__()
        self._keeper, self._title, self._now = keeper, title, now
        self._look: Look | None = None
        self._beside: QWidget | None = None
        self.window: ClockWindow | None = None
        self._minute = single_shot(self, self.refresh)
        keeper.ticked.connect(self.refresh)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)

    def serve(self, look: Look) -> None:
        """Speak the language of the desk from now on."""
        open_now = self.window is not None
        self._look = look
        self.close()
        if open_now:
            self._open()

    def turn(self, beside: QWidget) -> None:
        """Open the window, or close it if it is open; a screen that `beside` is not on is the projector's."""
        self._beside = beside
        if self.window is None:
            self._open()
        else:
            self.close()
            self._give_back()
        self.turned.emit(self.window is not None)

    def refresh(self) -> None:
        """Show what the clock says now."""
        if self.window is None or self._look is None:
            return
        state, now = self._keeper.state, self._now()
        whole = state.round.minutes * 60 if state.round is not None else 0
        share = 1 - state.left.total_seconds() / whole if whole else 0.0
        self.window.show_face(clock_face(self._look.words, state, self._title(), now), min(1.0, max(0.0, share)))
        self._minute.start(to_next_minute(now))

    def close(self) -> None:
        """Close the window."""
        self._minute.stop()
        if self.window is not None:
            window, self.window = self.window, None
            window.closed.disconnect(self._on_closed)
            window.close()
            window.deleteLater()

    def _open(self) -> None:
        if self._look is None:
            return
        self.window = ClockWindow(self._look)
        self.window.closed.connect(self._on_closed)
        self.window.came_to_front.connect(self._give_back)
        self.refresh()
        self._place()

    def _place(self) -> None:
        """Fill the screen that the desk does not use; without one be an ordinary window."""
        if self.window is None or self._beside is None:
            return
        screen = self._free_screen(self._beside)
        if screen is not None:
            self.window.setGeometry(QRect(screen.geometry()))
            self.window.setScreen(screen)
            self.window.showFullScreen()
            return
        if self.window.isFullScreen():
            self.window.showNormal()
            self.window.resize(USUAL_WIDTH, USUAL_HEIGHT)
            self.window.move(self._beside.screen().availableGeometry().topLeft())
        self.window.showNormal()

    def _free_screen(self, beside: QWidget) -> QScreen | None:
        own = beside.screen()
        return next((screen for screen in QGuiApplication.screens() if screen.geometry() != own.geometry()), None)

    def _on_screens(self, _screen: QScreen) -> None:
        QTimer.singleShot(0, self, self._place)

    def _on_closed(self) -> None:
        """Somebody closed it by its frame."""
        self.close()
        self._give_back()
        self.turned.emit(False)

    def _give_back(self) -> None:
        """The keys belong to the desk."""
        if self._beside is not None:
            QTimer.singleShot(0, self._beside, self._beside.activateWindow)
