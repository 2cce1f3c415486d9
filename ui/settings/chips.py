"""Several of many: small pieces that are pressed to choose them, as many in a line as fit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen

from ui.look import Look
from ui.widgets.pressable import Pressable
from ui.widgets.wrapping import Wrapping

WIDEST = 460
"""No chip is wider, so that the narrowest window has room for it in the largest letters; the tip has the whole text."""
EDGE = 8


class Chip(Pressable):
    """One piece, chosen or not; chosen ones have a tick, too, so that nothing rests on colour alone."""

    def __init__(self, look: Look, key: str, text: str, *, chosen: bool) -> None:
        super().__init__()
        self._look, self.key = look, key
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_factor(self, factor: float) -> None:
        """Stay as large as drawn."""

    def sizeHint(self) -> QSize:
        """Return room for the tick and the text in bold."""
        theme = self._look.theme
        metrics = theme.metrics(14, QFont.Weight.DemiBold)
        wide = metrics.horizontalAdvance(self.text()) + theme.space(22) + self._tick_room()
        return QSize(min(wide, WIDEST), metrics.height() + theme.space(12))

    def minimumSizeHint(self) -> QSize:
        """A chip is cut only where its text is longer than any window has room for."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, filled if it is chosen."""
        theme, painter, chosen = self._look.theme, QPainter(self), self.isChecked()
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.6)
        painter.setPen(QPen(QColor(colours.focus), 2.4) if self.hasFocus() else QPen(QColor(colours.edge), 1))
        painter.setBrush(QColor(colours.strong if chosen else colours.hover if self.underMouse() else colours.card))
        body = QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
        ink = colours.on_strong if chosen else colours.text
        painter.setPen(QColor(ink))
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        painter.setFont(theme.font(14, weight))
        room = QRectF(self.rect())
        if chosen:
            side = theme.text_px(14)
            place = QRectF(theme.space(10), (self.height() - side) / 2, side, side)
            self._look.icons.paint(painter, "check", ink, place)
            room.setLeft(self._tick_room())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()) - EDGE)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()

    def _tick_room(self) -> int:
        return self._look.theme.text_px(16)


class Chips(Wrapping):
    """A set of chips. `chosen` tells the keys of all that are chosen now."""

    chosen = Signal(tuple)

    def __init__(self, look: Look, name: str, items: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        self.chips = [Chip(look, key, text, chosen=key in chosen) for key, text in items]
        super().__init__(look.theme.space(6), self.chips)
        self.setAccessibleName(name)
        for chip in self.chips:
            chip.clicked.connect(self._tell)

    def show_chosen(self, keys: Sequence[str]) -> None:
        """Choose these, without telling."""
        for chip in self.chips:
            chip.setChecked(chip.key in keys)

    def _tell(self) -> None:
        self.chosen.emit(tuple(chip.key for chip in self.chips if chip.isChecked()))
