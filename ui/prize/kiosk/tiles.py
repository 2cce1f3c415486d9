"""Large tiles to choose from, a page at a time. Fingers, a mouse and arrow keys do."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QWidget

from eventdesk.prize.poll import PollEntry
from eventdesk.prize.telling import entry_text
from ui.look import Look

LEAST_WIDE, LEAST_HIGH, GAP = 270, 156, 14


class Tiles(QWidget):
    """The entries that fit what was typed, by their numbers."""

    chosen = Signal(object)
    turned = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: Sequence[PollEntry] = ()
        self._barred: int | None = None
        self._barred_text = look.words.t("not with your ballot")
        self.at: int | None = None
        self.page = 0
        self.setMinimumHeight(look.theme.space(LEAST_HIGH))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_entries(self, entries: Sequence[PollEntry], barred: int | None, *, meant: int | None = None) -> None:
        """Show other entries; the only one is marked, and the first one if it has the number `meant`."""
        self._entries, self._barred = entries, barred
        self.page = 0
        surely = len(entries) == 1 or (bool(entries) and entries[0].number == meant)
        self.at = 0 if surely and entries[0].id != barred else None
        self._tell()

    def entries(self) -> Sequence[PollEntry]:
        """Return what can be chosen from."""
        return self._entries

    def current(self) -> PollEntry | None:
        """Return the one that is marked."""
        return self._entries[self.at] if self.at is not None and self.at < len(self._entries) else None

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-len(self._entries) // self._on_page()))

    def spans(self) -> list[str]:
        """Return the first and the last number of each page: "13–24"."""
        many = self._on_page()
        found = [self._entries[at : at + many] for at in range(0, len(self._entries), many)]
        return [f"{page[0].number}–{page[-1].number}" if len(page) > 1 else str(page[0].number) for page in found]

    def turn(self, by: int) -> None:
        """Show another page."""
        self.page = max(0, min(self.pages - 1, self.page + by))
        self.at = None
        self._tell()

    def step(self, across: int, down: int) -> None:
        """Mark a neighbour; the page follows."""
        if not self._entries:
            return
        if self.at is None:
            self.at = self.page * self._on_page()
        else:
            self.at = max(0, min(len(self._entries) - 1, self.at + across + down * self._columns()))
        self.page = self.at // self._on_page()
        self._tell()

    def place_of(self, number: int) -> QRect:
        """Return where a tile of the present page stands."""
        columns, gap = self._columns(), self._look.theme.space(GAP)
        rows = self._rows()
        wide, high = (self.width() - gap * (columns - 1)) / columns, (self.height() - gap * (rows - 1)) / rows
        row, column = divmod(number, columns)
        return QRectF(column * (wide + gap), row * (high + gap), wide, high).toRect()

    def sizeHint(self) -> QSize:
        """Take all the room there is."""
        return QSize(900, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay on the page of what is marked."""
        super().resizeEvent(event)
        self.page = min(self.pages - 1, (self.at or 0) // self._on_page() if self.at is not None else self.page)
        self.turned.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the tile under the finger."""
        place = event.position().toPoint()
        for number, entry in enumerate(self._shown()):
            if self.place_of(number).contains(place) and entry.id != self._barred:
                self.chosen.emit(entry.id)
                return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tiles of the present page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = self.page * self._on_page()
        for number, entry in enumerate(self._shown()):
            self._paint(painter, QRectF(self.place_of(number)), entry, marked=first + number == self.at)
        painter.end()

    def _paint(self, painter: QPainter, place: QRectF, entry: PollEntry, *, marked: bool) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        barred = entry.id == self._barred
        painter.setPen(QPen(QColor(colours.focus), 4) if marked else QPen(QColor(colours.line), 1.4))
        painter.setBrush(QColor(colours.soft if barred else colours.card))
        painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 12, 12)
        side = theme.space(18)
        inner = place.adjusted(side, theme.space(12), -side, -theme.space(10))
        painter.setPen(QColor(colours.muted if barred else colours.text))
        number_high = theme.metrics(34, QFont.Weight.Bold).height()
        painter.setFont(theme.font(34, QFont.Weight.Bold))
        painter.drawText(
            QRectF(inner.left(), inner.top(), inner.width(), number_high),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            str(entry.number),
        )
        if barred:
            painter.setFont(theme.font(15))
            painter.drawText(
                QRectF(inner.left(), inner.top(), inner.width(), number_high),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                self._barred_text,
            )
        room = inner.adjusted(0, number_high, 0, 0)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        size = next((each for each in (26, 24, 22, 20, 18, 16, 15, 14) if self._fits(entry.name, each, room)), 13)
        painter.setFont(theme.font(size, QFont.Weight.DemiBold))
        painter.drawText(room, entry.name, option)

    def _fits(self, text: str, size: float, room: QRectF) -> bool:
        metrics = self._look.theme.metrics(size, QFont.Weight.DemiBold)
        box = metrics.boundingRect(room.toRect(), int(Qt.TextFlag.TextWordWrap), text)
        return box.height() <= room.height() and box.width() <= room.width()

    def _shown(self) -> Sequence[PollEntry]:
        first = self.page * self._on_page()
        return self._entries[first : first + self._on_page()]

    def _columns(self) -> int:
        return max(1, self.width() // self._look.theme.text_px(LEAST_WIDE))

    def _rows(self) -> int:
        return max(1, self.height() // self._look.theme.text_px(LEAST_HIGH))

    def _on_page(self) -> int:
        return self._columns() * self._rows()

    def _tell(self) -> None:
        entry = self.current()
        self.setAccessibleName(entry_text(entry) if entry is not None else "")
        self.update()
        self.turned.emit()
