"""The sessions that have no slot or no room: a list at the side, to be dragged onto the grid."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidgetItem, QVBoxLayout

from ui.look import Look
from ui.panels.grid.carrying import Carrying
from ui.widgets.carried_list import CarriedList
from ui.widgets.text import Text

MOST_SEEN = 5


class TrayList(CarriedList):
    """Choosing one chooses the session; Enter goes to its card, M begins to carry it."""

    turned = Signal(object)
    entered = Signal()
    lifted = Signal(object)

    def __init__(self, look: Look, carrying: Carrying) -> None:
        super().__init__(carrying)
        self.setAccessibleName(look.words.t("Sessions without a place"))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemSelectionChanged.connect(lambda: self.turned.emit(self.chosen()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the card; M carries."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_M and self.chosen() is not None:
            self.lifted.emit(self.chosen())
        else:
            super().keyPressEvent(event)


class Tray(QFrame):
    """A card that is there while sessions are without a place."""

    def __init__(self, look: Look, carrying: Carrying) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._look = look
        self.setProperty("kind", "card")
        self.setAccessibleName(words.t("Sessions without a place"))
        self.title = Text("", "label", wrap=True)
        self.list = TrayList(look, carrying)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(16), space(14), space(16), space(14))
        column.setSpacing(space(8))
        column.addWidget(self.title)
        column.addWidget(self.list)
        carrying.tray = self

    def show_sessions(self, sessions: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """Show who has no place, with the text of each."""
        words, box = self._look.words, self.list
        box.blockSignals(True)
        box.clear()
        for session, text in sessions:
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, session)
            item.setToolTip(text)
            box.addItem(item)
            if session == chosen:
                box.setCurrentItem(item)
        box.blockSignals(False)
        self.title.setText(
            words.n("One session has no place", "{count} sessions have no place", len(sessions)) if sessions else ""
        )
        rows = min(MOST_SEEN, max(1, len(sessions)))
        line = max(box.sizeHintForRow(0), self._look.theme.metrics(14).height() + self._look.theme.space(12))
        box.setFixedHeight(rows * line + self._look.theme.space(12))
        self.setVisible(bool(sessions))
