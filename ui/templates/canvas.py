"""One side at true proportion, on which boxes are chosen, dragged and made larger, by mouse and by keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView, QSizePolicy

from eventdesk.badges.design.template import Box
from eventdesk.badges.design.template_check import extent
from ui.look import Look
from ui.templates import shapes, zooming
from ui.templates.dragging import Drag, dragged
from ui.templates.drawing import HANDLE, Overlay, frame_of, place_of
from ui.templates.snapping import Guide

AROUND = 14
"""Pixels between the badge and the edge of the picture."""
NEAR = 7
"""A box is drawn to a line, and a handle is taken hold of, from so many pixels."""
A_DRAG = 3
STEP, LEAP = 0.5, 5.0
_OF_ARROWS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(QGraphicsView):
    """Knows boxes and millimetres, no rules: whoever listens says whether a change is `wrong`."""

    chosen = Signal(object)
    tried = Signal(object)
    dropped = Signal(object)
    let_go = Signal()
    nudged = Signal(object)
    deleted = Signal()
    entered = Signal()
    zoomed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._scene = QGraphicsScene(self)
        self._ground = QGraphicsPixmapItem()
        self._scene.addItem(self._ground)
        self.setScene(self._scene)
        self._boxes: tuple[Box, ...] = ()
        self._at: int | None = None
        self._size = (1.0, 1.0)
        self._drag: Drag | None = None
        self._trying: Box | None = None
        self._guides: tuple[Guide, ...] = ()
        self._zoom: float | None = None
        self._clicking = False
        self.wrong = self.stopped = False
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("badgepicture")
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Take what there is."""
        return QSize(self._look.theme.space(320), self._look.theme.space(320))

    def minimumSizeHint(self) -> QSize:
        """Be large enough to work in."""
        return QSize(160, 200)

    # ---- what is shown

    def show_boxes(self, boxes: tuple[Box, ...], at: int | None, size: tuple[float, float]) -> None:
        """Show these boxes, one of them chosen, on a badge of this size in millimetres."""
        self._boxes, self._at = boxes, at
        self._forget()
        if size != self._size:
            self._size = size
            self._lay()
        if self._zoom is not None and at is not None and not self._clicking:
            self.ensureVisible(frame_of(boxes[at]), AROUND, AROUND)
        self.viewport().update()

    def show_ground(self, image: QImage) -> None:
        """Show the badge as it will be printed."""
        pixmap = QPixmap.fromImage(image)
        self._ground.setPixmap(pixmap)
        self._ground.setScale(self._size[0] / max(1, pixmap.width()))
        self._ground.setTransformationMode(Qt.TransformationMode.SmoothTransformation)

    @property
    def guides(self) -> tuple[Guide, ...]:
        """The lines to which a box is drawn just now."""
        return self._guides

    @property
    def ground(self) -> QPixmap:
        """The badge as it is shown below the boxes."""
        return self._ground.pixmap()

    def dots_per_mm(self) -> float:
        """Return how many dots of the screen a millimetre has."""
        return self.transform().m11() * self.devicePixelRatioF()

    def place_of(self, at: int, handle: shapes.Handle | None = None) -> QPoint:
        """Return where a box, or a handle of it, is in the picture."""
        box = self._boxes[at]
        return self.mapFromScene(frame_of(box).center() if handle is None else place_of(box, handle))

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw frames and handles over the badge."""
        overlay = Overlay(painter, self._pixel())
        overlay.edge(self._size, self._look.theme.colours.edge)
        overlay.frames([box for number, box in enumerate(self._boxes) if number != self._at])
        shown = self._shown()
        if shown is not None:
            overlay.chosen(shown, focus=self.hasFocus(), wrong=self.wrong)
        overlay.guides(self._guides, self._size)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Draw the table, and the white of the paper until the badge is there."""
        painter.fillRect(rect, QColor(self._look.theme.colours.soft))
        painter.fillRect(QRectF(0, 0, *self._size), QColor("#ffffff"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole badge in view, unless somebody chose how large it is."""
        super().resizeEvent(event)
        self._lay()

    # ---- how large

    @property
    def zoom(self) -> float:
        """How large the badge is shown: 1 is its size on paper."""
        return self.transform().m11() / zooming.PER_MM

    @property
    def fits(self) -> bool:
        """Whether it is shown as large as there is room."""
        return self._zoom is None

    def show_larger(self) -> None:
        """Show it a step larger."""
        self._show_at(zooming.larger(self.zoom))

    def show_smaller(self) -> None:
        """Show it a step smaller."""
        self._show_at(zooming.smaller(self.zoom))

    def show_true(self) -> None:
        """Show it as large as it is on paper."""
        self._show_at(1.0)

    def show_whole(self) -> None:
        """Show all of it, as large as there is room."""
        self._zoom = None
        self._lay()

    def _show_at(self, zoom: float, under: QPointF | None = None) -> None:
        """Show it so large; what is `under` the mouse stays there, else the chosen box comes to the middle."""
        if self._drag is not None and self._drag.moving:
            return
        place = self._scene_place(under) if under is not None else None
        middle = (
            self.mapToScene(self.viewport().rect().center())
            if self._at is None
            else frame_of(self._boxes[self._at]).center()
        )
        self._zoom = zoom
        self._lay()
        self.centerOn(middle)
        if under is not None and place is not None:
            by = self.viewportTransform().map(place) - under
            for bar, pixels in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
                bar.setValue(bar.value() + round(pixels))

    def _scene_place(self, position: QPointF) -> QPointF:
        """Return which millimetre is at a place of the picture, finer than Qt's own."""
        return self.viewportTransform().inverted()[0].map(position)

    # ---- mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle, or of a box; beside all boxes choose none."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._scene_place(event.position())
        handle = self._handle_at(event.position())
        chosen = None if self._at is None else self._boxes[self._at]
        if handle is not None and chosen is not None:
            self._drag = Drag(chosen, place, event.position().toPoint(), handle)
            return
        hit = self._hit(place)
        if self._at is not None and self._at in hit:
            self._drag = Drag(self._boxes[self._at], place, event.position().toPoint(), below=len(hit) > 1)
            return
        self._clicking = True
        self.chosen.emit(hit[0] if hit else None)
        self._clicking = False
        if hit:
            self._drag = Drag(self._boxes[hit[0]], place, event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held, or show what could be."""
        drag = self._drag
        if drag is None:
            self._show_pointer(event.position())
            return
        if not drag.moving and (event.position().toPoint() - drag.pressed).manhattanLength() < A_DRAG:
            return
        drag.moving = True
        free = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        within = 0.0 if free else NEAR * self._pixel()
        others = [extent(box) for number, box in enumerate(self._boxes) if number != self._at]
        now = dragged(drag, self._scene_place(event.position()) - drag.start, others, self._size, within)
        self._trying, self._guides, self.stopped = now.box, now.guides, now.stopped
        self.tried.emit(self._trying)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a click on the chosen box chooses the one below it."""
        drag, trying = self._drag, self._trying
        self._forget()
        self._lay()
        self.viewport().update()
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if drag.moving and trying is not None:
            self.dropped.emit(trying)
        elif drag.below:
            hit = self._hit(drag.start)
            self.chosen.emit(hit[(hit.index(self._at) + 1) % len(hit)] if self._at in hit else hit[0])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl make it larger or smaller; else move a badge that is larger than its place, or what scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self._show_at(zooming.turned(self.zoom, event.angleDelta().y()), event.position())
            event.accept()
        elif self._zoom is not None:
            super().wheelEvent(event)
        else:
            event.ignore()

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Keep the arrows with Alt: elsewhere they lead to other pages."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alone = event.modifiers() & ~_OF_ARROWS == Qt.KeyboardModifier.NoModifier
            if event.key() in _ARROWS and alone and self._at is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen box, with Alt make it larger or smaller; Del takes it away; Esc lets go.

        Enter leads to its properties. Plus and minus show it larger and smaller.
        """
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        chosen = None if self._at is None else self._boxes[self._at]
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self._forget()
            self.let_go.emit()
            self.viewport().update()
        elif key in _ARROWS and chosen is not None and not modifiers & Qt.KeyboardModifier.ControlModifier:
            step = LEAP if modifiers & Qt.KeyboardModifier.ShiftModifier else STEP
            across, down = (each * step for each in _ARROWS[key])
            resizing = modifiers & Qt.KeyboardModifier.AltModifier
            self.nudged.emit(shapes.grown(chosen, across, down) if resizing else shapes.moved(chosen, across, down))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Delete and chosen is not None:
            self.deleted.emit()
        elif event.text() in ("+", "="):
            self.show_larger()
        elif event.text() == "-":
            self.show_smaller()
        elif key in _ARROWS and self._zoom is not None and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Go through the boxes by Tab, and behind the last one on to what follows."""
        at = -1 if self._at is None and forwards else len(self._boxes) if self._at is None else self._at
        at += 1 if forwards else -1
        if self.hasFocus() and 0 <= at < len(self._boxes):
            self.chosen.emit(at)
            return True
        return super().focusNextPrevChild(forwards)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the frame as it is with the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the frame as it is without the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw everything anew in other colours."""
        super().changeEvent(event)
        self.viewport().update()

    # ---- where things are

    def _shown(self) -> Box | None:
        if self._trying is not None:
            return self._trying
        return None if self._at is None else self._boxes[self._at]

    def _hit(self, place: QPointF) -> list[int]:
        """Return the boxes at a place, the topmost first; a large one is behind a small one that it holds."""
        more = 3 * self._pixel()
        found = [
            number
            for number, box in enumerate(self._boxes)
            if frame_of(box).adjusted(-more, -more, more, more).contains(place)
        ]
        return found[::-1]

    def _handle_at(self, position: QPointF) -> shapes.Handle | None:
        if self._at is None:
            return None
        box = self._boxes[self._at]
        for handle in shapes.handles(box):
            middle = self.mapFromScene(place_of(box, handle))
            if (position.toPoint() - middle).manhattanLength() <= HANDLE + 2:
                return handle
        return None

    def _show_pointer(self, position: QPointF) -> None:
        handle = self._handle_at(position)
        shape = Qt.CursorShape.ArrowCursor
        if handle is not None:
            both = handle.across * handle.down
            shape = (
                Qt.CursorShape.SizeFDiagCursor if both > 0
                else Qt.CursorShape.SizeBDiagCursor if both < 0
                else Qt.CursorShape.SizeHorCursor if handle.across
                else Qt.CursorShape.SizeVerCursor
            )  # fmt: skip
        elif self._hit(self.mapToScene(position.toPoint())):
            shape = Qt.CursorShape.SizeAllCursor
        self.viewport().setCursor(shape)

    def _pixel(self) -> float:
        return 1 / max(self.transform().m11(), 0.01)

    def _lay(self) -> None:
        """Lay the badge into the picture, as large as it is wanted."""
        if self._drag is not None and self._drag.moving:
            return  # what is held would jump
        width, height = self._size
        room, whole = self.viewport().size(), self._zoom is None
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(bars)
        self.setVerticalScrollBarPolicy(bars)
        fitting = min((room.width() - 2 * AROUND) / width, (room.height() - 2 * AROUND) / height)
        scale = max(fitting, 0.2) if self._zoom is None else self._zoom * zooming.PER_MM
        around = 0.0 if whole else AROUND / scale
        self._scene.setSceneRect(-around, -around, width + 2 * around, height + 2 * around)
        self.setTransform(QTransform.fromScale(scale, scale))
        if whole:
            self.centerOn(width / 2, height / 2)
        if not self._ground.pixmap().isNull():
            self._ground.setScale(width / self._ground.pixmap().width())
        self.zoomed.emit()

    def _forget(self) -> None:
        self._drag, self._trying, self._guides = None, None, ()
        self.wrong = self.stopped = False
