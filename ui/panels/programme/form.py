"""A form for a room, a slot or a session: fields are checked while one types, and written when one says so."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room
from eventdesk.panels.session import Session, SessionKind
from eventdesk.panels.slot import Slot
from eventdesk.words.panels import KINDS
from ui.look import Look
from ui.panels.programme.clock import day_note, day_of, number_note, time_note, time_of
from ui.widgets.button import Button, plain, primary
from ui.widgets.button_row import ButtonRow
from ui.widgets.field import Field, Note, fine
from ui.widgets.segments import Segments
from ui.widgets.steady_box import SteadyBox
from ui.widgets.text import Text
from ui.widgets.tick import Tick

Thing = Room | Slot | Session


class Form(QFrame):
    """One thing: a new one, or one that is there. `saved` carries its fields."""

    saved = Signal(object, object)
    removed = Signal(object)
    left = Signal()
    other_asked = Signal(object)

    def __init__(self, look: Look, title: str, save: str, thing: Thing) -> None:
        super().__init__()
        self.look, self.thing = look, thing
        words, space, colours = look.words, look.theme.space, look.theme.colours
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self._fields: list[tuple[Field, Callable[[str], Note]]] = []
        self._sure = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(space(20), space(16), space(20), space(18))
        self.column.setSpacing(space(6))
        self.column.addWidget(Text(title, "title", wrap=True))
        self.save = Button(look, save, primary(colours), size=14, high=38)
        self.leave = Button(look, words.t("Back"), plain(colours), key=words.t("Esc"), size=14, high=38)
        self.remove = Button(look, words.t("Remove …"), plain(colours), size=14, high=38)
        self.warning = Text("", "mind", wrap=True)
        self.warning.hide()
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.left)
        self.remove.clicked.connect(self._remove)
        if not thing.id:
            self.remove.hide()
            self._offer_others()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        raise NotImplementedError

    def cost_of_removing(self) -> str:
        """Return what removing it means, to be said before."""
        return ""

    def take_focus(self) -> None:
        """Begin with the first field."""
        if self._fields:
            edit = self._fields[0][0].edit
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
            edit.selectAll()

    def finish(self) -> None:
        """Put the buttons below the fields."""
        self.column.addWidget(self.warning)
        self.column.addSpacing(self.look.theme.space(4))
        self._row = ButtonRow(self.look.theme.space(8), [self.save, self.leave, self.remove])
        self.column.addWidget(self._row)
        self.column.addStretch(1)

    def add(self, name: str, widget: QWidget) -> None:
        """Add a field below its name."""
        self.column.addWidget(Text(name, "small", wrap=True))
        self.column.addWidget(widget)

    def line(self, name: str, text: str, check: Callable[[str], Note] = fine, *, hint: str = "") -> Field:
        """Add a line to be typed into."""
        field = Field(self.look, name, check, hint=hint, puts_back=False)
        field.edit.setProperty("kind", "form")
        field.show_text(text)
        field.edit.setCursorPosition(0)
        field.edit.returnPressed.connect(self._save)
        self.add(name, field)
        self._fields.append((field, check))
        return field

    def _offer_others(self) -> None:
        """Let one choose what is to be added."""
        words = self.look.words
        others: tuple[tuple[str, Thing], ...] = (
            (words.t("Session"), Session(0, "", "")),
            (words.t("Room"), Room(0, "", "", 0)),
            (words.t("Slot"), Slot(0, "", "", "")),
        )
        at = next(number for number, (_, other) in enumerate(others) if type(other) is type(self.thing))
        self.kinds = Segments(self.look, [name for name, _ in others], at, words.t("What is added"))
        self.kinds.chosen.connect(lambda number: self.other_asked.emit(others[number][1]))
        self.column.addWidget(self.kinds)

    def _save(self) -> None:
        for field, check in self._fields:
            note = check(field.text().strip())
            if note.wrong:
                field.say(note)
                field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.saved.emit(self.thing, self.values())

    def _remove(self) -> None:
        """Say first what that means; do it when asked again."""
        if not self._sure:
            self._sure = True
            self.warning.setText(self.cost_of_removing())
            self.warning.show()
            self.remove.say(self.look.words.t("Remove it"))
            self._row.refit()
        else:
            self.removed.emit(self.thing)


class RoomForm(Form):
    """Name, seats, equipment, step-free."""

    def __init__(self, look: Look, programme: Programme, room: Room) -> None:
        words = look.words
        title = words.t("Room {name}", name=room.name) if room.id else words.t("New room")
        super().__init__(look, title, words.t("Save") if room.id else words.t("Add this room"), room)
        self._sessions = sum(each.room == room.id for each in programme.sessions) if room.id else 0
        self.name = self.line(words.t("Name"), room.name, self._named)
        self.capacity = self.line(
            words.t("Seats"), str(room.capacity) if room.id else "", lambda text: number_note(words, text, empty=False)
        )
        self.equipment = self.line(
            words.t("Equipment"), ", ".join(room.equipment), hint=words.t("for example: projector, microphone")
        )
        self.changeover = self.line(
            words.t("Minutes between two sessions"),
            str(room.changeover_min),
            lambda text: number_note(words, text, empty=True),
        )
        self.step_free = Tick(look.theme, words.t("Step-free"), ticked=room.step_free)
        self.loop = Tick(look.theme, words.t("Induction loop"), ticked=room.induction_loop)
        for tick in (self.step_free, self.loop):
            self.column.addWidget(tick)
        self.finish()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        return {
            "name": self.name.text().strip(),
            "capacity": int(self.capacity.text()),
            "equipment": parts(self.equipment.text()),
            "changeover_min": int(self.changeover.text().strip() or 0),
            "step_free": self.step_free.box.isChecked(),
            "induction_loop": self.loop.box.isChecked(),
        }

    def cost_of_removing(self) -> str:
        """Say which sessions lose their room."""
        words = self.look.words
        return words.n("One session then has no room.", "{count} sessions then have no room.", self._sessions)

    def _named(self, text: str) -> Note:
        return Note() if text else Note(self.look.words.t("A room needs a name."), wrong=True)


class SlotForm(Form):
    """Day, from, to."""

    def __init__(self, look: Look, programme: Programme, slot: Slot) -> None:
        words = look.words
        title = words.t("Slot {time}", time=slot.starts[11:16]) if slot.id else words.t("New slot")
        super().__init__(look, title, words.t("Save") if slot.id else words.t("Add this slot"), slot)
        self._sessions = sum(each.slot == slot.id for each in programme.sessions) if slot.id else 0
        self.starts = self.line(
            words.t("Begins at"), slot.starts[11:16], lambda text: time_note(words, text), hint="11:00"
        )
        self.ends = self.line(words.t("Ends at"), slot.ends[11:16], self._ends, hint="12:15")
        self.day = self.line(words.t("Day"), slot.starts[:10], lambda text: day_note(words, text))
        self.finish()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        day = day_of(self.day.text())
        return {"starts": f"{day}T{time_of(self.starts.text())}", "ends": f"{day}T{time_of(self.ends.text())}"}

    def cost_of_removing(self) -> str:
        """Say which sessions lose their slot."""
        words = self.look.words
        return words.n("One session then has no slot.", "{count} sessions then have no slot.", self._sessions)

    def _ends(self, text: str) -> Note:
        words, starts, ends = self.look.words, time_of(self.starts.text()), time_of(text)
        if starts is not None and ends is not None and ends <= starts:
            return Note(words.t("It must end after it begins, at {time}.", time=starts), wrong=True)
        return time_note(words, text)


class SessionForm(Form):
    """Title, kind, who speaks and moderates, what is needed, how many fit and are expected."""

    def __init__(self, look: Look, programme: Programme, session: Session) -> None:
        words = look.words
        title = words.t("Change the session") if session.id else words.t("New session")
        super().__init__(look, title, words.t("Save") if session.id else words.t("Add this session"), session)
        self._programme = programme
        self.title = self.line(words.t("Title"), session.title, self._titled)
        self.kind = SteadyBox(words.t("Kind"))
        for kind in SessionKind:
            self.kind.addItem(words.t(KINDS[kind.value]), kind)
        self.kind.setCurrentIndex(self.kind.findData(session.kind))
        self.add(words.t("Kind"), self.kind)
        self.speakers = self.line(
            words.t("Speakers"), self._names(session.speakers), hint=words.t("Names, with commas")
        )
        self.moderators = self.line(words.t("Moderators"), self._names(session.moderators))
        self.needs = self.line(words.t("Needs"), ", ".join(session.needs), self._needed)
        self.capacity = self._number(words.t("Seats at most"), session.capacity)
        self.expected = self._number(words.t("Expected without wishes"), session.expected)
        self.finish()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        return {
            "title": self.title.text().strip(),
            "kind": SessionKind(self.kind.currentData()),
            "speakers": self._refs(self.speakers.text()),
            "moderators": self._refs(self.moderators.text()),
            "needs": parts(self.needs.text()),
            "capacity": number(self.capacity.text()),
            "expected": number(self.expected.text()),
        }

    def cost_of_removing(self) -> str:
        """Say what goes along."""
        words, places = self.look.words, len(self._programme.places_in.get(self.thing.id, ()))
        if not places:
            return words.t("The session is removed from the programme.")
        return words.n("One person loses their place.", "{count} people lose their places.", places)

    def _number(self, name: str, value: int | None) -> Field:
        words = self.look.words
        return self.line(name, "" if value is None else str(value), lambda text: number_note(words, text, empty=True))

    def _titled(self, text: str) -> Note:
        return Note() if text else Note(self.look.words.t("A session needs a title."), wrong=True)

    def _needed(self, text: str) -> Note:
        """Say which of what is needed no room has."""
        known = {each.casefold() for room in self._programme.rooms for each in room.equipment}
        missing = [each for each in parts(text) if each.casefold() not in known]
        if not missing:
            return Note()
        return Note(self.look.words.t("No room has {equipment}.", equipment=", ".join(missing)))

    def _names(self, refs: tuple[str, ...]) -> str:
        return ", ".join(self._programme.called(ref) for ref in refs)

    def _refs(self, text: str) -> tuple[str, ...]:
        """Return the ids of people whose names were typed, where there is just one of that name; else the names."""
        by_name: dict[str, list[str]] = {}
        for guest in self._programme.people.values():
            if guest.ref:
                by_name.setdefault(guest.name.casefold(), []).append(guest.ref)
        known = {self._programme.called(ref): ref for ref in self._crew()}
        found = []
        for name in parts(text):
            refs = by_name.get(name.casefold(), [])
            found.append(known.get(name) or (refs[0] if len(refs) == 1 else name))
        return tuple(dict.fromkeys(found))

    def _crew(self) -> tuple[str, ...]:
        return self.thing.crew if isinstance(self.thing, Session) else ()


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))


def number(text: str) -> int | None:
    """Return a number that was typed; None for nothing."""
    return int(text) if text.strip() else None
