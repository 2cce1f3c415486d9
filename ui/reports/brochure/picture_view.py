"""A small picture, as it is kept for a project."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

HIGH, RADIUS = 120, 6


class PictureView(QWidget):
    """Takes no room as long as there is no picture."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.setAccessibleName(look.words.t("Picture of the project"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.theme.text_px(HIGH))
        self.hide()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    @property
    def room(self) -> QSize:
        """How many dots there are for a picture."""
        high = round(self.height() * self.devicePixelRatioF())
        return QSize(2 * high, high)

    def show_picture(self, image: QImage | None) -> None:
        """Show a picture, or none."""
        self._image = image if image is not None else QImage()
        self.setVisible(not self._image.isNull())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a wide picture."""
        return QSize(2 * self.height(), self.height())

    def minimumSizeHint(self) -> QSize:
        """A narrow card shows it smaller."""
        return QSize(60, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it at the left, with an edge."""
        if self._image.isNull():
            return
        room = QSize(self.width() - 2, self.height() - 2)
        size = self._image.size()
        shape = min(room.width() / size.width(), room.height() / size.height())
        place = QRectF(1, 1, size.width() * shape, size.height() * shape)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(place, RADIUS, RADIUS)
        painter.setClipPath(edge)
        painter.drawImage(place, self._image)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(self._look.theme.colours.line), 1))
        painter.drawPath(edge)
        painter.end()
