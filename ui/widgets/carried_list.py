"""A list whose lines can be carried elsewhere with the mouse."""

from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QListWidget


class Carrier(Protocol):
    """What carries something over the window; places are those of the screen."""

    @property
    def carrying(self) -> bool:
        """Whether something is carried."""

    def lift(self, row: int, on_screen: QPoint, /) -> None:
        """Begin to carry what has this row id."""

    def carry(self, on_screen: QPoint, /) -> None:
        """Carry on."""

    def put_down(self, on_screen: QPoint, /) -> None:
        """Put down what is carried."""


class CarriedList(QListWidget):
    """Each line holds a row id. Pressing chooses it, drawing lifts it."""

    def __init__(self, carrier: Carrier) -> None:
        super().__init__()
        self._carrier = carrier
        self._pressed: QPoint | None = None
        self.setObjectName("badgelist")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def chosen(self) -> int | None:
        """Return the row id of the chosen line."""
        items = self.selectedItems()
        return int(items[0].data(Qt.ItemDataRole.UserRole)) if items else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and be ready to carry."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        self._pressed = place if self.itemAt(place) is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry what was taken hold of."""
        on_screen, row = event.globalPosition().toPoint(), self.chosen()
        if self._carrier.carrying:
            self._carrier.carry(on_screen)
        elif self._pressed is not None and row is not None:
            far = (event.position().toPoint() - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._carrier.lift(row, on_screen)
                self._carrier.carry(on_screen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it down."""
        self._pressed = None
        if self._carrier.carrying:
            self._carrier.put_down(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)
