"""Goes through long reading a few milliseconds at a time, so that the desk never waits for it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

SLICE_MS = 8
BREATH_MS = 1


class Steps(QObject):
    """One thing after the other; a new one takes the place of what is under way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: Iterator[object] | None = None
        self._after_slice: Callable[[], None] = _nothing
        self._at_end: Callable[[], None] = _nothing
        self._timer = QTimer(self)
        self._timer.setInterval(BREATH_MS)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._pieces is not None

    def begin(
        self, pieces: Iterator[object], at_end: Callable[[], None], after_slice: Callable[[], None] | None = None
    ) -> None:
        """Go through `pieces`, the first of them at once; tell after each slice, and at the end."""
        self._pieces, self._at_end, self._after_slice = pieces, at_end, after_slice or _nothing
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        self._pieces = None

    def _go_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._pieces is not None and not spent.hasExpired(SLICE_MS):
            if next(self._pieces, self) is self:
                self.stop()
                self._after_slice()
                self._at_end()
                return
        self._after_slice()


def _nothing() -> None:
    pass
