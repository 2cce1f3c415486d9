"""Makes the inside of the window anew, in turns short enough for keys and paints; no key is lost on the way."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.frames import EventFrame
from ui.kept_keys import KeptKeys
from ui.shell import focus
from ui.timers import single_shot

AMID_KEYS_MS = 60
"""So long everything else waits for the rest of what may be a scan."""
LOOK_EVERY_MS = 3


class Rebuilding(QObject):
    """Waits for the end of a scan, keeps the keys that come from then on, and gives them to the page made anew.

    `rebuild` returns what is to be done, piece by piece, each of which gets a turn of the event loop.
    """

    def __init__(
        self, window: QWidget, keys: KeptKeys, amid_keys: Callable[[], bool], rebuild: Callable[[], Iterator[None]]
    ) -> None:
        super().__init__(window)
        self._window, self._keys, self._amid_keys, self._rebuild = window, keys, amid_keys, rebuild
        self._pieces: Iterator[None] | None = None
        self._again = False
        self._made: tuple[EventFrame, focus.Place] | None = None
        self._soon = single_shot(self, self._go_on)
        self._settling = single_shot(self, self._settle, LOOK_EVERY_MS)

    @property
    def busy(self) -> bool:
        """Whether something is to be made anew, or was not given its focus yet."""
        return self._soon.isActive() or self._settling.isActive()

    def soon(self) -> None:
        """Make everything anew when the widget that asked has finished, for it will be gone."""
        self._again = self._pieces is not None
        self._soon.start(0)

    def run(self, pieces: Iterator[None]) -> None:
        """Do something else piece by piece, while keys are kept."""
        self.stop()
        self._keys.keep(every=True)
        self._pieces = pieces
        self._soon.start(0)

    def made(self, frame: EventFrame | None, place: focus.Place | None) -> None:
        """Put the focus at this place of a frame that was just made, as soon as all of its page is there."""
        self._made = (frame, place) if frame is not None and place is not None else None
        self._settling.start()

    def stop(self) -> None:
        """Make nothing any more: something else takes its place."""
        self._soon.stop()
        self._settling.stop()
        self._pieces = self._made = None
        self._again = False
        self._window.setUpdatesEnabled(True)

    def _go_on(self) -> None:
        if self._pieces is None:
            if self._amid_keys():
                self._soon.start(AMID_KEYS_MS)
                return
            self._keys.keep(every=True)
            self._pieces = self._rebuild()
        pieces = self._pieces
        try:
            over = next(pieces, self) is self
        except BaseException:  # a bug: what is there must still be seen, and hear keys
            self.stop()
            self._keys.forget()
            raise
        if self._pieces is not pieces:
            return  # it was stopped by what it did
        if over:
            self._pieces = None
            if self._again:
                self.soon()
        else:
            self._soon.start(0)

    def _settle(self) -> None:
        if self._made is not None:
            frame, place = self._made
            if (self._window.isVisible() and not frame.isVisible()) or not frame.is_whole():
                self._settling.start()
                return
            focus.put(frame, place)
            self._made = None
        if not self._soon.isActive():
            self._keys.give_back(self._window.windowHandle())
