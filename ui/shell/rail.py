"""The rail at the left: one page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from ui.actions import PageId
from ui.look import Look
from ui.widgets.pressable import Pressable

WIDTH = 92
LABEL = 13


@dataclass(frozen=True)
class Stop:
    """One place of the rail. `low` ones stand at its foot."""

    page: PageId
    icon: str
    text: str
    low: bool = False


class RailButton(Pressable):
    """A page, with its icon and its name."""

    def __init__(self, look: Look, stop: Stop) -> None:
        super().__init__()
        self._look, self._icon = look, stop.icon
        self.setText(stop.text)
        self.setAccessibleName(stop.text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for icon and name."""
        theme = self._look.theme
        metrics = self._look.theme.metrics(LABEL)
        wide = max(theme.space(WIDTH), metrics.horizontalAdvance(self.text()) + theme.space(22))
        return QSize(wide, self._icon_side() + metrics.height() + theme.space(34))

    def minimumSizeHint(self) -> QSize:
        """A name is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw icon and name; the current page has a marker at the edge."""
        theme, painter = self._look.theme, QPainter(self)
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.rail_current))
        if self.isChecked():
            painter.fillRect(0, 0, 4, self.height(), QColor(colours.accent))
        ink = colours.on_verdict if self.isChecked() else colours.on_rail
        side, high = self._icon_side(), self._look.theme.metrics(LABEL).height()
        top = (self.height() - side - high - theme.space(6)) / 2
        self._look.icons.paint(painter, self._icon, ink, QRectF((self.width() - side) / 2, top, side, side))
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        words = QRectF(0, top + side + theme.space(6), self.width(), high)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 4, -6, -4), 6, 6)
        painter.end()

    def _font(self) -> QFont:
        return self._look.theme.font(LABEL)

    def _icon_side(self) -> int:
        return self._look.theme.text_px(23)


class Rail(QFrame):
    """The pages that there are."""

    chosen = Signal(PageId)

    def __init__(self, look: Look, stops: Sequence[Stop]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(look.words.t("Pages"))
        self._buttons: dict[PageId, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.theme.space(14), 0, look.theme.space(14))
        column.setSpacing(0)
        for stop in (stop for stop in stops if not stop.low):
            column.addWidget(self._button(look, stop))
        column.addStretch(1)
        for stop in (stop for stop in stops if stop.low):
            column.addWidget(self._button(look, stop))

    def show_page(self, page: PageId) -> None:
        """Mark the current page."""
        for each, button in self._buttons.items():
            button.setChecked(each is page)

    def _button(self, look: Look, stop: Stop) -> RailButton:
        button = RailButton(look, stop)
        button.clicked.connect(lambda: self.chosen.emit(stop.page))
        self._buttons[stop.page] = button
        return button
