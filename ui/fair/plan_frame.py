"""The card with the plan: the view itself, a line above it while something is asked, buttons that zoom."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionId, PageId, key_of
from ui.fair.two_plans import TwoPlans
from ui.fair.view import STEP
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.pressable import Pressable
from ui.widgets.segments import Segments
from ui.widgets.text import Text


class ZoomButton(Pressable):
    """A small round button on the plan, with a sign."""

    def __init__(self, look: Look, sign: str, name: str) -> None:
        super().__init__()
        self._look, self._sign = look, sign
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Be as large as a finger."""
        side = self._look.theme.text_px(30)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and sign."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.hover if self.underMouse() else colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        middle, arm = QRectF(self.rect()).center(), self.width() * 0.2
        painter.setPen(QPen(QColor(colours.text), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._sign in "+-":
            painter.drawLine(round(middle.x() - arm), round(middle.y()), round(middle.x() + arm), round(middle.y()))
        if self._sign == "+":
            painter.drawLine(round(middle.x()), round(middle.y() - arm), round(middle.x()), round(middle.y() + arm))
        if self._sign == "0":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(middle.x() - arm, middle.y() - arm, 2 * arm, 2 * arm), 2, 2)
        painter.end()


class Strip(QFrame):
    """A line above the plan: what is to be done now, or which plan is looked at."""

    turned = Signal(int)
    both_asked = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("fairstrip")
        space, words = look.theme.space, look.words
        self._words = words
        self.sentence = Text("", "", wrap=True)
        self.sides = Segments(look, [words.t("Today"), words.t("Suggestion")], 1, words.t("Which plan is shown"))
        self.sides.chosen.connect(self.turned)
        self.both = Button(look, "", plain(look.theme.colours), size=13, high=30)
        self._together = False
        self.both.clicked.connect(lambda: self.both_asked.emit(not self._together))
        row = QHBoxLayout(self)
        row.setContentsMargins(space(14), space(6), space(8), space(6))
        row.setSpacing(space(10))
        row.addWidget(self.sentence, 1)
        row.addWidget(self.both)
        row.addWidget(self.sides)
        self.hide()

    def say(self, sentence: str) -> None:
        """Say something; nothing, if there is nothing to say."""
        self.sentence.setText(sentence)
        self.sides.hide()
        self.both.hide()
        self.setVisible(bool(sentence))

    def say_of_plans(self, sentence: str, *, both: bool, roomy: bool) -> None:
        """Say what is looked at besides today's plan: `both` together, or one of them; `roomy`: there is the choice."""
        words, self._together = self._words, both
        self.sentence.setText(sentence)
        self.both.say(words.t("One plan") if both else words.t("Side by side"))
        self.both.setVisible(roomy)
        self.sides.setVisible(not both)
        self.show()


class PlanFrame(QFrame):
    """Keeps the buttons in the corner of the plan."""

    def __init__(self, look: Look, plans: TwoPlans, empty: QWidget) -> None:
        super().__init__()
        view = plans.view
        self.setProperty("kind", "card")
        words, here = look.words, PageId.FAIR
        self._look, self.plans, self.empty = look, plans, empty
        self.strip = Strip(look)
        self.stack = QStackedWidget()
        self.stack.addWidget(plans)
        self.stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.stack, 1)
        self._corner = QWidget(self)
        corner = QHBoxLayout(self._corner)
        corner.setContentsMargins(0, 0, 0, 0)
        corner.setSpacing(look.theme.space(4))
        for sign, text, wanted, do in (
            ("-", words.t("Smaller"), ActionId.SMALLER, lambda: view.zoom(1 / STEP)),
            ("0", words.t("Show the whole hall"), ActionId.FIT, view.show_all),
            ("+", words.t("Larger"), ActionId.LARGER, lambda: view.zoom(STEP)),
        ):
            button = ZoomButton(look, sign, f"{text} ({key_of(words, wanted, here)})")
            button.clicked.connect(do)
            corner.addWidget(button)
        self._corner.adjustSize()
        self._corner.raise_()

    def show_empty(self, *, empty: bool) -> None:
        """Show what to do in place of a plan."""
        self.stack.setCurrentWidget(self.empty if empty else self.plans)
        self._corner.setVisible(not empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons in the corner."""
        super().resizeEvent(event)
        size, gap = self._corner.sizeHint(), self._look.theme.space(10)
        self._corner.resize(size)
        self._corner.move(self.width() - size.width() - gap, self.height() - size.height() - gap)
        self._corner.raise_()
