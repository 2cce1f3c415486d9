"""The head of the panel: who this is, whether they are here, and what can be done now."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eventdesk.checkin.scan import Direction
from eventdesk.people.person import Person, Status
from ui.actions import ActionId, key_text
from ui.facets import STATUS_NAMES
from ui.look import Look
from ui.people.chips import Lines
from ui.people.columns import Speech
from ui.people.flow import Known
from ui.people.keys import key_here
from ui.widgets.button import Button, plain, primary
from ui.widgets.emptied import empty
from ui.widgets.pill import Cut, Pill
from ui.widgets.text import Text


class Head(QWidget):
    """The name, pills, where the person is, and buttons."""

    asked = Signal(ActionId)
    status_asked = Signal(Status)

    def __init__(self, look: Look, speech: Speech) -> None:
        super().__init__()
        self._look, self._speech = look, speech
        theme, words = look.theme, look.words
        self.name = Text("", "heading", wrap=True)
        self.native = Text("", "lead", wrap=True)
        self.organisation = Text("", "muted", wrap=True)
        self.state = Text("", "strong", wrap=True)
        self.where = Text("", "muted", wrap=True)
        self.note = Text("", "note", wrap=True)
        self.closed = Text("", "muted", wrap=True)
        pills, buttons = QWidget(), QWidget()
        self._pills, self._buttons = Lines(pills, theme.space(6)), Lines(buttons, theme.space(8))
        self.check_in = self._button(words.t("Check in"), ActionId.CHECK_IN_HERE, "check-in")
        self.print = self._button(words.t("Print badge"), ActionId.PRINT, "printer")
        dress = plain(look.theme.colours)
        self.cancel = Button(look, words.t("Cancel registration"), dress, icon="refused", size=14, high=38)
        self.readmit = Button(look, "", primary(look.theme.colours), icon="check", size=14, high=38)
        self.cancel.clicked.connect(lambda: self.status_asked.emit(Status.CANCELLED))
        self.readmit.clicked.connect(lambda: self.status_asked.emit(Status.REGISTERED))
        for button in (self.check_in, self.readmit, self.print, self.cancel):
            self._buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(6))
        texts = (self.name, self.native, self.organisation, pills, self.state, self.where, self.note, self.closed)
        for widget in (*texts, buttons):
            column.addWidget(widget)
        self._pill_box = pills

    def show_known(self, known: Known, state: str, *, closed: str) -> None:
        """Show who this is, and offer what makes sense now."""
        words, person = self._look.words, known.person
        self._say(self.name, person.name or words.t("New person"))
        self._say(self.native, person.native_name if person.native_name != person.name else "")
        self._say(self.organisation, " · ".join(part for part in (person.organisation, person.town) if part))
        self._say(self.state, state)
        self._say(self.where, " · ".join(known.where))
        self._say(self.note, person.attention)
        self._say(self.closed, closed)
        self._show_pills(person)
        self.print.say(words.t("Print badge again") if known.has_badge else words.t("Print badge"))
        self.check_in.say(words.t("Check out") if known.passes is Direction.OUT else words.t("Check in"))
        cancelled, new = person.status is Status.CANCELLED, not person.id
        self.readmit.say(words.t("Let the person come") if cancelled else words.t("Confirm registration"))
        inside = known.stay is not None and known.stay.inside
        deeds = (self.check_in, self.cancel, self.readmit)
        focused = any(button.hasFocus() for button in deeds)
        self.check_in.setVisible(known.passes is not None)
        self.print.setVisible(not new)
        self.cancel.setVisible(not new and not cancelled and not inside)
        self.readmit.setVisible(not new and person.status is not Status.REGISTERED)
        if focused and not any(button.isVisibleTo(self) and button.hasFocus() for button in deeds):
            self.print.setFocus()
        for button in deeds:
            button.setEnabled(not closed)
            if closed:
                button.setToolTip(closed)

    def _show_pills(self, person: Person) -> None:
        theme, colours = self._look.theme, self._look.theme.colours
        cut = Cut(size=13, weight=QFont.Weight.DemiBold, pad=8)
        empty(self._pills)
        for role in person.roles:
            name = self._speech.roles.name(self._speech.words, role)
            self._pills.addWidget(Pill(theme, name, self._speech.roles.colour(role), self._speech.roles.ink(role), cut))
        if person.status is not Status.REGISTERED:
            name = self._speech.words.t(STATUS_NAMES[person.status])
            self._pills.addWidget(Pill(theme, name, colours.warning, colours.on_warning, cut))
        if person.group:
            self._pills.addWidget(Pill(theme, person.group, colours.soft, colours.text, cut))
        self._pill_box.setVisible(self._pills.count() > 0)

    def _button(self, text: str, wanted: ActionId, icon: str) -> Button:
        look = self._look
        dress = primary(look.theme.colours) if wanted is ActionId.CHECK_IN_HERE else plain(look.theme.colours)
        key = key_text(look.words, key_here(wanted))
        button = Button(look, text, dress, key=key, icon=icon, size=14, high=38)
        button.clicked.connect(lambda: self.asked.emit(wanted))
        return button

    def _say(self, text: Text, said: str) -> None:
        text.setText(said)
        text.setVisible(bool(said))
