"""Carries somebody over the tables, by the mouse or by keys. What each table would mean is said meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.cafe.hall.painting import Tag
from ui.look import Look
from ui.widgets.ghost import Ghost, Verdict


@dataclass(frozen=True)
class Judged:
    """Whether somebody may sit down at a table, and what that costs; `tag` is what the table says."""

    verdict: Verdict
    tag: Tag


class Hall(Protocol):
    """What carrying asks of the picture of the tables."""

    def viewport(self) -> QWidget:
        """Return what is drawn on."""

    def table_at(self, place: QPoint, /) -> int | None:
        """Return the table below a place."""

    def nudge(self, place: QPoint, /) -> None:
        """Scroll where somebody is carried to an edge."""

    def middle_of(self, table: int, /) -> QPoint:
        """Return where the middle of a table is on the viewport."""

    def tables(self) -> tuple[int, ...]:
        """Return all tables that are shown."""


class Carrying(QObject):
    """One person at a time."""

    put = Signal(object, object)
    aside = Signal(object)
    refused = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        look: Look,
        page: QWidget,
        name: Callable[[int], str],
        judge: Callable[[int, int], Judged],
        may: Callable[[int], bool],
    ) -> None:
        """Ask `name` what a person is called, `judge` what a table would mean, `may` if they may be moved now."""
        super().__init__(page)
        self._name, self._judge, self._may = name, judge, may
        self.ghost = Ghost(look, page)
        self.person: int | None = None
        self.target: int | None = None
        self.by_keys = False
        self.known: dict[int, Judged] = {}
        self.hall: Hall | None = None
        self.tray: QWidget | None = None
        self.aside_text: Callable[[int], str] = lambda _person: ""

    @property
    def carrying(self) -> bool:
        """Whether somebody is being carried."""
        return self.person is not None

    def tags(self) -> dict[int, Tag]:
        """Return what each table says now."""
        return {table: judged.tag for table, judged in self.known.items()}

    def lift(self, person: int, on_screen: QPoint, *, by_keys: bool = False) -> None:
        """Begin to carry somebody, if they may be moved now."""
        if self.hall is None or not self._may(person):
            return
        self.person, self.target, self.by_keys = person, None, by_keys
        self.known = {table: self._judge(person, table) for table in self.hall.tables()}
        self.ghost.say(self._name(person), None)
        self.ghost.follow(on_screen)
        self.ghost.raise_()
        self.ghost.show()
        self.hall.viewport().update()

    def carry(self, on_screen: QPoint) -> None:
        """Move whom is carried to a place of the screen."""
        if self.person is None or self.hall is None:
            return
        viewport = self.hall.viewport()
        place = viewport.mapFromGlobal(on_screen)
        self.hall.nudge(place)
        inside = viewport.isVisible() and viewport.rect().contains(place)
        self._show(self.hall.table_at(place) if inside else None, on_screen)
        said = self.aside_text(self.person) if self._is_aside(on_screen) else ""
        if said:
            self.ghost.say(self._name(self.person), Verdict(allowed=True, sentence=said, loses=True))

    def carry_to(self, table: int) -> None:
        """Move whom is carried to a table."""
        if self.hall is not None:
            self._show(table, self.hall.viewport().mapToGlobal(self.hall.middle_of(table)))

    def put_down(self, on_screen: QPoint) -> None:
        """Let them sit down where the pointer is: at a table, or beside all of them."""
        self.carry(on_screen)
        aside = self._is_aside(on_screen)
        person, target = self.person, self.target
        if target is not None or person is None or not aside:
            self.put_down_here()
        else:
            self.drop()
            self.aside.emit(person)

    def _is_aside(self, on_screen: QPoint) -> bool:
        tray = self.tray
        return tray is not None and tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(on_screen))

    def put_down_here(self) -> None:
        """Let them sit down at the table where they are carried, if they may."""
        person, target = self.person, self.target
        verdict = self.known[target].verdict if target is not None else None
        self.drop()
        if verdict is not None and verdict.allowed:
            self.put.emit(person, target)
        elif verdict is not None:
            self.refused.emit(verdict.sentence)

    def drop(self) -> None:
        """Carry nobody any more."""
        if self.person is None:
            return
        self.person, self.target, self.by_keys = None, None, False
        self.known = {}
        self.ghost.hide()
        if self.hall is not None:
            self.hall.viewport().update()

    def _show(self, table: int | None, on_screen: QPoint) -> None:
        if self.person is None or self.hall is None:
            return
        judged = self.known.get(table) if table is not None else None
        verdict = judged.verdict if judged is not None else None
        if table != self.target:
            self.target = table if judged is not None else None
            if verdict is not None:
                self.told.emit(f"{self._name(self.person)}: {verdict.sentence}")
        self.ghost.say(self._name(self.person), verdict)
        self.ghost.follow(on_screen)
        self.hall.viewport().update()
