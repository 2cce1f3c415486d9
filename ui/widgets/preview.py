"""The card with the pages as they will be printed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.look import Look
from ui.timers import single_shot
from ui.widgets.card import Card
from ui.widgets.text import Text

LEAST_HIGH = 220
AROUND = 12
AFTER_RESIZING_MS = 120


class PageView(QWidget):
    """One page, as large as there is room. The page before stays until the next one is drawn."""

    resized = Signal()
    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image: QImage | None = None
        self._sentence = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(look.words.t("Page as it will be printed"))

    @property
    def image(self) -> QImage | None:
        """The page that is shown."""
        return self._image

    @property
    def dots(self) -> tuple[int, int]:
        """How many dots there are for a page, across and down."""
        density = self.devicePixelRatioF()
        across, down = (max(60, edge - 2 * AROUND) for edge in (self.width(), self.height()))
        return round(across * density), round(down * density)

    def show_page(self, image: QImage) -> None:
        """Show a page."""
        self._image, self._sentence = image, ""
        self.update()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no page."""
        self._image, self._sentence = None, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the least size; a layout gives it what is left."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Smaller than this nobody recognises a page."""
        return QSize(160, self._look.theme.space(LEAST_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that a page may be larger now."""
        super().resizeEvent(event)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            self.turned.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page in the middle, or the sentence."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(ground, 8, 8)
        if self._image is None:
            painter.setPen(QColor(colours.muted))
            painter.setFont(self._look.theme.font(15))
            side = self._look.theme.space(24)
            room = ground.adjusted(side, side, -side, -side)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._sentence)
        else:
            room = QRectF(self.rect()).adjusted(AROUND, AROUND, -AROUND, -AROUND)
            size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.setBrush(QColor("#ffffff"))
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.drawImage(place, self._image)
        painter.end()


class Preview(Card):
    """A page and the way to the others."""

    page_wanted = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("As it will be printed"), edges=(20, 16, 20, 18))
        self.at, self._pages = 0, 0
        self.view = PageView(look)
        self.view.turned.connect(self.turn)
        self._later = single_shot(self, self.page_wanted.emit, AFTER_RESIZING_MS)
        self.view.resized.connect(self._later.start)
        self.before, self.after = self.button("‹"), self.button("›")
        self.before.setAccessibleName(words.t("Page before"))
        self.after.setAccessibleName(words.t("Next page"))
        self.before.setToolTip(words.t("Page before"))
        self.after.setToolTip(words.t("Next page"))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.number = Text("", "muted")
        row = QHBoxLayout()
        row.setSpacing(look.theme.space(10))
        self.column.removeWidget(self.title)
        row.addWidget(self.title, 1)
        row.addWidget(self.before)
        row.addWidget(self.number)
        row.addWidget(self.after)
        self.column.addLayout(row)
        self.column.addWidget(self.view, 1)

    @property
    def busy(self) -> bool:
        """Whether a page in another size is about to be asked for."""
        return self._later.isActive()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pages

    def know_pages(self, pages: int) -> None:
        """Know how many pages there are; the one that is shown stays, if it is still there."""
        self._pages = pages
        self.at = max(0, min(self.at, pages - 1))
        self._show_number()

    def show_pages(self, pages: int) -> None:
        """Know how many pages there are, and ask for the one to be shown."""
        self.know_pages(pages)
        self.page_wanted.emit()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no page."""
        self._pages, self.at = 0, 0
        self._show_number()
        self.view.show_nothing(sentence)

    def turn(self, step: int) -> None:
        """Go to another page."""
        self.go_to(self.at + step)

    def go_to(self, page: int) -> None:
        """Go to a page, counted from 0."""
        if 0 <= page < self._pages and page != self.at:
            self.at = page
            self._show_number()
            self.page_wanted.emit()

    def _show_number(self) -> None:
        said = (
            self.look.words.t("Page {number} of {count}", number=self.at + 1, count=self._pages) if self._pages else ""
        )
        self.number.setText(said)
        self.view.setAccessibleDescription(said)
        self.before.setEnabled(self.at > 0)
        self.after.setEnabled(self.at + 1 < self._pages)
