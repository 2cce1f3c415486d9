"""The plan as one looks at it: made larger and moved by mouse, touch pad and keys; booths are chosen on it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QSizePolicy

from ui.fair.overlay import Overlay
from ui.fair.scene import FloorScene
from ui.fair.tools import Press, Tool
from ui.look import Look

AROUND_PX, AROUND_LOW_PX = 32, 13
"""Room around the hall where all of it is shown."""
STEP = 1.25
MOST_PX_PER_M = 320.0
A_DRAG_PX = 4
PAN_PX = 60
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_SMALLER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)


class FloorView(QGraphicsView):
    """Knows what is where; what a press or a key means is said by its tool."""

    chosen = Signal(object)
    entered = Signal()
    freed = Signal()
    settled = Signal()
    escaped = Signal()
    hovered = Signal(object)
    looked = Signal()

    def __init__(self, look: Look, scene: FloorScene, tool: Tool) -> None:
        super().__init__(scene)
        self._look, self.floor, self.tool = look, scene, tool
        self._pressed: QPoint | None = None
        self._panning = self._working = self._whole = False
        self._fitted = True
        self._chosen: int | None = None
        self.move_shown: tuple[int, int] | None = None
        """A way that is pointed out, from one booth to another."""
        self.allowed: Mapping[int, bool] = {}
        """While somebody is carried: at which booths they may stand."""
        self.scrolls_around = False
        """Whether the plan itself lies in something that scrolls: then the wheel alone belongs to that."""
        words = look.words
        self.setAccessibleName(words.t("Floor plan"))
        self.setAccessibleDescription("")
        self.setObjectName("floorplan")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Take what there is."""
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        """Be large enough to work in."""
        return QSize(200, 180)

    # ---- what is shown

    @property
    def booth(self) -> int | None:
        """The chosen booth."""
        return self._chosen

    def choose(self, booth: int | None, *, bring: bool = False) -> None:
        """Show a booth as chosen, and bring it into view if wanted."""
        self._chosen = booth if booth in self.floor.items_of else None
        if bring and self._chosen is not None:
            self.bring(self._chosen)
        self.viewport().update()

    def bring(self, booth: int) -> None:
        """Bring a booth into view."""
        room = self.floor.items_of[booth].room
        if not self.viewport().rect().adjusted(8, 8, -8, -8).contains(self.mapFromScene(room).boundingRect()):
            self._fitted = False
            self.ensureVisible(room, 60, 60)

    def place_of(self, booth: int) -> QPoint:
        """Return where the middle of a booth is in the picture."""
        return self.mapFromScene(self.floor.items_of[booth].room.center())

    def booth_under(self, place: QPoint) -> int | None:
        """Return the booth at a place of the picture."""
        return self.floor.booth_at(self.mapToScene(place))

    @property
    def scale_now(self) -> float:
        """Dots of the screen for each millimetre."""
        return self.transform().m11()

    @property
    def fitted(self) -> bool:
        """Whether the whole hall is shown, whatever size the window gets."""
        return self._fitted

    def show_all(self) -> None:
        """Show the whole hall."""
        self._fitted = True
        room, walls = self.viewport().size(), self.floor.walls
        least = AROUND_PX if min(room.width(), room.height()) > 450 else AROUND_LOW_PX
        left, above, right, below = (max(least, each) for each in self.floor.around(room.width()))
        across, down = max(40, room.width() - left - right), max(40, room.height() - above - below)
        scale = min(across / max(1.0, walls.width()), down / max(1.0, walls.height()))
        self._scale_to(scale)
        middle = walls.center()
        self.centerOn(middle.x() + (right - left) / 2 / scale, middle.y() + (below - above) / 2 / scale)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Make the plan larger or smaller, around a place of the picture or its middle."""
        walls, room = self.floor.walls, self.viewport().size()
        least = 0.5 * min(room.width() / max(1.0, walls.width()), room.height() / max(1.0, walls.height()))
        wanted = max(least, min(MOST_PX_PER_M / 1000, self.scale_now * factor))
        place = at if at is not None else self.viewport().rect().center()
        before = self.mapToScene(place)
        self._fitted = False
        self._scale_to(wanted)
        moved = self.mapFromScene(before) - place
        self.pan(moved)

    def pan(self, by: QPoint) -> None:
        """Look further to the right and down by so many dots."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def look_as(self, other: "FloorView") -> None:
        """Show the same place as another view of the same hall, equally large."""
        self._fitted = other.fitted
        self.floor.around(self.viewport().width())
        if other.scale_now != self.scale_now:
            self._scale_to(other.scale_now)
        for mine, its in ((self.horizontalScrollBar(), other.horizontalScrollBar()),
                          (self.verticalScrollBar(), other.verticalScrollBar())):  # fmt: skip
            mine.setValue(its.value())

    def scrollContentsBy(self, across: int, down: int) -> None:
        """Tell that another place is looked at."""
        super().scrollContentsBy(across, down)
        self.looked.emit()

    def _scale_to(self, scale: float) -> None:
        self.floor.look_from(scale)
        self.resetTransform()
        self.scale(scale, scale)
        self.looked.emit()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw what is chosen, where somebody may stand, and what the tool shows."""
        overlay = Overlay(painter, self._look.theme.colours, self.scale_now)
        items = self.floor.items_of
        if self.allowed:
            seen = [(items[each].room, allowed) for each, allowed in self.allowed.items() if each in items]
            overlay.verdicts([room for room, allowed in seen if allowed], allowed=True)
            overlay.verdicts([room for room, allowed in seen if not allowed], allowed=False)
        if self._chosen is not None and self._chosen in self.floor.items_of:
            overlay.chosen(self.floor.items_of[self._chosen].room, focus=self.hasFocus())
        if self.move_shown is not None and all(each in items for each in self.move_shown):
            start, end = (items[each].room.center() for each in self.move_shown)
            overlay.arrow(start, end)
        self.tool.paint(overlay)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the card."""
        painter.fillRect(rect, QColor(self._look.theme.colours.card))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole hall in view if it was so."""
        super().resizeEvent(event)
        if self._fitted:
            self.show_all()

    # ---- mouse and touch pad

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the tool take hold of something; else the plan itself is moved."""
        place = event.position().toPoint()
        self._pressed = place
        self._whole = False
        left = event.button() == Qt.MouseButton.LeftButton
        self._working = left and self.tool.press(self._at(event))
        self._panning = not self._working and event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, or the plan, or say over which booth the pointer is."""
        place = event.position().toPoint()
        if self._pressed is None:
            self.hovered.emit(self.booth_under(place))
            self.viewport().setCursor(self.tool.cursor(self._at(event)))
            return
        if not self._whole and (place - self._pressed).manhattanLength() < A_DRAG_PX:
            return
        if self._working:
            self._whole = True
            self.tool.move(self._at(event))
            self.viewport().update()
        elif self._panning:
            self._whole, self._fitted = True, False
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(self._pressed - place)
            self._pressed = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        moved, working = self._whole, self._working
        self._pressed, self._working, self._panning, self._whole = None, False, False, False
        if working:
            self.tool.release(self._at(event), moved=moved)
        elif not moved and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(None)
        self.viewport().setCursor(self.tool.cursor(self._at(event)))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the card of the booth."""
        if self.booth_under(event.position().toPoint()) is not None:
            self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make larger or smaller by the wheel; two fingers on a touch pad move the plan, with Ctrl they zoom."""
        zooming = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not zooming and self.scrolls_around:
            event.ignore()
            return
        by_finger = event.device() is not None and event.device().type() == QInputDevice.DeviceType.TouchPad
        if not zooming and (by_finger or event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
            self._fitted = False
            self.pan(-moved)
        else:
            self.zoom(STEP ** (event.angleDelta().y() / 120), event.position().toPoint())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by two fingers that part."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value(), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def _at(self, event: QMouseEvent) -> Press:
        place = event.position().toPoint()
        return Press(
            self.mapToScene(place), self.booth_under(place), event.globalPosition().toPoint(), event.modifiers()
        )

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Keep the arrows: elsewhere they may lead to other places."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            elsewhere = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier)
            if event.key() in _ARROWS and not elsewhere:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom, 0 shows all, arrows choose, with Shift they move the plan; the rest is for the tool."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.tool.key(event):
            self.viewport().update()
        elif key in _LARGER:
            self.zoom(STEP)
        elif key in _SMALLER:
            self.zoom(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in _ARROWS and shift:
            self._fitted = False
            self.pan(QPoint(*_ARROWS[key]) * PAN_PX)
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Space:
            self.settled.emit()
        elif key == Qt.Key.Key_Delete:
            self.freed.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            event.ignore()

    def _step(self, across: int, down: int) -> None:
        """Choose the nearest booth in a direction; without a chosen one, the first."""
        rooms = {number: item.room.center() for number, item in self.floor.items_of.items()}
        if self._chosen is None:
            nearest = min(rooms, key=lambda each: (round(rooms[each].y()), rooms[each].x()), default=None)
        else:
            here = rooms.pop(self._chosen)
            nearest = min(
                (each for each in rooms if _ahead(here, rooms[each], across, down) > 1),
                key=lambda each: _distance(here, rooms[each], across, down),
                default=None,
            )
        if nearest is not None:
            self.chosen.emit(nearest)
            if self._chosen is not None:
                self.bring(self._chosen)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the frame as it is with the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the frame as it is without the focus."""
        super().focusOutEvent(event)
        self.viewport().update()


def _ahead(here: QPointF, there: QPointF, across: int, down: int) -> float:
    return (there.x() - here.x()) * across + (there.y() - here.y()) * down


def _distance(here: QPointF, there: QPointF, across: int, down: int) -> float:
    """Return how far a booth is in a direction: aside counts three times."""
    aside = abs((there.x() - here.x()) * down) + abs((there.y() - here.y()) * across)
    return _ahead(here, there, across, down) + 3 * aside
