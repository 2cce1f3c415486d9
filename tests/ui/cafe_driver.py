"""Plays a person on the page of the World Café: looks at tables, moves people, takes suggestions, minds the clock."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.cafe.cafe import Cafe
from eventdesk.event import Event
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.cafe.flow.cafe_flow import CafeFlow
from ui.cafe.page import CafePage
from ui.cafe.tables.tab import TablesTab

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
Seen = Callable[[], object]


class CafeDriver(DeskDriver):
    """A desk on this page. Every call waits until nothing is under way."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "CafeDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+6")
        return driver.settles()

    @property
    def cafe_page(self) -> CafePage:
        """The page, which is made anew with every language."""
        return self.frame.cafe

    @property
    def tab(self) -> TablesTab:
        """The view of the tables."""
        return self.cafe_page.tables

    @property
    def flow(self) -> CafeFlow:
        """What the page asks."""
        return self.cafe_page.flow

    @property
    def cafe(self) -> Cafe:
        """The café as it is."""
        return self.flow.cafe

    @property
    def event(self) -> Event:
        """The open event."""
        return self.flow.event

    def settles(self) -> "CafeDriver":
        """Wait until nothing is under way on this page, too, while it is looked at."""
        super().settles()
        frame = self.application.frame
        if frame is not None and frame.page_id is PageId.CAFE:
            until(lambda: not self.cafe_page.busy)
            super().settles()
        return self

    def presses(self, *keys: str, into: QWindow | None = None) -> "CafeDriver":
        """Press keys by their names."""
        super().presses(*keys, into=into)
        return self

    def types(self, text: str, into: QWindow | None = None) -> "CafeDriver":
        """Type a text, wherever the focus is."""
        super().types(text, into)
        return self

    def clicks(self, text: str) -> "CafeDriver":
        """Click the button with this text."""
        super().clicks(text)
        return self

    # ---- who is who

    def person(self, name: str) -> int:
        """Return the row id of somebody by their name."""
        (found,) = [each.id for each in self.cafe.guests.values() if each.name == name]
        return found

    def table(self, ref: str) -> int:
        """Return the row id of a table by its id."""
        (found,) = [each.id for each in self.cafe.tables if each.ref == ref]
        return found

    def sits(self, person: int, number: int = 1) -> str:
        """Return the id of the table at which somebody sits in a round; empty if at none."""
        way, each = self.cafe.way_of.get(person), self.cafe.rounds[number - 1]
        return self.cafe.table_of[way.tables[each.id]].ref if way is not None and each.id in way.tables else ""

    # ---- what a person does

    def thinks(self) -> "CafeDriver":
        """Wait until what is being thought out is there."""
        until(lambda: not self.cafe_page.busy, 60_000)
        return self.settles()

    def place(self, table: int) -> QPoint:
        """Return where the middle of a table is, scrolled into view."""
        self.tab.view.bring(table)
        QApplication.processEvents()
        return self.tab.view.middle_of(table)

    def clicks_table(self, ref: str) -> "CafeDriver":
        """Click the circle of a table."""
        table = self.table(ref)
        QTest.mouseClick(self.tab.view.viewport(), LEFT, NO_KEYS, self.place(table))
        return self.settles()

    def clicks_person(self, person: int) -> "CafeDriver":
        """Click somebody at their table."""
        QTest.mouseClick(self.tab.view.viewport(), LEFT, NO_KEYS, self._dot(person))
        return self.settles()

    def drags_person(self, person: int, ref: str, meanwhile: Seen | None = None) -> "CafeDriver":
        """Drag somebody from their chair, or from the list, to a table."""
        viewport = self.tab.view.viewport()
        goal = self.place(self.table(ref))
        if self.tab.view.place_of(person) is not None:
            return self.drags(viewport, self._dot(person), viewport, goal, meanwhile)
        people = self.tab.guests.list
        item = next(
            people.item(at) for at in range(people.count()) if people.item(at).data(Qt.ItemDataRole.UserRole) == person
        )
        people.scrollToItem(item)
        QApplication.processEvents()
        return self.drags(people.viewport(), people.visualItemRect(item).center(), viewport, goal, meanwhile)

    def ghost(self) -> str:
        """Return what is said of whom is carried just now."""
        return self.tab.carrying.ghost.sentence.text()

    def card(self) -> list[str]:
        """What stands on the card of what is chosen."""
        card = self.tab.choice
        return [text.text() for text in (card.label, card.name, card.line, card.ways, card.small) if text.isVisible()]

    def drags(
        self, start: QWidget, begin: QPoint, goal: QWidget, end: QPoint, meanwhile: Seen | None = None
    ) -> "CafeDriver":
        """Press at a place, move in steps to another one, perhaps of another widget, and let go there."""
        QTest.mousePress(start, LEFT, NO_KEYS, begin)
        target, origin = goal.mapToGlobal(end), start.mapToGlobal(begin)
        for step in (1, 2, 3, 4):
            place = start.mapFromGlobal(origin + (target - origin) * step / 4)
            event = QMouseEvent(
                QEvent.Type.MouseMove, QPointF(place), QPointF(start.mapToGlobal(place)), LEFT, LEFT, NO_KEYS
            )
            QApplication.sendEvent(start, event)
            QApplication.processEvents()
        if meanwhile is not None:
            meanwhile()
        QTest.mouseRelease(start, LEFT, NO_KEYS, start.mapFromGlobal(target))
        return self.settles()

    def _dot(self, person: int) -> QPoint:
        self.place(self.tab.view.sight.where[person])
        place = self.tab.view.place_of(person)
        assert place is not None
        return place
