"""Pictures behind plans, made ready to be drawn: read beside the window, once each."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QImage, QPolygonF

from eventdesk.fair.floor.picture import STROKES, FloorPicture, strokes_of
from ui.fair.flow.floor_flow import FloorFlow
from ui.jobs import Jobs, Ok

Lines = tuple[QPolygonF, ...]


@dataclass(frozen=True)
class Backdrop:
    """A picture or drawing, and where it lies in the hall, in millimetres."""

    picture: FloorPicture
    image: QImage | None = field(default=None, compare=False)
    lines: Lines = field(default=(), compare=False)
    size: tuple[float, float] = (0.0, 0.0)
    """How large the drawing itself is, in its own millimetres."""

    @property
    def place(self) -> QRectF:
        """Where it lies."""
        at = self.picture
        return QRectF(at.x_mm, at.y_mm, at.width_mm, at.depth_mm)


class Backdrops(QObject):
    """Knows the pictures of the hall that is looked at."""

    changed = Signal()

    def __init__(self, floor: FloorFlow) -> None:
        super().__init__()
        self._floor, self._jobs = floor, Jobs()
        self._known: dict[int, tuple[QImage | None, Lines, tuple[float, float]]] = {}
        self._waiting: set[int] = set()

    @property
    def busy(self) -> bool:
        """Whether a picture is still being read."""
        return not self._jobs.idle()

    def close(self) -> None:
        """Read no more."""
        self._jobs.forget()

    def of(self, hall: int) -> Backdrop | None:
        """Return the picture behind the plan of a hall, if it is ready."""
        picture = next(iter(self._floor.pictures(hall)), None)
        if picture is None:
            return None
        if picture.id in self._known:
            image, lines, size = self._known[picture.id]
            return Backdrop(picture, image, lines, size)
        if picture.id not in self._waiting:
            self._waiting.add(picture.id)
            self._jobs.run(_reader(picture, self._floor.body(picture.id)), self._taker(picture.id))
        return None

    def _taker(self, picture: int) -> Callable[[object], None]:
        def take(result: object) -> None:
            if isinstance(result, Ok):
                self._known[picture] = result.value
                self.changed.emit()

        return take


def _reader(picture: FloorPicture, body: bytes) -> Callable[[], tuple[QImage | None, Lines, tuple[float, float]]]:
    def read() -> tuple[QImage | None, Lines, tuple[float, float]]:
        if picture.media != STROKES:
            return QImage.fromData(body), (), (0.0, 0.0)
        lines = [[QPointF(x, y) for x, y in stroke] for stroke in strokes_of(body)]
        wide = max((point.x() for line in lines for point in line), default=1.0)
        deep = max((point.y() for line in lines for point in line), default=1.0)
        return None, tuple(QPolygonF(line) for line in lines), (max(1.0, wide), max(1.0, deep))

    return read
