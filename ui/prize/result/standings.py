"""The count of a closed poll, a line for each entry with a bar as long as its votes."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from eventdesk.prize.count import Standing
from eventdesk.prize.telling import entry_text
from ui.look import Look
from ui.prize.result.telling import votes_text

Index = QModelIndex | QPersistentModelIndex
STANDING = Qt.ItemDataRole.UserRole


class _Model(QAbstractListModel):
    """The standings, the most votes first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = look.words
        self.standings: Sequence[Standing] = ()

    def show_standings(self, standings: Sequence[Standing]) -> None:
        self.beginResetModel()
        self.standings = standings
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.standings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        standing, words = self.standings[index.row()], self._words
        if role == STANDING:
            return standing
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            lot = words.t("place decided by lot") if standing.by_lot else ""
            place = words.t("Place {place}", place=standing.place)
            return ", ".join(filter(None, (place, entry_text(standing.entry), votes_text(words, standing.votes), lot)))
        return None


class _Delegate(QStyledItemDelegate):
    """Draws place, entry, votes, and a bar below."""

    def __init__(self, look: Look, most: "Standings") -> None:
        super().__init__()
        self._look, self._of = look, most
        theme = look.theme
        self._text, self._bold = theme.metrics(15), theme.metrics(16, QFont.Weight.Bold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of every line."""
        space = self._look.theme.space
        return QSize(200, max(self._text.height(), self._bold.height()) + space(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        standing: Standing = index.data(STANDING)
        theme, colours, place = self._look.theme, self._look.theme.colours, QRectF(option.rect)
        won = standing.place == 1 and standing.votes > 0
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(place.adjusted(2, 1, -2, -1), 6, 6)
        side = theme.space(12)
        inner = place.adjusted(side, 0, -side, -theme.space(4))
        figure = self._bold.horizontalAdvance("8888") + side
        first = self._bold.horizontalAdvance("888.") + theme.space(8)
        bar = QRectF(inner.left() + first, inner.bottom() - 3, inner.width() - first - figure, 4)
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(QColor(colours.accent if won else colours.bar))
        bar.setWidth(bar.width() * standing.votes / max(1, self._of.most))
        painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(QColor(colours.text))
        weight = QFont.Weight.Bold if won else QFont.Weight.Normal
        texts = inner.adjusted(0, 0, 0, -theme.space(4))
        painter.setFont(theme.font(16, QFont.Weight.Bold))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(texts, int(middle), f"{standing.place}." if standing.votes else "–")
        painter.drawText(texts, int(middle | Qt.AlignmentFlag.AlignRight), str(standing.votes))
        painter.setFont(theme.font(15, weight))
        room = texts.adjusted(first, 0, -figure, 0)
        text = entry_text(standing.entry)
        if standing.by_lot:
            text = f"{text} · {self._look.words.t('place decided by lot')}"
        shown = theme.metrics(15, weight).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(middle), shown)
        painter.restore()


class Standings(QListView):
    """The list."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("prizefound")
        self.setAccessibleName(look.words.t("The count"))
        self._model = _Model(look)
        self._delegate = _Delegate(look, self)
        self.most = 0
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(self._delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height() * 4)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show a count."""
        self.most = max((each.votes for each in standings), default=0)
        self._model.show_standings(standings)
        if standings:
            self.setCurrentIndex(self._model.index(0, 0))

    def lines(self) -> list[str]:
        """Return what can be read here."""
        return [str(self._model.data(self._model.index(row, 0))) for row in range(self._model.rowCount())]
