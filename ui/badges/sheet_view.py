"""A small drawing of a sheet: the place where printing begins is chosen by a click or by arrows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from eventdesk.badges.sheets.sheet import Sheet
from ui.look import Look

WIDE, HIGH = 190, 220


class SheetView(QWidget):
    """Places before the chosen one are taken already; printing begins at the chosen one."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheet: Sheet | None = None
        self.start = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.words.t("Begin at this place of the sheet"))

    def show_sheet(self, sheet: Sheet, start: int) -> None:
        """Show a sheet, and where printing begins on it."""
        self._sheet, self.start = sheet, start
        words = look_words(self._look, start, sheet.capacity)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor if sheet.capacity > 1 else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sheet.capacity > 1 else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the sheet, drawn small."""
        if self._sheet is None:
            return QSize(0, 0)
        scale = self._scale() or 1
        return QSize(round(self._sheet.page_width * scale) + 8, round(self._sheet.page_height * scale) + 8)

    def minimumSizeHint(self) -> QSize:
        """The whole sheet is seen."""
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Begin at the place that was clicked."""
        for number, place in enumerate(self.places(), start=1):
            if place.contains(event.position()):
                self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the places."""
        sheet = self._sheet
        if sheet is None:
            return
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -sheet.columns,
            Qt.Key.Key_Down: sheet.columns,
        }
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: sheet.capacity}
        key = Qt.Key(event.key())
        if key in steps:
            self._choose(self.start + steps[key])
        elif key in ends:
            self._choose(ends[key])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper and its places."""
        if self._sheet is None:
            return
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        paper = QRectF(4, 4, self._sheet.page_width * scale, self._sheet.page_height * scale)
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.edge), 2.4 if self.hasFocus() else 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRect(paper)
        for number, place in enumerate(self.places(), start=1):
            taken, first = number < self.start, number == self.start
            painter.setPen(QPen(QColor(colours.text if first else colours.line), 1.6 if first else 1))
            painter.setBrush(QColor(colours.card if taken else colours.strong if first else colours.soft))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 2, 2)
            size = min(14.0, place.height() / theme.scale * 0.7)
            if size < 6 or self._sheet.capacity == 1:
                continue
            painter.setFont(theme.font(size, QFont.Weight.DemiBold if first else QFont.Weight.Normal))
            painter.setPen(QColor(colours.on_strong if first else colours.muted))
            if taken:
                painter.drawLine(place.center() + QPointF(-4, 0), place.center() + QPointF(4, 0))
            else:
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(number))
        painter.end()

    def _choose(self, number: int) -> None:
        if self._sheet is not None and 1 <= number <= self._sheet.capacity and number != self.start:
            self.show_sheet(self._sheet, number)
            self.chosen.emit(number)

    def _scale(self) -> float:
        if self._sheet is None:
            return 0
        space = self._look.theme.space
        return min(space(WIDE) / self._sheet.page_width, space(HIGH) / self._sheet.page_height)

    def places(self) -> list[QRectF]:
        """Return where the places are drawn, row by row."""
        if self._sheet is None:
            return []
        scale, sheet = self._scale(), self._sheet
        return [
            QRectF(4 + x * scale, 4 + y * scale, sheet.width * scale, sheet.height * scale) for x, y in sheet.cells()
        ]


def look_words(look: Look, start: int, places: int) -> str:
    """Return where printing begins, as a sentence."""
    if places == 1:
        return look.words.t("One badge on each sheet")
    return look.words.t("Begins at place {start} of {places}", start=start, places=places)
