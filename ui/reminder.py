"""The strip above the pages from the day on which nobody's data is needed any more."""

from datetime import date

from PySide6.QtCore import Signal

from eventdesk.rights import Duty
from ui.dates import day_text
from ui.look import Look
from ui.rights.keeper import Keeper
from ui.widgets.button import Button, plain
from ui.widgets.calm_strip import CalmStrip


class DeletionStrip(CalmStrip):
    """Stays until the event is finished or an organiser says later; then it comes again with the next opening.

    While the desk works for clerks it is out of sight: it is not for them to finish the event, nor to put it off.
    """

    finish_asked = Signal()
    put_off = Signal()

    def __init__(self, look: Look, day: date, keeper: Keeper) -> None:
        words, colours = look.words, look.theme.colours
        self._keeper, self._answered = keeper, False
        self.finish = Button(look, words.t("Finish the event …"), plain(colours), size=14, high=36)
        self.later = Button(look, words.t("Remind me next time"), plain(colours), size=14, high=36)
        super().__init__(look, "calendar-day", [self.finish, self.later])
        self.finish.clicked.connect(self.finish_asked)
        self.later.clicked.connect(self._put_off)
        keeper.turned.connect(self.follow)
        when = day_text(words, day.isoformat())
        told = words.t(
            "The people of this event were to be deleted on {day}. Finish the event: its figures and results stay.",
            day=when,
        )
        self.say(told, words.t("The people of this event were to be deleted on {day}.", day=when))

    def follow(self) -> None:
        """Show it to whom it is for."""
        self.setVisible(not self._answered and self._keeper.may(Duty.AFTERWARDS))

    def _put_off(self) -> None:
        self._answered = True
        self.hide()
        self.put_off.emit()
