"""The lines of the verdict card that hold more than one thing."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import IconView
from ui.look import Look
from ui.widgets.parts import Flow
from ui.widgets.text import FittingText


class TopLine(QWidget):
    """Icon and word at the left; point and time at the right, or below where there is no room."""

    def __init__(self, look: Look, icon: IconView, word: FittingText, corner: FittingText) -> None:
        super().__init__()
        self._gap = look.theme.space(14)
        self._icon, self._word, self._corner = icon, word, corner
        self._icon_size = icon.width()
        self._factor = 1.0
        for child in (icon, word, corner):
            child.setParent(self)

    def set_factor(self, factor: float) -> None:
        """Shrink everything."""
        self._factor = factor
        for text in (self._word, self._corner):
            text.set_factor(factor)
        self._icon.setFixedSize(self._side(), self._side())

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of two."""
        below = 0 if self._beside(width) else self._corner.heightForWidth(width)
        return max(self._side(), self._word.heightForWidth(width)) + below

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place, and place icon, word and corner. even if it is the same as before."""
        super().setGeometry(rect)
        self.place()

    def place(self) -> None:
        """Place icon, word and corner in the present size."""
        left, width = self._side() + self._gap, self.width()
        beside = self._beside(width)
        corner = min(self._corner.natural_width(), width) if beside else width
        word = width - left - (corner + self._gap if beside else 0)
        word_height = self._word.heightForWidth(word)
        line = max(self._side(), word_height)
        self._icon.move(0, (line - self._side()) // 2)
        self._word.setGeometry(left, (line - word_height) // 2, word, word_height)
        corner_height = self._corner.heightForWidth(corner)
        if beside:
            self._corner.setGeometry(width - corner, (line - corner_height) // 2, corner, corner_height)
        else:
            self._corner.setGeometry(0, line, width, corner_height)

    def _beside(self, width: int) -> bool:
        needed = self._side() + self._word.natural_width() + self._corner.natural_width() + 3 * self._gap
        return needed <= width or self._corner.isHidden()

    def _side(self) -> int:
        return round(self._icon_size * self._factor)


class NoteBox(QWidget):
    """A note that must be read, in a pale yellow box."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._theme = look.theme
        ink = look.theme.colours.on_note
        self._title = FittingText(look.theme, 18, QFont.Weight.Bold, ink, lines=1)
        self._body = FittingText(look.theme, 18, QFont.Weight.Normal, ink, lines=5, shrink=1.0)
        for child in (self._title, self._body):
            child.setParent(self)
        self._factor = 1.0
        self.hide()

    def show_note(self, title: str, text: str) -> None:
        """Show a note, or nothing if `text` is empty."""
        self._title.setText(title)
        self._body.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return the note."""
        return self._body.text()

    def set_factor(self, factor: float) -> None:
        """Shrink everything."""
        self._factor = factor
        for text in (self._title, self._body):
            text.set_factor(factor)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the box."""
        return self._body.heightForWidth(self._body_width(width)) + 2 * self._pad(12)

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place, and place title and text. even if it is the same as before."""
        super().setGeometry(rect)
        self.place()

    def place(self) -> None:
        """Place title and text in the present size."""
        title = self._title.natural_width()
        left, top, body = self._pad(18), self._pad(12), self._body_width(self.width())
        self._title.setGeometry(left, top, title, self._title.heightForWidth(title))
        self._body.setGeometry(left + title + self._pad(12), top, body, self._body.heightForWidth(body))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colours.note))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()

    def _body_width(self, width: int) -> int:
        return max(60, width - self._title.natural_width() - 2 * self._pad(18) - self._pad(12))

    def _pad(self, size: float) -> int:
        return round(self._theme.space(size) * self._factor)


class ProgressLine(QWidget):
    """How much of the print is done; nothing when it is done."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour, self._share = QColor(colour), 1.0

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1; at 1 the line goes."""
        self._share = share
        self.setVisible(share < 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track and the share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QColor(self._colour)
        track.setAlphaF(0.3)
        for colour, share in ((track, 1.0), (self._colour, self._share)):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), 3, 3)
        painter.end()


class BottomLine(QWidget):
    """How the print is going at the left, the buttons at the right; below each other where there is no room."""

    def __init__(self, look: Look, text: FittingText, progress: ProgressLine, buttons: Flow) -> None:
        super().__init__()
        self._gap = look.theme.space(16)
        self._text, self._progress, self._buttons = text, progress, buttons
        self._factor = 1.0
        self._known: dict[int, int] = {}
        self._placed = QSize()
        for child in (text, progress, buttons):
            child.setParent(self)

    def width_of_buttons(self) -> int:
        """Return the width of all buttons in one line."""
        return self._buttons.natural_width()

    def renew(self) -> None:
        """Fit everything anew: the text or the buttons have changed."""
        self._known.clear()
        self._placed = QSize()

    def set_factor(self, factor: float) -> None:
        """Shrink everything."""
        if factor != self._factor:
            self._factor = factor
            self._text.set_factor(factor)
            self._buttons.set_factor(factor)
            self.renew()

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line, or of two."""
        if width not in self._known:
            text, buttons = self._heights(width)
            beside = self._beside(width)
            self._known[width] = max(text, buttons) if beside else text + buttons + self._gap // 2
        return self._known[width]

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place, and place text and buttons if they have changed."""
        super().setGeometry(rect)
        if rect.size() != self._placed:
            self._placed = rect.size()
            self.place()

    def place(self) -> None:
        """Place text and buttons in the present size."""
        width, height = self.width(), self.height()
        text, buttons = self._heights(width)
        if self._beside(width):
            room = min(self._buttons.natural_width(), width)
            self._buttons.setGeometry(QRect(width - room, height - buttons, room, buttons))
            left = max(0, width - room - self._gap)
            self._text.setGeometry(QRect(0, height - buttons + (buttons - text) // 2, left, text))
        else:
            self._text.setGeometry(QRect(0, 0, width, text))
            self._buttons.setGeometry(QRect(0, height - buttons, width, buttons))
        self._buttons.place()
        below = self._text.geometry()
        self._progress.setGeometry(QRect(below.left(), below.bottom() + 4, min(below.width(), 180), 6))

    def _heights(self, width: int) -> tuple[int, int]:
        room = width - self._buttons.natural_width() - self._gap if self._beside(width) else width
        return self._text.heightForWidth(max(60, room)), self._buttons.heightForWidth(width)

    def _beside(self, width: int) -> bool:
        text = self._text.natural_width() + self._gap if self._text.text() else 0
        return self._buttons.natural_width() + min(text, width // 3) <= width
