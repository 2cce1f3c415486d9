"""Items beside each other, as many in a line as fit, in an ordinary layout."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.parts import Flow, Sized

EVEN_STEP = 24
"""By so many pixels lines are made shorter, as long as no further one is needed."""


class Wrapping(Flow):
    """Takes the width it gets, and as many lines as that needs."""

    def __init__(self, gap: int, items: Sequence[Sized], *, centred: bool = False, even: bool = False) -> None:
        """`even`: where one line is not enough, all are about as long, so that no item stands alone in the last."""
        super().__init__(gap, centred=centred)
        self._all, self._even = items, even
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(items)

    def hasHeightForWidth(self) -> bool:
        """Less width means more lines."""
        return True

    def sizeHint(self) -> QSize:
        """Return the height that the present width takes."""
        wide = max(self.minimumSizeHint().width(), self.width())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Room for the widest item."""
        return QSize(max((item.sizeHint().width() for item in self._all), default=0), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the items anew."""
        super().resizeEvent(event)
        self.place()
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _lines(self, width: int) -> list[list[tuple[Sized, int, int]]]:
        lines = super()._lines(width)
        narrower, wide = width, max((item.sizeHint().width() for item in self._all), default=0)
        while self._even and len(lines) > 1 and narrower > wide:
            narrower = max(wide, narrower - EVEN_STEP)
            tried = super()._lines(narrower)
            if len(tried) > len(lines):
                break
            lines[:] = tried
        return lines
