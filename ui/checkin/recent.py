"""The card with the last scans, each of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout

from ui.checkin.recent_lines import Line, LineDelegate, Lines
from ui.look import Look
from ui.widgets.text import Text

_SAME_PLACE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus comes back to where it was."""


class RecentList(QListView):
    """Del, or a click on the sign, takes a scan back."""

    undo_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._lines, self._delegate = Lines(), LineDelegate(look)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(self._delegate.height())
        self.setAccessibleName(look.words.t("Last scans"))
        self.setAccessibleDescription(look.words.t("Del takes a scan back"))
        self.setToolTip(look.words.t("Del takes a scan back"))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen scan stays chosen."""
        chosen = self.line(self.currentIndex().row())
        self._lines.show_lines(lines)
        if chosen is None:
            return
        stays = (row for row, line in enumerate(lines) if line.scan == chosen.scan)
        self._choose(next(stays, 0 if self.hasFocus() and lines else -1))

    def line_height(self) -> int:
        """Return the height of a line."""
        return self._delegate.height()

    def line(self, number: int) -> Line | None:
        """Return one line."""
        return self._lines.line(number)

    def sign_of(self, number: int) -> QPoint:
        """Return where the sign to take back a line stands in this view."""
        return self._delegate.undo_place(self.visualRect(self._lines.index(number))).center()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take back the line whose sign was clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and self._delegate.undo_place(self.visualRect(index)).contains(at):
            self._ask(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the newest line, so that one sees where the focus is."""
        if event.reason() not in _SAME_PLACE:
            self._choose(0)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the line that has the focus."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._ask(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row))

    def _ask(self, number: int) -> None:
        line = self._lines.line(number)
        if line and line.eid:
            self.undo_asked.emit(line.eid)


class RecentCard(QFrame):
    """The list under its label."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        theme, words = look.theme, look.words
        self.list = RecentList(look)
        self._above, self._below, self._gap = theme.space(16), theme.space(8), theme.space(8)
        self._label = Text(words.t("Latest"), "label")
        self._empty = Text(words.t("Nobody yet. The last scans will stand here."), "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(20), self._above, theme.space(12), self._below)
        column.setSpacing(self._gap)
        column.addWidget(self._label)
        column.addWidget(self._empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def height_of(self, lines: int) -> int:
        """Return the height of the card with so many lines."""
        label = self._label.sizeHint().height() + self._gap
        return self._above + label + lines * self.list.line_height() + self._below + 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show whole lines only."""
        super().resizeEvent(event)
        room = self.height() - self.list.y() - self._below
        self.list.setMaximumHeight(max(1, room // self.list.line_height()) * self.list.line_height())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the last scans."""
        self.list.show_lines(lines)
        self._empty.setVisible(not lines)
