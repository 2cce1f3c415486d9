"""Small pictures to choose from: one of them is chosen, arrows go through them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.look import Look
from ui.widgets.pressable import Pressable
from ui.widgets.text import laid_out, lines_of, wrapping

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
HIGH = 132
WIDE = 112


class PictureButton(Pressable):
    """A badge as it will be printed, its name below it. Only the chosen one is reached by Tab, as in a list."""

    stepped = Signal(int)

    def __init__(self, look: Look, title: str, size_mm: tuple[float, float]) -> None:
        super().__init__()
        self._look, self._ratio = look, size_mm[0] / size_mm[1]
        self._image: QImage | None = None
        self._fresh = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._be_reached)

    @property
    def dots(self) -> tuple[int, int]:
        """How many dots the picture has on this screen, across and down."""
        size, density = self._picture_size(), self.devicePixelRatioF()
        return round(size.width() * density), round(size.height() * density)

    @property
    def drawn(self) -> bool:
        """Whether the picture is there."""
        return self._fresh

    def picture(self) -> QImage | None:
        """Return the picture that is shown."""
        return self._image

    def show_picture(self, image: QImage) -> None:
        """Show the badge."""
        self._image, self._fresh = image, True
        self.update()

    def forget_picture(self) -> None:
        """The picture that is shown is out of date; it stays until the new one is there."""
        self._fresh = False

    def sizeHint(self) -> QSize:
        """Return room for the picture and two lines below it."""
        theme, picture = self._look.theme, self._picture_size()
        name = 2 * theme.metrics(13).height()
        return QSize(max(picture.width(), theme.space(WIDE)) + 12, picture.height() + name + theme.space(8) + 12)

    def minimumSizeHint(self) -> QSize:
        """A picture is never cut."""
        return self.sizeHint()

    def set_factor(self, factor: float) -> None:
        """Pictures keep their size."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which way an arrow points."""
        if event.key() in _STEPS:
            event.accept()
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, the name, and a frame around the chosen one."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            ring = colours.focus if self.hasFocus() else colours.text if self.isChecked() else colours.line
            painter.setPen(QPen(QColor(ring), 2.4))
            painter.setBrush(QColor(colours.soft if self.isChecked() else colours.card))
            painter.drawRoundedRect(whole, 8, 8)
        picture = self._picture_size()
        place = QRectF((self.width() - picture.width()) / 2, 6, picture.width(), picture.height())
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor("#ffffff"))
        painter.drawRect(place)
        if self._image is not None:
            painter.drawImage(place.adjusted(0.5, 0.5, -0.5, -0.5), self._image)
        self._paint_name(painter, place.bottom() + theme.space(5))
        painter.end()

    def _paint_name(self, painter: QPainter, top: float) -> None:
        theme = self._look.theme
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        font, metrics, wide = theme.font(13, weight), theme.metrics(13, weight), self.width() - 10
        layout = laid_out(self.text(), font, wide, wrapping())
        first, *others = lines_of(layout) or [""]
        lines = [first.strip(), "".join(others).strip()]
        painter.setFont(font)
        painter.setPen(QColor(theme.colours.text))
        for number, line in enumerate(lines):
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide)
            below = QRectF(5, top + number * metrics.height(), wide, metrics.height() + 1)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), shown)

    def _picture_size(self) -> QSize:
        high, wide = self._look.theme.space(HIGH), self._look.theme.space(WIDE)
        if wide / self._ratio <= high:
            return QSize(wide, round(wide / self._ratio))
        return QSize(round(high * self._ratio), high)

    def _be_reached(self, chosen: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)
