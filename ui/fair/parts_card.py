"""The card with what is in the hall besides booths: one of it is chosen, changed by numbers, taken away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from eventdesk.fair.hall import HallPart
from eventdesk.words.fair import metres
from ui.fair.part_form import PARTS, PartForm
from ui.fair.part_shape import edges_of
from ui.look import Look
from ui.widgets.button import Button, plain
from ui.widgets.text import Text

MOST_SEEN = 5
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartsCard(QFrame):
    """`turned`: another part is chosen, by its row id; `entered`: it is to be so; `to_plan`: the keys go on there."""

    turned = Signal(object)
    entered = Signal(object)
    removed = Signal()
    to_plan = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._titles: tuple[tuple[int, str], ...] = ()
        words, space = look.words, look.theme.space
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Doors, pillars and areas"))
        self.list = QListWidget()
        self.list.setObjectName("badgelist")
        self.list.setAccessibleName(words.t("Doors, pillars and areas"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.installEventFilter(self)
        self.list.currentRowChanged.connect(self._turn)
        self.hint = Text(
            words.t("On the plan arrows move what is chosen, with Ctrl they change its size."), "small", wrap=True
        )
        self.form = PartForm(look)
        self.form.entered.connect(self.entered)
        self.remove = Button(
            look, words.t("Remove"), plain(look.theme.colours), key=words.t("Del"), size=14, high=36
        )  # fmt: skip
        self.remove.clicked.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(20), space(16), space(20), space(18))
        column.setSpacing(space(8))
        column.addWidget(Text(words.t("Doors, pillars and areas"), "title", wrap=True))
        for widget in (self.list, self.form, self.hint):
            column.addWidget(widget)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def show_parts(self, parts: Sequence[HallPart], chosen: HallPart | None) -> None:
        """Show what there is, and the numbers of what is chosen."""
        self.setVisible(bool(parts))
        titles = tuple((part.id, self._title(part)) for part in parts)
        self.list.blockSignals(True)
        if titles != self._titles:
            self._titles = titles
            self._fill()
        at = next((row for row, part in enumerate(parts) if chosen is not None and part.id == chosen.id), -1)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        for widget in (self.form, self.hint, self.remove):
            widget.setVisible(chosen is not None)
        if chosen is not None:
            self.form.show_part(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list Del takes the part away, and Enter goes on to the plan."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Delete and self.list.currentRow() >= 0:
                self.removed.emit()
                return True
            if event.key() in ENTERS and self.list.currentRow() >= 0:
                self.to_plan.emit()
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self.list.clear()
        for _, title in self._titles:
            item = QListWidgetItem(title)
            item.setToolTip(title)
            self.list.addItem(item)
        rows = min(MOST_SEEN, len(self._titles))
        self.list.setFixedHeight(sum(self.list.sizeHintForRow(row) for row in range(rows)) + 10)

    def _turn(self, row: int) -> None:
        self.turned.emit(self._titles[row][0] if row >= 0 else None)

    def _title(self, part: HallPart) -> str:
        words = self._look.words
        left, top, _, _ = edges_of(part)
        return words.t(
            "{part} · {x} m, {y} m",
            part=part.name or words.t(PARTS[part.kind]), x=metres(words, left), y=metres(words, top),
        )  # fmt: skip
