"""The line above the page that asks organisers for their PIN. The desk goes on scanning meanwhile."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from eventdesk.rights import Level
from ui.icons import IconView
from ui.look import Look
from ui.rights.form import PinForm
from ui.rights.keeper import Keeper
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.turning import turn

ROOM_BESIDE = 900
"""With less width (at 100 %) the field stands below the sentence."""
LOW = 450
"""In a window that is lower (at 100 %) the field says it alone."""


class PinStrip(QFrame):
    """Hidden until it is needed. `left` tells that it is gone again."""

    left = Signal()

    def __init__(self, look: Look, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("pinstrip")
        self._look, self._keeper = look, keeper
        self._then: Callable[[], object] | None = None
        words, theme = look.words, look.theme
        self.setAccessibleName(words.t("PIN for organisers"))
        icon = IconView(look.icons, "lock", theme.colours.text, theme.text_px(22))
        self.sentence = Text(words.t("This is for organisers. Their PIN unlocks it."), "strong", wrap=True)
        self.form = PinForm(look, keeper, words.t("PIN for organisers"), Level.ORGANISER)
        self.cancel = Button(look, words.t("Cancel"), plain(theme.colours), key=words.t("Esc"), high=40)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(theme.space(12))
        said.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.sentence, 1)
        self.form.add(self.cancel)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setSpacing(theme.space(12))
        self._line.addWidget(self._said, 1)
        self._line.addWidget(self.form, 1)
        self.form.opened.connect(self._open)
        self.form.escaped.connect(self.leave)
        self.cancel.clicked.connect(self.leave)
        self.hide()

    def ask(self, then: Callable[[], object]) -> None:
        """Ask, and do this when the PIN was right."""
        self._then = then
        self.show()
        self.form.begin()

    def leave(self) -> None:
        """Ask no more; nothing is done."""
        self._then = None
        self.form.field.clear()
        if not self.isHidden():
            self.hide()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the field below the sentence where there is little room beside."""
        super().resizeEvent(event)
        scale, space = self._look.theme.scale, self._look.theme.space
        turn(self._line, narrow=self.width() < ROOM_BESIDE * scale)
        low = self.window().height() < LOW * scale
        self._said.setVisible(not low)
        self.form.field.setPlaceholderText(self._look.words.t("PIN") if low else "")
        self._line.setContentsMargins(space(24), space(4 if low else 10), space(24), space(4 if low else 10))

    def _open(self, level: Level) -> None:
        then = self._then
        self.leave()
        self._keeper.unlock(level)
        if then is not None:
            QTimer.singleShot(0, self, then)
