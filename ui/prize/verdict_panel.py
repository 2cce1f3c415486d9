"""A large, calm answer: one colour, an icon, what to do, with whom. It stays until the next scan."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ui.colours import Colours
from ui.icons import IconView
from ui.look import Look
from ui.prize.issue.telling import Mood, Said
from ui.widgets.button import Button, on_verdict
from ui.widgets.parts import Column, Flow, Part
from ui.widgets.text import FittingText

LARGE_FACTORS = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
FACTORS = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44)
ICONS = {
    Mood.GOOD: "welcome",
    Mood.PACKET: "stand",
    Mood.MIND: "again",
    Mood.NO: "refused",
    Mood.UNKNOWN: "unknown",
    Mood.QUIET: "prize",
    Mood.INVITE: "prize",
    Mood.ASK: "prize",
}
ICON = 40
RADIUS = 10
LEAST_HIGH = 240


def ground_of(mood: Mood, colours: Colours) -> str:
    """Return the ground that a verdict stands on."""
    return {
        Mood.GOOD: colours.welcome,
        Mood.PACKET: colours.free,
        Mood.MIND: colours.attention,
        Mood.NO: colours.refused,
        Mood.UNKNOWN: colours.help,
        Mood.QUIET: colours.neutral,
        Mood.INVITE: colours.rail,
        Mood.ASK: colours.free,
    }[mood]


class VerdictPanel(QWidget):
    """Shows one verdict; `buttons` stand at its foot and come and go with what can be done."""

    def __init__(self, look: Look, name: str, *, large: bool = False) -> None:
        """`large`: everything grows with the room there is."""
        super().__init__()
        self._look = look
        self._factors = (*LARGE_FACTORS, *FACTORS) if large else FACTORS
        self.setAccessibleName(name)
        white, theme = look.theme.colours.on_verdict, look.theme
        self._ground = QColor(look.theme.colours.neutral)
        self._dress = on_verdict(look.theme.colours, look.theme.colours.neutral)
        self.said: Said | None = None
        bold, middle = QFont.Weight.Bold, QFont.Weight.DemiBold
        self._icon = IconView(look.icons, "prize", white, theme.text_px(ICON))
        self._icon_line = _IconLine(self._icon, FittingText(theme, 22, middle, white, lines=2), theme.space(14))
        self._large = FittingText(theme, 54, bold, white, lines=3)
        self._name = FittingText(theme, 32, middle, white, lines=3)
        self._below = FittingText(theme, 21, QFont.Weight.Normal, white, lines=5, shrink=1.0)
        self._flow = Flow(theme.space(8))
        self._buttons: list[Button] = []
        space = theme.space
        head: list[tuple[float, Part]] = [
            (0, self._icon_line),
            (space(18), self._large),
            (space(8), self._name),
            (space(12), self._below),
        ]
        foot: list[tuple[float, Part]] = [(0, self._flow)]
        for _, part in (*head, *foot):
            part.setParent(self)
        self._column = Column(head, foot)
        self.setMinimumHeight(round(LEAST_HIGH * (1 + (theme.scale - 1) * 0.5)))

    def add_button(self, text: str, key: str = "") -> Button:
        """Add a button at the foot, hidden until it is offered."""
        button = Button(self._look, text, self._dress, key=key, size=16)
        self._flow.add([button])
        self._buttons.append(button)
        button.hide()
        return button

    def show_said(self, said: Said, offered: Sequence[Button] = ()) -> None:
        """Show a verdict, with these buttons."""
        self.said = said
        colours = self._look.theme.colours
        ground = ground_of(said.mood, colours)
        self._ground, self._dress = QColor(ground), on_verdict(colours, ground)
        self._icon.show_icon(ICONS[said.mood], colours.on_verdict)
        self._icon_line.word.setText(said.word)
        for label, text in ((self._large, said.large), (self._name, said.name), (self._below, said.below)):
            label.setText(text)
            label.setVisible(bool(text))
        for button in self._buttons:
            button.wear(self._dress)
            button.setVisible(button in offered)
        self._flow.setVisible(bool(offered))
        self._arrange()
        self.update()
        self.setAccessibleDescription(said.spoken)
        if QAccessible.isActive():
            spoken = QAccessibleAnnouncementEvent(self, said.spoken)
            spoken.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(spoken)

    def texts(self) -> list[str]:
        """Return all texts that can be read here, from the top."""
        views = (self._icon_line.word, self._large, self._name, self._below)
        return [view.text() for view in views if view.text() and not view.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow and shrink with the panel."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.end()

    def _arrange(self) -> None:
        side = max(16, min(self._look.theme.space(40), self.width() // 20, self.height() // 9))
        room = self.rect().adjusted(side, side, -side, -side)
        if room.width() > 0 and room.height() > 0:
            self._column.arrange(room, self._factors, self._look.theme.space(10))


class _IconLine(QWidget):
    """The icon, and the word beside it."""

    def __init__(self, icon: IconView, word: FittingText, gap: int) -> None:
        super().__init__()
        self._icon, self.word, self._gap = icon, word, gap
        self._side = icon.width()
        self._factor = 1.0
        icon.setParent(self)
        word.setParent(self)

    def set_factor(self, factor: float) -> None:
        """Shrink both."""
        self._factor = factor
        self.word.set_factor(factor)
        side = round(self._side * factor)
        self._icon.setFixedSize(side, side)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the higher one."""
        return max(self._icon.height(), self.word.heightForWidth(width - self._icon.width() - self._gap))

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place, and place icon and word, even if it is the same as before."""
        super().setGeometry(rect)
        left = self._icon.width() + self._gap
        wide = self.width() - left
        high = self.word.heightForWidth(wide)
        self._icon.move(0, (self.height() - self._icon.height()) // 2)
        self.word.setGeometry(left, (self.height() - high) // 2, wide, high)
