"""The card of the next event: what it is called, when, and what goes over."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from eventdesk.details import Detail, WrongDetailError, understood
from eventdesk.event import EventDetails
from eventdesk.finishing.next_time import Choice
from eventdesk.words import mark
from ui.look import Look
from ui.moments import moment_text, trouble_sentence
from ui.widgets.button import Button, primary
from ui.widgets.card import Card
from ui.widgets.field import Field, Note
from ui.widgets.text import Text
from ui.widgets.tick import Tick
from ui.widgets.wrapping import Wrapping

ROOM = 4000
PARTS: Mapping[str, str] = {
    "points": mark("Check-in points"),
    "rooms": mark("Rooms and their seating"),
    "halls": mark("Halls and booths"),
    "slots": mark("Slots, moved to the new days"),
    "tables": mark("Tables and rounds of the World Café"),
    "templates": mark("Templates of badges, pictures, settings"),
    "people": mark("People who agreed to be invited"),
}
FIELDS: Mapping[Detail, str] = {
    Detail.TITLE: mark("Title"),
    Detail.STARTS: mark("First day (may be added later)"),
    Detail.ENDS: mark("End (may be added later)"),
    Detail.VENUE: mark("Venue"),
}


class NextCard(Card):
    """`asked` when details are right: the file is asked for next."""

    asked = Signal()

    def __init__(self, look: Look, details: EventDetails) -> None:
        words = look.words
        sentence = words.t("A new file like this one, without what happened here. This file stays as it is.")
        super().__init__(look, words.t("The next event"), sentence, edges=(20, 14, 20, 16))
        self._details = details
        self.fields: dict[Detail, Field] = {}
        for detail, name in FIELDS.items():
            self._add_field(detail, words.t(name))
        self.column.addWidget(Text(words.t("What goes over"), "small"))
        self.ticks = {key: Tick(look.theme, words.t(name), ticked=True) for key, name in PARTS.items()}
        for tick in self.ticks.values():
            self.column.addWidget(tick)
        self.invited = Text("", "small", wrap=True)
        self.column.addWidget(self.invited)
        self.opens = Tick(look.theme, words.t("Open it then"), ticked=True)
        self.column.addWidget(self.opens)
        self.make = Button(look, words.t("Make the next event …"), primary(look.theme.colours), size=14, high=38)
        self.make.clicked.connect(self._finish)
        self.column.addWidget(Wrapping(look.theme.space(8), [self.make]))

    def title_typed(self) -> str:
        """Return what the next event is called."""
        return self.fields[Detail.TITLE].text().strip()

    def details(self) -> EventDetails:
        """Return the details as they were typed. Raises WrongDetailError."""
        found = replace(self._details, starts="", ends="")
        for detail, field in self.fields.items():
            text = field.text().strip()
            found = replace(
                found, **{detail.value: understood(found, detail, text) if text or detail is Detail.TITLE else ""}
            )
        return found

    def choice(self) -> Choice:
        """Return what goes over."""
        return Choice(**{key: tick.box.isChecked() for key, tick in self.ticks.items()})

    def show_invited(self, count: int) -> None:
        """Say how many people agreed."""
        words = self.look.words
        self.invited.setText(
            words.n("One person agreed to that.", "{count} people agreed to that.", count)
            if count
            else words.t("Nobody agreed to be invited next time, so nobody goes over.")
        )

    def _add_field(self, detail: Detail, name: str) -> None:
        look = self.look
        hint = look.words.t("like 6.3.2027 9:00") if detail in (Detail.STARTS, Detail.ENDS) else ""
        field = Field(look, name, lambda text: self._check(detail, text), longest=ROOM, puts_back=False, hint=hint)
        field.edit.setProperty("kind", "form")
        field.show_text(getattr(self._details, detail.value))
        label = Text(name, "small", wrap=True)
        label.setBuddy(field.edit)
        self.column.addWidget(label)
        self.column.addWidget(field)
        self.fields[detail] = field

    def _check(self, detail: Detail, text: str) -> Note:
        words = self.look.words
        if not text and detail is not Detail.TITLE:
            return Note()
        try:
            value = understood(EventDetails(), detail, text)
        except WrongDetailError as error:
            return Note(trouble_sentence(words, error.trouble), wrong=True)
        return Note(moment_text(words, value)) if detail in (Detail.STARTS, Detail.ENDS) else Note()

    def _finish(self) -> None:
        for detail, field in self.fields.items():
            note = self._check(detail, field.text().strip())
            if not note.wrong and detail is Detail.ENDS:
                note = self._order()
            if note.wrong:
                field.say(note)
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.asked.emit()

    def _order(self) -> Note:
        try:
            self.details()
        except WrongDetailError as error:
            return Note(trouble_sentence(self.look.words, error.trouble), wrong=True)
        return Note()
