"""The rows of the list under the scan field, and how they are drawn."""

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
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
RESULT = Qt.ItemDataRole.UserRole
WIDER_THAN_ANY_WINDOW = 100_000
Span = tuple[int, int]
Mark = Callable[[str], Sequence[Span]]


@dataclass(frozen=True)
class Detail:
    """Something that is told about a person; `differs`: it tells them from others of the same name."""

    text: str
    differs: bool = False


@dataclass(frozen=True)
class Result:
    """One person as the list shows them; `mark` finds the places of the typed letters in the name: start, end.

    `shared` says that others have this name, too: they stand next to each other, the last one is `last_of_name`.
    """

    person: int
    name: str
    details: tuple[Detail, ...] = ()
    mark: Mark = lambda _name: ()
    state: str = ""
    dot: str = ""
    shared: str = ""
    last_of_name: bool = True

    @property
    def below(self) -> str:
        """What is told about the person, as one text."""
        return " · ".join(detail.text for detail in self.details)

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
            return ", ".join(part for part in (result.name, result.shared, result.below, result.state) if part)
        return None


class ResultDelegate(QStyledItemDelegate):
    """Draws a person: the name with the typed letters in bold, what tells them apart, whether they are in."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._name_font, self._names = look.theme.font(18), look.theme.metrics(18)
        self._bold = look.theme.metrics(18, QFont.Weight.Bold)
        self._small_font, self._small = look.theme.font(14), look.theme.metrics(14)
        self._strong_font = look.theme.font(14, QFont.Weight.Bold)
        self._strong = look.theme.metrics(14, QFont.Weight.Bold)

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
        if result.shared:
            self._paint_bracket(painter, place, last=result.last_of_name)
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

    def _paint_bracket(self, painter: QPainter, place: QRect, *, last: bool) -> None:
        """Draw the line at the left that holds people of one name together."""
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.attention))
        foot = place.height() - theme.space(8) if last else place.height()
        painter.drawRect(QRect(place.left() + theme.space(10), place.top(), 3, foot))

    def _paint_texts(self, painter: QPainter, room: QRect, result: Result) -> None:
        names, small = self._names, self._small
        high = names.height() + (small.height() + 2 if result.details or result.shared else 0)
        top = room.center().y() - high // 2
        self._paint_name(painter, QRect(room.left(), top, room.width(), names.height()), result)
        below = QRect(room.left(), top + names.height() + 2, room.width(), small.height())
        parts = [(detail.text, detail.differs) for detail in result.details]
        if result.shared:
            parts.insert(0, (result.shared, False))
        for number, (text, strong) in enumerate(parts):
            if number:
                below = self._paint_part(painter, below, " · ", strong=False)
            below = self._paint_part(painter, below, text, strong=strong)

    def _paint_part(self, painter: QPainter, room: QRect, text: str, *, strong: bool) -> QRect:
        """Draw a part of the line below the name; returns the room that is left."""
        colours = self._look.theme.colours
        metrics: QFontMetrics = self._strong if strong else self._small
        painter.setFont(self._strong_font if strong else self._small_font)
        painter.setPen(QColor(colours.text if strong else colours.muted))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute), shown)
        taken = metrics.horizontalAdvance(text) if shown == text else room.width()
        return room.adjusted(taken, 0, 0, 0)

    def _paint_name(self, painter: QPainter, place: QRect, result: Result) -> None:
        name = self._bold.elidedText(result.name, Qt.TextElideMode.ElideRight, place.width())
        marks = [(start, end) for start, end in result.marks if end < len(name) or name == result.name]
        bold, ground = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ground.setBackground(QColor(self._look.theme.colours.mark))
        layout = self._laid_out(name, _ranges(marks, bold))
        rise = layout.lineAt(0).ascent() - self._names.ascent()
        at = QPointF(place.left(), place.top() - rise)
        painter.setClipRect(place)
        painter.setPen(Qt.GlobalColor.transparent)  # only the grounds, of one height whatever the script
        layout.draw(painter, at, _ranges(marks, ground))
        painter.setClipRect(place.adjusted(0, -place.height(), 0, place.height()))
        painter.setPen(QColor(self._look.theme.colours.text))
        layout.draw(painter, at)
        painter.setClipping(False)

    def _laid_out(self, name: str, formats: Sequence[QTextLayout.FormatRange]) -> QTextLayout:
        """Return a name as one line that begins at the left, whatever its script."""
        layout = QTextLayout(name, self._name_font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute))
        layout.setFormats(formats)
        layout.beginLayout()
        layout.createLine().setLineWidth(WIDER_THAN_ANY_WINDOW)
        layout.endLayout()
        return layout


def _ranges(spans: Sequence[Span], dress: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    """Return parts of a text in one dress. Qt knows where they stand, in lines of several directions, too."""
    ranges = []
    for start, end in spans:
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, end - start, dress
        ranges.append(part)
    return ranges
