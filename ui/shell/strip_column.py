"""What waits for an answer above the pages: the two most urgent ones are shown, the others come after them."""

from enum import IntEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

AT_ONCE = 2


class Urgency(IntEnum):
    """What comes first, if more would like to be seen than the page has room for."""

    ASKED = 0
    """Somebody wanted it just now."""
    TROUBLE = 1
    """Nothing can be saved."""
    RESTORED = 2
    """Something has to be done again."""
    PLACE = 3
    REPORT = 4
    REMINDER = 5


class StripColumn(QWidget):
    """Strips show and hide themselves when there is something to say; here it is decided how many are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._places: list[tuple[Urgency, QWidget]] = []
        self._waiting: set[QWidget] = set()

    def add(self, strip: QWidget, urgency: Urgency) -> None:
        """Take in a strip, below those that are as urgent. It is to be hidden before it is thrown away."""
        place = QWidget()
        inside = QVBoxLayout(place)
        inside.setContentsMargins(0, 0, 0, 0)
        was_hidden = strip.isHidden() and strip.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        inside.addWidget(strip)
        at = sum(1 for other, _ in self._places if other <= urgency)
        self._places.insert(at, (urgency, place))
        self._column.insertWidget(at, place)
        strip.installEventFilter(self)
        if not was_hidden:
            self._waiting.add(place)
        self._choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a strip would like to be seen, or not any more."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent) and isinstance(watched, QWidget):
            if event.type() == QEvent.Type.ShowToParent:
                self._waiting.update(place for _, place in self._places if place is watched.parentWidget())
            else:
                self._waiting.discard(watched.parentWidget())
            self._choose()
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        shown = [place for _, place in self._places if place in self._waiting][:AT_ONCE]
        for _, place in self._places:
            place.setVisible(place in shown)
