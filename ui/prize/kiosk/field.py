"""The one field of the voting screen. It always has the focus, so that a scan arrives here at every step."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.icons import IconView
from ui.look import Look
from ui.prize.kiosk.keys import leaves
from ui.widgets.scan_field import ScanField

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
LANGUAGE_KEY = Qt.Key.Key_F2
HEIGHT, LETTERS = 76, 28


class KioskField(ScanField):
    """Arrows go through the tiles, whatever was typed."""

    stepped = Signal(int, int)
    paged = Signal(int)
    leaving = Signal()
    language_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFrame(False)
        self.setDragEnabled(False)

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts of the desk's own window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what keys mean on this screen."""
        key = Qt.Key(event.key())
        if leaves(event):
            self.leaving.emit()
        elif key in _WAYS:
            self.stepped.emit(*_WAYS[key])
        elif key in _PAGES:
            self.paged.emit(_PAGES[key])
        elif key == LANGUAGE_KEY:
            self.language_asked.emit()
        else:
            super().keyPressEvent(event)
            event.accept()


class KioskLine(QWidget):
    """The field in its frame, or without any height where nothing is to be typed."""

    def __init__(self, look: Look, field: KioskField) -> None:
        super().__init__()
        theme = look.theme
        self._look, self.field = look, field
        self._high = max(theme.space(HEIGHT), theme.text_px(LETTERS) + theme.space(36))
        field.setFont(theme.font(LETTERS))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(26), 2, theme.space(26), 2)
        row.setSpacing(theme.space(18))
        self._icon = IconView(look.icons, "scan", theme.colours.text, theme.text_px(30))
        row.addWidget(self._icon)
        row.addWidget(field, 1)
        self.setFixedHeight(self._high)

    def ask(self, text: str, icon: str, *, secret: bool = False) -> None:
        """Say what is expected; an empty text takes the line away, but not the focus. A `secret` shows dots."""
        self.field.setText("")
        self.field.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        self._icon.show_icon(icon, self._look.theme.colours.text)
        self.setFixedHeight(self._high if text else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)
        painter.end()
