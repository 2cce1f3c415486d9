"""A card that can be pressed: a title, a line, a few figures."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.look import Look
from ui.widgets.pressable import Pressable


class PressCard(Pressable):
    """One event to open. All its texts are in its accessible name, too."""

    def __init__(self, look: Look, icon: str, title: str, line: str, figures: str, *, shown: str = "") -> None:
        """Show `shown` (default: `title`) as the title."""
        super().__init__()
        self._look, self._icon = look, icon
        self._title, self._line, self._figures = shown or title, line, figures
        self._keeps_room = False
        self.setText(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def keep_room(self) -> "PressCard":
        """Leave room for figures that are still being read, so that nothing jumps when they come."""
        self._keeps_room = True
        self.updateGeometry()
        return self

    def show_lines(self, line: str, figures: str) -> None:
        """Show another line and other figures."""
        self._line, self._figures = line, figures
        self._tell()
        self.update()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self._tell()
        self.update()

    def figures(self) -> str:
        """Return the last line."""
        return self._figures

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        theme = self._look.theme
        lines = self._lines()
        last = len(lines) - 1
        high = sum(
            QFontMetrics(font).height()
            for number, (font, text) in enumerate(lines)
            if text or (self._keeps_room and number == last)
        )
        return QSize(theme.space(260), high + theme.space(40))

    def minimumSizeHint(self) -> QSize:
        """Lines may be cut short at the end; their number may not."""
        return QSize(self._look.theme.space(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        theme, painter = self._look.theme, QPainter(self)
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = colours.focus if focused else colours.muted if self.underMouse() else colours.line
        painter.setPen(QPen(QColor(edge), 2 if focused else 1))
        ground = colours.hover if self.isEnabled() and (self.underMouse() or self.isDown()) else colours.card
        painter.setBrush(QColor(ground if self.isEnabled() else colours.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        side, icon = theme.space(18), theme.text_px(24)
        left = side + icon + theme.space(14)
        top = theme.space(18)
        first = QFontMetrics(self._lines()[0][0]).height()
        self._look.icons.paint(painter, self._icon, colours.muted, QRectF(side, top + (first - icon) / 2, icon, icon))
        y = top
        for number, (font, text) in enumerate(self._lines()):
            if not text:
                continue
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - left - side)
            painter.setFont(font)
            painter.setPen(QColor(colours.muted if number or not self.isEnabled() else colours.text))
            painter.drawText(QRectF(left, y, self.width() - left - side + 2, metrics.height()), shown)
            y += metrics.height() + theme.space(2)
        painter.end()

    def _tell(self) -> None:
        self.setAccessibleName(". ".join(part for part in (self._title, self._line, self._figures) if part))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()

    def _lines(self) -> tuple[tuple[QFont, str], ...]:
        font = self._look.theme.font
        return (font(17, QFont.Weight.DemiBold), self._title), (font(14), self._line), (font(14), self._figures)
