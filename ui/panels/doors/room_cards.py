"""The cards of all rooms, as many beside each other as there is room for."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from eventdesk.doors import Fill
from ui.look import Look
from ui.panels.doors.room_card import RoomCard
from ui.panels.flow.doors_flow import DoorRoom

CARD_WIDE, MOST_BESIDE = 250, 4


class RoomCards(QWidget):
    """`chosen`, `entered` and `counted` carry the row id of the room."""

    chosen = Signal(object)
    entered = Signal(object)
    counted = Signal(object, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: dict[int, RoomCard] = {}
        self._beside = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.space(14))

    def show_fills(self, fills: Sequence[tuple[DoorRoom, Fill]], now: datetime, *, counting: bool) -> None:
        """Show how full the rooms are."""
        rooms = [room.id for room, _ in fills]
        if rooms != list(self.cards):
            self._make(rooms)
        for room, fill in fills:
            card = self.cards[room.id]
            card.show_fill(fill, now)
            card.show_counter(on=counting, able=bool(room.points))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out how many fit beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, rooms: Sequence[int]) -> None:
        for gone in self.cards.keys() - set(rooms):
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        self.cards = {room: self.cards.get(room) or self._made(room) for room in rooms}
        self._beside = 0
        self._arrange()

    def _made(self, room: int) -> RoomCard:
        card = RoomCard(self._look)
        card.chosen.connect(self._teller(self.chosen, room))
        card.entered.connect(self._teller(self.entered, room))
        card.counted.connect(lambda change: self.counted.emit(room, change))
        return card

    def _teller(self, signal: object, room: int) -> Callable[[], None]:
        return lambda: signal.emit(room)  # type: ignore[attr-defined]  # a bound signal has no type of its own

    def _arrange(self) -> None:
        gap = self._grid.spacing()
        wide = round(CARD_WIDE * self._look.theme.scale)
        beside = max(1, min(MOST_BESIDE, (self.width() + gap) // (wide + gap)))
        if beside == self._beside:
            return
        for column in range(self._beside):
            self._grid.setColumnStretch(column, 0)
        self._beside = beside
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for number, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, number // beside, number % beside)
        for column in range(beside):
            self._grid.setColumnStretch(column, 1)
