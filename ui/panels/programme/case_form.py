"""What may happen, to be chosen: which room drops out, who comes when, which session is how popular."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from eventdesk.panels.programme import Programme
from ui.look import Look
from ui.panels.flow.programme_thinking import Case, What
from ui.panels.programme.clock import time_note, time_of
from ui.widgets.button import Button, plain
from ui.widgets.field import Field
from ui.widgets.steady_box import SteadyBox

PERCENTS = (200, 150, 300, 50)


class CaseForm(QFrame):
    """One case at a time."""

    assumed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, space = look.words, look.theme.space
        self._look, self._programme = look, Programme()
        self.setObjectName("fairask")
        self.what = SteadyBox(words.t("What happens"))
        self.what.addItem(words.t("A room drops out"), What.NO_ROOM)
        self.what.addItem(words.t("Somebody comes later"), What.LATE)
        self.what.addItem(words.t("A session is more popular"), What.POPULAR)
        self.which = SteadyBox(words.t("Which"))
        self.time = Field(look, words.t("Comes at"), lambda text: time_note(words, text), longest=5, hint="13:00")
        self.time.edit.setProperty("kind", "form")
        self.time.edit.returnPressed.connect(self._assume)
        self.percent = SteadyBox(words.t("How popular"))
        for percent in PERCENTS:
            self.percent.addItem(words.t("{percent} % of the people", percent=percent), percent)
        self.do = Button(look, words.t("Find a way"), plain(look.theme.colours), size=14, high=36)
        self.do.clicked.connect(self._assume)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(10), space(12), space(12))
        column.setSpacing(space(8))
        for widget in (self.what, self.which, self.time, self.percent, self.do):
            column.addWidget(widget)
        self.what.activated.connect(lambda _at: self._offer())
        self._offer()

    def take_focus(self) -> None:
        """Begin with what happens."""
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_programme(self, programme: Programme, room: int | None) -> None:
        """Offer what there is; `room` is offered first."""
        kept = self.which.currentData() if room is None else room
        self._programme = programme
        self._offer()
        self.which.setCurrentIndex(max(0, self.which.findData(kept)))

    def _offer(self) -> None:
        what, programme = What(self.what.currentData()), self._programme
        self.which.clear()
        if what is What.NO_ROOM:
            for room in programme.rooms:
                self.which.addItem(room.name, room.id)
        elif what is What.LATE:
            people = sorted((programme.called(person), person) for person in programme.parts_of)
            for name, person in people:
                self.which.addItem(name, person)
        else:
            for session in programme.sessions:
                self.which.addItem(session.title, session.id)
        self.time.setVisible(what is What.LATE)
        self.percent.setVisible(what is What.POPULAR)

    def _assume(self) -> None:
        what, which = What(self.what.currentData()), self.which.currentData()
        if which is None:
            return
        if what is What.NO_ROOM:
            self.assumed.emit(Case(what, room=int(which)))
        elif what is What.POPULAR:
            self.assumed.emit(Case(what, session=int(which), percent=int(self.percent.currentData())))
        else:
            time = time_of(self.time.text().strip() or self.time.edit.placeholderText())
            note = time_note(self._look.words, self.time.text()) if time is None else None
            if note is not None:
                self.time.say(note)
                self.time.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            day = self._day_of(str(which))
            self.assumed.emit(Case(what, person=str(which), moment=f"{day}T{time}"))

    def _day_of(self, person: str) -> str:
        """Return the day on which somebody has their first session, or the first day."""
        programme = self._programme
        spots = (programme.session_of[each].slot for each in programme.parts_of.get(person, ()))
        days = [programme.slot_of[each].starts[:10] for each in spots if each is not None and each in programme.slot_of]
        return min(days or [each.starts[:10] for each in programme.slots], default="")
