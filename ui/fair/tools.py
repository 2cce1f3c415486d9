"""What the mouse does on the plan: choosing and carrying exhibitors, drawing booths, moving them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent

from ui.fair.overlay import Overlay


@dataclass(frozen=True)
class Press:
    """Where the mouse is: in millimetres of the hall, over which booth, where on the screen, with which keys."""

    place: QPointF
    booth: int | None
    on_screen: QPoint
    keys: Qt.KeyboardModifier


class Tool(Protocol):
    """Says what a press means. What it does not take hold of moves the plan."""

    def press(self, at: Press) -> bool:
        """Take hold of something; returns whether it did."""

    def move(self, at: Press) -> None:
        """Move what is held."""

    def release(self, at: Press, *, moved: bool) -> None:
        """Let go; `moved` unless it was a click."""

    def cursor(self, at: Press) -> Qt.CursorShape:
        """Return how the pointer looks there."""

    def key(self, event: QKeyEvent) -> bool:
        """Take a key; returns whether it did."""

    def paint(self, overlay: Overlay) -> None:
        """Draw over the plan what is held."""


class Carrier(Protocol):
    """Carries an exhibitor from one place of the window to another."""

    def lift(self, exhibitor: int, on_screen: QPoint) -> None:
        """Begin."""

    def carry(self, on_screen: QPoint) -> None:
        """Go on."""

    def put_down(self, on_screen: QPoint) -> None:
        """Put them where the pointer is."""

    def drop(self) -> None:
        """Give up."""

    @property
    def carrying(self) -> bool:
        """Whether somebody is being carried."""

    def paint(self, overlay: Overlay) -> None:
        """Draw over the plan where they would stand."""


class Hand:
    """Chooses a booth by a click, and carries who stands there to another one."""

    def __init__(
        self, carrier: Carrier, who: Callable[[int], int | None], choose: Callable[[int | None], object]
    ) -> None:
        """Ask `who` stands at a booth; tell `choose` which one was clicked."""
        self._carrier, self._who, self._choose = carrier, who, choose
        self._booth: int | None = None

    def press(self, at: Press) -> bool:
        """Take hold of a booth."""
        self._booth = at.booth
        if at.booth is not None:
            self._choose(at.booth)
        return at.booth is not None

    def move(self, at: Press) -> None:
        """Carry who stands there."""
        if not self._carrier.carrying and self._booth is not None:
            who = self._who(self._booth)
            if who is None:
                return
            self._carrier.lift(who, at.on_screen)
        self._carrier.carry(at.on_screen)

    def release(self, at: Press, *, moved: bool) -> None:
        """Put them down."""
        self._booth = None
        if self._carrier.carrying:
            self._carrier.put_down(at.on_screen)

    def cursor(self, at: Press) -> Qt.CursorShape:
        """Show what can be taken hold of."""
        if at.booth is None:
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.PointingHandCursor

    def key(self, event: QKeyEvent) -> bool:
        """Esc puts nobody anywhere."""
        if event.key() == Qt.Key.Key_Escape and self._carrier.carrying:
            self._carrier.drop()
            return True
        return False

    def paint(self, overlay: Overlay) -> None:
        """Draw where they would stand."""
        self._carrier.paint(overlay)
