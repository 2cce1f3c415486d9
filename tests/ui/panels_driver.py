"""Plays a person on the page of the programme: looks at sessions, moves them, takes timetables."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from eventdesk.event import Event
from eventdesk.panels.programme import Programme
from eventdesk.panels.session import Session
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.panels.flow.programme_flow import PanelsFlow
from ui.panels.grid.geometry import Where
from ui.panels.page import PanelsPage
from ui.panels.programme.tab import ProgrammeTab

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
Seen = Callable[[], object]


class PanelsDriver(DeskDriver):
    """A desk on this page. Every call waits until nothing is under way."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "PanelsDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+5")
        return driver.settles()

    @property
    def panels(self) -> PanelsPage:
        """The page, which is made anew with every language."""
        return self.frame.panels

    @property
    def tab(self) -> ProgrammeTab:
        """The view of the programme."""
        return self.panels.programme

    @property
    def flow(self) -> PanelsFlow:
        """What the page asks."""
        return self.panels.flow

    @property
    def event(self) -> Event:
        """The open event."""
        return self.flow.event

    def settles(self) -> "PanelsDriver":
        """Wait until nothing is under way on this page, too, while it is looked at."""
        super().settles()
        frame = self.application.frame
        if frame is not None and frame.page_id is PageId.PANELS:
            until(lambda: not self.panels.busy)
            super().settles()
        return self

    def presses(self, *keys: str, into: QWindow | None = None) -> "PanelsDriver":
        """Press keys by their names."""
        super().presses(*keys, into=into)
        return self

    def types(self, text: str, into: QWindow | None = None) -> "PanelsDriver":
        """Type a text, wherever the focus is."""
        super().types(text, into)
        return self

    def clicks(self, text: str) -> "PanelsDriver":
        """Click the button with this text."""
        super().clicks(text)
        return self

    # ---- the grid

    def session(self, ref: str) -> Session:
        """Return the session with an id, as it is today."""
        return self.flow.programme.session_by_ref[ref]

    def where(self, slot: str, room: str) -> Where:
        """Return the cell of a slot and a room, by their ids."""
        programme = self.flow.programme
        return programme.slot_by_ref[slot].id, programme.room_by_ref[room].id

    def at_place(self, ref: str) -> tuple[str, str]:
        """Return the ids of slot and room of a session, empty for none."""
        programme, spot = self.flow.programme, self.session(ref).spot
        slot, room = programme.slot_of.get(spot[0] or 0), programme.room_of.get(spot[1] or 0)
        return slot.ref if slot is not None else "", room.ref if room is not None else ""

    def point(self, where: Where) -> QPoint:
        """Return where a cell is in the picture, scrolled into view."""
        self.tab.view.bring(where)
        QApplication.processEvents()
        return self.tab.view.place_of(where)

    def clicks_cell(self, slot: str, room: str) -> "PanelsDriver":
        """Click a cell."""
        viewport = self.tab.view.viewport()
        QTest.mouseClick(viewport, LEFT, NO_KEYS, self.point(self.where(slot, room)))
        return self.settles()

    def drags_session(self, ref: str, slot: str, room: str, meanwhile: Seen | None = None) -> "PanelsDriver":
        """Drag a session from its cell, or from the list of those without one, into a cell."""
        viewport, goal = self.tab.view.viewport(), self.point(self.where(slot, room))
        session = self.session(ref)
        if session.slot is not None and session.room is not None:
            return self.drags(viewport, self.tab.view.place_of((session.slot, session.room)), viewport, goal, meanwhile)
        tray = self.tab.tray.list
        item = next(tray.item(at) for at in range(tray.count()) if tray.item(at).toolTip().endswith(session.title))
        tray.scrollToItem(item)
        QApplication.processEvents()
        return self.drags(tray.viewport(), tray.visualItemRect(item).center(), viewport, goal, meanwhile)

    def drags_cell(self, slot: str, room: str, to_slot: str, to_room: str) -> "PanelsDriver":
        """Drag whatever lies in a cell into another one."""
        viewport, goal = self.tab.view.viewport(), self.point(self.where(to_slot, to_room))
        return self.drags(viewport, self.tab.view.place_of(self.where(slot, room)), viewport, goal)

    def ghost(self) -> str:
        """Return what the rules say to what is carried just now."""
        return self.tab.carrying.ghost.sentence.text()

    def card(self) -> list[str]:
        """What stands on the card of the session."""
        card = self.tab.session_card
        return [text.text() for text in (card.label, card.name, card.line, card.crew) if text.isVisible()]

    def chooses(self, box: QComboBox, value: object) -> "PanelsDriver":
        """Choose from a list that opens."""
        at = box.findData(value)
        assert at >= 0, value
        box.setCurrentIndex(at)
        box.activated.emit(at)
        return self.settles()

    def programme_shown(self) -> Programme:
        """Return the programme that the grid shows."""
        return self.tab.view.sight.programme

    def thinks(self) -> "PanelsDriver":
        """Wait until what is being thought out is there."""
        until(lambda: not self.panels.busy, 60_000)
        return self.settles()

    def drags(
        self, start: QWidget, begin: QPoint, goal: QWidget, end: QPoint, meanwhile: Seen | None = None
    ) -> "PanelsDriver":
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
