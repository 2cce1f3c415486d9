"""The card that says which check-in point is the door of which room."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import Look
from ui.panels.flow.doors_flow import DoorPoint, DoorRoom
from ui.widgets.button import Button, plain
from ui.widgets.card import Card
from ui.widgets.emptied import empty
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text


class WaysCard(Card):
    """A box for each point; `led` carries the number of the point in the list, and the room (None: by its name)."""

    led = Signal(int, object)
    missing_asked = Signal()

    def __init__(self, look: Look) -> None:
        words = look.words
        super().__init__(look, words.t("Which point is the door of which room"), edges=(20, 16, 20, 18))
        self.boxes: list[SteadyBox] = []
        self._shown: tuple[object, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.theme.space(6))
        self.column.addLayout(self._rows)
        self.none = Text(words.t("There is no check-in point at a room yet."), "muted", wrap=True)
        self.column.addWidget(self.none)
        self.missing = Button(look, "", plain(look.theme.colours), size=14, high=38)
        self.missing.clicked.connect(self.missing_asked)
        self.column.addWidget(self.missing)

    def show_points(self, points: Sequence[DoorPoint], rooms: Sequence[DoorRoom], *, able: bool) -> None:
        """Show where each point leads to; `able`: it can be changed."""
        words = self.look.words
        if (tuple(points), tuple(rooms)) != self._shown:
            self._shown = (tuple(points), tuple(rooms))
            self._fill(points, rooms)
        for box in self.boxes:
            box.setEnabled(able)
        without = sum(not room.points for room in rooms)
        self.missing.say(words.n("Add the missing point", "Add {count} missing points", without))
        self.missing.setVisible(without > 0)
        self.missing.setEnabled(able)
        self.none.setVisible(not points)

    def _fill(self, points: Sequence[DoorPoint], rooms: Sequence[DoorRoom]) -> None:
        words = self.look.words
        had = next((number for number, box in enumerate(self.boxes) if box.hasFocus()), None)
        empty(self._rows)
        self.boxes = []
        for number, each in enumerate(points):
            box = SteadyBox(words.t("Room behind {point}", point=each.point.name))
            box.addItem(words.t("the room of the same name"), None)
            for room in rooms:
                box.addItem(room.name, room.id)
            box.setCurrentIndex(max(0, box.findData(each.room)))
            box.activated.connect(self._leader(number, box))
            self.boxes.append(box)
            self._rows.addWidget(self._row(each.point.name, box))
        if had is not None and had < len(self.boxes):
            self.boxes[had].setFocus()

    def _row(self, name: str, box: SteadyBox) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.space(2))
        column.addWidget(Text(name, "label", wrap=True))
        column.addWidget(box)
        return row

    def _leader(self, number: int, box: SteadyBox) -> Callable[[int], None]:
        return lambda _at: self.led.emit(number, box.currentData())
