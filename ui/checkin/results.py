"""The list under the scan field: people whose name, organisation or mail begins like what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.look import Look
from ui.widgets.text import Text

Index = QModelIndex | QPersistentModelIndex
RESULT = Qt.ItemDataRole.UserRole
Span = tuple[int, int]


@dataclass(frozen=True)
class Result:
    """One person as the list shows them; `mark` finds the places of the typed letters in the name: start, end."""

    person: int
    name: str
    below: str
    mark: Callable[[str], Sequence[Span]] = lambda _name: ()
    state: str = ""
    dot: str = ""

    @cached_property
    def marks(self) -> Sequence[Span]:
        """Where the typed letters stand. Worked out when asked, as most people of a long list are never seen."""
        return self.mark(self.name)


class Results(QAbstractListModel):
    """The people found, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._results: list[Result] = []

    def show_results(self, results: Sequence[Result]) -> None:
        """Show other people."""
        self.beginResetModel()
        self._results = list(results)
        self.endResetModel()

    def result(self, number: int) -> Result | None:
        """Return one of them."""
        return self._results[number] if 0 <= number < len(self._results) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the result itself, or all of it as one text."""
        result = self._results[index.row()]
        if role == RESULT:
            return result
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (result.name, result.below, result.state) if part)
        return None


class ResultDelegate(QStyledItemDelegate):
    """Draws a person: the name with the typed letters in bold, what tells them apart, whether they are in."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name_font, self._names = look.theme.font(18), look.theme.metrics(18)
        self._bold = look.theme.metrics(18, QFont.Weight.Bold)
        self._small_font, self._small = look.theme.font(14), look.theme.metrics(14)

    def height(self) -> int:
        """Return the height of a row."""
        texts = self._names.height() + self._small.height()
        return texts + self._look.theme.space(16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every row."""
        return QSize(200, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one person."""
        result: Result = index.data(RESULT)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, colours = self._look.theme, self._look.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(QRectF(place).adjusted(2, 1, -2, -1), 6, 6)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(place.left() + 2, place.top() + 7, 4, place.height() - 14), 2, 2)
        side = theme.space(18)
        inner = place.adjusted(side, 0, -side, 0)
        state_width = self._paint_state(painter, inner, result)
        self._paint_texts(painter, inner.adjusted(0, 0, -state_width, 0), result)
        painter.restore()

    def _paint_state(self, painter: QPainter, inner: QRect, result: Result) -> int:
        if not result.state:
            return 0
        theme, metrics = self._look.theme, self._small
        dot, words = theme.space(10), min(metrics.horizontalAdvance(result.state), inner.width() // 3)
        left = inner.right() - words
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(result.dot))
        painter.drawEllipse(QRectF(left - dot - theme.space(8), inner.center().y() - dot / 2, dot, dot))
        painter.setPen(QColor(theme.colours.muted))
        painter.setFont(self._small_font)
        shown = metrics.elidedText(result.state, Qt.TextElideMode.ElideRight, words + 2)
        painter.drawText(QRect(left, inner.top(), words + 2, inner.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        return words + dot + theme.space(24)

    def _paint_texts(self, painter: QPainter, room: QRect, result: Result) -> None:
        names, small = self._names, self._small
        high = names.height() + (small.height() + 2 if result.below else 0)
        top = room.center().y() - high // 2
        self._paint_name(painter, QRect(room.left(), top, room.width(), names.height()), result)
        painter.setFont(self._small_font)
        painter.setPen(QColor(self._look.theme.colours.muted))
        below = QRect(room.left(), top + names.height() + 2, room.width(), small.height())
        shown = small.elidedText(result.below, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute), shown)

    def _paint_name(self, painter: QPainter, place: QRect, result: Result) -> None:
        colours = self._look.theme.colours
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ranges = []
        name = self._bold.elidedText(result.name, Qt.TextElideMode.ElideRight, place.width())
        marks = [(start, end) for start, end in result.marks if end < len(name) or name == result.name]
        for start, end in marks:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, bold
            ranges.append(part)
        layout = QTextLayout(name, self._name_font)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.setClipRect(place.adjusted(0, -place.height(), 0, place.height()))
        for start, end in marks:
            left, right = sorted((_x(line, start), _x(line, end)))
            ground = QRectF(place.left() + left, place.top(), right - left, place.height())
            painter.fillRect(ground, QColor(colours.mark))
        painter.setPen(QColor(colours.text))
        rise = line.ascent() - self._names.ascent()
        layout.draw(painter, QPointF(place.left(), place.top() - rise))
        painter.setClipping(False)


def _x(line: QTextLine, position: int) -> float:
    """Return where a letter stands; PySide6 returns the position with it, which its type hints do not know."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class ResultList(QWidget):
    """The list with a line below that says what to do when nobody fits."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: Any) -> None:
        """Lie over the page, not in its layout."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme, words = look.theme, look.words
        self._look = look
        self._results, self._delegate = Results(), ResultDelegate(look)
        self.view = QListView()
        self.view.setObjectName("found")
        self.view.setModel(self._results)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(words.t("People found"))
        self.view.clicked.connect(lambda index: self._choose(index.row()))
        self._hint = Text("", "muted", wrap=True)
        self._hint.setContentsMargins(theme.space(20), theme.space(6), theme.space(20), theme.space(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(6), theme.space(8), theme.space(6), theme.space(8))
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.hide()

    def show_results(self, results: Sequence[Result], hint: str, *, sure: bool) -> None:
        """Show people, best first, and a sentence below them. If `sure`, the first one is chosen already."""
        self._results.show_results(results)
        self.view.setVisible(bool(results))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.view.setCurrentIndex(self._results.index(0) if results and sure else QModelIndex())
        self.show()
        self.raise_()

    def fit(self, place: QRect) -> None:
        """Lie over `place` and show as many whole rows as fit."""
        theme, row = self._look.theme, self._delegate.height()
        hint = self._hint.heightForWidth(place.width() - 2 * theme.space(24)) if self._hint.text() else 0
        rows = max(1, (place.height() - 2 * theme.space(8) - hint) // row)
        self.view.setFixedHeight(min(rows, max(1, self._results.rowCount())) * row)
        self.setGeometry(place)

    def move_choice(self, by: int) -> None:
        """Move the choice up or down."""
        last = self._results.rowCount() - 1
        if last >= 0:
            number = max(0, min(last, self.view.currentIndex().row() + by))
            self.view.setCurrentIndex(self._results.index(number))

    def current(self) -> Result | None:
        """Return who is chosen."""
        return self._results.result(self.view.currentIndex().row()) if not self.isHidden() else None

    def all(self) -> list[Result]:
        """Return everybody in the list."""
        return [self._results.result(number) or Result(0, "", "") for number in range(self._results.rowCount())]

    def hint(self) -> str:
        """Return the sentence below the people."""
        return self._hint.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and what lies outside of its corners, so that nothing below has to be drawn."""
        colours, painter = self._look.theme.colours, QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.field_line), 2))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.end()

    def _choose(self, number: int) -> None:
        result = self._results.result(number)
        if result:
            self.chosen.emit(result.person)
