"""A choice between a few things that stand side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.look import Look
from ui.widgets.pressable import Pressable

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Segment(Pressable):
    """One of the things to choose from. Tab comes to the chosen one, arrows to the others."""

    stepped = Signal(int)

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._be_reached)

    def sizeHint(self) -> QSize:
        """Return room for the text in bold."""
        theme = self._look.theme
        metrics = theme.metrics(14, QFont.Weight.DemiBold)
        return QSize(metrics.horizontalAdvance(self.text()) + theme.space(18), metrics.height() + theme.space(12))

    def minimumSizeHint(self) -> QSize:
        """A segment is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which way an arrow points."""
        if event.key() in _STEPS:
            event.accept()
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chosen one filled."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.strong if self.isChecked() else colours.soft))
        painter.drawRoundedRect(body, 6, 6)
        painter.setPen(QColor(colours.on_strong if self.isChecked() else colours.text))
        painter.setFont(self._look.theme.font(14, QFont.Weight.DemiBold))
        painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()

    def _be_reached(self, chosen: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)


class Segments(QWidget):
    """A row of segments, one of them chosen."""

    chosen = Signal(int)

    def __init__(self, look: Look, texts: Sequence[str], at: int, name: str) -> None:
        """Offer `texts` with number `at` chosen; `name` says what is chosen here."""
        super().__init__()
        self._colours = look.theme.colours
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for number, text in enumerate(texts):
            segment = Segment(look, text)
            segment.setAccessibleDescription(name)
            segment.stepped.connect(self._step)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self.choose(at)
        self._group.idClicked.connect(self.chosen)
        self.setAccessibleName(name)

    def choose(self, number: int) -> None:
        """Show number `number` as chosen, without announcing it."""
        self._group.button(number).setChecked(True)

    def at(self) -> int:
        """Return the number of the chosen segment."""
        return self._group.checkedId()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground behind the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.soft))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.end()

    def _step(self, step: int) -> None:
        at = self.at() + step
        if 0 <= at < len(self._group.buttons()):
            button = self._group.button(at)
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(at)
