"""A list of things of which one at a time is open: its form stands below its line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.settings.rows import reached
from ui.widgets.emptied import widgets_in
from ui.widgets.pressable import Pressable


@dataclass(frozen=True)
class Item:
    """One line: what it is called, what is to be known about it, and a colour with the ink for a word on it."""

    key: str
    title: str
    line: str
    ground: str = ""
    ink: str = ""


class Line(Pressable):
    """A line that opens its form."""

    def __init__(self, look: Look, item: Item) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_item(item)

    def item_key(self) -> str:
        """Return the key of the thing that this line stands for."""
        return self._item.key

    def show_item(self, item: Item) -> None:
        """Show another content."""
        self._item = item
        self.setText(item.title)
        self.setAccessibleName(f"{item.title}. {item.line}")
        self.setToolTip(item.line)
        self.update()

    def sign(self) -> str:
        """Return the sign at the end: which way a press moves the form."""
        return "up" if self.isChecked() else "down"

    def sizeHint(self) -> QSize:
        """Return room for two lines of text."""
        theme = self._look.theme
        high = theme.metrics(15).height() + theme.metrics(13).height() + theme.space(14)
        return QSize(theme.space(240), high)

    def minimumSizeHint(self) -> QSize:
        """Both texts may be cut short."""
        return QSize(self._look.theme.space(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw title, line, colour and an arrow."""
        theme, painter, item = self._look.theme, QPainter(self), self._item
        colours = theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(colours.focus), 2) if self.hasFocus() else QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.hover if self.underMouse() or self.isChecked() else colours.card))
        painter.drawRoundedRect(body, 8, 8)
        side, arrow = theme.space(12), theme.text_px(18)
        left, right = side, self.width() - side - arrow
        if item.ground:
            across = theme.text_px(26)
            swatch = QRectF(left, (self.height() - across) / 2, across, across)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(item.ground))
            painter.drawRoundedRect(swatch, 6, 6)
            painter.setPen(QColor(item.ink))
            painter.setFont(theme.font(14, QFont.Weight.Bold))
            painter.drawText(swatch, int(Qt.AlignmentFlag.AlignCenter), item.title[:1].upper())
            left += across + theme.space(12)
        name, more = theme.metrics(15, QFont.Weight.DemiBold), theme.metrics(13)
        top = (self.height() - name.height() - more.height()) / 2
        width = right - left - theme.space(8)
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.font(15, QFont.Weight.DemiBold))
        painter.drawText(QRectF(left, top, width, name.height()), name.elidedText(item.title, elide, width))
        painter.setPen(QColor(colours.muted))
        painter.setFont(theme.font(13))
        painter.drawText(
            QRectF(left, top + name.height(), width, more.height()), more.elidedText(item.line, elide, width)
        )
        place = QRectF(right, (self.height() - arrow) / 2, arrow, arrow)
        self._look.icons.paint(painter, self.sign(), colours.muted, place)
        painter.end()


class Fold(QWidget):
    """The lines, and the form of the one that is open. `make_form` gets the key of a line."""

    def __init__(self, look: Look, make_form: Callable[[str], QWidget]) -> None:
        super().__init__()
        self._look, self._make_form = look, make_form
        self._lines: dict[str, Line] = {}
        self._form: QWidget | None = None
        self.opened = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.space(6))

    def form(self) -> QWidget | None:
        """Return the form that is open."""
        return self._form

    def lines(self) -> list[Line]:
        """Return all lines."""
        return list(self._lines.values())

    def show_items(self, items: Sequence[Item]) -> None:
        """Show other lines; the open one stays open, and the focus stays where it is."""
        if [item.key for item in items] == list(self._lines):
            for item in items:
                self._lines[item.key].show_item(item)
            return
        for key in self._lines.keys() - {item.key for item in items}:
            self._drop(self._lines.pop(key))
        if self.opened not in {item.key for item in items}:
            self._close_form()
        kept = {item.key: self._lines.get(item.key) or self._line(item) for item in items}
        self._lines = kept
        place = 0
        for item in items:
            line = kept[item.key]
            line.show_item(item)
            self._column.insertWidget(place, line)
            place += 1
            if item.key == self.opened and self._form is not None:
                self._column.insertWidget(place, self._form)
                place += 1
        self._mend_tab_order()

    def open_item(self, key: str) -> None:
        """Open one line, close the others; an empty key closes all."""
        self._close_form()
        self.opened = key if key in self._lines else ""
        for each, line in self._lines.items():
            line.setChecked(each == self.opened)
        if self.opened:
            self._form = self._make_form(self.opened)
            self._column.insertWidget(self._column.indexOf(self._lines[self.opened]) + 1, self._form)
            self._form.show()
            self._mend_tab_order()

    def focus_line(self, key: str) -> None:
        """Put the focus on a line."""
        if key in self._lines:
            self._lines[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, item: Item) -> Line:
        line = Line(self._look, item)
        line.clicked.connect(lambda: self.open_item("" if self.opened == item.key else item.key))
        line.setParent(self)
        line.show()
        return line

    def _close_form(self) -> None:
        form, self._form = self._form, None
        self.opened = ""
        if form is not None:
            self._drop(form)

    def _drop(self, widget: QWidget) -> None:
        """Hide a widget now, and throw it away when whoever asked for it has finished."""
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _mend_tab_order(self) -> None:
        """Let Tab go through the lines and the open form from top to bottom."""
        before: QWidget | None = None
        for each in self._stops():
            if before is not None:
                QWidget.setTabOrder(before, each)
            before = each

    def _stops(self) -> Iterator[QWidget]:
        """Yield what Tab stops at, from top to bottom."""
        for widget in widgets_in(self._column):
            if isinstance(widget, Line):
                yield widget
            else:
                yield from reached(widget)
