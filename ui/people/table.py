"""The list itself: rows of one height, columns that share the width, everything by keyboard."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from eventdesk.people.listing import NAME
from eventdesk.people.person import Status
from eventdesk.tables.guard import guarded
from ui.look import Look
from ui.people.columns import BY_KEY, TODAY, Row, heading
from ui.people.model import ROW, Index, PeopleModel
from ui.widgets.keys import claims

MOST_COPIED = 1000
"""So many rows are copied at once; more are exported, beside everything else."""
MORE_FOR_NAMES = 4
"""So many ems beyond its least the name gets before any other column gets more: by it people are known."""
MOST_KEPT = 200
"""So many marked rows stay marked when the list changes."""


class PeopleDelegate(QStyledItemDelegate):
    """Draws a cell: the name strong, what is less important muted, who is inside with a dot."""

    def __init__(self, look: Look, model: PeopleModel, drafts: Callable[[int], bool]) -> None:
        super().__init__()
        self._look, self._model, self._has_draft = look, model, drafts
        theme = look.theme
        self._plain, self._plain_metrics = theme.font(15), theme.metrics(15)
        self._bold, self._bold_metrics = theme.font(15, QFont.Weight.DemiBold), theme.metrics(15, QFont.Weight.DemiBold)

    def height(self) -> int:
        """Return the height of every row."""
        return self._bold_metrics.height() + self._look.theme.space(18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: Row | None = index.data(ROW)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, space = self._look.theme.colours, self._look.theme.space
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, QColor(colours.soft if selected else colours.card))
        painter.fillRect(place.left(), place.bottom(), place.width(), 1, QColor(colours.line))
        if row is None:
            return
        key = self._model.keys[index.column()]
        if selected and index.column() == 0:
            painter.fillRect(place.left(), place.top(), space(4), place.height(), QColor(colours.accent))
        room = place.adjusted(space(12), 0, -space(6), 0)
        text = BY_KEY[key].text(row, self._model.speech)
        strong = key == NAME
        if strong and self._has_draft(row.person.id):
            text = f"• {text}"
        if key == TODAY and row.arrived is not None:
            self._paint_dot(painter, room, colours.dot_welcome if row.inside else colours.muted)
            room.setLeft(room.left() + space(16))
        going = row.person.status is not Status.CANCELLED
        clear = strong or key == "organisation" or (key == TODAY and row.arrived is not None)
        ink = colours.text if going and clear else colours.muted
        metrics = self._bold_metrics if strong else self._plain_metrics
        painter.setFont(self._bold if strong else self._plain)
        painter.setPen(QColor(ink))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, int(flags), shown)

    def _paint_dot(self, painter: QPainter, room: QRect, colour: str) -> None:
        side = self._look.theme.space(9)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(room.left(), room.center().y() - side // 2, side, side)
        painter.restore()


class PeopleTable(QTableView):
    """Everybody. Enter goes into the panel, Ctrl+C copies the rows, letters belong to the search field."""

    turned = Signal(object)
    opened = Signal()
    left = Signal()
    order_asked = Signal(str)
    cut_short = Signal(int, int)
    widths_changed = Signal()
    marked_changed = Signal()

    def __init__(self, look: Look, model: PeopleModel, drafts: Callable[[int], bool]) -> None:
        super().__init__()
        self._look, self._model = look, model
        self._delegate = PeopleDelegate(look, model, drafts)
        self._quiet = False
        self.by_mouse = False
        """Whether a button of the mouse goes down on a row just now."""
        self.widths: dict[str, int] = {}
        self.setObjectName("everybody")
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(look.words.t("People"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._delegate.height())
        rows.setDefaultSectionSize(self._delegate.height())
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(True)
        columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.setMinimumSectionSize(look.theme.text_px(40))
        columns.sectionClicked.connect(lambda section: self.order_asked.emit(model.keys[section]))
        columns.sectionResized.connect(self._on_resized)
        columns.viewport().installEventFilter(self)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self.marked_changed)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    # ---- what is shown

    def show_ids(self, ids: Sequence[int], chosen: int | None) -> None:
        """Show other people; who was chosen stays chosen, and the list stays where it is."""
        if ids == self._model.ids:
            return
        rows, top = self._marked(), self.verticalScrollBar().value()
        marked = set(self.chosen()) if len(rows) <= MOST_KEPT else set()
        self._quiet = True
        self._model.show_ids(ids)
        self.choose(chosen, marked, bring=False)
        self._quiet = False
        self.verticalScrollBar().setValue(top)
        self.marked_changed.emit()  # Qt says nothing of marks that went with the old rows

    def show_order(self, key: str, *, backwards: bool) -> None:
        """Show in the head by which column people are ordered."""
        head = self.horizontalHeader()
        at = self._model.keys.index(key) if key in self._model.keys else -1
        head.setSortIndicatorShown(at >= 0)
        if at >= 0:
            order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
            head.setSortIndicator(at, order)

    def choose(self, person: int | None, marked: set[int] | None = None, *, bring: bool = True) -> None:
        """Choose a person, and mark others beside them."""
        places = [self._model.place(each) for each in (marked or set())] if marked and len(marked) > 1 else []
        at = self._model.place(person) if person is not None else -1
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for place in (each for each in (at, *places) if each >= 0):
            selection.select(self._model.index(place, 0), self._model.index(place, last))
        model = self.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if at >= 0:
            model.setCurrentIndex(self._model.index(at, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            if bring:
                self.scrollTo(self._model.index(at, 0))

    def chosen(self) -> list[int]:
        """Return the marked people, in the order of the list."""
        return [self._model.ids[row] for row in self._marked() if row < len(self._model.ids)]

    def marked_count(self) -> int:
        """Return how many people are marked."""
        selection: Any = self.selectionModel().selection()
        return sum(part.height() for part in selection)

    def copied(self) -> str:
        """Return the marked rows with their heading as a text that spreadsheets take, and run nothing of."""
        rows = self._marked()[:MOST_COPIED]
        if not rows:
            return ""
        words = self._model.speech.words
        lines = [[heading(words, key) for key in self._model.keys], *(self._model.texts(row) for row in rows)]
        return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in line) for line in lines)

    # ---- widths

    def fit_columns(self) -> None:
        """Share the width: each column its least, then the name, the rest by their shares; those drawn by hand stay."""
        keys, em = self._model.keys, self._look.theme.text_px(15) * 0.62
        least = {key: self.widths.get(key) or round(BY_KEY[key].least * em * 1.2) for key in keys}
        shares = {key: BY_KEY[key].share for key in keys if key not in self.widths}
        spare = max(0, self.viewport().width() - sum(least.values()))
        if NAME in shares:
            more = min(spare, round(MORE_FOR_NAMES * em * 1.2))
            least[NAME], spare = least[NAME] + more, spare - more
        self._quiet = True
        for section, key in enumerate(keys):
            more = int(spare * shares[key] / sum(shares.values())) if key in shares else 0
            self.horizontalHeader().resizeSection(section, least[key] + more)
        self._quiet = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def _on_resized(self, section: int, _before: int, width: int) -> None:
        if not self._quiet and self.isVisible() and section < len(self._model.keys):
            self.widths[self._model.keys[section]] = width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the widths when the mouse lets go of an edge."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.widths_changed.emit()
        return super().eventFilter(watched, event)

    # ---- keys

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C to this list."""
        if claims(event, QKeySequence.StandardKey.Copy):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know that it is the mouse that chooses."""
        self.by_mouse = True
        super().mousePressEvent(event)
        self.by_mouse = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, open, leave; the rest moves in the list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Copy the marked rows; of too many, the first, and say so."""
        text, marked = self.copied(), len(self._marked())
        if text:
            QGuiApplication.clipboard().setText(text)
        if marked > MOST_COPIED:
            self.cut_short.emit(MOST_COPIED, marked)

    def keyboardSearch(self, search: str) -> None:
        """Letters belong to the search field."""

    def _marked(self) -> list[int]:
        """Return the marked rows, by the ranges that Qt keeps: one index for each of 100,000 would take too long."""
        rows: set[int] = set()
        selection: Any = self.selectionModel().selection()  # PySide6's type hints do not know that it has items
        for part in selection:
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    def _on_current(self, index: Index) -> None:
        if not self._quiet and index.isValid():
            self.turned.emit(self._model.ids[index.row()])
