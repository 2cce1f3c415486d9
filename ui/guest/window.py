"""The guest's window: idle with the event and the time, or a greeting that can be read from two metres."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.guest.greeting import Greeting, Mood
from ui.icons import Icons
from ui.look import Look
from ui.theme import Theme, mixed
from ui.widgets.parts import Column, Flow, Part
from ui.widgets.pill import Cut, Pill
from ui.widgets.text import FittingText

USUAL_WIDTH, USUAL_HEIGHT = 960, 540
DRAWN_FOR = 900
"""The sizes below are for a screen of this height; on others all grows and shrinks with it."""
MARGIN = 90
FACTORS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
MOST_PLACES = 4
ICONS = {Mood.WELCOME: "welcome", Mood.GOODBYE: "goodbye", Mood.ASK: "people"}


class GuestWindow(QWidget):
    """Never takes the focus: what the scanner types goes to the desk."""

    closed = Signal()
    came_to_front = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(look.words.t("Guest screen"))
        self.resize(USUAL_WIDTH, USUAL_HEIGHT)
        self._icons, self._colours = look.icons, look.theme.colours
        self._theme = Theme(dark=look.theme.dark)
        self._greeting: Greeting | None = None
        white, pale = self._colours.on_verdict, self._colours.on_rail
        bold, middle = QFont.Weight.Bold, QFont.Weight.DemiBold
        self._title = FittingText(self._theme, 76, bold, white, lines=3)
        self._place = FittingText(self._theme, 40, QFont.Weight.Normal, pale)
        self._clock = FittingText(self._theme, 96, bold, white, lines=1)
        self._icon = _Icon(look.icons)
        self._word = FittingText(self._theme, 52, middle, white)
        self._name = FittingText(self._theme, 120, bold, white)
        self._native = FittingText(self._theme, 64, middle, white)
        self._places = Flow(18)
        self._pills = [Pill(self._theme, "", white, white, Cut(size=36, pad=28, radius=14)) for _ in range(MOST_PLACES)]
        self._places.add(self._pills)
        self._idle: tuple[tuple[float, Part], ...] = ((0, self._title), (26, self._place), (56, self._clock))
        self._told: tuple[tuple[float, Part], ...] = (
            (0, self._icon), (24, self._word), (10, self._name), (14, self._native), (44, self._places),
        )  # fmt: skip
        for _, part in (*self._idle, *self._told):
            part.setParent(self)

    def show_event(self, title: str, place: str, time: str) -> None:
        """Show the event and the time of day."""
        self._greeting = None
        for label, text in ((self._title, title), (self._place, place), (self._clock, time)):
            label.setText(text)
            label.setVisible(bool(text))
        for _, part in self._told:
            _hide(part)
        self._say(". ".join(part for part in (title, place, time) if part))

    def show_greeting(self, greeting: Greeting) -> None:
        """Show a greeting."""
        self._greeting = greeting
        above, large = (greeting.word, greeting.name) if greeting.name else ("", greeting.word)
        for label, text in ((self._word, above), (self._name, large), (self._native, greeting.native_name)):
            label.setText(text)
            label.setVisible(bool(text))
        self._icon.show_icon(ICONS[greeting.mood], self._colours.on_verdict)
        self._icon.show()
        self._show_places(greeting.places[:MOST_PLACES])
        for _, part in self._idle:
            _hide(part)
        self._say(greeting.spoken)

    def greeting(self) -> Greeting | None:
        """Return what is shown now; None: the event and the time."""
        return self._greeting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the window with the colour of what it says; the event has a line in our accent."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._ground())
        if self._greeting is None:
            margin = self._margin()
            line = QRectF(margin, self._title.y() - margin * 0.34, margin * 1.1, max(4.0, margin * 0.08))
            painter.fillRect(line, QColor(self._colours.accent))
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

    def _say(self, spoken: str) -> None:
        self.setAccessibleName(spoken)
        self._arrange()
        self.update()

    def _show_places(self, places: tuple[str, ...]) -> None:
        ground, white = self._ground(), QColor(self._colours.on_verdict)
        pale = mixed(ground.name(), "#000000", 0.28)
        for number, pill in enumerate(self._pills):
            pill.setVisible(number < len(places))
            pill.setText(places[number] if number < len(places) else "")
            if number == 0:
                pill.dress(white, ground, QFont.Weight.Bold)
            else:
                pill.dress(pale, white, QFont.Weight.Normal)
        self._places.setVisible(bool(places))

    def _ground(self) -> QColor:
        colours = self._colours
        grounds = {Mood.WELCOME: colours.welcome, Mood.GOODBYE: colours.leave, Mood.ASK: colours.neutral}
        return QColor(colours.rail if self._greeting is None else grounds[self._greeting.mood])

    def _margin(self) -> int:
        return round(min(self.height(), self.width() * 0.62) / DRAWN_FOR * MARGIN)

    def _arrange(self) -> None:
        """Put everything in the middle of the height, as large as fits."""
        margin = self._margin()
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        if room.width() <= 0 or room.height() <= 0:
            return
        whole = min(self.height(), self.width() * 0.62) / DRAWN_FOR
        parts = self._idle if self._greeting is None else self._told
        column = Column(parts, ())
        factor = column.arrange(room, [whole * factor for factor in FACTORS], 0)
        shown = [(gap, part) for gap, part in parts if not part.isHidden()]
        high = sum(round(gap * factor) + part.heightForWidth(room.width()) for gap, part in shown)
        column.arrange(room.translated(0, max(0, room.height() - high) // 2), [factor], 0)


class _Icon(QWidget):
    """A large icon that grows with the rest."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons, self._name, self._colour, self._factor = icons, "", "", 1.0

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name, self._colour = name, colour
        self.update()

    def set_factor(self, factor: float) -> None:
        """Draw everything smaller by this factor."""
        self._factor = factor

    def heightForWidth(self, width: int) -> int:
        """Return its height."""
        return round(96 * self._factor)

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place."""
        super().setGeometry(rect)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon at the left."""
        if self._name:
            painter = QPainter(self)
            self._icons.paint(painter, self._name, self._colour, QRectF(0, 0, self.height(), self.height()))
            painter.end()


def _hide(part: Part) -> None:
    if isinstance(part, QWidget):
        part.hide()
