"""What is carried over the window: its name beside the pointer, below it what the rules say."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import IconView
from ui.look import Look
from ui.widgets.text import Text

BESIDE = QPoint(16, 18)
WIDEST = 340


@dataclass(frozen=True)
class Verdict:
    """Whether what is carried may be put down here; `sentence` says why not, or what would happen.

    `loses`: it would cost somebody something.
    """

    allowed: bool
    sentence: str
    loses: bool = False


class Ghost(QFrame):
    """What is carried: a name beside the pointer, below it what the rules say."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("carried")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        space = look.theme.space
        self.name = Text("", "strong", wrap=True)
        self.sentence = Text("", "small", wrap=True)
        self._icon = IconView(look.icons, "tick-light", look.theme.colours.welcome, look.theme.text_px(16))
        self._below = QHBoxLayout()
        self._below.setSpacing(space(6))
        self._below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._below.addWidget(self.sentence, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(10), space(6), space(12), space(8))
        column.setSpacing(space(2))
        column.addWidget(self.name)
        column.addLayout(self._below)
        self.hide()

    def say(self, name: str, verdict: Verdict | None) -> None:
        """Say who is carried, and what the rules say to this booth; None: there is none below."""
        colours = self._look.theme.colours
        self.name.setText(name)
        self.sentence.setVisible(verdict is not None and bool(verdict.sentence))
        self._icon.setVisible(verdict is not None)
        if verdict is not None:
            self.sentence.setText(verdict.sentence)
            self.sentence.be("small" if verdict.allowed else "trouble")
            attention = colours.on_warning if self._look.theme.dark else colours.attention
            if verdict.loses:
                self._icon.show_icon("reason-mind", attention)
            elif verdict.allowed:
                self._icon.show_icon("check", colours.welcome)
            else:
                self._icon.show_icon("refused", colours.danger)
        space, theme = self._look.theme.space, self._look.theme
        said = verdict.sentence if verdict is not None else ""
        wide = theme.metrics(15, QFont.Weight.DemiBold).horizontalAdvance(name)
        if said:
            wide = max(wide, theme.metrics(13).horizontalAdvance(said) + theme.text_px(16) + space(6))
        wide = min(wide + space(44), theme.text_px(WIDEST))
        self.setFixedWidth(wide)
        layout = self.layout()
        if layout is not None:
            self._below.invalidate()  # a layout inside of another keeps the height of the sentence before
            layout.invalidate()
            edge = self.contentsMargins()
            inside = wide - edge.left() - edge.right()
            high = layout.heightForWidth(inside) if layout.hasHeightForWidth() else layout.sizeHint().height()
            self.setFixedHeight(high + edge.top() + edge.bottom())

    def follow(self, on_screen: QPoint) -> None:
        """Stay beside the pointer, inside of the window."""
        parent = self.parentWidget()
        if parent is None:
            return
        place = parent.mapFromGlobal(on_screen) + BESIDE
        place.setX(max(0, min(place.x(), parent.width() - self.width() - 4)))
        place.setY(max(0, min(place.y(), parent.height() - self.height() - 4)))
        self.move(place)
