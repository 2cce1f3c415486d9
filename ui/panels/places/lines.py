"""A list of sessions or people: what it is, below it what is to be known, at the right how full it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import Look
from ui.theme import Theme
from ui.widgets.pressable import ENTER

Index = QModelIndex | QPersistentModelIndex
TONES = {"welcome": "dot_welcome", "attention": "dot_attention", "refused": "dot_refused"}
BAR_WIDE = 132
MOST_MEASURED = 60
"""In a list of more lines all are equally high."""
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class Line:
    """One line. `key` tells it from the others; `share` 0 to 1 becomes a bar, in the colour of `tone`."""

    key: int
    title: str
    about: str = ""
    figure: str = ""
    share: float | None = None
    tone: str = ""

    @property
    def spoken(self) -> str:
        """All of it in one breath."""
        return ", ".join(part for part in (self.title, self.figure, self.about) if part)


def paint_bar(painter: QPainter, theme: Theme, place: QRectF, share: float, tone: str) -> None:
    """Draw how full something is."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours.track))
    round_ = place.height() / 2
    painter.drawRoundedRect(place, round_, round_)
    if share > 0:
        painter.setBrush(QColor(getattr(theme.colours, TONES.get(tone, "bar"))))
        wide = max(place.height(), place.width() * min(1.0, share))
        painter.drawRoundedRect(QRectF(place.left(), place.top(), wide, place.height()), round_, round_)


class LineModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line in one breath."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.lines[index.row()].spoken
        return None


@dataclass(frozen=True)
class Room:
    """How the width of a line is shared: for texts at the left, for the figure and its bar at the right."""

    texts: int
    figure: int


