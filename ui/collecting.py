"""Lets the collector of cycles run in the window's thread only.

Python starts it in whichever thread makes something new. In a thread that works beside the window it would take apart
widgets and timers that nobody needs any more. Those may be touched by the window's thread alone: Qt ends the program.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 250


class Collector(QObject):
    """Holds the collector back as long as it is there, and does its work between keys and paints."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look for cycles among what is old enough, by the same measure as ever."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in reversed(range(len(counts))):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Let the collector run by itself again."""
        self._timer.stop()
        gc.enable()
