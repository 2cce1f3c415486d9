"""The card that tries a scanner: it shows a code, and says what arrives of it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from eventdesk.drawing import qr_text
from eventdesk.people.scanner import TEST_TEXT, tried
from ui.actions import ActionId, key_of
from ui.look import Look
from ui.printer import telling
from ui.printer.card import Card
from ui.scanner_memory import ScannerMemory
from ui.timers import single_shot
from ui.widgets.text import Text

ENDS_WITHIN_MS = 1200
"""A scanner that has not pressed Enter so long after its last key does not press it at all."""
_QUIET = 4
_LONGEST = 80
_SIDE = 150


class _Code(QWidget):
    """The test code, dark on white in any light: scanners need that."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self._side = look.theme.space(_SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.words.t("Test code for scanners"))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the code with its quiet zone."""
        self._rows = self._rows or qr_text.dots(TEST_TEXT)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        dot = max(1, self._side // (len(self._rows) + 2 * _QUIET))
        left = (self._side - dot * len(self._rows)) / 2
        for y, row in enumerate(self._rows):
            for x, black in enumerate(row):
                if black:
                    painter.fillRect(QRectF(left + x * dot, left + y * dot, dot, dot), QColor(Qt.GlobalColor.black))
        painter.end()


class _Trial(QLineEdit):
    """Takes Enter and Tab as the end of a scan."""

    def __init__(self, ended: "ScannerCard") -> None:
        super().__init__()
        self._card = ended
        self.setMaxLength(_LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand over what was scanned."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text():
            self._card.judge(ended=True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Take Tab as the end of a scan, if there was one."""
        if following and len(self.text()) >= len(TEST_TEXT):
            self._card.judge(ended=True)
            return True
        return super().focusNextPrevChild(following)


class ScannerCard(Card):
    """Says whether the scanner and the keyboard of this desk agree; `judged` when it has said so."""

    judged = Signal()

    def __init__(self, look: Look, memory: ScannerMemory) -> None:
        words = look.words
        super().__init__(look, words.t("Try the scanner"))
        self._memory = memory
        row = QHBoxLayout()
        row.setSpacing(look.theme.space(18))
        row.addWidget(_Code(look), 0, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        name = words.t("Press {key} or click into the field, then scan the code", key=key_of(words, ActionId.SEARCH))
        label = Text(name, "", wrap=True)
        self.field = _Trial(self)
        self.field.setAccessibleName(name)
        label.setBuddy(self.field)
        self.answer = Text("", "", wrap=True)
        for widget in (label, self.field, self.answer):
            beside.addWidget(widget)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        self.column.addLayout(row)
        self.remembered = Text("", "small", wrap=True)
        self.forget = self.button(words.t("Forget this"))
        self.forget.clicked.connect(self._forget)
        self.column.addWidget(self.remembered)
        self._forget_line = self.add_buttons([self.forget])
        self._show_remembered()
        self._silence = single_shot(self, lambda: self.judge(ended=False), ENDS_WITHIN_MS)
        self.field.textEdited.connect(self._typed)

    def judge(self, *, ended: bool) -> None:
        """Say what arrived, and be ready for the next scan."""
        self._silence.stop()
        trial = tried(self.field.text(), ended=ended)
        said = telling.scanned(self.look.words, trial)
        self._memory.remember(trial)
        self._show_remembered()
        self.field.clear()
        self.answer.setText("\n".join(said))
        self.field.setAccessibleDescription(self.answer.text())
        self.judged.emit()

    def _forget(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._memory.forget()
        self.answer.setText("")
        self._show_remembered()

    def _show_remembered(self) -> None:
        said = telling.remembered(self.look.words, self._memory.habits)
        self.remembered.setText(said)
        self.remembered.setVisible(bool(said))
        self.show_some(self._forget_line, {self.forget: bool(said)})

    def _typed(self, text: str) -> None:
        if len(text) >= len(TEST_TEXT):
            self._silence.start()
        else:
            self._silence.stop()