class LineDelegate(QStyledItemDelegate):
    """Draws a line: texts take as many rows as they need; in a long list each takes one, and is cut where it ends."""

    def __init__(self, look: Look, model: LineModel) -> None:
        super().__init__()
        self._look, self._model = look, model
        self._heights: dict[tuple[Line, int], int] = {}
        theme = look.theme
        self._strong, self._small = theme.font(15, QFont.Weight.DemiBold), theme.font(13)
        self._bold, self._thin = theme.metrics(15, QFont.Weight.DemiBold), theme.metrics(13)

    def least(self) -> int:
        """Return the height of a line whose texts take one row each."""
        return self._bold.height() + self._thin.height() + self._look.theme.space(17)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line in the present width."""
        if len(self._model.lines) > MOST_MEASURED:
            return QSize(80, self.least())
        view: QWidget = option.widget
        line, wide = self._model.lines[index.row()], cast("LineList", view).viewport().width()
        if (line, wide) not in self._heights:
            if len(self._heights) > 8 * MOST_MEASURED:
                self._heights.clear()
            texts = self._room(line, wide - 2 * self._look.theme.space(12)).texts
            high = self._high(self._bold, line.title, texts) + self._high(self._thin, line.about, texts)
            self._heights[line, wide] = max(self.least(), high + self._look.theme.space(17))
        return QSize(80, self._heights[line, wide])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line, place = self._model.lines[index.row()], QRect(option.rect)
        theme, colours = self._look.theme, self._look.theme.colours
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if chosen else colours.hover))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -2), 6, 6)
        if chosen:
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(place.left() + 1, place.top() + 8, 4, place.height() - 17), 2, 2)
        side = theme.space(12)
        inner = place.adjusted(side, theme.space(7), -side, -theme.space(8))
        room = self._room(line, inner.width())
        self._paint_texts(painter, QRect(inner.left(), inner.top(), room.texts, inner.height()), line)
        if line.figure:
            self._paint_figure(painter, QRect(inner.right() - room.figure, inner.top(), room.figure, 0), line)
        painter.restore()

    def _paint_texts(self, painter: QPainter, room: QRect, line: Line) -> None:
        colours, top = self._look.theme.colours, room.top()
        for text, font, metrics, colour in (
            (line.title, self._strong, self._bold, colours.text),
            (line.about, self._small, self._thin, colours.muted),
        ):
            painter.setPen(QColor(colour))
            painter.setFont(font)
            high, told = self._high(metrics, text, room.width()), text
            if len(self._model.lines) > MOST_MEASURED:
                high, told = metrics.height(), metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRect(room.left(), top, room.width(), high), WRAPPED, told)
            top += high

    def _paint_figure(self, painter: QPainter, room: QRect, line: Line) -> None:
        theme = self._look.theme
        painter.setPen(QColor(theme.colours.text))
        painter.setFont(self._strong)
        aligned = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRect(room.left(), room.top(), room.width(), self._bold.height()), aligned, line.figure)
        if line.share is not None:
            top = room.top() + self._bold.height() + (self._thin.height() - theme.space(7)) / 2
            paint_bar(painter, theme, QRectF(room.left(), top, room.width(), theme.space(7)), line.share, line.tone)

    def _room(self, line: Line, wide: int) -> Room:
        if not line.figure:
            return Room(wide, 0)
        bar = min(self._look.theme.space(BAR_WIDE), wide // 5) if line.share is not None else 0
        figure = max(self._bold.horizontalAdvance(line.figure) + 2, bar)
        return Room(max(wide - figure - self._look.theme.space(14), wide // 3), figure)

    def _high(self, metrics: QFontMetrics, text: str, wide: int) -> int:
        return max(metrics.height(), metrics.boundingRect(QRect(0, 0, wide, 10_000), WRAPPED, text).height())


class LineList(QListView):
    """The list. `turned` says which line is chosen now, `entered` that somebody wants to go on with it."""

    turned = Signal(object)
    entered = Signal(object)
    left = Signal()

    def __init__(self, look: Look, name: str, least: int = 3) -> None:
        """Be at least so many lines high."""
        super().__init__()
        self.model_of_lines = LineModel()
        self._look, self._least, self._quiet = look, least, False
        self._drawer = LineDelegate(look, self.model_of_lines)
        self.setObjectName("panellines")
        self.setAccessibleName(name)
        self.setModel(self.model_of_lines)
        self.setItemDelegate(self._drawer)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self.height_of(least))
        self.selectionModel().currentChanged.connect(lambda now, _before: self._on_current(now))
        self.activated.connect(self._on_activated)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are shown."""
        return self.model_of_lines.lines

    def height_of(self, lines: int) -> int:
        """Return the height of so many lines."""
        return lines * self._drawer.least() + 2 * self._look.theme.space(4)

    def show_lines(self, lines: Sequence[Line], chosen: int | None = None) -> None:
        """Show other lines; the one with the key `chosen`, else the one of before, is chosen, without telling."""
        wanted = chosen if chosen is not None else self.chosen()
        if tuple(lines) != self.lines:
            at, bar = self.currentIndex().row(), self.verticalScrollBar().value()
            self._quiet = True
            self.setUniformItemSizes(len(lines) > MOST_MEASURED)
            self.model_of_lines.show_lines(lines)
            self.choose(wanted)
            if not self.currentIndex().isValid() and lines and at >= 0:
                self.setCurrentIndex(self.model_of_lines.index(min(at, len(lines) - 1), 0))
            self.verticalScrollBar().setValue(bar)
            self._quiet = False
        elif chosen is not None:
            self.choose(chosen)

    def chosen(self) -> int | None:
        """Return the key of the chosen line."""
        row = self.currentIndex().row()
        return self.lines[row].key if 0 <= row < len(self.lines) else None

    def choose(self, key: int | None) -> None:
        """Choose a line without telling."""
        before, self._quiet = self._quiet, True
        row = next((number for number, line in enumerate(self.lines) if line.key == key), None)
        self.setCurrentIndex(QModelIndex() if row is None else self.model_of_lines.index(row, 0))
        self._quiet = before

    def begin(self) -> None:
        """Take the focus, and choose a line if none is chosen."""
        if self.lines and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model_of_lines.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give lines the height that they have in another width; Qt itself looks at heights only."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and len(self.lines) <= MOST_MEASURED:
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with a line, or back from the first one."""
        if event.key() in ENTER:
            self._on_activated(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field."""

    def _on_current(self, index: Index) -> None:
        if not self._quiet and index.isValid():
            self.turned.emit(self.lines[index.row()].key)

    def _on_activated(self, index: Index) -> None:
        if index.isValid():
            self.entered.emit(self.lines[index.row()].key)
