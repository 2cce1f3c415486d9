"""Carries a session over the grid, by the mouse or by keys. Rules and prices speak meanwhile."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.panels.grid.geometry import Layout, Where
from ui.timers import single_shot
from ui.widgets.ghost import Ghost, Verdict

SLICE_MS = 6


@dataclass(frozen=True)
class Judged:
    """Whether a session may be put into a cell; `price`: so many people more would lose something."""

    verdict: Verdict
    price: int = 0


class Cells(Protocol):
    """What carrying asks of the grid."""

    layout_of: Layout

    def viewport(self) -> QWidget:
        """Return what is drawn on."""

    def cell_at(self, place: QPoint, /) -> Where | None:
        """Return the cell below a place."""

    def nudge(self, place: QPoint, /) -> None:
        """Scroll where something is carried to an edge."""

    def on_viewport(self, where: Where, /) -> QRect:
        """Return where a cell lies."""


class Carrying(QObject):
    """One session at a time. What each cell would mean is found out piece by piece while it is carried."""

    put = Signal(object, object)
    aside = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        look: Look,
        page: QWidget,
        name: Callable[[int], str],
        judge: Callable[[int, Where], Judged],
        may: Callable[[], bool],
    ) -> None:
        """Ask `name` what a session is called, `judge` what it would mean in a cell, `may` if anything may be moved."""
        super().__init__(page)
        self._name, self._judge, self._may = name, judge, may
        self.ghost = Ghost(look, page)
        self.session: int | None = None
        self.target: Where | None = None
        self.by_keys = False
        self.known: dict[Where, Judged] = {}
        self.view: Cells | None = None
        self.tray: QWidget | None = None
        self._looking: Iterator[None] = iter(())
        self._soon = single_shot(self, self._look_on)

    @property
    def carrying(self) -> bool:
        """Whether a session is being carried."""
        return self.session is not None

    @property
    def busy(self) -> bool:
        """Whether something is still being found out."""
        return self._soon.isActive()

    def judged(self, where: Where) -> Judged:
        """Return what it would mean to put down what is carried in a cell."""
        if where not in self.known and self.session is not None:
            self.known[where] = self._judge(self.session, where)
        return self.known[where]

    def lift(self, session: int, on_screen: QPoint, *, by_keys: bool = False) -> None:
        """Begin to carry a session, if anything may be moved now."""
        if not self._may():
            return
        self.session, self.target, self.by_keys = session, None, by_keys
        self.known = {}
        self.ghost.say(self._name(session), None)
        self.ghost.follow(on_screen)
        self.ghost.raise_()
        self.ghost.show()
        self._looking = self._look_everywhere()
        self._soon.start()

    def carry(self, on_screen: QPoint) -> None:
        """Move what is carried to a place of the screen."""
        if self.session is None or self.view is None:
            return
        viewport = self.view.viewport()
        place = viewport.mapFromGlobal(on_screen)
        self.view.nudge(place)
        inside = viewport.isVisible() and viewport.rect().contains(place)
        self._show(self.view.cell_at(place) if inside else None, on_screen)

    def carry_to(self, where: Where) -> None:
        """Move what is carried into a cell."""
        if self.view is not None:
            place = self.view.on_viewport(where)
            self._show(where, self.view.viewport().mapToGlobal(place.center()))

    def put_down(self, on_screen: QPoint) -> None:
        """Put what is carried where the pointer is: into a cell, or beside the grid."""
        self.carry(on_screen)
        tray, session = self.tray, self.session
        aside = tray is not None and tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(on_screen))
        target = self.target
        self.drop()
        if session is not None and target is not None:
            self.put.emit(session, target)
        elif session is not None and aside:
            self.aside.emit(session)

    def put_down_here(self) -> None:
        """Put what is carried into the cell where it is."""
        session, target = self.session, self.target
        self.drop()
        if session is not None and target is not None:
            self.put.emit(session, target)

    def drop(self) -> None:
        """Carry nothing any more."""
        if self.session is None:
            return
        self.session, self.target, self.by_keys = None, None, False
        self.known = {}
        self._soon.stop()
        self.ghost.hide()
        if self.view is not None:
            self.view.viewport().update()

    def _show(self, where: Where | None, on_screen: QPoint) -> None:
        session = self.session
        if session is None or self.view is None:
            return
        verdict = self.judged(where).verdict if where is not None else None
        if where != self.target:
            self.target = where
            if verdict is not None:
                self.told.emit(f"{self._name(session)}: {verdict.sentence}")
        self.ghost.say(self._name(session), verdict)
        self.ghost.follow(on_screen)
        self.view.viewport().update()

    def _look_everywhere(self) -> Iterator[None]:
        if self.view is None:
            return
        for slot in self.view.layout_of.slots:
            for room in self.view.layout_of.rooms:
                self.judged((slot.id, room.id))
                yield

    def _look_on(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self.session is not None and not spent.hasExpired(SLICE_MS):
            if next(self._looking, self) is self:
                break
        else:
            if self.session is not None:
                self._soon.start()
        if self.view is not None:
            self.view.viewport().update()
