"""The one kind of button: an icon if it has one, its text, its key."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.colours import Colours
from ui.look import Look
from ui.theme import mixed
from ui.widgets.pressable import Pressable

WIDEST_TEXT = 34
"""So many letters keep their place even where there is little room."""


@dataclass(frozen=True)
class Dress:
    """The colours of a button: its ground, its edge, its letters, the ground under the pointer, the focus ring."""

    ground: QColor
    edge: QColor
    ink: QColor
    under_pointer: QColor
    ring: QColor


def plain(colours: Colours) -> Dress:
    """Return the dress of an ordinary button."""
    return Dress(
        QColor(colours.card), QColor(colours.line), QColor(colours.text), QColor(colours.hover), QColor(colours.focus)
    )


def primary(colours: Colours) -> Dress:
    """Return the dress of the one button that a page is about."""
    strong = QColor(colours.strong)
    lighter = mixed(colours.strong, colours.focus, 0.25)
    return Dress(strong, strong, QColor(colours.on_strong), lighter, QColor(colours.focus))


def on_verdict(colours: Colours, ground: str) -> Dress:
    """Return the dress of a button on a verdict of the colour `ground`."""
    white = QColor(colours.on_verdict)
    return Dress(QColor(ground), white, white, mixed(ground, "#000000", 0.22), white)


class Button(Pressable):
    """A button that shows its key. Its accessible name is its text."""

    def __init__(
        self, look: Look, text: str, dress: Dress, *, key: str = "", icon: str = "", size: float = 15, high: float = 42
    ) -> None:
        super().__init__()
        self._look, self._dress, self._key, self._icon = look, dress, key, icon
        self._size, self._least = size, high
        self._factor = 1.0
        self._hint: QSize | None = None
        self.say(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, text: str) -> None:
        """Change the text, and with it what a screen reader and the tooltip say."""
        if text == self.accessibleName() == self.text():
            return
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})" if self._key and text else "")
        self._hint = None
        self.updateGeometry()

    def wear(self, dress: Dress) -> None:
        """Change the colours."""
        if dress != self._dress:
            self._dress = dress
            self.update()

    def set_factor(self, factor: float) -> None:
        """Draw everything smaller by this factor."""
        if factor != self._factor:
            self._factor, self._hint = factor, None
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for icon, text and key."""
        if self._hint is None:
            theme, metrics = self._look.theme, self._metrics(QFont.Weight.DemiBold)
            width = metrics.horizontalAdvance(self.text()) + 2 * self._side() + self._icon_room() + self._key_room()
            least = round(theme.space(self._least) * self._factor)
            self._hint = QSize(width, max(least, metrics.height() + round(theme.space(14) * self._factor)))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Without its key it is narrower; a long text may be cut short."""
        hint = self.sizeHint()
        longest = self._metrics(QFont.Weight.DemiBold).averageCharWidth() * WIDEST_TEXT
        return QSize(min(hint.width() - self._key_room(), longest), hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the pointer is here."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the pointer is gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, edge, icon, text and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        dress = self._dress
        pressed = self.isDown() or self.isChecked()
        body = QRectF(self.rect()).adjusted(1.2, 1.2, -1.2, -1.2)
        painter.setPen(QPen(dress.ring, 2.4) if self.hasFocus() else QPen(dress.edge, 1.2))
        painter.setBrush(dress.under_pointer if (self.underMouse() or pressed) and self.isEnabled() else dress.ground)
        painter.drawRoundedRect(body, 8, 8)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        left = self._side()
        painter.setPen(self._dress.ink)
        if self._icon:
            side = self._icon_side()
            place = QRectF(left, (self.height() - side) / 2, side, side)
            self._look.icons.paint(painter, self._icon, self._dress.ink.name(), place)
            left += self._icon_room()
        painter.setFont(self._font(QFont.Weight.DemiBold))
        key_room = self._key_room() if self.width() >= self.sizeHint().width() else 0
        room = QRectF(left, 0, self.width() - left - self._side() - key_room + 1, self.height())
        metrics = self._metrics(QFont.Weight.DemiBold)
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        aligned = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if self._icon or key_room else Qt.AlignmentFlag.AlignHCenter
        )
        painter.drawText(room, int(aligned), shown)
        if key_room:
            painter.setFont(self._font(QFont.Weight.Bold))
            painter.setOpacity(painter.opacity() * 0.92)
            right = QRectF(0, 0, self.width() - self._side(), self.height())
            painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._key)

    def _font(self, weight: QFont.Weight) -> QFont:
        return self._look.theme.font(self._size * self._factor, weight)

    def _metrics(self, weight: QFont.Weight) -> QFontMetrics:
        return self._look.theme.metrics(self._size * self._factor, weight)

    def _side(self) -> int:
        return round(self._look.theme.space(18) * self._factor)

    def _icon_side(self) -> int:
        return round(self._look.theme.text_px(self._size * 1.3) * self._factor)

    def _icon_room(self) -> int:
        return self._icon_side() + self._look.theme.space(9) if self._icon else 0

    def _key_room(self) -> int:
        if not self._key:
            return 0
        return self._metrics(QFont.Weight.Bold).horizontalAdvance(self._key) + self._look.theme.space(10)
