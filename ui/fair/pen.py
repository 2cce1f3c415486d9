"""What mouse and keys do while one draws: a row in one gesture, moving what is chosen, parts of the hall."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from eventdesk.fair.booth import Booth, Power
from eventdesk.fair.floor import geometry
from eventdesk.fair.floor.rows import MOST_BOOTHS, Form, Numbering, Row
from eventdesk.fair.hall import PartKind, Point
from eventdesk.words import Words
from eventdesk.words.fair import floor_trouble_sentence, metres
from ui.fair.aligning import Aligned, align, around
from ui.fair.flow.floor_flow import FloorFlow
from ui.fair.overlay import Overlay
from ui.fair.part_hand import PartHand
from ui.fair.part_shape import LINES, box
from ui.fair.scene import outline_of
from ui.fair.tools import Press
from ui.fair.view import FloorView
from ui.timers import single_shot

NEAR_PX = 9
STEP_MM, LEAP_MM = 100, 1000
REST_MS = 400
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


@dataclass(frozen=True)
class Plan:
    """What is drawn by the next gesture: booths of this kind, or a part of the hall."""

    form: Form = Form.ROW
    width_mm: int = 3000
    depth_mm: int = 2000
    island: str = ""
    numbering: Numbering = field(default_factory=Numbering)
    power: Power = Power.NONE
    part: PartKind | None = None
    name: str = ""


class Holding(Enum):
    """What the mouse holds."""

    NOTHING = 0
    ROW = 1
    BOOTHS = 2
    BAND = 3
    PART = 4
    RULER = 5
    PART_THERE = 6


class Pen(QObject):
    """The tool of the plan while one draws. `row_drawn`, `moved` and `part_drawn` say what came of a gesture."""

    row_drawn = Signal(object)
    moved = Signal(object)
    part_drawn = Signal(object)
    measured = Signal(QPointF, QPointF)
    chosen_changed = Signal()
    asked = Signal(str)
    left = Signal()

    def __init__(self, words: Words, flow: FloorFlow, view: FloorView) -> None:
        super().__init__(view)
        self._words, self._flow, self._view = words, flow, view
        self.parts = PartHand(words, view)
        self.plan = Plan()
        self.measuring = False
        self.hall = 0
        self.chosen: frozenset[int] = frozenset()
        self._holding = Holding.NOTHING
        self._start, self._now = QPointF(), QPointF()
        self._drafts: tuple[Booth, ...] = ()
        self._lines: tuple[tuple[bool, float], ...] = ()
        self._sentence, self._wrong = "", False
        self._nudge = (0, 0)
        self._nudged = single_shot(self, self._end_nudge, REST_MS)

    def choose(self, booths: frozenset[int]) -> None:
        """Choose booths."""
        self._end_nudge()
        if booths:
            self.parts.choose(None)
        if booths != self.chosen:
            self.chosen = booths
            self.chosen_changed.emit()
        self._view.viewport().update()

    # ---- the mouse

    def press(self, at: Press) -> bool:
        """Take hold of a booth, or begin to draw; with Shift beside booths, span a frame around some."""
        self._end_nudge()
        self.parts.let_go()
        self._start = self._now = at.place
        more = bool(at.keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        if self.measuring:
            self._holding = Holding.RULER
        elif self.parts.take(at.place) and at.booth is None:
            self._holding = Holding.PART_THERE
        elif self.plan.part is not None:
            self._holding = Holding.PART
        elif at.booth is not None:
            if more:
                self.choose(self.chosen ^ {at.booth})
            elif at.booth not in self.chosen:
                self.choose(frozenset({at.booth}))
            self._holding = Holding.BOOTHS
        else:
            self._holding = Holding.BAND if more else Holding.ROW
        return True

    def move(self, at: Press) -> None:
        """Show what would come of it."""
        self._now = at.place
        if self._holding is Holding.ROW:
            self._show(self._row())
        elif self._holding is Holding.BOOTHS and self.chosen:
            self._show(self._shifted())
        elif self._holding is Holding.PART_THERE:
            self.parts.carry(at.place)

    def release(self, at: Press, *, moved: bool) -> None:
        """Say what came of it."""
        holding, drafts = self._holding, self._drafts
        self._now = at.place
        self.drop()
        if not moved:
            if holding in (Holding.ROW, Holding.BAND, Holding.PART):
                self.choose(frozenset())
                self.parts.choose(None)
                self.parts.choose(self.parts.found_at(at.place))
            return
        if holding is Holding.PART_THERE:
            self.parts.let_go()
        if holding is Holding.ROW and drafts:
            self.row_drawn.emit(drafts)
        elif holding is Holding.BOOTHS and drafts:
            self.moved.emit(drafts)
        elif holding is Holding.BAND:
            room = QRectF(self._start, self._now).normalized()
            items = self._view.floor.items_of
            inside = {number for number, item in items.items() if room.contains(item.room.center())}
            self.choose(self.chosen | inside)
        elif holding is Holding.RULER:
            self.measuring = False
            self.measured.emit(self._start, self._now)
        elif holding is Holding.PART:
            points = self._part()
            if points:
                self.part_drawn.emit(points)

    def cursor(self, at: Press) -> Qt.CursorShape:
        """Show whether one draws or moves."""
        if at.booth is None and self.parts.is_over(at.place):
            return Qt.CursorShape.SizeAllCursor
        drawing = at.booth is None or self.plan.part is not None or self.measuring
        return Qt.CursorShape.CrossCursor if drawing else Qt.CursorShape.SizeAllCursor

    def drop(self) -> None:
        """Hold nothing any more."""
        self._holding, self._drafts, self._lines = Holding.NOTHING, (), ()
        self._sentence, self._wrong = "", False

    # ---- keys

    def key(self, event: QKeyEvent) -> bool:
        """Arrows move what is chosen, R turns it, Del takes it away, Esc lets go or leaves."""
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._holding is Holding.NOTHING and not self.measuring and self.parts.key(event):
            return True
        if key == Qt.Key.Key_Escape:
            if self._holding is not Holding.NOTHING or self.measuring:
                self.drop()
                self.parts.drop()
                self.measuring = False
            elif self.chosen:
                self.choose(frozenset())
            else:
                self.left.emit()
        elif key in _ARROWS and self.chosen:
            step = LEAP_MM if shift else STEP_MM
            across, down = _ARROWS[key]
            self._nudge = (self._nudge[0] + across * step, self._nudge[1] + down * step)
            self._show(self._flow.shifted(self.chosen, *self._nudge))
            self._nudged.start()
        elif key == Qt.Key.Key_R and self.chosen:
            self._end_nudge()
            self.asked.emit("turn")
        elif key == Qt.Key.Key_Delete and self.chosen:
            self._end_nudge()
            self.asked.emit("remove")
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.choose(frozenset(self._view.floor.items_of))
        else:
            return False
        return True

    def _end_nudge(self) -> None:
        """Write how far the arrows have moved what is chosen."""
        self._nudged.stop()
        drafts, nudge = self._drafts, self._nudge
        self._nudge = (0, 0)
        if nudge != (0, 0) and drafts:
            self.drop()
            self.moved.emit(drafts)

    @property
    def waiting(self) -> bool:
        """Whether something was moved by arrows that is not written yet."""
        return self._nudged.isActive() or self.parts.waiting

    # ---- what is drawn

    def paint(self, overlay: Overlay) -> None:
        """Draw what is chosen, what is held, the lines it stands at, and what is wrong with it."""
        items = self._view.floor.items_of
        self.parts.paint(overlay)
        for number in self.chosen:
            if number in items:
                overlay.shape(items[number].outline, wrong=False, filled=not self._drafts)
        for draft in self._drafts:
            overlay.shape(outline_of(draft), wrong=self._wrong)
        room = self._view.sceneRect()
        for upright, where in self._lines:
            ends = (where, room.top(), where, room.bottom()) if upright else (room.left(), where, room.right(), where)
            overlay.guide(QLineF(*ends))
        if self._holding is Holding.BAND:
            overlay.band(QRectF(self._start, self._now).normalized())
        if self._holding is Holding.RULER:
            overlay.line(QLineF(self._start, self._now))
        if self._holding is Holding.PART:
            if self.plan.part in LINES:
                overlay.line(QLineF(self._start, self._now))
            else:
                overlay.band(QRectF(self._start, self._now).normalized())
        if self._drafts:
            overlay.write(self._said(), self._now if self._holding is not Holding.NOTHING else self._middle())

    def _said(self) -> str:
        if self._sentence:
            return self._sentence
        words = self._words
        first, last = self._drafts[0], self._drafts[-1]
        if self._holding is Holding.ROW:
            if len(self._drafts) == 1:
                return first.ref
            return words.t("{first} to {last}: {count} booths", first=first.ref, last=last.ref, count=len(self._drafts))
        return words.t("{x} m, {y} m", x=metres(words, first.x_mm), y=metres(words, first.y_mm))

    def _middle(self) -> QPointF:
        x, y = geometry.centre(self._drafts[0])
        return QPointF(x, y)

    def _show(self, drafts: Sequence[Booth]) -> None:
        self._drafts = tuple(drafts)
        troubles = self._flow.troubles(self._drafts) if drafts else ()
        self._wrong = bool(troubles)
        self._sentence = floor_trouble_sentence(self._words, troubles[0]) if troubles else ""
        self._view.viewport().update()

    def _row(self) -> tuple[Booth, ...]:
        """Return as many booths as have room between where one began and where one is."""
        plan, across, down = self.plan, self._now.x() - self._start.x(), self._now.y() - self._start.y()
        upright = abs(down) > abs(across)
        length = abs(down if upright else across)
        count = max(1, min(MOST_BOOTHS // 3, round(length / plan.width_mm)))
        row = Row(
            self.hall,
            round(self._start.x()),
            round(self._start.y()),
            count,
            plan.width_mm,
            plan.depth_mm,
            plan.form,
            90 if upright else 0,
            plan.island,
            plan.power,
        )
        drafts = self._flow.drafts(row, plan.numbering)
        if not drafts:
            return ()
        edges = around(geometry.covered(each) for each in drafts)
        back_x = edges[2] - edges[0] if across < 0 and not upright else 0
        back_y = edges[3] - edges[1] if down < 0 and upright else 0
        found = self._aligned((edges[0] - back_x, edges[1] - back_y, edges[2] - back_x, edges[3] - back_y))
        self._lines = found.lines
        x, y = round(found.across - back_x), round(found.down - back_y)
        return tuple(replace(each, x_mm=each.x_mm + x, y_mm=each.y_mm + y) for each in drafts)

    def _shifted(self) -> tuple[Booth, ...]:
        across, down = self._now.x() - self._start.x(), self._now.y() - self._start.y()
        drafts = self._flow.shifted(self.chosen, round(across), round(down))
        if not drafts:
            return ()
        found = self._aligned(around(geometry.covered(each) for each in drafts))
        self._lines = found.lines
        return self._flow.shifted(self.chosen, round(across + found.across), round(down + found.down))

    def _aligned(self, edges: tuple[float, float, float, float]) -> Aligned:
        walls = self._view.floor.walls
        moving = self.chosen if self._holding is Holding.BOOTHS else frozenset()
        others = [geometry.covered(booth) for number, booth in self._view.floor.booths.items() if number not in moving]
        others.append((walls.left(), walls.top(), walls.right(), walls.bottom()))
        return align(edges, others, NEAR_PX / self._view.scale_now)

    def _part(self) -> tuple[Point, ...]:
        start, end = (_tenth(self._start), _tenth(self._now))
        if self.plan.part in LINES:
            return (start, end) if start != end else ()
        left, right = sorted((start[0], end[0]))
        top, bottom = sorted((start[1], end[1]))
        if left == right or top == bottom:
            return ()
        return box(left, top, right - left, bottom - top)


def _tenth(place: QPointF) -> Point:
    return round(place.x() / STEP_MM) * STEP_MM, round(place.y() / STEP_MM) * STEP_MM
