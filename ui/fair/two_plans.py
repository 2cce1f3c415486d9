"""The plan that is looked at and, where there is room, today's beside it: both show the same place, equally large."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.fair.scene import FloorScene
from ui.fair.tools import Carrier, Hand
from ui.fair.view import FloorView
from ui.look import Look
from ui.widgets.text import Text


class Hairline(QWidget):
    """Parts what stands beside each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._colour = QColor(look.theme.colours.line)
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), self._colour)
        painter.end()


class TwoPlans(QWidget):
    """Today's plan is made when it is first wanted. `chosen`: a booth of it was clicked."""

    chosen = Signal(object)
    escaped = Signal()
    hovered = Signal(object)

    def __init__(self, look: Look, view: FloorView, carrier: Carrier) -> None:
        super().__init__()
        self._look, self._carrier, self.view = look, carrier, view
        self.both = False
        self._following = False
        self._titles = Text(look.words.t("Today"), "label"), Text("", "label")
        self._left, self._right = QWidget(), QWidget()
        self._columns: list[QVBoxLayout] = []
        self._rule = Hairline(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for side, title in zip((self._left, self._right), self._titles, strict=True):
            column = QVBoxLayout(side)
            self._columns.append(column)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            title.setContentsMargins(look.theme.space(14), look.theme.space(8), look.theme.space(14), 0)
            column.addWidget(title)
        self._columns[1].addWidget(view, 1)
        row.addWidget(self._left, 1)
        row.addWidget(self._rule)
        row.addWidget(self._right, 1)
        self._show()

    @cached_property
    def today(self) -> FloorView:
        """The view of today's plan, in which nobody can be carried."""
        hand = Hand(self._carrier, _nobody, self.chosen.emit)
        view = FloorView(self._look, FloorScene(self._look), hand)
        view.setAccessibleName(self._look.words.t("Today's plan"))
        view.chosen.connect(self.chosen)
        view.escaped.connect(self.escaped)
        view.hovered.connect(self.hovered)
        self._columns[0].addWidget(view, 1)
        view.looked.connect(self._follower(view, self.view))
        self.view.looked.connect(self._follower(self.view, view))
        return view

    def show_both(self, *, both: bool, title: str = "") -> None:
        """Show today's plan, too, or the one plan alone; `title` says which one that is."""
        self._titles[1].setText(title)
        if both != self.both:
            self.both = both
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give both plans the same width to the dot."""
        super().resizeEvent(event)
        self._rule.setFixedWidth(2 - self.width() % 2)

    def align(self) -> None:
        """Let today's plan show what the other one shows."""
        self._follow(self.view, self.today)

    def _show(self) -> None:
        for widget in (self._left, self._rule, *self._titles):
            widget.setVisible(self.both)
        if self.both:
            self.align()

    def _follow(self, one: FloorView, other: FloorView) -> None:
        """Let a view show what another shows; a whole hall is fitted by each of them."""
        if not self.both or self._following:
            return
        self._following = True
        if not one.fitted:
            other.look_as(one)
        else:
            other.show_all()
        self._following = False

    def _follower(self, one: FloorView, other: FloorView) -> Callable[[], None]:
        return lambda: self._follow(one, other)


def _nobody(_booth: int) -> None:
    """Let nobody be carried away."""
