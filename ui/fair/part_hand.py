"""Holds one part of the hall while one draws: arrows and the mouse move it, with Ctrl arrows make it larger."""

from itertools import pairwise

from PySide6.QtCore import QLineF, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from eventdesk.fair.hall import HallPart, PartKind
from eventdesk.words import Words
from eventdesk.words.fair import metres
from ui.fair.ground_item import shape
from ui.fair.overlay import Overlay
from ui.fair.part_shape import LINES, edges_of, moved, part_at, stretched
from ui.fair.view import FloorView
from ui.timers import single_shot

STEP_MM, LEAP_MM = 100, 1000
REST_MS = 400
NEAR_PX = 9
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class PartHand(QObject):
    """`changed`: the chosen part is to be so. Keys that come quickly after each other are one change."""

    changed = Signal(object)
    chosen = Signal()
    removed = Signal()

    def __init__(self, words: Words, view: FloorView) -> None:
        super().__init__(view)
        self._words, self._view = words, view
        self.part: HallPart | None = None
        self._draft: HallPart | None = None
        self._grip: QPointF | None = None
        self._held = True
        self._rests = single_shot(self, self.let_go, REST_MS)

    @property
    def waiting(self) -> bool:
        """Whether something was changed that is not written yet."""
        return self._rests.isActive()

    def choose(self, part: HallPart | None, *, held: bool = True) -> None:
        """Choose a part, or none; the same one may have changed. Only a part that is `held` is moved by the mouse."""
        other = (part.id if part else 0) != (self.part.id if self.part else 0)
        if other:
            self.let_go()
            self._held = held
        self.part = part
        if other:
            self.chosen.emit()
        self._view.viewport().update()

    def let_go(self) -> None:
        """Write how the part was changed."""
        self._rests.stop()
        draft, self._draft, self._grip = self._draft, None, None
        if draft is not None and draft != self.part:
            self.changed.emit(draft)

    def drop(self) -> None:
        """Leave the part as it was."""
        self._rests.stop()
        self._draft = self._grip = None

    # ---- the mouse

    def found_at(self, place: QPointF) -> HallPart | None:
        """Return the part at a place of the hall."""
        ground = self._view.floor.ground
        return part_at(ground.parts, place, NEAR_PX / self._view.scale_now) if ground is not None else None

    def is_over(self, place: QPointF) -> bool:
        """Say whether the mouse would take hold of the chosen part there."""
        return self._held and self.part is not None and self.found_at(place) == self.part

    def take(self, place: QPointF) -> bool:
        """Take hold of the chosen part; returns whether it is there. One just drawn stays: the next is drawn in it."""
        held = self.is_over(place)
        self._grip = place if held else None
        return held

    def carry(self, place: QPointF) -> None:
        """Move what is held."""
        if self._grip is not None and self.part is not None:
            by = place - self._grip
            self._draft = moved(self.part, round(by.x() / STEP_MM) * STEP_MM, round(by.y() / STEP_MM) * STEP_MM)

    # ---- keys

    def key(self, event: QKeyEvent) -> bool:
        """Arrows move the part, with Ctrl they make it larger or smaller, Del takes it away, Esc lets go of it."""
        key, part = Qt.Key(event.key()), self._draft or self.part
        if part is None:
            return False
        keys = event.modifiers()
        if key in _ARROWS:
            step = LEAP_MM if keys & Qt.KeyboardModifier.ShiftModifier else STEP_MM
            across, down = (each * step for each in _ARROWS[key])
            change = stretched if keys & Qt.KeyboardModifier.ControlModifier else moved
            self._draft = change(part, across, down)
            self._rests.start()
        elif key == Qt.Key.Key_Delete:
            self.drop()
            self.removed.emit()
        elif key == Qt.Key.Key_Escape:
            if self._draft is not None:
                self.drop()
            else:
                self.choose(None)
        else:
            return False
        return True

    # ---- what is drawn

    def paint(self, overlay: Overlay) -> None:
        """Draw the chosen part, and where it would be."""
        part = self._draft or self.part
        if part is None:
            return
        if part.kind in LINES:
            for one, other in pairwise(part.points):
                overlay.line(QLineF(*one, *other))
        else:
            overlay.shape(shape(part), wrong=False, filled=part.kind is not PartKind.OUTLINE)
        if self._draft is not None:
            left, top, right, bottom = edges_of(part)
            overlay.write(self._said(left, top, right - left, bottom - top), QPointF(right, bottom))

    def _said(self, x: int, y: int, wide: int, deep: int) -> str:
        words = self._words
        return words.t(
            "{x} m, {y} m · {width} × {depth} m",
            x=metres(words, x), y=metres(words, y), width=metres(words, wide), depth=metres(words, deep),
        )  # fmt: skip
