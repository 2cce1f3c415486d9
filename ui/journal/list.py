"""The list of the journal: how a line is drawn, and how the list keeps its place when new lines arrive."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.journal.lines import LINE, Line, Lines
from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
WIDE = 620
"""From this width on (at 100 %), where it happened stands at the right instead of below."""


class JournalDelegate(QStyledItemDelegate):
    """Draws a line: when, an icon, what happened, below it where and how; at the right the desk."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, theme = look, look.theme
        self._title_font, self._titles = theme.font(15, QFont.Weight.DemiBold), theme.metrics(15, QFont.Weight.DemiBold)
        self._struck_font = QFont(self._title_font)
        self._struck_font.setStrikeOut(True)
        self._small_font, self._small = theme.font(13), theme.metrics(13)
        self._time_font, self._times = theme.font(15), theme.metrics(15)

    def height(self) -> int:
        """Return the height of a line."""
        return self._titles.height() + self._small.height() + self._look.theme.space(16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every line."""
        return QSize(100, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        theme, colours = self._look.theme, self._look.theme.colours
        chosen, focused = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QColor(colours.focus) if chosen and focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -2), 6, 6)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(QRectF(place.left() + 1, place.top() + 8, 4, place.height() - 17), 2, 2)
        side = theme.space(14)
        self._paint_parts(painter, place.adjusted(side, 0, -side, 0), line)
        painter.restore()

    def _paint_parts(self, painter: QPainter, room: QRect, line: Line) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        left = room.left() + self._paint_time(painter, room, line) + theme.space(12)
        icon = theme.text_px(20)
        spot = QRectF(left, room.center().y() - icon / 2, icon, icon)
        self._look.icons.paint(painter, line.icon, colours.muted, spot)
        left += icon + theme.space(12)
        wide = room.width() >= WIDE * theme.scale
        at_right = " · ".join(part for part in (line.by, line.state) if part) if wide else line.state
        right = min(self._small.horizontalAdvance(at_right), room.width() // 3)
        if at_right:
            spot_right = QRect(room.right() - right, room.top(), right + 1, room.height())
            self._draw(painter, spot_right, self._small_font, self._small, colours.muted, at_right)
        words = QRect(left, 0, room.right() - right - theme.space(12) - left, 0)
        below = line.below if wide else " · ".join(part for part in (line.below, line.by) if part)
        high = self._titles.height() + (self._small.height() + 1 if below else 0)
        words.setTop(room.center().y() - high // 2)
        words.setHeight(self._titles.height())
        font, ink = (self._struck_font, colours.muted) if line.gone else (self._title_font, colours.text)
        self._draw(painter, words, font, self._titles, ink, line.title)
        words.translate(0, self._titles.height() + 1)
        words.setHeight(self._small.height())
        self._draw(painter, words, self._small_font, self._small, colours.muted, below)

    def _paint_time(self, painter: QPainter, room: QRect, line: Line) -> int:
        """Draw when it was; returns the width that this takes in every line of today."""
        muted = self._look.theme.colours.muted
        wide = (
            max(
                self._times.horizontalAdvance("00:00"),
                self._small.horizontalAdvance("30.10."),
                self._small.horizontalAdvance(line.day),
            )
            + 2
        )
        spot = QRect(room.left(), room.top(), wide, room.height())
        if line.day:
            high = self._times.height() + self._small.height() + 1
            spot = QRect(room.left(), room.center().y() - high // 2, wide, self._times.height())
            below = QRect(room.left(), spot.bottom() + 2, wide, self._small.height())
            self._draw(painter, below, self._small_font, self._small, muted, line.day)
        self._draw(painter, spot, self._time_font, self._times, muted, line.time)
        return wide

    def _draw(self, painter: QPainter, place: QRect, font: QFont, metrics: QFontMetrics, ink: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(place, int(flags), fits)


class JournalList(QListView):
    """Arrow keys choose a line; new lines do not move what one is reading."""

    chosen = Signal()

    def __init__(self, look: Look, lines: Lines) -> None:
        super().__init__()
        self._lines, self._delegate = lines, JournalDelegate(look)
        self.setObjectName("journal")
        self.setModel(lines)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(3 * self._delegate.height())
        self.setAccessibleName(look.words.t("Journal"))
        self.selectionModel().currentChanged.connect(self.chosen)
        self._inserted_at_top = 0
        lines.rowsAboutToBeInserted.connect(self._on_lines_coming)
        lines.rowsInserted.connect(self._on_lines)

    def current(self) -> Line | None:
        """Return the chosen line."""
        return self._lines.line(self.currentIndex().row())

    def choose(self, row: int) -> None:
        """Choose a line and bring it into view."""
        index = self._lines.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def at_top(self) -> bool:
        """Say whether the newest line is in view."""
        return self.verticalScrollBar().value() == 0

    def copy(self) -> None:
        """Copy the selected lines as text, the newest first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        texts = [line.text for row in rows if (line := self._lines.line(row)) is not None]
        if texts:
            QGuiApplication.clipboard().setText("\n".join(texts))

    def _on_lines_coming(self, _parent: Index, first: int, last: int) -> None:
        keep = not self.at_top() or self.hasFocus()
        self._inserted_at_top = last - first + 1 if first == 0 and keep and self._lines.rowCount() else 0

    def _on_lines(self) -> None:
        if self._inserted_at_top:
            self.doItemsLayout()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._inserted_at_top * self._delegate.height())
            self._inserted_at_top = 0
