"""The ground of the picture: the real badge, drawn by the press beside the window, a moment after the last change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from eventdesk.badges import stock
from eventdesk.badges.badge import BadgeData, BadgeReport
from eventdesk.badges.design.template import Side, Template
from ui.bench import Bench, image_of
from ui.jobs import Err, Ok
from ui.timers import single_shot

if TYPE_CHECKING:
    from eventdesk.drawing.picture import Picture

REST_MS = 150


@dataclass(frozen=True)
class Order:
    """What is to be drawn: one side of one badge for the screen; and about whom remarks are wanted."""

    template: Template
    side: Side
    badge: BadgeData
    dots_per_mm: float
    everybody: tuple[BadgeData, ...]
    pictures: Mapping[str, bytes]


@dataclass(frozen=True)
class Drawn:
    """What came out."""

    order: Order
    image: QImage
    report: BadgeReport


class Ground(QObject):
    """Draws the last thing that was asked for; what was asked for before it is left out. Lives as long as the event."""

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._bench = Bench()
        self._files: Mapping[str, bytes] = {}
        self._pictures: dict[str, Picture] = {}
        self._wanted: Order | None = None
        self._busy = False
        self.stopped = False
        self._soon = single_shot(self, self._begin, REST_MS)

    def ask(self, order: Order, *, now: bool = False) -> None:
        """Draw this when nothing else is asked for a moment, or at once."""
        self._wanted = order
        self._soon.start(0 if now else REST_MS)

    def idle(self) -> bool:
        """Say whether everything was drawn."""
        return self._wanted is None and not self._busy

    def stop(self) -> None:
        """Draw nothing ever more, and wait for what is being drawn."""
        self.stopped = True
        self._soon.stop()
        self._wanted, self._busy = None, False
        self._bench.jobs.forget()

    def _begin(self) -> None:
        if self._busy or self._wanted is None:
            return
        order, self._wanted, self._busy = self._wanted, None, True
        self._bench.jobs.run(lambda: self._made(order), self._deliver)

    def _made(self, order: Order) -> Drawn:
        """Draw, in the other thread; pictures are kept from one time to the next."""
        from eventdesk.badges.design import proof

        if order.pictures != self._files:
            self._files, self._pictures = order.pictures, stock.read_pictures(order.pictures)
        kit, pictures = self._bench.kit(), self._pictures
        made = proof.proof(
            order.badge, order.side, order.template, kit, dots_per_mm=order.dots_per_mm, pictures=pictures
        )
        report = proof.remarks(order.everybody, order.template, kit, pictures=pictures)
        return Drawn(order, image_of(made), report)

    def _deliver(self, result: Ok[Drawn] | Err) -> None:
        self._busy = False
        if self._wanted is not None:
            self._soon.start()
        if isinstance(result, Ok):
            self.drawn.emit(result.value)
        else:
            self.failed.emit(result.error)
