"""Lets the window's thread come first: while another thread works through a long list, and before the collector.

The collector of cycles stops all threads while it looks through what is in memory. For the sets of 100,000 people that
is a twentieth of a second, again and again, and nobody could type meanwhile. What is large is therefore left out of its
sight; and that is bounded, because everything is looked through once whenever little is there: when an event was
closed and nobody does anything, and when much has come together while the list of people was read anew again and again.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from eventdesk.tables.pause import collector_held_back
from ui.timers import single_shot

T = TypeVar("T")
TURN_S = 0.0005
"""So long the other thread may keep the interpreter while this one wants it; usual are 5 ms, and a scan asks often."""


@contextmanager
def short_turns() -> Iterator[None]:
    """Let threads take turns more often."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN_S)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


QUIET_MS = 1500
_BY_HAND = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
        QEvent.Type.DragMove,
    }
)
MUCH = 1_000_000
"""So many things out of sight are a few lists of 100,000 people, and what was thrown away with them."""


def considerately(work: Callable[[], T]) -> T:
    """Do long work in another thread, and leave alone what it makes: rows, which go when nobody holds them."""
    with short_turns(), collector_held_back():
        made = work()
        leave_alone()
    return made


def leave_alone() -> None:
    """Take what is in memory by now out of the collector's sight, until all is looked through."""
    gc.freeze()


def look_through() -> None:
    """Look through everything once, throw away what nobody needs, leave alone the rest. Call it when that is little."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def look_at_what_is_new() -> None:
    """Throw away what nobody needs of what was made since, leave alone the rest; look at all if that is much by now."""
    if gc.get_freeze_count() > MUCH:
        look_through()
    else:
        gc.collect()
        gc.freeze()


class QuietMoment(QObject):
    """Does what cannot be done in short turns while nobody presses or moves anything."""

    def __init__(self, owner: QObject, do: Callable[[], object]) -> None:
        super().__init__(owner)
        self._do = do
        self._pause = single_shot(self, self._go_on, QUIET_MS)

    def wait(self) -> None:
        """Do it as soon as all has been quiet for a while."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._pause.start()

    def forget(self) -> None:
        """Do it not at all."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait on while somebody does something."""
        if event.type() in _BY_HAND:
            self._pause.start()
        return False

    def _go_on(self) -> None:
        self.forget()
        self._do()
