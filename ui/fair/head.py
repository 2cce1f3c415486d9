"""The line above the plan: the halls, and what can be done with the plan as a whole."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from eventdesk.fair.hall import Hall
from ui.actions import ActionId, PageId, key_of
from ui.look import Look
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping


class HallTabs(QWidget):
    """A button for each hall; the one that is shown is filled."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(look.words.t("Halls"))
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._line: Wrapping | None = None
        self._shown: tuple[tuple[int, str], ...] = ()
        self.buttons: dict[int, Button] = {}

    def show_halls(self, halls: Sequence[Hall], chosen: int | None) -> None:
        """Show which halls there are, and which one is looked at."""
        shown = tuple((hall.id, hall.name) for hall in halls)
        if shown != self._shown:
            self._shown = shown
            self._make(halls)
        colours = self._look.theme.colours
        for hall, button in self.buttons.items():
            button.wear(primary(colours) if hall == chosen else plain(colours))
            words = self._look.words
            button.setAccessibleDescription(words.t("is shown") if hall == chosen else "")

    def natural_width(self) -> int:
        """Return the width of one line with all halls."""
        return self._line.natural_width() if self._line is not None else 0

    def _make(self, halls: Sequence[Hall]) -> None:
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
        look = self._look
        self.buttons = {hall.id: Button(look, hall.name, plain(look.theme.colours), size=14, high=38) for hall in halls}
        for hall, button in self.buttons.items():
            button.clicked.connect(self._chooser(hall))
        self._line = Wrapping(look.theme.space(8), list(self.buttons.values()))
        self._column.addWidget(self._line)

    def _chooser(self, hall: int) -> Callable[[], None]:
        return lambda: self.chosen.emit(hall)


class Head(QWidget):
    """Halls at the left, deeds at the right; below each other where there is little room."""

    asked = Signal(ActionId)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, colours, space = look.words, look.theme.colours, look.theme.space
        self.halls = HallTabs(look)
        self.deeds: dict[ActionId, Button] = {}
        for wanted, text, dress in (
            (ActionId.SEARCH, words.t("List"), plain(colours)),
            (ActionId.DRAW_BOOTHS, words.t("Draw booths"), plain(colours)),
            (ActionId.SUGGEST, words.t("Suggest a plan"), primary(colours)),
            (ActionId.PRINT, words.t("Print …"), plain(colours)),
        ):
            button = Button(look, text, dress, size=14, high=38)
            button.setToolTip(f"{text} ({key_of(words, wanted, PageId.FAIR)})")
            button.clicked.connect(self._asker(wanted))
            self.deeds[wanted] = button
        self._row = ButtonRow(space(8), list(self.deeds.values()))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(space(8))
        self._line.addWidget(self.halls, 1, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self._row, 0, Qt.AlignmentFlag.AlignTop)

    def say_list(self, text: str) -> None:
        """Say on the button of the list what is to be found there."""
        button = self.deeds[ActionId.SEARCH]
        button.say(text)
        button.setToolTip(f"{text} ({key_of(self._look.words, ActionId.SEARCH, PageId.FAIR)})")
        self._arrange()

    def show_deeds(self, *, floor: bool, able: bool) -> None:
        """Show what can be done: without a `floor` nothing but drawing, in a file to be looked at only no change."""
        for wanted, button in self.deeds.items():
            changing = wanted is ActionId.DRAW_BOOTHS
            button.setVisible(floor or wanted is ActionId.DRAW_BOOTHS)
            button.setEnabled(able or not changing)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        deeds, gap = self._row.natural_width(), self._look.theme.space(16)
        narrow = self.halls.natural_width() + deeds + gap > self.width()
        turn(self._line, narrow=narrow)
        self._row.setMinimumWidth(0 if narrow else deeds)
        self._row.setMaximumWidth(self.width() if narrow else deeds)
        self._row.refit()

    def _asker(self, wanted: ActionId) -> Callable[[], None]:
        return lambda: self.asked.emit(wanted)
