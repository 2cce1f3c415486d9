"""Opens, places and closes the guest's window, and gives it back to the event some seconds after each greeting."""

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from eventdesk.checkin.verdict import GroupResult, Verdict
from eventdesk.codes import Op
from eventdesk.event import Changes, Event
from ui.guest.flow import GuestFlow
from ui.guest.window import USUAL_HEIGHT, USUAL_WIDTH, GuestWindow
from ui.look import Look
from ui.preferences import Preferences
from ui.timers import single_shot, to_next_minute


class GuestScreen(QObject):
    """The guest's screen of one desk, while an event is open and it is wanted. `turned` tells when it comes or goes."""

    turned = Signal(bool)

    def __init__(self, beside: QWidget, preferences: Preferences) -> None:
        """Belong to the window `beside`; a screen that this one is not on is the guest's."""
        super().__init__()
        self._beside, self._preferences = beside, preferences
        self._flow: GuestFlow | None = None
        self._look: Look | None = None
        self.window: GuestWindow | None = None
        self._greeted: int | None = None
        self._back, self._minute = single_shot(self, self.rest), single_shot(self, self._tick)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens)
            app.screenRemoved.connect(self._on_screens)

    def serve(self, event: Event | None, look: Look) -> None:
        """Speak for this event, in these colours, from now on; None: there is no event any more."""
        self._flow = GuestFlow(event, look.words) if event is not None else None
        self._look = look
        self._close()
        self.follow_preferences()

    def follow_preferences(self) -> None:
        """Open or close the window, and hide or show names, as the desk wants it now."""
        wanted = self._flow is not None and self._preferences.guest_screen
        if wanted and self.window is None:
            self._open()
        elif not wanted:
            self._close()
        else:
            self.rest()

    def turn(self) -> None:
        """Open the window if it is closed, close it if it is open, and remember that."""
        self._want(not self._preferences.guest_screen)

    def shown(self) -> bool:
        """Say whether the guest sees anything."""
        return self.window is not None and self.window.isVisible()

    def greet(self, answer: Verdict | GroupResult | None) -> None:
        """Show the guest what the desk has decided; None: that it could not decide."""
        if self.window is not None and self._flow is not None:
            person = answer.person if isinstance(answer, Verdict) else None
            self._greeted = person.id if person is not None else None
            self.window.show_greeting(self._flow.greeting(answer, names=self._preferences.guest_names))
            self._back.start(self._preferences.guest_seconds * 1000)

    def follow(self, changes: Changes) -> None:
        """Greet nobody any longer where something was taken back, or where the guest is written otherwise now."""
        if changes.op is Op.UNDO or self._greeted in changes.ids.get("person", frozenset()):
            self.rest()

    def rest(self) -> None:
        """Show the event and the time."""
        self._back.stop()
        self._greeted = None
        if self.window is not None and self._flow is not None:
            self.window.show_event(self._flow.title, self._flow.place, f"{self._flow.now():%H:%M}")

    def _want(self, wanted: bool) -> None:
        self._preferences.guest_screen = wanted
        self.follow_preferences()
        self.turned.emit(wanted)

    def _open(self) -> None:
        if self._look is None:
            return
        self.window = GuestWindow(self._look)
        self.window.closed.connect(self._on_closed)
        self.window.came_to_front.connect(self._give_back)
        self.rest()
        self._place()
        self._tick()

    def _close(self) -> None:
        self._back.stop()
        self._minute.stop()
        if self.window is not None:
            window, self.window = self.window, None
            window.closed.disconnect(self._on_closed)
            window.close()
            window.deleteLater()

    def _place(self) -> None:
        """Fill the screen that the desk does not use; without one be an ordinary window."""
        if self.window is None:
            return
        screen = self._free_screen()
        if screen is None:
            if self.window.isFullScreen():  # its screen is gone: it would be as large as that, and over the desk
                self.window.showNormal()
                self.window.resize(USUAL_WIDTH, USUAL_HEIGHT)
                self.window.move(self._beside.screen().availableGeometry().topLeft())
            self.window.showNormal()
        else:
            self.window.setGeometry(QRect(screen.geometry()))
            self.window.setScreen(screen)
            self.window.showFullScreen()

    def _free_screen(self) -> QScreen | None:
        own = self._beside.screen()  # one that shows the same is not free
        return next((screen for screen in QGuiApplication.screens() if screen.geometry() != own.geometry()), None)

    def _on_screens(self, screen: QScreen) -> None:
        QTimer.singleShot(0, self, self._place)

    def _on_closed(self) -> None:
        """Somebody closed it by its frame."""
        self._want(False)
        self._give_back()

    def _give_back(self) -> None:
        """The keys belong to the desk."""
        QTimer.singleShot(0, self._beside, self._beside.activateWindow)

    def _tick(self) -> None:
        if self.window is not None and self._flow is not None:
            if self.window.greeting() is None:
                self.rest()
            self._minute.start(to_next_minute(self._flow.now()))
