"""Sums up large entries while nothing else is to do: how many people an import added and changed."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from eventdesk.history.whole import Figures, Summed, Whole
from ui.work import BREATH_MS, SLICE_MS

Summing = Generator[Summed, None, Figures]


class Sums(QObject):
    """One entry after the other, a few milliseconds at a time."""

    found = Signal(str, object)

    def __init__(self, begin: Callable[[str], Summing]) -> None:
        """`begin` begins to sum up the entries of a whole."""
        super().__init__()
        self._begin = begin
        self._known: dict[tuple[str, int], Figures] = {}
        self._waiting: list[tuple[str, int]] = []
        self._now: Summing | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BREATH_MS)
        self._timer.timeout.connect(self._go_on)

    def of(self, whole: Whole) -> Figures | None:
        """Return the figures of a whole; if they are not known yet, they will be found."""
        key = (whole.entry.eid, whole.parts)
        if key not in self._known and key not in self._waiting:
            if self._waiting and self._waiting[0][0] == key[0]:
                self._now = None  # it has grown since: begin anew
            self._waiting = [*(other for other in self._waiting if other[0] != key[0]), key]
            self._timer.start()
        return self._known.get(key)

    @property
    def busy(self) -> bool:
        """Whether something is still to be summed up."""
        return bool(self._waiting)

    def _go_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._waiting and not spent.hasExpired(SLICE_MS):
            root, _ = key = self._waiting[0]
            self._now = self._now or self._begin(root)
            try:
                next(self._now)
            except StopIteration as end:
                self._now = None
                self._waiting.pop(0)
                self._known[key] = end.value
                self.found.emit(root, end.value)
        if not self._waiting:
            self._timer.stop()
