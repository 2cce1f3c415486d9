"""One step on the way to an open poll: its number or a tick, what it is, how far it is, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button import Button
from ui.widgets.button_row import ButtonRow
from ui.widgets.text import Text


class _Mark(QWidget):
    """A number in a circle, or a tick when the step is done."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look, self._number = look, number
        self.done = False
        side = look.theme.text_px(30)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.saved if self.done else colours.soft))
        room = QRectF(self.rect())
        painter.drawEllipse(room)
        if self.done:
            inner = room.width() * 0.24
            self._look.icons.paint(painter, "check", colours.on_saved, room.adjusted(inner, inner, -inner, -inner))
        else:
            painter.setPen(QColor(colours.text))
            painter.setFont(self._look.theme.font(15, QFont.Weight.Bold))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.end()


class StepRow(QWidget):
    """One step. Its buttons stand below its sentence."""

    def __init__(
        self, look: Look, number: int, title: str, extra: Sequence[QWidget], buttons: Sequence[Button]
    ) -> None:
        super().__init__()
        space = look.theme.space
        self._title, self._mark = title, _Mark(look, number)
        self.sentence = Text("", "muted", wrap=True)
        self.buttons = ButtonRow(space(8), buttons)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(6))
        column.addWidget(Text(title, "strong", wrap=True))
        column.addWidget(self.sentence)
        for widget in extra:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, space(4), 0, space(4))
        row.setSpacing(space(14))
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_state(self, sentence: str, *, done: bool) -> None:
        """Show how far the step is."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._mark.done = done
        self._mark.update()
        self._mark.setAccessibleName(self._title)
        self.buttons.refit()
