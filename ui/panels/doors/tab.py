"""The tab of the doors: how full every room is now, which point is whose door, who was where."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.event import Changes
from ui.actions import ActionId
from ui.attempts import Attempts
from ui.bridge import Bridge
from ui.look import Look
from ui.panels.doors.room_cards import RoomCards
from ui.panels.doors.room_side import AttendanceCard, InsideCard
from ui.panels.doors.ways_card import WaysCard
from ui.panels.flow.doors_flow import KINDS, DoorPoint, DoorsFlow
from ui.panels.flow.programme_flow import PanelsFlow
from ui.timers import single_shot, to_next_minute
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

SIDE_WIDE, LEAST_WIDE = 330, 780
"""The cards at the side are so wide at 100 %; in a tab narrower than the other they stand below the rooms."""
SHOW_EVERY_MS = 120
"""In a rush the figures change no more often than that."""


class DoorsTab(QWidget):
    """Keeps up with the doors while it is looked at."""

    said = Signal(str)
    told = Signal(str)

    def __init__(self, look: Look, flow: PanelsFlow, bridge: Bridge) -> None:
        super().__init__()
        self.look, self.flow = look, DoorsFlow(flow)
        self.counting = False
        self.room: int | None = None
        self._inside_of: int | None = None
        self.points: list[DoorPoint] = []
        self._stale = True
        self._attempts = Attempts(look, self.flow, self)
        self._attempts.said.connect(self.said)
        self._make()
        self.soon = single_shot(self, self.refresh)
        self._rush = single_shot(self, self.refresh, SHOW_EVERY_MS)
        self._minute = single_shot(self, self.refresh)
        bridge.changed.connect(self._on_changed)

    # ---- what the page asks

    @property
    def busy(self) -> bool:
        """Whether something is still to be shown."""
        return self.soon.isActive() or self._rush.isActive()

    def do(self, wanted: ActionId) -> bool:
        """Do what a key asks for; returns whether this tab knows it."""
        changes = {ActionId.COUNT_IN: 1, ActionId.COUNT_OUT: -1}
        if wanted not in changes:
            return False
        self._count_chosen(changes[wanted])
        return True

    def take_focus(self) -> None:
        """Begin at the room that was chosen, or the first one."""
        self.refresh()
        card = self.rooms.cards.get(self.room or 0) or next(iter(self.rooms.cards.values()), None)
        (card or self.ways.missing).setFocus(Qt.FocusReason.OtherFocusReason)

    def field_for_letters(self) -> QLineEdit | None:
        """Return where letters go that are typed while no field has the focus: to the check-in."""
        return None

    # ---- counting without names

    def count_without_names(self) -> None:
        """Begin to count people without their names, or end it."""
        self.counting = not self.counting
        words, colours = self.look.words, self.look.theme.colours
        self.count.wear(primary(colours) if self.counting else plain(colours))
        self.count.setAccessibleDescription(words.t("is on") if self.counting else "")
        self.refresh()

    def _count_chosen(self, change: int) -> None:
        if not self.counting:
            self.count_without_names()
        rooms = [each.id for each in self.flow.rooms()]
        if rooms:
            self._count(self.room if self.room in rooms else rooms[0], change)

    def _count(self, room: int, change: int) -> None:
        words = self.look.words
        known = next((each for each in self.flow.rooms() if each.id == room), None)
        if known is None or self._attempts.is_closed():
            return
        self.room = room
        if not known.points:
            self._attempts.complain(words.t("{room} has no check-in point yet: add one at the right.", room=known.name))
            return
        counted = self._attempts.tried(lambda: self.flow.count(known, change))
        if counted is False:
            self._attempts.complain(words.t("Nobody is in this room."))

    # ---- which door leads where

    def _lead(self, number: int, room: int | None) -> None:
        if self._attempts.is_closed():
            self._show_doors()
            return
        point = self.points[number].point
        self._attempts.tried(lambda: self.flow.lead_to(point, room))

    def _add_missing(self) -> None:
        if self._attempts.is_closed():
            return
        added = self._attempts.tried(self.flow.add_missing)
        if added:
            words = self.look.words
            self.told.emit(words.n("One check-in point is added.", "{count} check-in points are added.", len(added)))

    # ---- who is where

    def show_inside(self, room: int) -> None:
        """Show who is in a room."""
        self.room = self._inside_of = room
        self._show_inside()
        self.inside.show()
        self.ways.hide()

    def leave_inside(self) -> None:
        """Go back to the room."""
        room, self._inside_of = self._inside_of, None
        self.inside.hide()
        self.ways.show()
        card = self.rooms.cards.get(room or 0)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_attendance(self) -> None:
        self.attendance.show_attendance(self.flow.attendance())

    def _show_inside(self) -> None:
        fills = {room.id: fill for room, fill in self.flow.fills()}
        fill = fills.get(self._inside_of or 0)
        if self._inside_of is None or fill is None:
            self.leave_inside()
            return
        self.inside.show_names(fill.room, self.flow.inside(self._inside_of), fill.counted)

    # ---- keeping up

    def refresh(self) -> None:
        """Show how things are now, and again when the minute is over."""
        self._stale = False
        fills, words = self.flow.fills(), self.look.words
        self.rooms.show_fills(fills, self._now(), counting=self.counting)
        full = sum(fill.full for _, fill in fills)
        people = sum(max(0, fill.inside) for _, fill in fills)
        told = [words.n("One person is in the rooms now", "{count} people are in the rooms now", people)]
        told.append(words.n("one room is full", "{count} rooms are full", full) if full else "")
        none = words.t("There are no rooms yet. Add them to the programme: their doors are here then.")
        self.sum.setText(" · ".join(filter(None, told)) if fills else none)
        self.sum.be("label" if fills else "muted")
        self.attendance.setVisible(bool(fills))
        self.count.setEnabled(bool(fills))
        self._show_doors()
        if self._inside_of is not None:
            self._show_inside()
        self._minute.start(to_next_minute(self.flow.event.now()))

    def _show_doors(self) -> None:
        self.points = self.flow.points()
        self.ways.show_points(self.points, self.flow.rooms(), able=self.flow.closed is None)

    def _now(self) -> datetime:
        return self.flow.event.local_now().replace(tzinfo=None)

    def _on_changed(self, changes: Changes) -> None:
        if KINDS.isdisjoint(changes.kinds):
            return
        if not self.isVisible():
            self._stale = True
        elif not self._rush.isActive():
            self._rush.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how things are now."""
        super().showEvent(event)
        self._arrange()
        self.soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._minute.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside the rooms, or below them."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape and self._inside_of is not None:
            self.leave_inside()
        else:
            super().keyPressEvent(event)

    # ---- inside

    def _make(self) -> None:
        look, words, space = self.look, self.look.words, self.look.theme.space
        self.count = Button(look, words.t("Count without names"), plain(look.theme.colours), size=14, high=38)
        self.count.clicked.connect(self.count_without_names)
        self.deeds = ButtonRow(space(8), [self.count])
        self.sum = Text("", "label", wrap=True)
        self.rooms, self.ways = RoomCards(look), WaysCard(look)
        self.inside, self.attendance = InsideCard(look), AttendanceCard(look)
        left = QWidget()
        rooms = QVBoxLayout(left)
        rooms.setContentsMargins(0, 0, 0, 0)
        rooms.setSpacing(space(8))
        rooms.addWidget(self.sum)
        rooms.addWidget(self.rooms)
        rooms.addStretch(1)
        self.side = QWidget()
        cards = QVBoxLayout(self.side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(space(14))
        for card in (self.inside, self.ways, self.attendance):
            cards.addWidget(card)
        cards.addStretch(1)
        self.inside.hide()
        within = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, within)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(16))
        self._row.addWidget(left, 1)
        self._row.addWidget(self.side)
        self.area = Scroll(within)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.rooms.chosen.connect(self._choose)
        self.rooms.entered.connect(self.show_inside)
        self.rooms.counted.connect(self._count)
        self.ways.led.connect(self._lead)
        self.ways.missing_asked.connect(self._add_missing)
        self.inside.left.connect(self.leave_inside)
        self.attendance.asked.connect(self._show_attendance)

    def _choose(self, room: int) -> None:
        self.room = room

    def _arrange(self) -> None:
        scale = self.look.theme.scale
        narrow = self.width() < LEAST_WIDE * scale
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.side.setMinimumWidth(0 if narrow else round(SIDE_WIDE * scale))
        self.side.setMaximumWidth(16777215 if narrow else round(SIDE_WIDE * scale))
