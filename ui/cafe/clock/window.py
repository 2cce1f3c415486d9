"""The large clock for the projector: what is left of the round, what is asked, what comes next."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.cafe.clock.telling import Face, Mood
from ui.look import Look
from ui.theme import Theme
from ui.widgets.parts import Column, Part
from ui.widgets.text import FittingText

USUAL_WIDTH, USUAL_HEIGHT = 960, 540
DRAWN_FOR, MARGIN = 900, 80
"""The sizes below are for a screen of this height; on others all grows and shrinks with it."""
FACTORS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4)


class ClockWindow(QWidget):
    """Never takes the focus: keys belong to the desk."""

    closed = Signal()
    came_to_front = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(look.words.t("Clock of the rounds"))
        self.resize(USUAL_WIDTH, USUAL_HEIGHT)
        self._colours = look.theme.colours
        theme = Theme(dark=look.theme.dark)
        white = self._colours.on_verdict
        self._mood, self._share = Mood.QUIET, 0.0
        self._label = FittingText(theme, 52, QFont.Weight.DemiBold, white, lines=1)
        self._large = FittingText(theme, 400, QFont.Weight.Bold, white, lines=1, shrink=0.2)
        self._sentence = FittingText(theme, 66, QFont.Weight.DemiBold, white, lines=3)
        self._below = FittingText(theme, 42, QFont.Weight.Normal, white, lines=1)
        self._parts: tuple[tuple[float, Part], ...] = (
            (0, self._label), (0, self._large), (4, self._sentence), (32, self._below),
        )  # fmt: skip
        for _, part in self._parts:
            part.setParent(self)

    def show_face(self, face: Face, share: float) -> None:
        """Show what the clock says; `share` is how much of the round is over, 0 to 1."""
        self._mood, self._share = face.mood, share
        for label, text in (
            (self._label, face.label), (self._large, face.large),
            (self._sentence, face.sentence), (self._below, face.below),
        ):  # fmt: skip
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(face.spoken)
        self._arrange()
        self.update()

    def texts(self) -> list[str]:
        """Return what is to be read."""
        return [each.text() for each in (self._label, self._large, self._sentence, self._below) if each.text()]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the window with the colour of what it says, and show below how much of the round is over."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._ground()))
        if self._mood in (Mood.RUNNING, Mood.SOON):
            high = max(6.0, self.height() * 0.014)
            track = QRectF(0, self.height() - high, self.width(), high)
            white = QColor(self._colours.on_verdict)
            painter.setOpacity(0.25)
            painter.fillRect(track, white)
            painter.setOpacity(1.0)
            painter.fillRect(QRectF(0, track.y(), self.width() * self._share, high), QColor(self._colours.accent))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the window."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Say so if the system gives it the keys all the same."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_to_front.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that somebody closed it."""
        super().closeEvent(event)
        self.closed.emit()

    def _ground(self) -> str:
        colours = self._colours
        grounds = {Mood.SOON: colours.attention, Mood.UP: colours.leave}
        return grounds.get(self._mood, colours.rail)

    def _arrange(self) -> None:
        """Put everything in the middle of the height, as large as fits."""
        whole = min(self.height(), self.width() * 0.62) / DRAWN_FOR
        margin = round(whole * MARGIN)
        room = self.rect().adjusted(margin, margin // 2, -margin, -margin // 2)
        if room.width() <= 0 or room.height() <= 0:
            return
        column = Column(self._parts, ())
        factor = column.arrange(room, [whole * factor for factor in FACTORS], 0)
        shown = [(gap, part) for gap, part in self._parts if not part.isHidden()]
        high = sum(round(gap * factor) + part.heightForWidth(room.width()) for gap, part in shown)
        column.arrange(room.translated(0, max(0, room.height() - high) // 2), [factor], 0)
