"""The pill in the header that says how old the newest backup is; a click leads to where more is said about it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

SIZE = 14
ICON = 16
PAD = 9


class BackupPill(QWidget):
    """A picture and a few words, or fewer where there is little room: the picture says then what they are about."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._few = self._fewer = ""
        self._brief = self._worried = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_said(self, few: str, fewer: str, whole: str, *, worried: bool) -> None:
        """Show how it stands; `whole` is for the tooltip and the screen reader."""
        self._few, self._fewer, self._worried = few, fewer, worried
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self.updateGeometry()
        self.update()

    def be_brief(self, *, brief: bool) -> None:
        """Say it in fewer words, or in all again."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """Return what can be read."""
        return self._fewer if self._brief else self._few

    @property
    def worried(self) -> bool:
        """Whether somebody should look."""
        return self._worried

    def sizeHint(self) -> QSize:
        """Return room for the picture and the words."""
        theme = self._look.theme
        metrics = theme.metrics(SIZE, self._weight())
        wide = metrics.horizontalAdvance(self.text()) + 2 * self._side() + theme.text_px(ICON) + theme.space(6) + 2
        return QSize(wide, metrics.height() + theme.space(PAD))

    def minimumSizeHint(self) -> QSize:
        """It never gives up a letter."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, picture and words."""
        theme, painter = self._look.theme, QPainter(self)
        colours = theme.colours
        ground, ink = (colours.warning, colours.on_warning) if self._worried else (colours.soft, colours.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        icon, side = theme.text_px(ICON), self._side()
        place = QRectF(side, (self.height() - icon) / 2, icon, icon)
        self._look.icons.paint(painter, "note" if self._worried else "backup", ink, place)
        painter.setPen(QColor(ink))
        painter.setFont(theme.font(SIZE, self._weight()))
        room = self.rect().adjusted(side + icon + theme.space(6), 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for more."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def _side(self) -> int:
        return self._look.theme.space(11)

    def _weight(self) -> QFont.Weight:
        return QFont.Weight.DemiBold if self._worried else QFont.Weight.Normal
