"""The four steps at the head of the page: where one is, what is done, where one can go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.importing.state import Step
from ui.look import Look
from ui.widgets.pressable import Pressable

SIZE = 15


class StepButton(Pressable):
    """A step with its number; one that is behind shows a tick."""

    def __init__(self, look: Look, step: Step, text: str) -> None:
        super().__init__()
        self._look, self._step = look, step
        self._current, self._behind = False, False
        self.setText(text)
        self.setAccessibleName(look.words.t("Step {number}: {name}", number=step + 1, name=text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, *, current: bool, behind: bool, open_: bool) -> None:
        """Be the step where one is, or one that is done, or one that cannot be reached yet."""
        self._current, self._behind = current, behind
        self.setEnabled(open_ or current)
        self.setAccessibleDescription(self._look.words.t("You are here") if current else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for number and name."""
        theme = self._look.theme
        metrics = theme.metrics(SIZE, QFont.Weight.DemiBold)
        wide = self._side() + theme.space(8) + metrics.horizontalAdvance(self.text()) + theme.space(20)
        return QSize(wide, self._side() + theme.space(12))

    def minimumSizeHint(self) -> QSize:
        """A step is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number in a circle, and the name."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, pad = self._side(), theme.space(8)
        circle = QRectF(pad, (self.height() - side) / 2, side, side)
        ink = QColor(colours.text if self._current or self.isEnabled() else colours.muted)
        filled = self._current or self._behind
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(colours.edge), 1.4))
        painter.setBrush(QColor(colours.strong) if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        number = QColor(colours.on_strong) if filled else ink
        if self._behind and not self._current:
            inner = side * 0.68
            place = QRectF(circle.center().x() - inner / 2, circle.center().y() - inner / 2, inner, inner)
            self._look.icons.paint(painter, "check", number.name(), place)
        else:
            painter.setPen(number)
            painter.setFont(theme.font(SIZE - 1, QFont.Weight.Bold))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self._step + 1))
        painter.setPen(ink)
        painter.setFont(theme.font(SIZE, QFont.Weight.DemiBold if self._current else QFont.Weight.Normal))
        words = QRectF(circle.right() + pad, 0, self.width() - circle.right() - pad, self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _side(self) -> int:
        return self._look.theme.text_px(SIZE) + self._look.theme.space(12)


class StepBar(QFrame):
    """All steps in a row."""

    chosen = Signal(object)

    def __init__(self, look: Look, names: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(look.words.t("Steps"))
        self.buttons: dict[Step, StepButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(6))
        for step, name in zip(Step, names, strict=True):
            if step:
                rule = QFrame()
                rule.setProperty("kind", "rule")
                row.addWidget(rule, 1)
            button = StepButton(look, step, name)
            button.clicked.connect(lambda _checked=False, step=step: self.chosen.emit(step))
            self.buttons[step] = button
            row.addWidget(button)
        row.addStretch(1)

    def show_steps(self, at: Step, can_go: Callable[[Step], bool], *, done: bool) -> None:
        """Mark where one is; what lies before is done, and the last step if the whole is."""
        for step, button in self.buttons.items():
            behind = step < at or (step is Step.DONE and done)
            button.show_state(current=step is at, behind=behind, open_=can_go(step))
