"""What differs between two plans, a line for each exhibitor: who, from where, to where, why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.look import Look

Index = QModelIndex | QPersistentModelIndex
LEAST_SEEN, MOST_MEASURED, AT_ONCE = 5, 40, 50
"""So many lines are seen in any case; where there is no room for more, the list scrolls."""

FIRST = 1000
"""The share of a list in the room of its card, before blank space gets any."""


@dataclass(frozen=True)
class ChangeLine:
    """One exhibitor: their name, "C-03 → B-17", why; the booth to look at, the one before and the one after."""

    name: str
    way: str
    why: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return ", ".join(part for part in (self.name, self.way, self.why) if part)


class ChangeModel(QAbstractListModel):
    """The lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[ChangeLine, ...] = ()

    def show_lines(self, lines: Sequence[ChangeLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line in one sentence."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.lines[index.row()].spoken
        return None


class ChangeDelegate(QStyledItemDelegate):
    """Draws the name strong, the way beside it, the reason muted."""

    def __init__(self, look: Look, model: ChangeModel) -> None:
        super().__init__()
        self._look, self._model = look, model
        self._wanted: dict[ChangeLine, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line, or two where name and way do not fit beside each other."""
        metrics = self._look.theme.metrics(15)
        return QSize(80, self._lines_of(index.row(), self._wide(option)) * metrics.height() + self._look.theme.space(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        theme, colours = self._look.theme, self._look.theme.colours
        line, place = self._model.lines[index.row()], QRect(option.rect)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, QColor(colours.soft))
        painter.setPen(QColor(colours.text))
        bold, metrics = theme.font(15, QFont.Weight.DemiBold), theme.metrics(15, QFont.Weight.DemiBold)
        rows = self._lines_of(index.row(), self._wide(option))
        left, wide = place.left() + theme.space(2), place.width() - theme.space(4)
        top = place.top() + theme.space(4)
        rest = "  ".join(part for part in (line.way, line.why) if part)
        name_room = wide if rows == 2 else metrics.horizontalAdvance(line.name) + 2
        painter.setFont(bold)
        name = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, name_room)
        aligned = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRect(left, top, name_room, metrics.height()), aligned, name)
        plain, thin = theme.font(15), theme.metrics(15)
        painter.setFont(plain)
        if rows == 2:
            top += metrics.height()
        else:
            left, wide = left + name_room + theme.space(8), wide - name_room - theme.space(8)
        shown = thin.elidedText(rest, Qt.TextElideMode.ElideRight, wide)
        way = line.way if shown.startswith(line.way) else shown
        painter.drawText(QRect(left, top, wide, thin.height()), aligned, way)
        if len(shown) > len(way):
            before = thin.horizontalAdvance(way)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRect(left + before, top, wide - before, thin.height()), aligned, shown[len(way) :])

    def _lines_of(self, row: int, wide: int) -> int:
        line = self._model.lines[row]
        wanted = self._wanted.get(line)
        if wanted is None:
            theme = self._look.theme
            name = theme.metrics(15, QFont.Weight.DemiBold).horizontalAdvance(line.name)
            rest = theme.metrics(15).horizontalAdvance("  ".join(part for part in (line.way, line.why) if part))
            wanted = self._wanted[line] = name + rest + theme.space(16)
        return 1 if wanted <= wide else 2

    def forget(self) -> None:
        """Forget how wide lines are that are shown no more."""
        self._wanted.clear()

    def _wide(self, option: QStyleOptionViewItem) -> int:
        rect: QRect = option.rect
        parent = self.parent()
        return parent.viewport().width() if isinstance(parent, QAbstractItemView) else rect.width()


class ChangeList(QListView):
    """As high as its lines where there is room, at least a few of them; choosing one says which booths it is about."""

    turned = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._lines = ChangeModel()
        self._delegate = ChangeDelegate(look, self._lines)
        self._delegate.setParent(self)
        self.setObjectName("fairchanges")
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(look.words.t("Changes"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentChanged.connect(self._on_turned)

    @property
    def lines(self) -> tuple[ChangeLine, ...]:
        """What is shown."""
        return self._lines.lines

    def show_changes(self, lines: Sequence[ChangeLine]) -> None:
        """Show other changes."""
        if tuple(lines) != self._lines.lines:
            self._delegate.forget()
            self._lines.show_lines(lines)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the height anew: in another width names need other lines."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def _fit(self) -> None:
        heights = [self.sizeHintForRow(row) for row in range(min(MOST_MEASURED, len(self._lines.lines)))]
        self.setMinimumHeight(sum(heights[:LEAST_SEEN]) + 6)
        self.setMaximumHeight(max(sum(heights) + 6, self.minimumHeight()))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the few lines; the layout gives more."""
        return QSize(200, self.minimumHeight())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first line, so that one sees where the focus is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._lines.lines:
            self.setCurrentIndex(self._lines.index(0, 0))

    def _on_turned(self, index: Index) -> None:
        if index.isValid():
            self.turned.emit(self._lines.lines[index.row()])
