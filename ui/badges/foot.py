"""The foot of the page: how much is wanted, and the buttons that make it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.text import Text
from ui.widgets.turning import turn

ROOM_BESIDE = 420


class Foot(QFrame):
    """What comes out, and how to get it."""

    asked = Signal(ActionId)
    printer_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, theme, words = look, look.theme, look.words
        self.setObjectName("badgefoot")
        self.sentence = Text("", "strong", wrap=True)
        self.place = Text("", "small", wrap=True)
        export, out = (key_of(words, each, PageId.BADGES) for each in (ActionId.EXPORT, ActionId.PRINT))
        self.save = Button(look, words.t("Save as PDF"), plain(theme.colours), key=export, high=40)
        self.print = Button(look, words.t("Print"), primary(theme.colours), icon="printer", key=out, high=40)
        self.printer = Button(look, words.t("Choose a printer"), plain(theme.colours), icon="printer", high=40)
        self.save.clicked.connect(lambda: self.asked.emit(ActionId.EXPORT))
        self.print.clicked.connect(lambda: self.asked.emit(ActionId.PRINT))
        self.printer.clicked.connect(self.printer_asked)
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(2))
        texts.addWidget(self.sentence)
        texts.addWidget(self.place)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        for button in (self.save, self.printer, self.print):
            buttons.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.space(24), theme.space(10), theme.space(24), theme.space(10))
        self._row.setSpacing(theme.space(8))
        self._row.addLayout(texts, 1)
        self._row.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where there is little room."""
        super().resizeEvent(event)
        turn(self._row, narrow=self.width() < ROOM_BESIDE * self._look.theme.scale)

    def be_low(self, *, low: bool) -> None:
        """Take as little height as possible: where badges go stands in the footer of the window, too."""
        self.place.setVisible(not low)

    def show_place(self, sentence: str, *, ready: bool) -> None:
        """Say where badges go; offer to choose a printer if there is none."""
        self.place.setText(sentence)
        focused = self.printer.hasFocus()
        self.print.setVisible(ready)
        self.printer.setVisible(not ready)
        if focused and ready:
            self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_batch(self, sentence: str, *, some: bool) -> None:
        """Say how much comes out."""
        self.sentence.setText(sentence)
        self.save.setEnabled(some)
        self.print.setEnabled(some)
