"""Our own line icons, coloured when they are drawn and sharp at every pixel density."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from eventdesk import paths


class Icons:
    """Draws the files in `resources/icons` in any colour; what was drawn once is kept."""

    def __init__(self) -> None:
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, density: float) -> QPixmap:
        """Return the icon `size` pixels wide for a screen with `density` dots a pixel."""
        key = (name, colour, size, density)
        if key not in self._pixmaps:
            pixmap = QPixmap(QSize(round(size * density), round(size * density)))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self._renderer(name, colour).render(painter)
            painter.end()
            pixmap.setDevicePixelRatio(density)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def paint(self, painter: QPainter, name: str, colour: str, place: QRectF) -> None:
        """Draw the icon in the square `place`."""
        density = painter.device().devicePixelRatioF()
        painter.drawPixmap(place.topLeft(), self.pixmap(name, colour, round(place.width()), density))

    def window_icon(self) -> QIcon:
        """Return the icon of the application."""
        return QIcon(str(paths.resources() / "icons" / "eventdesk.svg"))

    def _renderer(self, name: str, colour: str) -> QSvgRenderer:
        key = (name, colour)
        if key not in self._renderers:
            drawing = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
            self._renderers[key] = QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))
        return self._renderers[key]


class IconView(QWidget):
    """An icon that stands by itself, beside a text that says the same."""

    def __init__(self, icons: Icons, name: str, colour: str, size: int) -> None:
        super().__init__()
        self._icons, self._name, self._colour = icons, name, colour
        self.setFixedSize(size, size)

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        if (name, colour) != (self._name, self._colour):
            self._name, self._colour = name, colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        self._icons.paint(painter, self._name, self._colour, QRectF(self.rect()))
        painter.end()
