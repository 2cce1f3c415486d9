"""Carries an exhibitor over the window: from the list onto the plan, from booth to booth. Rules speak meanwhile."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from ui.fair.overlay import Overlay
from ui.fair.view import FloorView
from ui.look import Look
from ui.timers import single_shot
from ui.widgets.ghost import Ghost, Verdict

SLICE_MS = 6


class Carrying(QObject):
    """One exhibitor at a time. Where they may stand is found out piece by piece while they are carried."""

    put = Signal(object, object)

    def __init__(
        self, look: Look, page: QWidget, name: Callable[[int], str], judge: Callable[[int, int], Verdict]
    ) -> None:
        """Ask `name` what an exhibitor is called, and `judge` whether they may stand at a booth."""
        super().__init__(page)
        self._page, self._name, self._judge = page, name, judge
        self._ghost = Ghost(look, page)
        self._who: int | None = None
        self._over: int | None = None
        self._known: dict[int, Verdict] = {}
        self._looking: Iterator[None] = iter(())
        self._soon = single_shot(self, self._look_on)
        self.view: FloorView | None = None

    @property
    def carrying(self) -> bool:
        """Whether somebody is being carried."""
        return self._who is not None

    @property
    def over(self) -> int | None:
        """The booth below the pointer."""
        return self._over

    def verdict(self, booth: int) -> Verdict:
        """Return whether who is carried may stand at a booth."""
        if booth not in self._known and self._who is not None:
            self._known[booth] = self._judge(self._who, booth)
        return self._known[booth]

    def lift(self, exhibitor: int, on_screen: QPoint) -> None:
        """Begin to carry somebody."""
        self._who, self._over = exhibitor, None
        self._known.clear()
        self._ghost.say(self._name(exhibitor), None)
        self._ghost.follow(on_screen)
        self._ghost.raise_()
        self._ghost.show()
        self._looking = self._look_everywhere()
        self._soon.start()

    def carry(self, on_screen: QPoint) -> None:
        """Move who is carried."""
        if self._who is None or self.view is None:
            return
        viewport = self.view.viewport()
        place = viewport.mapFromGlobal(on_screen)
        inside = viewport.isVisible() and viewport.rect().contains(place)
        self._over = self.view.booth_under(place) if inside else None
        self._ghost.say(self._name(self._who), None if self._over is None else self.verdict(self._over))
        self._ghost.follow(on_screen)
        viewport.update()

    def put_down(self, on_screen: QPoint) -> None:
        """Put who is carried where the pointer is."""
        self.carry(on_screen)
        who, over = self._who, self._over
        self.drop()
        if who is not None and over is not None:
            self.put.emit(who, over)

    def drop(self) -> None:
        """Carry nobody any more."""
        if self._who is None:
            return
        self._who, self._over = None, None
        self._soon.stop()
        self._ghost.hide()
        if self.view is not None:
            self.view.allowed = {}
            self.view.viewport().update()

    def paint(self, overlay: Overlay) -> None:
        """Draw the booth that who is carried is over."""
        if self._over is not None and self.view is not None and self._over in self.view.floor.items_of:
            overlay.target(self.view.floor.items_of[self._over].room, allowed=self.verdict(self._over).allowed)

    def _look_everywhere(self) -> Iterator[None]:
        """Find out for each booth of the plan, those first that are nearest to the middle of the picture."""
        if self.view is None:
            return
        middle = self.view.mapToScene(self.view.viewport().rect().center())
        items = self.view.floor.items_of
        near = sorted(items, key=lambda each: _far(items[each].room.center(), middle))
        for booth in near:
            self.verdict(booth)
            yield

    def _look_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._who is not None and not spent.hasExpired(SLICE_MS):
            if next(self._looking, self) is self:
                break
        else:
            if self._who is not None:
                self._soon.start()
        if self.view is not None and self._who is not None:
            self.view.allowed = {booth: verdict.allowed for booth, verdict in self._known.items()}
            self.view.viewport().update()


def _far(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
