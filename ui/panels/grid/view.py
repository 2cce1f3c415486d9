"""The grid of rooms and slots: heads that stay, cards that are chosen and moved by the mouse or by keys."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QSizePolicy

from ui.look import Look
from ui.panels.grid.cards import ROOMY
from ui.panels.grid.carrying import Carrying
from ui.panels.grid.geometry import Layout, Measures, Where, layout
from ui.panels.grid.painting import GridPainter, Shown
from ui.panels.grid.sight import Sight, card_places, empty_places
from ui.widgets.rect import Rect

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
COLUMN, NARROWEST, WIDEST, HIGHEST, LEAST_SEEN = 168, 116, 300, 230, 220


class GridView(QAbstractScrollArea):
    """Shows a `Sight`. A cell is a slot and a room; one of them has the cursor."""

    chosen = Signal(object)
    entered = Signal()
    settled = Signal()
    freed = Signal()
    escaped = Signal()
    hovered = Signal(object, object)
    lifted = Signal(object)

    def __init__(self, look: Look, carrying: Carrying) -> None:
        super().__init__()
        self._look, self._carrying = look, carrying
        self._painter = GridPainter(look)
        self.sight, self.layout_of = Sight(), Layout()
        self._cards: dict[int, Rect] = {}
        self._empty: dict[Where, Rect] = {}
        self._where: Where | None = None
        self._session: int | None = None
        self._pressed: tuple[QPoint, int] | None = None
        self._over: tuple[int | None, int | None] = (None, None)
        self.setObjectName("programmegrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(look.words.t("Programme"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        carrying.view = self

    # ---- what is shown

    def show_sight(self, sight: Sight) -> None:
        """Show another programme, or the same one changed."""
        self.sight = sight
        self._lay_out()

    def choose(self, where: Where | None, session: int | None, *, bring: bool = False) -> None:
        """Put the cursor into a cell, and choose the session there."""
        self._where, self._session = where, session
        if bring:
            self.bring(where)
        self.viewport().update()

    @property
    def where(self) -> Where | None:
        """The cell with the cursor."""
        return self._where

    def place_of(self, where: Where) -> QPoint:
        """Return the middle of a cell on the viewport."""
        rect = self.rect_of(where)
        return QPoint(rect.x + rect.wide // 2, rect.y + rect.high // 2) - self._offset()

    def rect_of(self, where: Where) -> Rect:
        """Return where a cell lies in the grid: its card, or the empty place."""
        session = self.sight.at(where)
        if session is not None and session in self._cards:
            return self._cards[session]
        return self._empty.get(where) or self.layout_of.cell(*where)

    def on_viewport(self, where: Where) -> QRect:
        """Return where a cell lies on the viewport."""
        rect = self.rect_of(where)
        return QRect(rect.x, rect.y, rect.wide, rect.high).translated(-self._offset())

    def cell_at(self, place: QPoint) -> Where | None:
        """Return the cell below a place of the viewport."""
        session = self.session_at(place)
        if session is not None:
            spot = self.sight.programme.session_of[session].spot
            return (spot[0], spot[1]) if spot[0] is not None and spot[1] is not None else None
        if self._under_heads(place):
            return None
        there = place + self._offset()
        return next((where for where, rect in self._empty.items() if rect.holds(there.x(), there.y())), None)

    def session_at(self, place: QPoint) -> int | None:
        """Return the session below a place of the viewport."""
        if self._under_heads(place):
            return None
        there = place + self._offset()
        return next((each for each, rect in self._cards.items() if rect.holds(there.x(), there.y())), None)

    def room_at(self, place: QPoint) -> int | None:
        """Return the room whose head is below a place of the viewport."""
        if place.y() >= self._head() or place.x() < self._times():
            return None
        x, columns = place.x() + self._offset().x(), self.layout_of.columns
        return next((room for room, (begin, wide) in columns.items() if begin <= x < begin + wide), None)

    def bring(self, where: Where | None) -> None:
        """Scroll a cell into view."""
        if where is None or where[0] not in self.layout_of.rows or where[1] not in self.layout_of.columns:
            return
        rect, head, times = self.rect_of(where), self._head(), self._times()
        for bar, begin, length, before, room in (
            (self.verticalScrollBar(), rect.y, rect.high, head, self.viewport().height()),
            (self.horizontalScrollBar(), rect.x, rect.wide, times, self.viewport().width()),
        ):
            if begin - before < bar.value():
                bar.setValue(begin - before)
            elif begin + length > bar.value() + room:
                bar.setValue(min(begin - before, begin + length - room + self.layout_of.gap))

    def nudge(self, place: QPoint) -> None:
        """Scroll where something is carried to an edge."""
        edge, room = self._look.theme.space(28), self.viewport().rect()
        if not room.contains(place):
            return
        for bar, at, least, most in (
            (self.horizontalScrollBar(), place.x(), self._times(), room.width()),
            (self.verticalScrollBar(), place.y(), self._head(), room.height()),
        ):
            if at > most - edge:
                bar.setValue(bar.value() + edge)
            elif at < least:
                bar.setValue(bar.value() - edge)

    def step(self, where: Where | None, down: int, right: int) -> Where | None:
        """Return the cell beside one."""
        slots, rooms = self.layout_of.slots, self.layout_of.rooms
        if not slots or not rooms:
            return None
        slot_ids, room_ids = [each.id for each in slots], [each.id for each in rooms]
        if where is None or where[0] not in slot_ids or where[1] not in room_ids:
            return slot_ids[0], room_ids[0]
        at = min(max(slot_ids.index(where[0]) + down, 0), len(slot_ids) - 1)
        across = min(max(room_ids.index(where[1]) + right, 0), len(room_ids) - 1)
        return slot_ids[at], room_ids[across]

    # ---- how large

    def sizeHint(self) -> QSize:
        """Take what there is."""
        return QSize(600, 400)

    def minimumSizeHint(self) -> QSize:
        """Leave room for one card."""
        return QSize(LEAST_SEEN, LEAST_SEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give rooms and slots the room there is."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, programme = self._look.theme, self.sight.programme
        view = self.maximumViewportSize()
        measures = Measures(
            head=self._head(),
            times=self._times(),
            column=theme.text_px(COLUMN),
            narrowest=theme.text_px(NARROWEST),
            row=self._painter.cards.least_height(),
            gap=theme.space(12),
            day=theme.metrics(14).height() + theme.space(14),
            wide=view.width(),
            high=view.height(),
            widest=theme.text_px(WIDEST),
            highest=theme.text_px(HIGHEST),
        )
        self.layout_of = layout(programme.rooms, programme.slots, measures)
        thick = self.verticalScrollBar().sizeHint().width()
        tall = self.layout_of.high > view.height()
        if tall:
            # Who scrolls anyway rather has a third line of each title in narrow columns
            lines = 3 if self.layout_of.narrowest < theme.text_px(ROOMY) else 2
            measures = replace(measures, wide=view.width() - thick, row=self._painter.cards.least_height(lines))
            self.layout_of = layout(programme.rooms, programme.slots, measures)
        wide = self.layout_of.wide > view.width() - thick * tall
        tall = self.layout_of.high > view.height() - thick * wide
        # What is seen is reckoned with the bars that are needed, not with those that are there yet
        shown = QSize(view.width() - thick * tall, view.height() - thick * wide)
        self._cards = card_places(self.sight, self.layout_of)
        self._empty = empty_places(self.sight, self.layout_of)
        for bar, whole, room in (
            (self.horizontalScrollBar(), self.layout_of.wide, shown.width()),
            (self.verticalScrollBar(), self.layout_of.high, shown.height()),
        ):
            bar.setRange(0, max(0, whole - room))
            bar.setPageStep(room)
            bar.setSingleStep(theme.text_px(24))
        self.viewport().update()

    def _head(self) -> int:
        return self._painter.head_height(self.sight.programme.rooms)

    def _times(self) -> int:
        return self._painter.times_width()

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _under_heads(self, place: QPoint) -> bool:
        return place.x() < self._times() or place.y() < self._head()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw anew: heads stay."""
        self.viewport().update()

    # ---- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything that is seen."""
        shown = Shown(
            self.sight, self.layout_of, self._cards, self._empty, self._offset(), self._where, self._session,
            self._carrying.session, self._carrying.target, self.hasFocus(), self._carrying.known,
        )  # fmt: skip
        self._painter.paint(self.viewport(), shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        if self._where is None and self._session is None and self.layout_of.slots:
            self.chosen.emit(self.step(None, 0, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus is elsewhere."""
        super().focusOutEvent(event)
        if self._carrying.by_keys:
            self._carrying.drop()
        self.viewport().update()

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and be ready to carry."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        session, where = self.session_at(place), self.cell_at(place)
        self._pressed = (place, session) if session is not None else None
        if where is not None:
            self.chosen.emit(where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what was taken hold of; else say what is below."""
        place, on_screen = event.position().toPoint(), event.globalPosition().toPoint()
        if self._carrying.carrying and not self._carrying.by_keys:
            self._carrying.carry(on_screen)
            return
        if self._pressed is not None:
            begin, session = self._pressed
            if (place - begin).manhattanLength() >= QApplication.startDragDistance():
                self._carrying.lift(session, on_screen)
                self._carrying.carry(on_screen)
            return
        over = self.session_at(place), self.room_at(place)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if over[0] is not None else Qt.CursorShape.ArrowCursor)
        if over != self._over:
            self._over = over
            self.hovered.emit(*over)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        self._pressed = None
        if self._carrying.carrying and not self._carrying.by_keys:
            self._carrying.put_down(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the card of the session."""
        if self.cell_at(event.position().toPoint()) is not None:
            self.entered.emit()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, with Ctrl (or after M) they move; Enter puts down or goes on, Space fixes, Del takes off."""
        key, moving = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _STEPS:
            self._on_arrow(*_STEPS[Qt.Key(key)], moving=moving)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._carrying.carrying:
                self._carrying.put_down_here()
            else:
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            if self._carrying.carrying:
                self._carrying.drop()
            else:
                self.escaped.emit()
        elif key == Qt.Key.Key_M and self._session is not None:
            self.lifted.emit(self._session)
        elif key == Qt.Key.Key_Space:
            self.settled.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.freed.emit()
        else:
            super().keyPressEvent(event)

    def _on_arrow(self, down: int, right: int, *, moving: bool) -> None:
        if moving and not self._carrying.carrying and self._session is not None:
            self.lifted.emit(self._session)
        if self._carrying.carrying:
            target = self.step(self._carrying.target or self._where, down, right)
            if target is not None:
                self.bring(target)
                self._carrying.carry_to(target)
            return
        where = self.step(self._where, down, right)
        if where is not None:
            self.bring(where)
            self.chosen.emit(where)
