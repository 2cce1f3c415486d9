"""A calm strip above the pages: a sentence and a few buttons, which take less room in a low window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout

from ui.icons import IconView
from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping

LOW = 480
"""The height of a window (at 100 %) below which every line counts."""
LEAST_BESIDE = 380
"""So wide (at 100 %) the sentence is beside the buttons at least; else it stands above them."""
WIDEST = 16_777_215


class CalmStrip(QFrame):
    """Nobody has to answer at once: it waits, and everything else goes on."""

    def __init__(self, look: Look, icon: str, buttons: Sequence[Button]) -> None:
        super().__init__()
        self.setObjectName("calm")
        self.look, self.buttons = look, buttons
        self._told = self._briefly = ""
        theme = look.theme
        self.sentence = Text("", "", wrap=True)
        self.icon = IconView(look.icons, icon, theme.colours.text, theme.text_px(22))
        self.row = Wrapping(theme.space(10), buttons)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.line.addWidget(self.sentence, 1)
        self.line.addWidget(self.row, 0)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.space(12))
        self._top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(self.line, 1)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self._top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def low(self) -> bool:
        """Whether the window has little height."""
        return self.window().height() < LOW * self.look.theme.scale

    def say(self, told: str, briefly: str = "") -> None:
        """Show a sentence; `briefly` is the same in fewer words, for a low window."""
        self._told, self._briefly = told, briefly or told
        self.fit()

    def text(self) -> str:
        """Return the sentence."""
        return self._told

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page where there is little."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Arrange everything for the room there is now."""
        theme, low = self.look.theme, self.low
        space = theme.space
        self.sentence.setText(self._briefly if low else self._told)
        self.setAccessibleName(self._told)
        self.sentence.be("small" if low else "")
        self.icon.setVisible(not low)
        for button in self.buttons:
            button.set_factor(0.75 if low else 1.0)
        self.column.setContentsMargins(space(24), space(3 if low else 10), space(24), space(3 if low else 10))
        self.column.setSpacing(space(4 if low else 8))
        self.line.setSpacing(space(4 if low else 12))
        shown = [button for button in self.buttons if not button.isHidden()]
        needed = sum(button.sizeHint().width() + space(10) for button in shown)
        room = self.width() - 2 * space(24) - (0 if low else theme.text_px(22) + space(12))
        beside = room - needed >= LEAST_BESIDE * theme.scale
        turn(self.line, narrow=not beside)
        self._top.setAlignment(self.icon, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignTop)
        self.row.setMinimumWidth(needed if beside else 0)
        self.row.setMaximumWidth(needed if beside else WIDEST)
        self.row.place()
        self.row.setMinimumHeight(self.row.heightForWidth(needed if beside else max(room, 1)))
