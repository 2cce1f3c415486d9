"""Rows with a name and a control: beside each other, or below each other where there is little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look import Look
from ui.widgets.text import Text
from ui.widgets.turning import turn


class Rows:
    """Keeps the rows of one card or form, so that all of them turn together."""

    def __init__(self, look: Look, column: QBoxLayout) -> None:
        self._look, self._column = look, column
        self._rows: list[QBoxLayout] = []
        self.narrow = False

    def add(self, title: str, control: QWidget) -> None:
        """Add a named control."""
        label = Text(title, "", wrap=True)
        label.setBuddy(control)
        control.setAccessibleName(title)
        row = self._row(6)
        row.addWidget(label, 2)
        row.addWidget(control, 3)

    def add_line(self, widgets: Sequence[QWidget], stretch: int = -1) -> None:
        """Add widgets of which number `stretch` takes the room that is left; -1: none does."""
        row = self._row(10)
        for number, widget in enumerate(widgets):
            row.addWidget(widget, 1 if number == stretch else 0)
        if stretch < 0:
            row.addStretch(1)

    def fit(self, *, narrow: bool) -> None:
        """Arrange all rows for a narrow page, or a wide one."""
        self.narrow = narrow
        turn(*self._rows, narrow=narrow)

    def _row(self, gap: int) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        turn(row, narrow=self.narrow)
        row.setSpacing(self._look.theme.space(gap))
        self._column.addLayout(row)
        self._rows.append(row)
        return row


def reached(inside: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a widget, in the order in which it was made."""
    return [
        child
        for child in inside.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.focusProxy() is None
        and child.window() is inside.window()  # the list of a choice is a window of its own
    ]


def show_now(widget: QWidget, inside: QWidget) -> None:
    """Show a widget that a layout would show with the next events: what is not shown takes no focus."""
    way: list[QWidget] = []
    each: QWidget | None = widget
    while each is not None and each is not inside:
        way.append(each)
        each = each.parentWidget()
    for part in reversed(way):
        if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            part.show()
