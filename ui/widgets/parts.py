"""Parts that are placed by hand, because all of a card has to grow and shrink together by one factor."""

from collections.abc import Sequence
from typing import Protocol

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
    """Fills lines with its items, from the left or from the right, and is as high as that takes."""

    def __init__(self, gap: int, *, from_right: bool = False) -> None:
        super().__init__()
        self._whole_gap, self._from_right = gap, from_right
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
        heights = [max(item.sizeHint().height() for item in line) for line in lines]
        return sum(heights) + self._gap * max(0, len(lines) - 1)

    def setGeometry(self, rect: QRect) -> None:  # type: ignore[override]  # nobody calls it with four numbers
        """Take a place, and place the items. even if it is the same as before."""
        super().setGeometry(rect)
        self.place()

    def place(self) -> None:
        """Place the items in the present size."""
        y = 0
        for line in self._lines(self.width()):
            widths = [min(item.sizeHint().width(), self.width()) for item in line]
            x = self.width() - sum(widths) - self._gap * (len(line) - 1) if self._from_right else 0
            height = max(item.sizeHint().height() for item in line)
            for item, width in zip(line, widths, strict=True):
                item.setGeometry(
                    QRect(x, y + (height - item.sizeHint().height()) // 2, width, item.sizeHint().height())
                )
                x += width + self._gap
            y += height + self._gap

    def _seen(self) -> list[Sized]:
        return [item for item in self._items if not item.isHidden()]

    def _lines(self, width: int) -> list[list[Sized]]:
        lines: list[list[Sized]] = []
        room = 0
        for item in self._seen():
            needed = item.sizeHint().width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= needed + self._gap
        return lines


class Column:
    """Places parts below each other: some from the top, some from the bottom. Hidden parts take no room."""

    def __init__(self, head: Sequence[tuple[float, Part]], foot: Sequence[tuple[float, Part]]) -> None:
        """Take pairs of the gap before a part (in a head) or after it (in a foot), and the part."""
        self._head, self._foot = head, foot

    def arrange(self, room: QRect, factors: Sequence[float], least_gap: int) -> float:
        """Place all parts in `room` by the first of `factors` by which they fit; returns that factor."""
        head = [(gap, part) for gap, part in self._head if not part.isHidden()]
        foot = [(gap, part) for gap, part in self._foot if not part.isHidden()]
        for factor in factors:
            for _, part in (*head, *foot):
                part.set_factor(factor)
            heights = [part.heightForWidth(room.width()) for _, part in (*head, *foot)]
            gaps = [round(gap * factor) for gap, _ in (*head, *foot)]
            if sum(heights) + sum(gaps) + least_gap <= room.height():
                break
        y = room.top()
        for (_, part), gap, height in zip(head, gaps, heights, strict=False):
            part.setGeometry(QRect(room.left(), y + gap, room.width(), height))
            y += gap + height
        y = room.top() + room.height()
        for (_, part), gap, height in zip(reversed(foot), reversed(gaps), reversed(heights), strict=False):
            y -= gap + height
            part.setGeometry(QRect(room.left(), y, room.width(), height))
        return factor
