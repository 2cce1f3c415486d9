"""Parts that are placed by hand, because all of a card has to grow and shrink together by one factor."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget


class Sized(Protocol):
    """Something in a line: it has a width of its own."""

    def set_factor(self, factor: float) -> None:
        """Draw everything smaller by this factor."""

    def sizeHint(self) -> QSize:
        """Return the size it wants."""

    def isHidden(self) -> bool:
        """Return whether it takes no room."""

    def setGeometry(self, rect: QRect, /) -> None:
        """Place it."""

    def setParent(self, parent: QWidget, /) -> None:
        """Put it into a widget."""


class Part(Protocol):
    """Something in a column: it takes the whole width and says how high it gets."""

    def set_factor(self, factor: float) -> None:
        """Draw everything smaller by this factor."""

    def heightForWidth(self, width: int, /) -> int:
        """Return the height in this width."""

    def isHidden(self) -> bool:
        """Return whether it takes no room."""

    def setGeometry(self, rect: QRect, /) -> None:
        """Place it."""

    def setParent(self, parent: QWidget, /) -> None:
        """Put it into a widget."""


class Flow(QWidget):
    """Fills lines with its items, from the left, from the right or in the middle, and is as high as that takes."""

    def __init__(self, gap: int, *, from_right: bool = False, centred: bool = False) -> None:
        super().__init__()
        self._whole_gap, self._before = gap, 1.0 if from_right else 0.5 if centred else 0.0
        self._gap, self._factor = gap, 1.0
        self._items: list[Sized] = []

    def add(self, items: Sequence[Sized]) -> None:
        """Add items at the end."""
        for item in items:
            item.setParent(self)
        self._items += items

    def set_factor(self, factor: float) -> None:
        """Shrink all items, and what is between them."""
        if factor == self._factor:
            return
        self._factor, self._gap = factor, round(self._whole_gap * factor)
        for item in self._items:
            item.set_factor(factor)

    def natural_width(self) -> int:
        """Return the width of one line with everything in it."""
        widths = [item.sizeHint().width() for item in self._seen()]
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        lines = self._lines(width)
        heights = [max(high for _, _, high in line) for line in lines]
        return sum(heights) + self._gap * max(0, len(lines) - 1)

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place, and place the items. even if it is the same as before."""
        super().setGeometry(rect)
        self.place()

    def place(self) -> None:
        """Place the items in the present size."""
        y, room = 0, self.width()
        for line in self._lines(room):
            taken = sum(min(wide, room) for _, wide, _ in line) + self._gap * (len(line) - 1)
            x, height = round((room - taken) * self._before), max(high for _, _, high in line)
            for item, wide, high in line:
                item.setGeometry(QRect(x, y + (height - high) // 2, min(wide, room), high))
                x += min(wide, room) + self._gap
            y += height + self._gap

    def _seen(self) -> list[Sized]:
        return [item for item in self._items if not item.isHidden()]

    def _lines(self, width: int) -> list[list[tuple[Sized, int, int]]]:
        """Return the items that are seen, line by line, each with the width and the height it wants."""
        lines: list[list[tuple[Sized, int, int]]] = []
        room = 0
        for item in self._seen():
            wanted = item.sizeHint()
            needed = wanted.width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append((item, needed, wanted.height()))
            room -= needed + self._gap
        return lines


class Column:
    """Places parts below each other: some from the top, some from the bottom. Hidden parts take no room."""

    def __init__(
        self, head: Sequence[tuple[float, Part]], foot: Sequence[tuple[float, Part]], *, thrifty: bool = False
    ) -> None:
        """Take pairs of the gap before a part (in a head) or after it (in a foot), and the part.

        `thrifty`: where parts are drawn smaller, gaps shrink twice as much, so that letters stay larger.
        """
        self._head, self._foot, self._thrifty = head, foot, thrifty

    def arrange(self, room: QRect, factors: Sequence[float], least_gap: int) -> float:
        """Place all parts in `room` by the largest of `factors` by which they fit, or the last; returns it."""
        factor = self.fit(room, factors, least_gap)
        if factor is None:
            factor = factors[-1]
            self._place(room, self._measured(room.width(), factor))
        return factor

    def fit(self, room: QRect, factors: Sequence[float], least_gap: int) -> float | None:
        """Place all parts by the largest of `factors` by which they fit in `room`, and return it.

        None if none does: they stay where they were then. The factors come in order.
        """
        high, width = room.height() - least_gap, room.width()
        found = self._measured(width, factors[0])
        if found.height > high:
            if len(factors) == 1 or self._measured(width, factors[-1]).height > high:
                return None
            too_large, fits = 0, len(factors) - 1
            while fits - too_large > 1:
                middle = (too_large + fits) // 2
                if self._measured(width, factors[middle]).height <= high:
                    fits = middle
                else:
                    too_large = middle
            found = self._measured(width, factors[fits])
        self._place(room, found)
        return found.factor

    def _place(self, room: QRect, found: "_Measured") -> None:
        """Place all parts in `room` as they were measured last. In too low a room the foot lies over the head."""
        y = room.top()
        for part, gap, height in found.head:
            part.setGeometry(QRect(room.left(), y + gap, room.width(), height))
            y += gap + height
        y = room.top() + room.height()
        for part, gap, height in reversed(found.foot):
            y -= gap + height
            part.setGeometry(QRect(room.left(), y, room.width(), height))

    def _measured(self, width: int, factor: float) -> "_Measured":
        """Return the parts of head and foot that are seen, drawn by this factor."""
        return _Measured(factor, self._drawn(self._head, width, factor), self._drawn(self._foot, width, factor))

    def _drawn(self, parts: Sequence[tuple[float, Part]], width: int, factor: float) -> list[tuple[Part, int, int]]:
        drawn, between = [], factor * min(1.0, factor) if self._thrifty else factor
        for gap, part in parts:
            if not part.isHidden():
                part.set_factor(factor)
                drawn.append((part, round(gap * between), part.heightForWidth(width)))
        return drawn


class _Measured(NamedTuple):
    """Parts with the gap beside each and its height, drawn by one factor."""

    factor: float
    head: list[tuple[Part, int, int]]
    foot: list[tuple[Part, int, int]]

    @property
    def height(self) -> int:
        return sum(gap + height for _, gap, height in (*self.head, *self.foot))
