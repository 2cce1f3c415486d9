"""Plays a person on the page of the fair: looks at booths, carries exhibitors, draws, takes plans."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from eventdesk.event import Event
from eventdesk.fair.booth import Booth
from eventdesk.fair.exhibitor import Exhibitor
from tests.ui.driver import DeskDriver
from tests.ui.waiting import until
from ui.actions import PageId
from ui.fair.faces import Face
from ui.fair.facts import Deed
from ui.fair.flow.fair_flow import FairFlow
from ui.fair.page import FairPage

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


class FairDriver(DeskDriver):
    """A desk on this page. Every call waits until nothing is under way."""

    @classmethod
    def at(cls, desk: DeskDriver) -> "FairDriver":
        """Go to the page by its key."""
        driver = cls(desk.application, desk.clock)
        driver.presses("Ctrl+4")
        return driver.rests()

    @property
    def fair(self) -> FairPage:
        """The page, which is made anew with every language."""
        return self.frame.fair

    @property
    def flow(self) -> FairFlow:
        """What the page asks."""
        return self.fair.flow

    @property
    def event(self) -> Event:
        """The open event."""
        return self.flow.event

    def settles(self) -> "FairDriver":
        """Wait until nothing is under way on this page, too, while it is looked at."""
        super().settles()
        frame = self.application.frame
        if frame is not None and frame.page_id is PageId.FAIR:
            until(lambda: not self.fair.busy)
            super().settles()
        return self

    def presses(self, *keys: str, into: QWindow | None = None) -> "FairDriver":
        """Press keys by their names."""
        super().presses(*keys, into=into)
        return self

    def types(self, text: str, into: QWindow | None = None) -> "FairDriver":
        """Type a text, wherever the focus is."""
        super().types(text, into)
        return self

    def clicks(self, text: str) -> "FairDriver":
        """Click the button with this text."""
        super().clicks(text)
        return self

    def rests(self) -> "FairDriver":
        """Wait until nothing is under way."""
        return self.settles()

    # ---- what there is

    def booth(self, number: str) -> Booth:
        """Return the booth with a number."""
        found = self.flow.standing.find(number)
        assert found is not None, number
        return found

    def somebody(self, name: str) -> Exhibitor:
        """Return the exhibitor whose name begins so."""
        (found,) = [each for each in self.flow.fair.exhibitors if each.name.startswith(name)]
        return found

    def hall(self) -> str:
        """Return the name of the hall that is shown."""
        shown = self.fair.hall
        return self.flow.standing.halls[shown].name if shown is not None else ""

    def face(self, number: str) -> Face:
        """Return what a booth shows."""
        return self.fair.scene.items_of[self.booth(number).id].face

    def stands(self, number: str) -> str:
        """Return who stands at a booth, empty for nobody."""
        found = self.flow.standing.at(self.booth(number).id)
        return found.name if found is not None else ""

    def where(self, name: str) -> str:
        """Return the numbers of the booths of somebody."""
        return self.flow.standing.numbers(self.somebody(name).id)

    # ---- the mouse

    def spot(self, number: str) -> QPoint:
        """Return where a booth is in the picture."""
        booth = self.booth(number)
        if booth.hall != self.fair.hall:
            self.fair.show_hall(booth.hall)
            self.settles()
        return self.fair.view.place_of(booth.id)

    def clicks_booth(self, number: str) -> "FairDriver":
        """Click a booth."""
        QTest.mouseClick(self.fair.view.viewport(), LEFT, NO_KEYS, self.spot(number))
        return self.rests()

    def drags_booth(self, number: str, to: str) -> "FairDriver":
        """Drag who stands at a booth to another one."""
        viewport = self.fair.view.viewport()
        return self.drags(viewport, self.spot(number), viewport, self.spot(to))

    def drags_row(self, name: str, to: str) -> "FairDriver":
        """Drag somebody from the list onto a booth."""
        table = self.fair.list.table
        row = next(at for at, each in enumerate(table.rows_model.rows) if each.name.startswith(name))
        index = table.rows_model.index(row, 0)
        table.scrollTo(index)
        self.settles()
        place = table.visualRect(index).center()
        return self.drags(table.viewport(), place, self.fair.view.viewport(), self.spot(to))

    def drags(
        self,
        start: QWidget,
        begin: QPoint,
        goal: QWidget,
        end: QPoint,
        *,
        keys: Qt.KeyboardModifier = NO_KEYS,
        meanwhile: Callable[[], object] | None = None,
    ) -> "FairDriver":
        """Press at a place, move in steps to another one, perhaps of another widget, and let go there."""
        QTest.mousePress(start, LEFT, keys, begin)
        there = start.mapFromGlobal(goal.mapToGlobal(end))
        for step in (1, 2, 3, 4):
            self._moves(start, begin + (there - begin) * step / 4, keys)
        if meanwhile is not None:
            for _ in range(10):
                QApplication.processEvents()
            meanwhile()
        QTest.mouseRelease(start, LEFT, keys, there)
        return self.rests()

    def draws(
        self, start: tuple[float, float], end: tuple[float, float], keys: Qt.KeyboardModifier = NO_KEYS
    ) -> "FairDriver":
        """Draw from one place of the hall to another, in metres."""
        view = self.fair.view
        begin, there = (view.mapFromScene(QPointF(x * 1000, y * 1000)) for x, y in (start, end))
        return self.drags(view.viewport(), begin, view.viewport(), there, keys=keys)

    def _moves(self, widget: QWidget, place: QPoint, keys: Qt.KeyboardModifier) -> None:
        where = QPointF(place)
        event = QMouseEvent(QEvent.Type.MouseMove, where, QPointF(widget.mapToGlobal(place)), LEFT, LEFT, keys)
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()

    # ---- cards

    def asks(self, deed: Deed) -> "FairDriver":
        """Press the button of a deed on the card of the booth."""
        button = self.fair.booth_card.buttons[deed]
        assert button.isVisible(), deed
        button.click()
        return self.rests()

    def answers(self, text: str) -> "FairDriver":
        """Answer what the card asks, by keys."""
        self.types(text)
        self.presses("Enter")
        return self.rests()

    def card(self) -> list[str]:
        """What stands on the card of the booth."""
        card = self.fair.booth_card
        return [text.text() for text in (card.label, card.name, card.line) if text.isVisible()]

    def deeds(self) -> set[Deed]:
        """What can be done with the chosen booth."""
        return {deed for deed, button in self.fair.booth_card.buttons.items() if button.isVisible()}

    def listed(self) -> list[str]:
        """Whom the list shows."""
        return [row.name for row in self.fair.list.table.rows_model.rows]

    def thinks(self) -> "FairDriver":
        """Wait until what is being thought out is there."""
        asking = self.fair.asking
        assert asking is not None
        until(lambda: not asking.busy, 60_000)
        return self.rests()
