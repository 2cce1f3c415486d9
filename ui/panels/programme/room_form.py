"""The form for a room."""

from collections.abc import Collection
from typing import Any

from eventdesk.panels.programme import Programme
from eventdesk.panels.room import Room, Seating
from ui.look import Look
from ui.panels.programme.clock import minutes_note, number_note
from ui.panels.programme.form import Form, parts
from ui.panels.programme.naming import slot_names
from ui.panels.programme.picks import Picks
from ui.panels.programme.seatings import seatings_note, seatings_of, seatings_text
from ui.widgets.field import Note
from ui.widgets.steady_box import SteadyBox
from ui.widgets.tick import Tick


class RoomForm(Form):
    """Name, seats, equipment, step-free; more: how people are seated, when it cannot be used, a note."""

    def __init__(self, look: Look, programme: Programme, room: Room) -> None:
        words = look.words
        title = words.t("Room {name}", name=room.name) if room.id else words.t("New room")
        super().__init__(look, title, words.t("Save") if room.id else words.t("Add this room"), room)
        self._programme, self._room = programme, room
        self._inside = [each for each in programme.sessions if each.room == room.id] if room.id else []
        self.name = self.line(words.t("Name"), room.name, self._named)
        self.capacity = self.line(
            words.t("Seats"), str(room.capacity) if room.id else "", lambda text: number_note(words, text, empty=False)
        )
        self.equipment = self.line(
            words.t("Equipment"), ", ".join(room.equipment), hint=words.t("for example: projector, microphone")
        )
        self.step_free = Tick(look.theme, words.t("Step-free"), ticked=room.step_free)
        self.loop = Tick(look.theme, words.t("Induction loop"), ticked=room.induction_loop)
        for tick in (self.step_free, self.loop):
            self.column.addWidget(tick)
        self.begin_more()
        self._add_seating()
        self.unavailable = Picks(
            look, words.t("Cannot be used in"), slot_names(words, programme), room.unavailable, self._used_then
        )
        self.add(self.unavailable.box.accessibleName(), self.unavailable, lambda: bool(self.unavailable.chosen))
        self.changeover = self.line(
            words.t("Minutes between two sessions"),
            str(room.changeover_min or ""),
            lambda text: minutes_note(words, text),
            hint="10",
        )
        self.note = self.line(words.t("Note"), room.note)
        self.finish()

    def values(self) -> dict[str, Any]:
        """Return the fields as they were typed."""
        room, text = self._room, self.seatings.text().strip()
        return {
            "name": self.name.text().strip(),
            "capacity": int(self.capacity.text()),
            "equipment": self.typed(self.equipment, room.equipment, parts),
            "step_free": self.step_free.box.isChecked(),
            "induction_loop": self.loop.box.isChecked(),
            "seating": self.typed(self.seating, room.seating),
            "seatings": self.typed(self.seatings, room.seatings, lambda _text: seatings_of(text) or ()),
            "unavailable": self.unavailable.chosen,
            "changeover_min": int(self.changeover.text().strip() or 0),
            "note": self.typed(self.note, room.note),
        }

    def cost_of_removing(self) -> str:
        """Say which sessions lose their room."""
        words = self.look.words
        return words.n("One session then has no room.", "{count} sessions then have no room.", len(self._inside))

    def _add_seating(self) -> None:
        """Let one say how people are seated, which other ways there are, and change to one of those."""
        words, room = self.look.words, self._room
        self.seating = self.line(words.t("Seated now"), room.seating, hint=words.t("for example: rows"))
        self.seatings = self.line(
            words.t("Other seatings"),
            seatings_text(words, room.seatings),
            lambda text: seatings_note(words, text, self.seating.text().strip()),
            hint=words.t("Rows: 120, U-shape: 40"),
        )
        self.change_to = SteadyBox(words.t("Seat people in another way"))
        self.change_to.activated.connect(lambda at: self._change_to(at - 1))
        self._column.addWidget(self.change_to)
        self.seatings.edit.textChanged.connect(lambda _text: self._offer_seatings())
        self._offer_seatings()

    def _offer_seatings(self) -> None:
        words, found = self.look.words, seatings_of(self.seatings.text()) or ()
        self.change_to.clear()
        self.change_to.addItem(words.t("Seat people in another way …"))
        for each in found:
            said = words.n("{name}, one seat", "{name}, {count} seats", each.capacity, name=each.name)
            self.change_to.addItem(said)
        self.change_to.setVisible(bool(found))

    def _change_to(self, at: int) -> None:
        """Let the way that was chosen be that of now, and the one of now one of the others."""
        words, others = self.look.words, list(seatings_of(self.seatings.text()) or ())
        if not 0 <= at < len(others):
            return
        wanted = others.pop(at)
        if self.capacity.text().strip().isdecimal():
            others.insert(0, Seating(self.seating.text().strip(), int(self.capacity.text())))
        self.seating.edit.setText(wanted.name)
        self.capacity.edit.setText(str(wanted.capacity))
        self.seatings.edit.setText(seatings_text(words, others))
        self.capacity.say(Note(words.t("Seats of “{name}”", name=wanted.name)))
        self.seatings.say(Note())

    def _used_then(self, slots: Collection[str]) -> str:
        """Say how many sessions take place here when the room cannot be used."""
        words, slot_of = self.look.words, self._programme.slot_of
        used = [slot_of[each.slot].ref for each in self._inside if each.slot is not None and each.slot in slot_of]
        count = sum(ref in slots for ref in used)
        if not count:
            return ""
        return words.n("One session takes place here then.", "{count} sessions take place here then.", count)

    def _named(self, text: str) -> Note:
        return Note() if text else Note(self.look.words.t("A room needs a name."), wrong=True)
