"""The rounds as steps: which is looked at, which is over, which is on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.widgets.button_row import ButtonRow
from ui.widgets.pressable import Pressable

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Stage(Enum):
    """Where a round is in time."""

    COMING = "coming"
    ON = "on"
    OVER = "over"


@dataclass(frozen=True)
class StepFace:
    """One round: its row id, its number, what stands beside that, where it is in time, and all of it in a sentence."""

    round: int
    number: int
    text: str
    stage: Stage
    spoken: str


class Step(Pressable):
    """One round. Tab comes to the one that is looked at, arrows to the others."""

    stepped = Signal(int)

    def __init__(self, look: Look, face: StepFace) -> None:
        super().__init__()
        self._look, self.face = look, face
        self.setText(face.text)
        self.setAccessibleName(face.spoken)
        self.setToolTip(face.spoken)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._be_reached)

    def set_factor(self, factor: float) -> None:
        """Stay as large as it is."""

    def sizeHint(self) -> QSize:
        """Return room for the circle and the text in bold."""
        theme = self._look.theme
        wide = theme.metrics(14, QFont.Weight.DemiBold).horizontalAdvance(self.text())
        side = self._side()
        return QSize(side + wide + theme.space(26), side + theme.space(10))

    def minimumSizeHint(self) -> QSize:
        """A step is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say which way an arrow points."""
        if event.key() in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle with the number, a tick if it is over, and the text."""
        theme, colours, painter = self._look.theme, self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen, on = self.isChecked(), self.face.stage is Stage.ON
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft) if chosen or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, 8, 8)
        side, edge = self._side(), theme.space(6)
        circle = QRectF(edge, (self.height() - side) / 2, side, side)
        painter.setPen(
            QPen(QColor(colours.accent if on else colours.strong if chosen else colours.edge), 3 if on else 1.4)
        )
        painter.setBrush(QColor(colours.strong if chosen else colours.card))
        painter.drawEllipse(circle.adjusted(1.5, 1.5, -1.5, -1.5))
        ink = colours.on_strong if chosen else colours.text
        if self.face.stage is Stage.OVER:
            inner = circle.adjusted(side * 0.22, side * 0.22, -side * 0.22, -side * 0.22)
            self._look.icons.paint(painter, "check", ink, inner)
        else:
            painter.setPen(QColor(ink))
            painter.setFont(theme.font(14, QFont.Weight.Bold))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self.face.number))
        painter.setPen(QColor(colours.text if chosen or on else colours.muted))
        painter.setFont(theme.font(14, QFont.Weight.DemiBold if chosen or on else QFont.Weight.Normal))
        room = QRectF(circle.right() + theme.space(8), 0, self.width(), self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()

    def _side(self) -> int:
        return self._look.theme.metrics(14, QFont.Weight.Bold).height() + self._look.theme.space(11)

    def _be_reached(self, chosen: bool) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.NoFocus)


class Steps(QWidget):
    """All rounds in their order, one of them looked at."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._faces: tuple[StepFace, ...] = ()
        self.steps: list[Step] = []
        self._row: ButtonRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(look.words.t("Rounds"))

    def show_rounds(self, faces: Sequence[StepFace], chosen: int | None) -> None:
        """Show these rounds."""
        if tuple(faces) != self._faces:
            self._faces = tuple(faces)
            self._make()
        for step in self.steps:
            step.setChecked(step.face.round == chosen)

    def natural_width(self) -> int:
        """Return the width of all of them beside each other."""
        return sum(step.sizeHint().width() + self._look.theme.space(4) for step in self.steps)

    def _make(self) -> None:
        had = any(step.hasFocus() for step in self.steps)
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self.steps = [Step(self._look, face) for face in self._faces]
        for step in self.steps:
            step.clicked.connect(partial(self._choose, step))
            step.stepped.connect(partial(self._step, step))
        self._row = ButtonRow(self._look.theme.space(4), self.steps)
        self._column.addWidget(self._row)
        self._row.refit()
        if had and self.steps:
            self.steps[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, step: Step, _checked: bool = True) -> None:
        for each in self.steps:
            each.setChecked(each is step)
        self.chosen.emit(step.face.round)

    def _step(self, step: Step, by: int) -> None:
        at = self.steps.index(step) + by
        if 0 <= at < len(self.steps):
            self._choose(self.steps[at])
            self.steps[at].setFocus(Qt.FocusReason.TabFocusReason)
