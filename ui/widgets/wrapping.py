"""Items beside each other, as many in a line as fit, in an ordinary layout."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.widgets.parts import Flow, Sized


class Wrapping(Flow):
    """Takes the width it gets, and as many lines as that needs."""

    def __init__(self, gap: int, items: Sequence[Sized], *, centred: bool = False) -> None:
        super().__init__(gap, centred=centred)
        self._all = items
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
