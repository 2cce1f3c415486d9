"""One line that takes a PIN, with its button and what is to be said about it; after too many wrong ones it waits."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from eventdesk.pins import LONGEST
from eventdesk.rights import Level
from ui.look import Look
from ui.rights.keeper import Keeper, Tried
from ui.rights.telling import tried_text, wait_text
from ui.timers import single_shot
from ui.widgets.button import Button, primary
from ui.widgets.field import A_SCAN
from ui.widgets.text import Text

SECOND_MS = 1000
NARROW, WIDE = 110, 200
"""How wide the field is, where there is room: the longest PIN fits."""


class PinField(QLineEdit):
    """Shows dots. A scan that begins here has room, and then goes where it belongs."""

    entered = Signal()
    escaped = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST + A_SCAN)
        self.setMinimumWidth(look.theme.text_px(NARROW))
        self.setMaximumWidth(look.theme.text_px(WIDE))
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands the PIN over, Esc leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class PinForm(QWidget):
    """`opened` tells which level the PIN belongs to that was typed; `escaped` that somebody gave up."""

    opened = Signal(object)
    escaped = Signal()

    def __init__(self, look: Look, keeper: Keeper, name: str, wanted: Level | None) -> None:
        """Take the PIN of the `wanted` level, or of any; `name` says whose it is."""
        super().__init__()
        self._look, self._keeper, self._wanted = look, keeper, wanted
        self._mine = False
        words, space = look.words, look.theme.space
        self.field = PinField(look, name)
        self.enter = Button(look, words.t("Unlock"), primary(look.theme.colours), key=words.t("Enter"), high=40)
        self.note = Text("", "danger", wrap=True)
        self.note.hide()
        line = QHBoxLayout()
        line.setSpacing(space(10))
        line.addWidget(self.field, 4)
        line.addWidget(self.enter)
        self._beside = line
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(6))
        column.addLayout(line)
        column.addWidget(self.note)
        self._second = single_shot(self, self._count_down, SECOND_MS)
        self.field.entered.connect(self._try)
        self.field.escaped.connect(self.escaped)
        self.field.textEdited.connect(lambda _text: self._say(""))
        self.enter.clicked.connect(self._try)
        keeper.tried.connect(self._on_tried)
        self._count_down()

    def add(self, button: Button) -> None:
        """Put another button beside the one that unlocks."""
        self._beside.insertWidget(self._beside.count() - 1, button)

    def begin(self) -> None:
        """Be empty, and take what is typed."""
        self.field.clear()
        self._say("")
        self._count_down()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, sentence: str) -> None:
        """Say something else that has to do with it."""
        if not self._second.isActive():
            self._say(sentence)

    def _try(self) -> None:
        typed = self.field.text()
        self.field.clear()
        if typed.strip() and not self._mine:
            self._mine = True
            self._say("")
            self._keeper.try_pin(typed, self._wanted)

    def _on_tried(self, tried: Tried) -> None:
        if not self._mine:
            return
        self._mine = False
        if tried.level is not None:
            self.opened.emit(tried.level)
        else:
            self._say(tried_text(self._look.words, tried))
            self._count_down()

    def _count_down(self) -> None:
        wait = self._keeper.wait
        waits = wait > timedelta(0)
        if waits:
            self._say(wait_text(self._look.words, wait))
            self._second.start()
        elif not self.field.isEnabled():
            self._say("")
        if self.field.isEnabled() is waits:
            self.field.setEnabled(not waits)
            self.enter.setEnabled(not waits)
            if not waits and self.isVisible():
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
