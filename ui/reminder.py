"""The strip above the pages from the day on which nobody's data is needed any more."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from eventdesk.rights import Duty
from ui.dates import day_text
from ui.icons import IconView
from ui.look import Look
from ui.rights.keeper import Keeper
from ui.widgets.button import Button, plain
from ui.widgets.text import Text
from ui.widgets.turning import turn
from ui.widgets.wrapping import Wrapping

UNBOUNDED = (1 << 24) - 1
"""The largest width of Qt."""
ROOM_BESIDE = 1080
"""The width (at 100 %) that has room for the buttons at the side of the sentence."""


class DeletionStrip(QFrame):
    """Stays until the event is finished or an organiser says later; then it comes again with the next opening.

    While the desk works for clerks it is out of sight: it is not for them to finish the event, nor to put it off.
    """

    finish_asked = Signal()
    put_off = Signal()

    def __init__(self, look: Look, day: date, keeper: Keeper) -> None:
        super().__init__()
        self.setObjectName("calm")
        words, theme, colours = look.words, look.theme, look.theme.colours
        self._theme, self._keeper, self._answered = theme, keeper, False
        said = words.t(
            "The people of this event were to be deleted on {day}. Finish the event: its figures and results stay.",
            day=day_text(words, day.isoformat()),
        )
        self.sentence = Text(said, "", wrap=True)
        self.finish = Button(look, words.t("Finish the event …"), plain(colours), size=14, high=36)
        self.later = Button(look, words.t("Remind me next time"), plain(colours), size=14, high=36)
        self.finish.clicked.connect(self.finish_asked)
        self.later.clicked.connect(self._put_off)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(theme.space(10))
        self._line.addWidget(self.sentence, 1)
        self._buttons = Wrapping(theme.space(10), [self.finish, self.later])
        self._line.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(24), theme.space(10), theme.space(24), theme.space(10))
        row.setSpacing(theme.space(12))
        icon = IconView(look.icons, "calendar-day", colours.text, theme.text_px(24))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._line, 1)
        keeper.turned.connect(self._follow)
        if not self._is_wanted():
            self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the sentence where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < ROOM_BESIDE * self._theme.scale
        beside = self.finish.sizeHint().width() + self.later.sizeHint().width() + self._theme.space(10)
        self._buttons.setMinimumWidth(0 if narrow else beside)
        self._buttons.setMaximumWidth(UNBOUNDED if narrow else beside)
        turn(self._line, narrow=narrow)

    def _follow(self) -> None:
        """Show it to whom it is for."""
        self.setVisible(self._is_wanted())

    def _is_wanted(self) -> bool:
        return not self._answered and self._keeper.may(Duty.AFTERWARDS)

    def _put_off(self) -> None:
        self._answered = True
        self.hide()
        self.put_off.emit()
