"""The picture of the tables: chosen and moved by the mouse or by keys."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QSizePolicy

from ui.cafe.hall.carrying import Carrying
from ui.cafe.hall.geometry import Layout, Measures, layout
from ui.cafe.hall.painting import NAME, HallPainter, Shown
from ui.cafe.hall.sight import Sight
from ui.look import Look

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NAME_WIDE, SHORT_NAME_WIDE, LEAST_SEEN, PITCH, WIDEST_PITCH = 86, 62, 220, 4, 13
"""Room for a name, for a short one, for the least of the picture, and between lines of names: the least, the most."""


class HallView(QAbstractScrollArea):
    """Shows a `Sight`. One table has the cursor, or somebody at it."""

    table_chosen = Signal(object)
    person_chosen = Signal(object)
    entered = Signal()
    freed = Signal()
    escaped = Signal()
    lifted = Signal(object)

    def __init__(self, look: Look, carrying: Carrying) -> None:
        super().__init__()
        self._look, self._carrying, self._painter = look, carrying, HallPainter(look)
        self.sight, self.layout_of = Sight(), Layout()
        self.table: int | None = None
        self.person: int | None = None
        self.sector: str | None = None
        self._pressed: tuple[QPoint, int] | None = None
        self.setObjectName("cafehall")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(look.words.t("Tables"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        carrying.hall = self

    # ---- what is shown

    def show_sight(self, sight: Sight) -> None:
        """Show another round, or the same one changed."""
        self.sight = sight
        self._lay_out()

    def choose(self, table: int | None, person: int | None, *, bring: bool = False) -> None:
        """Put the cursor on a table, or on somebody there."""
        self.table, self.person = table, person
        self._speak()
        if bring and table is not None:
            self.bring(table)
        self.viewport().update()

    def show_sector(self, sector: str | None) -> None:
        """Let one sector stand out; None: all are alike."""
        self.sector = sector
        self.viewport().update()

    def tables(self) -> tuple[int, ...]:
        """Return all tables that are shown."""
        return tuple(self.layout_of.rings)

    def middle_of(self, table: int) -> QPoint:
        """Return where the middle of a table is on the viewport."""
        ring = self.layout_of.rings[table]
        return QPoint(ring.x, ring.y - self._top())

    def place_of(self, person: int) -> QPoint | None:
        """Return where somebody's dot is on the viewport."""
        table = self.sight.where.get(person)
        if table not in self.layout_of.rings or table is None:
            return None
        at = [guest.person for guest in self.sight.table_of[table].guests].index(person)
        chair = self.layout_of.rings[table].chairs[at]
        return QPoint(chair.x, chair.y - self._top())

    def table_at(self, place: QPoint) -> int | None:
        """Return the table below a place of the viewport."""
        x, y = place.x(), place.y() + self._top()
        return next((each for each, ring in self.layout_of.rings.items() if ring.cell.holds(x, y)), None)

    def person_at(self, place: QPoint) -> int | None:
        """Return who sits below a place of the viewport."""
        table = self.table_at(place)
        if table is None:
            return None
        x, y = place.x(), place.y() + self._top()
        seated = zip(self.layout_of.rings[table].chairs, self.sight.table_of[table].guests, strict=False)
        return next((guest.person for chair, guest in seated if chair.holds(x, y, self.layout_of.dot)), None)

    def bring(self, table: int) -> None:
        """Scroll a table into view."""
        ring = self.layout_of.rings.get(table)
        if ring is None:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if ring.cell.y < bar.value():
            bar.setValue(ring.cell.y - self._look.theme.space(8))
        elif ring.cell.y + ring.cell.high > bar.value() + room:
            bar.setValue(min(ring.cell.y, ring.cell.y + ring.cell.high - room + self._look.theme.space(8)))

    def nudge(self, place: QPoint) -> None:
        """Scroll where somebody is carried to an edge."""
        edge, bar = self._look.theme.space(28), self.verticalScrollBar()
        if not self.viewport().rect().contains(place):
            return
        if place.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)
        elif place.y() < edge:
            bar.setValue(bar.value() - edge)

    # ---- how large

    def sizeHint(self) -> QSize:
        """Take what there is."""
        return QSize(600, 400)

    def minimumSizeHint(self) -> QSize:
        """Leave room for one table."""
        return QSize(LEAST_SEEN, LEAST_SEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tables the room there is."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw anew."""
        self.viewport().update()

    def _lay_out(self) -> None:
        view = self.maximumViewportSize()
        self.layout_of = self._laid_out(view.width())
        thick = self.verticalScrollBar().sizeHint().width()
        if self.layout_of.high > view.height():
            self.layout_of = self._laid_out(view.width() - thick)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.layout_of.high - view.height()))
        bar.setPageStep(view.height())
        bar.setSingleStep(self._look.theme.text_px(24))
        self.viewport().update()

    def _laid_out(self, wide: int) -> Layout:
        """Leave room for whole names; where not even two tables stand beside each other so, for short ones."""
        found = self._with_names(wide, NAME_WIDE)
        return found if any(len(row) > 1 for row in found.rows) else self._with_names(wide, SHORT_NAME_WIDE)

    def _with_names(self, wide: int, name: float) -> Layout:
        theme, tables = self._look.theme, self.sight.tables
        high = theme.metrics(NAME).height()
        named = any(each.name for each in tables)
        measures = Measures(
            wide=wide,
            high=self.maximumViewportSize().height(),
            name=theme.text_px(name),
            line=high + PITCH,
            widest_line=high + WIDEST_PITCH,
            dot=theme.text_px(6.5),
            gap=theme.space(10),
            title=high + theme.space(6) if named else 0,
        )
        return layout({each.table: each.chairs for each in tables}, measures)

    def _top(self) -> int:
        return self.verticalScrollBar().value()

    # ---- drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything that is seen."""
        carrying, table = self._carrying, self.table
        if table is None and self.hasFocus():
            table = self.layout_of.step(None, 0, 0)  # where an arrow begins
        shown = Shown(
            self.sight, self.layout_of, self._top(), table, self.person, self.person is not None, self.hasFocus(),
            carrying.person, carrying.target, carrying.tags(), self.sector,
        )  # fmt: skip
        self._painter.paint(self.viewport(), shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and self.table is None and self.person is None and self.layout_of.rows:
            self.table_chosen.emit(self.layout_of.step(None, 0, 0))
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
        person, table = self.person_at(place), self.table_at(place)
        self._pressed = (place, person) if person is not None else None
        if person is not None:
            self.person_chosen.emit(person)
        else:
            self.table_chosen.emit(table)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry whom was taken hold of; else say who is below."""
        place, on_screen = event.position().toPoint(), event.globalPosition().toPoint()
        if self._carrying.carrying and not self._carrying.by_keys:
            self._carrying.carry(on_screen)
            return
        if self._pressed is not None:
            begin, person = self._pressed
            if (place - begin).manhattanLength() >= QApplication.startDragDistance():
                self._carrying.lift(person, on_screen)
                self._carrying.carry(on_screen)
            return
        over = self.person_at(place)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if over is not None else Qt.CursorShape.ArrowCursor)
        said = self._spoken(self.table_at(place), over)
        if said != self.viewport().toolTip():
            self.viewport().setToolTip(said)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let them sit down."""
        self._pressed = None
        if self._carrying.carrying and not self._carrying.by_keys:
            self._carrying.put_down(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the card."""
        if self.table_at(event.position().toPoint()) is not None:
            self.entered.emit()

    # ---- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose tables, Space goes to the people at one, Enter to the card, M carries, Del: does not come."""
        key = event.key()
        if key in _STEPS:
            self._on_arrow(*_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            if self._carrying.carrying:
                self._carrying.put_down_here()
            else:
                self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self._on_escape()
        elif key == Qt.Key.Key_Space and self.table is not None and self.person is None:
            self._choose_guest(0)
        elif key == Qt.Key.Key_M and self.person is not None:
            self.lifted.emit(self.person)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.freed.emit()
        else:
            super().keyPressEvent(event)

    def _on_escape(self) -> None:
        if self._carrying.carrying:
            self._carrying.drop()
        elif self.person is not None and self.table is not None:
            self.table_chosen.emit(self.table)
        else:
            self.escaped.emit()

    def _on_arrow(self, down: int, right: int) -> None:
        if self._carrying.carrying:
            target = self.layout_of.step(self._carrying.target or self.table, down, right)
            if target is not None:
                self.bring(target)
                self._carrying.carry_to(target)
        elif self.person is not None and self.table is not None:
            self._on_arrow_inside(down, right)
        else:
            table = self.layout_of.step(self.table, down, right)
            if table is not None:
                self.bring(table)
                self.table_chosen.emit(table)

    def _on_arrow_inside(self, down: int, right: int) -> None:
        """Go round the table: up and down on one side, to the other side and back."""
        table = self.table or 0
        guests = [guest.person for guest in self.sight.table_of[table].guests]
        at = guests.index(self.person) if self.person in guests else 0
        chairs = self.layout_of.rings[table].chairs
        half = sum(chair.left for chair in chairs)
        if down:
            self._choose_guest(min(max(at + down, 0), len(guests) - 1))
        elif right > 0 and at < half:
            self._choose_guest(min(at + half, len(guests) - 1))
        elif right < 0 and at >= half:
            self._choose_guest(at - half)

    def _choose_guest(self, at: int) -> None:
        table = self.sight.table_of.get(self.table or 0)
        if table is not None and 0 <= at < len(table.guests):
            self.person_chosen.emit(table.guests[at].person)

    def _speak(self) -> None:
        self.setAccessibleDescription(self._spoken(self.table, self.person))

    def _spoken(self, table: int | None, person: int | None) -> str:
        face = self.sight.face_of.get(person or 0)
        if face is not None:
            return face.spoken
        known = self.sight.table_of.get(table or 0)
        return known.spoken if known is not None else ""
